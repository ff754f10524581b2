#!/usr/bin/env python3
"""Makes libpolicy/data/lemma_table.c: how to come from word forms to lemmas.

usage: lemma.py [--wordnet FOLDER] TREEBANK.conllu... > libpolicy/data/lemma_table.c

Learns from the training parts of UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0), and from WordNet 3.0 (Princeton's
permissive licence; FOLDER holds index.* and *.exc, data.adj): its lemmas and the regular forms of them, and its lists
of irregular forms. Two decision lists over endings (endings.py): edits, what to cut off the end of a lower-cased form
and what to put there, and cases, what to do to the capitals. The same input gives the same table.
"""
import argparse
import collections
import os
import re
import sys

import endings
from endings import Evidence, find, lower, shape

CASE_LOWER, CASE_KEEP, CASE_TITLE, CASE_UPPER = range(4)
SHAPES = 16  # groups of cases: by 16 x group + 2 x shape + first; the last are those of whole words of any shape
ANY_SHAPE = 15
LONGEST_CASE = 4
WORDNET = 1.0  # the weight of a form of WordNet; one seen n times in the treebanks has n - 0.4
IRREGULAR = 3  # times that, for a form on a list of exceptions
UNCHANGED = ("bet bid burst cast cost cut forecast hit hurt input knit let offset output put quit read reset rid set "
             "shed shut slit split spread sublet thrust upset")  # verbs whose past is as their infinitive


def plain(form, xpos):
    """Without the commas in a number."""
    return re.sub(r"(?<=[0-9]),(?=[0-9])", "", form) if xpos == "CD" else form


def edit_of(form, lemma):
    form, lemma = lower(form), lower(lemma)
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    return len(form) - n, lemma[n:]


def apply(form, edit, case):
    strip, append = edit
    straight = form.replace("\u2018", "'").replace("\u2019", "'")
    kept = straight[:len(straight) - strip]
    if case == CASE_LOWER:
        return lower(kept) + append
    if case == CASE_UPPER:
        return (kept + append).upper()
    capital = form[:1] != lower(form[:1]) or case == CASE_TITLE
    if not kept:
        return append[:1].upper() + append[1:] if capital else append
    return (kept[:1].upper() + lower(kept[1:]) if case == CASE_TITLE else kept) + append


# ---- what WordNet knows ------------------------------------------------------------------------------------------

def lemmas_of(folder, part):
    """The lemmas of one part of speech, with how often their senses were tagged."""
    found = {}
    with open(os.path.join(folder, "index." + part), encoding="ascii") as lines:
        for line in lines:
            cells = line.split()
            if not line.startswith(" ") and re.fullmatch(r"[a-z]{2,}", cells[0]):
                found[cells[0]] = int(cells[5 + int(cells[3])])
    return found


def irregular(folder, part):
    """(form, lemma) of the list of exceptions."""
    with open(os.path.join(folder, part + ".exc"), encoding="ascii") as lines:
        for line in lines:
            form, *lemmas = line.split()
            for lemma in lemmas[:1]:
                if re.fullmatch(r"[a-z]+", form + lemma):
                    yield form, lemma


def with_s(lemma):
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", lemma) else "s")


def is_doubled(lemma):
    return re.fullmatch(r"(qu|[^aeiouy])*[aeiouy][^aeiouwxy]", lemma) is not None


def with_vowel(lemma, ending):
    """A verb with "ed" or "ing", an adjective with "er" or "est"."""
    if ending[0] == "e" and lemma.endswith("e"):
        return lemma + ending[1:]
    if ending[0] == "e" and re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "i" + ending
    if ending == "ing" and lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if ending == "ing" and re.search(r"[^eoy]e$", lemma):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if is_doubled(lemma) else lemma) + ending


