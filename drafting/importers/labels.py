"""The labels in the head of the minutes, and how they are found in rows."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafting.importers.label_keys import WRAPS, Part, field_of, key
from drafting.importers.label_lines import Found, label_in_cell, labels_in_line
from drafting.importers.rows import Row
from drafting.importers.vocabulary import UNDER_ATTENDANCE

_SPEAK_TOO = frozenset(("members", "office", "secretariat", "others"))

# 「日程第１｜署名委員の指名について」: the title of an item, whatever words it has.
_ITEM_NUMBER = re.compile("(?:日程|議案|議題|報告|案件)?[ \u3000]*第?[ \u3000]*[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．]?号?")

# What gives the field of a key in either part of the head.
Words = Callable[[Part], Callable[[str], str]]


def labelled(row: Row) -> list[Found]:
    """The fields in a row that may as well be a speech, [] if it names none."""
    found = find_labels(row, Part.PARTICULARS, field_of)
    if found and found[0].field in _SPEAK_TOO and found[0].label.lstrip(" \t\u3000")[:1] in WRAPS:
        return []  # 【委員】, <事務局> open speeches.
    return found


def find_labels(row: Row, part: Part, words: Words) -> list[Found]:
    """The labels in a row with their values, [] if it does not begin with one. Several may stand in one row.

    `part` is the one that the rows before belong to, `words` is `field_of` or `head_field_of`.
    """
    if len(row.cells) == 1:
        return labels_in_line(row.cells[0], words(part), part)
    filled = [cell.strip(" \t\u3000") for cell in row.cells if cell.strip(" \t\u3000")]
    if row.cells[0].strip():
        part = Part.PARTICULARS
    found: list[tuple[str, str, list[str]]] = []
    for position, cell in enumerate(filled):
        if found and found[-1][0].startswith("agenda") and _ITEM_NUMBER.fullmatch("".join(found[-1][2][-1:])):
            found[-1][2].append(cell)
            continue
        field = _beside(key(cell), position, part, words)
        pair = None if field else label_in_cell(cell, words(part))
        if field or pair:
            if field:
                part = Part.ATTENDANCE if field == "attendance" else Part.PARTICULARS
            found.append((field, cell, []) if not pair else (pair.field, pair.label, [pair.value]))
        elif found:
            found[-1][2].append(cell)
        else:
            return []
    read = [Found(field, label, "\t".join(values)) for field, label, values in found]
    return [one._replace(field="public") if one.field == "extra" and re.match("(?:一部)?(?:非)?公開(?!方法)", one.value) else one for one in read]


def _beside(name: str, position: int, part: Part, words: Words) -> str:
    """The field that a cell names. 委員 may be a value: beside another label it counts only under 出席者."""
    if position and part is Part.PARTICULARS:
        return "" if name in UNDER_ATTENDANCE and name != "事務局" else field_of(Part.PARTICULARS)(name)
    return words(part)(name)
