"""The walk through the elements of a story: paragraphs, tables, changes, boxes.

[x] ins, del, moveFrom, moveTo in each other and at every level  [x] paragraph marks  [x] rows, cells, cellMerge
[x] nested tables, content controls, hyperlinks, smart tags: walked through  [x] text boxes, once
An element that is not known is walked through: text inside of it is text.
"""

from __future__ import annotations

from drafting.draft import MOST_COLUMNS
from drafting.word.document import Element, w
from drafting.word.reading import inline
from drafting.word.reading.changes import mark_of, note_words, register
from drafting.word.reading.ranges import end_endless_ranges
from drafting.word.reading.state import (
    Box,
    Grid,
    Reading,
    Scope,
    add_unread,
    spot_of,
    surrounded,
    tracked,
)  # fmt: skip
from drafting.word.reading.styles import shape_of
from drafting.word.reading.values import Cell, ChangeKind, Story, UnreadKind
from drafting.word.reading.views import end_paragraph, fill_cell, join_next, stop_waiting
from drafting.word.reading.xml import DRAWING, MATH, MC, VML, W16SE, is_on, number, value

_KINDS = {
    w("ins"): ChangeKind.INSERTION, w("del"): ChangeKind.DELETION,
    w("moveFrom"): ChangeKind.MOVE_FROM, w("moveTo"): ChangeKind.MOVE_TO,
}  # fmt: skip
_ROW_KINDS = {w("ins"): ChangeKind.ROW_INSERTION, w("del"): ChangeKind.ROW_DELETION}
_CELL_KINDS = {w("cellIns"): ChangeKind.CELL_INSERTION, w("cellDel"): ChangeKind.CELL_DELETION}
_MOVES = (ChangeKind.MOVE_FROM, ChangeKind.MOVE_TO)
_P_PROPERTIES, _R_PROPERTIES, _BOX = w("pPr"), w("rPr"), w("txbxContent")
_READABLE = (
    w("t"), w("delText"), w("sym"), _BOX, f"{{{W16SE}}}symEx", f"{{{DRAWING}/main}}t", f"{{{MATH}}}oMath",
    f"{{{VML}}}textpath",
)  # fmt: skip
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_MERGES = {"rest": "restart", "cont": "continue"}


def walk(reading: Reading, parent: Element, scope: Scope) -> None:
    """Read all that stands in an element."""
    for child in parent:
        _HANDLERS.get(child.tag, walk)(reading, child, scope)


def walk_story(reading: Reading, root: Element, scope: Scope, story: Story) -> None:
    """Read a flow of text of its own, and the text boxes that hang on it."""
    outer, reading.story = reading.story, story
    fields, reading.fields = reading.fields, []
    boxes, reading.boxes = reading.boxes, []
    before = [len(view.paragraphs) for view in reading.views]
    walk(reading, root, scope)
    _end_flow(reading, scope, before)
    note_words(reading.changes, "", (), (), spot_of(reading))
    reading.story, reading.fields, reading.boxes = outer, fields, boxes


def _end_flow(reading: Reading, scope: Scope, before: list[int]) -> None:
    for view, shows, length in zip(reading.views, scope.shows, before, strict=True):
        if shows:
            fill_cell(view, length)
    _read_boxes(reading)


def _read_boxes(reading: Reading) -> None:
    """Text boxes come after their paragraph, as soon as it is whole in both states."""
    if not reading.boxes or any(view.waits for view in reading.views):
        return
    boxes, reading.boxes = reading.boxes, []
    for box in boxes:
        reading.box += 1
        story = reading.story._replace(box=reading.box, anchor=box.anchor)
        walk_story(reading, box.element, box.scope, story)


def _paragraph(reading: Reading, element: Element, scope: Scope) -> None:
    reading.paragraph += 1
    properties = element.find(_P_PROPERTIES)
    for view, shows in zip(reading.views, scope.shows, strict=True):
        if shows:
            view.sources.append(reading.paragraph)
    mark, shapes = scope, (shape_of(properties, reading.styles),) * 2
    if properties is not None:
        mark = _mark_scope(reading, properties, scope)
        if (change := properties.find(w("pPrChange"))) is not None:
            register(reading.changes, mark_of(change, ChangeKind.FORMATTING), spot_of(reading))
            shapes = (shapes[0], shape_of(change.find(_P_PROPERTIES), reading.styles))
    walk(reading, element, scope)
    note_words(reading.changes, "\n", mark.marks, mark.around, spot_of(reading))
    for i, view in enumerate(reading.views):
        if scope.shows[i]:
            end = end_paragraph if mark.shows[i] else join_next
            end(view, shapes[i], reading.story, scope.cells[i])
    end_endless_ranges(reading.bookmarks)
    _read_boxes(reading)


def _mark_scope(reading: Reading, properties: Element, scope: Scope) -> Scope:
    """The scope of the paragraph mark: its changes stand in the w:rPr of the w:pPr."""
    for each in properties.iterfind(f"{_R_PROPERTIES}/*"):
        if kind := _KINDS.get(each.tag):
            scope = tracked(scope, mark_of(each, kind, _move_name(reading, kind)))
    return scope


def _move_name(reading: Reading, kind: ChangeKind) -> str:
    return next(reversed(reading.moves.values()), "") if kind in _MOVES else ""


