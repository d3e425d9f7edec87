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
_ENDING = lazy_pattern("[ぁ-ん]$")
_HEADING = lazy_pattern("^[・○●◎◆■□※＊*（(【0-9０-９①-⑳\\-]|(?:について|こと|とおり|など|ほか|まで|から|より)$")
_POLITE = lazy_pattern("(?:ます|です|ました|でした|ません|ましょう|でしょう)(?:か|ね|よ)?(?=。|$)|(?:ます|です|ました|でした)(?=(?:が|けれども)、)", re.MULTILINE)
_PLAIN = lazy_pattern("(?:る|た|だ|い|う|く|す|ない|か)。")


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
            if len(words) >= _SENTENCE and _ENDING.search(words) and not _HEADING.search(words):
                at = end - (len(paragraph) - len(words))
                open_ends.append((said.id, Found("S005", at - 1, at, "文の終わりの「。」が抜けているようです。", words[-1] + "。")))
    if total >= _ENOUGH and stopped >= _MOST * total:
        yield from open_ends


def polite_ends(utterances: Sequence[Utterance]) -> Iterator[tuple[str, Found]]:
    """S008 a です or ます where at least eight of ten sentences of the record do without."""
    texts = [(said.id, without_quotations(said.text)) for said in utterances]
    polite = [(id, match) for id, text in texts for match in _POLITE.finditer(text)]
    plain = sum(len(_PLAIN.findall(text)) for _, text in texts) - len([1 for _, match in polite if match[0].endswith(("す", "た", "か"))])
    if plain < _ENOUGH or len(polite) > (1 - _MOST) * (plain + len(polite)):
        return
    for id, match in polite:
        suspicion = f"「である」で書かれた記録の中に「{match[0]}」があります。"
        yield id, Found("S008", match.start(), match.end(), suspicion, None)
