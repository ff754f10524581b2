"""Gazetteers: lists of actors, and finding their names in any text."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from . import _core
from ._errors import IOError
from ._parts import register


class Form(NamedTuple):
    """A form that names an entry. No languages: it belongs to all."""

    text: str
    use: str
    languages: tuple


class Post(NamedTuple):
    """An office that a person holds: of which entry, since when and until when, as ISO dates or ""."""

    title: str
    entry: "Entry"
    begins: str
    ends: str


class Entry:
    """An actor of a gazetteer. Absent things are empty."""

    __slots__ = ("gazetteer", "_number")

    def __init__(self, gazetteer, number):
        self.gazetteer = gazetteer
        self._number = number

    _pair = property(lambda self: (self.gazetteer, self._number))
    id = property(lambda self: _core.policy_entry_id(self._pair))
    name = property(lambda self: _core.policy_entry_name(self._pair))
    kind = property(lambda self: _core.policy_entry_kind(self._pair))
    sector = property(lambda self: _core.policy_entry_sector(self._pair))
    begins = property(lambda self: _core.policy_entry_from(self._pair), doc="Since when it exists: an ISO date.")
    ends = property(lambda self: _core.policy_entry_to(self._pair), doc="Until when it existed.")

    @property
    def codes(self):
        """The codes by scheme, the first of each."""
        pair, codes = self._pair, {}
        for n in range(_core.policy_entry_code_count(pair)):
            codes.setdefault(_core.policy_entry_code_scheme(pair, n), _core.policy_entry_code_value(pair, n))
        return codes

    def code(self, scheme):
        """The code of a scheme ("iso3166-1"), or ""."""
        return _core.policy_entry_code(self._pair, scheme)

    def name_in(self, language):
        """The name in a language ("pt-BR"), or in the nearest that contains it ("pt"); "" when there is none."""
        return _core.policy_entry_name_in(self._pair, language)

    def links(self, kind=None):
        """The entries that it belongs to: "member_of", "part_of", "government_of", or all."""
        pair = self._pair
        return [Entry(self.gazetteer, _core.policy_entry_link(pair, n)) for n in range(_core.policy_entry_link_count(pair))
                if kind is None or _core.policy_entry_link_kind(pair, n) == kind]

    @property
    def posts(self):
        """The offices that a person holds or held."""
        pair = self._pair
        return [Post(_core.policy_entry_post_title(pair, n), Entry(self.gazetteer, _core.policy_entry_post(pair, n)),
                     _core.policy_entry_post_from(pair, n), _core.policy_entry_post_to(pair, n))
                for n in range(_core.policy_entry_post_count(pair))]

    @property
    def forms(self):
        """All forms that name it."""
        pair = self._pair
        return [Form(_core.policy_entry_form(pair, n), _core.policy_entry_form_use(pair, n),
                     tuple(_core.policy_entry_form_language(pair, n, k)
                           for k in range(_core.policy_entry_form_language_count(pair, n))))
                for n in range(_core.policy_entry_form_count(pair))]

    def __eq__(self, other):
        return isinstance(other, Entry) and self.gazetteer is other.gazetteer and self._number == other._number

    def __hash__(self):
        return hash((id(self.gazetteer), self._number))

    def __repr__(self):
        return f"<libpolicy.Entry {self.id}: {self.name}>"


class Match(NamedTuple):
    """A name in a text, `text[match.begin:match.end]`. `others` are its other readings, as (entry, use) pairs."""

    begin: int
    end: int
    entry: Entry
    use: str
    language: str
    others: tuple


class Gazetteer(Sequence):
    """A list of actors with their names: a sequence of its entries. It never changes.

    >>> mine = libpolicy.Gazetteer.read("actors.tsv", base=libpolicy.Gazetteer.builtin())
    >>> for match in mine.match(text, languages="en"):
    ...     print(text[match.begin:match.end], match.entry.id)
    """

    __slots__ = ("this", "__weakref__")

    def __init__(self):
        raise TypeError("gazetteers come from Gazetteer.read(), from_text() and builtin()")

    @staticmethod
    def read(path, *, base=None, limits=None):
        """The gazetteer of a file: a table, or what `save` gave. A table comes on top of `base`."""
        try:
            return _core.policy_gazetteer_open(path, (base, limits))
        except IOError as error:
            error.filename = os.fspath(path)
            raise

    @staticmethod
    def from_text(table, *, base=None, limits=None):
        """The same of a table that is a str, or of bytes."""
        return _core.policy_gazetteer_read(table, (base, limits))

    @staticmethod
    def builtin():
        """The gazetteer that the library carries."""
        return _core.policy_gazetteer_builtin()

    def save(self):
        """The gazetteer as bytes, which `from_text` reads faster than a table."""
        return _core.policy_gazetteer_save(self)

    def __len__(self):
        return _core.policy_gazetteer_entry_count(self)

    def __getitem__(self, n):
        if isinstance(n, slice):
            return [self[i] for i in range(*n.indices(len(self)))]
        number = n + len(self) if n < 0 else n
        if number < 0 or _core.policy_gazetteer_entry(self, number) is None:
            raise IndexError(n)
        return Entry(self, number)

    def find(self, id=None, **code):
        """The entry with an id, or with a code; None when there is none.

        >>> mine.find("state:JPN"), mine.find(cameo="JPN"), mine.find(**{"iso3166-1": "JPN"})
        """
        if (id is None) == (not code) or len(code) > 1:
            raise TypeError("one id or one code is needed")
        if id is not None:
            number = _core.policy_gazetteer_find(self, id)
        else:
            (scheme, value), = code.items()
            number = _core.policy_gazetteer_find_code(self, scheme, value)
        return None if number is None else Entry(self, number)

    def match(self, text, *, languages=None, longer=False):
        """Yields the names in a text: the longest at each place, none overlapping.

        `languages` ("en fr") leaves out forms of other languages; `longer` yields longer names of something else, too.
        """
        if not isinstance(text, str):
            raise TypeError(f"str expected, not {type(text).__name__}")
        data = text.encode("utf-8", "surrogatepass")
        return self._matches(data, _core.policy_matcher_new(self, data, (languages, longer)))

    def _matches(self, data, matcher):
        byte = place = 0
        while (found := _core.policy_matcher_next(matcher)) is not None:
            begin, end, number, use, language = found
            place += len(data[byte:begin].decode("utf-8", "surrogatepass"))
            size = len(data[begin:end].decode("utf-8", "surrogatepass"))
            others = []
            while (other := _core.policy_matcher_other(matcher)) is not None:
                others.append((Entry(self, other[2]), other[3]))
            yield Match(place, place + size, Entry(self, number), use, language, tuple(others))
            byte, place = end, place + size

    def __repr__(self):
        return f"<libpolicy.Gazetteer: {len(self)} entries>"


class Matcher:
    """A walk through a text; `Gazetteer.match` keeps it."""

    __slots__ = ("this", "__weakref__")


register("policy_gazetteer", Gazetteer)
register("policy_matcher", Matcher)
