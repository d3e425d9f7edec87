"""The passages that a person looks at: opinions without a fate, and what is no opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafting.coverage.values import Passage, Sentence, State, Traced
from drafting.model import Utterance
from drafting.speech import OPINION, REMARK


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
