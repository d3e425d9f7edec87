"""Minutes in Word → rows: what was accepted of the changes, tables by their columns, numbers as text.

[x] merged cells, nested tables, text boxes, content controls  [x] automatic numbers  [x] notes where they are marked
[x] headers, footers, comments: named, not mixed into the speech  [ ] pictures, equations, objects: an error with its place
First-line indents give no blank: a paragraph of Word is whole and needs none to be told from a cut line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drafting.importers.rows import Row, without_controls
from drafting.importers.word_problems import edge_problems, nothing_to_read, review_problems, unread_problems
from drafting.problems import Problem
from drafting.word.reading import Document, Paragraph, StoryKind, read_document
from drafting.word.reading.values import Cell

_BETWEEN_INNER_CELLS = "\u3000"
_NOTES = {StoryKind.FOOTNOTE: "注", StoryKind.ENDNOTE: "文末注"}


class _Item(NamedTuple):
    """A paragraph with its cells from the outermost table inwards, and its lines."""

    path: tuple[Cell, ...]
    lines: tuple[str, ...]
    sources: tuple[int, ...]
    bold: str = ""


class _Found(NamedTuple):
    """A row before it is counted: several rows of one paragraph are one in the source."""

    rows: tuple[tuple[str, ...], ...]
    sources: tuple[int, ...]
    bold: str = ""


def word_rows(data: bytes, file: str) -> tuple[list[Row], list[Problem]]:
    """The rows of minutes in a .docx, and what a clerk should look at.

    A paragraph is a row, its cells split at TABs as in a text (more rows, where it has line
    breaks); a row of a table is a row with a cell for each column of its grid: "" where a merged
    cell goes on to the right or down. `Row.line` counts paragraphs and rows of tables from 1. Warnings: I071 headers and
    footers, I072 tracked changes (taken as accepted), I073 comments, I074 readings above words,
    I075 hidden text, I010; errors: I070 things that are no text. Raises InputError as `read_document`, and I001
    for a file without text.
    """
    document = read_document(data, file)
    notes = _notes(document)
    items = [_item(each, notes) for each in document.accepted if each.story.kind is StoryKind.BODY]
    stray = [_Found(((line,),), ()) for lines in notes.values() for line in lines]
    rows: list[Row] = []
    problems: list[Problem] = []
    line_of: dict[int, int] = {}
    for line, found in enumerate([*_flow(items, 0), *stray], 1):
        line_of.update(dict.fromkeys(found.sources, line))
        for i, cells in enumerate(found.rows):
            rows.append(Row(cells, line, "" if i else found.bold, whole=True))
    if not any(cell.strip() for row in rows for cell in row.cells):
        raise nothing_to_read(document, file)
    rows = [_clean(row, file, problems) for row in rows]
    problems += unread_problems(document, rows, line_of, file)
    problems += edge_problems(document, file) + review_problems(document, file)
    return rows, sorted(problems, key=lambda problem: problem.place.line)


def _clean(row: Row, file: str, problems: list[Problem]) -> Row:
    cells = []
    for cell in row.cells:
        text, found = without_controls(cell, file, row.line)
        problems += found
        cells.append(text)
    return row._replace(cells=tuple(cells))


def _notes(document: Document) -> dict[int, list[str]]:
    """The notes as text, by the paragraph that marks them. In brackets, as an editor's words among a speech."""
    found: dict[int, list[str]] = {}
    noted = [each for each in document.accepted if each.story.kind in _NOTES]
    for story, paragraphs in groupby(noted, key=lambda each: each.story._replace(box=0)):
        text = "\u3000".join(line for each in paragraphs for line in _lines(each) if line.strip())
        if text:
            found.setdefault(story.anchor, []).append(f"（{_NOTES[story.kind]}{story.number}\u3000{text}）")
    return found


def _item(paragraph: Paragraph, notes: dict[int, list[str]]) -> _Item:
    path: list[Cell] = []
    cell = paragraph.cell
    while cell:
        path.append(cell)
        cell = cell.outer
    lines = list(_lines(paragraph))
    for source in paragraph.sources:
        lines += notes.pop(source, ())
    return _Item(tuple(reversed(path)), tuple(lines), paragraph.sources, _bold(paragraph))


def _bold(paragraph: Paragraph) -> str:
    """The bold letters at the start of a paragraph, "" where a number that Word counts stands before them."""
    first, line_break, _ = paragraph.text.partition("\n")
    if not paragraph.bold or (paragraph.numbering and paragraph.numbering.label):
        return ""
    return first + line_break if paragraph.bold >= len(first) else first[: paragraph.bold]


def _lines(paragraph: Paragraph) -> Sequence[str]:
    numbering = paragraph.numbering
    if numbering is None or not numbering.label:
        return paragraph.text.split("\n")
    separator = numbering.separator if paragraph.text else ""
    return f"{numbering.label}{separator}{paragraph.text}".split("\n")


def _flow(items: Sequence[_Item], level: int) -> Iterator[_Found]:
    """Paragraphs and tables one after the other; `level` tables are around them already."""
    for in_table, group in groupby(items, key=lambda item: len(item.path) > level):
        if in_table:
            for _, row in groupby(group, key=lambda item: item.path[level][:2]):
                yield from _table_row(list(row), level)
        else:
            yield from (_Found(tuple(tuple(line.split("\t")) for line in item.lines), item.sources, item.bold) for item in group)


def _table_row(items: Sequence[_Item], level: int) -> Iterator[_Found]:
    """A row of a table. One that is only the frame of an inner table gives the rows of that."""
    nested = any(len(item.path) > level + 1 for item in items)
    filled = {item.path[level].column for item in items if any(map(str.strip, item.lines))}
    if nested and len(filled) <= 1:
        yield from _flow(items, level + 1)
        return
    columns: dict[int, list[_Item]] = {}
    for item in items:
        columns.setdefault(item.path[level].column, []).append(item)
    width = max(item.path[level].column + item.path[level].span for item in items)
    cells = tuple(_cell(columns.get(i, ()), level) for i in range(width))
    yield _Found((cells,), tuple(source for item in items for source in item.sources))


def _cell(items: Sequence[_Item], level: int) -> str:
    """The lines of a cell; a row of a table inside of it is one line."""
    lines: list[str] = []
    for inner, group in groupby(items, key=lambda item: item.path[level + 1 : level + 2] and item.path[level + 1][:2]):
        found = [line for item in group for line in item.lines]
        lines += [_BETWEEN_INNER_CELLS.join(line for line in found if line.strip())] if inner else found
    return "\n".join(lines).strip("\n")
