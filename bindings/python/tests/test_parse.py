"""Parsing: words, tags and trees for every sentence, and CoNLL-U out and in."""

import os
from pathlib import Path

import pytest

import libpolicy
from conftest import SAMPLES

EASY = "The minister reads the report. Ghana sold two boats."
# Words of a treebank that the library would cut otherwise.
GOLD = """# newdoc id = gold
# sent_id = 1
# text = The ministers cannot meet to-day.
1\tThe\t_\t_\t_\t_\t_\t_\t_\t_
2\tministers\t_\t_\t_\t_\t_\t_\t_\t_
3-4\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
3\tcan\t_\t_\t_\t_\t_\t_\t_\t_
4\tnot\t_\t_\t_\t_\t_\t_\t_\t_
5\tmeet\t_\t_\t_\t_\t_\t_\t_\t_
6\tto-day\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
7\t.\t_\t_\t_\t_\t_\t_\t_\t_

"""


def words(doc):
    """All that is known of each word, sentence by sentence."""
    return [[(token.form, token.joined, token.lemma, token.upos, token.xpos, token.features, token.relation,
              token.head and token.head.number - sentence[0].number) for token in sentence] for sentence in doc]


def is_tree(sentence):
    roots = [token for token in sentence if token.head is None]
    return ([token.relation for token in roots] == ["root"] and sentence.root == roots[0] and
            sentence.root.subtree == sentence.tokens and all(token.relation and token.upos for token in sentence))


def english(doc):
    """The sentences that are parsed."""
    return [sentence for sentence in doc if sentence.block.language == "en"]


# ---- trees -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_each_sentence_is_one_tree(sample):
    doc = libpolicy.parse(sample)
    doc.check()
    assert len(doc) > 0 and all(is_tree(sentence) for sentence in english(doc))
    assert all((len(sentence) > 0) == (sentence in english(doc)) for sentence in doc)
    assert libpolicy.Document.from_json(doc.to_json(tokens=True)) == doc


@pytest.mark.parametrize("text", ["Stop.", "?!", "1. 2. 3.", "of the rain " * 1000, "the rain, " * 1000 + "b.", "日本は支援すべきだ。",
                                  "😀 Zoë’s e\u0301lan isn't gone."],
                         ids=["word", "marks", "numbers", "long", "commas", "foreign", "astral"])
def test_odd_sentences_are_trees_too(text):
    doc = libpolicy.parse(text=text)
    assert len(doc) > 0 and all(is_tree(sentence) for sentence in doc)


def test_an_easy_sentence():
    doc = libpolicy.parse(EASY)
    first, second = ({token.form: token for token in sentence} for sentence in doc)
    assert [first[form].upos for form in ("The", "minister", "report", ".")] == ["DET", "NOUN", "NOUN", "PUNCT"]
    assert (first["reads"].lemma, first["reads"].upos, first["The"].lemma) == ("read", "VERB", "the")
    assert (second["sold"].lemma, second["sold"].upos, second["boats"].lemma) == ("sell", "VERB", "boat")
    assert second["boats"].feature("Number") == "Plur" and second["Ghana"].xpos == "NNP"
    assert first["The"].head == first["minister"] and doc[0].root == first["reads"]


def test_nothing_is_looked_for_but_words():
    doc, read = libpolicy.parse(SAMPLES[0]), libpolicy.read(SAMPLES[0])
    assert (len(doc.actors), len(doc.statements), len(doc.recommendations)) == (0, 0, 0)
    assert doc.text == read.text and doc.title == read.title
    assert [block.span for block in doc.blocks] == [block.span for block in read.blocks]
    assert len(read.tokens) == 0


# ---- sources -----------------------------------------------------------------------------------------------


def test_sources(tmp_path):
    path = tmp_path / "Grüße.txt"
    path.write_text(EASY, encoding="utf-8")
    wanted = words(libpolicy.parse(text=EASY))
    for doc in (libpolicy.parse(path), libpolicy.parse(str(path)), libpolicy.parse(path=os.fsencode(path)),
                libpolicy.parse(EASY.encode()), libpolicy.parse(bytearray(EASY.encode())),
                libpolicy.parse(libpolicy.read(path)), libpolicy.parse(libpolicy.analyse(path))):
        assert words(doc) == wanted
    assert libpolicy.parse(path).source.name == str(path) and libpolicy.parse(path, name="x").source.name == "x"
    assert libpolicy.parse(text=str(path)).text == str(path) and len(libpolicy.parse("")) == 0


def test_a_document_stays_as_it_is():
    for made in (libpolicy.read, libpolicy.analyse):
        doc = made(text=EASY)
        before = doc.to_json(tokens=True)
        assert libpolicy.parse(doc) is not doc and doc.to_json(tokens=True) == before


def test_failures(tmp_path):
    missing = tmp_path / "no.txt"
    with pytest.raises(FileNotFoundError) as caught:
        libpolicy.parse(missing)
    assert caught.value.filename == str(missing)
    for call, kind in ((lambda: libpolicy.parse(), TypeError), (lambda: libpolicy.parse(3), TypeError),
                       (lambda: libpolicy.parse(EASY, text=EASY), TypeError),
                       (lambda: libpolicy.parse(libpolicy.read(EASY), text=EASY), TypeError),
                       (lambda: libpolicy.parse(EASY, full=True), TypeError),
                       (lambda: libpolicy.parse("a \ud800"), UnicodeEncodeError),
                       (lambda: libpolicy.parse(EASY, limits={"tokens": 3}), libpolicy.LimitError),
                       (lambda: libpolicy.parse(EASY, limits={"memory": 100_000}), libpolicy.LimitError),
                       (lambda: libpolicy.parse(EASY, media_type="x/y"), libpolicy.UnsupportedError)):
        with pytest.raises(kind):
            call()


