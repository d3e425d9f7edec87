"""What was typed with tracking off right before or behind a text, in its own paragraph, is part of that text.

Word leaves the cursor outside of a bookmark at its end, LibreOffice at both. What stood around the texts when the draft was
handed out is on record, a paragraph each; if only paragraphs of one kind are missing, the words that are new in them are the text's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from drafting.issued import HOLE, Issued, IssuedText
from drafting.review.frame import frames
from drafting.word.reading import Document
from drafting.word.reading.values import Bookmark, Extent, Position


class _Room(NamedTuple):
    """From which letter to which the text of a paragraph may reach."""

    start: int
    end: int


def widen_bookmarks(document: Document, issued: Issued, names: Mapping[str, IssuedText]) -> Document:
    """The document with its bookmarks around what was typed at their edges."""
    rooms = _rooms(document, issued, names)
    if not rooms:
        return document
    bookmarks = (_widened(document, each, rooms) if each.name in names else each for each in document.bookmarks)
    return replace(document, bookmarks=tuple(bookmarks))


def _rooms(document: Document, issued: Issued, names: Mapping[str, IssuedText]) -> dict[int, _Room]:
    """The paragraphs, before all tracked changes, in which words are new around the one text that they hold."""
    left = Counter(text.strip() for text in issued.frame)
    new: dict[int, str] = {}
    for each in frames(document, names):
        if left[each.text] > 0:
            left[each.text] -= 1
        elif each.text.count(HOLE) == 1:
            new[each.paragraph] = each.text
    missing = {text for text in left.elements() if HOLE in text}
    if len(missing) != 1 or (form := missing.pop()).count(HOLE) != 1 or len(new) > left[form]:
        return {}
    before, _, behind = form.partition(HOLE)
    rooms: dict[int, _Room] = {}
    for at, text in new.items():
        head, _, tail = text.partition(HOLE)
        if head.startswith(before) and tail.endswith(behind):
            whole = document.rejected[at].text
            blanks = len(whole) - len(whole.lstrip())
            rooms[at] = _Room(blanks + len(before), len(whole.rstrip()) - len(behind))
    return rooms


def _widened(document: Document, bookmark: Bookmark, rooms: Mapping[int, _Room]) -> Bookmark:
    name, accepted, rejected = bookmark
    if rejected.start == rejected.end:
        return bookmark
    starts, ends = (accepted.start, rejected.start), (accepted.end, rejected.end)
    if room := rooms.get(rejected.start.paragraph):
        starts = _further(document, starts, room.start - rejected.start.offset)
    if room := rooms.get(rejected.end.paragraph):
        ends = _further(document, ends, room.end - rejected.end.offset)
    return Bookmark(name, Extent(starts[0], ends[0]), Extent(starts[1], ends[1]))


def _further(document: Document, places: tuple[Position, Position], by: int) -> tuple[Position, Position]:
    """A place in both states so many letters further (back, if negative) where the same letters of the same w:p stand there; else as it was."""
    now, was = places
    if now.paragraph >= len(document.accepted):
        return places
    there, issued = document.accepted[now.paragraph], document.rejected[was.paragraph]
    moved = Position(now.paragraph, now.offset + by), Position(was.paragraph, was.offset + by)
    letters = (text[min(a, b) : max(a, b)] for text, a, b in ((there.text, now.offset, moved[0].offset), (issued.text, was.offset, moved[1].offset)))
    source = -1 if by > 0 else 0
    same = there.sources[source] == issued.sources[source] and moved[0].offset >= 0 and len(set(letters)) == 1
    return moved if same else places
