"""Tables that are no tables of speeches: drawn with lines of characters, or one cell that holds the whole record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.importers import openings
from drafting.importers.openings import certain
from drafting.importers.rows import Row

_BARS = re.compile("[│┃|｜]")
_RULED = re.compile("[\\s\u3000┌┐└┘├┤┬┴┼─━┏┓┗┛┣┫┳┻╋┠┨┯┷┿┝┥┰┸╂+|｜│┃:=-]{3,}")
_OPENERS = (openings.colon, openings.bracketed("【<＜〈(（[［〔"), openings.marked, openings.alone, openings.bare, openings.closing_bracket)
_FEWEST = 2


def cell_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows with drawn tables taken apart and records that stand in one cell laid out in lines."""
    return [row for each in rows for row in _rows_of(each)]


def _rows_of(row: Row) -> Iterator[Row]:
    if len(row.cells) == 1 and "\n" not in row.cells[0]:
        yield _unboxed(row)
    elif any(_holds_record(cell) for cell in row.cells):
        for cell in row.cells:
            yield from (Row((line,), row.line) for line in cell.split("\n") if cell.strip())
    else:
        yield row


def _unboxed(row: Row) -> Row:
    text = row.cells[0].strip(" \u3000\t")
    if not text or text[0] not in "│┃|｜┌├└┏┣┗┠+":
        return row
    if _RULED.fullmatch(text):
        return Row(("",), row.line)
    if len(_BARS.findall(text)) >= 2:
        return Row(tuple(cell.strip(" \u3000") for cell in _BARS.split(text.strip("│┃|｜"))), row.line)
    return row


def _holds_record(cell: str) -> bool:
    lines = cell.split("\n") if "\n" in cell else []
    found = 0
    for line in lines:
        found += any(certain(opener, line) for opener in _OPENERS)
        if found >= _FEWEST:
            return True
    return False
