#!/usr/bin/env python3
"""Makes libpolicy/data/feature_table.c: the features that hang on a word and its tag, not on its inflection.

usage: features.py TREEBANK.conllu... > libpolicy/data/feature_table.c

Learns from the training parts of UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0) a decision list over the endings of
words (endings.py), in groups by UPOS and XPOS; whole words also by their place in the sentence's tree (place_of).
All digits are read as 0, and a number or noun in capitals ends with U+0001, so that Roman numerals and abbreviations
differ from words. The same input gives the same table.
"""
import collections
import sys

import endings
from endings import INITIAL, UPPER, Evidence, find, lower, shape

LEXICAL = ("Abbr", "Case", "Definite", "Gender", "NumForm", "NumType", "Poss", "PronType", "Reflex")
LONGEST = 5
PLACES = 13  # groups: 13 x group + place
CAPITALS = ("NOUN", "NUM", "PROPN")
PLACED = ("ADV", "DET", "PRON")
LEAST_PLACED = 3  # how often a place must decide better than the word alone


def letters(word):
    """What endings are of."""
    small = "".join("0" if c.isdecimal() else c for c in lower(word.form))
    return small + "\1" if word.upos in CAPITALS and shape(word.form) in (UPPER, INITIAL) else small


def place_of(sentence, i):
    """Subject or not, in which kind of clause, behind the head or before it; as policy__place_of of lang/features.c."""
    head = int(sentence[i][6])
    relation, above = sentence[i][7].split(":")[0], sentence[head - 1][7] if head else ""
    clause = 1 if above == "acl:relcl" else 2 if above.split(":")[0] in ("ccomp", "csubj") else 0
    return 1 + 6 * (relation in ("nsubj", "csubj", "expl")) + 2 * clause + (0 < head <= i)


def lexical(feats):
    return "|".join(f for f in feats.split("|") if f.split("=")[0] in LEXICAL)


def placed_words(paths):
    """(word, place) of each word."""
    for path in paths:
        sentence = []
        for line in open(path, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                sentence.append(cells)
            elif len(cells) < 10 and sentence and not line.strip():
                for i, c in enumerate(sentence):
                    if c[4] in endings.XPOS:
                        yield endings.Word(c[1], c[2], c[3], c[4], c[5], i == 0), place_of(sentence, i)
                sentence = []


def learn(placed):
    """The table of groups, and the entries."""
    table = endings.groups(collections.Counter((w.upos, w.xpos) for w, _ in placed))
    alone, by_place = Evidence(), Evidence()
    for (w, place), n in sorted(collections.Counter(placed).items()):
        if w.xpos == "GW":
            continue
        group = table[w.upos, w.xpos] * PLACES
        alone.add(group, letters(w), [lexical(w.feats)], n)
        if w.upos in PLACED:
            by_place.add(group + place, letters(w), [lexical(w.feats)], n)
    entries = alone.learn(2.0, 1.0, LONGEST)
    for (group, word), votes in sorted(by_place.votes.items()):
        before = find(entries, group - group % PLACES, word, LONGEST)
        best = max(sorted(votes), key=lambda label: votes[label])
        if len(word) <= endings.WINDOW and votes[best] - votes.get(before, 0) >= LEAST_PLACED:
            entries[group, word, True] = best
    return table, entries


def print_c(table, entries, out):
    print("""/* The features that hang on a word and its tag. Made by tools/train/features.py from the training parts of UD
   English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0): do not edit. This table is under CC BY-SA 4.0.
   features.py ewt-train.conllu gum-train.conllu > libpolicy/data/feature_table.c */
#include "data/feature_table.h\"""", file=out)
    labels = sorted(set(entries.values()) | {""})
    number = {label: i for i, label in enumerate(labels)}
    print(f"\nconst char policy__feature_labels[][64] = {{", file=out)
    for label in labels:
        assert len(label) < 64
        print(f'    "{label}",', file=out)
    print("};", file=out)
    endings.print_groups("feature", table, out)
    endings.print_endings("feature", {entry: number[label] for entry, label in entries.items()}, LONGEST, out)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    table, entries = learn(list(placed_words(sys.argv[1:])))
    print_c(table, entries, sys.stdout)
    print(f"{len(entries)} entries, {len(set(entries.values()))} labels", file=sys.stderr)


if __name__ == "__main__":
    main()
