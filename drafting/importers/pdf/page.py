"""What stands on a page of a PDF: glyphs, rules, pictures. Points (1/72 inch), y downwards, text upright."""

from __future__ import annotations

from typing import NamedTuple

UNREADABLE = "〓"
"""Stands for a glyph whose character the file does not tell (the geta of Japanese typesetters)."""

BLANKS = " \u00a0\u3000\t"


class Glyph(NamedTuple):
    """One character, or a blank that was typed: from `x0` to `x1` (its advance) on the baseline `y`; `size` is 1 em."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


class Rule(NamedTuple):
    """A straight line, horizontal (`y0 == y1`) or vertical (`x0 == x1`)."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(NamedTuple):
    """A page as it was drawn. `pictures` are the shares of the page that images cover, in order.

    `drawings` counts its paths, `aslant` is text that does not run with the rest, `remarks` what
    reviewers pinned on it (comments, form fields), `vertical` counts neighbours that stand one
    below the other, in the order they were drawn.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[float, ...] = ()
    drawings: int = 0
    aslant: str = ""
    remarks: tuple[str, ...] = ()
    vertical: int = 0
