"""IG Script, the notation of the Institutional Grammar 2.0.

>>> from libpolicy import igscript
>>> script = igscript.parse("A(The board) D(must) I(publish [AND] archive) Bdir(the minutes)")
>>> [row["Aim"] for row in script.table()]
['publish', 'archive']
"""

import json
from typing import NamedTuple

from . import _core

__all__ = ["Script", "Warning", "parse"]

_END = "\x1f"


class Warning(NamedTuple):
    """What is doubtful in a script: a name ("MISSING_AIM"), words, and the place in its text."""

    code: str
    message: str
    span: tuple


def _flags(**chosen):
    return sum(getattr(_core, "POLICY_IGSCRIPT_" + name.upper()) for name, wanted in chosen.items() if wanted)


class Script:
    """One statement in IG Script. It never changes. `str(script)` is its normal form."""

    __slots__ = ("text", "_options")

    def __init__(self, text, options):
        self._options = options
        self.text = _core.policy_script_text(text, options)

    @property
    def tree(self):
        """The tree as IG Parser gives it to D3: dictionaries with name, level, comp, children ..."""
        return self.to_tree()

    def to_tree(self, *, binary=False, flat=False, annotations=False, variability=False, shared=False,
                conditions_first=False):
        """The tree in another form; `policy help igscript` tells what each word means."""
        flags = _flags(binary=binary, flat=flat, annotations=annotations, variability=variability, shared=shared,
                       conditions_first=conditions_first)
        return json.loads(_core.policy_script_tree(self.text, flags, self._options))

    def table(self, *, id="1", annotations=False, core=False, unshared=False, script=False):
        """A row for each atomic statement: dictionaries from the names of the columns to the cells."""
        flags = _flags(annotations=annotations, core=core, unshared=unshared, script=script)
        lines = _core.policy_script_table(self.text, flags, id, self._options).split("\n")[:-1]
        columns, *rows = ([cell.lstrip("'") if n == 0 else cell for n, cell in enumerate(line.split(_END)[:-1])]
                          for line in lines)
        return [dict(zip(columns, row)) for row in rows]

    @property
    def warnings(self):
        """What is doubtful, in the order of the text."""
        found, text = [], self.text.encode()
        for line in _core.policy_script_warnings(self.text, self._options).splitlines():
            code, message, begin, end = line.split("\t")
            start = len(text[:int(begin)].decode())
            found.append(Warning(code, message, (start, start + len(text[int(begin):int(end)].decode()))))
        return tuple(found)

    def __str__(self):
        return _core.policy_script_print(self.text, self._options)

    def __repr__(self):
        return f"igscript.parse({self.text!r})"

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, Script) else NotImplemented

    def __hash__(self):
        return hash(str(self))


def parse(text, *, limits=None):
    """The script of a str or bytes. FormatError names what the grammar refuses: "EMPTY_LEAF_VALUE: ..."."""
    return Script(text, None if limits is None else (None, None, limits, None))
