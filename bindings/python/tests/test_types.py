"""The type stubs: the same as what runs, and good enough for a strict checker."""

import re
import subprocess
import sys

import pytest

import libpolicy
from conftest import SANITIZED

PROGRAM = '''
import libpolicy

doc = libpolicy.analyse("a.txt", limits={"input": 3})
name: str = doc.actors["JPN"].name
for sentence in doc:
    for token in sentence[1:]:
        head: libpolicy.Token | None = token.head
        forms: list[str] = [child.form for child in token.children] + [token.feature("Number") or ""]
    picture: str = sentence.to_svg()
rows: str = libpolicy.parse(libpolicy.analyse("a b", full=True), limits={"tokens": 9}).to_conllu()
for part in doc.recommendations.by(force="must")[:3]:
    reveal_type(part.force)
    reveal_type(part.addressees[0].kind)
    reveal_type(part.span)
for found in libpolicy.pipe(["a", b"b"], errors="return"):
    reveal_type(found)
doc.actors[0].name = "x"  # wrong
libpolicy.read(3)  # wrong
libpolicy.parse("a b", full=True)  # wrong
'''


def mypy(*arguments):
    pytest.importorskip("mypy", reason="mypy is not installed")
    if SANITIZED:
        pytest.skip("mypy is not run under a sanitizer")
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True)


def test_stubs_are_the_same_as_what_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "private").write_text(r"libpolicy\._[a-z]+\..*", encoding="utf-8")
    done = mypy("mypy.stubtest", "libpolicy", "--allowlist", str(tmp_path / "private"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_program_is_checked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    done = mypy("mypy", "--strict", f"--cache-dir={tmp_path}", "program.py")
    lines = done.stdout.splitlines()
    assert sum(": error:" in line for line in lines) == 3, done.stdout
    wrong = [n for n, line in enumerate(PROGRAM.splitlines(), 1) if line.endswith("# wrong")]
    assert [int(line.split(":")[1]) for line in lines if ": error:" in line] == wrong, done.stdout
    assert "Literal['could'" in done.stdout and re.search(r"libpolicy\.Span(\]| \||, None)", done.stdout), done.stdout


def test_the_package_says_that_it_is_typed():
    from importlib import resources

    assert resources.files(libpolicy).joinpath("py.typed").is_file()
