"""A line of the head → the labels in it with their values, whatever sign stands between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafting.dates import find_times
from drafting.importers.label_keys import LONGEST, NUMBERING, Part, key, unnumbered
from drafting.importers.vocabulary import (
    BEGINNINGS,
    CERTAIN,
    FIELDS,
    HEAD_WORDS,
    OWN_NAME,
    PEOPLE,
    POINTERS,
    TITLES,
    UNDER_ATTENDANCE,
)

# What stands between a label and its value on one line.
_COLON = re.compile("[：:]")
_LEADER = re.compile("[…‥]+|・{3,}|[.．]{3,}|[／/＝=]|[⇒→]|[─―-]{2,}")
_LEFT = " \t\u3000：:…‥"
_BRACKETED = re.compile("[【〔［\\[＜<〈《≪（(]([^【】〔〕［］\\[\\]＜＞<>〈〉《》≪≫]{1,24}?)[】〕］\\]＞>〉》≫）)](.*)", re.DOTALL)
_WITH_REMARK = re.compile("([^()（）]{2,20}[(（〔][^()（）]*[)）〕])(.+)", re.DOTALL)
_WITH_NUMBER = re.compile("((?:傍聴(?:者|人)?(?:数)?)|議題|案件|議案|(?:報告|審議|協議)(?:事項|案件)|出席委員|欠席委員)[ \u3000]*(?=[0-9０-９(（①-⑳なしな無])(?![(（]?[0-9０-９]{1,2}[)）]?(?:[はがをもと]|及び|並びに|から|まで|についても?は))(.+)", re.DOTALL)
_STRONG = (CERTAIN | {"observers", "office", "start", "end"}) - {"attendance"}
_NEXT_PAIR = re.compile("[ \t\u3000]{2,}|[ \t\u3000](?=[^ \t\u3000：:]{2,12}[：:])")
_MOST_PAIRS = 8
# 「事務局（五百旗頭館長、相馬係長）」: officers, no remark on the label
_OFFICERS_BEHIND = re.compile("([^()（）、，・]{2,8})[(（]([^()（）]*(?:長|主事|主査|主幹|補佐|主任|職員)(?:[、，・][^()（）]*)?)[)）]")
_OPENNESS = re.compile("(.*公開.*?)[ \t\u3000]+((?:一部)?(?:非)?公開)")  # 「会議の公開　一部非公開」 is no label of its own
_OFFICER = re.compile("(?:次[ \u3000]*)?長[ \u3000]")  # 「事 務 局 長　田 山 智」 is an officer, no label
# With a blank behind they are the first words of a value as often as a label.
_VALUES_TOO = frozenset(("委員", "その他", "欠席", "出席", "担当", "庶務", "所管"))
# 「青柳　修一（座長）、鍋島　海斗（公募）」
_LISTED_NAME = "[一-龥々ヶ髙﨑][一-龥々ヶぁ-んァ-ヴー]{0,4}(?:[ \u3000]{1,2}[一-龥々ぁ-んァ-ヴー]{1,4})?(?:委員|会長|委員長|座長|氏)?[(（][^()（）]{1,24}[)）]"
_LISTED = re.compile(f"{_LISTED_NAME}(?:[、，・][ \u3000]*{_LISTED_NAME})+")
# The first letters of all labels: most rows of a file are told from a label by them.
_STARTS = frozenset(label[:2] for label in (*FIELDS, *HEAD_WORDS, *UNDER_ATTENDANCE, *BEGINNINGS))
_OPENERS = " \t\u3000\n【〔［[＜<〈《≪（(「"


class Found(NamedTuple):
    """A label with its field, as written, and what is written beside it ("" if nothing)."""

    field: str
    label: str
    value: str


def labels_in_line(text: str, words: Callable[[str], str], part: Part) -> list[Found]:
    """The labels in a line with their values, [] if it does not begin with one; `words` gives the field of a key."""
    text = text.strip(" \t\u3000")
    if not _may_begin(text) or key(text) in TITLES or key(text) in POINTERS:
        return []
    first = next(_candidates(text, words, part), None)
    if first is None or (first.field in ("start", "end") and not find_times(first.value) and not _awaits_time(first)):
        return []
    if first.field in ("office", "secretariat") and _OFFICER.match(first.value):
        return []
    if first.field == "extra" and re.match("(?:一部)?(?:非)?公開", first.value):
        first = first._replace(field="public")  # 「開催形態　公開（傍聴者0人）」
    if first.field == "public" and not first.value and (told := _OPENNESS.fullmatch(text)):
        first = first._replace(label=told[1], value=told[2])
    if first.field in ("office", "secretariat") and not first.value and (told := _OFFICERS_BEHIND.fullmatch(text)):
        first = first._replace(label=told[1], value=told[2])
    found = [first]
    while len(found) < _MOST_PAIRS and (cut := _next_pair(found[-1].value, words)):
        found[-1:] = [found[-1]._replace(value=found[-1].value[: cut[0]].rstrip(" \t\u3000")), cut[1]]
    return found


def _awaits_time(found: Found) -> bool:
    """True for 「２　閉会の日時」 alone in its line: no section of the record is called so."""
    return not found.value and key(found.label).endswith(("の日時", "の時刻", "の時間"))


def label_in_cell(cell: str, words: Callable[[str], str]) -> Found | None:
    """A cell that holds label and value: 「傍聴者：2名」."""
    return next((one for one in _at_signs(cell, words, _COLON) if one.field in _STRONG), None)


def _may_begin(text: str) -> bool:
    """False for a row whose first letters begin no label."""
    start = "".join(text[: LONGEST * 2].split())[:LONGEST]
    if start[:2] in _STARTS or start[:1] in _STARTS:
        return True
    if ("席" in start or "事務局職員" in start) and OWN_NAME.match(unnumbered(start)):
        return True
    opened = start.lstrip(_OPENERS)
    bare = unnumbered(opened).lstrip(_OPENERS)
    return any(begin[:2] in _STARTS or begin[:1] in _STARTS for begin in (opened, bare))


def _next_pair(value: str, words: Callable[[str], str]) -> tuple[int, Found] | None:
    """Where another label with its value begins behind a run of blanks."""
    for match in list(_NEXT_PAIR.finditer(value[:400]))[:_MOST_PAIRS]:
        rest = value[match.end() :]
        for one in (*_at_signs(rest, words, _COLON), *_bracketed(rest, words), *_at_blanks(rest, words, Part.PARTICULARS)):
            if one.field in _STRONG and len(key(one.label)) > 1 and (one.field not in ("start", "end") or find_times(one.value)):
                return match.start(), one
    return None


def _candidates(text: str, words: Callable[[str], str], part: Part) -> Iterator[Found]:
    """The ways to read a line as label and value, the surest first."""
    if text[:1] in "（(" and text[-1:] in "）)":
        # 「（欠席：大庭委員）」
        yield from (one for one in _at_signs(text[1:-1], words, _COLON) if one.field in PEOPLE)
    yield from _bracketed(text, words)
    yield from _at_signs(text, words, _COLON)
    if field := words(key(text)):
        yield Found(field, text, "")
    yield from _at_blanks(text, words, part)
    yield from _at_signs(text, words, _LEADER)
    marks = NUMBERING.match(text)
    rest = text[marks.end() :].lstrip(" \u3000") if marks else text
    for pattern in (_WITH_REMARK, _WITH_NUMBER):
        match = pattern.fullmatch(rest)
        if match and (field := words(key(match[1]))):
            yield Found(field, match[1], match[2].lstrip(_LEFT))


def _bracketed(text: str, words: Callable[[str], str]) -> Iterator[Found]:
    """「【日時】令和…」, also behind a number or a mark."""
    for start in {0, match.end() if (match := NUMBERING.match(text)) else 0}:
        found = _BRACKETED.fullmatch(text[start:].lstrip(" \u3000"))
        if found and (field := words(key(found[1]))) and not (text[start:start + 1] in "(（" and len(key(found[1])) < 2):
            yield Found(field, text[: len(text) - len(found[2])], found[2].strip(_LEFT))


def _at_signs(text: str, words: Callable[[str], str], sign: re.Pattern[str]) -> Iterator[Found]:
    """Label and value on either side of a sign; of several signs the last one that leaves a label."""
    for match in reversed(list(sign.finditer(text[: LONGEST + 1]))[:4]):
        if field := words(key(text[: match.start()])):
            yield Found(field, text[: match.start()], text[match.end() :].strip(_LEFT))


def _at_blanks(text: str, words: Callable[[str], str], part: Part) -> Iterator[Found]:
    """Label and value with blanks between; of several readings the one with the longest label (日　時　場　所)."""
    for match in reversed(list(re.finditer("[ \u3000\t]+", text[:LONGEST]))[:10]):
        label, value = text[: match.start()], text[match.end() :].lstrip(_LEFT)
        name = key(label)
        field = words(name)
        if field in PEOPLE and name in HEAD_WORDS and _LISTED.fullmatch(value):
            yield Found(field, label, value)
            continue
        if not field or (name in _VALUES_TOO and part is Part.PARTICULARS):
            continue
        if len(name) == 1 and re.match("[^ \u3000][ \u3000]", value):  # 「市　民　　委　員」
            continue
        if name in HEAD_WORDS and len(name) < 3 and part is Part.PARTICULARS and not _fits(field, value):
            continue
        # 「資料 1 …」 is a paper, no label.
        if field == "documents" and re.match("[0-9０-９①-⑳一二三]", value) and name.endswith("資料"):
            continue
        yield Found(field, label, value)


def _fits(field: str, value: str) -> bool:
    """True if a value proves that the short word before it is a label: 「開会　午後2時」, 「傍聴　なし」."""
    if field in ("start", "end"):
        return bool(find_times(value))
    if field == "secretariat":
        return bool(re.search("[部課係室局次所]長|主[査任幹事]|補佐", value))
    return field == "observers" and bool(re.match("[0-9０-９]+[人名]|なし|無し?", value))
