"""Are both sides heard where opinions differ?"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.model import Recommendation, Recommendations
from drafting.problems import Problem, Severity, did_you_mean


def check_two_sides(recommendations: Recommendations) -> Iterator[Problem]:
    """E003 両論 that cites one utterance only, E004 `opposes` that names nothing, E005 itself or another theme."""
    known = {item.id: item for item in recommendations.items}
    for item in recommendations.items:
        if item.stance == "両論" and len({cite.at for cite in item.cites}) == 1:  # none at all is C010
            message = f"{item.id} は「両論」ですが、引いている発言が1つだけです。両方の立場の発言を cites に引いてください。"
            yield Problem("E003", message, item.stance_place, Severity.WARNING)
        if item.opposes:
            yield from _opposing(item, known)


def _opposing(item: Recommendation, known: dict[str, Recommendation]) -> Iterator[Problem]:
    other = known.get(item.opposes)
    if other is None:
        near = did_you_mean(item.opposes, tuple(known))
        yield Problem("E004", f"opposes の「{item.opposes}」という提言はありません。{near}", item.opposes_place)
    elif other is item:
        yield Problem("E005", f"{item.id} の opposes が自分自身です。対立する提言の番号にしてください。", item.opposes_place)
    elif other.theme != item.theme:
        message = (
            f"{item.id} と対立するという {other.id} は、分野が違います（「{item.theme}」と「{other.theme}」）。"
            "番号を確かめるか、同じ分野に置いてください。"
        )
        yield Problem("E005", message, item.opposes_place, Severity.WARNING)
