#!/usr/bin/env python3
"""Makes libpolicy/data/cascade_table.c: which runs of words make a sentence worth a costly reading.

usage: generate.py > libpolicy/data/cascade_table.c

Reads words.tsv (classes of words) and patterns.tsv (runs of words, each with what it is evidence of), both our
own and explained at their heads; from tools/lexicon the verbs and the classes of function words; from
libpolicy/data/gazetteer.tsv the capitals and seats of government that are one word.

Words that all patterns treat alike become one symbol. All patterns together become one nondeterministic automaton,
whose positions are bits and which moves all at once (extended Shift-And: Navarro and Raffinot, Flexible Pattern
Matching in Strings, 2002, chapter 4): scanning costs one look-up and a few operations a word, however the words
fall, and runs with gaps cost no states.
"""
import os
import re
import sys
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
sys.path.insert(0, os.path.join(HERE, "..", "lexicon"))
import generate as lexicon  # noqa: E402

# In the order of data/cascade_table.h.
SPECIAL = ["<begin>", "<item>", "<end>", "<other>", "<name>", "<ed>", "<ing>", "<ly>", "<letter>", "<number>", "<year>",
           "<comma>", "<stop>"]
EVIDENCE = ["duty", "asking", "need", "option", "imperative", "actor", "event", "lead", "happening", "dated", "item"]
WORDLIKE = {"<other>", "<name>", "<ed>", "<ing>", "<ly>", "<letter>"}
LONGEST = 16
BITS, LANES = 64, 8  # of a lane, and lanes
FACTOR_LOW, FACTOR_HIGH = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")


def read_classes():
    """Members of each class by its name, and the words that count only with a capital."""
    classes = defaultdict(set)
    for names, words in rows(os.path.join(HERE, "..", "lexicon", "function-words.tsv")):
        for name in names.split():
            classes[name].update(w for w in words.split() if w.isalpha() and w.isascii())
    with open(os.path.join(HERE, "..", "lexicon", "verbs.txt"), encoding="utf-8") as file:
        for verb in file.read().split():
            for spelling in {verb, lexicon.american(verb)}:
                for kind, form in lexicon.forms(spelling).items():
                    classes[kind.lower()].update([form] if form.isalpha() else [])
    for name, words in rows(os.path.join(HERE, "words.tsv")):
        for word in words.split():
            classes[name].update(classes[word[1:-1]] if word.startswith("{") else [word])
    classes["adverb"].add("<ly>")
    for cells in rows(os.path.join(ROOT, "libpolicy", "data", "gazetteer.tsv")):
        if len(cells) > 4 and cells[3] in ("capital", "seat") and re.fullmatch("[A-Z][a-z]+", cells[4]):
            classes["capital"].add(cells[4].lower())
    return classes, classes["capital"]


def token_of(text, classes):
    """A token of a pattern: alternatives, whether they are negated, and the least and most times it stands."""
    least, most = 1, 1
    match = re.fullmatch(r"(.+?)(?:\*(\d*)|([?+]))", text)
    if match:
        text = match[1]
        least, most = (1 if match[3] == "+" else 0), (1 if match[3] == "?" else int(match[2]) if match[2] else None)
    negated, members = text.startswith("~"), set()
    for part in text.lstrip("~").split("|"):
        if part.startswith("{"):
            if part[1:-1] not in classes:
                sys.exit("no class " + part)
            members |= classes[part[1:-1]]
        else:
            members.add(part)
    return frozenset(members), negated, least, most


def read_patterns(classes):
    """Evidence and tokens of each pattern."""
    return [(1 << EVIDENCE.index(evidence), [token_of(t, classes) for t in text.split()])
            for evidence, text in rows(os.path.join(HERE, "patterns.tsv"))]


def symbols_of(patterns, proper, no_gerunds):
    """The symbol of each word, and how many there are: words in the same sets are one symbol."""
    sets = sorted({members for _, tokens in patterns for members, _, _, _ in tokens}, key=sorted)
    words = sorted({m for members in sets for m in members if m.isalpha()} | no_gerunds)
    if too_long := [w for w in words if len(w) > LONGEST]:
        sys.exit("too long: " + " ".join(too_long))

    def signature(word):
        suffix = {"<" + s + ">" for s in ("ed", "ing", "ly") if word.endswith(s)} | {"."}
        suffix |= {"<name>"} if word in proper else set()
        suffix -= {"<ing>"} if word in no_gerunds else set()
        return tuple(i for i, members in enumerate(sets) if word in members or suffix & members)

    number, symbols = {}, {}
    for word in words:
        symbols[word] = number.setdefault(signature(word), len(SPECIAL) + len(number))
    matches = defaultdict(set)
    for i, members in enumerate(sets):
        matches[members] = {s for key, s in number.items() if i in key}
        for s, name in enumerate(SPECIAL):
            if name in members or ("." in members and name in WORDLIKE):
                matches[members].add(s)
    return symbols, len(SPECIAL) + len(number), matches


