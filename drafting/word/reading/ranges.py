"""Ranges between two marks: bookmarks, commented passages, moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.word.reading.values import Bookmark, Extent, Paragraph, Position
from drafting.word.reading.views import View, back, here

Views = tuple[View, View]


@dataclass
class Range:
    """A range in both states; `ends` is None until its end was met."""

    name: str
    starts: tuple[Position, Position]
    ends: tuple[Position, Position] | None = None


@dataclass
class Ranges:
    """The ranges of one kind: all of them, those that are open by w:id, the names around.

    `ended` are the ids that have an end in the part. LibreOffice cuts a bookmark over several
    paragraphs: it begins without an end, and again in the last of them. `continued` are the ids
    of such beginnings, `cut` their ranges by name; `endless` are the names that began without
    either in this paragraph.
    """

    found: list[Range] = field(default_factory=list)
    open: dict[str, list[Range]] = field(default_factory=dict)
    around: tuple[str, ...] = ()
    ended: frozenset[str] = frozenset()
    continued: frozenset[str] = frozenset()
    cut: dict[str, Range] = field(default_factory=dict)
    endless: list[str] = field(default_factory=list)


def start_range(ranges: Ranges, id: str, name: str, views: Views) -> None:
    """A range begins. Names that begin with "_" are Word's own and are not among those `around`."""
    begun = ranges.cut.pop(name, None)
    if begun is None:
        begun = Range(name, (here(views[0]), here(views[1])))
        ranges.found.append(begun)
        if not name.startswith("_"):
            ranges.around = (*ranges.around, name)
    if id in ranges.ended:
        ranges.open.setdefault(id, []).append(begun)
    elif id in ranges.continued:
        ranges.cut[name] = begun
    else:
        ranges.endless.append(name)


def end_endless_ranges(ranges: Ranges) -> None:
    """At the end of a paragraph: what has no end is not around what follows."""
    for name in ranges.endless:
        _leave(ranges, name)
    ranges.endless = []


def end_range(ranges: Ranges, id: str, views: Views) -> None:
    """The range that began last with this id ends; an end without a beginning says nothing."""
    if not (begun := ranges.open.get(id)):
        return
    ended = begun.pop()
    ended.ends = (back(views[0], ended.starts[0]), back(views[1], ended.starts[1]))
    _leave(ranges, ended.name)


def _leave(ranges: Ranges, name: str) -> None:
    """Take the last of a name from those around."""
    if name in ranges.around:
        names = list(ranges.around)
        del names[len(names) - 1 - names[::-1].index(name)]
        ranges.around = tuple(names)


def bookmarks_of(ranges: Ranges) -> tuple[Bookmark, ...]:
    """The bookmarks as values; one that never ends is as long as one that was emptied."""
    return tuple(Bookmark(each.name, *extents_of(each)) for each in ranges.found)


def extents_of(each: Range) -> tuple[Extent, Extent]:
    """Both extents of a range; empty without an end."""
    ends = each.ends or each.starts
    return Extent(each.starts[0], ends[0]), Extent(each.starts[1], ends[1])


def extent_text(paragraphs: Sequence[Paragraph], extent: Extent) -> str:
    """The words in an extent, paragraphs joined by "\\n". Text boxes inside of it are left out."""
    (first, begin), (last, end) = extent
    if first >= len(paragraphs):
        return ""
    story = paragraphs[first].story
    pieces = []
    for i in range(first, min(last, len(paragraphs) - 1) + 1):
        if paragraphs[i].story == story:
            pieces.append(paragraphs[i].text[begin if i == first else 0 : end if i == last else None])
    return "\n".join(pieces)
