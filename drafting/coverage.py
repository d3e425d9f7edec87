"""Where every opinion went: each sentence of a member or the chair, and the recommendations that cite it. Pure.

An opinion has one fate (model.KINDS), or is open. The unit is the sentence, within its point: a
paragraph, or 「2点目は」 and what follows. What asks for something must be cited itself; reasons
and facts go with the opinion of their point; a point of remarks alone is one opinion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from drafting.japanese import sentence_spans
from drafting.model import Citation, Minutes, Recommendation, Recommendations, Utterance
from drafting.relays import relayed_acts
from drafting.speech import OPINION, QUESTION, REMARK, STATEMENT, Act, classify, starts_point, states_fact

# Whose words are answers and explanations, not opinions of the committee; 不明 may be a member
OTHERS = frozenset(("事務局", "説明員", "市長"))
BY_HAND = "手で指定"
BACKGROUND = "質問の前提"


class State(Enum):
    """What became of a sentence; the value is the word the user reads."""

    CITED = "反映"
    OPEN = "未対応"
    SUPPORT = "意見の理由・説明"
    NO_OPINION = "意見ではない"


class Fate(NamedTuple):
    """A recommendation that cites a sentence."""

    id: str
    kind: str


class Sentence(NamedTuple):
    """A sentence of an utterance: where it stands in `words`, what it does, what became of it.

    `point` counts the points of the utterance from 0. `act` is empty where nothing hangs on it.
    """

    start: int
    end: int
    point: int
    act: Act
    state: State
    fates: tuple[Fate, ...]


class Traced(NamedTuple):
    """An utterance of a member or the chair with its sentences."""

    said: Utterance
    sentences: tuple[Sentence, ...]


class Passage(NamedTuple):
    """Words of an utterance, from `start` to `end`, that have one state."""

    said: Utterance
    start: int
    end: int
    act: Act

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.said.words[self.start : self.end]


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


def quoted_spans(said: Utterance, quote: str) -> list[tuple[int, int]]:
    """Where a quotation stands in the words of an utterance; also one of the text that the reading corrects."""
    words = said.words
    if found := list(_occurrences(words, quote)):
        return found
    if not said.reading:
        return []
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, said.text, words, autojunk=False)
    moves = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]
    return [(_moved(start, moves), max(_moved(end, moves), _moved(start, moves) + 1)) for start, end in _occurrences(said.text, quote)]


def _occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + len(quote))


def _moved(index: int, moves: Sequence[tuple[int, int, int]]) -> int:
    """Where a place in the text is in the reading: in a block that both share, or at its edge."""
    for a, b, size in moves:
        if index <= a + size:
            return b + max(0, index - a)
    return moves[-1][1] if moves else 0


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
        states = _states(indices, acts, fates, verdicts, _premises(indices, acts, lambda i: words[spans[i][0] : spans[i][1]]))
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


def _premises(indices: Sequence[int], acts: Mapping[int, Act], said: Callable[[int], str]) -> set[int]:
    """The facts that only lead up to a question; what stands behind the last one is a comment, what is no fact a view."""
    asked = max((i for i in acts if acts[i].kind == QUESTION), default=-1)
    if any(act.kind == REMARK for act in acts.values()):
        return set()
    return {i for i in indices if i < asked and states_fact(said(i))}


def _states(
    indices: Sequence[int],
    acts: Mapping[int, Act],
    fates: Sequence[Sequence[Fate]],
    verdicts: Mapping[int, Act],
    premises: Container[int],
) -> dict[int, State]:
    kinds = {acts[i].kind for i in indices if i in acts}
    held = OPINION in kinds or any(fates[i] for i in indices)
    states = {}
    for i in indices:
        kind = acts[i].kind if i in acts else ""
        if fates[i]:
            states[i] = State.CITED
        elif kind == OPINION:
            states[i] = State.OPEN
        elif i in verdicts or kind not in (REMARK, STATEMENT):
            states[i] = State.NO_OPINION
        elif held:
            states[i] = State.SUPPORT
        else:
            states[i] = State.NO_OPINION if i in premises else State.OPEN
    return states


def open_passages(traced: Iterable[Traced]) -> Iterator[Passage]:
    """The opinions that no recommendation cites: a sentence each, or the remarks of a point together."""
    for said, sentences in traced:
        waiting: list[Sentence] = []
        for sentence in sentences:
            if sentence.state is not State.OPEN:
                continue
            alone = sentence.act.kind == OPINION
            if waiting and (alone or waiting[0].point != sentence.point):
                yield _passage(said, waiting)
                waiting = []
            waiting.append(sentence)
            if alone:
                yield _passage(said, waiting)
                waiting = []
        if waiting:
            yield _passage(said, waiting)


def _passage(said: Utterance, sentences: Sequence[Sentence]) -> Passage:
    telling = next((s.act for s in sentences if s.act.kind == REMARK), sentences[0].act)
    return Passage(said, sentences[0].start, sentences[-1].end, telling)


def other_passages(traced: Iterable[Traced]) -> Iterator[Passage]:
    """What is no opinion and is not cited, a sentence each; `act` says what it is and who says so."""
    for said, sentences in traced:
        for sentence in sentences:
            if sentence.state is State.NO_OPINION:
                yield Passage(said, sentence.start, sentence.end, sentence.act)
