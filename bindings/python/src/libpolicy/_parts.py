"""Parts of a document: blocks, sentences, tokens, actors, statements, recommendations and what is around them.

The classes are the proxies of the C values: each keeps its document alive and asks C when it is asked.
"""

from collections.abc import Sequence
from functools import partial
from operator import eq
from typing import NamedTuple

from . import _core


class Span(NamedTuple):
    """A half-open range of the text: `doc.text[span.begin:span.end]`."""

    begin: int
    end: int


class Position(NamedTuple):
    """One place in a text, counted in every way."""

    byte: int
    code_point: int
    utf16: int
    line: int
    column: int


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float


class Origin(NamedTuple):
    """Where in its source a piece of text came from."""

    begin: int
    end: int
    page: int
    box: Box
    place: str


def fits(found, wanted):
    """Whether a property is what `Parts.by` looks for."""
    if callable(wanted):
        return bool(wanted(found))
    if isinstance(wanted, (list, tuple, set, frozenset)):
        return any(fits(found, each) for each in wanted)
    if isinstance(found, dict):
        return wanted in found.values()
    if isinstance(found, Parts):
        return any(fits(each, wanted) for each in found)
    if isinstance(found, Actor) and isinstance(wanted, str):
        return found.is_called(wanted)
    return found == wanted


class Parts(Sequence):
    """A list of parts. Its items are made when they are asked for; slices and choices are such lists too."""

    __slots__ = ("kind", "_at", "_numbers")

    def __init__(self, kind, at, numbers):
        self.kind, self._at, self._numbers = kind, at, numbers

    def __len__(self):
        return len(self._numbers)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return type(self)(self.kind, self._at, self._numbers[place])
        try:
            return self._at(self._numbers[place])
        except IndexError:
            raise IndexError(f"there is no number {place} among {len(self)}") from None

    def __iter__(self):
        return map(self._at, self._numbers)

    def __eq__(self, other):
        return len(self) == len(other) and all(map(eq, self, other)) if isinstance(other, Parts) else NotImplemented

    def by(self, **wanted):
        """Those whose properties are as wanted: `by(force="must", addressee="JPN")`.

        A list or set stands for any of its members, a function decides itself. An actor is wanted by its
        name or one of its codes, and among several ("addressees") by one of them; the singular will do.
        """
        names = [(self._property(name), value) for name, value in wanted.items()]
        return type(self)(self.kind, self._at, tuple(
            n for n in self._numbers if all(fits(getattr(self._at(n), name), value) for name, value in names)))

    def _property(self, name):
        for each in (name, name + "s", name[:-1] + "ies"):
            if not each.startswith("_") and hasattr(self.kind, each):
                return each
        raise TypeError(f"{self.kind.__name__} has no {name!r}")

    def __repr__(self):
        shown = [repr(part) for part in self[:4]] + (["..."] if len(self) > 4 else [])
        return f"<{len(self)}: {', '.join(shown)}>" if shown else "<0>"

    def _repr_html_(self):
        from ._html import parts_table
        return parts_table(self)


class Actors(Parts):
    """Actors, also by name or code: `doc.actors["JPN"]`."""

    __slots__ = ()

    def __getitem__(self, place):
        if not isinstance(place, str):
            return super().__getitem__(place)
        for actor in self:
            if actor.is_called(place):
                return actor
        raise KeyError(place)

    def get(self, name, default=None):
        """The actor of that name or code, or the default."""
        return next((actor for actor in self if actor.is_called(name)), default)

    def __contains__(self, actor):
        return self.get(actor) is not None if isinstance(actor, str) else super().__contains__(actor)


def many(kind, count, at):
    """A property: the list of what `count` and `at` of C give for its owner."""
    view = Actors if kind == "Actor" else Parts
    return property(lambda owner: view(globals()[kind], partial(at, owner), range(count(owner))))


def flat(name):
    """The words of a property for `repr`: one line, cut when long."""
    words = " ".join(name.split())
    return repr(words if len(words) <= 60 else words[:57] + "...")


class Place:
    """A piece of the text: `span` in code points, `byte_span` in bytes of UTF-8, or None for no place."""

    __slots__ = ()

    @property
    def byte_span(self):
        span = self._byte_span()
        return Span(*span) if span[0] < span[1] else None

    @property
    def span(self):
        span = self._byte_span()
        return Span(*self._code_points(span)) if span[0] < span[1] else None

    @property
    def text(self):
        return self._piece(self._byte_span())

    def __repr__(self):
        return f"<{type(self).__name__} {flat(self.text)}>"


def register(name, kind):
    """Makes the class the proxy of a C type. What destroys it stays with SWIG: nobody else can free anything."""
    kind.__swig_destroy__ = getattr(_core, "delete_" + name)
    getattr(_core, name + "_swigregister")(kind)
    del kind.__swig_destroy__
    delattr(_core, "delete_" + name)


