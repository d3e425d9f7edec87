"""On which page each heading will be: an estimate, so that a contents list is near at once.

Nobody but a layout engine knows the pages. This counts characters in lines and lines on
pages; Word works out the real numbers when it opens the file (the field is marked dirty).
"""

from __future__ import annotations

from collections.abc import Mapping
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
from drafting.word.document import columns
from drafting.word.section import Paper
from drafting.word.table import column_widths

# Lines that a heading of each level takes with the space around it
_HEADING_LINES = (3.0, 2.5, 1.7, 1.4, 1.3, 1.3)
# Text in tables is smaller than the body: its pitch and a row's edge in body lines, its characters
_CELL_LINE, _CELL_EDGE, _CELL_CHARACTER = 0.81, 0.17, 10 / 11
_CELL_PADDING = 1.0


def estimate_pages(draft: Draft, papers: Mapping[Orientation, Paper]) -> tuple[dict[str, int], int]:
    """The page of each heading that has an id, and of the end, as its section counts."""
    pages: dict[str, int] = {}
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
        line += height
        if line > paper.lines:
            full, line = divmod(line, paper.lines)
            page += int(full)
    return pages, page


def _height(block: Block, paper: Paper) -> float:
    """Body lines that a block takes."""
    if isinstance(block, Heading):
        return _lines(block.spans, paper.line - block.level - 2) - 1 + _HEADING_LINES[block.level - 1]
    if isinstance(block, Paragraph):
        return _lines(block.spans, paper.line - block.indent - block.hang)
    if isinstance(block, Table):
        room = paper.line / _CELL_CHARACTER / paper.width
        rooms = [width * room - _CELL_PADDING for width in column_widths(block, paper)]
        rows = (block.head, *block.rows)
        return sum(_row_lines(row, rooms) * _CELL_LINE + _CELL_EDGE for row in rows)
    return float(len(block.entries)) if isinstance(block, Contents) else 0.0


def _row_lines(row: tuple[Spans, ...], rooms: list[float]) -> float:
    return max((_lines(cell, room) for cell, room in zip(row, rooms, strict=False)), default=1.0)


def _lines(spans: Spans, room: float) -> float:
    text = "".join(span.text for span in spans)
    return sum(max(1, ceil(columns(line) / max(room, 1.0))) for line in text.split("\n"))
