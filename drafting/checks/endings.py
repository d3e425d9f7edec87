"""Do the recommendations say plainly and evenly how strongly they ask?"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.model import Recommendations
from drafting.problems import Problem, Severity
from drafting.strength import Level, strength

_ASKING = ("提言", "附帯意見")
_WEAK = (Level.CONSIDER, Level.EXPECTED)


def check_endings(recommendations: Recommendations) -> Iterator[Problem]:
    """E001 a hedged ending, E002 べき beside 検討 or 期待 in one text."""
    for item in recommendations.items:
        if item.kind not in _ASKING:
            continue
        found = strength(item.body)
        place = item.body_place if item.body_place.file else item.place
        for words in found.hedges:
            message = (
                f"{item.id} の文末「{words}」は、求めているのかどうかがぼやけます。"
                "「べきである」「必要がある」「望ましい」「されたい」「検討されたい」などと言い切ってください。"
            )
            yield Problem("E001", message, place.within(item.body, max(0, item.body.find(words))), Severity.WARNING)
        if weak := [level.value for level in found.levels if level in _WEAK and Level.REQUIRED in found.levels]:
            message = f"{item.id} では、「{Level.REQUIRED.value}」と「{weak[0]}」とが混ざり、求める強さが分かれています。どちらかにそろえるか、提言を分けてください。"
            yield Problem("E002", message, place, Severity.WARNING)
