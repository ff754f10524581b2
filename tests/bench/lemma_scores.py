#!/usr/bin/env python3
"""How well lemmas and features agree with a treebank, given its tags.

usage: lemma_scores.py [--program PROGRAM] [-v] [TREEBANK.conllu...]

Default treebanks: ewt-dev and gum-dev in $POLICY_GOLD/treebanks, else ../shared/treebanks. PROGRAM (default: lemmas,
made by `make lemmas`) gets each word with its gold UPOS, XPOS and core features, with the gold tree and without. A
lemma `_` in the treebank counts as right, as in the CoNLL 2018 shared task. Features are compared whole, and whole but
for Typo, ExtPos, Style, Foreign and Abbr, which no word tells. -v lists what differs most. Exits with 77, as tests do
that are skipped, when there are no treebanks.
"""
import argparse
import os
import subprocess
import sys
from collections import Counter

CORE = ("Degree", "Mood", "Number", "Person", "Polarity", "Tense", "VerbForm", "Voice")
ASIDE = ("Typo", "ExtPos", "Style", "Foreign", "Abbr")
ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL = range(8)


def sentences(path):
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                rows.append(cells)
            elif not line.strip() and rows:
                yield rows
                rows = []


def only(feats, wanted):
    return "|".join(f for f in feats.split("|") if f != "_" and wanted(f.split("=")[0]))


def run(program, gold, tree):
    """(word, lemma, features) of each word; `tree`: its relations may be used."""
    words, lines = [], []
    for sentence in gold:
        for i, row in enumerate(sentence):
            head = int(row[HEAD])
            above = sentence[head - 1][DEPREL] if head else ""
            place = [row[DEPREL], above, "01"[0 < head <= i]] if tree else ["-", "", "0"]
            words.append(row)
            lines.append("\t".join([row[FORM], row[UPOS], row[XPOS], "01"[i == 0], *place,
                                    only(row[FEATS], CORE.__contains__)]))
    output = subprocess.run([program], input="\n".join(lines).encode() + b"\n", stdout=subprocess.PIPE, check=True)
    return [(word, *line.split("\t")) for word, line in zip(words, output.stdout.decode().split("\n"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="lemmas")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("treebanks", nargs="*")
    options = parser.parse_args()
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared")
    folder = os.path.join(os.environ.get("POLICY_GOLD", root), "treebanks")
    paths = options.treebanks or [os.path.join(folder, name) for name in ("ewt-dev.conllu", "gum-dev.conllu")]
    if not all(os.path.exists(path) for path in paths):
        print(f"skipped: no treebanks in {folder}")
        return 77
    for path in paths:
        gold, wrong = list(sentences(path)), Counter()
        for tree in (False, True):
            words = run(options.program, gold, tree)
            lemmas = whole = most = 0
            for row, lemma, feats in words:
                lemmas += row[LEMMA] in ("_", lemma)
                whole += only(row[FEATS], bool) == feats
                same = only(row[FEATS], lambda f: f not in ASIDE) == only(feats, lambda f: f not in ASIDE)
                most += same
                if tree and row[LEMMA] not in ("_", lemma):
                    wrong["\t".join(row[FORM:FEATS]) + f"\tgot {lemma}"] += 1
                if tree and not same:
                    wrong["\t".join((row[FORM], row[UPOS], row[XPOS], row[FEATS])) + f"\tgot {feats}"] += 1
            print(f"{os.path.basename(path)} {'with' if tree else 'without'} tree: {len(words)} words,"
                  f" lemmas {100 * lemmas / len(words):.2f}, features {100 * whole / len(words):.2f}"
                  f" ({100 * most / len(words):.2f} but for {', '.join(ASIDE)})")
        if options.v:
            print(*(f"{n}\t{what}" for what, n in wrong.most_common(60)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
