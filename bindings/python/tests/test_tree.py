"""Trees of words: the way down from a word, and the picture of a sentence."""

import re
import time
import xml.etree.ElementTree as ElementTree

import pytest

import libpolicy
from libpolicy import _tree
from test_html import Checker

SVG = "{http://www.w3.org/2000/svg}"
SHORT = """Ghana PROPN 3 nsubj Number=Sing|Case=Nom
should AUX 3 aux _
publish VERB 0 root _
the DET 5 det _
report NOUN 3 obj Number=Sing
of ADP 7 case _
ministers NOUN 5 nmod Number=Plur
. PUNCT 3 punct _"""
CROSSED = """A DET 2 det _
hearing NOUN 4 nsubj:pass _
is AUX 4 aux:pass _
scheduled VERB 0 root _
on ADP 7 case _
the DET 7 det _
issue NOUN 2 nmod _
today NOUN 4 obl _"""


def made(rows):
    """The sentence of rows: form, tag, head from 1 (0: none), relation, features; "_" stands for none."""
    text, tokens = "", []
    for form, tag, head, relation, features in rows:
        token = {"span": [len(text), len(text) + len(form)], "lemma": form.lower()}
        token.update({"upos": tag} if tag != "_" else {}, **({"head": int(head) - 1} if int(head) else {}))
        token.update(deprel=relation.strip("_"), feats=features.strip("_"))
        text += form + " "
        tokens.append(token)
    return libpolicy.Document.from_dict({
        "format": "policy-document", "version": 1, "id": "own:tree", "text": text,
        "sentences": [[0, len(text) - 1]], "tokens": [tokens]})[0]


def parsed(table):
    return made(row.split() for row in table.splitlines())


def chain(count, head):
    return made((("w", "X", head(n), "dep", "_") if n else ("w", "X", 0, "root", "_")) for n in range(count))


def forms(tokens):
    return " ".join(token.form for token in tokens)


def drawn(sentence):
    """The texts of the picture: (words, x, y, size)."""
    texts = ElementTree.fromstring(sentence.to_svg()).iter(SVG + "text")
    return [(each.text, *(float(each.get(name)) for name in ("x", "y", "font-size"))) for each in texts]


# ---- words -------------------------------------------------------------------------------------------------


def test_the_way_down():
    sentence = parsed(SHORT)
    tokens = list(sentence)
    assert forms(sentence) == "Ghana should publish the report of ministers ."
    assert sentence.root == tokens[2] and isinstance(sentence.root, libpolicy.Token)
    assert forms(sentence.root.children) == "Ghana should report ." and len(tokens[0].children) == 0
    assert forms(tokens[4].children) == "the ministers" and isinstance(tokens[4].children, libpolicy.Parts)
    assert forms(sentence.root.children.by(relation="obj")) == "report"
    assert forms(tokens[4].subtree) == "the report of ministers" and forms(tokens[0].subtree) == "Ghana"
    assert sentence.root.subtree == sentence.tokens and tokens[4].subtree[-1] == tokens[6]
    assert all(child.head == token for token in sentence for child in token.children)


def test_features():
    ghana, should = parsed(SHORT)[:2]
    assert ghana.features == {"Number": "Sing", "Case": "Nom"} and should.features == {}
    assert ghana.feature("Number") == "Sing" and ghana.feature("Num") is None and should.feature("Number") is None


def test_sentences_of_tokens(doc, opinion):
    for each in (doc, opinion):
        assert all(token.sentence == sentence for sentence in each for token in sentence)
    first = doc.tokens[0]
    assert doc[0].root is None and doc[1].root.form == "support" and forms(first.head.children) == "Japan"


def test_without_an_analysis(opinion):
    assert opinion[0].root is None or opinion[0].root.relation == "root"
    sentence = made([("one", "_", 0, "_", "_"), ("two", "_", 0, "_", "_")])
    assert sentence.root is None and len(sentence[0].children) == 0 and forms(sentence[0].subtree) == "one"


def test_heads_in_a_ring():
    sentence = made([("a", "X", 3, "dep", "_"), ("b", "X", 0, "root", "_"), ("c", "X", 1, "dep", "_")])
    assert forms(sentence[0].subtree) == forms(sentence[2].subtree) == "a c" and forms(sentence[1].subtree) == "b"
    assert "<svg" in sentence.to_svg()


@pytest.mark.parametrize("head", [lambda n: n, lambda n: 1], ids=["deep", "flat"])
def test_long_sentences(head):
    sentence = chain(20_000, head)
    start = time.perf_counter()
    assert len(sentence.root.subtree) == len(sentence) and len(sentence.root.children) in (1, 19_999)
    picture = sentence.to_svg()
    assert "19,000 more" in picture and len(picture) < 1_000_000 and time.perf_counter() - start < 20


