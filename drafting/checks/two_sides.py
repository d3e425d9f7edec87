"""Are both sides heard where opinions differ?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.coverage import OTHERS
from drafting.japanese import sentences
from drafting.model import Minutes, Recommendation, Recommendations, Utterance
from drafting.problems import Problem, Severity, did_you_mean
from drafting.relays import relayed_acts


def check_two_sides(recommendations: Recommendations, minutes: Sequence[Minutes] = ()) -> Iterator[Problem]:
    """E003 両論 that cites one utterance of a member only, E004 `opposes` that names nothing, E005 itself or another theme,
    E006 `opposes` of what all agreed on."""
    known = {item.id: item for item in recommendations.items}
    said = {each.reference: each for one in minutes for each in one.utterances}
    for item in recommendations.items:
        if item.stance == "両論" and item.cites and len(sides := _sides(item, said)) < 2:  # none at all is C010
            many = "1つだけです" if sides else "ありません"
            message = f"{item.id} は「両論」ですが、引いている委員の発言が{many}。両方の立場の発言を cites に引いてください。"
            yield Problem("E003", message, item.stance_place, Severity.WARNING)
        if item.opposes:
            yield from _opposing(item, known)


def _sides(item: Recommendation, said: Mapping[str, Utterance]) -> set[str]:
    """The utterances of members that it cites, and those that nobody knows."""
    return {cite.at for cite in item.cites if cite.at not in said or _is_of_a_member(said[cite.at])}


def _is_of_a_member(said: Utterance) -> bool:
    """True also for what the secretariat reads out for a member who is absent."""
    return said.role not in OTHERS or bool(relayed_acts(sentences(said.words)))


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
    elif item.stance == "一致":
        message = f"{item.id} は「一致」ですが、{other.id} と対立するとあります（opposes）。どちらかを直してください。"
        yield Problem("E006", message, item.opposes_place, Severity.WARNING)
