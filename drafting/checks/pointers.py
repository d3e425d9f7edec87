"""Are there the chapters and annexes that a text points to: 第9章, 第12の2, 巻末の資料9?

Which there are is known when the draft is numbered. So what points is gathered from the texts, where its place in
the file is known, and held to the draft when that is made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.checks.elsewhere import NAMED, OURS, PAPER
from drafting.checks.texts import WrittenText, report_texts
from drafting.draft import Draft, Heading, Paragraph
from drafting.japanese import half_width_digits, kanji_number, without_quotations
from drafting.model import Committee, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, Severity

_HINT = lazy_pattern("第[0-9０-９一二三四五六七八九十]+(?:章|[のにで]|を?参照)|資料編?[0-9０-９]")
_TOLD = "(?:述べ(?:た|る|て)|記し(?:た|て)|触れ(?:た|て)|示し(?:た|て)|示す|掲げ(?:た|る|て)|挙げ(?:た|る|て)|提言し|指摘し|論じ|まとめ(?:た|て))"
_CHAPTER = lazy_pattern(
    "第([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}(?=章))(?:章|(?=[のにで]|を?参照))(?:の([0-9０-９]{1,2})(?![0-9０-９]))?"
    f"(?P<told>(?:で|に|において)も?[、,]?{_TOLD}|のとおり|を?参照)?(?P<goes>[のにでをは、]|から|まで|及び|と)?"
)
_ANNEX = lazy_pattern(
    "(資料編?|参考資料)([0-9０-９]{1,2})(?![0-9０-９]|[点件冊部枚種人館か]|[-‐－ー―.．][0-9０-９])"
    f"(?P<told>のとおり|に{_TOLD}|に(?:載せ|添付)|を?参照|として(?:添付|添え|付し|付け|載せ|掲げ))?"
)
_BEHIND = lazy_pattern("(?:資料編|巻末|末尾|後掲|本答申)[の（(]?$")
_HANDED = lazy_pattern("会議(?:に|で|の|資料)|第[0-9０-９]{1,2}回|事務局|配[付布]|提出|説明|諮問|当日|市(?:が|から|の)")
# 資料6のとおりであるとの説明があった: whose 資料6 it is, the speaker knew
_REPORTED = lazy_pattern("[^。]*(?:との|という|旨の)(?:説明|報告|発言|答弁|意見|指摘|回答)")
_OUR_SENTENCE = lazy_pattern("(?:本|この)(?:答申|提言書|報告書|意見書)(?:は|では|の構成)[^。]*$")
_NUMBERED = lazy_pattern("第([0-9]{1,2})")
_TYPED = lazy_pattern("[ \u3000【（(]*(?:第([0-9]{1,2}|[一二三四五六七八九十]{1,3})章|(参考)?資料編?([0-9]{1,2}))(?![0-9]|[にのをでは]|として)")


class Pointer(NamedTuple):
    """Words that point to a part of the report: a chapter and section (0 where none is named), or an annex."""

    name: str
    words: str
    place: Place
    chapter: int = 0
    section: int = 0
    annex: int = 0


class _Parts(NamedTuple):
    sections: Mapping[int, Sequence[int]]  # of each chapter
    annexes: Sequence[int]


def find_pointers(committee: Committee, recommendations: Recommendations) -> Iterator[Pointer]:
    """What points to a part of this report; what may be a part of a plan, a law or the papers of a meeting is passed over."""
    for text in report_texts(committee, recommendations):
        if ("第" in text.words or "資料" in text.words) and _HINT.search(text.words):
            words = without_quotations(text.words)
            yield from _chapters(text, words)
            yield from _annexes(text, words)


def check_pointers(pointers: Sequence[Pointer], draft: Draft) -> Iterator[Problem]:
    """L009 a chapter, a section or an annex that the draft does not have. A draft without numbered chapters (a letter) says nothing."""
    parts = _parts(draft) if pointers else _Parts({}, ())
    for one in pointers if parts.sections else ():
        if missing := _missing(one, parts):
            message = f"{one.name}: 「{one.words}」とありますが、答申案にありません（{missing}）。番号を確かめてください。"
            yield Problem("L009", message, one.place, Severity.WARNING)


def _chapters(text: WrittenText, words: str) -> Iterator[Pointer]:
    for found in _CHAPTER.finditer(words):
        before = _before(words, found)
        ours = OURS.search(before) or (_OUR_SENTENCE.search(before) and not PAPER.search(_OUR_SENTENCE.sub("", before)))
        told = found["told"] and not (NAMED.search(before) or PAPER.search(before) or _REPORTED.match(words, found.end()))
        if told or (ours and (found["told"] or found["goes"])):
            shown = words[found.start() : found.end(2) if found[2] else found.start("told") if found["told"] else found.end(1)]
            shown += "章" if "章" in found[0] and "章" not in shown else ""
            place = text.place.within(words, found.start())
            yield Pointer(text.name, shown, place, kanji_number(found[1]) or 0, kanji_number(found[2] or "0") or 0)


def _annexes(text: WrittenText, words: str) -> Iterator[Pointer]:
    for found in _ANNEX.finditer(words):
        before = _before(words, found)
        behind = (found[1] == "資料編" or _BEHIND.search(before)) and not PAPER.search(_BEHIND.sub("", before))
        elsewhere = NAMED.search(before) or PAPER.search(before) or _HANDED.search(before) or _REPORTED.match(words, found.end())
        if behind or (found["told"] and not elsewhere):
            place = text.place.within(words, found.start())
            yield Pointer(text.name, found[1] + found[2], place, annex=kanji_number(found[2]) or 0)


def _before(words: str, found: re.Match[str]) -> str:
    """The words of the paragraph before: 計画案では、… in an earlier sentence may say whose part is meant."""
    return words[words.rfind("\n", 0, found.start()) + 1 : found.start()]


def _parts(draft: Draft) -> _Parts:
    sections: dict[int, list[int]] = defaultdict(list)
    annexes: list[int] = []
    chapter = 0
    for block in draft.blocks:
        if not isinstance(block, Heading | Paragraph):
            continue
        if isinstance(block, Heading) and block.level <= 2:
            number = half_width_digits(block.number)
            if found := _NUMBERED.fullmatch(number):
                chapter = int(found[1])
                sections[chapter] += []
            elif chapter and number.isdecimal():
                sections[chapter].append(int(number))
        if typed := _TYPED.match(half_width_digits("".join(span.text for span in block.spans))):
            if typed[3]:
                annexes.append(int(typed[3]))
            elif isinstance(block, Heading):
                sections[kanji_number(typed[1]) or 0] += []
    return _Parts(sections, annexes)


def _missing(one: Pointer, parts: _Parts) -> str:
    """What there is instead, or "" if the part is there; a chapter without sections may have a list that is counted."""
    if one.annex:
        if one.annex in parts.annexes:
            return ""
        return f"資料{min(parts.annexes)}から資料{max(parts.annexes)}まで" if parts.annexes else "番号の付いた資料がない"
    if one.chapter not in parts.sections:
        return f"第{min(parts.sections)}から第{max(parts.sections)}まで"
    sections = parts.sections[one.chapter]
    return f"第{one.chapter}は{max(sections)}まで" if sections and one.section > max(sections) else ""
