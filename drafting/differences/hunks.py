"""The least letters that change from one text to another, each hunk where it can be carried to a third text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from drafting.differences.alignment import gaps

# Shorter runs that happen to stand once in two long texts say nothing
_LEAST_RUN = 4


class Hunk(NamedTuple):
    """Letters [start, end) of the old text become `text`."""

    start: int
    end: int
    text: str


def changes(old: str, new: str) -> list[Hunk]:
    """The hunks that make `new` of `old`, in order. No two touch; each stands as far left as it can.

    A letter or two that happen to be equal between two larger hunks are part of one hunk: a
    sentence written anew is one change, not twenty.
    """
    found = gaps(old, new, _LEAST_RUN)
    raw = _joined(old, (Hunk(gap.start, gap.end, new[gap.new_start : gap.new_end]) for gap in found))
    floors = [0, *(hunk.end for hunk in raw)]
    return _joined(old, (_leftmost(old, hunk, floor) for hunk, floor in zip(raw, floors, strict=False)))


def apply_hunks(old: str, hunks: Iterable[Hunk]) -> str:
    """The text with hunks done that do not overlap."""
    pieces, end = [], 0
    for hunk in sorted(hunks):
        pieces += [old[end : hunk.start], hunk.text]
        end = hunk.end
    return "".join([*pieces, old[end:]])


class Course(NamedTuple):
    """The hunks between two texts, to be looked up by place: `moved[i]` is how far the letters behind the first i of them moved."""

    hunks: Sequence[Hunk]
    starts: Sequence[int]
    ends: Sequence[int]
    moved: Sequence[int]


def course_of(hunks: Sequence[Hunk]) -> Course:
    """The hunks of `changes`, with what is needed to look them up."""
    growth = (len(hunk.text) - (hunk.end - hunk.start) for hunk in hunks)
    return Course(hunks, [hunk.start for hunk in hunks], [hunk.end for hunk in hunks], [*accumulate(growth, initial=0)])


def touching(course: Course, start: int, end: int) -> tuple[int, int]:
    """How many hunks lie before the letters [start, end) of the old text without touching them, and how many do not lie behind."""
    return bisect_left(course.ends, start), bisect_right(course.starts, end)


def _joined(old: str, hunks: Iterable[Hunk]) -> list[Hunk]:
    found: list[Hunk] = []
    for hunk in hunks:
        if found and _belong_together(found[-1], hunk):
            last = found.pop()
            hunk = Hunk(last.start, hunk.end, last.text + old[last.end : hunk.start] + hunk.text)
        found.append(hunk)
    return found


def _belong_together(one: Hunk, other: Hunk) -> bool:
    gap = other.start - one.end
    return gap <= 0 or (gap <= 2 and gap < min(_size(one), _size(other)))


def _size(hunk: Hunk) -> int:
    return max(hunk.end - hunk.start, len(hunk.text))


def _leftmost(old: str, hunk: Hunk, floor: int) -> Hunk:
    """Of the places from `floor` on where a pure insertion or deletion gives the same text, the first."""
    start, end, text = hunk
    if text and end == start:
        while start > floor and old[start - 1] == text[-1]:
            start, text = start - 1, old[start - 1] + text[:-1]
        return Hunk(start, start, text)
    if not text:
        while start > floor and old[start - 1] == old[end - 1]:
            start, end = start - 1, end - 1
        return Hunk(start, end, "")
    return hunk
