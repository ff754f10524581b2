"""Reading, analysing and parsing: files, texts and bytes, one or many."""

import os
import re
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from . import _core
from ._document import Document
from ._errors import Error, IOError, MissingFileError, make

_LOOKS_LIKE_PATH = re.compile(r"\S*[/\\]\S*|\S*\.[A-Za-z0-9]{1,8}")


def _is_path(source):
    """Whether a str is a path: an existing file, or what is no text and looks like the name of one."""
    if len(source) > 4096 or "\n" in source:
        return False
    try:
        return os.path.isfile(source) or _LOOKS_LIKE_PATH.fullmatch(source) is not None
    except ValueError:  # NUL or a lone surrogate inside
        return False


def _choose(source, text, path):
    """(source bytes or text, None) or (None, path)."""
    if sum(each is not None for each in (source, text, path)) != 1:
        raise TypeError("one of source, text and path is needed")
    if path is not None or isinstance(source, os.PathLike) or isinstance(source, str) and _is_path(source):
        return None, path if path is not None else source
    return text if text is not None else source, None


def _call(by_path, by_data, source, text, path, options):
    data, path = _choose(source, text, path)
    if path is None:
        return by_data(data, options)
    try:
        return by_path(path, options)
    except IOError as error:
        error.filename = os.fspath(path)
        raise


def read(source=None, *, text=None, path=None, name=None, media_type=None, limits=None, progress=None):
    """Reads a document: text, blocks, metadata; no analysis yet.

    `source` is a path (os.PathLike, a str that names an existing file, or a str in one line without white
    space that has a slash or an ending such as ".txt"), a text (any other str) or source bytes (bytes-like).
    `text` and `path` say which it is. `limits` is a dict of ceilings, as in policy/limits.h; `progress` is
    called now and then with the share that is done, and cancels by returning False or raising.
    """
    options = (name, media_type, limits, progress)
    return _call(_core.policy_read_file, _core.policy_read, source, text, path, options)


def analyse(source=None, *, text=None, path=None, name=None, media_type=None, limits=None, progress=None, full=False,
            gazetteer=None):
    """Reads a document as `read` does, or takes one, and finds all that the library can find in it.

    Sentences that may hold a finding are tagged, lemmatised and parsed; with `full` every sentence is.
    The entries of a `gazetteer` are found as actors, before those that the library knows.
    """
    options = (name, media_type, limits, progress, full, gazetteer)
    if isinstance(source, Document) and text is None and path is None:
        return _core.policy_analyse(source, options)
    return _call(_core.policy_analyse_file, _analyse_data, source, text, path, options)


def _analyse_data(data, options):
    return _core.policy_analyse(_core.policy_read(data, options), options)


def parse(source=None, *, text=None, path=None, name=None, media_type=None, limits=None, progress=None):
    """Reads a document as `read` does, or takes one; tags, lemmatises and parses each of its sentences.

    Sentences and words that it has already are kept, and only their analysis is made anew. Nothing else is
    looked for: no actors, no recommendations.
    """
    options = (name, media_type, limits, progress)
    if not isinstance(source, Document) or text is not None or path is not None:
        source = _call(_core.policy_read_file, _core.policy_read, source, text, path, options)
    return _core.policy_parse(source, options)


def pipe(sources, *, threads=1, errors="raise", analyse=analyse, progress=None, **options):
    """Yields the documents of many sources, in their order; reads ahead only as far as the threads need.

    With `errors="return"` what a source fails with is yielded in its place, with the source as its `source`.
    `analyse=libpolicy.parse` parses instead, `analyse=libpolicy.read` only reads. Other options are those of
    the function.
    """
    if errors not in ("raise", "return"):
        raise ValueError('errors is "raise" or "return"')
    if threads < 1:
        raise ValueError("threads is at least 1")
    return _pipe(iter(sources), threads, errors == "return", analyse, progress, options)


def _pipe(sources, threads, keep, work, progress, options):
    stopped = Event()

    def go_on(done):
        return not stopped.is_set() and (progress is None or progress(done) is not False)

    def one(source):
        try:
            return work(source, progress=go_on, **options), None
        except Exception as error:
            if isinstance(error, Error):
                error.source = source
            return None, error

    with ThreadPoolExecutor(threads) as pool:
        pending = deque()
        try:
            while True:
                while len(pending) < 2 * threads and (source := next(sources, pending)) is not pending:
                    pending.append(pool.submit(one, source))
                if not pending:
                    return
                document, error = pending.popleft().result()
                if error is not None and not keep:
                    raise error
                yield document if error is None else error
        finally:
            stopped.set()
            for future in pending:
                future.cancel()
