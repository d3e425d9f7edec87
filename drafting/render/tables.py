"""Markdown's tables (GFM 4.10) as one token each.

The largest table of a report has a hundred thousand cells; the rule that markdown-it brings makes five tokens of
each, more than half of what a build would ever hold.

The token `table` has in its `meta`: `rows`, the head first, each a tuple of cells, and `aligns`, a word a column.
A cell is its text, or a token `inline` where it holds markup; such tokens stand behind the table as well, so that
every later rule finds them. A row that is too short or too long stays so.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from drafting.patterns import lazy_pattern
from drafting.render.inline import MARKUP

Cell = str | Token
_BORDER = lazy_pattern(r"(?<!\\)\|")
_DELIMITERS = lazy_pattern(r"(?!-[ \t])[-:|][-:| \t]+")  # "- -" is a list
_DELIMITER = lazy_pattern(r"(:?)-+(:?)")
_ALIGNS = {(":", ":"): "center", (":", ""): "left", ("", ":"): "right", ("", ""): ""}
# What markdown-it takes off the ends of a cell; U+0085 and the separators of ASCII stay, which str.strip would lose
_BLANKS = " \t\n\v\f\r\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))


def read_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule `table`: True if a table begins at line `start`, which it has then read unless `silent`."""
    if start + 2 > end or state.sCount[start + 1] < state.blkIndent:
        return False
    head = _line(state, start).strip(_BLANKS)
    aligns = _aligns(_line(state, start + 1))
    cells = _cells(head) if "|" in head and aligns else []
    if not cells or len(cells) != len(aligns):
        return False
    if silent:
        return True
    token = state.push("table", "table", 0)
    rows = [_marked(state, cells, start)]
    line = start + 2
    while line < end and (text := _row(state, line, end)):
        rows.append(_marked(state, _cells(text), line))
        line += 1
    token.map, token.meta = [start, line], {"rows": rows, "aligns": aligns}
    state.line = line
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _aligns(line: str) -> list[str]:
    """The alignment of each column by the line under the head; [] for another line."""
    if not _DELIMITERS.fullmatch(line):
        return []
    found = [_DELIMITER.fullmatch(part.strip(_BLANKS)) for part in _cells(line.strip(_BLANKS))]
    return [_ALIGNS[match[1], match[2]] for match in found if match] if all(found) else []


def _cells(line: str) -> list[str]:
    """The cells of a row; a bar at either end is its edge."""
    cells = line.split("|") if "\\" not in line else [cell.replace("\\|", "|") for cell in _BORDER.split(line)]
    return cells[not cells[0] : len(cells) - (not cells[-1])]


def _row(state: StateBlock, line: int, end: int) -> str:
    """The line as a row of the table that goes on; "" where something else begins."""
    if state.sCount[line] < state.blkIndent:
        return ""
    text = _line(state, line).strip(_BLANKS)
    if text.startswith("|"):  # as all our templates write rows; nothing else begins so
        return text
    ends = state.md.block.ruler.getRules("blockquote")
    return "" if any(rule(state, line, end, True) for rule in ends) else text


def _marked(state: StateBlock, cells: list[str], line: int) -> tuple[Cell, ...]:
    return tuple(_inline(state, cell, line) if MARKUP.search(cell) else cell.strip(_BLANKS) for cell in cells)


def _inline(state: StateBlock, cell: str, line: int) -> Token:
    token = state.push("inline", "", 0)
    token.map, token.content = [line, line + 1], cell.strip(_BLANKS)
    return token
