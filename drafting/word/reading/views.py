"""One state of a file while it is read: with all changes accepted, or with none.

A paragraph whose mark is not there in this state waits for the next one and joins it. It
cannot join across a table or out of its cell: there it stays, or goes if nothing is left of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.word.reading.numbering import Counters, Lists, next_numbering
from drafting.word.reading.values import Cell, Paragraph, Position, Story


class Shape(NamedTuple):
    """What a paragraph mark holds in one state: the style and the list (w:numId, level)."""

    style: str
    list: str
    level: int


@dataclass
class View:
    """`pieces` are the text of the paragraph that is not finished; `waits` is its shape when its mark is gone."""

    lists: Lists
    paragraphs: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    sources: list[int] = field(default_factory=list)
    waits: tuple[Shape, Story, Cell | None] | None = None
    counters: Counters = field(default_factory=Counters)


def here(view: View) -> Position:
    """Where the next character will stand."""
    return Position(len(view.paragraphs), view.length)


def back(view: View, start: Position) -> Position:
    """Where something ends that began at `start`: outside of paragraphs, at the end of the one before."""
    if view.length == 0 and not view.sources and start < here(view):
        return Position(len(view.paragraphs) - 1, len(view.paragraphs[-1].text))
    return here(view)


def add_text(view: View, text: str) -> None:
    """Append to the paragraph that is being read."""
    view.pieces.append(text)
    view.length += len(text)


def add_bold_text(view: View, text: str) -> None:
    """As `add_text`, for letters in bold: they count as long as only such stand before them."""
    only_bold = view.bold == view.length
    add_text(view, text)
    if only_bold:
        view.bold = view.length


def end_paragraph(view: View, shape: Shape, story: Story, cell: Cell | None) -> None:
    """The mark is there: the paragraph takes its shape, also the text that waited."""
    numbering = next_numbering(view.counters, view.lists, shape.list, shape.level) if shape.list else None
    view.paragraphs.append(
        Paragraph("".join(view.pieces), shape.style, numbering, story, cell, tuple(view.sources), view.bold)
    )
    _clear(view)


def join_next(view: View, shape: Shape, story: Story, cell: Cell | None) -> None:
    """The mark is gone in this state."""
    view.waits = (shape, story, cell)


def stop_waiting(view: View) -> None:
    """No paragraph follows that could be joined: before a table, at the end of a cell or a story."""
    if view.waits and view.length:
        end_paragraph(view, *view.waits)
    elif view.waits:
        _clear(view)


def fill_cell(view: View, before: int) -> None:
    """End a cell (or a story) that began after `before` paragraphs: it has one, if only an empty one."""
    waits = view.waits
    stop_waiting(view)
    if waits and len(view.paragraphs) == before:
        end_paragraph(view, *waits)


def _clear(view: View) -> None:
    view.pieces = []
    view.length = 0
    view.bold = 0
    view.sources = []
    view.waits = None
