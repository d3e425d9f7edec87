"""Tables: no row has more columns than the grid."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.audit.finding import Finding
from drafting.word.audit.order import children
from drafting.word.audit.package import Package
from drafting.word.document import Element, w

_TABLE = w("tbl")


def table_findings(package: Package) -> Iterator[Finding]:
    """D115: rows wider than the grid of their table, and cells that span no column."""
    for part, elements in package.elements.items():
        for table in elements:
            if table.tag != _TABLE or (grid := table.find(w("tblGrid"))) is None:
                continue
            columns = len(grid.findall(w("gridCol")))
            for row in children(table):
                if row.tag == w("tr") and (width := _width(row)) > columns:
                    yield Finding("D115", part, row, f"表の列の数が合いません（{columns}列の表に{width}列の行があります）")


def _width(row: Element) -> int:
    width = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0) + _number(row.find(f"{w('trPr')}/{w('gridAfter')}"), 0)
    return width + sum(_number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1) for cell in children(row) if cell.tag == w("tc"))


def _number(element: Element | None, default: int) -> int:
    value = element.get(w("val"), "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 6 else default
