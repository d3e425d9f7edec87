"""Glyphs → lines: which stand on one baseline, and where a blank is seen between them.

[x] letter-spacing and real gaps become blanks  [x] justified lines get none  [x] typed blanks
[x] superscripts stay in their line  [x] ruby follows its word in （）  [x] letters drawn twice for bold
[ ] vertical writing (refused by `doubts.py`)
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from drafting.importers.pdf.page import BLANKS, Glyph

_SMALL = 0.85  # of the size beside it: raised or lowered letters, not ruby
_ON_LINE, _RAISED = 0.35, 0.55  # em between baselines that are still one line
_RUBY_SIZE, _RUBY_LOW, _RUBY_HIGH = 0.65, 0.6, 1.35
_UNDER = 0.4  # of a letter that its ruby covers
_WIDE = 0.8  # em: a full-width blank
_SLIGHT = {True: 0.25, False: 0.42}  # em: a blank between two Latin letters, else (Word puts 0.25 between 和 and 7)
_GONE = 0.12  # em: narrower, a typed blank cannot be seen
_UNEVEN = 0.3  # em by which gaps may differ that are alike
_STRETCH = 0.3  # em: justification stretches a line evenly by no more
_NO_START = "、。，．,.・：；:;？！?!）)」』】〕］]｝〉》ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ％%"
_NO_END = "（(「『【〔［[｛〈《"


class Segment(NamedTuple):
    """Text without a wide gap in it. `blanks` are seen before it, `first` is the width that cannot be cut at its start."""

    text: str
    x0: float
    x1: float
    first: float
    blanks: str = ""


class Line(NamedTuple):
    """One line of a page or of a cell.

    `size` is its em, `ruby` says that words in （） were ruby, `after` is a blank at its end, `even`
    that all its letters stand apart alike.
    """

    segments: tuple[Segment, ...]
    y: float
    size: float
    ruby: bool = False
    after: str = ""
    even: bool = False

    @property
    def tight(self) -> str:
        """The text without the blanks that are seen in it."""
        return "".join(letter for letter in self.text if letter not in BLANKS)

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1

    @property
    def text(self) -> str:
        return join_segments(self.segments)


def join_segments(segments: Sequence[Segment]) -> str:
    """The text of segments with the blanks between them."""
    return "".join((segment.blanks if i else "") + segment.text for i, segment in enumerate(segments))


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of glyphs that stand in one column, from top to bottom."""
    groups = _on_baselines(glyphs)
    lines: list[Line] = []
    i = 0
    while i < len(groups):
        ruby = i + 1 < len(groups) and _is_ruby(groups[i], groups[i + 1])
        group = _with_ruby(groups[i], groups[i + 1]) if ruby else groups[i]
        i += 2 if ruby else 1
        if segments := tuple(_segments(group)):
            sizes = [glyph.size for glyph in group]
            after = " " if len(group) > 1 and group[-1].text == " " and group[-2].text not in BLANKS else ""
            lines.append(Line(segments, median(glyph.y for glyph in group), median(sizes), ruby, after, _is_even(group)))
    return lines


