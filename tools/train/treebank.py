"""CoNLL-U in, and the classes that the tagger and the parser choose among.

Shared by teacher.py, silver.py, student.py and export.py.
"""
import collections
import json
import random

# The features that the tagger decides in context; all others hang on the word and its tag alone (see lexical.py).
CORE = ("Degree", "Mood", "Number", "Person", "Polarity", "Tense", "VerbForm", "Voice")
ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL = range(8)

Sentence = collections.namedtuple("Sentence", "forms lemmas tags feats heads relations")


def tag_of(columns):
    """The class of a word: UPOS, XPOS and its core features, as one string."""
    core = "|".join(f for f in columns[FEATS].split("|") if f.split("=")[0] in CORE)
    return f"{columns[UPOS]}/{columns[XPOS]}/{core or '_'}"


def read(path):
    """Yields the sentences of a CoNLL-U file: syntactic words only; heads count from 1, 0 is the root."""
    rows = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                yield Sentence([r[FORM] for r in rows], [r[LEMMA] for r in rows], [tag_of(r) for r in rows],
                               [r[FEATS] for r in rows], [int(r[HEAD]) for r in rows], [r[DEPREL] for r in rows])
            rows = []
        elif line[0] != "#":
            columns = line.split("\t")
            if columns[ID].isdigit():
                rows.append(columns)


def read_all(paths):
    return [sentence for path in paths for sentence in read(path)]


def recased(forms, rate):
    """Headings and statutes come in capitals or without any: now and then a sentence of training does too."""
    if random.random() > rate:
        return forms
    how = random.choice((str.lower, str.upper, str.title))
    return [how(form) for form in forms]


def batches(lengths, budget):
    """Groups of sentence numbers of like length, each of at most `budget` words with padding, the shortest first."""
    keys = sorted(range(len(lengths)), key=lambda i: lengths[i] + 3 * random.random())
    group, groups = [], []
    for i in keys:
        if group and (len(group) + 1) * lengths[i] > budget:
            groups.append(group)
            group = []
        group.append(i)
    return groups + [group]


class Classes:
    """The tags and relations, numbered. Rare tags are taken for the commonest one of the same UPOS."""

    def __init__(self, tags, relations, rare):
        self.tags, self.relations, self.rare = tags, relations, rare
        self.tag_number = {tag: i for i, tag in enumerate(tags)}
        self.relation_number = {relation: i for i, relation in enumerate(relations)}

    @classmethod
    def learn(cls, sentences, least=5):
        tags = collections.Counter(tag for s in sentences for tag in s.tags)
        relations = collections.Counter(r for s in sentences for r in s.relations)
        kept = sorted(tag for tag, n in tags.items() if n >= least)
        best = {}
        for tag, n in tags.most_common():
            best.setdefault(tag.split("/")[0], tag)
        return cls(kept, sorted(r for r, n in relations.items() if n >= least), best)

    def tag(self, tag):
        number = self.tag_number.get(tag)
        return self.tag_number[self.rare[tag.split("/")[0]]] if number is None else number

    def relation(self, relation):
        number = self.relation_number.get(relation)
        return self.relation_number[relation.split(":")[0]] if number is None else number

    def save(self, path):
        with open(path, "w", encoding="utf-8") as out:
            json.dump({"tags": self.tags, "relations": self.relations, "rare": self.rare}, out, indent=0)

    @classmethod
    def load(cls, path):
        return cls(**json.load(open(path, encoding="utf-8")))


def score(gold, predicted_tags, predicted_heads, predicted_relations, classes):
    """UPOS, whole tag, UAS and LAS (relations without subtypes, punctuation counted), as in conll18_ud_eval."""
    upos = tags = uas = las = words = 0
    for s, t, h, r in zip(gold, predicted_tags, predicted_heads, predicted_relations):
        for i in range(len(s.forms)):
            tag, relation = classes.tags[t[i]], classes.relations[r[i]]
            words += 1
            upos += tag.split("/")[0] == s.tags[i].split("/")[0]
            tags += tag == s.tags[i]
            uas += h[i] == s.heads[i]
            las += h[i] == s.heads[i] and relation.split(":")[0] == s.relations[i].split(":")[0]
    return {name: round(100 * n / words, 2) for name, n in
            (("UPOS", upos), ("tag", tags), ("UAS", uas), ("LAS", las))}
