"""Slips that show only against the rest of the record: a stop that is missing where all others stand,
です・ます in a record that says である (domain R30, R42)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.japanese import without_quotations
from drafting.model import Utterance
from drafting.patterns import lazy_pattern
from drafting.slips.rules import Found

_MOST, _ENOUGH, _SENTENCE = 0.8, 10, 8
_HEADING = lazy_pattern("^[・○●◎◆■□※＊*（(【0-9０-９①-⑳\\-]|(?:について|こと|とおり|など|ほか|まで|から|より)$")
_POLITE = lazy_pattern("[まで](?:(?:す|した|しょう|(?<=ま)せん)[かねよ]?(?=。|$)|(?:す|した)(?=(?:が|けれども)、))", re.MULTILINE)
_PLAIN = lazy_pattern("。(?<=[るただいうくすか]。)")


def missing_stops(utterances: Sequence[Utterance]) -> Iterator[tuple[str, Found]]:
    """S005 a paragraph that ends in a verb without 。 where at least eight of ten end with it."""
    stopped = total = 0
    open_ends: list[tuple[str, Found]] = []
    for said in utterances:
        end = -1
        for paragraph in said.text.split("\n"):
            end += len(paragraph) + 1
            words = paragraph.rstrip()
            stopped += words.endswith("。")
            total += bool(words)
            if len(words) >= _SENTENCE and "ぁ" <= words[-1] <= "ん" and not _HEADING.search(words):
                at = end - (len(paragraph) - len(words))
                open_ends.append((said.id, Found("S005", at - 1, at, "文の終わりの「。」が抜けているようです。", words[-1] + "。")))
    if total >= _ENOUGH and stopped >= _MOST * total:
        yield from open_ends


def polite_ends(utterances: Sequence[Utterance]) -> Iterator[tuple[str, Found]]:
    """S008 a です or ます where at least eight of ten sentences of the record do without."""
    whole = without_quotations("\n".join(said.text for said in utterances))
    ends = _POLITE.findall(whole)
    plain = len(_PLAIN.findall(whole)) - len([end for end in ends if end.endswith(("す", "た", "か"))])
    if plain < _ENOUGH or len(ends) > (1 - _MOST) * (plain + len(ends)):
        return
    for said in utterances if ends else ():
        for match in _POLITE.finditer(without_quotations(said.text)):
            suspicion = f"「である」で書かれた記録の中に「{match[0]}」があります。"
            yield said.id, Found("S008", match.start(), match.end(), suspicion, None)
