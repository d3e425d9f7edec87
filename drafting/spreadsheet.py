"""Sheets → .xlsx, for reading, filtering and printing: the only room that knows XlsxWriter.

No text becomes a formula, a link or a number; the bytes hold no clock.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import Any

from drafting.japanese import display_width
from drafting.patterns import lazy_pattern
from drafting.problems import LimitError, Place, Problem, WriteError
from drafting.views import Sheet

# Excel's own limits (specifications and limits of Excel)
MOST_LETTERS = 32_767
_NAME_LENGTH = 31
CREATED = datetime(2000, 1, 1)  # the day that every file has
_FORBIDDEN_IN_NAME = lazy_pattern(r"[\[\]:*?/\\]")
_BORDER, _A4 = 1, 9
# Half-width letters across the sheet, so that A4 holds it in print nearly as large as it is; a line and Excel's most
_ACROSS, _LINE_POINTS, _MOST_POINTS = 150, 13.5, 409
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def write_spreadsheet(title: str, sheets: Sequence[Sheet]) -> bytes:
    """The file, a worksheet a sheet: filter, frozen and repeated header, landscape, one page wide.

    Raises WriteError where XlsxWriter is not installed, LimitError for a cell longer than Excel holds.
    """
    try:
        import xlsxwriter
    except ImportError:
        message = "Excel の表を作るには、追加の部品が要ります。「pip install XlsxWriter」で入れるか、--format docx,md で作ってください。"
        raise WriteError(Problem("W010", message, Place(title))) from None
    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, _PLAIN)
    book.set_properties({"title": title, "created": CREATED})
    font = {"font_name": "ＭＳ ゴシック", "font_size": 10, "text_wrap": True, "valign": "top", "border": _BORDER}
    head = book.add_format({**font, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9D9D9"})
    looks = {align: book.add_format({**font, **more}) for align, more in _ALIGNS.items()}
    for sheet in sheets:
        _write(book.add_worksheet(_FORBIDDEN_IN_NAME.sub("", sheet.title)[:_NAME_LENGTH]), sheet, head, looks)
    book.close()
    return output.getvalue()


_ALIGNS: dict[str, dict[str, str]] = {"left": {}, "center": {"align": "center"}, "number": {"align": "right"}}


def _write(page: Any, sheet: Sheet, head: Any, looks: dict[str, Any]) -> None:
    unit = _ACROSS / sum(column.width for column in sheet.columns)
    widths = [round(column.width * unit, 1) for column in sheet.columns]
    for i, column in enumerate(sheet.columns):
        page.set_column(i, i, widths[i])
        page.write_string(0, i, column.name, head)
    page.set_row(0, 2 * _LINE_POINTS)
    for row, cells in enumerate(sheet.rows, 1):
        page.set_row(row, min(max(map(_lines, cells, widths)) * _LINE_POINTS + 3, _MOST_POINTS))
        for i, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            if len(cell) > MOST_LETTERS:
                message = f"「{sheet.title}」の{row}行目の「{column.name}」が長すぎます（{len(cell):,}字。Excel は{MOST_LETTERS:,}字まで）。--format docx で作ってください。"
                raise LimitError(Problem("W011", message, Place(sheet.title)))
            if column.align == "number" and cell.isdecimal():
                page.write_number(row, i, int(cell), looks["number"])
            else:
                page.write_string(row, i, cell, looks[column.align])
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    page.set_header("&C" + sheet.title.replace("&", "&&"))
    page.set_footer("&C&P / &N")


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: only Excel would find the height of a row by itself."""
    return sum(max(1, ceil(display_width(line) / (width - 1))) for line in text.split("\n"))
