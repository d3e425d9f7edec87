"""Tracked changes, put together from the runs that carry them.

Word cuts one change into many elements wherever the format changes; for a reader they are one,
as long as nothing that is not part of it stands between, and no border of a bookmark.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.word.document import Element, w
from drafting.word.reading.values import Change, ChangeKind, Position, Story


class Mark(NamedTuple):
    """Who did what: words with the same mark that touch are one change."""

    kind: ChangeKind
    author: str
    date: str
    move: str = ""


class Spot(NamedTuple):
    """Where the walk stands."""

    story: Story
    paragraph: int
    bookmarks: tuple[str, ...]
    accepted: Position
    rejected: Position


@dataclass
class Growing:
    """A change whose words are still coming in."""

    mark: Mark
    spot: Spot
    words: list[str] = field(default_factory=list)


@dataclass
class Changes:
    """All changes in the order of their beginnings; `open` are those that the next word may join."""

    found: list[Growing] = field(default_factory=list)
    open: dict[tuple[Mark, tuple[str, ...]], Growing] = field(default_factory=dict)


ADDING = frozenset((ChangeKind.INSERTION, ChangeKind.MOVE_TO, ChangeKind.ROW_INSERTION, ChangeKind.CELL_INSERTION))
REMOVING = frozenset((ChangeKind.DELETION, ChangeKind.MOVE_FROM, ChangeKind.ROW_DELETION, ChangeKind.CELL_DELETION))


def mark_of(element: Element, kind: ChangeKind, move: str = "") -> Mark:
    """The mark of an element such as w:ins."""
    return Mark(kind, element.get(w("author"), ""), element.get(w("date"), ""), move)


def register(changes: Changes, mark: Mark, spot: Spot) -> Growing:
    """A change that has no words of its own (yet)."""
    growing = Growing(mark, spot)
    changes.found.append(growing)
    return growing


def note_words(changes: Changes, words: str, marks: tuple[Mark, ...], around: tuple[Growing, ...], spot: Spot) -> None:
    """Give `words` to the changes that they belong to and end all others.

    `around` are tracked rows and cells: theirs are the words that no run tracks the same way.
    """
    if not marks and not changes.open and not around:
        return
    keys = [(mark, spot.bookmarks) for mark in marks]
    if len(changes.open) > len(keys) or any(key not in changes.open for key in keys):
        changes.open = {
            key: changes.open.get(key) or register(changes, key[0], spot) for key in dict.fromkeys(keys)
        }
    for growing in changes.open.values():
        growing.words.append(words)
    for growing in around:
        same = ADDING if growing.mark.kind in ADDING else REMOVING
        if not any(mark.kind in same for mark in marks):
            growing.words.append(words)


def finished(changes: Changes) -> tuple[Change, ...]:
    """The changes as values."""
    return tuple(_finish(growing) for growing in changes.found)


def _finish(growing: Growing) -> Change:
    kind, author, date, move = growing.mark
    words = "".join(growing.words)
    if kind not in (ChangeKind.INSERTION, ChangeKind.DELETION, ChangeKind.MOVE_FROM, ChangeKind.MOVE_TO):
        words = words.strip("\n")
    return Change(kind, author, date, words, *growing.spot, move)
