"""Has every opinion of a member or the chair exactly one fate?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafting.coverage import Sentence, Traced, open_passages, quoted_spans
from drafting.model import Citation, Recommendations, Utterance, Verdict
from drafting.problems import Problem, Severity
from drafting.speech import OPINION, REMARK
from drafting.trace import closest_passage, difference, holds_quotation

# Fifty members' opinions are read one after another: the words must not drown in the advice
_SEE_FIRST = "直し方は、最初の C101 と同じです。"


def check_coverage(recommendations: Recommendations, traced: Sequence[Traced]) -> Iterator[Problem]:
    """C101 an opinion that went nowhere, C102 one in two kinds, C103 a quotation that stands in
    several sentences, C104 words marked in the minutes that nobody said."""
    yield from _open(traced)
    yield from _doubled(traced)
    said = {each.said.reference: each for each in traced}
    for item in recommendations.items:
        for cite in item.cites:
            if cite.quote and cite.at in said:
                yield from _ambiguous(cite, said[cite.at])
    for each in traced:
        yield from (_unsaid(each.said, verdict) for verdict in each.said.opinion if _is_unsaid(each.said, verdict))


def _open(traced: Sequence[Traced]) -> Iterator[Problem]:
    what_to_do = (
        "提言などの cites に引いてください（載せないなら種別は不採用か参考）。意見でなければ、この発言に opinion を書いてください。"
    )
    for passage in open_passages(traced):
        said = passage.said
        message = f"意見「{passage.words}」（{said.reference} {said.role}）の行き先がありません。{what_to_do}"
        yield Problem("C101", message, said.text_place.within(said.words, passage.start), Severity.WARNING)
        what_to_do = _SEE_FIRST


def _doubled(traced: Sequence[Traced]) -> Iterator[Problem]:
    for said, sentences in traced:
        for sentence in sentences:
            if len(sentence.fates) > 1 and len({fate.kind for fate in sentence.fates}) > 1 and _counts(sentence, sentences):
                homes = "と".join(f"{fate.kind}（{fate.id}）" for fate in sentence.fates)
                words = said.words[sentence.start : sentence.end]
                message = (
                    f"同じ意見「{words}」（{said.reference}）が、{homes}にあります。行き先は1つの種別にしてください。"
                    "別の部分なら、それぞれの quote に引く言葉を書いてください。"
                )
                yield Problem("C102", message, said.text_place.within(said.words, sentence.start), Severity.WARNING)


def _counts(sentence: Sentence, others: Iterable[Sentence]) -> bool:
    """True for an opinion. A remark may stand behind several where its point says what is wanted, a fact where it says
    anything more than facts."""
    if sentence.act.kind == OPINION:
        return True
    graver = (OPINION,) if sentence.act.kind == REMARK else (OPINION, REMARK)
    return all(other.act.kind not in graver for other in others if other.point == sentence.point)


def _ambiguous(cite: Citation, traced: Traced) -> Iterator[Problem]:
    spans = quoted_spans(traced.said, cite.quote)
    if len(spans) > 1:
        touched = {s.start for start, end in spans for s in traced.sentences if s.start < end and start < s.end}
        if len(touched) > 1:
            message = f"引用「{cite.quote}」は、発言 {cite.at} の{len(spans)}か所にあります。どの文か分かるように、前後の言葉も引いてください。"
            yield Problem("C103", message, cite.quote_place, Severity.WARNING)


def _is_unsaid(said: Utterance, verdict: Verdict) -> bool:
    return bool(verdict.quote) and not holds_quotation(said, verdict.quote)


def _unsaid(said: Utterance, verdict: Verdict) -> Problem:
    passage = closest_passage(said, verdict.quote)
    near = f"近い言葉は「{passage}」です（違い: {difference(verdict.quote, passage)}）。" if passage else ""
    message = f"opinion の言葉「{verdict.quote}」が、この発言の中にありません。{near}発言のとおりに書いてください。"
    return Problem("C104", message, verdict.place)
