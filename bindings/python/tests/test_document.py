"""Documents and their parts: every property, lists as sequences, places, values."""

import copy
import json
import pickle
import subprocess
import os

import pytest

import libpolicy
from conftest import ROOT, SAMPLES, TEXT, at


def test_every_string_of_the_metadata(doc):
    assert (doc.title, doc.subtitle, doc.date, doc.publisher, doc.language, doc.identifier, doc.url, doc.id) == (
        "A note", "on trade", "2016-02-25", "The Press", "en", "N-1", "https://press.example/n1", "own:1")
    assert (doc.authors, doc.topics, doc.regions) == (("Zoë Example", "B. Sample"), ("trade",), ("Africa", "Asia"))
    assert doc.citation == {"type": "article", "title": "A note"}
    assert doc.extra == {"mine": [1, "zwei", None]}
    assert doc.source == ("note.txt", "text/plain", "utf-8", 98, 2)
    assert doc.source.size == 98


def test_absent_things_are_empty():
    empty = libpolicy.read(text="")
    assert (empty.title, empty.authors, empty.citation, empty.extra, empty.text) == ("", (), {}, {}, "")
    assert len(empty) == 0 and bool(empty)
    assert [len(each) for each in (empty.blocks, empty.actors, empty.recommendations, empty.warnings)] == [0] * 4
    assert repr(empty.actors) == "<0>"


def test_text_keeps_every_character(doc):
    assert doc.text == TEXT
    assert doc.text is doc.text


@pytest.mark.parametrize("part", ["sentences", "tokens", "times", "citations", "events", "relations", "causal", "statements",
                                  "recommendations", "blocks"])
def test_spans_slice_the_text(doc, part):
    items = getattr(doc, part)
    assert len(items) > 0
    for item in items:
        begin, end = item.span
        assert doc.text[begin:end] == item.text
        assert doc.text.encode()[item.byte_span.begin:item.byte_span.end].decode() == item.text


def test_blocks(doc):
    heading, paragraph = doc.blocks
    assert (heading.kind, heading.level, heading.page, heading.box) == ("heading", 1, 1, (1, 2, 3.5, 4))
    assert (paragraph.kind, paragraph.level, paragraph.box.width) == ("paragraph", 0, 0)
    assert (paragraph.id, paragraph.number) == ("b2", 1)


def test_sentences_are_sequences_of_tokens(doc):
    sentence = doc[1]
    assert sentence.block == doc.blocks[1]
    assert [token.form for token in sentence] == ["Japan", "support"]
    assert len(sentence) == 2 and sentence[-1].form == "support" and sentence[0] in sentence
    assert sentence.index(sentence[1]) == 1
    assert len(doc[0]) == 0 and bool(doc[0])


def test_tokens(doc):
    japan, support = doc.tokens
    assert (japan.lemma, japan.upos, japan.xpos, japan.features, japan.relation, japan.joined) == (
        "Japan", "PROPN", "NNP", {"Number": "Sing"}, "nsubj", False)
    assert japan.head == support and support.head is None and support.features == {}


def test_actors(doc):
    japan, ghana, zoe = doc.actors
    assert (japan.name, japan.kind, japan.codes, str(japan)) == (
        "Japan", "state", {"cameo": "JPN", "iso3166-1": "JPN"}, "Japan")
    assert (ghana.code("iso3166-1"), ghana.code("none")) == ("GHA", "")
    mention = zoe.mentions[0]
    assert (mention.form, mention.text, mention.span, mention.actor) == ("name", "Zoë", (2, 5), zoe)
    assert mention.byte_span == (5, 9) and mention == zoe.mentions[0] and hash(mention) == hash(zoe.mentions[0])
    assert mention != ghana.mentions[0]


def test_actors_by_name_and_code(doc):
    assert doc.actors["JPN"] == doc.actors["japan"] == doc.actors[0]
    assert "gha" in doc.actors and "FRA" not in doc.actors and doc.actors[2] in doc.actors
    assert doc.actors.get("FRA") is None and doc.actors.get("FRA", 1) == 1
    with pytest.raises(KeyError):
        doc.actors["FRA"]


