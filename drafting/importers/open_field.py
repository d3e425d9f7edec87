"""The field of the head that is open: what has been read of it, how its label and its items are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.importers.roll import Columns
from drafting.importers.rows import Row

BLANKS = " \t\u3000"
SINGLE = frozenset(("title", "committee", "session", "when", "start", "end", "where", "public", "observers", "office", "private_reason", "extra"))
LIST_LINE = re.compile(
    "[(（]?[0-9０-９]{1,2}[)）.．、 \u3000\t]|[(（]?[一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳⑴-⒇・○◯●■□◇◆▪•\\-－※]|[(（]?[ア-ン][)）.．、 \u3000\t]"
    "|第[0-9０-９一二三四五六七八九十]{1,3}号|[0-9０-９]{1,2}(?=[^0-9０-９年月日時人名回])"
    "|(?:参考|追加|当日|別冊|説明|補足)?資料|議題|案件|議案|報告|諮問|別紙|別添|(?:会議)?次第|.{0,10}名簿|座席表|席次表|配席図"
)
_NUMBER = re.compile("[ \t\u3000]*(?:(第?[(（]?)([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}(?=[)）.．、]))([)）.．、]*)|([①-⑳⑴-⒇])|([■□◇◆○●◎▼▽★☆・※]))")


@dataclass
class OpenField:
    """A field under way. `alone`: its label had a line of its own; `form`: how the label is numbered, `item_form` its
    last item; `value`: its last line, `lines`: how many; `blank`: the row before was blank; `in_cells`: its row is one of a table; `inside`: people are listed."""

    name: str = ""
    label: str = ""
    alone: bool = False
    form: tuple[str, int] = ("", 0)
    item_form: tuple[str, int] = ("", 0)
    indent: int = 0
    in_cells: bool = False
    lines: int = 0
    value: str = ""
    blank: bool = False
    inside: bool = False
    side: str = ""
    columns: Columns | None = None
    order: str = ""


def numbering_of(text: str) -> tuple[str, int]:
    """How a line is numbered or marked, and its number: 「(2) 」 → ("()", 2), 「■」 → ("■", 0)."""
    match = _NUMBER.match(text)
    if not match:
        return "", 0
    if match[5]:
        return match[5], 0
    if match[4]:
        first = "①" if match[4] <= "⑳" else "⑴"
        return first, ord(match[4]) - ord(first) + 1
    digits = match[2].translate(str.maketrans("０１２３４５６７８９一二三四五六七八九", "0123456789123456789"))
    form = f"{match[1]}{match[3]}".replace("（", "(").replace("）", ")").replace("．", ".") or " "
    return form, int(digits) if digits.isascii() and digits.isdigit() else 10


def is_sibling(row: Row, state: OpenField) -> bool:
    """True if a row opens the section after that of the open label: 「5 その他」 after 「4 議題」."""
    form, number = numbering_of(row.text)
    own, before = state.form
    indent = indent_of(row.text)
    if not form or form != own or indent > state.indent:
        return False
    if number and state.item_form == (form, number - 1):
        return False
    return number == before + 1 if number else state.lines > 0 and state.item_form[0] != form


def indent_of(text: str) -> int:
    """How many blanks a line begins with."""
    return len(text) - len(text.lstrip(" \u3000"))
