"""What blocks tell beyond their kind: language, number, part, speaker; and charsets."""

import libpolicy
from conftest import ROOT

ENGLISH = "The ministry should publish the survey of the lake before the end of the year."
FRENCH = "Le ministère doit publier le relevé du lac avant la fin de l'année, et la France doit l'aider sans délai."


def test_english_is_analysed():
    doc = libpolicy.analyse(text=ENGLISH)
    assert doc.language == "en" and doc.language_confidence > 0.99
    assert len(doc.recommendations) == 1 and len(doc.warnings) == 0


def test_other_languages_have_names_alone():
    doc = libpolicy.analyse(text=FRENCH)
    assert (doc.language, [actor.name for actor in doc.actors]) == ("fr", ["France"])
    assert len(doc.sentences) > 0
    assert (len(doc.tokens), len(doc.statements), len(doc.recommendations)) == (0, 0, 0)
    assert [(w.code, w.span) for w in doc.warnings] == [("not-english", (0, len(FRENCH)))]


def test_blocks_have_their_own():
    doc = libpolicy.analyse(text="\n\n".join([ENGLISH, ENGLISH, FRENCH, ENGLISH]))
    assert [block.language for block in doc.blocks] == ["en", "en", "fr", "en"]
    assert all(block.language_confidence > 0.9 for block in doc.blocks)
    assert [block.get("language") for block in doc.to_dict()["blocks"]] == [None, None, "fr", None]
    assert libpolicy.Document.from_json(doc.to_json()).blocks[2].language == "fr"
    assert {block.speaker for block in doc.blocks} == {""}


def test_nothing_to_tell():
    doc = libpolicy.read(text="12")
    assert (doc.language, doc.language_confidence, doc.blocks[0].language) == ("", 0, "")


def test_what_told_the_charset():
    told = [(doc.source.charset, doc.charset_source) for doc in map(lambda given: libpolicy.read(text=given), [
        b"\xef\xbb\xbfone", "caf\u00e9".encode(), b"Ghana\x92s trawlers"])]
    assert told == [("utf-8", "bom"), ("utf-8", "valid-utf8"), ("windows-1252", "detected")]
    declared = libpolicy.read(text=b"caf\xe9", media_type="text/plain; charset=latin1")
    assert (declared.charset_source, declared.charset_confidence) == ("declared", 0.9)
    assert declared.to_dict()["source"]["charset_source"] == "declared"
    assert libpolicy.Document.from_json(declared.to_json()).charset_confidence == 0.9


def test_parts_and_numbers():
    doc = libpolicy.read(ROOT / "examples" / "resolution.txt")
    parts = [block.part for block in doc.blocks if block.part]
    assert parts == ["preamble"] * parts.count("preamble") + ["operative"] * parts.count("operative")
    assert [block.paragraph_number for block in doc.blocks if block.part == "operative"][:4] == ["1", "2", "(a)", "(b)"]
    assert doc.to_dict()["blocks"][doc.blocks[-1].number]["id"] == doc.blocks[-1].id


def test_speakers():
    doc = libpolicy.read(ROOT / "examples" / "debate.txt")
    speakers = [block.speaker for block in doc.blocks]
    assert speakers[:8] == [""] * 6 + ["The President", "Mr. Mensah (Ghana)"]
    assert speakers[8] == "Mr. Mensah (Ghana)"  # the turn goes on
    assert doc.blocks[-2].language == "fr"
