"""Tables (ECMA-376 17.4): fixed widths that add up, a header row on every page, rows whole but for tall ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, sqrt

from drafting.draft import Align, Spans, Table
from drafting.word.document import WIDEST, columns, longest_line
from drafting.word.marks import Marks, write_spans
from drafting.word.section import Paper

HEAD_STYLE, BODY_STYLE = "表（見出し）", "表（本文）"
_SHADE = "D9D9D9"
_LEAST_SHARE = 0.08
# What a column may take at most to stay on a line
_LARGEST_SHARE = 0.4
# Full-width characters of a content beyond which a column is not given more
_MOST = 60.0
# Edges of a cell in letters of the body, and room for the gaps that programs set beside digits
_CELL_PADDING = 1.6
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ALIGN = {Align.LEFT: "", Align.CENTER: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>'}
_ROW_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW_BODY, _ROW_TALL = "<w:trPr><w:cantSplit/></w:trPr>", ""
# Text in tables is smaller than the body: its pitch and a row's edge in body lines, its characters
_CELL_LINE, _CELL_EDGE, _CELL_CHARACTER = 0.81, 0.17, 10 / 11
_EDGES = 1.0
# A row that takes more of a page than this may break over two: whole, it would leave as much white
_TALL = 0.3


def has_head(table: Table) -> bool:
    """False for a table whose head says nothing, e.g. of names and values side by side."""
    return any(span.text or span.anchor or span.note for cell in table.head for span in cell)


def column_widths(table: Table, paper: Paper) -> list[int]:
    """The width of each column in twips; together the width of the text.

    Raises ValueError for a row with more cells than the table has columns.
    """
    if (cells := max(map(len, (table.head, *table.rows)))) > len(table.aligns):
        raise ValueError(f"表の行に {cells} 個の欄がありますが、列は {len(table.aligns)} 個です。")
    if len(table.widths) == len(table.aligns):
        shares = [float(max(width, 0)) for width in table.widths]
    else:
        shares = _shares(_longest_lines(table), paper)
    total = sum(shares) or 1.0
    widths = [round(share / total * paper.width) for share in shares]
    widths[-1] += paper.width - sum(widths)
    return widths


def _longest_lines(table: Table) -> list[float]:
    longest = [0.0] * len(table.aligns)
    for row in (table.head, *table.rows):
        for index, cell in enumerate(row):
            width = longest_line(cell[0].text if len(cell) == 1 else "".join(span.text for span in cell))
            if width > longest[index]:
                longest[index] = width
    return longest


def _shares(longest: list[float], paper: Paper) -> list[float]:
    """Columns whose content fits into a fair share get what they need, so that dates and short names stay on
    a line; the others divide the rest, longer ones get more, but not so much that a word gets a line each."""
    floor = _LEAST_SHARE * paper.line
    needs = [max(min(length, _MOST) + _CELL_PADDING, floor) for length in longest]
    if sum(needs) <= paper.line:
        return needs
    shares = [0.0] * len(needs)
    room, waiting, most = paper.line, list(range(len(needs))), _LARGEST_SHARE * paper.line
    while fitting := [index for index in waiting if needs[index] <= min(room / len(waiting), most)]:
        for index in fitting:
            shares[index] = needs[index]
            room -= needs[index]
        waiting = [index for index in waiting if index not in fitting]
    total = sum(sqrt(needs[index]) for index in waiting)
    for index in waiting:
        shares[index] = room * sqrt(needs[index]) / total
    return shares


def cell_rooms(widths: list[int], paper: Paper) -> list[float]:
    """How many characters of the table go on a line in each column."""
    room = paper.line / _CELL_CHARACTER / paper.width
    return [width * room - _EDGES for width in widths]


def row_height(row: tuple[Spans, ...], rooms: list[float]) -> float:
    """About how many body lines a row takes."""
    lines = (count_lines("".join(span.text for span in cell), room) for cell, room in zip(row, rooms, strict=False))
    return max(lines, default=1) * _CELL_LINE + _CELL_EDGE


@lru_cache(maxsize=1 << 14)  # asked twice of each cell: to count the pages, and to write the row
def count_lines(text: str, room: float) -> int:
    """About how many lines a text takes where `room` full-width characters go on one."""
    if len(text) * WIDEST <= room and "\n" not in text:  # most cells
        return 1
    return sum(max(1, ceil(columns(line) / max(room, 1.0))) for line in text.split("\n"))


def write_table(
    pieces: list[str], table: Table, marks: Marks, paper: Paper, style: str | None, cells: tuple[str, str]
) -> Iterator[None]:
    """Append w:tbl, a row a step. `style` is the w:styleId of the table, `cells` the w:pStyle of head and body.

    Cells that a row lacks are empty. Raises ValueError for a row with too many.
    """
    widths = column_widths(table, paper)
    look = f'<w:tblStyle w:val="{style}"/>' if style else ""
    borders = "" if style else f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    pieces.append(
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="5000" w:type="pct"/>{borders}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>'
        f'{"".join(f"""<w:gridCol w:w="{width}"/>""" for width in widths)}</w:tblGrid>'
    )
    if has_head(table):
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/><w:vAlign w:val="center"/>'
        opens = [_cell_open(width, shade, cells[0], "") for width in widths]
        _write_row(pieces, table.head, _ROW_HEAD, opens, marks)
    opens = [_cell_open(width, "", cells[1], _ALIGN[align]) for width, align in zip(widths, table.aligns, strict=True)]
    rooms, most = cell_rooms(widths, paper), paper.lines * _TALL
    for row in table.rows:
        look = _ROW_TALL if row_height(row, rooms) > most else _ROW_BODY
        _write_row(pieces, row, look, opens, marks)
        yield
    pieces.append("</w:tbl>")


def _cell_open(width: int, look: str, style: str, align: str) -> str:
    properties = f"<w:pPr>{style}{align}</w:pPr>" if style or align else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr><w:p>{properties}'


def _write_row(pieces: list[str], row: tuple[Spans, ...], look: str, opens: list[str], marks: Marks) -> None:
    pieces.append(f"<w:tr>{look}")
    for index, cell_open in enumerate(opens):
        pieces.append(cell_open)
        write_spans(pieces, row[index] if index < len(row) else (), marks)
        pieces.append("</w:p></w:tc>")
    pieces.append("</w:tr>")