def steps_of(tokens, count, matches):
    """What stands at each position of a pattern: symbols taken, whether it may be passed over, whether it repeats."""
    steps = []
    for members, negated, fewest, most in tokens:
        found = matches[members]
        found = set(range(count)) - found if negated else found
        steps += [(found, False, False)] * fewest
        steps += [(found, True, True)] if most is None else [(found, True, False)] * (most - fewest)
    return steps


def automaton(patterns, count, matches):
    """The masks of the automaton by lane, what each symbol lets pass by lane, and the evidence of end positions.

    A pattern of n positions takes n + 1 bits of one lane: bit i is set when position i is to be matched next, bit n
    when the whole pattern was."""
    lanes, passes, ends = [], [], []
    for evidence, tokens in sorted(patterns, key=lambda p: -len(steps_of(p[1], count, matches))):
        steps = steps_of(tokens, count, matches)
        if len(steps) >= BITS or steps[-1][1]:
            sys.exit("too long, or may end early: %r" % tokens)
        number = next((i for i, lane in enumerate(lanes) if lane["size"] + len(steps) < BITS), len(lanes))
        if number == len(lanes):
            lanes.append(dict.fromkeys(("size", "first", "loop", "block", "exit", "skipped", "end"), 0))
            passes.append([0] * count)
        lane, base = lanes[number], lanes[number]["size"]
        lane["first"] |= 1 << base
        for i, (found, optional, repeats) in enumerate(steps, base):
            for symbol in found:
                passes[number][symbol] |= 1 << i
            lane["loop"] |= repeats << i
            if optional:
                lane["skipped"] |= 2 << i
                if i == base or not steps[i - base - 1][1]:
                    lane["block"] |= 1 << i
                if not steps[i - base + 1][1]:
                    lane["exit"] |= 2 << i
        lane["size"] += len(steps) + 1
        lane["end"] |= 1 << lane["size"] - 1
        ends.append((number, lane["size"] - 1, evidence))
    return lanes, passes, ends


def keys_of(word):
    raw = word.encode().ljust(LONGEST, b"\0")
    return int.from_bytes(raw[:8], "little"), int.from_bytes(raw[8:], "little")


def slots_of(words):
    bits = 1
    while 1 << bits < len(words) * 4:
        bits += 1
    slots = [0] * (1 << bits)
    for number, word in enumerate(words, 1):
        low, high = keys_of(word)
        at = ((low * FACTOR_LOW ^ high * FACTOR_HIGH) & (2 ** 64 - 1)) >> (64 - bits)
        while slots[at]:
            at = (at + 1) % len(slots)
        slots[at] = number
    return slots, bits


def print_array(kind, name, values):
    print("\nconst %s %s[] = {" % (kind, name))
    line = ""
    for value in values:
        if len(line) + len(str(value)) > 105:
            print("   " + line)
            line = ""
        line += " %d," % value
    print("   " + line + "\n};")


def print_automaton(lanes, passes, ends):
    fields = ("first", "loop", "block", "exit", "skipped", "end")
    print("\nconst policy__cascade_masks policy__cascade_lanes = {")
    for field in fields:
        print("    .%s = {%s}," % (field, ", ".join("0x%x" % lane[field] for lane in lanes)))
    print("};\n\nconst uint64_t policy__cascade_passes[][POLICY__CASCADE_LANES] = {")
    for symbol in range(len(passes[0])):
        print("    {" + ", ".join("0x%x" % lane[symbol] for lane in passes) + "},")
    print("};\n\nconst uint16_t policy__cascade_evidence[POLICY__CASCADE_LANES][%d] = {" % BITS)
    for number in range(LANES):
        row = ["[%d] = 0x%x" % (bit, evidence) for n, bit, evidence in ends if n == number] or ["0"]
        print("    {" + ",\n     ".join(", ".join(row[i:i + 8]) for i in range(0, len(row), 8)) + "},")
    print("};")


def main():
    classes, proper = read_classes()
    patterns = read_patterns(classes)
    symbols, count, matches = symbols_of(patterns, proper, classes["nogerund"])
    lanes, passes, ends = automaton(patterns, count, matches)
    words = sorted(symbols)
    slots, bits = slots_of(words)
    sys.stderr.write("%d patterns, %d words, %d symbols, %d lanes\n" % (len(patterns), len(words), count, len(lanes)))
    if len(lanes) > LANES:
        sys.exit("more lanes than LANES; raise it here and in data/cascade_table.h")
    print("/* Words and runs of words that make a sentence worth a costly reading. Our own lists, and capitals of\n"
          "   data/gazetteer.tsv. Made by tools/cascade/generate.py: do not edit.\n"
          "   generate.py > libpolicy/data/cascade_table.c */")
    print('#include "data/cascade_table.h"\n')
    print("const policy__cascade_word policy__cascade_words[] = {\n    {0, 0, 0, 0},")
    for word in words:
        print("    {0x%x, 0x%x, %d, %d}, /* %s */" % (*keys_of(word), symbols[word], word in proper, word))
    print("};")
    print_array("uint16_t", "policy__cascade_slots", slots)
    print("\nconst uint32_t policy__cascade_slot_bits = %d;" % bits)
    print_automaton(lanes, passes, ends)


if __name__ == "__main__":
    main()
