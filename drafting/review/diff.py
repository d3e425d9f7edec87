"""What changed from one text to another, letter by letter, as a reader would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+")
# Beyond this many pairs of letters texts are compared by sentences first, so that time stays linear in practice
_MOST_PAIRS = 1_000_000


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
    raw = _joined(old, _raw(old, new, 0))
    floors = [0, *(hunk.end for hunk in raw)]
    return _joined(old, [_leftmost(old, hunk, floor) for hunk, floor in zip(raw, floors, strict=False)])


def apply_hunks(old: str, hunks: list[Hunk]) -> str:
    """The text with hunks done that do not overlap."""
    pieces, end = [], 0
    for hunk in sorted(hunks):
        pieces += [old[end : hunk.start], hunk.text]
        end = hunk.end
    return "".join([*pieces, old[end:]])


def _raw(old: str, new: str, offset: int) -> Iterator[Hunk]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    start = offset + head
    if not a or not b:
        if a or b:
            yield Hunk(start, start + len(a), b)
    elif len(a) * len(b) <= _MOST_PAIRS:
        for step, i, stop, j, end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if step != "equal":
                yield Hunk(start + i, start + stop, b[j:end])
    else:
        yield from _by_sentences(a, b, start)


def _by_sentences(old: str, new: str, offset: int) -> Iterator[Hunk]:
    a, b = _SENTENCE.findall(old), _SENTENCE.findall(new)
    at = [0]
    for sentence in a:
        at.append(at[-1] + len(sentence))
    for step, i, stop, j, end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        was, now = "".join(a[i:stop]), "".join(b[j:end])
        if len(was) * len(now) <= _MOST_PAIRS:
            yield from _raw(was, now, offset + at[i])
        else:
            yield Hunk(offset + at[i], offset + at[stop], now)


def _common(one: str, other: str) -> int:
    """How many letters two texts share at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _joined(old: str, hunks: Iterator[Hunk] | list[Hunk]) -> list[Hunk]:
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
