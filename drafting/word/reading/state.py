"""What a walk through a file carries along, and how it takes down text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.word.document import Element
from drafting.word.reading.changes import ADDING, REMOVING, Changes, Growing, Mark, Spot, note_words, register
from drafting.word.reading.ranges import Ranges
from drafting.word.reading.styles import Styles
from drafting.word.reading.values import Cell, Story, StoryKind, Unread, UnreadKind
from drafting.word.reading.views import View, add_bold_text, add_text, here


class Scope(NamedTuple):
    """What holds for all inside of an element.

    `shows` says for the accepted and the rejected state whether text is there; `marks` are the
    changes of its runs, `around` the tracked rows and cells, `cells` its place in both states.
    """

    shows: tuple[bool, bool] = (True, True)
    marks: tuple[Mark, ...] = ()
    around: tuple[Growing, ...] = ()
    cells: tuple[Cell | None, Cell | None] = (None, None)


@dataclass
class Grid:
    """The table that is being read: its number, and the row and column reached in both states."""

    table: int
    outer: tuple[Cell | None, Cell | None]
    rows: list[int] = field(default_factory=lambda: [-1, -1])
    columns: list[int] = field(default_factory=lambda: [0, 0])


@dataclass
class Field:
    """A complex field that is open; its result begins when `instructs` ends, `shows` when it has words."""

    begin: Element
    instruction: list[str] = field(default_factory=list)
    instructs: bool = True
    shows: bool = False


class Box(NamedTuple):
    """A text box that is read after the paragraph it hangs on."""

    element: Element
    scope: Scope
    anchor: int


class NoteMark(NamedTuple):
    """The mark of a footnote or endnote in the text: where, and in which states it is there."""

    kind: StoryKind
    id: str
    shows: tuple[bool, bool]
    paragraph: int


@dataclass
class Reading:
    """The state of a walk. `paragraph` is the index of the w:p last begun; `whole_fields` hold the begins that end."""

    views: tuple[View, View]
    styles: Styles
    story: Story
    whole_fields: set[Element] = field(default_factory=set)
    changes: Changes = field(default_factory=Changes)
    bookmarks: Ranges = field(default_factory=Ranges)
    passages: Ranges = field(default_factory=Ranges)
    comment_spots: dict[str, Spot] = field(default_factory=dict)
    moves: dict[str, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    grid: Grid = field(default_factory=lambda: Grid(-1, (None, None)))
    paragraph: int = -1
    tables: int = 0
    box: int = 0
    font: str = ""
    bold: bool = False


def tracked(scope: Scope, mark: Mark) -> Scope:
    """The scope inside of an element such as w:ins."""
    return _without(scope, mark)._replace(marks=(*scope.marks, mark))


def surrounded(scope: Scope, growing: Growing) -> Scope:
    """The scope inside of a tracked row or cell."""
    return _without(scope, growing.mark)._replace(around=(*scope.around, growing))


def _without(scope: Scope, mark: Mark) -> Scope:
    accepted, rejected = scope.shows
    return scope._replace(shows=(accepted and mark.kind not in REMOVING, rejected and mark.kind not in ADDING))


def spot_of(reading: Reading) -> Spot:
    """Where the walk stands now."""
    accepted, rejected = reading.views
    around = reading.bookmarks.around
    return Spot(reading.story, max(reading.paragraph, 0), around, here(accepted), here(rejected))


def add_words(reading: Reading, text: str, scope: Scope) -> None:
    """Take down text that is shown, in the states in which it is there."""
    if not text or any(each.instructs for each in reading.fields):
        return
    if reading.fields:
        reading.fields[-1].shows = True
    if scope.marks or scope.around or reading.changes.open:
        note_words(reading.changes, text, scope.marks, scope.around, spot_of(reading))
    for view, shows in zip(reading.views, scope.shows, strict=True):
        if shows:
            (add_bold_text if reading.bold else add_text)(view, text)


def add_unread(reading: Reading, kind: UnreadKind, words: str, scope: Scope) -> None:
    """Take down a thing that is no text; a change that put it in or took it out is a change."""
    if not any(scope.shows) and not scope.marks:
        return
    reading.unread.append(Unread(kind, words, reading.story, max(reading.paragraph, 0), scope.shows[0]))
    spot = spot_of(reading)
    for mark in scope.marks:
        if (mark, spot.bookmarks) not in reading.changes.open:
            reading.changes.open[mark, spot.bookmarks] = register(reading.changes, mark, spot)
