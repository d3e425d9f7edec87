"""What no rule may touch: quotations, titles of documents, laws, names, the words a city has allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.patterns import lazy_pattern

_TITLE = lazy_pattern("『[^』\n]*』")
_QUOTED = lazy_pattern("「([^「」\n]*)」")
_VERBATIM = lazy_pattern("[（(]?(?:原文ママ|原文のまま|ママ|発言のまま)")
_LAW = lazy_pattern(
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
    yield from (match.span() for match in _TITLE.finditer(text))
    yield from (match.span() for match in _LAW.finditer(text))
    for match in _QUOTED.finditer(text):
        if _VERBATIM.match(text, match.end()) or _was_said(match[1], exempt.said):
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
