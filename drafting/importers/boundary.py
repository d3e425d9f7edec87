"""Where the head of the minutes ends and the record begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafting.importers.headings import is_heading, is_narration, item_of, numbered
from drafting.importers.label_keys import key
from drafting.importers.labels import labelled
from drafting.importers.openings import Opening
from drafting.importers.roll import columns_of, people_in
from drafting.importers.rows import Row, is_blank
from drafting.importers.vocabulary import CERTAIN, POINTERS, TITLES

_FAR = 15
_SAID = re.compile("[。！？…‥を]|(?:ます|です|した|する|いた|れる|ない|たい|よう|ある|いる|なる|だ|か|い|く|こと)[ \u3000]*$|(?:により|に基づき|に沿って)[^。]{0,12}(?:説明|報告)[ \u3000]*$")
# 「津軽圭一　鯵坂まり　深浦大地（計３名）」: three short words or more with wide gaps between them.
_WORD = "[^ \t\u3000。、！？「」]{1,8}(?:[(（][^()（）]{1,16}[)）])?"
_NAMES = re.compile(f"{_WORD}(?:[ \t\u3000]+{_WORD}){{2,}}")
_LONG = 30
_KANA, _FEW_KANA = re.compile("[ぁ-ん]"), 5
_FULL = 24
_OPENING = re.compile("開[ \u3000]*会(?:の?(?:挨拶|あいさつ|辞|宣言|ことば|言葉))?")


def head_length(rows: Sequence[Row], opening: Callable[[Row], Opening | None]) -> int:
    """How many rows stand before the first speech.

    「事務局：企画課」 names the office or is a speech, 「会長　山田太郎」 a member or a short answer. They
    are of the head as long as rows that can only belong to the head (日時, 場所 …) come soon after.
    """
    last_label = _last_label(rows, opening)
    first: int | None = None
    for i in range(last_label + 1, len(rows)):
        row = rows[i]
        if is_blank(row):
            continue
        if _is_pointer(row):
            return i + 1
        found = opening(row)
        if found is None:
            continue
        if _is_said(found, rows, i) and not _names_office(row, found, rows, i, last_label):
            return _with_headings(rows, i)
        first = i if first is None else first
    return len(rows) if first is None else first


def _last_label(rows: Sequence[Row], opening: Callable[[Row], Opening | None]) -> int:
    """The last row of the head that is surely of it; -1 without one."""
    last = -1
    roll = None
    for i, row in enumerate(rows):
        if last >= 0 and i > last + 20 * _FAR:
            break
        roll = columns_of(row) or (roll if roll and "。" not in row.text and people_in(row, roll, "members") else None)
        if roll or any(found.field in CERTAIN for found in labelled(row)):
            last = i
        elif not is_blank(row) and (found := opening(row)) and _is_said(found, rows, i) and "。" in _words(found, rows, i):
            break
    return last


def _words(found: Opening, rows: Sequence[Row], i: int) -> str:
    """What is said in the row, and in the next one where the row is full; in the next one where the label stands alone."""
    if found.text.strip():
        following = rows[i + 1 : i + 2] if len(rows[i].text) > _FULL else []
        more = "".join(row.text for row in following if not labelled(row))
        return found.text + more
    return next((row.text for row in rows[i + 1 : i + 4] if not is_blank(row)), "")


def _is_said(found: Opening, rows: Sequence[Row], i: int) -> bool:
    """True if the words are a speech and not a name, a title or an affiliation."""
    words = _words(found, rows, i).strip(" \t\u3000")
    if _NAMES.fullmatch(found.text.strip(" \t\u3000")):
        return False
    if not found.text.strip() and any(labelled(row) and "。" not in row.text for row in rows[i + 1 : i + 2]):
        return False
    return (len(words) > _LONG and len(_KANA.findall(words)) >= _FEW_KANA) or bool(_SAID.search(words))


def _names_office(row: Row, found: Opening, rows: Sequence[Row], i: int, last_label: int) -> bool:
    """「事務局：企画課で担当する」 right under the labels of the head is the office, not a speech; above a sentence it is one."""
    words = found.text if found.text.strip() else _words(found, rows, i)
    return bool(labelled(row)) and "。" not in words and not any(is_blank(r) for r in rows[last_label + 1 : i])


def _with_headings(rows: Sequence[Row], i: int) -> int:
    """The first of the headings right above the first speech, back to a blank row above a heading.

    A list under the label 議題 or 次第 is of the head: no heading of the record.
    """
    start = j = i
    while j and is_blank(rows[j - 1]):
        j -= 1
    for row in reversed(rows[:j]):
        if is_blank(row):
            break
        if labelled(row) and not item_of(row.text):
            if _opens_record(rows[start], row):
                return start
            # Of two items and more below 議事日程 each would be over at once: they are its list.
            items = sum(item_of(one.text) is not None for one in rows[start:i])
            return start if items == 1 and item_of(rows[start].text) and not _counts_on(rows[start:i]) else i
        if not (numbered(row.text) or is_heading(row.text) or is_narration(row.text.strip())):
            break
        j -= 1
        start = j
    return start


def _opens_record(heading: Row, above: Row) -> bool:
    """True for 「１　開会」 below 「議案　第1号　…」, which has its item on its own line: nothing is listed below that."""
    found = numbered(heading.text.strip(" \t\u3000"))
    value = labelled(above)[0].value
    return found is not None and found[0] == 1 and bool(_OPENING.fullmatch(found[1])) and bool(value) and numbered(value) is None


def _counts_on(rows: Sequence[Row]) -> bool:
    """True for 「議題　　1　…」 above 「　　　　2　…」: a list whose first item stands beside its label."""
    first = item_of(rows[0].text)
    return first is not None and any(found and found[0] == first[0] + 1 for row in rows[1:] if (found := numbered(row.text)))


def words_above(rows: Sequence[Row], i: int) -> int:
    """The first of the lines above row `i` that belong to its speech, where the label stands behind the words."""
    while i and not is_blank(rows[i - 1]):
        above = rows[i - 1]
        if labelled(above) or key(above.text) in POINTERS | TITLES or numbered(above.text) or is_heading(above.text):
            break
        i -= 1
    return i


def _is_pointer(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell.strip()]
    return len(filled) == 1 and key(filled[0]) in POINTERS

