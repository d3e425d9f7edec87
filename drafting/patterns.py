"""Patterns that are compiled when they are first asked something.

To compile one costs 0.3 ms, and a command loads some two hundred, of which it asks a few dozen.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Waiting:
    """Stands for a pattern. What is asked of a pattern is bound once, so that to ask again costs nothing more."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._pattern, self._flags)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but that a fault of the pattern is raised at its first use; not for the functions of `re`."""
    return cast("re.Pattern[AnyStr]", _Waiting(pattern, flags))
