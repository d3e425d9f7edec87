"""Where every opinion went: each sentence of a member or the chair, and the recommendations that cite it. Pure.

An opinion has one fate (model.KINDS), or is open. The unit is the sentence, within its point: a
paragraph, or 「2点目は」 and what follows. What asks for something must be cited itself; reasons
and facts go with the opinion of their point; a point of remarks alone is one opinion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from drafting.coverage.passages import open_passages, other_passages
from drafting.coverage.quotes import quoted_spans
from drafting.coverage.states import premises, states_of
from drafting.coverage.values import OTHERS, Fate, Passage, Sentence, State, Traced
from drafting.japanese import sentence_spans
from drafting.model import Citation, Minutes, Recommendation, Recommendations, Utterance
from drafting.relays import relayed_acts
from drafting.speech import OPINION, STATEMENT, Act, classify, starts_point

__all__ = [
    "BY_HAND", "OTHERS", "Passage", "Sentence", "State", "Traced", "open_passages", "other_passages", "quoted_spans", "trace_opinions",
]  # fmt: skip
BY_HAND = "手で指定"
BACKGROUND = "質問の前提"
_UNKNOWN = Act("", "")


def trace_opinions(recommendations: Recommendations, minutes: Sequence[Minutes]) -> list[Traced]:
    """Every utterance that may hold an opinion, in the order of the minutes; of an officer's only what he reads out for a
    member who is absent."""
    cites: dict[str, list[tuple[Recommendation, Citation]]] = defaultdict(list)
    for item in recommendations.items:
        for cite in item.cites:
            cites[cite.at].append((item, cite))
    return [
        Traced(said, tuple(sentences))
        for one in minutes
        for said in one.utterances
        if (sentences := list(_spoken(said, cites.get(said.reference, ()))))
        or said.role not in OTHERS
    ]


def _spoken(said: Utterance, cites: Iterable[tuple[Recommendation, Citation]]) -> Iterator[Sentence]:
    words, spans = said.words, sentence_spans(said.words)
    if said.role not in OTHERS:
        return _sentences(said, spans, cites, lambda i: classify(words[spans[i][0] : spans[i][1]], said.role))
    acts = list(relayed_acts([words[start:end] for start, end in spans]).items())
    return _sentences(said, [spans[i] for i, _ in acts], cites, lambda i: acts[i][1])


def _sentences(
    said: Utterance,
    spans: Sequence[tuple[int, int]],
    cites: Iterable[tuple[Recommendation, Citation]],
    act_of: Callable[[int], Act],
) -> Iterator[Sentence]:
    words = said.words
    fates = _fates(said, spans, cites)
    verdicts = _verdicts(said, spans) if said.opinion else {}
    for point, indices in enumerate(_points(words, spans)):
        acts = {}
        if any(not fates[i] or len({fate.kind for fate in fates[i]}) > 1 for i in indices):
            acts = {i: verdicts.get(i) or act_of(i) for i in indices}
        states = states_of(indices, acts, fates, verdicts, premises(indices, acts, lambda i: words[spans[i][0] : spans[i][1]]))
        for i in indices:
            act, state = acts.get(i, _UNKNOWN), states[i]
            if state is State.NO_OPINION and act.kind == STATEMENT:
                act = Act(BACKGROUND, act.reason)
            yield Sentence(*spans[i], point, act, state, tuple(fates[i]))


def _fates(
    said: Utterance, spans: Sequence[tuple[int, int]], cites: Iterable[tuple[Recommendation, Citation]]
) -> list[list[Fate]]:
    """For each sentence the recommendations whose quotation touches it; without a quotation, all of them."""
    fates: list[list[Fate]] = [[] for _ in spans]
    for item, cite in cites:
        fate = Fate(item.id, item.kind)
        quoted = quoted_spans(said, cite.quote) if cite.quote else [(0, len(said.words))]
        for begin, finish in quoted:
            for i, (start, end) in enumerate(spans):
                if start < finish and begin < end and fate not in fates[i]:
                    fates[i].append(fate)
    return fates


def _verdicts(said: Utterance, spans: Sequence[tuple[int, int]]) -> dict[int, Act]:
    """What the secretariat said of each sentence, by its number."""
    found: dict[int, Act] = {}
    for verdict in said.opinion:
        quoted = quoted_spans(said, verdict.quote) if verdict.quote else [(0, len(said.words))]
        act = Act(OPINION if verdict.kind == "はい" else "意見ではない" if verdict.kind == "いいえ" else verdict.kind, BY_HAND)
        for i, (start, end) in enumerate(spans):
            if any(start < finish and begin < end for begin, finish in quoted):
                found[i] = act
    return found


def _points(words: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """The numbers of the sentences of each point."""
    point: list[int] = []
    for i, (start, end) in enumerate(spans):
        if point and ("\n" in words[spans[i - 1][1] : start] or starts_point(words[start:end])):
            yield point
            point = []
        point.append(i)
    if point:
        yield point