def _run(reading: Reading, element: Element, scope: Scope) -> None:
    properties = element.find(_R_PROPERTIES)
    reading.font, reading.bold = "", False
    if properties is not None:
        if (fonts := properties.find(w("rFonts"))) is not None:
            reading.font = fonts.get(w("ascii"), "")
        if (bold := properties.find(w("b"))) is not None:
            reading.bold = is_on(bold)
        if (change := properties.find(w("rPrChange"))) is not None:
            scope = tracked(scope, mark_of(change, ChangeKind.FORMATTING))
        if (hidden := properties.find(w("vanish"))) is not None and is_on(hidden):
            _told(reading, element, scope, UnreadKind.HIDDEN)
        if any(map(is_on, properties.iterfind(w("strike")))) or any(map(is_on, properties.iterfind(w("dstrike")))):
            _told(reading, element, scope, UnreadKind.STRUCK)
    walk(reading, element, scope)


def _told(reading: Reading, run: Element, scope: Scope, kind: UnreadKind) -> None:
    """Hidden letters are text like any other, but nobody has seen them, and those struck by hand may be meant to go: they are told."""
    if words := "".join(each.text or "" for each in run.iter(w("t"), w("delText"))):
        add_unread(reading, kind, words, scope)


def _tracked(reading: Reading, element: Element, scope: Scope) -> None:
    kind = _KINDS[element.tag]
    walk(reading, element, tracked(scope, mark_of(element, kind, _move_name(reading, kind))))


def _properties(reading: Reading, element: Element, scope: Scope) -> None:
    """Of tables, rows, cells and sections only their changes are read here."""
    for each in element:
        if each.tag == f"{element.tag}Change":
            register(reading.changes, mark_of(each, ChangeKind.FORMATTING), spot_of(reading))


def _table(reading: Reading, element: Element, scope: Scope) -> None:
    outer, reading.grid = reading.grid, Grid(reading.tables, scope.cells)
    reading.tables += 1
    walk(reading, element, scope)
    reading.grid = outer


def _row(reading: Reading, element: Element, scope: Scope) -> None:
    properties = element.find(w("trPr"))
    grid = reading.grid
    for each in () if properties is None else properties:
        if kind := _ROW_KINDS.get(each.tag):
            scope = surrounded(scope, register(reading.changes, mark_of(each, kind), spot_of(reading)))
    for i, view in enumerate(reading.views):
        if scope.shows[i]:
            stop_waiting(view)
            grid.rows[i] += 1
            grid.columns[i] = _columns(properties, "gridBefore", 0)
    _read_boxes(reading)
    walk(reading, element, scope)


def _cell(reading: Reading, element: Element, scope: Scope) -> None:
    properties = element.find(w("tcPr"))
    for each in () if properties is None else properties:
        if kind := _CELL_KINDS.get(each.tag):
            scope = surrounded(scope, register(reading.changes, mark_of(each, kind), spot_of(reading)))
    spans, merges = _spans(properties), _merges(reading, properties)
    grid, cells, before = reading.grid, list(scope.cells), [len(view.paragraphs) for view in reading.views]
    for i in (0, 1):
        if scope.shows[i]:
            cells[i] = Cell(grid.table, grid.rows[i], grid.columns[i], spans[i], merges[i], grid.outer[i])
            grid.columns[i] += spans[i]
    inner = scope._replace(cells=(cells[0], cells[1]))
    walk(reading, element, inner)
    _end_flow(reading, inner, before)


def _spans(properties: Element | None) -> tuple[int, int]:
    span = _columns(properties, "gridSpan", 1)
    old = None if properties is None else properties.find(f"{w('tcPrChange')}/{w('tcPr')}")
    return span, span if old is None else _columns(old, "gridSpan", 1)


def _columns(properties: Element | None, name: str, least: int) -> int:
    return min(max(number(value(properties, name), least), least), MOST_COLUMNS)


def _merges(reading: Reading, properties: Element | None) -> tuple[str, str]:
    if properties is None:
        return "", ""
    if (change := properties.find(w("cellMerge"))) is not None:
        register(reading.changes, mark_of(change, ChangeKind.CELL_MERGE), spot_of(reading))
        names = (change.get(w("vMerge"), ""), change.get(w("vMergeOrig"), ""))
        return _MERGES.get(names[0], ""), _MERGES.get(names[1], "")
    merge = properties.find(w("vMerge"))
    kind = "" if merge is None else "restart" if merge.get(w("val")) == "restart" else "continue"
    return kind, kind


def _alternate(reading: Reading, element: Element, scope: Scope) -> None:
    """mc:AlternateContent holds one thing in several ways: the first way that has words, else the first."""
    branches = [each for each in element if each.tag in (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")]
    if branches:
        walk(reading, next((each for each in branches if _has_words(each)), branches[0]), scope)


def _has_words(branch: Element) -> bool:
    return next(branch.iter(*_READABLE), None) is not None


def _box(reading: Reading, element: Element, scope: Scope) -> None:
    reading.boxes.append(Box(element, scope, reading.paragraph))


def _object(reading: Reading, element: Element, scope: Scope) -> None:
    ole = next(element.iter(_OLE), None)
    add_unread(reading, UnreadKind.OBJECT, "" if ole is None else ole.get("ProgID", ""), scope)
    for box in element.iter(_BOX):
        _box(reading, box, scope)


_HANDLERS: dict[str, inline.Handler] = {
    **inline.HANDLERS,
    **dict.fromkeys(_KINDS, _tracked),
    **dict.fromkeys(map(w, ("tblPr", "trPr", "tcPr", "sectPr", "tblPrEx")), _properties),
    w("p"): _paragraph, w("r"): _run, w("tbl"): _table, w("tr"): _row, w("tc"): _cell,
    _BOX: _box, w("object"): _object, f"{{{MC}}}AlternateContent": _alternate,
}  # fmt: skip