def wordnet_forms(folder):
    """{(UPOS, XPOS, form): {lemma: share}}, and those of them that are on the lists of irregular forms."""
    forms = collections.defaultdict(lambda: collections.defaultdict(float))
    verbs, nouns, adjectives, adverbs = (lemmas_of(folder, part) for part in ("verb", "noun", "adj", "adv"))
    for upos, xpos, found in (("VERB", "VB", verbs), ("NOUN", "NN", nouns), ("ADJ", "JJ", adjectives),
                              ("ADV", "RB", adverbs)):
        for lemma in found:
            forms[upos, xpos, lemma][lemma] = 1
    listed = set()
    exceptions = list(irregular(folder, "verb"))
    for lemma in UNCHANGED.split():
        forms["VERB", "VBD", lemma][lemma] = 1 + verbs[lemma]
    taken = {(lemma, form[-3:] if form.endswith("ing") else "ed") for form, lemma in exceptions
             if not form.endswith("s")}
    for form, lemma in exceptions:
        xpos = "VBG" if form.endswith("ing") else "VBZ" if form.endswith("s") else "VBD"
        forms["VERB", xpos, form][lemma] += 1 + verbs.get(lemma, 0)
        listed.add(("VERB", xpos, form))
    for lemma, n in verbs.items():
        forms["VERB", "VBZ", with_s(lemma)][lemma] += 0.1 + n
        for xpos, ending in (("VBG", "ing"), ("VBD", "ed")):
            form = with_vowel(lemma, ending)
            if (lemma, ending) not in taken or is_doubled(lemma):
                forms["VERB", xpos, form][lemma] += 0.1 + n
            else:
                forms["VERB", xpos, form][lemma] += 0.05
    exceptions = list(irregular(folder, "noun"))
    taken = {lemma for _, lemma in exceptions}
    for form, lemma in exceptions:
        forms["NOUN", "NNS", form][lemma] += 1 + nouns.get(lemma, 0)
        listed.add(("NOUN", "NNS", form))
    for lemma, n in nouns.items():
        forms["NOUN", "NNS", with_s(lemma)][lemma] += 0.05 if lemma in taken else 0.1 + n
        if lemma.endswith("s") and not lemma.endswith("ss"):
            forms["NOUN", "NNS", lemma][lemma] += 0.1 + n
    for form, lemma in irregular(folder, "adj"):
        for upos, letter in (("ADJ", "J"), ("ADV", "R")):
            forms[upos, ("JJ" if letter == "J" else "RB") + ("S" if form.endswith("st") else "R"), form][lemma] += 1
    for form, xpos in (("less", "RBR"), ("more", "RBR"), ("least", "RBS"), ("most", "RBS")):
        forms["ADV", xpos, form][form] = 1
    for lemma in sorted(set(adjectives) | set(adverbs)):
        if len(re.findall(r"[aeiouy]+", lemma.rstrip("e"))) == 1 or \
                re.fullmatch(r"[^aeiouy]*[aeiou]+[^aeiouy]+y", lemma):
            for letter, ending in (("R", "er"), ("S", "est")):
                forms["ADJ", "JJ" + letter, with_vowel(lemma, ending)][lemma] += 0.5
                forms["ADV", "RB" + letter, with_vowel(lemma, ending)][lemma] += 0.5
    return forms, listed


def wordnet_names(folder):
    """Adjectives with a capital."""
    found = set()
    with open(os.path.join(folder, "data.adj"), encoding="utf-8") as lines:
        for line in lines:
            cells = line.split()
            if not line.startswith(" "):
                for word in cells[4:4 + 2 * int(cells[3], 16):2]:
                    found.update(re.findall(r"^[A-Z][a-z]+$", re.sub(r"\(.*", "", word)))
    return sorted(found)


# ---- learning ------------------------------------------------------------------------------------------------------

def cases_of(form, lemma, edit):
    return [case for case in range(4) if apply(form, edit, case) == lemma]


class Lemmatiser:
    def __init__(self, table, edits, cases):
        self.groups, self.edits, self.cases = table, edits, cases

    def lemma(self, word):
        form, group = plain(word.form, word.xpos), self.groups[word.upos, word.xpos]
        small = lower(form)
        edit = find(self.edits, group, small, default=(0, ""))
        case = find(self.cases, group * SHAPES + ANY_SHAPE, small, -1)
        if case is None:
            case = find(self.cases, group * SHAPES + 2 * shape(form) + word.first, small, LONGEST_CASE, CASE_KEEP)
        return apply(form, edit if edit[0] < len(form) or edit[0] == len(form) and edit[1] else (0, ""), case)


