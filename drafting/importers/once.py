"""Labels that no role tells and that may open one speech only, told by where they stand: bodies, groups at their tables, deputies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from drafting.importers.joining import ends_sentence
from drafting.importers.label_keys import key
from drafting.importers.offices import BODY
from drafting.importers.openings import BLANK, PREFIX, Opener, Opening, bare, indent_of
from drafting.importers.roles import BRACKETS, GROUP, clean_label, is_certain_speaker, is_speaker
from drafting.importers.rows import Row, is_blank, is_page_break
from drafting.importers.unnamed import BODY_NAME, MEETING, NAME, NEVER, NOT_NAMES, PERSON
from drafting.japanese import display_width

_TOWN = re.compile("(?:町|区|組|丁目|団地)会$|管理組合$")
# Who came to a talk: 「甲市民・60代男性」「地元住民」.
_CAME = re.compile("(?:[市町村区県]民|住民|参加者|来場者|男性|女性)$")
# Heads of houses and deputies: whether they are members or answer for the city, the label does not tell.
_HEAD = re.compile("(?:院|事務|消防|団|理事|企業|施設|社)長$|代理(?:者|人)?$|氏$")
_HOUSE = re.compile("(?:会|院|所|社|署|団|隊|組合|センター|ステーション|大学|学校|園|クラブ)$")
_WITH_KANA = re.compile("[一-龯々ヶァ-ヶーぁ-ん・A-Za-zＡ-Ｚａ-ｚ0-9０-９]{3,20}")
_APART = re.compile("[、，,・／/：:()（）【】\\s]+")
# 「まちづくり協議会」「訪問看護連絡会」 are bodies, though 協議 and 連絡 begin headings.
_END_OF_BODY = re.compile("(?:連絡|協議|連絡協議|対策|推進)会$|事業(?:者|所|協同組合)$")
_LISTS = re.compile("(?:紹介し|紹介いたし|読み上げ|寄せられ|とおり|通り|次の|以下の?|分かれ|分け)[^。]{0,20}。?$")
# 「（地元自治会）からは、要望がありました。」 is a sentence about it.
_SENTENCE = re.compile("(?!から|より|及び|など|等|[はがのにをもとでやへ](?:[、（「一-龯ァ-ヶ]))[^。]{4,}。")
_ENOUGH, _LAST, _SHORTEST = 3, 200, 3


class _Line(NamedTuple):
    """A row that begins as a speech does: what stands in the place of a label, and whether a known speaker does."""

    place: int
    label: str
    signed: str
    known: bool
    indent: int


def bodies_before_words(opener: Opener, rows: Sequence[Row]) -> frozenset[str]:
    """Bodies (二丁目町会) and groups (Bグループ) before a sentence of their own, where known speakers open theirs alike.

    A list within a speech (「分担は次のとおりです。」 「1班：…。」 「2班：…。」) has the same look: it stands right below the words that announce it.
    """
    is_one, unsigned = (_is_person, "bare") if opener is bare else (_is_body, "")
    filled = [row for row in rows if not is_blank(row) and not is_page_break(row)]
    named = frozenset() if opener is bare else _listed_in_head(filled)
    lines = list(_lines(opener, filled, lambda label: label in named or is_one(label), unsigned))
    if sum(line.known or line.label in named for line in lines) < _ENOUGH:
        return frozenset()
    indents = {line.indent for line in lines if line.known}
    places = {line.place for line in lines if not line.known}
    found: set[str] = set()
    listed = -1
    for line in lines:
        above = filled[line.place - 1].text.rstrip(BLANK) if line.place else ""
        if line.known or not above or (unsigned and line.indent not in indents):
            continue
        is_list = _LISTS.search(above[-_LAST:]) or listed == line.place - 1
        sure = (line.signed and not _CAME.search(line.label)) or line.label in named or GROUP.fullmatch(line.label)
        lone = sure or not places & {line.place - 1, line.place + 1}
        if is_list:
            listed = line.place
        elif lone:
            found.add(line.label)
    return frozenset(found)


def _listed_in_head(filled: Sequence[Row]) -> frozenset[str]:
    """The bodies named above the first sentence: 「参加者：医師会、薬剤師会、甲病院」."""
    words = chain.from_iterable(_APART.split(row.text) for row in takewhile(lambda row: "。" not in row.text, filled))
    return frozenset(word for word in words if len(word) >= _SHORTEST and _HOUSE.search(word) and _may_speak(word) and not MEETING.search(word) and not is_speaker(word))


def _lines(opener: Opener, filled: Sequence[Row], is_one: Callable[[str], bool], unsigned: str) -> Iterator[_Line]:
    for place, row in enumerate(filled):
        text = row.text[:_LAST]
        prefix = PREFIX.match(text)
        for found in (*opener(text), *(opener(text[prefix.end() :]) if prefix else ())):
            label = clean_label(found.label)
            if is_certain_speaker(label) and not GROUP.fullmatch(label):
                yield _Line(place, label, "", True, indent_of(text))
                break
            if _SENTENCE.match(found.text) and (GROUP.fullmatch(label) or is_one(label)):
                sign = found.label.strip(BLANK)[:1]
                yield _Line(place, label, sign if sign in BRACKETS else unsigned, False, indent_of(text))
                break


def _is_body(label: str) -> bool:
    is_one = BODY.search(label) or _TOWN.search(label) or _HEAD.search(label) or _CAME.search(label)
    spelt = BODY_NAME.fullmatch(label) or (_HOUSE.search(label) and _WITH_KANA.fullmatch(label))
    return bool(is_one and spelt) and not (MEETING.search(label) or NOT_NAMES.search(_END_OF_BODY.sub("", label)) or key(label) in NEVER or is_speaker(label))


def _is_person(label: str) -> bool:
    """「上組自治会長」: where no sign stands around a label, a body alone may begin any sentence."""
    return _is_body(label) and bool(PERSON.search(label) or _HEAD.search(label))


def at_the_edge(opener: Opener, rows: Sequence[Row]) -> frozenset[str]:
    """Labels at the edge of a text whose words all begin in one column, those that go on with a speech too: only labels stand left of it."""
    openings = [None if is_blank(row) or is_page_break(row) else _certain(opener, row) for row in rows]
    starts = [(i, _column(rows[i], found)) for i, found in enumerate(openings) if found and not indent_of(rows[i].text)]
    if len(starts) < _ENOUGH:
        return frozenset()
    first, last = starts[0][0], starts[-1][0]
    (column, count), *_ = Counter(place for _, place in starts).most_common(1)
    indents = Counter(indent for i in range(first, len(rows)) if not openings[i] and (indent := indent_of(rows[i].text)) and not is_blank(rows[i]))
    if count < _ENOUGH or count * 2 <= len(starts) or indents[column] < 2 or indents[column] * 2 < indents.total():
        return frozenset()
    return frozenset(
        label
        for i in range(first + 1, last)
        if not openings[i] and rows[i].text and not indent_of(rows[i].text)
        for found in opener(rows[i].text[:_LAST])
        if _column(rows[i], found) == column and _may_speak(label := clean_label(found.label))
        and (found.text.endswith("。") or indent_of(rows[i + 1].text) == column) and ends_sentence(_above(rows, i))
    )


def _above(rows: Sequence[Row], i: int) -> str:
    return next((rows[j].text for j in range(i - 1, -1, -1) if not is_blank(rows[j]) and not is_page_break(rows[j])), "")


def _certain(opener: Opener, row: Row) -> Opening | None:
    return next((found for found in opener(row.text[:_LAST]) if is_certain_speaker(clean_label(found.label))), None)


def _column(row: Row, found: Opening) -> int:
    text = row.text[:_LAST]
    return display_width(text[: len(text) - len(found.text)])


def _may_speak(label: str) -> bool:
    return bool(NAME.fullmatch(label) or BODY_NAME.fullmatch(label)) and not (NOT_NAMES.search(_END_OF_BODY.sub("", label)) or key(label) in NEVER)