def _on_baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Groups of glyphs that share a line, each sorted by x; groups of blanks only are left out."""
    groups: dict[float, list[Glyph]] = {}
    heights: list[float] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.size):
        at = bisect_left(heights, glyph.y)
        near = [y for y in heights[max(0, at - 1) : at + 1] if abs(y - glyph.y) <= _reach(groups[y][0], glyph)]
        if near:
            groups[min(near, key=lambda y: abs(y - glyph.y))].append(glyph)
        else:
            insort(heights, glyph.y)
            groups[glyph.y] = [glyph]
    ordered = [sorted(groups[y], key=lambda glyph: glyph.x0) for y in heights]
    return [group for group in ordered if any(glyph.text not in BLANKS for glyph in group)]


def _reach(of: Glyph, glyph: Glyph) -> float:
    return of.size * (_RAISED if glyph.size < of.size * _SMALL else _ON_LINE)


def _is_ruby(above: Sequence[Glyph], base: Sequence[Glyph]) -> bool:
    size = max(glyph.size for glyph in base)
    return (
        max(glyph.size for glyph in above) <= size * _RUBY_SIZE
        and _RUBY_LOW * size <= base[0].y - above[0].y <= _RUBY_HIGH * size
        and above[0].x0 >= base[0].x0 - size
        and above[-1].x1 <= base[-1].x1 + size
        and all("ぁ" <= letter <= "ヿ" for glyph in above for letter in glyph.text if letter not in BLANKS)
    )


def _with_ruby(above: Sequence[Glyph], base: list[Glyph]) -> list[Glyph]:
    """The base line with each word of ruby behind the letters it stands over."""
    result = list(base)
    words: list[list[Glyph]] = []
    for glyph in (glyph for glyph in above if glyph.text not in BLANKS):
        if words and glyph.x0 - words[-1][-1].x1 <= glyph.size * _WIDE:
            words[-1].append(glyph)
        else:
            words.append([glyph])
    for word in words:
        left, right = word[0].x0, word[-1].x1
        under = [i for i, glyph in enumerate(base) if glyph.text not in BLANKS and _covered(glyph, left, right)]
        middle = (left + right) / 2
        at = under[-1] if under else min(range(len(base)), key=lambda i: abs((base[i].x0 + base[i].x1) / 2 - middle))
        reading = "".join(glyph.text for glyph in word)
        result[at] = result[at]._replace(text=f"{result[at].text}（{reading}）")
    return result


def _covered(glyph: Glyph, left: float, right: float) -> bool:
    return min(glyph.x1, right) - max(glyph.x0, left) > _UNDER * (glyph.x1 - glyph.x0)


def _segments(group: Sequence[Glyph]) -> Iterable[Segment]:
    letters, typed = _letters(group)
    even = _even_gap(letters, typed)
    start = 0
    text = blanks = ""
    for i, glyph in enumerate(letters):
        between = _blanks(letters[i - 1], glyph, typed[i], even) if i else ""
        if "\u3000" in between or len(between) > 1:
            yield Segment(text, letters[start].x0, letters[i - 1].x1, _first_width(letters[start:i]), blanks)
            start, text, blanks = i, "", between
            between = ""
        text += between + glyph.text
    if letters:
        yield Segment(text, letters[start].x0, letters[-1].x1, _first_width(letters[start:]), blanks)


def _letters(group: Sequence[Glyph]) -> tuple[list[Glyph], list[str]]:
    """The visible glyphs, and the blanks typed before each."""
    letters: list[Glyph] = []
    typed: list[str] = []
    waiting = ""
    for glyph in group:
        if glyph.text in BLANKS:
            waiting += "\u3000" if glyph.text == "\u3000" else " "
            continue
        before = letters[-1] if letters else None
        if before and before.text == glyph.text and glyph.x0 - before.x0 < 0.15 * glyph.size:
            continue  # drawn twice to look bold
        letters.append(glyph)
        typed.append(waiting)
        waiting = ""
    return letters, typed


def _even_gap(letters: Sequence[Glyph], typed: Sequence[str]) -> float:
    """The gap in em that justification puts between all letters of a line."""
    pairs = zip(letters, letters[1:], typed[1:], strict=False)
    gaps = [(b.x0 - a.x1) / b.size for a, b, blank in pairs if not blank and not _is_latin(a.text[-1], b.text[0])]
    return min(max(median(gaps), 0.0), _STRETCH) if len(gaps) >= 4 else 0.0


def _is_even(group: Sequence[Glyph]) -> bool:
    letters, typed = _letters(group)
    gaps = [(b.x0 - a.x1) / b.size for a, b in pairwise(letters) if not _is_latin(a.text[-1], b.text[0])]
    return bool(gaps) and not any(typed) and min(gaps) >= _SLIGHT[False] and max(gaps) - min(gaps) <= _UNEVEN


def _blanks(a: Glyph, b: Glyph, typed: str, even: float) -> str:
    """What is seen between two letters."""
    size = max(a.size, b.size)
    gap = (b.x0 - a.x1) / size
    if typed:
        width = sum(1.0 if blank == "\u3000" else 0.5 for blank in typed)
        if gap < _GONE:
            return ""
        return typed if gap - width - even * (len(typed) + 1) < _WIDE else "\u3000" * round(gap)
    gap -= even
    if gap >= _WIDE:
        return "\u3000" * max(1, round(gap))
    return " " if gap >= _SLIGHT[_is_latin(a.text[-1], b.text[0])] else ""


def _is_latin(a: str, b: str) -> bool:
    return "!" <= a <= "~" and "!" <= b <= "~"


def _first_width(letters: Sequence[Glyph]) -> float:
    """The width of what a line break never cuts at the start of these letters (JIS X 4051: kinsoku; words)."""
    end = 1
    while end < len(letters) and _holds_together(letters[end - 1].text[-1], letters[end].text[0]):
        end += 1
    return letters[end - 1].x1 - letters[0].x0


def _holds_together(a: str, b: str) -> bool:
    return a in _NO_END or b in _NO_START or _is_latin(a, b)
