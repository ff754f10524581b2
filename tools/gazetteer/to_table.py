#!/usr/bin/env python3
"""Makes a table for policy_gazetteer_read of libpolicy/data/gazetteer.tsv: to_table.py GAZETTEER.TSV > TABLE.TSV.

First names are left out; ids are made of codes or names. doc/gazetteer.md describes the table.
"""
import re
import sys

entries = {}
for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith("#"):
        continue
    name, kind, codes, use, form, _source = line.rstrip("\n").split("\t")
    if use == "given":
        continue
    name = name or form  # a longer name of something else
    codes = [code.split(":", 1) for code in codes.split()]
    key = codes[-1][1] if codes else re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    entry = entries.setdefault(f"{kind}:{key}", (kind, name, codes, {}))
    entry[3].setdefault(use, []).append(form)

print("# Made by tools/gazetteer/to_table.py from libpolicy/data/gazetteer.tsv, which names its sources.")
for key, (kind, name, codes, uses) in entries.items():
    print("entry", key, kind, name, ";".join("=".join(code) for code in codes), sep="\t")
    for use, forms in uses.items():
        print("form", use, "en", "|".join(forms), sep="\t")