class Part(Place):
    """A part of a document: equal to another object of the same part, and to nothing else."""

    __slots__ = ("this", "__weakref__")

    def __init_subclass__(cls, letter=""):
        name = "policy_" + cls.__name__.lower().replace("documentwarning", "warning")
        cls._owner_of = getattr(_core, name + "_owner")
        cls._number_of = getattr(_core, name + "_id_get")
        cls._key = property(getattr(_core, name + "_key"))
        cls._span_of = getattr(_core, name + "_span", None)
        cls._points_of = getattr(_core, name + "_code_points")
        cls._piece_of = getattr(_core, name + "_piece")
        if letter:
            cls.id = property(lambda self: f"{letter}{self.number + 1}", doc="The id that JSON uses.")
        register(name, cls)

    @property
    def document(self):
        """The document."""
        return self._owner_of(self)

    @property
    def number(self):
        """The place among its kind, from 0."""
        return self._number_of(self)

    def __init__(self):
        raise TypeError("parts come from documents")

    def _byte_span(self):
        return self._span_of(self)

    def _code_points(self, span):
        return self._points_of(self, span)

    def _piece(self, span):
        return self._piece_of(self, span)

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.number == other.number and self._key == other._key

    def __hash__(self):
        return hash((type(self), self._key, self.number))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        raise TypeError("parts cannot be pickled; pickle their document")


class Excerpt(Place):
    """A piece of the text that has no number of its own."""

    __slots__ = ("_part", "_bytes")

    def __init__(self, part, span):
        self._part, self._bytes = part, span

    def _byte_span(self):
        return self._bytes

    def _code_points(self, span):
        return self._part._code_points(span)

    def _piece(self, span):
        return self._part._piece(span)

    def __eq__(self, other):
        return (self._part, self._bytes) == (other._part, other._bytes) if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self._part, self._bytes))


class Mention(Excerpt):
    """A place where an actor is named; `form` says how."""

    __slots__ = ("form",)

    def __init__(self, actor, n):
        super().__init__(actor, _core.policy_actor_mention_span(actor, n))
        self.form = _core.policy_actor_mention_form(actor, n)

    actor = property(lambda self: self._part)


class Participant(NamedTuple):
    """Who takes part in an event, and as what."""

    actor: "Actor"
    role: str


# ---- the kinds ---------------------------------------------------------------------------------------------


class Block(Part, letter="b"):
    __slots__ = ()
    kind = property(_core.policy_block_kind_of)
    level = property(_core.policy_block_level)
    page = property(_core.policy_block_page)
    box = property(lambda self: Box(*_core.policy_block_box(self)))
    place = property(_core.policy_block_place)
    language = property(_core.policy_block_language)
    language_confidence = property(_core.policy_block_language_confidence)
    part = property(_core.policy_block_part_of)
    paragraph_number = property(_core.policy_block_number)
    speaker = property(_core.policy_block_speaker)


class Page(Part):
    """A page of the source; in a notebook, a picture of it."""

    __slots__ = ()
    number = property(lambda self: self._number_of(self) + 1, doc="From 1.")
    width = property(_core.policy_page_width)
    height = property(_core.policy_page_height)
    lines = many("Line", _core.policy_page_line_count, _core.policy_page_line)
    text = property(lambda self: "\n".join(line.text for line in self.lines), doc="Its lines.")

    def _byte_span(self):
        return 0, 0

    def to_svg(self, *, bare=False, overlay=False):
        """A picture of the page with the findings marked; `bare`: without them; `overlay`: the marks alone, see-through,
        to be laid over another picture of the page."""
        flags = (_core.POLICY_SVG_BARE if bare else 0) | (_core.POLICY_SVG_OVERLAY if overlay else 0)
        return _core.policy_svg_write(self.document, self.number, flags)

    def _repr_svg_(self):
        return self.to_svg() if self.width or len(self.lines) else None

    def __repr__(self):
        return f"<Page {self.number}: {len(self.lines)} lines>"


class Line(Part):
    """A piece of text as it is set on a page: a line, or one cell of a table's row."""

    __slots__ = ()
    page = property(_core.policy_line_page)
    box = property(lambda self: Box(*_core.policy_line_box(self)))
    size = property(_core.policy_line_size)
    bold = property(_core.policy_line_is_bold)
    italic = property(_core.policy_line_is_italic)
    turned = property(_core.policy_line_is_turned)

    def box_of(self, where):
        """The part of its box that a part, or a span of code points, takes, by the usual widths of letters."""
        return Box(*_core.policy_line_box_of(self, _bytes_of(self.document, where)))


