"""libpolicy reads policy documents and represents their actors and recommendations.

>>> import libpolicy
>>> doc = libpolicy.analyse("report.txt")
>>> for recommendation in doc.recommendations.by(addressee="JPN"):
...     print(recommendation.force, recommendation.text)
"""

from ._core import POLICY_VERSION as __version__
from ._core import policy_features as _features
from ._document import Contributor, Date, Document, Identifier, Source, Subject
from ._errors import (ArgumentError, CancelledError, CorruptError, Error, FileAccessError, FormatError,
                      InternalError, IOError, LimitError, MissingFileError, NoMemoryError, NotAFileError,
                      NotFoundError, UnsupportedError)
from ._gazetteer import Entry, Form, Gazetteer, Match, Post
from ._parts import (Actor, Actors, Block, Box, Causal, Citation, Component, DocumentWarning, Event, Excerpt, Line, Mention,
                     Origin, Page, Part, Participant, Parts, Position, Recommendation, Relation, Sentence, Span, Statement,
                     Time, Token)
from ._reading import analyse, parse, pipe, read


def features():
    """What the library can do: its readers, writers and optional libraries."""
    return tuple(_features().split())


# IOError is left out, so that a star import does not hide the built-in one.
__all__ = [
    "Actor", "Actors", "ArgumentError", "Block", "Box", "CancelledError", "Causal", "Citation", "Component",
    "Contributor", "CorruptError", "Date", "Document", "DocumentWarning", "Entry", "Error", "Event", "Excerpt", "FileAccessError", "Form", "FormatError",
    "Gazetteer", "Identifier", "InternalError", "LimitError", "Line", "Match", "Mention", "MissingFileError", "NoMemoryError", "NotAFileError",
    "NotFoundError", "Origin", "Page", "Part", "Participant", "Parts", "Position", "Post", "Recommendation", "Relation", "Sentence",
    "Source", "Span", "Statement", "Subject", "Time", "Token", "UnsupportedError", "analyse", "features", "parse",
    "pipe", "read"]

for _name in [*__all__, "IOError"]:
    globals()[_name].__module__ = __name__
