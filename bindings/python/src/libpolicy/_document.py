"""Documents: text, metadata and parts."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from . import _core, _parts
from ._parts import Box, Origin, Position, many


class Source(NamedTuple):
    """Where the bytes came from. Absent things are empty, or 0."""

    name: str
    media_type: str
    charset: str
    size: int
    pages: int


class Contributor(NamedTuple):
    """Who had a hand in a document. The affiliation is empty where it is not told."""

    role: str
    name: str
    affiliation: str


class Date(NamedTuple):
    """A date of a document: ISO 8601, and where it is told."""

    kind: str
    value: str
    source: str


class Identifier(NamedTuple):
    """A number or address that a document is known by."""

    scheme: str
    value: str


class Subject(NamedTuple):
    """What a document is about. Scheme and code are empty for plain keywords."""

    scheme: str
    code: str
    label: str


def _records(kind, name):
    count = getattr(_core, f"policy_document_{name}_count")
    members = [getattr(_core, f"policy_document_{name}_{member}") for member in kind._fields]
    return property(lambda document: tuple(kind(*(member(document, n) for member in members))
                                           for n in range(count(document))))


def _strings(count, at):
    return property(lambda document: tuple(at(document, n) for n in range(count(document))))


def _object(function):
    return property(lambda document: json.loads(function(document) or "{}"))


class Document(Sequence):
    """A policy document: a sequence of its sentences, with its text, metadata and parts. It never changes."""

    __slots__ = ("this", "_text", "__weakref__")

    def __init__(self):
        raise TypeError("documents come from read(), analyse(), parse() and Document.from_json()")

    # ---- text and metadata: absent things are empty --------------------------------------------------------

    @property
    def text(self):
        """The whole text; spans of parts are places in it."""
        try:
            return self._text
        except AttributeError:
            self._text = _core.policy_document_text(self)
            return self._text

    id = property(_core.policy_document_id)
    title = property(_core.policy_document_title)
    subtitle = property(_core.policy_document_subtitle)
    authors = _strings(_core.policy_document_author_count, _core.policy_document_author)
    date = property(_core.policy_document_date)
    publisher = property(_core.policy_document_publisher)
    language = property(_core.policy_document_language)
    charset_source = property(_core.policy_document_charset_source)
    charset_confidence = property(_core.policy_document_charset_confidence)
    language_confidence = property(_core.policy_document_language_confidence)
    topics = _strings(_core.policy_document_topic_count, _core.policy_document_topic)
    regions = _strings(_core.policy_document_region_count, _core.policy_document_region)
    identifier = property(_core.policy_document_identifier)
    type = property(_core.policy_document_type)
    url = property(_core.policy_document_url)
    publisher_type = property(_core.policy_document_publisher_type)
    series = property(_core.policy_document_series)
    licence = property(_core.policy_document_licence)
    contributors = _records(Contributor, "contributor")
    dates = _records(Date, "date")
    identifiers = _records(Identifier, "identifier")
    subjects = _records(Subject, "subject")
    citation = _object(_core.policy_document_citation)
    extra = _object(_core.policy_document_extra)
    source = property(lambda self: Source(
        _core.policy_document_source_name(self), _core.policy_document_media_type(self),
        _core.policy_document_charset(self), _core.policy_document_source_size(self),
        _core.policy_document_page_count(self)))

    # ---- parts ---------------------------------------------------------------------------------------------

    blocks = many("Block", _core.policy_document_block_count, _core.policy_document_block)
    pages = many("Page", _core.policy_document_page_count, _core.policy_document_page)
    lines = many("Line", _core.policy_document_line_count, _core.policy_document_line)
    sentences = many("Sentence", _core.policy_document_sentence_count, _core.policy_document_sentence)
    tokens = many("Token", _core.policy_document_token_count, _core.policy_document_token)
    actors = many("Actor", _core.policy_document_actor_count, _core.policy_document_actor)
    statements = many("Statement", _core.policy_document_statement_count, _core.policy_document_statement)
    recommendations = many("Recommendation", _core.policy_document_recommendation_count,
                           _core.policy_document_recommendation)
    times = many("Time", _core.policy_document_time_count, _core.policy_document_time)
    citations = many("Citation", _core.policy_document_citation_count, _core.policy_document_citation_at)
    events = many("Event", _core.policy_document_event_count, _core.policy_document_event)
    relations = many("Relation", _core.policy_document_relation_count, _core.policy_document_relation)
    causal = many("Causal", _core.policy_document_causal_count, _core.policy_document_causal)
    warnings = many("DocumentWarning", _core.policy_document_warning_count, _core.policy_document_warning)

    def __len__(self):
        return _core.policy_document_sentence_count(self)

    def __getitem__(self, place):
        return self.sentences[place]

    def __iter__(self):
        return iter(self.sentences)

    def __bool__(self):
        return True

    # ---- places --------------------------------------------------------------------------------------------

    def position(self, code_point):
        """That place of the text in every count; past the end, the end."""
        return Position(*_core.policy_document_position(
            self, _core.policy_document_byte_of_code_point(self, code_point)))

    def source_offset(self, code_point):
        """The byte of the source that this place of the text came from."""
        return _core.policy_document_source_offset(
            self, _core.policy_document_byte_of_code_point(self, code_point))

    def origin(self, where):
        """Where in the source a part, or a span of code points, came from: bytes, the page that it begins on, and the box
        and element of its block."""
        begin, end = getattr(where, "span", where)
        first, last, behind = (self.source_offset(n) for n in (begin, max(begin, end - 1), max(begin, end)))
        last += 1
        block = self.block_at(begin)
        return Origin(first, behind if 0 < behind - last < 4 else max(last, first), self.page_at(begin),
                     block.box if block else Box(0, 0, 0, 0), block.place if block else "")

    def block_at(self, code_point):
        """The block that a place of the text stands in, or None."""
        return _core.policy_document_block_at(self, _core.policy_document_byte_of_code_point(self, code_point))

    def line_at(self, code_point):
        """The line of a page that a place of the text stands in, or None."""
        return _core.policy_document_line_at(self, _core.policy_document_byte_of_code_point(self, code_point))

    def page_at(self, code_point):
        """The number of the page, from 1, that a place of the text stands on; 0 for none."""
        return _core.policy_document_page_at(self, _core.policy_document_byte_of_code_point(self, code_point))

    def boxes(self, where):
        """Where on the pages a part, or a span of code points, stands: (page, box) for each line of it."""
        return _parts.boxes_of(self, where)

    def page(self, number):
        """The page of that number, from 1."""
        if not 1 <= number <= len(self.pages):
            raise IndexError(f"there is no page {number} among {len(self.pages)}")
        return self.pages[number - 1]

    def to_svg(self, *, bare=False, overlay=False):
        """All pages as one picture, one below the other, with the findings marked; see `Page.to_svg`."""
        flags = (_core.POLICY_SVG_BARE if bare else 0) | (_core.POLICY_SVG_OVERLAY if overlay else 0)
        return _core.policy_svg_write(self, 0, flags)

    def to_bibtex(self):
        """How to cite the document, as an entry of BibTeX; "" when nothing is known."""
        return _core.policy_bibtex_write(self)

    def to_html(self):
        """A page of the web that needs nothing else: the text with its findings marked, and beside it what the
        document asks of whom."""
        return _core.policy_html_write(self)

    def code_point_of_utf16(self, n):
        """The place in the text at which the n-th UTF-16 unit begins, as JavaScript and Java count."""
        byte = _core.policy_document_byte_of_utf16(self, n)
        return _core.policy_document_position(self, byte)[1]

    # ---- out and in ----------------------------------------------------------------------------------------

    def to_json(self, *, indent=False, tokens=False):
        """The document in the exchange format, policy-document version 1."""
        flags = (_core.POLICY_JSON_INDENT if indent else 0) | (_core.POLICY_JSON_TOKENS if tokens else 0)
        return _core.policy_json_write(self, flags)

    def to_dict(self, *, tokens=False):
        """The same as a dictionary."""
        return json.loads(self.to_json(tokens=tokens))

    @staticmethod
    def from_json(data, *, name=None, limits=None, progress=None):
        """The document that `to_json` wrote, from str or bytes."""
        return _core.policy_json_read(data, (name, None, limits, progress))

    @staticmethod
    def from_dict(data, *, name=None, limits=None, progress=None):
        """The document that a dictionary in the exchange format describes."""
        data = json.dumps(data, ensure_ascii=False, allow_nan=False)
        return Document.from_json(data, name=name, limits=limits, progress=progress)

    def to_conllu(self):
        """All sentences that have words as CoNLL-U, which `read` takes back; what was not analysed is "_"."""
        return _core.policy_conllu_write(self)

    def summary(self, *, width=80, colour=False, clean=False):
        """What the document is and asks for, in words; `clean`: its metadata and text alone."""
        flags = (_core.POLICY_SUMMARY_COLOUR if colour else 0) | (_core.POLICY_SUMMARY_CLEAN if clean else 0)
        return _core.policy_summary_write(self, flags, width)

    def igscript(self):
        """All statements in IG Script, one a line."""
        return "".join(statement.igscript + "\n" for statement in self.statements)

    def check(self):
        """Raises CorruptError when the document breaks a rule; there is no way known to make such a one."""
        _core.policy_document_check(self)

    # ---- as a value ----------------------------------------------------------------------------------------

    def __eq__(self, other):
        if not isinstance(other, Document):
            return NotImplemented
        return self._key == other._key or (
            self.id == other.id and self.to_json(tokens=True) == other.to_json(tokens=True))

    def __hash__(self):
        return hash(self.id)

    _key = property(_core.policy_document_key)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return _restore, (self.to_json(tokens=True),)

    def __repr__(self):
        name = self.title or self.source.name or self.id[:16]
        return (f"<Document {_parts.flat(name)}: {len(self)} sentences, {len(self.actors)} actors, "
                f"{len(self.recommendations)} recommendations>")

    def _repr_html_(self):
        from ._html import document_view
        return document_view(self)


_parts.register("policy_document", Document)

# What was once made under higher limits than the defaults comes back.
_UNLIMITED = {**dict.fromkeys(("text", "blocks", "tokens", "entries", "mentions", "warnings", "depth"), 2**32 - 1),
              "input": 2**62, "memory": 2**62}


def _restore(data):
    return _core.policy_json_read(data, (None, None, _UNLIMITED, None))
