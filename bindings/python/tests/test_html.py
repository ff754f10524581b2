"""The view in notebooks: well formed, escaped, marked, cut."""

from html.parser import HTMLParser

import pytest

import libpolicy
from conftest import SAMPLES, TEXT

VOID = {"br"}


class Checker(HTMLParser):
    """Refuses tags that are not closed in order; keeps the words, and those inside each class."""

    def __init__(self, html):
        super().__init__()
        self.open, self.words, self.by_class = [], [], {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append((tag, dict(attributes).get("class", "").split()))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if any(tag == "style" for tag, _ in self.open):
            return
        self.words.append(data)
        for _, names in self.open:
            for name in names:
                self.by_class[name] = self.by_class.get(name, "") + data


def test_a_document(doc):
    page = Checker(doc._repr_html_())
    assert page.by_class["lp-title"] == "A note"
    assert page.by_class["lp-text"] == "".join(block.text for block in doc.blocks)
    assert "support" in page.by_class["lp-r"] and "Japan" in page.by_class["lp-state"]
    assert "Recommendation 1" in page.by_class["lp-rows"] and "so that trade grows" in page.by_class["lp-rows"]
    assert "Zoë" in page.by_class["lp-person"] and "should" in page.by_class["lp-f"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples(sample):
    doc = libpolicy.analyse(sample)
    page = Checker(doc._repr_html_())
    shown = "".join(page.by_class["lp-text"].split())
    assert "".join("".join(block.text for block in doc.blocks).split()).startswith(shown.partition("…")[0])


def test_lists(doc):
    for name in ("blocks", "pages", "lines", "sentences", "tokens", "actors", "statements", "recommendations", "times", "citations", "events",
                 "relations", "causal", "warnings"):
        page = Checker(getattr(doc, name)._repr_html_())
        assert page.by_class["lp-rows"]
    assert "Japan" in Checker(doc.actors._repr_html_()).by_class["lp-rows"]
    assert Checker(doc.actors[:0]._repr_html_()).words == ["none"]
    for each in (doc.statements[0].components, doc.actors[0].mentions, doc.events[0].participants):
        Checker(each._repr_html_())


def test_nothing_is_markup(record):
    evil = "<script>alert(1)</script> & \"'\n"
    record["metadata"]["title"] = evil.strip()
    record["actors"][0]["name"] = evil.strip()
    record["recommendations"][0]["label"] = evil.strip()
    doc = libpolicy.Document.from_dict(record)
    text = libpolicy.analyse(text="Ghana should stop <img src=x onerror=y>. " + evil)
    for html in (doc._repr_html_(), doc.actors._repr_html_(), doc.recommendations._repr_html_(), text._repr_html_(),
                 text.sentences._repr_html_()):
        assert "<script" not in html and "<img" not in html
        Checker(html)


def test_long_documents_are_cut():
    doc = libpolicy.analyse(text="\n\n".join(["Ghana should stop the ships. " * 30] * 200))
    html = doc._repr_html_()
    assert len(html) < 400_000
    page = Checker(html)
    assert "more characters" in page.by_class["lp-text"] and "more" in "".join(page.words[-1:])
    Checker(doc.tokens._repr_html_())


def test_it_is_self_contained(doc):
    html = doc._repr_html_()
    assert "http" not in html.replace("https://press.example", "") and "url(" not in html and "@import" not in html


def test_every_kind_has_a_colour():
    from libpolicy import _core, _html
    kinds = {_core.policy_actor_kind_name(n) for n in range(12)}
    forces = {_core.policy_force_name(n) for n in range(5)}
    assert kinds == set(_html._ACTOR_HUES) and forces == set(_html._FORCE_HUES) and "" not in kinds | forces
    assert TEXT


class Links(HTMLParser):
    """The ids of a page and the places that its links name; empty elements aside, all must be closed in order."""

    VOID = {"meta", "br", "hr"}

    def __init__(self, html):
        super().__init__()
        self.open, self.ids, self.targets = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        if given.get("href", "").startswith("#"):
            self.targets.append(given["href"][1:])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_page_of_the_web(path):
    doc = libpolicy.analyse(path)
    page = doc.to_html()
    assert page.startswith("<!DOCTYPE html>\n<html")
    links = Links(page)
    assert len(set(links.ids)) == len(links.ids)
    assert set(links.targets) <= set(links.ids)
    assert bool(links.targets) >= bool(doc.recommendations)
