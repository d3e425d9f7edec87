"""A page → its lines and table rows from top to bottom, before anything is known of other pages."""

from __future__ import annotations

from typing import NamedTuple

from drafting.importers.pdf.grid import Cell, Table, tables_of
from drafting.importers.pdf.lines import Line, lines_of
from drafting.importers.pdf.page import Glyph, Page

_MOST_PADDING = 12.0  # points between the rule and the text of a cell


class CellLines(NamedTuple):
    """What stands in a cell; `right` is where its lines would end at the latest."""

    lines: tuple[Line, ...]
    right: float


class TableRow(NamedTuple):
    """A row of a ruled table; a cell that began in a row above has no lines here."""

    cells: tuple[CellLines, ...]
    y: float

    @property
    def height(self) -> int:
        """In lines of text, at least 1."""
        return max(1, *(len(cell.lines) for cell in self.cells))


class Body(NamedTuple):
    """What stands on a page, in reading order, and its size in points."""

    number: int
    width: float
    height: float
    items: tuple[Line | TableRow, ...]


def body_of(page: Page) -> Body:
    """The lines of a page and the rows of its ruled tables."""
    tables = tables_of(page.rules)
    inside: list[dict[int, list[Glyph]]] = [{} for _ in tables]
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        middle = ((glyph.x0 + glyph.x1) / 2, glyph.y - 0.35 * glyph.size)
        for table, cells in zip(tables, inside, strict=True):
            if (cell := table.cell_at(*middle)) is not None:
                cells.setdefault(cell, []).append(glyph)
                break
        else:
            outside.append(glyph)
    items: list[Line | TableRow] = list(lines_of(outside))
    for table, cells in zip(tables, inside, strict=True):
        items += _rows(table, {cell: lines_of(glyphs) for cell, glyphs in cells.items()})
    return Body(page.number, page.width, page.height, tuple(sorted(items, key=lambda item: item.y)))


def _rows(table: Table, lines: dict[int, list[Line]]) -> list[TableRow]:
    padding = _paddings(table, lines)
    rows = []
    for row, owners in enumerate(table.owner):
        numbers = list(dict.fromkeys(owners))
        cells = []
        for number in numbers:
            cell = table.cells[number]
            starts = cell.row == row
            right = cell.x1 - padding.get(cell.column, 0.0)
            cells.append(CellLines(tuple(lines.get(number, ())) if starts else (), right))
        # The first line, not the rule: rows keep their order among lines that touch the table.
        rows.append(TableRow(tuple(cells), table.ys[row]))
    return [row for row in rows if any(cell.lines for cell in row.cells)]


def _paddings(table: Table, lines: dict[int, list[Line]]) -> dict[int, float]:
    """The distance of the text from the left rule, for each column: it is the same at the right."""
    found: dict[int, float] = {}
    for number, cell_lines in lines.items():
        cell: Cell = table.cells[number]
        distance = min(line.x0 for line in cell_lines) - cell.x0
        found[cell.column] = min(max(distance, 0.0), found.get(cell.column, _MOST_PADDING))
    return found
