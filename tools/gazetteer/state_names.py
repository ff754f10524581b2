#!/usr/bin/env python3
"""Adds what other lists know of states to a table: names in other languages, and further codes.

usage: state_names.py --cldr FOLDER --iso FILE --borders FILE < TABLE.TSV > TABLE.TSV

--cldr     main/ of npm's cldr-localenames-full (Unicode-3.0)
--iso      iso_3166-1.json of Debian's iso-codes (LGPL-2.1-or-later)
--borders  borders.json of npm's @rapideditor/country-coder (ISC): Wikidata's numbers

The languages are those of LANGUAGES: official ones of the United Nations and of the European Union, and others that many
people speak.
"""
import argparse
import json
import os
import sys

LANGUAGES = """af am ar az be bg bn bs ca cs cy da de el es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id is it ja ka kk km
kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl pa pl ps pt pt-PT ro ru si sk sl so sq sr sr-Latn sv sw ta te th tk tr uk
ur uz vi zh zh-Hant zu""".split()


def names_of(folder):
    """By alpha-2 code: a list of languages with their names."""
    names = {}
    for language in LANGUAGES:
        path = os.path.join(folder, language, "territories.json")
        with open(path, encoding="utf-8") as file:
            territories = json.load(file)["main"][language]["localeDisplayNames"]["territories"]
        for key, name in territories.items():
            code = key.split("-")[0]
            if len(code) == 2 and "-alt-biot" not in key and "|" not in name and "\t" not in name:
                names.setdefault(code, {}).setdefault(language, []).append(name)
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("cldr", "iso", "borders"):
        parser.add_argument("--" + name, required=True)
    given = parser.parse_args()
    names = names_of(given.cldr)
    with open(given.iso, encoding="utf-8") as file:
        countries = {each["alpha_3"]: each for each in json.load(file)["3166-1"]}
    with open(given.borders, encoding="utf-8") as file:
        wikidata = {each["properties"].get("iso1A3"): each["properties"]["wikidata"]
                    for each in json.load(file)["features"] if each["properties"].get("iso1A3")}
    print("# Names and codes of states: tools/gazetteer/state_names.py, which names its sources.")
    pending = None
    for line in sys.stdin:
        if pending is not None and not line.startswith("form"):
            print(*pending, sep="\n")
            pending = None
        cells = line.rstrip("\n").split("\t")
        country = countries.get(cells[1][6:]) if cells[0] == "entry" and cells[1].startswith("state:") else None
        if country is not None:
            alpha2, numeric = country["alpha_2"], country["numeric"]
            codes = [cells[4], f"iso3166-1-alpha-2={alpha2}", f"iso3166-1-numeric={numeric}", f"m49={numeric}"]
            if country["alpha_3"] in wikidata:
                codes.append(f"wikidata={wikidata[country['alpha_3']]}")
            cells[4] = ";".join(codes)
            line = "\t".join(cells) + "\n"
            pending = ["\t".join(("form", "name", "en", cells[3]))]  # or the name would be of those languages alone
            pending += ["\t".join(("form", "name", language, "|".join(dict.fromkeys(each))))
                       for language, each in names.get(alpha2, {}).items()]
        sys.stdout.write(line)
    if pending is not None:
        print(*pending, sep="\n")


if __name__ == "__main__":
    main()
