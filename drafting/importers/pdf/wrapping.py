"""Lines of one cell → its text: a line that was full goes on in the next, any other ends a paragraph.

A line break was forced if what cannot be cut at the start of the next line (`Segment.first`)
would not have fitted any more. Nothing else is taken for a wrap, so that lists stay lists; behind a sentence the mark of a list opens a point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafting.importers.joining import LIST_MARK
from drafting.importers.pdf.lines import Line

_SLACK = 0.5  # em: letters on a grid wider than themselves (Word: 文字数と行数の指定)
_WITHIN = 3.5  # em: a sentence stops that early where a long Latin word or a bracket went down with its neighbour
_INDENT = 0.8  # em
_ADDRESS = 200  # letters
_EDGE = 1.2  # em
_SENTENCE_ENDS = "。！？!?」』）)】"


def joined(lines: Sequence[Line], right: float) -> str:
    """The text of lines in a column that ends at `right`; paragraphs are parted by "\\n"."""
    if not lines:
        return ""
    size = lines[0].size
    left = min(line.x0 for line in lines)
    right = max(right, *(line.x1 for line in lines))
    text = indent(lines[0].x0 - left, size) + lines[0].text
    for before, line in pairwise(lines):
        words = line.text
        deeper = line.x0 - before.x0 > _INDENT * size and text[-1] in _SENTENCE_ENDS
        slack = _SLACK if text[-1] in _SENTENCE_ENDS else _WITHIN
        short = before.x1 + line.segments[0].first + slack * size <= right
        listed = text[-1] in _SENTENCE_ENDS and bool(LIST_MARK.match(words))
        if short or deeper or listed or is_stretched(before, left, right):
            text += "\n" + indent(line.x0 - left, size) + words
        else:
            words = line.tight if is_stretched(line, left, right) else words
            text += (before.after or (" " if _are_words(text, words) else "")) + words
    return text


def is_stretched(line: Line, left: float, right: float) -> bool:
    """True for a line that justification pulls apart from edge to edge: it ends in a line break (Shift+Enter)."""
    return line.even and line.x0 - left <= _EDGE * line.size and right - line.x1 <= _EDGE * line.size


def indent(distance: float, size: float) -> str:
    """The full-width blanks that are seen before a line."""
    return "\u3000" * int(distance / size + 0.4)


def _are_words(text: str, more: str) -> bool:
    """True if a blank belongs between two lines: both are Latin words, and no address (https://…) was cut."""
    address = re.search(r"[/@][!-~]*\Z", text[-_ADDRESS:])
    return not address and all(letter.isascii() and letter.isalpha() for letter in (text[-1], more[0]))
