"""What no rule may touch: quotations, titles of documents, laws, names, the words a city has allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TITLE = "『[^』\n]*』"
_QUOTED = "「([^「」\n]*)」"
_VERBATIM = "[（(]?(?:原文ママ|原文のまま|ママ|発言のまま)"
# Compiled at the first finding: most reports have none.
_LAW = (
    "(?:[一-鿿々ァ-ヶー・りみきしえけげ]{2,}(?:法律|(?<![方手作用製寸療文司技無])法|条例|規則|規程|要綱|要領|憲章|宣言)|[^、。「」（）()\n]{2,40}?に関する(?:法律|条例|規則|規程|要綱|法律施行令))"
    "(?![一-鿿]|的)"
)


class Exempt(NamedTuple):
    """`names` stand as they are wherever they stand; `said` are the speeches that may be quoted."""

    names: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


def exempt_spans(text: str, exempt: Exempt) -> list[tuple[int, int]]:
    """The parts of a passage that stay as they are."""
    return list(_spans(text, exempt))


def _spans(text: str, exempt: Exempt) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in re.finditer(_TITLE, text))
    yield from (match.span() for match in re.finditer(_LAW, text))
    for match in re.finditer(_QUOTED, text):
        if re.compile(_VERBATIM).match(text, match.end()) or _was_said(match[1], exempt.said):
            yield match.span()
    for name in exempt.names:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))


def _was_said(quote: str, said: Sequence[str]) -> bool:
    return len(quote) > 1 and any(quote in speech for speech in said)


def touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """True if any span holds a letter of [start, end)."""
    return any(first < end and start < last for first, last in spans)
