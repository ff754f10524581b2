#!/usr/bin/env python3
"""Makes libpolicy/data/language_table.c: which trigrams of letters speak for which language.

usage: generate.py langdetect-1.0.9.tar.gz > libpolicy/data/language_table.c
       (pip download --no-deps --no-binary :all: langdetect==1.0.9)

langdetect (Apache-2.0, Cybozu Labs and Michal Danilak) has counts of n-grams in the abstracts of Wikipedia. For each
language of a script that several languages share, its most frequent trigrams in lower case, a space standing for
whatever is no letter; for each trigram, the languages in which it is more frequent than a floor, and the logarithm of
how much more. A row is a string with a character for each language of the script: its weight.
"""
import json
import math
import re
import sys
import tarfile
import unicodedata
from collections import Counter

SCRIPTS = {
    "LATIN": "af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi".split(),
    "CYRILLIC": "bg mk ru uk".split(),
    "ARABIC": "ar fa ur".split(),
    "DEVANAGARI": "hi mr ne".split(),
}
RANGES = {"LATIN": [(0x41, 0x24F), (0x1E00, 0x1EFF)], "CYRILLIC": [(0x400, 0x52F)], "ARABIC": [(0x600, 0x77F)],
          "DEVANAGARI": [(0x900, 0x97F)]}
MOST = 400  # trigrams of a language
FLOOR = 3e-5  # of the trigrams of a language
STEPS = 4  # of weight in a unit of natural logarithm
NOTHING = 35  # the character for no weight; from there on none needs an escape in C
COLUMNS = 32


def profile(counts, script):
    kept = Counter()
    for gram, count in counts.items():
        gram = unicodedata.normalize("NFC", gram.lower())
        inside = all(c == " " or any(a <= ord(c) <= b for a, b in RANGES[script]) for c in gram)
        if len(gram) == 3 and gram[1] != " " and inside:
            kept[gram] += count
    total = sum(kept.values())
    return {gram: count / total for gram, count in kept.items()}


def read_profiles(path):
    with tarfile.open(path) as archive:
        for script, languages in SCRIPTS.items():
            for language in languages:
                member = next(n for n in archive.getnames() if re.search(rf"/langdetect/profiles/{language}$", n))
                yield script, language, profile(json.load(archive.extractfile(member))["freq"], script)


def weigh(profiles):
    """trigram: the weights, by the place of the language in its script."""
    rows = {}
    for script, languages in SCRIPTS.items():
        grams = set()
        for language in languages:
            own = profiles[language]
            grams.update(sorted(own, key=lambda gram: (-own[gram], gram))[:MOST])
        for gram in grams:
            shares = [max(profiles[language].get(gram, 0), FLOOR) for language in languages]
            rows[gram] = [round(STEPS * math.log(share / FLOOR)) for share in shares]
    return rows


def key_of(gram):
    return ord(gram[0]) << 32 | ord(gram[1]) << 16 | ord(gram[2])


def slots_of(keys):
    bits = (2 * len(keys)).bit_length()
    slots = [0] * (1 << bits)
    for n, key in enumerate(keys, 1):
        at = (key * 0x9E3779B97F4A7C15 & (1 << 64) - 1) >> (64 - bits)
        while slots[at]:
            at = (at + 1) % len(slots)
        slots[at] = n
    return bits, slots


def spell(row):
    return "".join(chr(NOTHING + weight) for weight in row).replace("??", "?\\?")


def main():
    profiles = {language: shares for _, language, shares in read_profiles(sys.argv[1])}
    rows = weigh(profiles)
    grams = sorted(rows, key=key_of)
    bits, slots = slots_of([key_of(gram) for gram in grams])
    print("/* Which trigrams of letters speak for which language. Made by tools/language/generate.py from the profiles of\n"
          "   langdetect 1.0.9 (Apache-2.0, Cybozu Labs and Michal Danilak), counted in Wikipedia: do not edit.\n"
          "   generate.py langdetect-1.0.9.tar.gz > libpolicy/data/language_table.c */\n"
          '#include "data/language_table.h"\n')
    print("const char *const policy__language_codes[POLICY__LANGUAGE_GROUPS][POLICY__LANGUAGE_MOST] = {")
    for languages in SCRIPTS.values():
        half = (len(languages) + 1) // 2
        parts = [", ".join(f'"{language}"' for language in part) for part in (languages[:half], languages[half:])]
        print("    {" + ",\n     ".join(parts) + "},")
    print("};\n")
    print("const policy__language_row policy__language_rows[] = {\n    {0, \"" + chr(NOTHING) * COLUMNS + "\"},")
    for gram in grams:
        print(f'    {{{key_of(gram):#x}, "{spell(rows[gram])}"}},')
    print("};\n")
    print(f"const uint16_t policy__language_slots[1 << {bits}] = {{")
    for n in range(0, len(slots), 18):
        print("    " + ", ".join(map(str, slots[n:n + 18])) + ",")
    print(f"}};\nconst unsigned policy__language_slot_bits = {bits};")


if __name__ == "__main__":
    main()
