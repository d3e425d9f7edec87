"""The labels in the head of the minutes and how they are found in rows."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafting.importers.rows import Row

FIELDS = {
    label: field
    for field, labels in {
        "title": "会議の名称 会議名 会議名称 名称 審議会等の名称 審議会の名称 附属機関の名称 件名",
        "when": "開催日時 日時 開催日 開催年月日 会議日時 開催日時等",
        "where": "開催場所 場所 会場 会議場所",
        "public": "公開の可否 会議の公開 会議の公開の可否 公開・非公開 公開・非公開の別 公開又は非公開の別"
        " 公開非公開の別",
        "observers": "傍聴者数 傍聴人数 傍聴者 傍聴人 傍聴者の数 傍聴人の数 傍聴者の人数",
        "office": "事務局 担当課 所管課 担当部署 庶務 主管課",
        "private_reason": "公開しなかった理由 非公開の理由 非公開理由 会議を公開しなかった理由 公開しない理由",
        "attendance": "出席者 出席者等 出席者名",
        "members": "委員 出席委員 出席委員名 委員の出席",
        "absent": "欠席委員 欠席者 欠席",
        "secretariat": "出席職員 事務局職員 事務局出席者 市出席者 市側出席者",
        "others": "その他出席者 その他の出席者 関係者",
        "agenda": "議題 会議の議題 案件 会議次第 次第 議事 会議事項 議事次第",
        "documents": "配布資料 配付資料 資料 会議資料 資料名 配布資料等 参考資料",
    }.items()
    for label in labels.split()
}
# Under 出席者 the same words mean the people, elsewhere the office.
UNDER_ATTENDANCE = {"委員": "members", "事務局": "secretariat", "その他": "others", "欠席": "absent"}
# Only these prove that the head is still going on: 議題：…, 事務局：… occur among speeches too.
CERTAIN = frozenset(("title", "when", "where", "public", "observers", "private_reason", "attendance"))
# What stands here is elsewhere in the file, so that the row itself may go.
POINTERS = frozenset((
    "審議等の概要", "審議などの概要", "審議の概要", "審議内容", "審議概要", "審議経過", "審議事項の概要",
    "会議の概要", "会議の経過", "会議の内容", "会議内容", "議事の概要", "議事概要", "議事内容", "議事の経過",
    "主な発言要旨", "主な発言内容",
))  # fmt: skip
TITLES = frozenset((
    "会議録", "議事録", "会議要旨", "議事要旨", "会議概要", "会議記録", "会議の要旨", "議事の要旨",
))  # fmt: skip

_BLANKS = re.compile("[ \t\u3000]+")
_NUMBERING = re.compile("^(?:[(（]?[0-9０-９]{1,2}[)）.．、]?|[○◎●■・])+")
_REMARK = re.compile("[(（]([^()（）]*)[)）]$")
_LONGEST = 40


class Labelled(NamedTuple):
    """A field of the head and what is written beside its label ("" if nothing)."""

    field: str
    value: str


def key(text: str) -> str:
    """A label as it is compared: no blanks, no numbering, no remark in brackets at the end."""
    if len(text) > _LONGEST * 2:
        return ""
    return _REMARK.sub("", _NUMBERING.sub("", _BLANKS.sub("", text))).rstrip("：:")


def remark(text: str) -> str:
    """The remark in brackets at the end of a label, or ""."""
    match = _REMARK.search(_BLANKS.sub("", text[-_LONGEST:]))
    return match[1] if match else ""


def labelled(row: Row, under_attendance: str) -> list[Labelled]:
    """The fields in a row, [] if it names none. Several labels may stand in one row.

    `under_attendance` is "attendance" if the rows before belong to 出席者, else "".
    """
    if len(row.cells) == 1:
        return _in_one_cell(row.cells[0], under_attendance)
    filled = [cell.strip(" \t\u3000") for cell in row.cells if cell.strip(" \t\u3000")]
    inside = bool(under_attendance) and not row.cells[0].strip()
    found: list[tuple[str, list[str]]] = []
    for position, cell in enumerate(filled):
        field = _field_beside(cell, position, inside)
        if field == "attendance":
            inside = True
            found.append((field, []))
        elif field:
            inside = False
            found.append((field, []))
        elif found:
            found[-1][1].append(cell)
        else:
            return []
    return [Labelled(field, "\t".join(values)) for field, values in found]


def _field_beside(cell: str, position: int, inside: bool) -> str:
    """The field that a cell names. 委員 may be a value: beside another label it counts only under 出席者."""
    name = key(cell)
    if position and not inside and name in UNDER_ATTENDANCE and name != "事務局":
        return ""
    return _field(name, inside)


def _in_one_cell(text: str, under_attendance: str) -> list[Labelled]:
    text = text.strip(" \t\u3000")
    colon = re.search("[：:]", text[: _LONGEST + 1])
    head = text[: colon.start()] if colon else ""
    if field := _field(key(head), bool(under_attendance)):
        return [Labelled(field, text[len(head) + 1 :].strip(" \t\u3000"))]
    if field := _field(key(text), bool(under_attendance)):
        return [Labelled(field, "")]
    for match in list(re.finditer("[ \u3000]+", text[:_LONGEST]))[:8]:
        name = key(text[: match.start()])
        if name in FIELDS and name not in UNDER_ATTENDANCE:
            return [Labelled(FIELDS[name], text[match.end() :])]
    return []


def _field(name: str, inside: bool) -> str:
    found = UNDER_ATTENDANCE.get(name, "") if inside else ""
    return found or FIELDS.get(name, "")


def begins_attendance(row: Row) -> bool:
    """True if the first words of a row are 出席者."""
    first = next((cell for cell in row.cells if cell.strip()), "")
    return FIELDS.get(key(re.split("[：:]", first, maxsplit=1)[0])) == "attendance"
