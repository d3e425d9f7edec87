"""The state of each sentence of a point, by what its sentences do and which are cited."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from drafting.coverage.values import Fate, State
from drafting.speech import OPINION, QUESTION, REMARK, STATEMENT, Act, states_fact


def states_of(
    indices: Sequence[int],
    acts: Mapping[int, Act],
    fates: Sequence[Sequence[Fate]],
    verdicts: Mapping[int, Act],
    premises: Container[int],
) -> dict[int, State]:
    """The states of the sentences of a point (`indices`) by their numbers; `verdicts` are those of the secretariat."""
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


def premises(indices: Sequence[int], acts: Mapping[int, Act], said: Callable[[int], str]) -> set[int]:
    """The facts that only lead up to a question; what stands behind the last one is a comment, what is no fact a view."""
    asked = max((i for i in acts if acts[i].kind == QUESTION), default=-1)
    if any(act.kind == REMARK for act in acts.values()):
        return set()
    return {i for i in indices if i < asked and states_fact(said(i))}
