"""One quantity, two numbers: the same noun phrase with different numbers of the same unit (S007).

Only phrases that name a quantity (…数, …額, …率) and are alike letter for letter; what is said of
another year, of a part, of a goal or side by side in one speech is a comparison and no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.japanese import half_width_digits
from drafting.model import Utterance
from drafting.slips.rules import KANJI, Found, without_quotations

_WORD = f"[{KANJI}ァ-ヶーA-Za-z]"
_PHRASE = f"(?P<noun>(?:{_WORD}+[りきしい]?{_WORD}*の)*{_WORD}*(?:総数|母数|件数|人数|世帯数|数|人口|面積|予算額|額|率))"
_NUMBER = "(?P<number>[0-9０-９][0-9０-９,，.．]*(?:億|万|千|百)?(?:[0-9０-９][0-9０-９,，]*)?(?:万|千|百)?(?:[0-9０-９]+)?)"
_UNIT = "(?P<unit>件|人|名|世帯|円|％|%|割|か所|時間|台|平方メートル|km|ヘクタール)"
_STATED = re.compile(f"{_PHRASE}(?:は|が|、|は、)?(?P<about>約|およそ|計|年間)?{_NUMBER}{_UNIT}(?!以上|以下|未満|から|～|程度増|増|減|の増|の減)")
_COMPARED = re.compile("年度|年|月|期|前|後|うち|目標|当初|昨|次|見込|予定|計画|他市|全国|府|県")
_SCALE = {"億": 100_000_000, "万": 10_000, "千": 1_000, "百": 100}
_AROUND = 12


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
        # What a reading has mended contradicts nobody.
        if said.reading:
            continue
        text = without_quotations(said.text)
        for match in _STATED.finditer(text):
            noun = match["noun"]
            before = text[max(0, match.start() - _AROUND) : match.start()] + noun
            if len(noun) < 4 or _COMPARED.search(before):
                continue
            start = match.start("about") if match["about"] else match.start("number")
            one = _Stated(said, start, match.end(), text[start : match.end()], _value(match["number"]))
            stated.setdefault((noun, match["unit"]), []).append(one)
    for (noun, _), found in stated.items():
        if len({one.value for one in found}) < 2 or len({one.said.id for one in found}) < len(found):
            continue
        first = found[0]
        for one in found[1:]:
            if one.value != first.value:
                suspicion = f"「{noun}」の数が、{first.said.reference} では「{first.words}」、ここでは「{one.words}」です。"
                yield one.said.id, Found("S007", one.start, one.end, suspicion, None)


def _value(number: str) -> float:
    """36万5千 → 365000."""
    total = 0.0
    for digits, scale in re.findall(r"([0-9.]+)(億|万|千|百)?", re.sub("[,，]", "", half_width_digits(number).replace("．", "."))):
        total += float(digits.strip(".") or 0) * _SCALE.get(scale, 1)
    return total
