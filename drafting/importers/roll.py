"""Rolls in the head of the minutes: a table 氏名｜所属｜出欠, one person a row."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafting.importers.label_keys import key
from drafting.importers.listed import committee_role
from drafting.importers.offices import split_title
from drafting.importers.people import members
from drafting.importers.rows import Row
from drafting.model import Person

_COLUMNS = {
    name: column
    for column, names in {
        "name": "氏名 委員名 委員氏名 名前 お名前 出席者氏名 委員の氏名 職員氏名 出席者名",
        "body": "所属 所属団体 所属等 所属団体等 団体名 推薦団体 所属・役職 所属役職 所属及び役職 所属機関 役職等 所属・役職等 所属団体・役職 所属名 部署 所属部署 所属・職名 選出母体",
        "role": "役職 役職名 職名 職 役割 委員会役職 会役職 役 職名等",
        "group": "区分 選出区分 委員区分 種別 委員の区分",
        "attendance": "出欠 出欠席 出席状況 出欠状況 出席の有無 出席欠席 出・欠 出席・欠席 出欠の別",
        "present": "出席",
        "absent": "欠席",
        "note": "備考 摘要",
        "number": "番号 № no no. 順 順番",
    }.items()
    for name in names.split()
}
_ABSENT = re.compile("[×✕✖✗☓xX╳]|欠席?|／|/")
# 「会　長／瀬良／〇／大学教授」: a table as a file of plain text has it.
_SLASH, _FEWEST_SLASHES = re.compile("[／/]"), 2
# 「榊（さかき）圭介（けいすけ）」
READINGS = re.compile("([^()（）]{1,6})[(（][ぁ-んァ-ヴー]{1,8}[)）]([^()（）]{1,6})[(（][ぁ-んァ-ヴー]{1,8}[)）]")
_PRESENT = re.compile("[○〇◯◎●✓レ✔]|出席?")


class Columns(NamedTuple):
    """The names of a roll's columns, from left to right; `drawn` tells that its rows are lines with blanks."""

    names: tuple[str, ...]
    aligned: bool


def _cells(row: Row) -> tuple[list[str], bool]:
    if len(row.cells) > 1:
        return [cell.strip(" \u3000\n") for cell in row.cells], False
    text = row.text.strip(" \u3000")
    if len(_SLASH.findall(text)) >= _FEWEST_SLASHES:
        return [cell.strip(" \u3000") for cell in _SLASH.split(text)], False
    return re.split("[ \u3000]{2,}", text), True


def columns_of(row: Row) -> Columns | None:
    """The columns if a row is the header of a roll: at least two known names, one of them 氏名."""
    cells, aligned = _cells(row)
    names = tuple(_COLUMNS.get(key(cell).lower(), "") for cell in cells)
    known = [name for name in names if name]
    if len(known) < 2 or "name" not in known or any(cell and not name for cell, name in zip(cells, names, strict=True)):
        return None
    return Columns(names, aligned)


class Listed(NamedTuple):
    """A person of a roll, whether they were absent, and the cells that say so."""

    person: Person
    is_absent: bool
    text: str


def people_in(row: Row, columns: Columns, side: str) -> list[Listed]:
    """The person in a row of a roll, or one for each half of a roll 氏名｜役職｜氏名｜役職; none in a row of another kind."""
    half = len(columns.names) // 2
    if columns.names[:half] != columns.names[half:] or len(row.cells) > len(columns.names):
        return [read] if (read := _person_in(row, columns, side)) else []
    single = columns._replace(names=columns.names[:half])
    halves = [Row(cells, row.line) for cells in (row.cells[:half], row.cells[half:]) if any(cell.strip() for cell in cells)]
    found = [read for each in halves if (read := _person_in(each, single, side))]
    return found if len(found) == len(halves) else []


def _person_in(row: Row, columns: Columns, side: str) -> Listed | None:
    """None for a row of another kind."""
    cells, aligned = _cells(row)
    if aligned and len(cells) != len(columns.names):
        cells = re.split("[ \u3000]+", row.text.strip(" \u3000"))
    if len(cells) < 2 or len(cells) > len(columns.names) + 2:
        return None
    values: dict[str, str] = {}
    for name, cell in zip(columns.names, cells, strict=False):
        if name and cell.strip():
            values[name] = f"{values.get(name, '')} {cell.strip()}".strip()
    if not values.get("name"):
        return None
    absent = bool(_ABSENT.fullmatch(values.get("attendance", ""))) or bool(
        _PRESENT.fullmatch(values.get("absent", "")) and not values.get("present")
    )
    if side == "secretariat":
        return Listed(_officer(values), False, row.text)
    return Listed(_member(values), absent, row.text)


def _member(values: dict[str, str]) -> Person:
    name = READINGS.sub("\\1\\2", values["name"])
    read, _ = members(name)
    person = read[0] if len(read) == 1 else Person(name, "委員")
    role, title = committee_role(values.get("role", ""), "")
    note_role, note_title = committee_role(values.get("note", "").strip("()（）"), "")
    if role == "委員" and note_role != "委員":
        role, title = note_role, note_title
    if role == "委員":
        group_role, group_title = committee_role(values.get("group", ""), "")
        role, title = (group_role, group_title) if group_role != "委員" else (person.role, person.title)
    words = [values.get("body", "")]
    if values.get("role") and role == "委員" and values["role"] != "委員":
        words.append(values["role"])
    if values.get("group") and not any(words):
        words.append("" if committee_role(values["group"], "")[0] != "委員" or values["group"] == "委員" else values["group"])
    body = " ".join(word.replace("\n", " ") for word in words if word)
    return Person(person.name, role, title, body or person.department)


def _officer(values: dict[str, str]) -> Person:
    name, title, department = split_title(values.get("role", ""))
    body = values.get("body", "")
    own, body_title, body_department = split_title(body) if not title else ("", "", "")
    if body_title and not own:
        title, body = body_title, body_department
    return Person(values["name"], "", title or values.get("role", ""), " ".join(filter(None, (body, name or department))))