# ---- the picture -------------------------------------------------------------------------------------------


def test_a_picture():
    sentence = parsed(SHORT)
    picture = sentence.to_svg()
    assert picture == parsed(SHORT).to_svg() and picture.startswith("<svg xmlns=")
    words = [each[0] for each in drawn(sentence)]
    assert words[:8] == ["nsubj", "aux", "root", "det", "obj", "case", "nmod", "punct"]
    assert words[8::2] == [token.form for token in sentence] and words[9::2] == [token.upos for token in sentence]
    root = ElementTree.fromstring(picture)
    titles = [each.text for each in root.iter(SVG + "title")]
    assert "nsubj: publish → Ghana" in titles and "Ghana\nlemma: ghana\nPROPN\nNumber=Sing\nCase=Nom" in titles
    assert [each.text for each in root.iter(SVG + "text") if each.get("font-weight")] == ["publish"]
    assert {each.get("color") for each in root.iter(SVG + "g")} - {None} == set(_tree.COLOURS.values()) - {
        _tree.COLOURS["structure"]}


@pytest.mark.parametrize("table", [SHORT, CROSSED], ids=["projective", "crossed"])
def test_texts_do_not_overlap(table):
    boxes = [(x - _tree._width(words, size) / 2, x + _tree._width(words, size) / 2, y - size, y)
             for words, x, y, size in drawn(parsed(table))]
    for n, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[:n]:
            assert right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top


@pytest.mark.parametrize("table", [SHORT, CROSSED], ids=["projective", "crossed"])
def test_arcs_that_overlap_lie_on_levels_of_their_own(table):
    arcs = _tree._arcs(parsed(table))
    _tree._set_levels(arcs, 8)
    for one in arcs:
        for other in arcs:
            if one is not other and max(one.left, other.left) < min(one.right, other.right):
                assert one.level != other.level
                assert one.level > other.level or one.right - one.left <= other.right - other.left


def test_labels_have_room():
    table = "a X 2 nsubj:pass _\nb X 0 root _\nc X 2 nsubj:outer _"
    paths = re.findall(r'd="M(\S+) \S+Q\S+ \S+ \S+ \d+H(\S+)M(\S+) \d+H(\S+)Q', parsed(table).to_svg())
    assert len(paths) == 2
    for path in paths:
        places = list(map(float, path))
        assert places == sorted(places)


def test_words_alone():
    sentence = made([("one", "_", 0, "_", "_"), ("two", "_", 0, "_", "_")])
    assert [each[0] for each in drawn(sentence)] == ["one", "two"] and "<path" not in sentence.to_svg()
    read = libpolicy.analyse(text="Ghana should publish the report.")[0]
    assert {token.form for token in read} <= {each[0] for each in drawn(read)}
    bare = libpolicy.Document.from_dict({"format": "policy-document", "version": 1, "id": "own:bare",
                                         "text": "one  two", "sentences": [[0, 8]]})[0]
    assert [each[0] for each in drawn(bare)] == ["one", "two"]


def test_a_relation_without_a_name_is_a_line_without_a_label():
    sentence = made([("a", "_", 2, "_", "_"), ("b", "_", 0, "root", "_")])
    assert sentence.to_svg().count("<path") == 4 and Checker(sentence._repr_html_())


def test_nothing_is_markup():
    evil = "<script>&\"'\x01"
    sentence = made([(evil, "X", 2, evil, "A=<b>"), ("b" * 100, "X", 0, "root", "_")])
    page, picture = sentence._repr_html_(), sentence.to_svg()
    assert "<script" not in page and "<b>" not in page and "\x01" not in page
    root = ElementTree.fromstring(picture)
    assert any(each.text and "A=<b>" in each.text for each in root.iter(SVG + "title"))
    assert max(len(each.text) for each in root.iter(SVG + "text")) <= _tree.MOST_LETTERS
    Checker(page)


def test_in_a_notebook():
    page = parsed(SHORT)._repr_html_()
    assert page.startswith('<div class="libpolicy">') and parsed(SHORT).to_svg() in page
    assert Checker(page).by_class["lp-legend"] == "core argumentsmodifiersfunction wordsroot"
    assert "lp-legend\">" not in made([("one", "_", 0, "_", "_")])._repr_html_()


def contrast(colour, other):
    def light(value):
        parts = [int(value[n:n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    dark, bright = sorted((light(colour), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_colours_can_be_read_on_light_and_dark():
    for colour in _tree.COLOURS.values():
        assert min(contrast(colour, "#ffffff"), contrast(colour, "#111111")) > 3.8
