"""Two columns without rules (発言者 | 発言), told by a gap that stays at its place over many lines.

A run of lines has columns at `x` if each of them starts there, or has a wide gap that ends there, or
ends before; and if speeches go on under themselves, not under their speaker. Nothing else is taken
for columns: lines remain lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from drafting.importers.pdf.lines import Line, Segment, join_segments

_TRIES = 8
_FEWEST = 3
_NEAR = 0.4  # em: the same place
_GAP = 0.9  # em between the columns
_SURE_GAP = 1.9  # em: more than the one blank after a name
_INDENT = 2.2  # em: a paragraph in the right column, no centred heading
_LONGEST_LABEL = 24
_LIST_MARK = re.compile("[(（]?(?:[0-9０-９]{1,3}|[①-⑳ア-ン一-十])[)）.．]?|[・○●◆◎■□※･-]|.*[：:]|.*[。、].*")


class Side(Enum):
    """Where the text of a line stands."""

    BOTH = "a label, and text in the right column"
    RIGHT = "text in the right column"
    LEFT = "a label alone"
    ACROSS = "anywhere: no line of these columns"


class Run(NamedTuple):
    """Lines from `start` to `end` (excluded) with columns; the right one starts at `x` and ends at `right`."""

    start: int
    end: int
    x: float
    right: float


def column_runs(lines: Sequence[Line | None]) -> list[Run]:
    """The runs among the lines of a document, in order; None stands for what is no line (a ruled table)."""
    free = list(lines)
    runs: list[Run] = []
    tried: list[float] = []
    for _ in range(_TRIES):
        x = _commonest_start(free, tried)
        if x is None:
            break
        tried.append(x)
        found = list(_runs_at(free, x))
        if not _are_columns([free[run.start : run.end] for run in found], free, found, x):
            continue
        runs += found
        for run in found:
            free[run.start : run.end] = [None] * (run.end - run.start)
    return sorted(runs)


def parts(line: Line, x: float) -> tuple[Side, tuple[Segment, ...], tuple[Segment, ...]]:
    """On which side a line stands, and its left and right part."""
    near = _NEAR * line.size
    for i, segment in enumerate(line.segments):
        if segment.x0 < x - near:
            continue
        left, right = line.segments[:i], line.segments[i:]
        if segment.x0 > x + _INDENT * line.size or (left and segment.x0 - left[-1].x1 < _GAP * line.size):
            break
        if not left:
            return Side.RIGHT, (), right
        label = join_segments(left)
        if left[-1].x1 > x - near or len(label) > _LONGEST_LABEL or "。" in label:
            break
        return Side.BOTH, left, right
    if line.x1 <= x - near:
        return Side.LEFT, line.segments, ()
    return Side.ACROSS, (), ()


def _commonest_start(lines: Sequence[Line | None], tried: Sequence[float]) -> float | None:
    """Where most wide gaps end, in points, apart from the places tried already."""
    starts = [
        segment.x0
        for line in lines
        if line
        for before, segment in pairwise(line.segments)
        if segment.x0 - before.x1 >= _GAP * line.size and not any(abs(segment.x0 - x) < _NEAR * line.size for x in tried)
    ]
    buckets = Counter(int(start // 4) for start in starts)
    best = max(buckets, key=lambda bucket: (buckets[bucket] + buckets.get(bucket + 1, 0), -bucket), default=None)
    if best is None or buckets[best] + buckets.get(best + 1, 0) < _FEWEST:
        return None
    return median(start for start in starts if best <= start // 4 <= best + 1)


def _runs_at(lines: Sequence[Line | None], x: float) -> Iterator[Run]:
    start: int | None = None
    end = 0
    for i, line in enumerate([*lines, None]):
        side = parts(line, x)[0] if line else Side.ACROSS
        if start is None and side is Side.BOTH:
            start = i
        if start is not None and side in (Side.BOTH, Side.RIGHT):
            end = i + 1
        if start is not None and side is Side.ACROSS:
            right = max(line.x1 for line in lines[start:end] if line)
            yield Run(start, end, x, right)
            start = None


def _are_columns(runs: Sequence[Sequence[Line | None]], lines: Sequence[Line | None], found: Sequence[Run], x: float) -> bool:
    sides = [[parts(line, x) for line in run if line] for run in runs]
    labels = [left for run in sides for side, left, _ in run if side is Side.BOTH]
    rights = [right for run in sides for side, _, right in run if side is Side.BOTH]
    if len(labels) < _FEWEST:
        return False
    marks = sum(bool(_LIST_MARK.fullmatch(join_segments(label))) for label in labels)
    if marks * 2 > len(labels):
        return False
    ems = [line.size for line in lines if line]
    em = median(ems)
    ends = sorted(label[-1].x1 for label in labels)
    gaps = sorted(right[0].x0 - left[-1].x1 for left, right in zip(labels, rights, strict=True))
    if ends[-1] - ends[0] < _GAP * em and gaps[len(gaps) // 2] < _SURE_GAP * em:
        return False
    return _go_on_in_their_column(lines, found, x)


def _go_on_in_their_column(lines: Sequence[Line | None], runs: Sequence[Run], x: float) -> bool:
    """False if what follows a labelled line mostly starts at the left: then the label is only a word of it."""
    inside = across = 0
    for run in runs:
        labelled = sum(parts(line, x)[0] is Side.BOTH for line in lines[run.start : run.end] if line)
        inside += run.end - run.start - 1
        after = lines[run.end] if run.end < len(lines) else None
        across += bool(after and labelled and run.right - after.x0 > 0 and after.x0 < x and run.end - run.start == labelled)
    return across * 2 <= inside