def _bytes_of(document, where):
    begin, end = getattr(where, "span", where)
    return tuple(_core.policy_document_byte_of_code_point(document, n) for n in (begin, end))


def boxes_of(document, where):
    """(page, box) for each line that a part, or a span of code points, stands in."""
    begin, end = _bytes_of(document, where)
    lines, low, high = document.lines, 0, _core.policy_document_line_count(document)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if lines[middle]._byte_span()[1] <= begin else (low, middle)
    found = []
    for line in lines[low:]:
        if line._byte_span()[0] >= end:
            break
        found.append((line.page, Box(*_core.policy_line_box_of(line, (begin, end)))))
    return tuple(found)


class Sentence(Part, Sequence):
    """A sentence: a sequence of its tokens."""

    __slots__ = ()
    block = property(_core.policy_sentence_block)
    root = property(_core.policy_sentence_root)
    tokens = many("Token", _core.policy_sentence_token_count, _core.policy_sentence_token)

    def __len__(self):
        return _core.policy_sentence_token_count(self)

    def __getitem__(self, place):
        return self.tokens[place]

    def __iter__(self):
        return iter(self.tokens)

    def __bool__(self):
        return True

    def to_svg(self):
        """Its dependency tree as a picture: arcs from heads to dependents over the words."""
        from ._tree import picture
        return picture(self)

    def _repr_html_(self):
        from ._html import tree_view
        return tree_view(self)


class Token(Part):
    """A syntactic word as Universal Dependencies defines it."""

    __slots__ = ()
    form = property(_core.policy_token_form)
    joined = property(_core.policy_token_is_joined)
    lemma = property(_core.policy_token_lemma)
    upos = property(_core.policy_token_upos)
    xpos = property(_core.policy_token_xpos)
    relation = property(_core.policy_token_relation)
    head = property(_core.policy_token_head)
    sentence = property(_core.policy_token_sentence)

    @property
    def features(self):
        return dict(each.partition("=")[::2] for each in _core.policy_token_features(self).split("|") if each)

    def feature(self, name):
        """The value of a feature ("Number"), or None."""
        return self.features.get(name)

    @property
    def children(self):
        """The tokens whose head this one is."""
        numbers, child = [], _core.policy_token_child(self, 0)
        while child is not None:
            numbers.append(child.number)
            child = _core.policy_token_child(self, numbers[-1] + 1)
        return self._among(numbers)

    @property
    def subtree(self):
        """The token and all that hang on it, directly or not, in the order of the text."""
        children = {}
        for token in self.sentence:
            head = token.head
            if head is not None:
                children.setdefault(head.number, []).append(token.number)
        numbers, todo = set(), [self.number]
        while todo:
            numbers.add(todo[-1])
            todo += children.pop(todo.pop(), ())
        return self._among(sorted(numbers))

    def _among(self, numbers):
        return Parts(Token, partial(_core.policy_document_token, self.document), numbers)


class Actor(Part, letter="a"):
    """Who can act, with every place where it is named."""

    __slots__ = ()
    name = property(_core.policy_actor_name)
    kind = property(_core.policy_actor_kind_of)
    mentions = many("Mention", _core.policy_actor_mention_count, lambda actor, n: Mention(actor, n))

    @property
    def codes(self):
        return {_core.policy_actor_code_scheme(self, n): _core.policy_actor_code_value(self, n)
                for n in range(_core.policy_actor_code_count(self))}

    def code(self, scheme):
        """The code in a scheme ("iso3166-1"), or an empty string."""
        return _core.policy_actor_code(self, scheme)

    def name_in(self, language):
        """A state's name in a language ("ja", "pt-BR"), from the gazetteer that the library carries; "" when unknown."""
        gazetteer = _core.policy_gazetteer_builtin()
        entry = gazetteer.find(**{"iso3166-1": self.code("iso3166-1")}) if self.code("iso3166-1") else None
        return entry.name_in(language) if entry is not None else ""

    def is_called(self, name):
        """Whether that is its name or one of its codes, in whatever case."""
        wanted = name.casefold()
        return self.name.casefold() == wanted or any(code.casefold() == wanted for code in self.codes.values())

    def _byte_span(self):
        return _core.policy_actor_mention_span(self, 0)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<Actor {flat(self.name)} ({self.kind})>"


ONE = ("deontic", "aim", "modal", "function")  # the roles that a statement has once at most
ROLES = ("attributes", "deontic", "aim", "direct_objects", "indirect_objects", "activation_conditions",
         "execution_constraints", "or_else", "entities", "modal", "function", "properties")


