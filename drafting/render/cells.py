"""A table as it was read → the block of a draft, with what no table can be."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from drafting.draft import MOST_COLUMNS, Spans, Table
from drafting.render.inline import Inline, refuse
from drafting.render.tables import Cell

_MOST_MISSING = 1_000_000  # cells that the rows of one table lack


def table_block(token: Token, lines: Sequence[str], inline: Inline, style: str, template: str) -> Table:
    """The table of a token `table`, whose rows it uses up. `lines` are those of the Markdown.

    Raises TemplateError T026 for one with too many cells.
    """
    aligns = tuple(align or "left" for align in token.meta["aligns"])
    rows = token.meta["rows"]
    start = token.map[0] if token.map else 0
    _check_size(rows, len(aligns), template, start)
    for number, cells in enumerate(rows):  # in its place: as cells and as spans at once they would be the peak
        if len(cells) > len(aligns):
            at = start + number + (number > 0)
            line = lines[at].strip()
            message = f"表の欄が多すぎます（見出しは{len(aligns)}欄、この行は{len(cells)}欄）。「{line[:30]}」を見直してください。"
            refuse(template, "T026", message, line=at)
        filling: tuple[Spans, ...] = ((),) * (len(aligns) - len(cells))
        rows[number] = tuple(map(inline.cell, cells)) + filling
    return Table(rows[0], tuple(rows[1:]), aligns, _widths(lines[start + 1], len(aligns)), style)


def _check_size(rows: Sequence[Sequence[Cell]], columns: int, template: str, line: int) -> None:
    """Refuse a table that Word would not open, and one that would grow without end when its short rows are filled."""
    if columns > MOST_COLUMNS:
        message = f"表の欄が多すぎます（{columns}欄）。Word の表は{MOST_COLUMNS}欄までです。表を分けるか、行と欄を入れ替えてください。"
        refuse(template, "T026", message, line=line)
    if sum(columns - len(cells) for cells in rows) > _MOST_MISSING:
        refuse(template, "T026", "表に、欄の足りない行が多すぎます。どの行も、見出しと同じ数の欄にしてください。", line=line)


def _widths(line: str, columns: int) -> tuple[int, ...]:
    """Relative widths by the hyphens of the second line, as pandoc has it; () where all are alike."""
    counts = tuple(cell.count("-") for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))
    return counts if len(counts) == columns and len(set(counts)) > 1 else ()
