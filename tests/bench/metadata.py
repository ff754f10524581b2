#!/usr/bin/env python3
"""How many titles, authors, dates and publishers the reader gets right.

usage: metadata.py [--policy PROGRAM] [--gold DIR] [-v]

DIR (default: $POLICY_GOLD/policybench/dev, else ../shared/policybench/dev) holds N.txt and N.gold.json, whose
"meta" names what a careful reader finds in the text; null or an empty list where it says nothing. Right is what
is the same but for case and white space: also "nothing" where there is nothing. Exits with 77, as tests do that
are skipped, when DIR is absent.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

FIELDS = ("title", "authors", "date", "publisher")


def plain(value):
    """A value as a list of words to compare by."""
    values = value if isinstance(value, list) else [value] if value else []
    return [" ".join(v.split()).casefold() for v in values]


def found(metadata, field):
    if field == "authors":
        return [author["name"] for author in metadata.get("authors", [])]
    return metadata.get(field)


def main():
    root = os.environ.get("POLICY_GOLD", os.path.join(os.path.dirname(__file__), "../../../shared"))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--policy", default="./policy")
    parser.add_argument("--gold", default=os.path.join(root, "policybench/dev"))
    parser.add_argument("-v", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    names = sorted(glob.glob(os.path.join(options.gold, "*.gold.json")))
    if not names:
        print(f"metadata: no documents in {options.gold}: skipped")
        return 77
    texts = [name[: -len(".gold.json")] + ".txt" for name in names]
    output = subprocess.run([options.policy, "read", "-f", "jsonl", *texts], capture_output=True, check=True).stdout
    documents = [json.loads(line) for line in output.splitlines()]
    right = dict.fromkeys(FIELDS, 0)
    spoken = dict.fromkeys(FIELDS, 0)
    heard = dict.fromkeys(FIELDS, 0)
    for name, document in zip(names, documents, strict=True):
        with open(name, encoding="utf-8") as file:
            gold = json.load(file)["meta"]
        for field in FIELDS:
            ours, theirs = found(document.get("metadata", {}), field), gold[field]
            same = plain(ours) == plain(theirs)
            right[field] += same
            spoken[field] += bool(theirs)
            heard[field] += same and bool(theirs)
            if options.v and not same:
                print(f"{os.path.basename(name)}: {field}: {ours!r}, not {theirs!r}")
    for field in FIELDS:
        print(f"{field:10} {right[field]:3} of {len(names)} right; {heard[field]} of the {spoken[field]} that are there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
