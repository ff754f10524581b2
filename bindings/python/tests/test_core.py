"""The private module and the public interface of C: nothing is missing, nothing is extra, nothing is copied."""

import re
import subprocess
import sys

import pytest

import libpolicy
from conftest import ROOT
from libpolicy import _core

PUBLIC = ROOT / "libpolicy" / "libpolicy.sym"
EXCEPTIONS = ROOT / "bindings" / "swig" / "exceptions.i"


def test_every_function_of_c_is_there():
    exported = set(PUBLIC.read_text(encoding="utf-8").split())
    left_out = set(re.findall(r"%ignore (\w+);", EXCEPTIONS.read_text(encoding="utf-8")))
    missing = {name for name in exported - left_out if not name.startswith("policy_builder_") and not hasattr(_core, name)}
    assert not missing
    assert len(exported) > 150


def test_every_function_is_used_by_the_package():
    folder = ROOT / "bindings" / "python" / "src" / "libpolicy"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r"_core\.(policy_\w+)", source)) | {"policy_version"} | {"policy_features"}
    for kind, name in re.findall(r'_records\((\w+), "(\w+)"\)', source):
        used |= {f"policy_document_{name}_{member}" for member in (*getattr(libpolicy, kind)._fields, "count")}
    classes = "block|page|line|sentence|token|warning|actor|component|statement|recommendation|time|citation|event|relation|causal"
    by_name = re.compile(rf"policy_({classes}|document|gazetteer|matcher)_(span|owner|key|id_get|piece|code_points|swigregister)")
    names = {name for name in dir(_core) if name.startswith("policy_")}
    # Words travel without their *_name functions; slices and spans go through the parts; errors bring their words.
    spared = {name for name in names if name.endswith("_name")} | {
        "policy_status_message", "policy_document_slice", "policy_document_code_points", "policy_statement_role",
        "policy_statement_role_count", "policy_role_symbol"} - {"policy_actor_name"}
    assert {name for name in names - used - spared if not by_name.fullmatch(name)} == set()


def test_versions():
    assert libpolicy.__version__ == _core.policy_version() == _core.POLICY_VERSION
    assert "read:json" in libpolicy.features()


def test_words_are_those_of_the_stubs():
    stubs = (ROOT / "bindings" / "python" / "src" / "libpolicy" / "__init__.pyi").read_text(encoding="utf-8")
    literals = [set(re.findall(r'"([^"]*)"', each)) for each in re.findall(r"Literal\[([^\]]*)\]", stubs)]
    for name in dir(_core):
        if name.startswith("policy_") and name.endswith("_name") and name not in (
                "policy_actor_name", "policy_document_source_name", "policy_document_contributor_name", "policy_entry_name", "policy_party_name"):
            function, words = getattr(_core, name), []
            while len(words) == 0 or words[-1] != "" or len(words) == 1:
                words.append(function(len(words)))
            assert set(words[:-1]) in literals, name


def test_words_come_back_as_numbers():
    for name in dir(_core):
        if name.endswith("_name") and name not in ("policy_actor_name", "policy_document_source_name", "policy_document_contributor_name", "policy_entry_name"):
            function = getattr(_core, name)
            for n in range(40):
                word = function(n)
                if word:
                    assert function(word) == word


def test_importing_does_nothing_else():
    program = "import sys, threading; import libpolicy; print(threading.active_count(), 'json' in sys.modules)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("1 ") and done.stderr == ""


def test_the_end_of_the_process_is_quiet():
    program = ("import libpolicy; doc = libpolicy.analyse(text='Japan should help Ghana.'); part = doc.actors[0]; "
               "libpolicy.kept = [doc, part, doc[0]]")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_star_import_hides_nothing():
    import builtins

    space = {}
    exec("from libpolicy import *", space)
    assert not [name for name in space if hasattr(builtins, name) and name != "__builtins__"]
    assert set(libpolicy.__all__) <= set(space)


@pytest.mark.parametrize("name", ["Document", "Actor", "Error", "Parts", "read", "pipe"])
def test_names_are_of_the_package(name):
    assert getattr(libpolicy, name).__module__ == "libpolicy"
