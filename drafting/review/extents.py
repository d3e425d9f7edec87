"""From where to where the text of an address goes in a reviewer's file, with what was typed at its edges.

Word puts what is typed right behind a bookmark outside of it. Where nothing but the text of
the address stood in the paragraph before the changes, it is part of that text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from drafting.word.reading.values import Bookmark, Document, Extent, Paragraph, Position


class Sources(NamedTuple):
    """Which paragraphs of the accepted text hold each w:p; how many letters, ends of paragraphs among them, stand before each of these."""

    accepted: Mapping[int, tuple[int, ...]]
    letters: Sequence[int]


def sources_of(document: Document) -> Sources:
    """The index of a file, made once."""
    found: dict[int, list[int]] = {}
    for i, paragraph in enumerate(document.accepted):
        for source in paragraph.sources:
            found.setdefault(source, []).append(i)
    letters = [*accumulate((len(paragraph.text) + 1 for paragraph in document.accepted), initial=0)]
    return Sources({source: tuple(at) for source, at in found.items()}, letters)


def with_edges(document: Document, sources: Sources, bookmark: Bookmark, starts: Sequence[Position]) -> Extent:
    """The accepted extent of a bookmark, and what was typed before and behind it in its own paragraphs.

    `starts` are where the addresses begin, in order: the texts of others are never taken in.
    """
    _, accepted, rejected = bookmark
    if rejected.start == rejected.end:
        return accepted
    start, end = accepted
    first, last = _at(document.rejected, rejected.start), _at(document.rejected, rejected.end)
    if last and not last.text[rejected.end.offset :]:
        end = _tail(document, sources, end, last)
    if first and not first.text[: rejected.start.offset]:
        start = _head(document, sources, start, first)
    if bisect_left(starts, start) < bisect_left(starts, accepted.start) or bisect_right(starts, accepted.end) < bisect_left(starts, end):
        return accepted
    return Extent(start, end)


def _at(paragraphs: Sequence[Paragraph], position: Position) -> Paragraph | None:
    return paragraphs[position.paragraph] if position.paragraph < len(paragraphs) else None


def _own(document: Document, sources: Sources, whole: Paragraph) -> list[int]:
    """The accepted paragraphs that were made of this one and of no other."""
    mine = set(whole.sources)
    found = {i for source in whole.sources for i in sources.accepted.get(source, ())}
    return sorted(i for i in found if set(document.accepted[i].sources) <= mine)


def _tail(document: Document, sources: Sources, end: Position, whole: Paragraph) -> Position:
    at = end.paragraph
    own = set(_own(document, sources, whole))
    if at not in own:
        return end
    style = document.accepted[at].style
    while at + 1 in own and document.accepted[at + 1].style == style:
        at += 1
    return Position(at, len(document.accepted[at].text))


def _head(document: Document, sources: Sources, start: Position, whole: Paragraph) -> Position:
    at = start.paragraph
    own = set(_own(document, sources, whole))
    if at not in own:
        return start
    style = document.accepted[at].style
    while at - 1 in own and document.accepted[at - 1].style == style:
        at -= 1
    return Position(at, 0)


def offset_in(sources: Sources, extent: Extent, position: Position) -> int:
    """Which letter of the accepted text of an extent (paragraphs joined by a line end) stands at a position; clipped to it."""
    start = extent.start
    position = max(start, min(position, extent.end))
    return sources.letters[position.paragraph] + position.offset - sources.letters[start.paragraph] - start.offset
