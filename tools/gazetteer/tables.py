"""The tables of tables/: reading them as one, and the words that forms are made of. README.md describes both."""
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = f"{HERE}/tables"
KINDS = "other state igo government party military company ngo media academic group person".split()
USES = "name acronym demonym capital seat regime half longer group".split()
LINKS = "member_of part_of government_of state".split()
CODES = "cameo iso3166-1 iso3166-1-alpha-2 iso3166-1-numeric iso3166-2 iso3166-3 m49 plover wikidata".split()
SECTORS = "BUS COP CRM CVL EDU GOV IGO JRN JUD LAB LEG MIL NGO OPP PTY REB REL SPY UAF".split()

# In the order of precedence: of a form that several claim, the first claim counts.
OWN = "longer states former_states regions igos governments parties armed_groups ngos media companies universities roles officials".split()
MADE = "state_facts subdivisions names state_names".split()
ACRONYM_MOST = 5


class Entry:
    def __init__(self, id, kind, name, table):
        self.id, self.kind, self.name, self.table = id, kind, name, table
        self.keys = {}   # key -> value, in the order of the tables
        self.forms = []  # (use, language, form, table)
        self.posts = []  # (title, id, from, to)

    def links(self, key):
        return self.keys[key].split("|") if key in self.keys else []


class Bad(Exception):
    pass


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if line.strip() and not line.startswith("#"):
                yield number, line


def read_table(name, entries, folder=FOLDER):
    """Adds a table to `entries`, which are by id. An entry without kind and name opens one that was there before."""
    entry = None
    for number, line in lines(f"{folder}/{name}.tsv"):
        fields = line.split("\t")
        where = f"{name}.tsv:{number}"
        if fields[0] == "entry" and 2 <= len(fields) <= 5:
            _, id, kind, canonical, keys = (fields + ["", "", ""])[:5]
            again = not kind and not canonical
            if again != (id in entries):
                raise Bad(f"{where}: {id} is {'not there' if again else 'there already'}")
            entry = entries.setdefault(id, Entry(id, kind, canonical, name))
            for pair in filter(None, keys.split(";")):
                key, sign, value = pair.partition("=")
                if not sign or not value:
                    raise Bad(f"{where}: not KEY=VALUE: {pair}")
                if key in entry.keys and key not in LINKS:
                    raise Bad(f"{where}: {key} for the second time")
                entry.keys[key] = f"{entry.keys[key]}|{value}" if key in entry.keys else value
        elif fields[0] == "form" and len(fields) == 4 and entry:
            for form in fields[3].split("|"):
                entry.forms.append((fields[1], fields[2], form, name))
        elif fields[0] == "post" and 3 <= len(fields) <= 5 and entry:
            entry.posts.append(tuple((fields[1:] + ["", ""])[:4]))
        else:
            raise Bad(f"{where}: neither entry, form nor post")


def read(names=None, folder=FOLDER):
    """Entries by id, of the tables that are there."""
    entries = {}
    for name in names or OWN + MADE:
        if os.path.exists(f"{folder}/{name}.tsv"):
            read_table(name, entries, folder)
    return entries


def entry_line(id, kind="", name="", keys=()):
    return "\t".join(["entry", id, kind, name, ";".join(f"{k}={v}" for k, v in keys)]).rstrip("\t") + "\n"


def form_line(use, language, forms):
    return "\t".join(["form", use, language, "|".join(forms)]) + "\n"


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


def word_rows():
    """The lines of words.tsv: class and words."""
    return [line.split("\t") for _, line in lines(f"{HERE}/words.tsv")]


def abbreviations():
    return {w for cls, text in word_rows() if cls == "abbrev" for w in text.split()}
