"""One quantity, two numbers: the same noun phrase with different numbers of the same unit (S007).

Only phrases that name a quantity (…数, …額, …率) and are alike letter for letter; what is said of
another year, of a part, of a goal or side by side in one speech is a comparison and no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.japanese import half_width_digits, without_quotations
from drafting.model import Utterance
from drafting.patterns import lazy_pattern
from drafting.slips.rules import KANJI, Found

_WORD = f"[{KANJI}ァ-ヶーA-Za-z]"
_PHRASE = lazy_pattern(
    f"(?P<noun>(?:{_WORD}|(?<={_WORD})[りきしいの](?={_WORD}))*(?:数|人口|面積|額|率))(?:は|が|は、|が、|、)?(?P<about>約|およそ|計|年間)?$"
)
_ENDS = lazy_pattern("(?:数|人口|面積|額|率)(?:は|が|は、|が、|、)?(?:約|およそ|計|年間)?$")  # of a phrase; the search behind it is dear
_QUANTITY = lazy_pattern("[数口積額率](?:は、?|が、?|、)?(?:約|およそ|計|年間)?\n?[0-9０-９]")  # most speeches state none
_NUMBER = "(?<![0-9０-９.．,，])(?P<number>[0-9０-９][0-9０-９,，.．]{0,15}(?:(?:億|万|千|百)[0-9０-９,，]{0,9}){0,4})"
_UNIT = "(?P<unit>件|人|名|世帯|円|％|%|割|か所|時間|台|平方メートル|km|ヘクタール)"
_STATED = lazy_pattern(f"{_NUMBER}{_UNIT}(?!以上|以下|未満|から|～|程度増|増|減|の増|の減)")
_COMPARED = lazy_pattern("年度|年|月|期|前|後|うち|目標|当初|昨|次|見込|予定|計画|他市|全国|府|県")
_SCALE = {"億": 100_000_000, "万": 10_000, "千": 1_000, "百": 100}
_LONGEST, _LONGEST_END, _AROUND = 40, 7, 12


class _Stated(NamedTuple):
    said: Utterance
    start: int
    end: int
    words: str
    value: float


def contradictions(utterances: Sequence[Utterance]) -> Iterator[tuple[str, Found]]:
    """S007 at each later speech that gives a quantity another number than the first one did."""
    stated: dict[tuple[str, str], list[_Stated]] = {}
    for said in utterances:
        if said.reading:  # what a reading has mended contradicts nobody
            continue
        for key, one in _stated(said):
            stated.setdefault(key, []).append(one)
    for (noun, _), found in stated.items():
        if len({one.value for one in found}) < 2 or len({one.said.id for one in found}) < len(found):
            continue
        first = found[0]
        for one in found[1:]:
            if one.value != first.value:
                suspicion = f"「{noun}」の数が、{first.said.reference} では「{first.words}」、ここでは「{one.words}」です。"
                yield one.said.id, Found("S007", one.start, one.end, suspicion, None)


def _stated(said: Utterance) -> Iterator[tuple[tuple[str, str], _Stated]]:
    """The numbers of a speech by the quantity they are said of and their unit; comparisons left out."""
    if not _QUANTITY.search(said.text):
        return
    text = without_quotations(said.text)
    for match in _STATED.finditer(text):
        if not _ENDS.search(text, max(0, match.start() - _LONGEST_END), match.start()):
            continue
        phrase = _PHRASE.search(text, max(0, match.start() - _LONGEST), match.start())
        if not phrase or len(phrase["noun"]) < 4:
            continue
        if _COMPARED.search(text[max(0, phrase.start() - _AROUND) : phrase.end("noun")]):
            continue
        start = phrase.start("about") if phrase["about"] else match.start()
        yield (phrase["noun"], match["unit"]), _Stated(said, start, match.end(), text[start : match.end()], _value(match["number"]))


def _value(number: str) -> float:
    """36万5千 → 365000."""
    total = 0.0
    for digits, scale in re.findall(r"([0-9.]+)(億|万|千|百)?", re.sub("[,，]", "", half_width_digits(number).replace("．", "."))):
        total += float(digits if digits.count(".") < 2 else digits.replace(".", "") or 0) * _SCALE.get(scale, 1)
    return total
