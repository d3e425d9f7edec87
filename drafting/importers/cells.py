"""Tables that are no tables of speeches: drawn with lines of characters, or one cell that holds the whole record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.importers import openings
from drafting.importers.grid import without_grids
from drafting.importers.label_keys import Part, head_field_of, key
from drafting.importers.openings import certain
from drafting.importers.roles import clean_label, is_certain_speaker
from drafting.importers.rows import Row
from drafting.importers.vocabulary import PEOPLE

_OPENERS = (openings.colon, openings.bracketed("【<＜〈(（[［〔"), openings.marked, openings.alone, openings.bare, openings.closing_bracket)
_FEWEST = 2
_BARRED = re.compile("([^｜|│]{0,16})[｜|│]([^｜|│]+)")
_DONE = 2


def cell_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows with drawn tables taken apart and records that stand in one cell laid out in lines."""
    return [row for each in _with_bars(without_grids(rows, _begins_row)) for row in _rows_of(each)]


def _with_bars(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with lines such as 「日　時｜令和…」 at the head of a file in two cells."""
    in_head = 0
    for row in rows:
        match = _BARRED.fullmatch(row.cells[0]) if len(row.cells) == 1 and in_head < _DONE else None
        label = match[1].strip(" \t\u3000") if match else ""
        if match and (head_field_of(Part.ATTENDANCE)(key(label)) if label else in_head):
            in_head = 1
            yield Row((label, match[2].strip(" \t\u3000")), row.line)
        else:
            in_head = _DONE if in_head else 0
            yield row


def _begins_row(cell: str) -> bool:
    """True for a cell that can only be the first of a row of its own: a label of the head or a speaker."""
    return bool(head_field_of(Part.PARTICULARS)(key(cell))) or is_certain_speaker(clean_label(cell))


def _rows_of(row: Row) -> Iterator[Row]:
    if any(_holds_record(cell) for cell in row.cells):
        for cell in _with_whole_label(row.cells):
            yield from (Row((line,), row.line) for line in cell.split("\n") if cell.strip())
    else:
        yield row


def _with_whole_label(cells: Sequence[str]) -> Sequence[str]:
    """The cells with a label over a list of people in one line: 「出席者の / 氏名・人数｜副会長　山田 / 委員　佐藤」."""
    return (cells[0].replace("\n", ""), *cells[1:]) if head_field_of(Part.PARTICULARS)(key(cells[0])) in PEOPLE else cells


def _holds_record(cell: str) -> bool:
    lines = cell.split("\n") if "\n" in cell else []
    found = 0
    for line in lines:
        found += any(certain(opener, line) for opener in _OPENERS)
        if found >= _FEWEST:
            return True
    return False
