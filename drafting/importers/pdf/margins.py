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
_OFTEN = 0.4  # of the pages: heads may differ on odd and even ones
_SAME_HEIGHT = 4.0  # points
_APART = 1.25  # times the usual distance of lines: a head does not touch the text
_FAR_APART = 2.0  # em, where no distance is usual
_DASH = "[-－−‐‑―–—ー─~〜～]"
_DECORATED = re.compile(rf"{_DASH}([0-9]{{1,4}}){_DASH}|(?:[Pp][.．]?|第)?[0-9]{{1,4}}(?:[/／][0-9]{{1,4}})?(?:ページ|頁)|[Pp][.．]?[0-9]{{1,4}}|[0-9]{{1,4}}[/／][0-9]{{1,4}}")
_BARE = re.compile("[0-9]{1,4}")
_SENTENCE_ENDS = ("。", "。」", "？", "！")
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
    recurring, numbers = _recurring(edges, len(bodies)), _page_numbers(edges)
    usual = _usual_distance(bodies, {(edge.page, edge.item) for edge in edges})
    gone: list[_Edge] = []
    for body, page in zip(bodies, pages, strict=True):
        for upper in (True, False):
            gone += _outermost([edge for edge in page if edge.upper is upper], recurring, numbers, body, usual)
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


def _recurring(edges: Sequence[_Edge], pages: int) -> set[tuple[int, int]]:
    """The places of lines that come back at the same height on many pages, digits apart; a sentence is somebody's speech."""
    groups: dict[tuple[str, bool], list[_Edge]] = {}
    for edge in edges:
        if edge.text.endswith(_SENTENCE_ENDS):
            continue
        groups.setdefault((re.sub("[0-9]+", "#", edge.text), edge.upper), []).append(edge)
    found: set[tuple[int, int]] = set()
    for group in groups.values():
        height = median(edge.line.y for edge in group)
        same = [edge for edge in group if abs(edge.line.y - height) <= _SAME_HEIGHT]
        if len({edge.page for edge in same}) >= max(2, pages * _OFTEN):
            found |= {(edge.page, edge.item) for edge in same}
    return found


def _page_numbers(edges: Sequence[_Edge]) -> set[tuple[int, int]]:
    """The places of page numbers: decorated, or bare ones that count on with the pages."""
    found: set[tuple[int, int]] = set()
    bare: dict[int, list[_Edge]] = {}
    for edge in edges:
        if _DECORATED.fullmatch(edge.text):
            found.add((edge.page, edge.item))
        elif _BARE.fullmatch(edge.text):
            bare.setdefault(int(edge.text) - edge.page, []).append(edge)
    for group in bare.values():
        if len(group) > 1:
            found |= {(edge.page, edge.item) for edge in group}
    return found


def _outermost(
    edges: Sequence[_Edge], recurring: set[tuple[int, int]], numbers: set[tuple[int, int]], body: Body, usual: float
) -> list[_Edge]:
    """The lines to take away at one edge of a page, from outside inwards: a head only if it stands apart from the text."""
    taken: list[_Edge] = []
    for edge in edges:
        if (edge.page, edge.item) not in recurring and (edge.page, edge.item) not in numbers:
            break
        taken.append(edge)
    while taken and (taken[-1].page, taken[-1].item) not in numbers and not _stands_apart(taken[-1], body, usual):
        taken.pop()
    return taken


def _stands_apart(edge: _Edge, body: Body, usual: float) -> bool:
    beside = edge.item + (1 if edge.upper else -1)
    if not 0 <= beside < len(body.items) or not isinstance(body.items[beside], Line):
        return True
    return abs(body.items[beside].y - edge.line.y) >= (usual * _APART or _FAR_APART * edge.line.size)


def _usual_distance(bodies: Sequence[Body], edges: set[tuple[int, int]]) -> float:
    """The distance in points of most lines from the next, those near the edges of pages apart; 0 if there are none."""
    distances = [
        b.y - a.y
        for page, body in enumerate(bodies)
        for i, (a, b) in enumerate(pairwise(body.items))
        if isinstance(a, Line) and isinstance(b, Line) and (page, i) not in edges and (page, i + 1) not in edges
    ]
    return median(distances) if distances else 0.0


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
