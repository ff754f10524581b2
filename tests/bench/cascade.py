#!/usr/bin/env python3
"""What the cascade selects of annotated documents, and what it loses.

usage: cascade.py [-v] [--program ./bench-cascade] [--gold ../shared] [FOLDER]

For each set that is there, under the folder named by --gold or POLICY_GOLD: the share of words in sentences that the
cascade selects, and of what was annotated, the share in sentences that it selects. Sentences are the library's. With
FOLDER, also the shares and the speed of bench-cascade on the texts in it. -v prints what is lost.
"""
import argparse
import difflib
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r"\w+")
WANTED = 0xFF


def listing(program, texts):
    """For each text: (is it selected, words, text) of its sentences."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(os.path.join(folder, "%06d.txt" % number))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(text)
        found = {path: [] for path in paths}
        for begin in range(0, len(paths), 500):
            output = subprocess.run([program, "-l"] + paths[begin:begin + 500], check=True, capture_output=True)
            for line in output.stdout.decode("utf-8").splitlines():
                path, _, _, bits, words, text = line.split("\t", 5)
                found[path].append((int(bits, 16) & WANTED, int(words), text))
    return [found[path] for path in paths]


def words_of(text):
    return [(m.start(), m.end(), m.group().casefold()) for m in WORD.finditer(text)]


def selected(text, sentences):
    """A function that tells whether the words of text[begin:end] stand in a selected sentence, found by their order."""
    source = words_of(text)
    target = [(w, s[0]) for s in sentences for _, _, w in words_of(s[2])]
    matcher = difflib.SequenceMatcher(None, [w[2] for w in source], [w[0] for w in target], autojunk=False)
    bits = {i + k: target[j + k][1] for i, j, n in matcher.get_matching_blocks() for k in range(n)}

    def ask(begin, end):
        return any(bits.get(i) for i, w in enumerate(source) if w[0] < end and w[1] > begin)
    return ask


class Tally:
    def __init__(self, name, verbose):
        self.name, self.verbose = name, verbose
        self.words = self.taken = self.gold = self.kept = 0

    def read(self, sentences):
        self.words += sum(s[1] for s in sentences)
        self.taken += sum(s[1] for s in sentences if s[0])

    def expect(self, kept, where, quote):
        self.gold += 1
        self.kept += bool(kept)
        if not kept and self.verbose:
            print("%s lost: %s: %.300s" % (self.name, where, quote))

    def show(self):
        print("%-14s %5.1f %% of %7d words selected, %5d of %5d kept: recall %.4f" % (
            self.name, 100 * self.taken / max(self.words, 1), self.words, self.kept, self.gold,
            self.kept / max(self.gold, 1)))


def policybench(program, root, verbose):
    tally = Tally("policybench", verbose)
    keys = sorted(glob.glob(os.path.join(root, "policybench", "dev", "*.gold.json")))
    texts = [open(k[:-10] + ".txt", encoding="utf-8").read() for k in keys]
    for key, text, sentences in zip(keys, texts, listing(program, texts)):
        with open(key, encoding="utf-8") as file:
            gold = json.load(file)
        with open(key[:-10] + ".sents.tsv", encoding="utf-8") as lines:
            spans = {int(c[0]): (int(c[1]), int(c[2])) for c in (line.split("\t", 3) for line in lines)}
        ask = selected(text, sentences)
        tally.read(sentences)
        for r in gold["recommendations"]:
            begin, end = spans[r["s"]]
            at = text.index(r["q"], begin, end)
            aim = text.find(r["aim_q"], at, end)
            aim = aim if aim >= 0 else at
            tally.expect(ask(aim, aim + len(r["aim_q"])), gold["doc"], text[begin:end])
    tally.show()


def records(root, name):
    path = os.path.join(root, "gold", name + ".jsonl")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def whole(program, root, verbose, name, is_gold):
    """Sets whose records are one statement each: is any sentence of it selected?"""
    rows = records(root, name)
    tally = Tally(name.split("/")[1], verbose)
    for row, sentences in zip(rows, listing(program, [r["text"] for r in rows])):
        tally.read(sentences)
        if is_gold(row["labels"]):
            tally.expect(any(s[0] for s in sentences), row["id"], row["text"])
    if rows:
        tally.show()


def parts(program, root, verbose, name, spans_of):
    """Sets whose records have annotated stretches."""
    rows = records(root, name)
    tally = Tally(name.split("/")[1], verbose)
    for row, sentences in zip(rows, listing(program, [r["text"] for r in rows])):
        tally.read(sentences)
        ask = selected(row["text"], sentences)
        for begin, end in spans_of(row["labels"]):
            tally.expect(ask(begin, end), row["id"], row["text"][begin:end])
    if rows:
        tally.show()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--program", default="./bench-cascade")
    parser.add_argument("--gold", default=os.environ.get("POLICY_GOLD", "../shared"))
    parser.add_argument("--only", action="append")
    parser.add_argument("folder", nargs="?")
    options = parser.parse_args()
    arguments = options.program, options.gold, options.verbose
    if options.folder:
        subprocess.run([options.program] + sorted(glob.glob(os.path.join(options.folder, "*.txt"))), check=True)
        sys.stdout.flush()
    sets = {
        "policybench": lambda: policybench(*arguments),
        "fpc_abdico": lambda: whole(*arguments, "statements/fpc_abdico", lambda g: g["coded"]),
        "eu_rules": lambda: whole(*arguments, "statements/eu_rules", lambda g: g["regulatory"]),
        "uk_deontic": lambda: whole(*arguments, "statements/uk_deontic", lambda g: g["regulative"]),
        "cdcp": lambda: parts(*arguments, "statements/cdcp", lambda g: [
            (c["start"], c["end"]) for c in g["components"] if c["type"] == "policy"]),
        "upr_docs": lambda: parts(*arguments, "recommendations/upr_docs", lambda g: [
            (r["start"], r["end"]) for r in g["recommendations"] if r["start"] is not None]),
    }
    for name, measure in sets.items():
        if not options.only or name in options.only:
            measure()


if __name__ == "__main__":
    main()
