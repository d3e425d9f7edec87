"""A table of a page → rows of cells; merged cells are filled up with ""."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafting.importers.html_tree import Node
from drafting.importers.rows import Row

# HTML allows 1000; a page that asks for more columns than minutes can have asks for memory.
_MOST_COLUMNS = 64

CellText = Callable[[Node, list[tuple[str, int]]], str]
_CELLS = ("td", "th")
_GROUPS = ("tbody", "thead", "tfoot", "form", "colgroup")


def is_for_layout(table: Node) -> bool:
    """True for a table that only places blocks on the page: of one column, or around another table."""
    if table.attributes.get("role") in ("presentation", "none"):
        return True
    inner = sum(nested.size for nested in _nested(table))
    return inner * 2 > table.size or all(len(cells) < 2 for _, cells in _lines(table))


def table_rows(table: Node, cell_text: CellText, struck: list[tuple[str, int]]) -> list[Row]:
    """The rows of a table, its caption and stray texts among them as rows of one cell.

    `cell_text` gives the text of a cell and adds the struck words in it to `struck`.
    """
    rows: list[Row] = []
    spans: dict[int, int] = {}
    for line, cells in _lines(table):
        if len(cells) == 1 and cells[0].tag not in _CELLS:
            if text := cell_text(cells[0], struck):
                rows.append(Row((text,), line))
            continue
        texts: list[str] = []
        for cell in cells:
            _fill(texts, spans)
            column, width = len(texts), _number(cell, "colspan")
            texts += [cell_text(cell, struck), *[""] * (width - 1)]
            if (height := _number(cell, "rowspan")) > 1:
                spans |= dict.fromkeys(range(column, column + width), height)
        _fill(texts, spans)
        spans = {column: left - 1 for column, left in spans.items() if left > 1}
        rows.append(Row(tuple(texts), line))
    return rows


def _fill(texts: list[str], spans: dict[int, int]) -> None:
    """Fill the columns that a cell of a row above takes. A span of this row stands at its own columns already."""
    while len(texts) in spans:
        texts.append("")


def _number(cell: Node, name: str) -> int:
    digits = cell.attributes.get(name, "1").strip()
    value = int(digits) if digits.isdecimal() and len(digits) < 6 else 1
    if name == "rowspan":
        return value or 10**5  # 0: to the end of the table
    return min(max(value, 1), _MOST_COLUMNS)


def _lines(node: Node) -> Iterator[tuple[int, list[Node]]]:
    """The lines of a table with their cells; what stands in it outside a cell as a line of one node."""
    loose: list[Node] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in _CELLS:
            loose.append(child)
            continue
        if loose:
            yield loose[0].line, loose
            loose = []
        if not isinstance(child, Node):
            if child[0].strip():
                yield child[1], [Node("", {}, child[1], [child])]
        elif child.tag == "tr":
            yield from _row(child)
        elif child.tag in _GROUPS:
            yield from _lines(child)
        else:
            yield child.line, [child]
    if loose:
        yield loose[0].line, loose


def _row(row: Node) -> Iterator[tuple[int, list[Node]]]:
    cells = [child for child in row.children if isinstance(child, Node) and child.tag in _CELLS]
    for child in row.children:
        if isinstance(child, Node) and child.tag not in _CELLS:
            yield child.line, [child]
        elif not isinstance(child, Node) and child[0].strip():
            yield child[1], [Node("", {}, child[1], [child])]
    if cells:
        yield row.line, cells


def _nested(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            if child.tag == "table":
                yield child
            else:
                yield from _nested(child)
