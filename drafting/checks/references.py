"""Does every citation name an utterance, and does every quotation stand in it word for word?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from drafting.model import Citation, Minutes, Recommendation, Recommendations, Utterance
from drafting.problems import Problem, Severity, did_you_mean
from drafting.trace import closest_passage, difference, holds_quotation


def check_references(recommendations: Recommendations, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """C002 unknown meeting or utterance, C003 words not found, C010 no evidence at all."""
    known = {said.reference: said for one in minutes for said in one.utterances}
    meetings = {one.meeting.id: one for one in minutes}
    cited = Counter(_meeting(cite) for item in recommendations.items for cite in (*item.cites, *item.responses))
    told: set[str] = set()
    for item in recommendations.items:
        for cite in (*item.cites, *item.responses):
            if (meeting := _meeting(cite)) in meetings:
                yield from _citation(cite, known, meetings)
            elif meeting not in told:
                told.add(meeting)
                yield Problem("C002", _no_minutes(cite.at, meetings, cited[meeting] - 1), cite.place)
        if not item.cites:
            yield _no_evidence(item)


def _citation(cite: Citation, known: Mapping[str, Utterance], meetings: Mapping[str, Minutes]) -> Iterator[Problem]:
    said = known.get(cite.at)
    if said is None:
        yield Problem("C002", _unknown(cite.at, meetings), cite.place)
    elif cite.quote and not holds_quotation(said, cite.quote):
        passage = closest_passage(said, cite.quote)
        near = f"近い言葉は「{passage}」です（違い: {difference(cite.quote, passage)}）。" if passage else "似た言葉も見当たりません。"
        message = f"引用「{_short(cite.quote)}」が発言 {cite.at} の中にありません。{near}会議録のとおりに直してください。"
        yield Problem("C003", message, cite.quote_place)


def _meeting(cite: Citation) -> str:
    return cite.at.rpartition("-")[0]


def _no_minutes(at: str, meetings: Mapping[str, Minutes], others: int) -> str:
    """One message a meeting: the cure is one import, wherever it is cited."""
    having = "・".join(meetings) or "なし"
    more = f"この会議録を引いた所は、ほかに {others} か所あります。" if others else ""
    return f"「{at}」の会議録がありません（読み込んだ会議録: {having}）。「drafting import」で取り込んでください。{more}"


def _unknown(at: str, meetings: Mapping[str, Minutes]) -> str:
    meeting = at.rpartition("-")[0]
    references = [said.reference for said in meetings[meeting].utterances]
    same_length = tuple(reference for reference in references if reference[: len(at) - 1] == at[:-1])
    return f"発言「{at}」は会議録にありません。{did_you_mean(at, same_length or references[-1:])}"


def _no_evidence(item: Recommendation) -> Problem:
    message = f"{item.id} に根拠の発言（cites）がありません。会議録の発言番号を書いてください。"
    return Problem("C010", message, item.place, Severity.WARNING)


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[:most] + "…"
