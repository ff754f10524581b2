"""The examples run, and say what they are for."""

import ast
import json
import os
import subprocess
import sys

import pytest

import libpolicy
from conftest import ROOT, SAMPLES

EXAMPLES = ROOT / "examples"


def run(program, *arguments):
    return subprocess.run([sys.executable, str(EXAMPLES / program), *map(str, arguments)], capture_output=True,
                          text=True, check=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"})


def test_asks():
    done = run("asks.py", EXAMPLES / "opinion.txt", "/no/such/file", EXAMPLES / "act.txt")
    doc = libpolicy.analyse(EXAMPLES / "opinion.txt")
    for part in doc.recommendations:
        for actor in part.addressees:
            assert f"\n{actor.name}\n" in "\n" + done.stdout and " ".join(part.text.split()) in done.stdout
    assert "/no/such/file" in done.stderr


def test_annotate():
    out = run("annotate.py").stdout
    data, script = out[:out.rindex("}\n") + 2], out[out.rindex("}\n") + 2:]
    assert libpolicy.Document.from_json(data).recommendations[0].addressees[0].name == "Ghana"
    assert script == "A(Ghana) D(should) I(publish) Bdir(the position of every trawler)\n"


def shown(cell, space):
    """Runs a cell as a notebook does; gives what its last expression shows."""
    body = ast.parse("".join(cell["source"])).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), space)
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), space) if last else None
    return value._repr_html_() if hasattr(value, "_repr_html_") else value


@pytest.mark.parametrize("notebook", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks(notebook, monkeypatch, capsys):
    monkeypatch.chdir(EXAMPLES)
    cells = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    space = {}
    views = [view for view in (shown(cell, space) for cell in cells) if view]
    assert len(views) >= 3 and all(view.startswith('<div class="libpolicy">') for view in views)
    assert any(view.count("<path") > 5 for view in views)  # a tree
    out = capsys.readouterr().out
    assert "A(Ghana)" in out and out.count("recommendations") >= len(SAMPLES)
    assert all(not cell["outputs"] for cell in cells)
