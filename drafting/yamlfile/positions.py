"""From a letter of a value back to the letter of the file: through blocks, folds, quotes and escapes.

YAML takes away indents, joins lines and decodes escapes, but never changes the order of letters. So
the letters of the value that are no blanks are those of the source, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.patterns import lazy_pattern
from drafting.problems import Place
from drafting.yamlfile.extents import indent_of
from drafting.yamlfile.nodes import Scalar

_LINE_END = lazy_pattern("\r\n|\r|\n")
_DOUBLE = lazy_pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|.)|.", re.DOTALL)
_SINGLE = lazy_pattern("''|.", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b",
          "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029", "\t": "\t", "\n": "", "\r": "", "\r\n": ""}  # fmt: skip
_BLANK = " \t\r\n"


def place_of_letter(source: str, node: Scalar, index: int, file: str) -> Place:
    """The place of a letter of a scalar, by its index in the source."""
    mark = node.mark
    ends = [end for match in _LINE_END.finditer(source, mark.index, index + 1) if (end := match.end()) <= index]
    column = index - ends[-1] if ends else mark.column + index - mark.index
    return Place(file, mark.line + len(ends) + 1, column + 1)


def source_indices(source: str, node: Scalar) -> list[int]:
    """For each letter of the value, and for its end, the index in the source where it is written.

    A blank that a fold made stands where the line ended. Where value and source do not agree letter by letter
    (they always should) all stands at the beginning of the value.
    """
    if (straight := _straight(source, node)) is not None:
        return straight
    units = list(_units(source, node))
    found: list[int] = []
    at = 0
    for run in _runs(node.text):
        if run[0] in _BLANK:
            gap = at
            while gap < len(units) and units[gap][0] in _BLANK:
                gap += 1
            found += _blanks(run, units[at:gap], units[at][1] if at < len(units) else node.end.index)
            at = gap
            continue
        for letter in run:
            while at < len(units) and units[at][0] in _BLANK:
                at += 1
            if at == len(units) or units[at][0] != letter:
                return [node.mark.index] * (len(node.text) + 1)
            found.append(units[at][1])
            at += 1
    return [*found, found[-1] + 1 if found else node.mark.index]


def _straight(source: str, node: Scalar) -> list[int] | None:
    """The indices of a text of one line, or of the lines of a block, that stand as they are; None where it takes a closer look."""
    start, text = node.mark.index, node.text
    if not node.style:
        return list(range(start, start + len(text) + 1)) if source.startswith(text, start) else None
    at = source.find("\n", start, node.end.index) + 1
    if node.style != "|" or not at or "\r" in source[start:at]:
        return None
    indent = indent_of(source, at - 1, node.end.index)
    found: list[int] = []
    for line in text.removesuffix("\n").split("\n"):
        first = at + indent
        if line.strip(_BLANK) != line or not line or not source.startswith(f"{line}\n", first):
            return None
        at = first + len(line) + 1
        found += range(first, at)
    return [*found, at] if text.endswith("\n") else found


def _blanks(run: str, units: list[tuple[str, int]], before: int) -> list[int]:
    """The indices of a run of blanks: those at its two ends as written, what a fold made at its beginning."""
    count = len(run)
    head = 0
    while head < min(count, len(units)) and run[head] == units[head][0]:
        head += 1
    tail = 0
    while tail < min(count, len(units)) - head and run[-1 - tail] == units[-1 - tail][0]:
        tail += 1
    first = units[head][1] if head < len(units) else before
    middle = [first] * (count - head - tail)
    return [*(index for _, index in units[:head]), *middle, *(index for _, index in units[len(units) - tail :])]


def _runs(text: str) -> Iterator[str]:
    """The text as runs of blanks and of other letters."""
    return (match[0] for match in re.finditer(f"[{_BLANK}]+|[^{_BLANK}]+", text))


def _units(source: str, node: Scalar) -> Iterator[tuple[str, int]]:
    """The decoded letters of a scalar as written, blanks and line ends too, with their indices."""
    start, end = node.mark.index, node.end.index
    if node.style in ("|", ">"):
        head = _LINE_END.search(source, start)
        start = head.end() if head else end
        yield from ((source[i], i) for i in range(start, end))
    elif node.style == '"':
        for match in _DOUBLE.finditer(source, start + 1, end - 1):
            if letter := _decoded(match[0]):
                yield letter, match.start()
    elif node.style == "'":
        for match in _SINGLE.finditer(source, start + 1, end - 1):
            yield match[0][0], match.start()
    else:
        yield from ((source[i], i) for i in range(start, end))


def _decoded(written: str) -> str:
    """What one unit of a text in double quotes stands for."""
    if not written.startswith("\\"):
        return written
    if written[1] in "xuU" and len(written) > 2:
        return chr(int(written[2:], 16))
    return _NAMED.get(written[1:], written[1:])
