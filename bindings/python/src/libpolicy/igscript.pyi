from typing import Any, NamedTuple

from . import _Data, _Limits

class Warning(NamedTuple):
    code: str
    message: str
    span: tuple[int, int]

class Script:
    text: str
    @property
    def tree(self) -> dict[str, Any]: ...
    def to_tree(self, *, binary: bool = ..., flat: bool = ..., annotations: bool = ..., variability: bool = ...,
                shared: bool = ..., conditions_first: bool = ...) -> dict[str, Any]: ...
    def table(self, *, id: str = ..., annotations: bool = ..., core: bool = ...,
              unshared: bool = ..., script: bool = ...) -> list[dict[str, str]]: ...
    @property
    def warnings(self) -> tuple[Warning, ...]: ...
    def __hash__(self) -> int: ...

def parse(text: _Data, *, limits: _Limits | None = None) -> Script: ...
