"""Tables: no row has more columns than the grid, and what is merged downwards begins somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.draft import MOST_COLUMNS
from drafting.word.audit.finding import Finding
from drafting.word.audit.order import children
from drafting.word.audit.package import Package
from drafting.word.document import Element, w

_TABLE, _ROW, _CELL = w("tbl"), w("tr"), w("tc")


def table_findings(package: Package) -> Iterator[Finding]:
    """D115: rows wider than the grid of their table, cells that span no column or go on with no cell above."""
    for part, elements in package.elements.items():
        for table in elements:
            if table.tag == _TABLE:
                yield from _rows(part, table)


def _rows(part: str, table: Element) -> Iterator[Finding]:
    grid = table.find(w("tblGrid"))
    columns = len(grid.findall(w("gridCol"))) if grid is not None else 0
    above: set[int] = set()
    for row in children(table):
        if row.tag != _ROW:
            continue
        at = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        merged: set[int] = set()
        for cell in children(row):
            if cell.tag != _CELL:
                continue
            if (merge := cell.find(f"{w('tcPr')}/{w('vMerge')}")) is not None:
                if merge.get(w("val"), "continue") == "continue" and at not in above:
                    yield Finding("D115", part, cell, "縦に結合したセルの続きがありますが、その上に始まりがありません")
                merged.add(at)
            span = _number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            if span == 0:
                yield Finding("D115", part, cell, "横に結合したセルの列の数が0です")
            at += span
        above = merged
        width = at + _number(row.find(f"{w('trPr')}/{w('gridAfter')}"), 0)
        if grid is not None and width > columns:
            yield Finding("D115", part, row, f"表の列の数が合いません（{columns}列の表に{width}列の行があります）")
    if columns > MOST_COLUMNS:
        yield Finding("D115", part, table, f"表の列が{columns}列あります（Word は{MOST_COLUMNS}列までしか開けません）")


def _number(element: Element | None, default: int) -> int:
    value = element.get(w("val"), "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 6 else default
