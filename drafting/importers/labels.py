"""The labels in the head of the minutes, and how they are found in rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from drafting.dates import find_times
from drafting.importers.rows import Row
from drafting.importers.vocabulary import (
    BEGINNINGS,
    CERTAIN,
    FIELDS,
    HEAD_WORDS,
    PATTERNS,
    PEOPLE,
    POINTERS,
    TITLES,
    UNDER_ATTENDANCE,
)

__all__ = ["CERTAIN", "FIELDS", "POINTERS", "TITLES", "Found", "Labelled", "field_of", "find_labels", "head_field_of", "key", "labelled", "remark"]

_BLANKS = re.compile("[ \t\u3000\n]+")
_NUMBERING = re.compile(
    "(?:[(（]?[0-9０-９]{1,2}[)）.．、,]?|第[0-9０-９一二三四五六七八九十]{1,2}(?![0-9０-９回期条号部])|[①-⑳]|[○◯〇◎●■□◆◇▲△▼▽★☆・※*＊#＃►▶>＞-]"
    "|[(（]?[一二三四五六七八九十]{1,2}[)）.．、]|一(?=日時|場所|会場|会議|開催|出席|欠席|事務局|議[題事]|傍聴|公開|説明|案件|配[布付])|[IVXⅠ-Ⅻ]{1,3}[.．、)）])+"
)
_REMARK = re.compile("[(（〔［\\[]([^()（）〔〕［］]*)[)）〕］\\]]$")
_REMARKS = re.compile("[(（〔［\\[](?![0-9０-９①-⑳一二三四五六七八九十]{1,2}[)）〕］\\]])[^()（）〔〕［］\\[\\]]*[)）〕］\\]]")
_CLOSING = (")", "）", "〕", "］", "]")
_WRAPS = {"【": "】", "〔": "〕", "［": "］", "[": "]", "＜": "＞", "<": ">", "〈": "〉", "《": "》", "(": ")", "（": "）", "「": "」", "≪": "≫"}
_LONGEST = 40
_DOTS = re.compile("[・、，/／]|又は|または|及び|および")
_PLAIN_LABELS = {_DOTS.sub("", label): field for label, field in FIELDS.items()}


_BOXES = re.compile("[□■☑☒☐✓✔●○◯〇◎。「」]")
# What stands between a label and its value on one line.
_COLON = re.compile("[：:]")
_LEADER = re.compile("[…‥]+|・{3,}|[.．]{3,}|[／/＝=]|[⇒→]|[─―-]{2,}")
_LEFT = " \t\u3000：:…‥"
_BRACKETED = re.compile("[【〔［\\[＜<〈《≪（(]([^【】〔〕［］\\[\\]＜＞<>〈〉《》≪≫]{1,24}?)[】〕］\\]＞>〉》≫）)](.*)", re.DOTALL)
_WITH_REMARK = re.compile("([^()（）]{2,20}[(（〔][^()（）]*[)）〕])(.+)", re.DOTALL)
_WITH_NUMBER = re.compile("((?:傍聴(?:者|人)?(?:数)?)|議題|案件|議案|(?:報告|審議|協議)(?:事項|案件)|出席委員|欠席委員)[ \u3000]*(?=[0-9０-９(（①-⑳なしな無])(.+)", re.DOTALL)
_STRONG = (CERTAIN | {"observers", "office", "start", "end"}) - {"attendance"}
_NEXT_PAIR = re.compile("[ \t\u3000]{2,}|[ \t\u3000](?=[^ \t\u3000：:]{2,12}[：:])")
_MOST_PAIRS = 8
_SPEAK_TOO = frozenset(("members", "office", "secretariat", "others"))
# With a blank behind they are the first words of a value as often as a label.
_VALUES_TOO = frozenset(("委員", "その他", "欠席", "出席", "担当", "庶務", "所管"))
# The first letters of all labels: most rows of a file are told from a label by them.
_STARTS = frozenset(label[:2] for label in (*FIELDS, *HEAD_WORDS, *UNDER_ATTENDANCE, *BEGINNINGS))
_OPENERS = " \t\u3000\n【〔［[＜<〈《≪（(「"


class Labelled(NamedTuple):
    """A field of the head and what is written beside its label ("" if nothing)."""

    field: str
    value: str


class Found(NamedTuple):
    """A label with its field, as written, and what is written beside it ("" if nothing)."""

    field: str
    label: str
    value: str


def key(text: str) -> str:
    """A label as it is compared: no blanks, no numbering, no brackets around it, no remark at its end."""
    if len(text) > _LONGEST * 2:
        return ""
    text = _unnumbered("".join(text.split())).rstrip("：:…‥.．。")
    closing = _WRAPS.get(text[:1])
    if closing and text.endswith(closing) and closing not in text[1:-1]:
        text = _unnumbered(text[1:-1])
    return _REMARKS.sub("", text).rstrip("：:") if text.endswith(_CLOSING) or "（" in text or "(" in text else text


def _unnumbered(text: str) -> str:
    match = _NUMBERING.match(text)
    return text[match.end() :] if match else text


def remark(text: str) -> str:
    """The remark in brackets at the end of a label, or ""."""
    match = _REMARK.search(_BLANKS.sub("", text[-_LONGEST:]))
    return match[1] if match else ""


def _outside(name: str) -> str:
    found = FIELDS.get(name, "") or _PLAIN_LABELS.get(_DOTS.sub("", name), "")
    return found or _by_pattern(name)


@lru_cache(maxsize=4096)
def _by_pattern(name: str) -> str:
    if not 2 <= len(name) <= _LONGEST or name[:2] not in BEGINNINGS or _BOXES.search(name):
        return ""
    return next((field for pattern, field in PATTERNS if pattern.fullmatch(name)), "")


def field_of(inside: bool) -> Callable[[str], str]:
    """The field a key stands for, or "", where rows may be speeches too; `inside` the list of those present."""
    return lambda name: (UNDER_ATTENDANCE.get(name, "") if inside else "") or _outside(name)


def head_field_of(inside: bool) -> Callable[[str], str]:
    """As `field_of`, for rows that are known to be of the head."""
    base = field_of(inside)
    return lambda name: base(name) or HEAD_WORDS.get(name, "")


def labelled(row: Row, under_attendance: str) -> list[Labelled]:
    """The fields in a row that may as well be a speech, [] if it names none.

    `under_attendance` is "attendance" if the rows before belong to 出席者, else "".
    """
    found = find_labels(row, bool(under_attendance), field_of)
    if found and found[0].field in _SPEAK_TOO and found[0].label.lstrip(" \t\u3000")[:1] in _WRAPS:
        return []  # 【委員】, <事務局> open speeches.
    return [Labelled(one.field, one.value) for one in found]


def find_labels(row: Row, inside: bool, words: Callable[[bool], Callable[[str], str]]) -> list[Found]:
    """The labels in a row with their values, [] if it does not begin with one. Several may stand in one row.

    `inside` says whether the rows before belong to the list of those present; `words` is
    `field_of` or `head_field_of`.
    """
    if len(row.cells) == 1:
        return _in_line(row.cells[0], words(inside), inside)
    filled = [cell.strip(" \t\u3000") for cell in row.cells if cell.strip(" \t\u3000")]
    inside = inside and not row.cells[0].strip()
    found: list[tuple[str, str, list[str]]] = []
    for position, cell in enumerate(filled):
        field = _beside(key(cell), position, inside, words)
        pair = None if field else _in_cell(cell, words(inside))
        if field or pair:
            inside = (inside and not field) or field == "attendance"
            found.append((field, cell, []) if not pair else (pair.field, pair.label, [pair.value]))
        elif found:
            found[-1][2].append(cell)
        else:
            return []
    read = [Found(field, label, "\t".join(values)) for field, label, values in found]
    return [one._replace(field="public") if one.field == "extra" and re.match("(?:一部)?(?:非)?公開(?!方法)", one.value) else one for one in read]


def _beside(name: str, position: int, inside: bool, words: Callable[[bool], Callable[[str], str]]) -> str:
    """The field that a cell names. 委員 may be a value: beside another label it counts only under 出席者."""
    if position and not inside:
        return "" if name in UNDER_ATTENDANCE and name != "事務局" else field_of(False)(name)
    return words(inside)(name)


def _in_cell(cell: str, words: Callable[[str], str]) -> Found | None:
    """A cell that holds label and value: 「傍聴者：2名」."""
    return next((one for one in _at_signs(cell, words, _COLON) if one.field in _STRONG), None)


def _in_line(text: str, words: Callable[[str], str], inside: bool) -> list[Found]:
    text = text.strip(" \t\u3000")
    if not _may_begin(text) or key(text) in TITLES or key(text) in POINTERS:
        return []
    first = next(_candidates(text, words, inside), None)
    if first is None or (first.field in ("start", "end") and not find_times(first.value)):
        return []
    if first.field == "extra" and re.match("(?:一部)?(?:非)?公開", first.value):
        first = first._replace(field="public")  # 「開催形態　公開（傍聴者0人）」
    found = [first]
    while len(found) < _MOST_PAIRS and (cut := _next_pair(found[-1].value, words)):
        found[-1:] = [found[-1]._replace(value=found[-1].value[: cut[0]].rstrip(" \t\u3000")), cut[1]]
    return found


def _may_begin(text: str) -> bool:
    """False for a row whose first letters begin no label."""
    start = "".join(text[: _LONGEST * 2].split())[:_LONGEST]
    if start[:2] in _STARTS or start[:1] in _STARTS:
        return True
    opened = start.lstrip(_OPENERS)
    bare = _unnumbered(opened).lstrip(_OPENERS)
    return any(begin[:2] in _STARTS or begin[:1] in _STARTS for begin in (opened, bare))


def _next_pair(value: str, words: Callable[[str], str]) -> tuple[int, Found] | None:
    """Where another label with its value begins behind a run of blanks."""
    for match in list(_NEXT_PAIR.finditer(value[:400]))[:_MOST_PAIRS]:
        rest = value[match.end() :]
        for one in (*_at_signs(rest, words, _COLON), *_bracketed(rest, words), *_at_blanks(rest, words)):
            if one.field in _STRONG and len(key(one.label)) > 1 and (one.field not in ("start", "end") or find_times(one.value)):
                return match.start(), one
    return None


def _candidates(text: str, words: Callable[[str], str], inside: bool) -> Iterator[Found]:
    """The ways to read a line as label and value, the surest first."""
    if text[:1] in "（(" and text[-1:] in "）)":
        # 「（欠席：大庭委員）」
        yield from (one for one in _at_signs(text[1:-1], words, _COLON) if one.field in PEOPLE)
    yield from _bracketed(text, words)
    yield from _at_signs(text, words, _COLON)
    if field := words(key(text)):
        yield Found(field, text, "")
    yield from _at_blanks(text, words, inside)
    yield from _at_signs(text, words, _LEADER)
    marks = _NUMBERING.match(text)
    rest = text[marks.end() :].lstrip(" \u3000") if marks else text
    for pattern in (_WITH_REMARK, _WITH_NUMBER):
        match = pattern.fullmatch(rest)
        if match and (field := words(key(match[1]))):
            yield Found(field, match[1], match[2].lstrip(_LEFT))


def _bracketed(text: str, words: Callable[[str], str]) -> Iterator[Found]:
    """「【日時】令和…」, also behind a number or a mark."""
    for start in {0, match.end() if (match := _NUMBERING.match(text)) else 0}:
        found = _BRACKETED.fullmatch(text[start:].lstrip(" \u3000"))
        if found and (field := words(key(found[1]))) and not (text[start:start + 1] in "(（" and len(key(found[1])) < 2):
            yield Found(field, text[: len(text) - len(found[2])], found[2].strip(_LEFT))


def _at_signs(text: str, words: Callable[[str], str], sign: re.Pattern[str]) -> Iterator[Found]:
    """Label and value on either side of a sign; of several signs the last one that leaves a label."""
    for match in reversed(list(sign.finditer(text[: _LONGEST + 1]))[:4]):
        if field := words(key(text[: match.start()])):
            yield Found(field, text[: match.start()], text[match.end() :].strip(_LEFT))


def _at_blanks(text: str, words: Callable[[str], str], inside: bool = False) -> Iterator[Found]:
    """Label and value with blanks between; of several readings the one with the longest label (日　時　場　所)."""
    for match in reversed(list(re.finditer("[ \u3000\t]+", text[:_LONGEST]))[:10]):
        label, value = text[: match.start()], text[match.end() :].lstrip(_LEFT)
        name = key(label)
        field = words(name)
        if not field or (name in _VALUES_TOO and not inside):
            continue
        if name in HEAD_WORDS and len(name) < 3 and not inside and not _fits(field, value):
            continue
        # 「資料 1 …」 is a paper, no label.
        if field == "documents" and re.match("[0-9０-９①-⑳一二三]", value) and name.endswith("資料"):
            continue
        yield Found(field, label, value)


def _fits(field: str, value: str) -> bool:
    """True if a value proves that the short word before it is a label: 「開会　午後2時」, 「傍聴　なし」."""
    if field in ("start", "end"):
        return bool(find_times(value))
    return field == "observers" and bool(re.match("[0-9０-９]+[人名]|なし|無し?", value))
