"""Memory: parts keep their document, nothing leaks, nothing is freed twice."""

import gc
import sys
import weakref

import pytest

import libpolicy
from conftest import RECORD, SANITIZED, memory
from libpolicy import _core

LISTS = ["blocks", "sentences", "tokens", "actors", "statements", "recommendations", "times", "citations", "events", "relations",
         "causal", "warnings"]
CYCLES = 1000 if SANITIZED else 100000


def fresh():
    return libpolicy.Document.from_dict(RECORD)


def flat(work, cycles=CYCLES, allowed=1 << 20):
    """Runs the work many times; memory must not grow by more than one MiB after the first tenth."""
    for _ in range(cycles // 10):
        work()
    gc.collect()
    before = memory()
    for _ in range(cycles):
        work()
    gc.collect()
    if not SANITIZED:  # its quarantine grows by design
        assert memory() - before <= allowed


@pytest.mark.parametrize("name", LISTS)
def test_parts_outlive_their_document(name):
    doc = fresh()
    seen = weakref.ref(doc)
    part = getattr(doc, name)[0]
    text, document = part.text, doc.to_json(tokens=True)
    del doc
    gc.collect()
    assert seen() is None
    assert part.text == text and repr(part) and part.document.to_json(tokens=True) == document


def test_parts_of_parts_outlive_everything():
    doc = fresh()
    component = doc.statements[0].attributes[0]
    mention = doc.actors[0].mentions[0]
    token = doc[1][0].head
    actors = doc.recommendations[0].addressees
    del doc
    gc.collect()
    assert (component.actor.name, mention.text, token.form, actors[0].name) == ("Japan", "Japan", "support", "Japan")


def test_lists_outlive_their_document():
    actors = fresh().actors
    gc.collect()
    assert [each.name for each in actors.by(kind="state")] == ["Japan", "Ghana"]


def test_making_and_dropping_documents():
    data = fresh().to_json(tokens=True)
    flat(lambda: libpolicy.Document.from_json(data), cycles=CYCLES // 5)


def test_making_and_dropping_texts():
    flat(lambda: libpolicy.read(text="one two"))


@pytest.mark.parametrize("name", LISTS)
def test_making_and_dropping_parts(name):
    parts = getattr(fresh(), name)
    flat(lambda: parts[0])


def test_strings_and_outputs_are_freed(doc):
    flat(lambda: (doc.title, doc.to_json(), doc.actors[0].codes, doc.actors[0].document), cycles=CYCLES // 5)
    flat(lambda: (doc.summary(), doc.statements[0].igscript), cycles=CYCLES // 20)


def test_words_and_trees_are_freed():
    doc = libpolicy.read(text="Ghana should act. Boats wait.")
    left = iter(range(10**9))
    flat(lambda: (libpolicy.parse(doc).to_conllu(), libpolicy.analyse(doc, full=True)[0].root), cycles=CYCLES // 50)

    def cancel():
        try:
            libpolicy.parse(doc, progress=lambda done: next(left) % 4 != 3)
        except libpolicy.CancelledError:
            pass

    flat(cancel, cycles=CYCLES // 50)


def test_failures_leak_nothing():
    def fail():
        for call in (lambda: libpolicy.Document.from_json("{"), lambda: libpolicy.read(path="/no/such"),
                     lambda: libpolicy.read(text="a\ud800"), lambda: libpolicy.read(text="a", limits={"x": 1}),
                     lambda: libpolicy.read(text="a", progress=lambda done: False), lambda: _core.policy_token_form(None)):
            try:
                call()
            except Exception:
                continue
            raise AssertionError

    flat(fail, cycles=CYCLES // 20)


def test_none_keeps_its_count(doc):
    token = doc.tokens[1]
    before = sys.getrefcount(None)
    for _ in range(10000):
        token.head
        doc.check()
        try:
            libpolicy.Document.from_json("{")
        except libpolicy.FormatError:
            pass
    assert abs(sys.getrefcount(None) - before) < 100


def test_explicit_deletion_is_not_offered(doc):
    assert not [name for name in dir(libpolicy.Document) + dir(libpolicy.Actor)
                if name.lstrip("_") in ("free", "close", "unref", "del")]
    assert not [name for name in dir(_core) if name.startswith("delete_") or name.endswith(("_ref", "_unref"))]
    assert not hasattr(doc, "__swig_destroy__")


def test_many_owners_of_one_document():
    doc = fresh()
    owners = [part.document for name in LISTS for part in getattr(doc, name)]
    assert all(owner == doc for owner in owners)
    del doc
    while owners:
        assert owners.pop().title == "A note"
        gc.collect(0)
