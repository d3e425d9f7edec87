"""Signs of lists that a word processor made of typed ones: they are printed and stand in no text.

Word makes a list of 「・」 or 「1.」 as soon as somebody types on behind it. What is printed is what the reviewer saw.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from drafting.patterns import lazy_pattern
from drafting.review.doubts import is_heading
from drafting.word.reading import Document, extent_text
from drafting.word.reading.values import Extent, Numbering, Position

_BULLET = "・"
_SIGN = lazy_pattern(r"[^0-9０-９A-Za-zぁ-んァ-ヴ一-龠]{1,2}[ 　\t]?|[(（]?[^。、]{1,3}[)）.．、]?[ 　\t]?")
_COUNTS = lazy_pattern(r"\w")


def signs_of(document: Document, extent: Extent, issued: str, ours: Container[str]) -> dict[int, str]:
    """The sign before each paragraph of an extent that is a list's and not one of the issued text, by its index.

    Of `ours`, the lists that the draft had, no sign was typed by a reviewer.
    """
    lines = issued.split("\n")
    found: dict[int, str] = {}
    for i in range(extent.start.paragraph, min(extent.end.paragraph + 1, len(document.accepted))):
        paragraph = document.accepted[i]
        first = i == extent.start.paragraph
        if not paragraph.numbering or not paragraph.text or paragraph.text in lines or is_heading(paragraph):
            continue
        if first and extent.start.offset:
            continue
        # The first paragraph may have had its number from the template
        made = "" if first or paragraph.numbering.list in ours else _printed(paragraph.numbering)
        sign = _typed(paragraph.text, lines) or made
        if sign:
            found[i] = sign
    return found


def _typed(text: str, lines: list[str]) -> str:
    """The sign that the issued text had before these words."""
    for line in lines:
        before = line.removesuffix(text)
        if before != line and _SIGN.fullmatch(before):
            return before
    return ""


def _printed(numbering: Numbering) -> str:
    label = numbering.label.strip()
    if not _COUNTS.search(label):
        return _BULLET if label else ""
    return label if label.endswith((")", "）")) else f"{label}{numbering.separator}"


def signed_text(document: Document, extent: Extent, signs: Mapping[int, str]) -> str:
    """The words in an extent, with the signs of its lists."""
    if not signs:
        return extent_text(document.accepted, extent)
    paragraphs = list(document.accepted)
    for i, sign in signs.items():
        paragraphs[i] = paragraphs[i]._replace(text=f"{sign}{paragraphs[i].text}")
    last, offset = extent.end
    return extent_text(paragraphs, Extent(extent.start, Position(last, offset + len(signs.get(last, "")))))
