"""What became of the sentences of an utterance."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from drafting.model import Utterance
from drafting.speech import Act

# Whose words are answers and explanations, not opinions of the committee; 不明 may be a member
OTHERS = frozenset(("事務局", "説明員", "市長"))


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
