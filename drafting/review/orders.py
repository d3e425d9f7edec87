"""Recommendations and themes that stand in another order than they were handed out, with tracking off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from drafting.addresses import owner_of
from drafting.issued import IssuedText
from drafting.review.finding import Index, untracked
from drafting.review.outcome import Unplaced
from drafting.word.reading import extent_text
from drafting.word.reading.values import StoryKind

_NEAR = 30


def changed_order(index: Index, names: Mapping[str, IssuedText]) -> Iterator[Unplaced]:
    """What was moved, texts that stand together as one. Their edits are taken as they are; where they should stand is told."""
    places = _places(index, names)
    moved = _moved([at for at, _ in places.values()])
    rank = {name: number for number, name in enumerate(places)}
    runs: list[list[str]] = []
    for name in sorted((name for name, out in zip(places, moved, strict=True) if out), key=lambda name: places[name][0]):
        if runs and rank[name] == rank[runs[-1][-1]] + 1:
            runs[-1].append(name)
        else:
            runs.append([name])
    for run in runs:
        firsts = {owner_of(names[name].address): places[name][1] for name in reversed(run)}
        words = "／".join(reversed(firsts.values()))
        yield Unplaced(index.document.name, untracked(index.document.name), "順番の変更（変えるなら、YAML の順を変えてください）", words, _before(index, places[run[0]][0]))


def _places(index: Index, names: Mapping[str, IssuedText]) -> dict[str, tuple[int, str]]:
    """The texts that have their one bookmark, in the order of the record: in which paragraph each stands, and its first line."""
    accepted = index.document.accepted
    found: dict[str, tuple[int, str]] = {}
    for name in names:
        marks = index.bookmarks.get(name, ())
        if len(marks) == 1 and marks[0].accepted.start != marks[0].accepted.end:
            start = marks[0].accepted.start
            if accepted[start.paragraph].story.kind is StoryKind.BODY and not accepted[start.paragraph].story.box:
                found[name] = (start.paragraph, extent_text(accepted, marks[0].accepted).split("\n")[0][:_NEAR])
    return found


def _moved(order: Sequence[int]) -> list[bool]:
    """Which numbers must go so that the others never fall: as few as can be."""
    ends: list[int] = []
    lengths: list[int] = []
    for number in order:
        at = bisect_left(ends, number + 1)
        ends[at : at + 1] = [number]
        lengths.append(at + 1)
    moved = [True] * len(order)
    wanted = len(ends)
    for i in reversed(range(len(order))):
        if lengths[i] == wanted:
            moved[i] = False
            wanted -= 1
    return moved


def _before(index: Index, at: int) -> str:
    """The paragraph before a place."""
    return next((each.text[:_NEAR] for each in reversed(index.document.accepted[:at]) if each.text), "")
