"""IG Script: what is read, its trees and tables, and what is refused."""

import doctest

import pytest

import libpolicy
from libpolicy import igscript

TEXT = "A,p(Local) A[role=owner](farmers) D(must)  I(clear [OR] fill) Bdir(ditches) Cac{when E(rain) F(falls)}"


def test_the_example_of_the_module():
    assert doctest.testmod(igscript).failed == 0


def test_a_tree():
    tree = igscript.parse(TEXT).tree
    assert [child.get("comp", child["name"]) for child in tree["children"]] == ["A", "D", "I", "Bdir", "Cac"]
    assert tree["children"][0]["children"] == [{"name": "Local", "comp": "A,p", "level": 0}]
    assert tree["children"][2]["name"] == "OR"
    flat = igscript.parse(TEXT).to_tree(flat=True, annotations=True)
    assert flat["children"][0] == {"name": "farmers", "comp": "A", "level": 0, "prop": "Local", "anno": "[role=owner]"}


def test_a_table():
    rows = igscript.parse(TEXT).table(id="7")
    assert [row["Statement ID"] for row in rows] == ["7.1", "7.2", "{7}.1"]
    assert [row["Aim"] for row in rows] == ["clear", "fill", ""]
    assert rows[0]["Activation Condition Reference"] == "{7}.1"
    assert rows[2]["Constituted Entity"] == "rain"
    core = igscript.parse(TEXT).table(core=True)
    assert core[0]["Activation Condition Reference"] == "rain falls" and len(core) == 2


def test_text_and_normal_form():
    script = igscript.parse(TEXT.encode())
    assert script.text == TEXT
    assert str(script) == TEXT.replace("  ", " ").replace("clear [OR] fill", "(clear [OR] fill)")
    assert igscript.parse(str(script)) == script and hash(igscript.parse(str(script))) == hash(script)
    assert script != 3 and repr(script).startswith("igscript.parse('A,p(Local)")


def test_warnings_have_places_in_characters():
    script = igscript.parse("A(caf\u00e9 \U0001F600) I(pour) Caf(\u00e9)")
    assert script.warnings == (("UNKNOWN_SYMBOL", "looks like a component, but its symbol is unknown", (18, 22)),)
    assert script.text[18:22] == "Caf("


def test_what_is_refused():
    with pytest.raises(libpolicy.FormatError, match="^IMBALANCED_PARENTHESES: .*line 2, column 2") as caught:
        igscript.parse("A(x)\nI(y")
    assert caught.value.offset == 6
    with pytest.raises(libpolicy.LimitError):
        igscript.parse("A(x) I(y)", limits={"input": 3})
    with pytest.raises(TypeError):
        igscript.parse(3)
