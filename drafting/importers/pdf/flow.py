"""Pages → rows: indents, blank lines, cells joined, page breaks marked by "\\f"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from drafting.importers.label_keys import key
from drafting.importers.pdf.body import Body, CellLines, TableRow
from drafting.importers.pdf.columns import Run, column_runs, parts
from drafting.importers.pdf.lines import Line, join_segments
from drafting.importers.pdf.wrapping import indent, is_stretched, joined
from drafting.importers.roles import clean_label, is_speaker
from drafting.importers.rows import Row
from drafting.importers.vocabulary import POINTERS

_BLANK_LINE = 1.75  # times the usual distance of lines
_SECTION_LINES = 3  # a cell over the whole width that holds more is running text

_Height = int
_Part = tuple[tuple[str, ...], _Height]  # the cells of a row, and how many lines of the page it takes


def rows_of(bodies: Sequence[Body]) -> list[Row]:
    """The rows of a document; `line` counts the lines on its pages from 1, page breaks and blank lines among them."""
    rows: list[Row] = []
    line = 1
    for cells, height in _parts(bodies):
        rows.append(Row(cells, line))
        line += height
    return rows


def _parts(bodies: Sequence[Body]) -> Iterator[_Part]:
    items = [(page, item) for page, body in enumerate(bodies) for item in body.items]
    lines = [item if isinstance(item, Line) else None for _, item in items]
    runs = {run.start: run for run in column_runs(lines)}
    edges = _left_edges(bodies)
    pitch = _pitch(bodies)
    right = max((line.x1 for line in lines if line), default=0.0)
    page = i = 0
    prose = False  # inside the running text of a cell such as 会議の経過
    while i < len(items):
        while page < items[i][0]:
            page += 1
            yield ("\f",), 1
        item = items[i][1]
        if run := runs.get(i):
            for part in _column_rows(items, run):
                page += part[0] == ("\f",)
                yield part
            i = run.end
            continue
        if isinstance(item, TableRow):
            prose = _is_running_text(item, prose)
            yield from _prose_rows(item) if prose else [(_cells(item), item.height)]
        else:
            before = items[i - 1] if i else None
            if before and before[0] == page and isinstance(before[1], Line) and item.y - before[1].y > _BLANK_LINE * pitch:
                yield ("",), 1
            text = item.tight if is_stretched(item, edges[page], right) else item.text
            yield (indent(item.x0 - edges[page], item.size) + text,), 1
        i += 1
    for _ in range(page, len(bodies) - 1):
        yield ("\f",), 1


def _left_edges(bodies: Sequence[Body]) -> list[float]:
    """Where the text of each page begins at the left, in points; odd and even pages may differ."""
    kinds = [(round(body.width), round(body.height), page % 2) for page, body in enumerate(bodies)]
    starts: dict[tuple[int, int, int], list[float]] = {}
    for kind, body in zip(kinds, bodies, strict=True):
        starts.setdefault(kind, []).extend(item.x0 for item in body.items if isinstance(item, Line))
    edges = {kind: _edge(xs) for kind, xs in starts.items()}
    whole = {kind[:2]: _edge([x for other, xs in starts.items() if other[:2] == kind[:2] for x in xs]) for kind in edges}
    return [edges[kind] if len(starts[kind]) >= 20 else whole[kind[:2]] for kind in kinds]


def _edge(xs: Sequence[float]) -> float:
    """The leftmost place where more than a stray line begins."""
    counts = Counter(round(x / 2) for x in xs)
    enough = max(2, len(xs) // 30)
    common = [place for place in counts if counts[place] + counts.get(place + 1, 0) >= enough]
    places = common or list(counts)
    return min((x for x in xs if round(x / 2) in (min(places), min(places) + 1)), default=0.0)


def _pitch(bodies: Sequence[Body]) -> float:
    distances = [
        b.y - a.y
        for body in bodies
        for a, b in pairwise(body.items)
        if isinstance(a, Line) and isinstance(b, Line)
    ]
    return median(distances) if distances else 0.0


def _cells(row: TableRow) -> tuple[str, ...]:
    texts = tuple(_text(cell) for cell in row.cells)
    return texts if len(texts) > 1 else (*texts, "")


def _text(cell: CellLines) -> str:
    return joined(cell.lines, cell.right)


def _is_running_text(row: TableRow, before: bool) -> bool:
    """True for the lines of a record that stands in one cell of a form: beside 会議の経過, or over the whole width."""
    filled = [cell for cell in row.cells if cell.lines]
    if len(row.cells) == 1:
        return len(filled[0].lines) > _SECTION_LINES
    label = _text(row.cells[0])
    if not label.strip():
        return before and len(row.cells) == 2
    return key(label) in POINTERS and len(filled) == 2 and filled[-1] is row.cells[-1] and len(filled[-1].lines) > _SECTION_LINES


def _prose_rows(row: TableRow) -> Iterator[_Part]:
    """The label on a row of its own, then a row for each line of the text."""
    label, text = (row.cells[0], row.cells[-1]) if len(row.cells) > 1 else (None, row.cells[0])
    if label and label.lines:
        yield (_text(label), ""), len(label.lines)
    left = min((line.x0 for line in text.lines), default=0.0)
    for line in text.lines:
        yield (indent(line.x0 - left, line.size) + line.text,), 1


def _column_rows(items: Sequence[tuple[int, Line | TableRow]], run: Run) -> Iterator[_Part]:
    """A row for each label with its text, wrapped lines joined; a page break cuts it."""
    label, texts, height, labelled = "", list[Line](), 0, 0
    page = items[run.start][0]
    for here, line in items[run.start : run.end]:
        assert isinstance(line, Line)
        _, left, right = parts(line, run.x)
        new = join_segments(left)
        wrapped = here == page and 0 < height == labelled and bool(new) and _goes_on(label, new)
        if height and (here != page or (new and not wrapped)):
            yield (label, joined(texts, run.right)), height
            label, texts, height, labelled = "", [], 0, 0
        while page < here:
            page += 1
            yield ("\f",), 1
        label += new or ("" if right else line.text)
        texts += [line._replace(segments=right)] if right else []
        height += 1
        labelled += bool(new)
    if height:
        yield (label, joined(texts, run.right)), height


def _goes_on(label: str, more: str) -> bool:
    """True if a label was too long for its column: 「事務局（管理」「係長）」."""
    if sum(map(label.count, "(（")) > sum(map(label.count, ")）")):
        return True
    whole = clean_label(label + more)
    return is_speaker(whole) and not is_speaker(clean_label(label)) and not is_speaker(clean_label(more))
