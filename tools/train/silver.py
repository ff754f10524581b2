#!/usr/bin/env python3
"""Has the teacher label plain text, for the student to learn from: soft tags, heads and relations.

usage: silver.py --encoder FOLDER --teacher FOLDER --out FILE [--words N] DOCUMENT.json...

Each DOCUMENT holds lines of policy-document JSON with tokens, as `policy analyse -f jsonl --tokens` prints them.
"""
import argparse
import json
import random
import time

import torch

import teacher
import treebank

KEPT = 4  # alternatives of each choice that are remembered


def sentences(paths):
    for path in paths:
        for line in open(path, encoding="utf-8"):
            document = json.loads(line)
            text = document["text"]
            for tokens in document.get("tokens", ()):
                forms = [t.get("form") or text[t["span"][0]:t["span"][1]] for t in tokens]
                if 3 <= len(forms) <= 120:
                    yield forms


def chosen(paths, words):
    pool = list(sentences(paths))
    random.shuffle(pool)
    total = 0
    for i, forms in enumerate(pool):
        total += len(forms)
        if total > words:
            return pool[:i]
    return pool


def best(logits):
    value, index = torch.softmax(logits, -1).topk(min(KEPT, logits.shape[-1]))
    return index.to(torch.int16), value.half()


def label(model, pool, pieces):
    """(tag, head, relation), each a pair of numbers and probabilities, for each sentence of the pool."""
    done, begin, words = [None] * len(pool), time.time(), 0
    with torch.no_grad():
        for step, group in enumerate(treebank.batches([len(forms) + 1 for forms in pool], 4000)):
            batch = teacher.collate([pool[i] for i in group], pieces)
            tag, arcs, child, head = model(batch)
            relation = model.labels(child, head, arcs.argmax(-1))
            results = [best(x) for x in (tag, arcs, relation)]
            for row, i in enumerate(group):
                size = len(pool[i]) + 1
                done[i] = [(index[row, 1:size].clone(), value[row, 1:size].clone()) for index, value in results]
                words += size - 1
            if step % 50 == 0:
                print(f"{words} words, {time.time() - begin:.0f} s", flush=True)
    return done


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--encoder", required=True)
    options.add_argument("--teacher", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--words", type=int, default=2000000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("documents", nargs="+")
    o = options.parse_args()
    random.seed(o.seed)
    classes = treebank.Classes.load(f"{o.teacher}/classes.json")
    model = teacher.Teacher(teacher.load_encoder(o.encoder), classes)
    model.load_state_dict(torch.load(f"{o.teacher}/teacher.pt"))
    model.eval()
    pool = chosen(o.documents, o.words)
    torch.save({"forms": pool, "labels": label(model, pool, teacher.Pieces(o.encoder))}, o.out)


if __name__ == "__main__":
    main()