def learn(treebank, wordnet):
    seen = collections.Counter((w.upos, w.xpos) for w in treebank)
    table = endings.groups(seen)
    counts = collections.Counter(w for w in treebank if w.lemma != "_" and w.xpos != "GW")
    edits, per_word = Evidence(), collections.Counter()
    for w, n in counts.items():
        form = plain(w.form, w.xpos)
        edit = edit_of(form, w.lemma)
        if len(edit[1]) <= 14 and edit[0] <= endings.WINDOW and cases_of(form, w.lemma, edit):
            weight = n * (0.5 if "Typo=Yes" in w.feats else 1)
            per_word[table[w.upos, w.xpos], lower(form), edit] += weight
            if w.upos == "VERB" and w.xpos in ("VBG", "VBN") or w.xpos == "NNS":
                other = ("VERB", "NNP") if w.upos == "VERB" else ("PROPN", "NNPS")
                per_word[table[other], lower(form), edit] += 0.1
    for (group, form, edit), n in per_word.items():
        edits.add(group, form, [edit], n - 0.4 if n >= 1 else n / 2)
    if wordnet:
        forms, listed = wordnet_forms(wordnet)
        for (upos, xpos, form), lemmas in forms.items():
            total = sum(lemmas.values()) / (IRREGULAR if (upos, xpos, form) in listed else 1)
            for lemma, share in lemmas.items():
                edits.add(table[upos, xpos], form, [edit_of(form, lemma)], WORDNET * share / total)
    edits = edits.learn(2.0, 0.95)
    cases, whole = Evidence(), Evidence()
    for w, n in counts.items():
        form, group = plain(w.form, w.xpos), table[w.upos, w.xpos]
        found = cases_of(form, w.lemma, edit_of(form, w.lemma))
        if found:
            cases.add(group * SHAPES + 2 * shape(form) + w.first, lower(form), found, n)
    cases = cases.learn(2.0, 1e9, LONGEST_CASE)
    better = collections.defaultdict(lambda: collections.defaultdict(float))
    for w, n in counts.items():
        form, group = plain(w.form, w.xpos), table[w.upos, w.xpos]
        found = cases_of(form, w.lemma, edit_of(form, w.lemma))
        now = find(cases, group * SHAPES + 2 * shape(form) + w.first, lower(form), LONGEST_CASE)
        if found:
            better[group, lower(form)][None] += n * (now in found)
            for case in found:
                better[group, lower(form)][case] += n
    if wordnet:
        for name in wordnet_names(wordnet):
            better[table["ADJ", "JJ"], name.lower()][CASE_TITLE] += 2
    for (group, form), votes in better.items():
        best = max((c for c in votes if c is not None), key=lambda c: (votes[c], -c))
        if votes[best] - votes[None] >= 1.5:
            cases[group * SHAPES + ANY_SHAPE, form, True] = best
    return Lemmatiser(table, edits, cases)


# ---- writing -------------------------------------------------------------------------------------------------------

def print_c(found, out):
    print("""/* How to come from word forms to lemmas. Made by tools/train/lemma.py: do not edit.
   lemma.py --wordnet FOLDER ewt-train.conllu gum-train.conllu > libpolicy/data/lemma_table.c

   From the training parts of UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0), and from WordNet 3.0 (notice
   below). This table is under CC BY-SA 4.0.

   This software and database is being provided to you, the LICENSEE, by Princeton University under the
   following license. By obtaining, using and/or copying this software and database, you agree that you have
   read, understood, and will comply with these terms and conditions.: Permission to use, copy, modify and
   distribute this software and database and its documentation for any purpose and without fee or royalty is
   hereby granted, provided that you agree to comply with the following copyright notice and statements,
   including the disclaimer, and that the same appear on ALL copies of the software, database and
   documentation, including modifications that you make for internal use or for distribution. WordNet 3.0
   Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"
   AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT
   NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT- ABILITY OR FITNESS
   FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
   INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University
   or Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or
   database. Title to copyright in this software, database and any associated documentation shall at all times
   remain with Princeton University and LICENSEE agrees to preserve same. */
#include "data/lemma_table.h\"""", file=out)
    rules = sorted(set(found.edits.values()) | {(0, "")})
    number = {rule: i for i, rule in enumerate(rules)}
    print(f"\nconst policy__edit policy__edits[] = {{", file=out)
    for strip, append in rules:
        text = append.replace("\\", "\\\\").replace('"', '\\"')
        print(f'    {{{strip}, "{text}"}},', file=out)
    print("};", file=out)
    endings.print_groups("lemma", found.groups, out)
    endings.print_endings("edit", {entry: number[rule] for entry, rule in found.edits.items()}, endings.LONGEST, out)
    endings.print_endings("case", found.cases, LONGEST_CASE, out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet")
    parser.add_argument("treebanks", nargs="+")
    options = parser.parse_args()
    found = learn(list(endings.words(options.treebanks)), options.wordnet)
    print_c(found, sys.stdout)
    print(f"{len(found.edits)} edits of {len(set(found.edits.values()))} kinds, {len(found.cases)} cases", file=sys.stderr)


if __name__ == "__main__":
    main()
