"""Bookmarks over several paragraphs that were cut short on the way are made whole again.

LibreOffice writes such a bookmark as two beginnings with one end; the next program that saves the file, LibreOffice or
Word, keeps the last paragraph only. Where the paragraphs before it, without the changes, are just those that the text
lacks, they are its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafting.issued import IssuedText
from drafting.review.forms import printed
from drafting.word.reading import Document, extent_text
from drafting.word.reading.values import Bookmark, Change, Extent, Position


def restore_bookmarks(document: Document, names: Mapping[str, IssuedText]) -> Document:
    """The document with its cut bookmarks made whole, the changes in the regained paragraphs inside of them."""
    regained: dict[str, Extent] = {}
    bookmarks: list[Bookmark] = []
    accepted = {each.sources[0]: i for i, each in enumerate(document.accepted) if each.sources}
    for bookmark in document.bookmarks:
        text = names.get(bookmark.name)
        if text and (whole := _whole(document, bookmark, text.text, accepted)):
            regained[bookmark.name] = Extent(whole.rejected.start, bookmark.rejected.start)
            bookmark = whole
        bookmarks.append(bookmark)
    if not regained:
        return document
    changes = tuple(_inside(change, regained) for change in document.changes)
    return replace(document, bookmarks=tuple(bookmarks), changes=changes)


def _whole(document: Document, bookmark: Bookmark, issued: str, accepted: Mapping[int, int]) -> Bookmark | None:
    """The bookmark as it was handed out; None where it is whole, or what it lacks is not there as it was."""
    start, end = bookmark.rejected
    lines, now = printed(issued).text.split("\n"), printed(extent_text(document.rejected, bookmark.rejected)).text.split("\n")
    if start == end or start.offset or len(now) >= len(lines) or lines[-len(now) :] != now:
        return None
    first = start.paragraph
    for line in reversed(lines[: -len(now)]):
        first -= 1
        if first < 0 or document.rejected[first].text != line or document.rejected[first].story != document.rejected[start.paragraph].story:
            return None
    at = accepted.get(document.rejected[first].sources[0])
    if at is None or at > bookmark.accepted.start.paragraph:
        return None
    return Bookmark(
        bookmark.name, Extent(Position(at, 0), bookmark.accepted.end), Extent(Position(first, 0), bookmark.rejected.end)
    )


def _inside(change: Change, regained: Mapping[str, Extent]) -> Change:
    names = tuple(name for name, (start, end) in regained.items() if start <= change.rejected < end and name not in change.bookmarks)
    return change._replace(bookmarks=(*change.bookmarks, *names)) if names else change
