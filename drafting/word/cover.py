"""A cover whose title is long still is one page: first its gaps yield, then the letters of its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from drafting.draft import Block, Emblem, PageBreak, Paragraph, Picture, SectionBreak, Tracked
from drafting.word.document import Element, columns, w
from drafting.word.pictures import MOST_HIGH
from drafting.word.section import Paper
from drafting.word.styles import names_of

COVER, TITLE, EMBLEM = "表紙", "表紙題名", "表紙市章"
# The sizes that a title is tried in, as parts of its own
_STEPS = (1.0, 0.87, 0.78, 0.7, 0.61, 0.52)
# What is left of the gaps at least: the look of a cover is its white
_LEAST_GAP = 0.3
# Lines of a font without a pitch of its own, and room for what programs measure otherwise
_NATURAL_LINE, _SLACK = 1.35, 0.97
_EMU_PER_TWIP = 635


def fit_cover(look: Element, blocks: Sequence[Block], paper: Paper, emblem: Picture | None) -> None:
    """Make the gaps and the title of the cover smaller in the styles of `look`, where it would not go on a page.

    `paper` is the room on it. Nothing changes for a draft without a cover, or with one that has room.
    """
    cover = list(_cover(blocks, emblem))
    if not any(name == TITLE for name, _ in cover):
        return
    styles = {name: style for style in look.findall(w("style")) for name in names_of(style)}
    ratio = 1.0
    for ratio in _STEPS:
        texts = sum(_height(styles.get(name), text, ratio if name == TITLE else 1.0, paper) for name, text in cover)
        gaps = sum(_gap(styles.get(name)) for name, _ in cover)
        room = paper.height * _SLACK - texts
        if room >= gaps * (_LEAST_GAP if ratio < 1.0 or gaps > room else 1.0):
            break
    if ratio < 1.0:
        _shrink(styles[TITLE], ratio)
    if gaps > room:
        for name in {name for name, _ in cover}:
            _close_up(styles.get(name), max(room / gaps, 0.0))


def _cover(blocks: Sequence[Block], emblem: Picture | None) -> Iterator[tuple[str, str]]:
    """The paragraphs before the first break: style and text; of the emblem no text."""
    for block in blocks:
        if isinstance(block, PageBreak | SectionBreak):
            return
        if isinstance(block, Paragraph):
            yield block.style, "".join(span.text for span in block.spans if span.tracked != Tracked.DELETED)
        elif isinstance(block, Emblem) and emblem:
            yield EMBLEM, ""


def _size(style: Element | None, paper: Paper) -> int:
    size = style.find(f"{w('rPr')}/{w('sz')}") if style is not None else None
    return int(size.get(w("val"))) if size is not None else paper.size


def _spacing(style: Element | None, name: str) -> int:
    spacing = style.find(f"{w('pPr')}/{w('spacing')}") if style is not None else None
    value = spacing.get(w(name), "") if spacing is not None else ""
    return int(value) if value.isdecimal() else 0


def _gap(style: Element | None) -> int:
    return _spacing(style, "before") + _spacing(style, "after")


def _height(style: Element | None, text: str, ratio: float, paper: Paper) -> float:
    """Twips that the lines of a paragraph take."""
    if not text:
        return MOST_HIGH / _EMU_PER_TWIP
    character = _size(style, paper) * 10 * ratio
    lines = sum(max(1, ceil(columns(line) * character / (paper.width - character))) for line in text.split("\n"))
    return lines * max(_spacing(style, "line") * ratio, character * _NATURAL_LINE)


def _shrink(style: Element, ratio: float) -> None:
    for name in ("sz", "szCs"):
        for size in style.findall(f"{w('rPr')}/{w(name)}"):
            size.set(w("val"), str(round(int(size.get(w("val"))) * ratio)))
    for spacing in style.findall(f"{w('pPr')}/{w('spacing')}"):
        if line := _spacing(style, "line"):
            spacing.set(w("line"), str(round(line * ratio)))


def _close_up(style: Element | None, ratio: float) -> None:
    for spacing in style.findall(f"{w('pPr')}/{w('spacing')}") if style is not None else ():
        for name in ("before", "after"):
            if value := _spacing(style, name):
                spacing.set(w(name), str(round(value * ratio)))
