#!/usr/bin/env python3
"""Makes libpolicy/data/sentence_weights.c from treebanks.

usage: sentence.py EVIDENCE TREEBANK.conllu... > sentence_weights.c

EVIDENCE is the program made from sentence_evidence.c. The treebanks are the training parts of UD English
EWT (CC BY-SA 4.0) and GUM (CC BY 4.0). Logistic regression by stochastic gradient descent (AdaGrad, with
averaging and L2), rounded to bytes. Random choices are seeded: the same input gives the same table.
"""
import math
import random
import subprocess
import sys

BUCKETS, UNIT, EPOCHS, RATE, DECAY = 16384, 16, 6, 0.15, 3e-5


def paragraphs(path):
    """(text, ends of sentences) of each paragraph, in bytes."""
    text, ends, space, new, last = bytearray(), [], False, False, 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith(("# newpar", "# newdoc")):
            new = True
        elif not line:
            ends.append(len(text))
        elif line[0] != "#":
            column = line.split("\t")
            if "." in column[0]:
                continue
            first, _, end = column[0].partition("-")
            if first == "1" and new:
                if ends:
                    yield bytes(text), ends
                text, ends, space, new = bytearray(), [], False, False
            if first == "1":
                last = 0
            if not end and int(first) <= last:
                continue
            last = int(end or first)
            text += (b" " if space else b"") + column[1].encode()
            space = "SpaceAfter=No" not in column[9]
    if ends:
        yield bytes(text), ends


def evidence(program, paths):
    """(label, places) of each open gap."""
    records = b"".join(b"%d %d %s\n%s" % (len(text), len(ends), b" ".join(b"%d" % e for e in ends), text)
                       for path in paths for text, ends in paragraphs(path))
    lines = subprocess.run([program], input=records, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    return [(int(line[:1]), [int(place) for place in line.split()[1:]]) for line in lines]


def train(gaps):
    random.seed(1)
    weights, squares, sums, steps = [0.0] * BUCKETS, [1.0] * BUCKETS, [0.0] * BUCKETS, 0
    for epoch in range(EPOCHS):
        random.shuffle(gaps)
        for label, places in gaps:
            total = sum(weights[p] for p in places)
            error = label - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            if -0.002 < error < 0.002:
                continue
            for p in places:
                gradient = error - DECAY * len(gaps) ** 0.5 * weights[p]
                squares[p] += gradient * gradient
                weights[p] += RATE * gradient / math.sqrt(squares[p])
        if epoch >= EPOCHS // 2:
            sums = [s + w for s, w in zip(sums, weights)]
            steps += 1
        wrong = sum((sum(weights[p] for p in places) > 0) != label for label, places in gaps)
        print(f"epoch {epoch}: {wrong} of {len(gaps)} wrong", file=sys.stderr)
    return [max(-127, min(127, round(UNIT * s / steps))) for s in sums]


def main():
    weights = train(evidence(sys.argv[1], sys.argv[2:]))
    print("/* Made by tools/train/sentence.py from the training parts of UD English EWT (CC BY-SA 4.0) and GUM")
    print("   (CC BY 4.0); do not edit. This table is under CC BY-SA 4.0. */")
    print('#include "data/sentence_weights.h"\n')
    print(f"const int8_t policy__sentence_weights[{BUCKETS}] = {{")
    line = "   "
    for weight in weights:
        if len(line) + len(str(weight)) + 2 > 112:
            print(line)
            line = "   "
        line += f" {weight},"
    print(line + "\n};")


if __name__ == "__main__":
    main()
