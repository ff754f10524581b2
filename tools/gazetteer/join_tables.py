#!/usr/bin/env python3
"""Joins tables in which an entry stands more than once into one in which each stands once: join_tables.py TABLE... > TABLE.

The first kind and name of an id hold; keys and forms are added up. Links to entries that are in none of the tables are left out.
"""
import sys

LINKS = {"member_of", "part_of", "government_of"}
entries, current = {}, None
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "entry":
            id, kind, name, keys = (cells[1:] + [""] * 3)[:4]
            current = entries.setdefault(id, {"kind": "", "name": "", "keys": {}, "forms": {}, "posts": []})
            current["kind"], current["name"] = current["kind"] or kind, current["name"] or name
            for pair in filter(None, keys.split(";")):
                key, value = pair.split("=", 1)
                old = current["keys"].get(key)
                current["keys"][key] = value if old is None or key not in LINKS else old + "|" + value
        elif cells[0] == "form":
            forms = current["forms"].setdefault((cells[1], cells[2]), {})
            forms.update(dict.fromkeys(cells[3].split("|")))
        elif cells[0] == "post":
            current["posts"].append(cells[1:])

entries = {id: entry for id, entry in entries.items() if entry["kind"] and entry["name"]}
print("# Joined by tools/gazetteer/join_tables.py.")
for id, entry in entries.items():
    for key in LINKS & set(entry["keys"]):
        known = dict.fromkeys(link for link in entry["keys"][key].split("|") if link in entries and link != id)
        entry["keys"][key] = "|".join(known)
    keys = ";".join(f"{key}={value}" for key, value in entry["keys"].items() if value)
    print("entry", id, entry["kind"], entry["name"], keys, sep="\t")
    for (use, language), forms in entry["forms"].items():
        print("form", use, language, "|".join(forms), sep="\t")
    for post in entry["posts"]:
        print("post", *post, sep="\t")
