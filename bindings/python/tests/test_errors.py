"""Failures: each status as its exception, what it carries, and that wrong arguments never crash."""

import errno
import os
import pickle

import pytest

import libpolicy
from libpolicy import _core, _errors

KINDS = {
    "argument": (libpolicy.ArgumentError, ValueError), "io": (libpolicy.IOError, OSError),
    "format": (libpolicy.FormatError, ValueError), "limit": (libpolicy.LimitError, ValueError),
    "unsupported": (libpolicy.UnsupportedError, NotImplementedError),
    "not_found": (libpolicy.NotFoundError, LookupError), "corrupt": (libpolicy.CorruptError, ValueError),
    "cancelled": (libpolicy.CancelledError, libpolicy.Error),
    "internal": (libpolicy.InternalError, RuntimeError), "no_memory": (libpolicy.NoMemoryError, MemoryError)}


@pytest.mark.parametrize("code", KINDS)
def test_each_status_is_an_exception(code):
    error = _errors.make(code, "what was wrong", 7)
    for kind in KINDS[code]:
        assert isinstance(error, kind)
    assert isinstance(error, libpolicy.Error)
    assert (error.code, error.offset) == (code, 7) and "what was wrong" in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.code, again.offset) == (type(error), str(error), code, 7)


def test_a_missing_file(tmp_path):
    path = tmp_path / "no.txt"
    for given in (path, str(path), os.fsencode(path)):
        with pytest.raises(FileNotFoundError) as caught:
            libpolicy.read(path=given)
        error = caught.value
        assert isinstance(error, libpolicy.Error) and type(error) is libpolicy.MissingFileError
        assert (error.errno, error.filename, error.code) == (errno.ENOENT, os.fspath(given), "io")
        assert error.__cause__ is None and error.__context__ is None
    again = pickle.loads(pickle.dumps(error))
    assert (again.filename, again.errno, str(again)) == (error.filename, error.errno, str(error))


def test_a_directory(tmp_path):
    with pytest.raises(IsADirectoryError) as caught:
        libpolicy.analyse(tmp_path)
    assert isinstance(caught.value, libpolicy.IOError) and caught.value.filename == str(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path):
    path = tmp_path / "closed.txt"
    path.touch(0)
    with pytest.raises(PermissionError):
        libpolicy.read(path)


@pytest.mark.parametrize("data, offset", [("{", 1), ('{"format": "policy-document", "version": 1,, }', None),
                                          ("[]", None), ("", None), (b"\xff", None)])
def test_bad_json(data, offset):
    with pytest.raises(libpolicy.FormatError) as caught:
        libpolicy.Document.from_json(data)
    assert isinstance(caught.value, ValueError) and str(caught.value)
    if offset is not None:
        assert caught.value.offset == offset


def test_bad_values_say_where(record):
    record["actors"][1]["kind"] = "planet"
    with pytest.raises(libpolicy.FormatError, match="/actors/1/kind"):
        libpolicy.Document.from_dict(record)


def test_unknown_members_are_refused(record):
    record["colour"] = "red"
    with pytest.raises(libpolicy.FormatError, match="colour"):
        libpolicy.Document.from_dict(record)


@pytest.mark.parametrize("limit, text", [("input", "one two"), ("text", "one two")])
def test_limits(limit, text):
    assert libpolicy.read(text=text, limits={limit: len(text)}).text == text
    with pytest.raises(libpolicy.LimitError):
        libpolicy.read(text=text, limits={limit: len(text) - 1})


def test_unknown_media_type():
    with pytest.raises(libpolicy.UnsupportedError, match="x/y"):
        libpolicy.read(text="a", media_type="x/y")


# ---- wrong arguments ---------------------------------------------------------------------------------------


def functions():
    """Every function of the private module that takes something, with how many things it takes."""
    found = []
    for name in dir(_core):
        function = getattr(_core, name)
        if not callable(function) or not name.startswith("policy_") or name.endswith("_swigregister"):
            continue
        for count in range(5):
            try:
                function(*[None] * count)
            except TypeError as error:
                if "argument" in str(error) and ("expected" in str(error) and "got" in str(error)
                                                 or "takes" in str(error)):
                    continue
            except Exception:
                pass
            found.append((name, count))
            break
    return found


def test_all_functions_are_found():
    assert len(functions()) > 200


@pytest.mark.parametrize("name, count", functions())
def test_nothing_and_wrong_types_never_crash(doc, name, count):
    function = getattr(_core, name)
    if count == 0:
        function()
        return
    wrong = [None, 3, -1, 2**80, 1.5, "word", b"\xff", "a\0b", "\ud800", [], (), object(), doc.actors[0], doc]
    refused = 0
    for value in wrong:
        for place in range(count):
            arguments = [value if n == place else (doc if n == 0 else 0) for n in range(count)]
            try:
                function(*arguments)
            except (TypeError, ValueError, OverflowError, LookupError, OSError, libpolicy.Error):
                refused += 1
        try:
            function(*[value] * count)
        except (TypeError, ValueError, OverflowError, LookupError, OSError, libpolicy.Error):
            refused += 1
    assert refused > 0
    with pytest.raises((TypeError, ValueError)):
        function(*[None] * count)
    with pytest.raises(TypeError):
        function(*[doc] * (count + 1))


@pytest.mark.parametrize("call", [
    lambda: libpolicy.read(), lambda: libpolicy.read("a b", text="c"), lambda: libpolicy.read(3),
    lambda: libpolicy.read(None), lambda: libpolicy.analyse(None), lambda: libpolicy.analyse(1.5),
    lambda: libpolicy.read("a b", name=3), lambda: libpolicy.read("a b", media_type=b"x", limits=3),
    lambda: libpolicy.read("a b", progress=3), lambda: libpolicy.read("a b", colour=1),
    lambda: libpolicy.read(text=[1, 2]), lambda: libpolicy.read(path=3), lambda: libpolicy.Document.from_json(None),
    lambda: libpolicy.Document.from_dict({"a": object()}), lambda: libpolicy.read("a b", limits={"input": "3"})])
def test_wrong_types_are_type_errors(call):
    with pytest.raises(TypeError):
        call()


def test_wrong_values_are_value_errors(doc):
    for call in (lambda: libpolicy.read("a b", limits={"colour": 3}), lambda: libpolicy.read("a b", name="x\0y"),
                 lambda: libpolicy.read(path="x\0y"), lambda: doc.actors[0].code("iso\0x"),
                 lambda: list(libpolicy.pipe([], errors="x")), lambda: list(libpolicy.pipe([], threads=0))):
        with pytest.raises(ValueError):
            call()
    with pytest.raises(OverflowError):
        libpolicy.read("a b", limits={"input": -1})


def test_words(doc):
    part = doc.recommendations[0]
    assert _core.policy_recommendation_actor_count(part, "addressees") == 1
    assert _core.policy_role_symbol("direct_objects") == "Bdir"
    for wrong in ("addressee", "", "addressees\0", -1, 999):
        with pytest.raises(ValueError):
            _core.policy_recommendation_actor_count(part, wrong)
