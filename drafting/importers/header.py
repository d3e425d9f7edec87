"""The head of the minutes: rows before the record → `Meeting`, and what is not understood.

What is dropped, and why nothing is lost by it: the bare title (「会 議 録」), which every such
file has, and rows that only point elsewhere (「審議等の概要 … 別紙のとおり」) to the record that follows.
They say nothing of this meeting, and as narratives they would stand in the report as if they
were its sections. Everything else is a field of `Meeting`, a narrative or a Problem.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.headings import is_heading
from drafting.importers.labels import POINTERS, TITLES, begins_attendance, key, labelled, remark
from drafting.importers.meeting import Head, meeting_of
from drafting.importers.record import unplaced
from drafting.importers.rows import Row, is_blank
from drafting.model import Meeting, Narrative
from drafting.problems import Problem

_ALONE = frozenset(("title", "when", "where", "public", "observers", "agenda", "documents"))
_LISTS = frozenset(("agenda", "documents", "members", "absent", "secretariat", "others"))
_LIST_LINE = re.compile("[(（]?[0-9０-９]{1,2}[)）.．、 \u3000]|[①-⑳・○]|(?:参考)?資料|議題|案件|報告|[ \u3000]")
_POINTER_VALUE = re.compile("(?:別紙|別添|以下|次|下記)?(?:の?とおり|のとおりです|参照)?。?")
_TITLE_LINE = re.compile("(.{2,60}?)(?:会議録|議事録|会議要旨|議事要旨|議事概要)(?:[(（][^()（）]*[)）])?")


def read_head(rows: Sequence[Row], file: str, meeting_id: str | None) -> tuple[Meeting, list[Narrative], list[Problem]]:
    """The meeting, the narratives that stand in its head, and warnings.

    I013 a row not understood, I020 date and weekday disagree, I021 a count differs from the
    names, I022 a field that cannot be read wholly (it is among the narratives too).
    """
    head = _collect(rows, file)
    meeting = meeting_of(head, file, meeting_id)
    narratives = sorted(head.narratives, key=lambda narrative: narrative.line or 0)
    return meeting, narratives, head.problems


def _collect(rows: Sequence[Row], file: str) -> Head:
    head = Head()
    current = attendance = waiting = ""
    for row in rows:
        if is_blank(row):
            continue
        attendance = "attendance" if begins_attendance(row) or (attendance and _may_be_inside(row)) else ""
        found = labelled(row, attendance)
        if found:
            for name, value in found:
                head.add(name, value, row.line)
            current = found[-1].field
            waiting = current if len(row.cells) == 1 and not found[-1].value and current in _ALONE else ""
        elif waiting or _continues(row, current):
            head.add(waiting or current, row.text.strip(" \t\u3000"), row.line)
            waiting = ""
        else:
            current = ""
            _leave_over(row, head, file)
    return head


def _may_be_inside(row: Row) -> bool:
    """Rows under 出席者: their first cell is empty, or they are the lines of a text without table."""
    return len(row.cells) == 1 or not row.cells[0].strip()


def _continues(row: Row, current: str) -> bool:
    if not current:
        return False
    if len(row.cells) > 1:
        return not row.cells[0].strip()
    return current in _LISTS and bool(_LIST_LINE.match(row.cells[0]))


def _leave_over(row: Row, head: Head, file: str) -> None:
    """Drop titles and pointers, keep the rest as narratives; warn of what is not understood."""
    text = row.text.strip(" \t")
    filled = [cell for cell in row.cells if cell.strip()]
    name = key(filled[0])
    if name in TITLES and len(filled) == 1 and remark(filled[0]) in ("", "要旨", "概要", "主な発言要旨", "要点筆記"):
        return
    if name in POINTERS:
        if not all(_POINTER_VALUE.fullmatch(key(cell)) for cell in filled[1:]):
            head.narratives.append(Narrative(text, row.line))
        return
    title = _TITLE_LINE.fullmatch(text.strip(" \u3000"))
    if title and "title" not in head.values:
        head.add("title", text.strip(" \u3000"), row.line)
        return
    head.narratives.append(Narrative(text, row.line))
    if not (title or name in TITLES or is_heading(text)):
        head.problems.append(unplaced(text, file, row.line))