def test_statements(doc):
    statement = doc.statements[0]
    assert (statement.type, statement.negated, statement.sentence) == ("regulative", False, doc[1])
    assert [part.role for part in statement.components] == [
        "attributes", "deontic", "aim", "direct_objects", "activation_conditions"]
    assert (statement.deontic.text, statement.aim.symbol, statement.modal, statement.function) == (
        "should", "I", None, None)
    assert statement.attributes[0].actor == doc.actors["JPN"] and statement.aim.actor is None
    now = statement.activation_conditions[0]
    assert now.inferred and now.span is None and now.byte_span is None and now.text == "now"
    assert len(now.properties) == 0 and now.statement is None and len(statement.or_else) == 0
    assert statement.igscript == "A(Japan) D(should) I(support) Bdir(Ghana) so that trade grows Cac([now])"
    assert doc.igscript() == statement.igscript + "\n"


def test_recommendations(doc):
    part = doc.recommendations[0]
    assert (part.id, part.statement, part.voice, part.force, part.addressee_implicit) == (
        "r1", doc.statements[0], "author", "should", False)
    assert (part.speaker.name, [each.name for each in part.addressees]) == ("Zoë", ["Japan"])
    assert (len(part.partners), len(part.targets), part.beneficiaries[0].name) == (0, 0, "Ghana")
    assert [each.text for each in part.purposes] == ["so that trade grows"] and len(part.reasons) == 0
    assert (part.instrument, part.topic, part.label, part.deadline, part.status, part.why, part.specificity) == (
        "trade", "trade", "Recommendation 1", "2017", "accepted", "should", 2)
    assert part.confidence == 0.93


def test_what_surrounds_them(doc):
    assert (doc.times[0].type, doc.times[0].value) == ("date", "2016-02")
    assert doc.contributors[0] == ("author", "Zoë Example", "The Press") and doc.contributors[1].affiliation == ""
    assert doc.dates[0].source == "text" and doc.dates[1] == ("in_force", "2017", "")
    assert doc.identifiers == (("report-number", "N-1"),) and doc.subjects[1].label == "Africa"
    assert (doc.publisher_type, doc.series, doc.licence) == ("media", "Notes", "CC BY 4.0")
    cited = doc.citations[0]
    assert (cited.kind, cited.scheme, cited.value, cited.text) == ("report", "report-number", "CP 12", "note")
    event = doc.events[0]
    assert (event.kind, event.status, event.date, event.participants[0]) == (
        "rain", "hypothetical", "2016", (doc.actors["GHA"], "place"))
    relation = doc.relations[0]
    assert (relation.source.name, relation.target.name, relation.kind, relation.sign) == (
        "Japan", "Ghana", "support", "+")
    claim = doc.causal[0]
    assert (claim.cause.text, claim.effect.text, claim.marker.text, claim.sign) == (
        "rain falls", "crops fail", "If", "+")
    assert claim.cause.span == tuple(at("rain falls")) and claim.text == "crops fail"
    assert (doc.warnings[0].code, doc.warnings[0].message) == ("example", "an example")


# ---- lists -------------------------------------------------------------------------------------------------


def test_lists_are_sequences(doc):
    actors = doc.actors
    assert [each.name for each in actors] == ["Japan", "Ghana", "Zoë"]
    assert actors[-1] == actors[2] and actors[-3] == actors[0]
    assert [each.name for each in actors[1:]] == ["Ghana", "Zoë"] and len(actors[::-2]) == 2
    assert actors[::-1][0].name == "Zoë" and type(actors[:1]) is libpolicy.Actors
    assert [each.name for each in reversed(actors)] == ["Zoë", "Ghana", "Japan"]
    assert actors.index(actors[1]) == 1 and actors.count(actors[1]) == 1
    assert actors[0] in actors and doc.blocks[0] not in actors and None not in actors
    assert actors == doc.actors and actors != actors[1:] and actors != 3
    for place in (3, -4, 2**40):
        with pytest.raises(IndexError):
            actors[place]
    with pytest.raises(TypeError):
        actors[1.0]
    with pytest.raises(AttributeError):
        actors.other = 1


