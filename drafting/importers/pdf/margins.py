"""Running heads and page numbers: told by where they stand and that they come back, taken out of the text.

[x] heads of several lines, odd and even pages, digits that count on  [x] 「- 3 -」「3」「3/12」「3ページ」
[ ] heads inside a ruled table (the layouts know 発言者｜内容)  [ ] line numbers in the margin
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from drafting.importers.pdf.body import Body
from drafting.importers.pdf.lines import Line
from drafting.importers.pdf.page import BLANKS
from drafting.importers.rows import warning
from drafting.japanese import half_width_digits
from drafting.problems import Problem

_BAND = 0.15  # of the height of the page, above and below
_MOST_LINES = 3
_MOSTLY, _OFTEN = 0.6, 0.4  # of the pages: heads may differ on odd and even ones
_SAME_HEIGHT = 4.0  # points
_APART = 1.25  # times the usual distance of lines: a head does not touch the text
_DASH = "[-－−‐‑―–—ー─~〜～・]"
_NUMBER = re.compile(rf"(?:第|[Pp][.．]?)?({_DASH}?)([0-9]{{1,4}})(?:([/／])[0-9]{{1,4}})?(?:ページ|頁)?{_DASH}?")
_SHOWN = 40
_RUNS = 6


class _Edge(NamedTuple):
    """A line near the upper or lower edge: the place of its page and item, its rank from outside."""

    page: int
    item: int
    line: Line
    text: str
    upper: bool


def without_margins(bodies: Sequence[Body], file: str) -> tuple[list[Body], list[Problem]]:
    """The pages without running heads and page numbers, and one warning (I048) that names all that was taken out."""
    pages = [list(_edges(body, i)) for i, body in enumerate(bodies)]
    edges = [edge for page in pages for edge in page]
    certain, likely = _recurring(edges, len(bodies))
    certain |= _page_numbers(edges)
    gone: list[_Edge] = []
    for body, page in zip(bodies, pages, strict=True):
        for upper in (True, False):
            gone += _outermost([edge for edge in page if edge.upper is upper], certain, likely, body)
    places = {(edge.page, edge.item) for edge in gone}
    rest = [
        body._replace(items=tuple(item for j, item in enumerate(body.items) if (i, j) not in places))
        for i, body in enumerate(bodies)
    ]
    return rest, [_told(gone, bodies, file)] if gone else []


def _edges(body: Body, page: int) -> Iterator[_Edge]:
    """The lines above and below all else, from the edge inwards; a table ends them."""
    for upper in (True, False):
        order = range(len(body.items)) if upper else reversed(range(len(body.items)))
        for rank, i in enumerate(order):
            item = body.items[i]
            share = item.y / max(body.height, 1.0)
            near = share <= _BAND if upper else share >= 1 - _BAND
            if rank >= _MOST_LINES or not isinstance(item, Line) or not near:
                break
            yield _Edge(page, i, item, _squeezed(item.text), upper)


def _squeezed(text: str) -> str:
    return half_width_digits(re.sub(f"[{BLANKS}]", "", text))


def _recurring(edges: Sequence[_Edge], pages: int) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The places of lines that come back at the same height, digits apart: on most pages, and on many."""
    groups: dict[tuple[str, bool], list[_Edge]] = {}
    for edge in edges:
        groups.setdefault((re.sub("[0-9]+", "#", edge.text), edge.upper), []).append(edge)
    most: set[tuple[int, int]] = set()
    many: set[tuple[int, int]] = set()
    for group in groups.values():
        height = median(edge.line.y for edge in group)
        same = [edge for edge in group if abs(edge.line.y - height) <= _SAME_HEIGHT]
        count = len({edge.page for edge in same})
        if count >= max(3, pages * _MOSTLY):
            most |= {(edge.page, edge.item) for edge in same}
        elif count >= max(2, pages * _OFTEN):
            many |= {(edge.page, edge.item) for edge in same}
    return most, many


def _page_numbers(edges: Sequence[_Edge]) -> set[tuple[int, int]]:
    """The places of page numbers: decorated, or bare ones that count on with the pages."""
    found: set[tuple[int, int]] = set()
    bare: dict[int, list[_Edge]] = {}
    for edge in edges:
        match = _NUMBER.fullmatch(edge.text)
        if not match:
            continue
        if match[1] or match[3] or not edge.text.isdecimal():
            found.add((edge.page, edge.item))
        else:
            bare.setdefault(int(match[2]) - edge.page, []).append(edge)
    for group in bare.values():
        if len(group) > 1:
            found |= {(edge.page, edge.item) for edge in group}
    return found


def _outermost(edges: list[_Edge], certain: set[tuple[int, int]], likely: set[tuple[int, int]], body: Body) -> list[_Edge]:
    """The lines to take away at one edge of a page, from outside inwards; what is only likely must stand apart from the text."""
    taken: list[_Edge] = []
    for edge in edges:
        if (edge.page, edge.item) not in certain and (edge.page, edge.item) not in likely:
            break
        taken.append(edge)
    while taken and (taken[-1].page, taken[-1].item) not in certain and not _stands_apart(taken[-1], body):
        taken.pop()
    return taken


def _stands_apart(edge: _Edge, body: Body) -> bool:
    beside = edge.item + (1 if edge.upper else -1)
    if not 0 <= beside < len(body.items) or not isinstance(body.items[beside], Line):
        return True
    heights = [item.y for item in body.items if isinstance(item, Line)]
    distances = [b - a for a, b in pairwise(heights)]
    return abs(body.items[beside].y - edge.line.y) >= _APART * median(distances)


def _told(gone: Sequence[_Edge], bodies: Sequence[Body], file: str) -> Problem:
    groups: dict[str, list[_Edge]] = {}
    for edge in gone:
        groups.setdefault(re.sub("[0-9]+", "#", edge.text), []).append(edge)
    parts = []
    for group in groups.values():
        texts = list(dict.fromkeys(edge.line.text.strip(BLANKS) for edge in group))
        shown = f"「{_short(texts[0])}」" + (f"…「{_short(texts[-1])}」" if len(texts) > 1 else "")
        parts.append(f"{shown}（{page_list([bodies[edge.page].number for edge in group])}）")
    message = (
        f"ページの上や下に繰り返される文字とページ番号を、本文から外しました: {'、'.join(parts)}。"
        "本文であれば、取り込んだあとに書き足してください。"
    )
    return warning("I048", message, file, 1)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def page_list(pages: Sequence[int]) -> str:
    """「3ページ」, 「1～4、7ページ」."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = "、".join(f"{a}" if a == b else f"{a}～{b}" for a, b in runs[:_RUNS])
    return f"{shown}ページ" if len(runs) <= _RUNS else f"{shown}、…全部で{len(set(pages))}ページ"