class Component(Part):
    """A component of a statement or recommendation: a place in the text, or words that a reader infers."""

    __slots__ = ()
    role = property(_core.policy_component_role)
    symbol = property(lambda self: _core.policy_role_symbol(self.role))
    text = property(_core.policy_component_text)
    inferred = property(_core.policy_component_is_inferred)
    actor = property(_core.policy_component_actor)
    statement = property(_core.policy_component_statement)
    properties = many("Component", _core.policy_component_property_count, _core.policy_component_property)


class Statement(Part, letter="s"):
    """A statement after the Institutional Grammar 2.0: its components by role."""

    __slots__ = ()
    type = property(_core.policy_statement_type_of)
    sentence = property(_core.policy_statement_sentence)
    negated = property(_core.policy_statement_is_negated)
    components = many("Component", _core.policy_statement_component_count, _core.policy_statement_component)
    igscript = property(_core.policy_igscript_write)


def _of_role(role):
    def count(statement):
        return _core.policy_statement_role_count(statement, role)

    def at(statement, n):
        return _core.policy_statement_role(statement, role, n)

    return property(lambda statement: at(statement, 0)) if role in ONE else many("Component", count, at)


for _role in ROLES:
    setattr(Statement, _role, _of_role(_role))


def _of_party(party):
    return many("Actor", lambda owner: _core.policy_recommendation_actor_count(owner, party),
                lambda owner, n: _core.policy_recommendation_actor(owner, party, n))


class Recommendation(Part, letter="r"):
    """Who should do what, with or against whom, to what end, how strongly, and says who."""

    __slots__ = ()
    statement = property(_core.policy_recommendation_statement)
    voice = property(_core.policy_recommendation_voice)
    speaker = property(_core.policy_recommendation_speaker)
    force = property(_core.policy_recommendation_force)
    addressees = _of_party("addressees")
    addressee_implicit = property(_core.policy_recommendation_is_addressee_implicit)
    partners = _of_party("partners")
    targets = _of_party("targets")
    beneficiaries = _of_party("beneficiaries")
    purposes = many("Component", _core.policy_recommendation_purpose_count, _core.policy_recommendation_purpose)
    reasons = many("Component", _core.policy_recommendation_reason_count, _core.policy_recommendation_reason)
    instrument = property(_core.policy_recommendation_instrument)
    topic = property(_core.policy_recommendation_topic)
    label = property(_core.policy_recommendation_label)
    deadline = property(_core.policy_recommendation_deadline)
    status = property(_core.policy_recommendation_status)
    why = property(_core.policy_recommendation_why)
    specificity = property(_core.policy_recommendation_specificity)
    confidence = property(_core.policy_recommendation_confidence)

    def __repr__(self):
        who = ", ".join(actor.name for actor in self.addressees) or "?"
        return f"<Recommendation {self.force}: {who}: {flat(self.text)}>"


class Time(Part):
    """A date, duration or set of times, with its value as in ISO-TimeML."""

    __slots__ = ()
    type = property(_core.policy_time_type_of)
    value = property(_core.policy_time_value)
    is_deadline = property(_core.policy_time_is_deadline)


class Citation(Part):
    """What the document cites: a resolution, act, case, treaty, report or address, with its identifier where that is told."""

    __slots__ = ()
    kind = property(_core.policy_citation_kind_of)
    scheme = property(_core.policy_citation_scheme)
    value = property(_core.policy_citation_value)


class Event(Part, letter="e"):
    """Something that happened, is planned or might happen."""

    __slots__ = ()
    kind = property(_core.policy_event_kind)
    status = property(_core.policy_event_status_of)
    date = property(_core.policy_event_date)
    participants = many("Participant", _core.policy_event_participant_count, lambda event, n: Participant(
        _core.policy_event_participant(event, n), _core.policy_event_participant_role(event, n)))


class Relation(Part):
    """What one actor, the source, is or does to another, the target."""

    __slots__ = ()
    source = property(_core.policy_relation_from)
    target = property(_core.policy_relation_to)
    kind = property(_core.policy_relation_kind)
    sign = property(_core.policy_relation_sign)


class Causal(Part):
    """A claim that one thing raises (+) or lowers (-) another. Its own place is that of the effect."""

    __slots__ = ()
    cause = property(lambda self: Excerpt(self, _core.policy_causal_cause(self)))
    effect = property(lambda self: Excerpt(self, _core.policy_causal_effect(self)))
    marker = property(lambda self: Excerpt(self, _core.policy_causal_marker(self)))
    sign = property(_core.policy_causal_sign)

    def _byte_span(self):
        return _core.policy_causal_effect(self)


class DocumentWarning(Part):
    """What went less than well in making the document."""

    __slots__ = ()
    code = property(_core.policy_warning_code)
    message = property(_core.policy_warning_message)

    def __repr__(self):
        return f"<DocumentWarning {self.code}: {self.message}>"
