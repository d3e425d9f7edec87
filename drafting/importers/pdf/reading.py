"""PDFium → `Page`s, turned upright. With `paths`, `placing` and `remarks` the only modules that know the library.

[x] /Rotate and text laid sideways  [x] forms within forms  [x] comments and form fields (as remarks)
[ ] optional content: all layers are read
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any

from drafting.importers.pdf.page import BLANKS, Glyph, Page
from drafting.importers.pdf.paths import rules_of, shapes_of
from drafting.importers.pdf.placing import Placed, dropped_glyphs, placed_glyphs
from drafting.importers.pdf.remarks import remarks_of
from drafting.problems import InputError, LimitError, Place, Problem

MAX_PAGES = 1000

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_TEXT, _IMAGE = 1, 3  # FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE


class Pages:
    """The open file. Iterating gives its pages one by one; close it at the end."""

    def __init__(self, data: bytes, file: str) -> None:
        pdfium = _library(file)
        try:
            self._document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", 0) == _PASSWORD:
                message = "パスワードが掛かっています。パスワードを外して保存し直した PDF か、Word・テキスト版を指定してください。"
                raise InputError(Problem("I042", message, Place(file))) from None
            message = "PDF が壊れていて開けません。元のファイルをもう一度受け取ってください。"
            raise InputError(Problem("I041", message, Place(file))) from None
        self._file = file
        self.count: int = len(self._document)
        if self.count > MAX_PAGES:
            message = f"ページが多すぎます（{MAX_PAGES}ページまで）。会議ごとに分けてください。"
            raise LimitError(Problem("I052", message, Place(file)))

    def close(self) -> None:
        """Let the file go."""
        self._document.close()

    def __iter__(self) -> Iterator[Page | Problem]:
        """Each page, or the error (I041) that stands for a page which cannot be read."""
        for index in range(self.count):
            try:
                page = self._document[index]
            except _library(self._file).PdfiumError:
                message = f"{index + 1}ページが壊れていて読めません。元のファイルをもう一度受け取ってください。"
                yield Problem("I041", message, Place(self._file))
                continue
            with closing(page):
                yield _read_page(page, index + 1, self._file)


def _library(file: str) -> Any:
    try:
        import pypdfium2
    except ImportError:
        message = (
            'PDF を読むには pypdfium2 が要ります。「pip install "drafting[pdf]"」で入れるか、'
            "会議録を Word 形式（.docx）かテキスト（.txt）で保存し直してください。"
        )
        raise InputError(Problem("I040", message, Place(file))) from None
    return pypdfium2


def _read_page(page: Any, number: int, file: str) -> Page:
    import pypdfium2.raw as raw

    shapes = list(shapes_of(page))
    text_page = raw.FPDFText_LoadPage(page)
    try:
        placed, seen = placed_glyphs(raw, text_page, number, file)
    finally:
        raw.FPDFText_ClosePage(text_page)
    placed += dropped_glyphs(raw, shapes, seen)
    turns = Counter(glyph.turn for glyph in placed if glyph.turn is not None)
    turn = turns.most_common(1)[0][0] if turns else page.get_rotation() // 90 % 4
    box = tuple(page.get_cropbox())
    glyphs = tuple(_upright(glyph, turn, box) for glyph in placed if glyph.turn == turn)
    left, bottom, right, top = box
    size = (top - bottom, right - left) if turn % 2 else (right - left, top - bottom)
    area = max(size[0] * size[1], 1.0)
    images = [shape for shape in shapes if shape.kind == _IMAGE]
    return Page(
        number, *size, glyphs,
        rules=tuple(rules_of(shapes, lambda x, y: _point(x, y, turn, box))),
        pictures=tuple(min(shape.area / area, 1.0) for shape in images),
        drawings=sum(shape.kind not in (_TEXT, _IMAGE) for shape in shapes),
        aslant="".join(glyph.text for glyph in placed if glyph.turn != turn).strip(BLANKS),
        remarks=tuple(remarks_of(raw, page)),
        vertical=_vertical(glyphs),
    )  # fmt: skip


def _upright(glyph: Placed, turn: int, box: tuple[float, ...]) -> Glyph:
    x0, y = _point(glyph.x, glyph.y, turn, box)
    corners = [_point(glyph.box[0], glyph.box[1], turn, box), _point(glyph.box[2], glyph.box[3], turn, box)]
    return Glyph(glyph.text, x0, max(corners[0][0], corners[1][0], x0), y, glyph.size)


def _point(x: float, y: float, turn: int, box: tuple[float, ...]) -> tuple[float, float]:
    """A point of user space (y upwards) on the page whose text, turned by `turn` quarters, stands upright."""
    left, bottom, right, top = box
    return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[turn]


def _vertical(glyphs: tuple[Glyph, ...]) -> int:
    pairs = pairwise(glyphs)
    return sum(abs(b.x0 - a.x0) < 0.3 * a.size and 0.5 * a.size < b.y - a.y < 1.5 * a.size for a, b in pairs)