def test_choosing(doc):
    assert [each.name for each in doc.actors.by(kind="state")] == ["Japan", "Ghana"]
    assert [each.name for each in doc.actors.by(kind={"person", "igo"})] == ["Zoë"]
    assert [each.name for each in doc.actors.by(codes="GHA")] == ["Ghana"]
    asked = doc.recommendations
    assert len(asked.by(addressee="JPN", force="should")) == 1
    assert len(asked.by(addressee=doc.actors[0])) == len(asked.by(addressees=["Ghana", "Japan"])) == 1
    assert len(asked.by(addressee="GHA")) == len(asked.by(force="must")) == 0
    assert len(asked.by(beneficiary="Ghana").by(speaker="Zoë").by(confidence=lambda sure: sure > 0.9)) == 1
    assert len(asked.by(partner=None)) == 0
    with pytest.raises(TypeError, match="no 'colour'"):
        asked.by(colour="red")


def test_a_document_is_a_sequence_of_sentences(doc):
    assert len(doc) == 3 and doc[0] in doc and list(doc) == list(doc.sentences)
    assert doc[-1].text == "If rain falls, crops fail." and [each.number for each in doc[1:]] == [1, 2]


def test_short_repr(doc):
    assert repr(doc) == "<Document 'A note': 3 sentences, 3 actors, 1 recommendations>"
    assert repr(doc.actors) == "<3: <Actor 'Japan' (state)>, <Actor 'Ghana' (state)>, <Actor 'Zoë' (person)>>"
    assert repr(doc[0]) == "<Sentence '😀 Zoë’s note.'>"
    assert repr(doc.recommendations[0]).startswith("<Recommendation should: Japan: 'Japan should")
    long = libpolicy.analyse(text="word " * 10000)
    assert all(len(repr(each)) < 500 for each in (long, long.sentences, long.tokens, long[0], long.blocks))


# ---- places ------------------------------------------------------------------------------------------------


def test_positions(doc):
    place = doc.position(TEXT.index("Japan"))
    assert place == (len(TEXT[:14].encode()), 14, 15, 2, 1)
    assert (place.line, place.column, place.utf16) == (2, 1, 15)
    assert doc.position(10**6).code_point == len(TEXT)
    assert doc.code_point_of_utf16(15) == 14 and doc.source_offset(0) == 0
    with pytest.raises((OverflowError, ValueError)):
        doc.position(-1)


def test_every_place_of_a_text_with_astral_characters():
    text = "a😀ë\n漢字 𝒳 e\u0301.\nz"
    doc = libpolicy.read(text=text)
    for n in range(len(doc.text) + 1):
        place = doc.position(n)
        before = doc.text[:n]
        assert place == (len(before.encode()), n, len(before.encode("utf-16-le")) // 2, before.count("\n") + 1,
                         n - (before.rfind("\n") + 1) + 1)
        assert doc.code_point_of_utf16(place.utf16) == n


# ---- values ------------------------------------------------------------------------------------------------


def test_equality_and_hashes(doc, record):
    same = libpolicy.Document.from_dict(record)
    assert doc == same and hash(doc) == hash(same) and doc != "doc"
    record["actors"][0]["name"] = "Nippon"
    assert doc != libpolicy.Document.from_dict(record)
    assert doc.actors[0] == doc.actors[0] and hash(doc.actors[0]) == hash(doc.actors[0])
    assert doc.actors[0] != doc.actors[1] and doc.actors[0] != same.actors[0]
    assert doc.actors[0] != doc.blocks[0] and doc.actors[0] != None  # noqa: E711
    assert len({*doc.actors, *doc.actors, *doc.blocks}) == 5
    assert doc.actors[0].document == doc and doc.actors[0].document is not doc


