"""The objects of a page, forms opened, and the straight rules that its paths draw."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from drafting.importers.pdf.page import Rule

MAX_OBJECTS = 200_000

_PATH, _FORM = 2, 5  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_FORM
_LINE_TO, _BEZIER = 0, 1  # FPDF_SEGMENT_LINETO, FPDF_SEGMENT_BEZIERTO
_DEEPEST = 8
_MANY_SEGMENTS = 400  # a drawing, not a table
_THIN = 3.0  # points: a filled box no thicker is a rule
_STRAIGHT = 0.7  # points off the horizontal or vertical


class Matrix(NamedTuple):
    """A transformation as in ISO 32000-1, 8.3.3."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The point that a point becomes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


class Shape(NamedTuple):
    """An object of the page: its PDFium handle, kind and box in user space, and the way there from its own."""

    handle: Any
    address: int
    kind: int
    box: tuple[float, float, float, float]
    matrix: Matrix

    @property
    def area(self) -> float:
        """In square points."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


def combined(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    e, f = outer.at(inner.e, inner.f)
    return Matrix(
        inner.a * outer.a + inner.b * outer.c, inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c, inner.c * outer.b + inner.d * outer.d, e, f,
    )  # fmt: skip


def shapes_of(page: Any) -> Iterator[Shape]:
    """The objects of a page in drawing order; a form gives those inside it. At most `MAX_OBJECTS`."""
    import pypdfium2.raw as raw

    pending: list[tuple[Any, Matrix, int]] = [
        (raw.FPDFPage_GetObject(page, i), Matrix(), 0) for i in reversed(range(raw.FPDFPage_CountObjects(page)))
    ]
    given = 0
    while pending and given < MAX_OBJECTS:
        handle, around, depth = pending.pop()
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(handle, own)
        matrix = combined(Matrix(own.a, own.b, own.c, own.d, own.e, own.f), around)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == _FORM and depth < _DEEPEST:
            count = raw.FPDFFormObj_CountObjects(handle)
            pending += [(raw.FPDFFormObj_GetObject(handle, i), matrix, depth + 1) for i in reversed(range(count))]
            continue
        given += 1
        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        yield Shape(handle, address, kind, _box(raw, handle, around), matrix)


def _box(raw: Any, handle: Any, around: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    xs, ys = zip(around.at(left.value, bottom.value), around.at(right.value, top.value), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def rules_of(shapes: Iterable[Shape], point: Callable[[float, float], tuple[float, float]]) -> Iterator[Rule]:
    """The straight lines of the paths, each point sent through `point`."""
    import pypdfium2.raw as raw

    for shape in shapes:
        if shape.kind != _PATH:
            continue
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(shape.handle, fill, stroke)
        if not stroke.value and not fill.value:
            continue
        corners = [point(*shape.box[:2]), point(*shape.box[2:])]
        thin = min(abs(corners[0][0] - corners[1][0]), abs(corners[0][1] - corners[1][1])) <= _THIN
        if thin:
            yield from _straight(corners[0], corners[1], _THIN)
        elif stroke.value:
            for a, b in _segments(raw, shape):
                yield from _straight(point(*a), point(*b), _STRAIGHT)


def _segments(raw: Any, shape: Shape) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    count = raw.FPDFPath_CountSegments(shape.handle)
    if not 0 < count <= _MANY_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for i in range(count):
        segment = raw.FPDFPath_GetPathSegment(shape.handle, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = shape.matrix.at(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == _LINE_TO:
            yield before, here
        elif kind != _BEZIER:
            start = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield here, start
        before = here


def _straight(a: tuple[float, float], b: tuple[float, float], slack: float) -> Iterator[Rule]:
    width, height = abs(a[0] - b[0]), abs(a[1] - b[1])
    if height <= slack and width > height:
        y = (a[1] + b[1]) / 2
        yield Rule(min(a[0], b[0]), y, max(a[0], b[0]), y)
    elif width <= slack and height > width:
        x = (a[0] + b[0]) / 2
        yield Rule(x, min(a[1], b[1]), x, max(a[1], b[1]))
