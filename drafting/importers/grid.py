"""Tables drawn with characters (┌──┬ │, + - |, Markdown) → rows with cells.

A rule is decoration and goes. A cell that was wrapped over several lines is put together again:
without a seam where its line was full, as a new line of the cell where it was not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from drafting.importers.rows import Row, is_blank
from drafting.japanese import display_width

_BARS = "│|｜┃║┆┊╎╏╽╿"
_LINES = "─━═┄┈=＝―"
_CORNERS = "".join(map(chr, range(0x250C, 0x2580))) + "+＋"
_SPLIT = re.compile(f"[{re.escape(_BARS)}]")
_RULE = re.compile(rf"[{re.escape(_BARS + _LINES + _CORNERS)}\- \t\u3000:]*")
_DRAWN = re.compile(f"[{_LINES}-]{{2,}}")
# A rule that begins behind a cell: 「│会場  ├────┼────┤」.
_PART_RULE = re.compile(rf"[├┼┣╋╠╬┝┠┿╂+][{re.escape(_LINES)}-]{{2,}}")
_SLACK = 2


def without_grids(rows: Sequence[Row], is_label: Callable[[str], bool]) -> list[Row]:
    """The rows with each drawn table as rows of cells; all other rows are what they were.

    `is_label` tells where a row begins in a table without rules between its rows.
    """
    found: list[Row] = []
    block: list[Row] = []
    for row in rows:
        if _belongs(row):
            block.append(row)
        else:
            found.extend(_table(block, is_label))
            block = []
            found.append(row)
    found.extend(_table(block, is_label))
    return found


def _is_rule(row: Row) -> bool:
    return bool(_DRAWN.search(row.text)) and bool(_RULE.fullmatch(row.text)) and bool(re.search("[^-ー]", row.text))


def _belongs(row: Row) -> bool:
    text = row.text.strip(" \t\u3000")
    if is_blank(row):
        return False
    return _is_rule(row) or (text[0] in _BARS + "├┣╠┝┠" and len(_SPLIT.findall(text)) + len(_PART_RULE.findall(text)) > 1)


def _cells(row: Row) -> list[str]:
    """The cells between the bars, with the blanks that fill them."""
    text = _PART_RULE.sub("│", row.text.strip(" \t\u3000"))
    cells = _SPLIT.split(text)
    if not _is_text(cells[0]):
        cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _table(block: Sequence[Row], is_label: Callable[[str], bool]) -> Iterator[Row]:
    drawn = [i for i, row in enumerate(block) if not _is_rule(row)]
    if not drawn:
        # A rule alone is an ornament of the page.
        yield from (Row(("",), row.line) for row in block)
        return
    ruled = any(_is_rule(row) for row in block[drawn[0] : drawn[-1]])
    group: list[Row] = []
    for row in [*block, None]:
        if row is None or _is_rule(row):
            yield from _merged(group, ruled, is_label)
            group = []
        elif _PART_RULE.search(row.text):
            yield from _merged(group, ruled, is_label)
            group = []
            if any(_is_text(cell) for cell in _cells(row)):
                group = [row]
        else:
            group.append(row)


def _is_text(cell: str) -> bool:
    return bool(cell.strip(f" \t\u3000-{_LINES}{_CORNERS}{_BARS}"))


def _merged(group: Iterable[Row], ruled: bool, is_label: Callable[[str], bool]) -> Iterator[Row]:
    """The rows of a group of lines without a rule between them."""
    whole: list[str] = []
    full: list[bool] = []
    line = 0
    for row in group:
        cells = [re.sub(f"[{_LINES}]{{2,}}|-{{3,}}", "", cell) for cell in _cells(row)]
        first = cells[0].strip(" \u3000") if cells else ""
        begins = not whole or len(cells) != len(whole) or (bool(first) and (not ruled or is_label(first) or whole[-1].endswith("。")))
        begins = begins and not (whole and len(cells) == len(whole) and _goes_on(whole[0], first, is_label))
        if begins:
            if whole:
                yield Row(tuple(whole), line)
            whole, line = [cell.strip(" \u3000") for cell in cells], row.line
        else:
            whole = [_joined(*three) for three in zip(whole, cells, full, strict=True)]
        # A line that was left open on the right was not filled by its words.
        closed = row.text.rstrip(" \t\u3000")[-1:] in _BARS
        full = [_is_full(cell) and (closed or i < len(cells) - 1) for i, cell in enumerate(cells)]
    if whole:
        yield Row(tuple(whole), line)


def _goes_on(label: str, first: str, is_label: Callable[[str], bool]) -> bool:
    """True if a label was wrapped: 「会議の公開・」 and 「非公開の別」 below it."""
    return bool(first and label) and is_label(label + first) and (label[-1] in "・のびは、" or not is_label(first))


def _is_full(cell: str) -> bool:
    """True if the words of a line fill its cell, so that they go on in the next line."""
    return display_width(cell) - display_width(cell.rstrip(" \u3000")) <= _SLACK


def _joined(before: str, cell: str, full: bool) -> str:
    cell = cell.strip(" \u3000")
    return before + ("" if full or not before or not cell else "\n") + cell