def test_documents_are_pickled_and_copied(doc):
    again = pickle.loads(pickle.dumps(doc))
    assert again == doc and again.to_json(tokens=True) == doc.to_json(tokens=True)
    assert again.tokens[0].lemma == "Japan"
    assert copy.copy(doc) is doc and copy.deepcopy({"doc": doc})["doc"] is doc
    assert copy.copy(doc.actors[0]) is not None and copy.deepcopy(doc.actors[0]) == doc.actors[0]
    with pytest.raises(TypeError, match="pickle their document"):
        pickle.dumps(doc.actors[0])


def test_nothing_is_made_by_hand_or_changed(doc):
    for kind in (libpolicy.Document, libpolicy.Actor, libpolicy.Block, libpolicy.Sentence):
        with pytest.raises(TypeError):
            kind()
    for thing, name in ((doc, "title"), (doc, "colour"), (doc.actors[0], "name"), (doc.actors[0], "colour")):
        with pytest.raises(AttributeError):
            setattr(thing, name, "x")


# ---- the exchange format -----------------------------------------------------------------------------------


def test_json_goes_out_and_comes_back(doc):
    for indent in (False, True):
        for tokens in (False, True):
            data = doc.to_json(indent=indent, tokens=tokens)
            assert ("\n" in data) == indent and ("tokens" in json.loads(data)) == tokens
            again = libpolicy.Document.from_json(data)
            assert again.to_json(indent=indent, tokens=tokens) == data
            assert libpolicy.Document.from_json(data.encode()) == again
    assert libpolicy.Document.from_dict(doc.to_dict(tokens=True)) == doc
    assert libpolicy.read(text=doc.to_json(tokens=True)) == doc


def test_json_is_what_was_given(record):
    given = json.loads(json.dumps(record))
    out = libpolicy.Document.from_dict(record).to_dict(tokens=True)
    for key in given:
        if key not in ("statements", "tokens"):
            assert out[key] == given[key], key
    assert record == given


def command(*arguments):
    """What the policy command writes."""
    tool = os.environ.get("POLICY")
    if not tool or not os.access(tool, os.X_OK):
        pytest.skip("the command is not built")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, check=True,
                          env={**os.environ, "LD_PRELOAD": ""})
    return done.stdout.decode()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_same_json_as_the_command(sample):
    data = command("analyse", "-f", "json", sample)
    mine = libpolicy.analyse(sample)
    assert json.loads(data) == mine.to_dict()
    # Byte by byte too, in one of the two layouts; the command may end with a line end.
    assert data.rstrip("\n") in (mine.to_json(), mine.to_json(indent=True))


def test_the_same_words_as_the_command():
    sample = ROOT / "examples" / "opinion.txt"
    for arguments, doc in ((["analyse", "--full"], libpolicy.analyse(sample, full=True)),
                           (["parse"], libpolicy.parse(sample))):
        data = command(*arguments, "--tokens", "-f", "json", sample)
        assert json.loads(data) == doc.to_dict(tokens=True) and data.count('"deprel": "root"') == len(doc)
        assert data.rstrip("\n") in (doc.to_json(tokens=True), doc.to_json(indent=True, tokens=True))
    assert command("parse", sample) == libpolicy.parse(sample).to_conllu()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_sound(sample):
    doc = libpolicy.analyse(sample)
    doc.check()
    assert len(doc.actors) > 0 and len(doc) > 0
    assert pickle.loads(pickle.dumps(doc)) == doc
    for parts in (doc.sentences, doc.tokens, doc.blocks, doc.recommendations, doc.statements):
        for part in parts:
            if part.span is not None:
                assert doc.text[part.span.begin:part.span.end] == part.text
    for actor in doc.actors:
        assert doc.actors.by(name=actor.name)[0].name == actor.name
        assert all(doc.text[each.span.begin:each.span.end] == each.text for each in actor.mentions)
    assert doc.summary() and doc.summary(clean=True) and "\x1b[" in doc.summary(colour=True)
    assert all(len(line) <= 60 for line in doc.summary(width=60).splitlines() if " " in line.strip())


