"""PDFium → `Page`s. The only module that knows the library; it turns pages upright and keeps what PDFium drops.

[x] /Rotate and text laid sideways  [x] forms within forms  [x] ActualText beyond U+FFFF, which PDFium drops
[x] ligatures taken apart  [x] comments and form fields (as remarks)  [ ] optional content: all layers are read
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any, NamedTuple

from drafting.importers.pdf.page import BLANKS, UNREADABLE, Glyph, Page
from drafting.importers.pdf.paths import Shape, rules_of, shapes_of
from drafting.problems import InputError, LimitError, Place, Problem

MAX_PAGES = 1000
MAX_GLYPHS_A_PAGE = 100_000

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_TEXT, _IMAGE = 1, 3  # FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE
_HYPHENS = (0x2, 0xAD, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line
_NOTHING = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
_LINKS = (2, 16)  # FPDF_ANNOT_LINK, FPDF_ANNOT_POPUP
_TURN = 0.1  # radians from the horizontal or the vertical that still counts as it


class _Placed(NamedTuple):
    """A glyph in user space: its origin, box and em, and the quarter turns of its writing (None: aslant)."""

    text: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    size: float
    turn: int | None


class _Style(NamedTuple):
    size: float
    turn: int | None


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
        if not self.count:
            raise InputError(Problem("I041", "PDF にページがありません。元のファイルをもう一度受け取ってください。", Place(file)))
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
            "PDF を読むには pypdfium2 が要ります。「pip install 'drafting[pdf]'」で入れるか、"
            "会議録を Word 形式（.docx）かテキスト（.txt）で保存し直してください。"
        )
        raise InputError(Problem("I040", message, Place(file))) from None
    return pypdfium2


def _read_page(page: Any, number: int, file: str) -> Page:
    import pypdfium2.raw as raw

    shapes = list(shapes_of(page))
    text_page = raw.FPDFText_LoadPage(page)
    try:
        placed, seen = _placed(raw, text_page, number, file)
    finally:
        raw.FPDFText_ClosePage(text_page)
    placed += _dropped(raw, shapes, seen)
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
        remarks=tuple(_remarks(raw, page)),
        vertical=_vertical(glyphs),
    )  # fmt: skip


def _placed(raw: Any, text_page: Any, number: int, file: str) -> tuple[list[_Placed], set[int]]:
    """The glyphs in the order they were drawn, and the addresses of the text objects they come from."""
    count = raw.FPDFText_CountChars(text_page)
    if count > MAX_GLYPHS_A_PAGE:
        message = f"{number}ページの文字が多すぎます（{MAX_GLYPHS_A_PAGE}字まで）。ファイルを分けてください。"
        raise LimitError(Problem("I052", message, Place(file)))
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, _Style] = {}
    placed: list[_Placed] = []
    for i in range(count):
        if raw.FPDFText_IsGenerated(text_page, i) == 1:
            continue
        address = ctypes.cast(raw.FPDFText_GetTextObject(text_page, i), ctypes.c_void_p).value or 0
        if address not in styles:
            styles[address] = _style(raw, text_page, i)
        text = _character(raw, text_page, i)
        if not text:
            continue
        raw.FPDFText_GetLooseCharBox(text_page, i, box)
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        style = styles[address]
        edges = (box.left, box.bottom, box.right, box.top)
        placed.append(_Placed(text, x.value, y.value, edges, style.size, style.turn))
    return _apart(placed), set(styles)


def _style(raw: Any, text_page: Any, i: int) -> _Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, i, matrix)
    size = raw.FPDFText_GetFontSize(text_page, i) * math.hypot(matrix.c, matrix.d)
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    aslant = abs(quarters - round(quarters)) * math.pi / 2 > _TURN
    return _Style(max(abs(size), 0.1), None if aslant else round(quarters) % 4)


def _character(raw: Any, text_page: Any, i: int) -> str:
    """The character, "" for one without width or meaning, `UNREADABLE` where the font does not tell it."""
    code = raw.FPDFText_GetUnicode(text_page, i)
    if code in _HYPHENS and raw.FPDFText_IsHyphen(text_page, i) == 1:
        return "-"
    if code in (0x9, 0xA0):
        return " "
    if code in _NOTHING or code in (0xA, 0xD, 0xAD):
        return ""
    if 0xD800 <= code < 0xDC00 and 0xDC00 <= (low := raw.FPDFText_GetUnicode(text_page, i + 1)) < 0xE000:
        return chr(0x10000 + ((code - 0xD800) << 10) + low - 0xDC00)
    if 0xDC00 <= code < 0xE000 and i and 0xD800 <= raw.FPDFText_GetUnicode(text_page, i - 1) < 0xDC00:
        return ""  # read with its first half
    if raw.FPDFText_HasUnicodeMapError(text_page, i) == 1:
        return UNREADABLE
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return UNREADABLE
    return chr(code)


def _apart(placed: list[_Placed]) -> list[_Placed]:
    """Letters of one ligature share its box: each gets its part of it."""
    result: list[_Placed] = []
    start = 0
    for end in range(1, len(placed) + 1):
        same = end < len(placed) and placed[end].box == placed[start].box and placed[end].x == placed[start].x
        if same:
            continue
        run = placed[start:end]
        left, bottom, right, top = run[0].box
        width = (right - left) / len(run)
        for i, glyph in enumerate(run):
            box = (left + i * width, bottom, left + (i + 1) * width, top)
            result.append(glyph._replace(x=glyph.x + i * width, box=box) if len(run) > 1 else glyph)
        start = end
    return result


def _dropped(raw: Any, shapes: list[Shape], seen: set[int]) -> list[_Placed]:
    """The texts that PDFium passes over: ActualText beyond U+FFFF, as LibreOffice writes for 𠮷 and for IVS."""
    found: list[_Placed] = []
    for shape in shapes:
        if shape.kind != _TEXT or shape.address in seen:
            continue
        text = _actual_text(raw, shape.handle)
        if not any(letter > "\uffff" for letter in text):
            continue
        matrix, size = shape.matrix, ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(shape.handle, size)
        height = abs(size.value) * math.hypot(matrix.c, matrix.d) or 0.1
        selector = all("\U000e0100" <= letter <= "\U000e01ef" for letter in text)
        along = (math.copysign(1, matrix.a), 0.0) if abs(matrix.a) >= abs(matrix.b) else (0.0, math.copysign(1, matrix.b))
        # A variation selector belongs to the letter before it, which ends here.
        start, width = (-0.05 * height, 0.0) if selector else (0.0, height * len(text))
        x, y = matrix.e + start * along[0], matrix.f + start * along[1]
        ends = (x + width * along[0], y + width * along[1])
        box = (min(x, ends[0]), min(y, ends[1]), max(x, ends[0]), max(y, ends[1]))
        turn = round(math.atan2(along[1], along[0]) / (math.pi / 2)) % 4
        found.append(_Placed(text, x, y, box, height, turn))
    return found


def _actual_text(raw: Any, handle: Any) -> str:
    """The ActualText of a text object (ISO 32000-1, 14.9.4). PDFium cuts it at U+FFFF when it is asked for text."""
    for i in range(max(raw.FPDFPageObj_CountMarks(handle), 0)):
        mark = raw.FPDFPageObj_GetMark(handle, i)
        length = ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, length) and length.value:
            buffer = (ctypes.c_ubyte * length.value)()
            raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, length.value, length)
            value = bytes(buffer)
            return value[2:].decode("utf-16-be", "ignore") if value.startswith(b"\xfe\xff") else ""
    return ""


def _upright(glyph: _Placed, turn: int, box: tuple[float, ...]) -> Glyph:
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


def _remarks(raw: Any, page: Any) -> Iterator[str]:
    """What stands in comments, stamps and form fields: PDFium does not count it as text of the page."""
    for i in range(max(raw.FPDFPage_GetAnnotCount(page), 0)):
        note = raw.FPDFPage_GetAnnot(page, i)
        if not note:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(note) not in _LINKS:
                words = (_annotation_text(raw, note, key) for key in (b"Contents", b"V"))
                yield next((text for text in words if text.strip()), "")
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _annotation_text(raw: Any, note: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")
