"""Where two sequences (letters, words, sentences) differ.

What is long is cut first at runs that occur once in both sequences, from long runs to short ones; only what is
short between them is compared pair by pair. So the time grows with the length, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

Items = str | list[str]

# The lengths of runs to cut at
_RUNS = (32, 16, 8, 4, 2, 1)
# The most pairs of items that are compared one by one
_MOST_PAIRS = 100_000


class Gap(NamedTuple):
    """Items [start, end) of the old sequence stand where those from `new_start` to `new_end` of the new one do."""

    start: int
    end: int
    new_start: int
    new_end: int


def gaps(old: Items, new: Items, least: int) -> Iterator[Gap]:
    """What differs, in order; between two gaps both sequences are equal. Long sequences are not cut at runs shorter than `least`."""
    runs = tuple(run for run in _RUNS if run >= least)
    return _between(old, new, Gap(0, len(old), 0, len(new)), runs)


def _between(old: Items, new: Items, whole: Gap, runs: Sequence[int]) -> Iterator[Gap]:
    a, b = old[whole.start : whole.end], new[whole.new_start : whole.new_end]
    head = _equal_ends(a, b)
    tail = _equal_ends(a[head:][::-1], b[head:][::-1])
    a, b = a[head : len(a) - tail], b[head : len(b) - tail]
    start, new_start = whole.start + head, whole.new_start + head
    cuts = [(0, 0)]
    if a and b and len(a) * len(b) <= _MOST_PAIRS:
        for step, i, stop, j, end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if step != "equal":
                yield Gap(start + i, start + stop, new_start + j, new_start + end)
        return
    while a and b and runs and len(cuts) == 1:
        cuts += _anchors(a, b, runs[0])
        runs = runs[1:]
    if len(cuts) == 1:
        if a or b:
            yield Gap(start, start + len(a), new_start, new_start + len(b))
        return
    for (i, j), (stop, end) in pairwise([*cuts, (len(a), len(b))]):
        yield from _between(old, new, Gap(start + i, start + stop, new_start + j, new_start + end), runs)


def _equal_ends(one: Items, other: Items) -> int:
    """How many items two sequences share at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _anchors(a: Items, b: Items, run: int) -> Iterator[tuple[int, int]]:
    """Where runs of this length begin that are there once in both; the most of them that stand in the same order."""
    there = _once(b, run)
    pairs = [(i, there[key]) for key, i in _once(a, run).items() if key in there]
    for (before, above), (i, j) in pairwise([(-2, -2), *_rising(pairs)]):
        if (i, j) != (before + 1, above + 1):
            yield i, j


def _once(items: Items, run: int) -> dict[Hashable, int]:
    """Where each run begins that occurs once, in their order."""
    found: dict[Hashable, int] = {}
    for i in range(len(items) - run + 1):
        cut = items[i : i + run]
        key = tuple(cut) if isinstance(cut, list) else cut
        found[key] = i if key not in found else -1
    return {key: i for key, i in found.items() if i >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs, sorted by their first number, whose second numbers rise too."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(last[at - 1] if at else -1)
        tops[at : at + 1] = [j]
        last[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]