def test_places_in_the_source():
    doc = libpolicy.read("Safer rivers\n\nThe Delta Union met at Tokyo in the spring of that year.\n".encode("utf-16"))
    assert doc.source.charset == "utf-16le"
    block = doc.blocks[1]
    assert doc.block_at(block.span.begin) == block and doc.block_at(12) is None
    source = "\ufeffSafer rivers\n\nThe Delta Union met".encode("utf-16-le")
    for part in doc.blocks:
        place = doc.origin(part)
        assert place.end <= doc.source.size
    assert doc.origin(doc.blocks[0])[:2] == (2, 26) and source[2:26].decode("utf-16-le") == doc.blocks[0].text
    cafe = "Caf\u00e9s \u2013 \u0440\u0435\u043a\u0430".encode("utf-16-be")
    doc = libpolicy.read(b"\xfe\xff" + cafe)
    place = doc.origin((8, 12))
    assert (b"\xfe\xff" + cafe)[place.begin:place.end].decode("utf-16-be") == doc.text[8:12]
    plain = libpolicy.read("Caf\u00e9s\n\nThe Delta Union met at Tokyo.")
    place = plain.origin(plain.blocks[0])
    assert (place.begin, place.end, place.page, place.place) == (0, 6, 0, "")
    assert plain.origin((6, 9)).begin == 7
    assert doc.to_bibtex().startswith("@misc{") == bool(doc.title)


def test_pages_and_lines(doc):
    assert [page.number for page in doc.pages] == [1, 2] and doc.page(2) == doc.pages[1]
    assert (doc.page(1).width, doc.page(1).height) == (600, 800.5)
    assert [len(page.lines) for page in doc.pages] == [2, 1] and doc.page(2).lines[0] == doc.lines[2]
    assert doc.page(1).text == "😀 Zoë’s note.\nJapan should support Ghana"
    heading, ask, rest = doc.lines
    assert (heading.page, heading.size, heading.bold, heading.italic, heading.turned) == (1, 10.5, True, False, False)
    assert heading.box == libpolicy.Box(50, 60, 130, 12) and rest.italic
    japan = doc.actors["Japan"].mentions[0]
    assert doc.line_at(japan.span.begin) == ask and doc.line_at(13) is None
    assert ask.box_of(ask) == ask.box and ask.box_of(rest) == (0, 0, 0, 0)
    box = ask.box_of(japan)
    assert (box.left, box.top, box.height) == (50, 90, 10) and 30 < box.width < 70
    for number in (0, 3):
        with pytest.raises(IndexError, match=f"no page {number}"):
            doc.page(number)


def test_what_stands_on_two_pages(doc):
    ask = doc.recommendations[0]
    (first, upper), (second, lower) = doc.boxes(ask)
    assert (first, second) == (1, 2) and upper == doc.lines[1].box and lower.left == 50 and lower.width < 470
    assert doc.boxes((0, 0)) == () and doc.boxes(doc.sentences[2])[0][0] == 2
    assert doc.page_at(ask.span.begin) == 1 and doc.page_at(ask.span.end - 1) == 2 and doc.page_at(13) == 0
    assert doc.origin(doc.sentences[2]).page == 2


def test_pictures_of_pages(doc):
    picture = doc.page(1)._repr_svg_()
    assert picture == doc.page(1).to_svg() and picture.startswith("<svg ") and "<title>Recommendation 1: should" in picture
    assert "crops fail" not in picture and "crops fail" in doc.to_svg()
    assert "Recommendation" not in doc.page(1).to_svg(bare=True) and "😀" in doc.page(1).to_svg(bare=True)
    assert "😀" not in doc.to_svg(overlay=True) and "Recommendation 1" in doc.to_svg(overlay=True)
    assert libpolicy.Document.from_json(doc.to_json()).to_svg() == doc.to_svg()
    plain = libpolicy.read("No pages here.")
    assert len(plain.pages) == 0 and len(plain.lines) == 0
    with pytest.raises(libpolicy.NotFoundError):
        plain.to_svg()
    record = doc.to_dict()
    del record["pages"], record["lines"]
    bare = libpolicy.Document.from_dict(record)
    assert bare.page(2)._repr_svg_() is None and bare.page_at(14) == 2
