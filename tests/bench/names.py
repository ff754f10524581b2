#!/usr/bin/env python3
"""How well the name tagger alone finds names in raw text.

usage: names.py [--program ./bench-names] [--gold ../shared/gold] [SET...]

SET: crossner_politics (the tagger learnt from it: names.json has figures of models that did not), re3d. Exact spans,
by type; PER+ORG whatever of the two the type is. The names that re3d counts hold titles, articles and descriptions,
so that its recall has a low ceiling.
"""
import argparse
import json
import subprocess
import tempfile
from collections import defaultdict

TYPES = {
    "crossner_politics": dict(person="PER", politician="PER", organisation="ORG", politicalparty="ORG", country="LOC", location="LOC"),
    "re3d": dict(Person="PER", Organisation="ORG", Location="LOC"),
}


def names(program, texts):
    """Per text the (first byte, last byte, type) that the program found."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [f"{folder}/{i:06}.txt" for i in range(len(texts))]
        for path, text in zip(paths, texts):
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
        found = defaultdict(set)
        for i in range(0, len(paths), 400):
            out = subprocess.run([program, "-l", *paths[i:i + 400]], capture_output=True, check=True, text=True).stdout
            for line in out.splitlines():
                path, begin, end, kind, _, _ = line.split("\t", 5)
                found[path].add((int(begin), int(end), kind))
        return [found[path] for path in paths]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="./bench-names")
    parser.add_argument("--gold", default="../shared/gold")
    parser.add_argument("sets", nargs="*", default=[])
    a = parser.parse_args()
    for name in a.sets or TYPES:
        with open(f"{a.gold}/actors/{name}.jsonl", encoding="utf-8") as f:
            records = [json.loads(line) for line in f]
        counts = defaultdict(lambda: [0, 0, 0])
        for r, found in zip(records, names(a.program, [r["text"] for r in records])):
            at = [0]
            for ch in r["text"]:
                at.append(at[-1] + len(ch.encode()))
            gold = {(at[s["start"]], at[s["end"]], TYPES[name][s["type"]]) for s in r["spans"]
                    if s["type"] in TYPES[name] and s.get("confidence", 1) >= .5}
            for kind in ("PER", "ORG", "LOC", "PER+ORG"):
                g, p = ({x[:2] for x in xs if x[2] in kind.split("+")} for xs in (gold, found))
                for i, n in enumerate((len(g & p), len(p), len(g))):
                    counts[kind][i] += n
        for kind, (right, told, there) in counts.items():
            print(f"{name:18} {kind:8} P {right / max(told, 1):.3f}  R {right / max(there, 1):.3f}  F {2 * right / max(told + there, 1):.3f}")


if __name__ == "__main__":
    main()
