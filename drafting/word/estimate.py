"""On which page each heading will be: an estimate, so that a contents list is near at once.

Nobody but a layout engine knows the pages. This counts characters in lines and lines on
pages; Word works out the real numbers when it opens the file (the field is marked dirty).
Against LibreOffice, on a report of 45 pages with 150 notes, nine numbers in ten are right and the others one page off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from drafting.draft import (
    Block,
    Contents,
    Draft,
    Heading,
    Orientation,
    PageBreak,
    Pages,
    Paragraph,
    SectionBreak,
    Spans,
    Table,
)
from drafting.word.section import Paper
from drafting.word.table import cell_rooms, column_widths, count_lines, row_height

# Lines that a heading of each level takes with the space around it
_HEADING_LINES = (3.0, 2.5, 1.7, 1.4, 1.3, 1.3)
# Notes are set smaller than the body: their pitch in body lines, their characters, and the indent of their lines
_NOTE_LINE, _NOTE_CHARACTER, _NOTE_INDENT = 0.81, 9 / 11, 2.5
# The line above the notes of a page
_NOTE_RULE = 1.5
# Body lines stand in the lines of a grid, headings do not: what a heading takes ends in the midst of one
_GRID_GAP = 0.5


def estimate_pages(draft: Draft, papers: Mapping[Orientation, Paper]) -> tuple[dict[str, int], int]:
    """The page of each heading that has an id, and of the end, as its section counts."""
    pages: dict[str, int] = {}
    notes = _Notes(draft.notes)
    page, line, paper = 1, 0.0, papers[Orientation.PORTRAIT]
    for block in draft.blocks:
        if isinstance(block, SectionBreak):
            page, line = (1, 0.0) if block.pages is Pages.FROM_ONE else (page + 1, 0.0) if line else (page, line)
            paper = papers[block.orientation]
            continue
        if isinstance(block, PageBreak):
            page, line = (page + 1, 0.0) if line else (page, line)
            continue
        height = _height(block, paper)
        # A heading stays with the line that follows it
        if isinstance(block, Heading) and line + height + 1 > paper.lines:
            page, line = page + 1, 0.0
        if isinstance(block, Heading) and block.id:
            pages[block.id] = page
        line += height + notes.height(block, paper, page)
        if line > paper.lines:
            full, line = divmod(line, paper.lines)
            page += int(full)
    return pages, page


class _Notes:
    """The notes of a draft: each stands on the page of its first mark."""

    def __init__(self, texts: Sequence[Spans]) -> None:
        self._texts = texts
        self._last = 0
        self._page = 0

    def height(self, block: Block, paper: Paper, page: int) -> float:
        """Body lines that the notes take that a block on this page marks first."""
        if not self._texts or not isinstance(block, Heading | Paragraph):
            return 0.0
        new = [span.note for span in block.spans if span.note > self._last]
        if not new:
            return 0.0
        rule = 0.0 if page == self._page else _NOTE_RULE
        self._last, self._page = max(new), page
        room = paper.line / _NOTE_CHARACTER - _NOTE_INDENT
        return rule + sum(count_lines(_text(self._texts[number - 1]), room) for number in new) * _NOTE_LINE


def _height(block: Block, paper: Paper) -> float:
    """Body lines that a block takes."""
    if isinstance(block, Heading):
        height = count_lines(_text(block.spans), paper.line - block.level - 2) - 1 + _HEADING_LINES[block.level - 1]
        return ceil(height + _GRID_GAP) if paper.pitch else height
    if isinstance(block, Paragraph):
        return count_lines(_text(block.spans), paper.line - block.indent - block.hang)
    if isinstance(block, Table):
        rooms = cell_rooms(column_widths(block, paper), paper)
        return sum(row_height(row, rooms) for row in (block.head, *block.rows))
    return float(len(block.entries)) if isinstance(block, Contents) else 0.0


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)
