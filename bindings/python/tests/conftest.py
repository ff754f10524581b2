"""What the tests share: a document with every kind of part, the samples, and a look at memory."""

import json
import os
from pathlib import Path

import pytest

import libpolicy

ROOT = Path(os.environ.get("srcdir") or Path(__file__).resolve().parents[3])
SAMPLES = sorted((ROOT / "examples").glob("*.txt"))
SANITIZED = "libasan" in os.environ.get("LD_PRELOAD", "")

# An astral character, a composed one and one of two bytes come before the words, so that bytes, UTF-16 units
# and code points all differ.
TEXT = "😀 Zoë’s note.\nJapan should support Ghana so that trade grows. If rain falls, crops fail.\n"


def at(words, start=0):
    begin = TEXT.index(words, start)
    return [begin, begin + len(words)]


def component(words, **more):
    return {"span": at(words), "text": words, **more}


RECORD = {
    "format": "policy-document", "version": 1, "id": "own:1",
    "source": {"name": "note.txt", "media_type": "text/plain", "charset": "utf-8", "bytes": 98, "pages": 2},
    "metadata": {
        "title": "A note", "subtitle": "on trade", "authors": [{"name": "Zoë Example"}, {"name": "B. Sample"}],
        "date": "2016-02-25", "publisher": "The Press", "language": "en", "topics": ["trade"],
        "regions": ["Africa", "Asia"], "identifier": "N-1", "url": "https://press.example/n1",
        "publisher_type": "media", "series": "Notes", "licence": "CC BY 4.0",
        "contributors": [{"role": "author", "name": "Zoë Example", "affiliation": "The Press"},
                         {"role": "editor", "name": "C. Sample"}],
        "dates": [{"kind": "published", "value": "2016-02-25", "source": "text"}, {"kind": "in_force", "value": "2017"}],
        "identifiers": [{"scheme": "report-number", "value": "N-1"}],
        "subjects": [{"scheme": "cap", "code": "18", "label": "trade"}, {"label": "Africa"}],
        "citation": {"type": "article", "title": "A note"}},
    "text": TEXT,
    "blocks": [{"id": "b1", "kind": "heading", "level": 1, "span": [0, 13], "page": 1, "box": [1, 2, 3.5, 4]},
               {"id": "b2", "kind": "paragraph", "span": [14, len(TEXT) - 1], "page": 2}],
    "pages": [{"width": 600.0, "height": 800.5}, {"width": 800.5, "height": 600.0}],
    "lines": [{"span": [0, 13], "page": 1, "box": [50.0, 60.0, 130.0, 12.0], "size": 10.5, "bold": True},
              {"span": at("Japan should support Ghana"), "page": 1, "box": [50.0, 90.0, 260.0, 10.0], "size": 10.0},
              {"span": at("so that trade grows. If rain falls, crops fail."), "page": 2, "box": [50.0, 60.0, 470.0, 10.0],
               "size": 10.0, "italic": True}],
    "sentences": [[0, 13], at("Japan should support Ghana so that trade grows."), at("If rain falls, crops fail.")],
    "actors": [
        {"id": "a1", "name": "Japan", "kind": "state", "codes": {"cameo": "JPN", "iso3166-1": "JPN"},
         "mentions": [{"span": at("Japan"), "form": "name"}]},
        {"id": "a2", "name": "Ghana", "kind": "state", "codes": {"iso3166-1": "GHA"},
         "mentions": [{"span": at("Ghana"), "form": "name"}]},
        {"id": "a3", "name": "Zoë", "kind": "person", "mentions": [{"span": at("Zoë"), "form": "name"}]}],
    "statements": [
        {"id": "s1", "sentence": 1, "span": at("Japan should support Ghana so that trade grows"),
         "type": "regulative", "negated": False, "attributes": [component("Japan", actor="a1", inferred=False)],
         "deontic": component("should", inferred=False), "aim": component("support", inferred=False),
         "direct_objects": [component("Ghana", actor="a2", inferred=False)],
         "activation_conditions": [{"text": "now", "inferred": True}]}],
    "recommendations": [
        {"id": "r1", "statement": "s1", "span": at("Japan should support Ghana so that trade grows"),
         "source": "author", "speaker": "a3", "force": "should", "addressees": ["a1"], "addressee_implicit": False,
         "beneficiaries": ["a2"], "purposes": [component("so that trade grows", inferred=False)],
         "instrument": "trade", "specificity": 2, "topic": "trade", "label": "Recommendation 1",
         "deadline": "2017", "status": "accepted", "why": "should", "confidence": 0.93}],
    "times": [{"span": at("note"), "type": "date", "value": "2016-02"}],
    "citations": [{"span": at("note"), "kind": "report", "scheme": "report-number", "value": "CP 12"}],
    "events": [{"id": "e1", "span": at("rain falls"), "kind": "rain", "status": "hypothetical", "date": "2016",
                "participants": [{"actor": "a2", "role": "place"}]}],
    "relations": [{"from": "a1", "to": "a2", "kind": "support", "sign": "+", "span": at("support")}],
    "causal": [{"cause": at("rain falls"), "effect": at("crops fail"), "sign": "+", "marker": at("If")}],
    "warnings": [{"code": "example", "message": "an example", "span": [0, 1]}],
    "tokens": [[], [{"span": at("Japan"), "form": "Japan", "lemma": "Japan", "upos": "PROPN",
                     "xpos": "NNP", "feats": "Number=Sing", "head": 1, "deprel": "nsubj"},
                    {"span": at("support"), "form": "support", "lemma": "support", "upos": "VERB",
                     "feats": "", "deprel": "root"}], []],
    "extra": {"mine": [1, "zwei", None]},
}


@pytest.fixture
def record():
    return json.loads(json.dumps(RECORD))


@pytest.fixture
def doc():
    return libpolicy.Document.from_dict(RECORD)


@pytest.fixture(scope="session")
def opinion():
    return libpolicy.analyse(ROOT / "examples" / "opinion.txt")


def memory():
    """The memory of the process that is in use, in bytes."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
