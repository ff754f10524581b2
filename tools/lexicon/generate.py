#!/usr/bin/env python3
"""Makes libpolicy/data/lexicon_table.c: what a word form can be, learnt from treebanks.

usage: generate.py TREEBANK.conllu... > libpolicy/data/lexicon_table.c

For every lower-cased word form seen at least twice in the training parts of UD English EWT (CC BY-SA 4.0)
and GUM (CC BY 4.0, freely licensed documents), and for the forms of the verbs of verbs.txt (our own list,
British and American spelling), a set of bits; in C, a table with open addressing over FNV-1a hashes.
"""
import os
import re
import sys
from collections import Counter, defaultdict

BITS = ["BASE", "THIRD", "PAST", "PARTICIPLE", "GERUND", "ADVERB", "ADJECTIVE", "NOUN", "MAINLY_VERB"]
CLASSES = ["modal", "negation", "be", "have", "conditional", "subordinator", "relative", "preposition", "coordinator",
           "determiner", "pronoun", "adverb", "particle", "reporting", "performative"]
LONGEST = 20  # bytes of a word
WORD = re.compile(r"[a-z]+(?:-[a-z]+)?$")


def kind_of(upos, feats):
    if upos == "VERB":
        if "VerbForm=Inf" in feats or "Mood=Imp" in feats:
            return "BASE"
        if "VerbForm=Ger" in feats or "VerbForm=Part|" not in feats + "|" and feats.endswith("Ing"):
            return "GERUND"
        if "VerbForm=Part" in feats:
            return "PARTICIPLE" if "Tense=Past" in feats else "GERUND"
        if "Tense=Past" in feats:
            return "PAST"
        if "Person=3" in feats and "Number=Sing" in feats:
            return "THIRD"
        return "BASE" if "Tense=Pres" in feats else None
    return {"ADV": "ADVERB", "ADJ": "ADJECTIVE", "NOUN": "NOUN"}.get(upos)


def count(paths):
    seen = defaultdict(Counter)
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) == 10 and cells[0].isdigit():
                    kind = kind_of(cells[3], cells[5]) or cells[3]
                    seen[cells[1].lower()][kind] += 1
    return seen


def american(verb):
    return re.sub(r"is(e|es|ed|ing)$", r"iz\1", verb)


def forms(verb):
    """The regular forms of a verb; doubling only where the stress is known to be on the end."""
    doubled = set("abet acquit allot annul ban bar cap commit confer defer deter embed equip expel transfer".split())
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in doubled else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if re.search(r"(s|x|z|ch|sh)$", verb) else "s")
        past = stem + "ed"
    return {"BASE": verb, "THIRD": third, "PAST": past, "PARTICIPLE": past, "GERUND": stem + "ing"}


def lexicon(seen, verbs):
    words = defaultdict(set)
    for word, kinds in seen.items():
        total = sum(kinds.values())
        if not WORD.match(word) or total < 2 or len(word) > LONGEST:
            continue
        for kind, n in kinds.items():
            if kind in BITS and (n >= 2 or n * 4 >= total) and n * 20 >= total:
                words[word].add(kind)
        if sum(kinds[k] for k in BITS[:5]) * 2 >= total:
            words[word].add("MAINLY_VERB")
    for verb in verbs:
        for spelling in {verb, american(verb)}:
            for kind, form in forms(spelling).items():
                if form not in words:
                    words[form].add("MAINLY_VERB")
                words[form].add(kind)
    return {w: k for w, k in words.items() if k}


def function_words(path):
    """Classes by word."""
    classes = defaultdict(set)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                names, words = line.rstrip("\n").split("\t")
                for word in words.split():
                    classes[word].update(names.split())
    return classes


def fnv(word):
    h = 2166136261
    for byte in word.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


def table(words):
    size = 1
    while size < len(words) * 2:
        size *= 2
    slots = [0] * size
    for number, word in enumerate(words, 1):
        at = fnv(word) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = number
    return slots


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "verbs.txt"), encoding="utf-8") as file:
        verbs = file.read().split()
    found = lexicon(count(sys.argv[1:]), verbs)
    classes = function_words(os.path.join(here, "function-words.tsv"))
    words = sorted(set(found) | set(classes), key=str.encode)
    assert max(len(word.encode()) for word in words) <= LONGEST
    slots = table(words)
    print("/* What word forms can be. Made by tools/lexicon/generate.py from the training parts of UD English EWT\n"
          "   (CC BY-SA 4.0) and GUM (CC BY 4.0): do not edit. This table is under CC BY-SA 4.0.\n"
          "   generate.py ewt-train.conllu gum-train.conllu > libpolicy/data/lexicon_table.c */")
    print('#include "data/lexicon_table.h"\n')
    print('#pragma GCC diagnostic ignored "-Woverlength-strings"\n')
    print("const char policy__lexeme_letters[] =\n    \"\\0\"")
    for i in range(0, len(words), 8):
        print("    " + " ".join('"%s\\0"' % word for word in words[i:i + 8]))
    print("    \"%s\";\n" % ("\\0" * LONGEST))
    print("const policy__lexeme policy__lexemes[] = {\n    {0, 0, 0},")
    at = 1
    for word in words:
        bits = sum(1 << BITS.index(k) for k in found.get(word, ()))
        print("    {%d, %d, %d}," % (at, bits, sum(1 << CLASSES.index(k) for k in classes.get(word, ()))))
        at += len(word.encode()) + 1
    print("};\n\nconst uint32_t policy__lexeme_count = %d;" % (len(words) + 1))
    print("\nconst uint16_t policy__lexeme_slots[] = {")
    for i in range(0, len(slots), 16):
        print("    " + ", ".join(map(str, slots[i:i + 16])) + ",")
    print("};\n\nconst uint32_t policy__lexeme_mask = %d;" % (len(slots) - 1))


if __name__ == "__main__":
    main()
