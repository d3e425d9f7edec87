"""On which page each heading will be: an estimate, so that a contents list is near at once.

Nobody but a layout engine knows the pages. This counts characters in lines and lines on
pages; Word works out the real numbers when it opens the file (the field is marked dirty).
"""

from __future__ import annotations

from collections.abc import Mapping

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
    Table,
)
from drafting.word.section import Paper
from drafting.word.table import cell_rooms, column_widths, count_lines, row_height

# Lines that a heading of each level takes with the space around it
_HEADING_LINES = (3.0, 2.5, 1.7, 1.4, 1.3, 1.3)


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
        return count_lines(block_text(block), paper.line - block.level - 2) - 1 + _HEADING_LINES[block.level - 1]
    if isinstance(block, Paragraph):
        return count_lines(block_text(block), paper.line - block.indent - block.hang)
    if isinstance(block, Table):
        rooms = cell_rooms(column_widths(block, paper), paper)
        return sum(row_height(row, rooms) for row in (block.head, *block.rows))
    return float(len(block.entries)) if isinstance(block, Contents) else 0.0


def block_text(block: Heading | Paragraph) -> str:
    """The words of a heading or a paragraph."""
    return "".join(span.text for span in block.spans)