def test_progress_and_cancelling():
    seen = []
    libpolicy.parse(SAMPLES[0], progress=seen.append)
    assert len(seen) >= 4 and all(0 <= done <= 1 for done in seen) and seen[-1] == 1
    for stop in range(1, len(seen) + 1):
        left = iter([True] * (stop - 1) + [False])
        with pytest.raises(libpolicy.CancelledError):
            libpolicy.parse(SAMPLES[0], progress=lambda done: next(left))
    with pytest.raises(ZeroDivisionError):
        libpolicy.parse(libpolicy.read(EASY), progress=lambda done: 1 / 0)


def test_pipe_parses():
    docs = list(libpolicy.pipe(SAMPLES, threads=3, analyse=libpolicy.parse))
    assert docs == [libpolicy.parse(path) for path in SAMPLES]
    bad, good = libpolicy.pipe([Path("/no/such"), EASY], analyse=libpolicy.parse, errors="return")
    assert bad.source == Path("/no/such") and words(good) == words(libpolicy.parse(EASY))
    full = next(libpolicy.pipe([EASY], full=True))
    assert all(is_tree(sentence) for sentence in full)


# ---- some sentences, or all --------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_full(sample):
    some, full = libpolicy.analyse(sample), libpolicy.analyse(sample, full=True)
    assert all(is_tree(sentence) for sentence in english(full)) and words(full) == words(libpolicy.parse(sample))
    known = {sentence.number for sentence in some if sentence.root}
    assert known and all(is_tree(some[number]) for number in known)
    for one, all_of in zip(words(some), words(full)):
        assert one == all_of or all(each[2:] == ("", "", "", {}, "", None) for each in one)
    asked = {part.statement.sentence.number for part in some.recommendations if part.statement}
    assert len(asked & known) > len(asked) / 2
    assert libpolicy.analyse(libpolicy.read(sample), full=True) == full


# ---- CoNLL-U -----------------------------------------------------------------------------------------------


def unnumbered(conllu):
    return [row for row in conllu.split("\n") if not row.startswith("# sent_id")]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_conllu_goes_out_and_comes_back(sample):
    doc = libpolicy.parse(sample)
    data = doc.to_conllu()
    again = libpolicy.read(text=data, media_type="text/x-conllu", name=doc.source.name)
    assert again.source.media_type == "text/x-conllu"
    wanted = [sentence for sentence in words(doc) if sentence]  # the format has no sentences without words
    assert words(again) == wanted and unnumbered(again.to_conllu()) == unnumbered(data)
    assert words(libpolicy.read(data)) == wanted  # found out from the bytes, too


def test_rows():
    rows = libpolicy.parse(text="Ghana acts.", name="mine").to_conllu().split("\n")
    assert rows[:4] == ["# newdoc id = mine", "# newpar", "# sent_id = 1", "# text = Ghana acts."]
    assert [row.split("\t")[:2] for row in rows[4:7]] == [["1", "Ghana"], ["2", "acts"], ["3", "."]]
    assert all(len(row.split("\t")) == 10 for row in rows[4:7]) and rows[7:] == ["", ""]


def test_words_that_are_there_are_kept():
    doc = libpolicy.read(GOLD)
    forms = ["The", "ministers", "can", "not", "meet", "to-day", "."]
    assert doc.source.media_type == "text/x-conllu" and [token.form for token in doc[0]] == forms
    assert all(token.lemma == token.upos == token.relation == "" for token in doc[0])
    parsed = libpolicy.parse(doc)
    assert [token.form for token in parsed[0]] == forms and is_tree(parsed[0])
    assert [token.joined for token in parsed[0]] == [token.joined for token in doc[0]]
    assert parsed.to_conllu() == libpolicy.parse(GOLD, media_type="text/x-conllu").to_conllu()
    assert "\n3-4\tcannot\t" in parsed.to_conllu() and parsed.text == doc.text


def test_what_was_not_analysed():
    assert "\t" not in libpolicy.read(text=EASY).to_conllu()
    rows = [row.split("\t") for row in libpolicy.read(GOLD).to_conllu().split("\n") if row[:1].isdigit()]
    assert len(rows) == 8 and all(row[2:9] == ["_"] * 7 for row in rows)


@pytest.mark.parametrize("broken", [
    "1\tone\n", GOLD.replace("5\tmeet", "6\tmeet"), GOLD.replace("4\tnot\t_\t_\t_\t_\t_", "4\tnot\t_\t_\t_\t_\t99")],
    ids=["columns", "numbers", "heads"])
def test_broken_conllu(broken):
    with pytest.raises(libpolicy.FormatError) as caught:
        libpolicy.parse(text=broken, media_type="text/x-conllu")
    assert caught.value.code == "format" and str(caught.value)


def test_no_control_characters_come_out():
    doc = libpolicy.parse(text="One\ttwo \x1b[31mred\x07. Three\x85four.", name="a\nb\x1b")
    data = doc.to_conllu()
    assert not [mark for mark in data if (mark < " " and mark not in "\t\n") or "\x7f" <= mark < "\xa0"]
    assert data.startswith("# newdoc id = a b ") and words(libpolicy.read(data))
