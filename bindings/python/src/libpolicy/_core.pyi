# The private C module: its functions are those of policy.h, and its users are typed themselves.
from typing import Any

def __getattr__(name: str) -> Any: ...
