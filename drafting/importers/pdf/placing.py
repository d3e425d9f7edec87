"""What PDFium calls the characters of a page → glyphs where they stand; what it drops or cuts is made whole.

[x] letters beyond U+FFFF, in halves or dropped with their ActualText  [x] variation selectors  [x] ligatures taken apart
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any, NamedTuple

from drafting.importers.pdf.page import UNREADABLE
from drafting.importers.pdf.paths import Shape
from drafting.problems import LimitError, Place, Problem

MAX_GLYPHS_A_PAGE = 100_000

_TEXT = 1  # FPDF_PAGEOBJ_TEXT
_HYPHENS = (0x2, 0xAD, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line
_NOTHING = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)  # the halves of a letter beyond U+FFFF
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # chooses a form of the letter before it
_TURN = 0.1  # radians from the horizontal or the vertical that still counts as it


class Placed(NamedTuple):
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


def placed_glyphs(raw: Any, text_page: Any, number: int, file: str) -> tuple[list[Placed], set[int]]:
    """The glyphs in the order they were drawn, and the addresses of the text objects they come from."""
    count = raw.FPDFText_CountChars(text_page)
    if count > MAX_GLYPHS_A_PAGE:
        message = f"{number}ページの文字が多すぎます（{MAX_GLYPHS_A_PAGE}字まで）。ファイルを分けてください。"
        raise LimitError(Problem("I052", message, Place(file)))
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, _Style] = {}
    placed: list[Placed] = []
    for i in range(count):
        if raw.FPDFText_IsGenerated(text_page, i) == 1:
            continue
        address = ctypes.cast(raw.FPDFText_GetTextObject(text_page, i), ctypes.c_void_p).value or 0
        if address not in styles:
            styles[address] = _style(raw, text_page, i)
        text = _character(raw, text_page, i)
        if not text:
            continue
        if _SELECTOR.fullmatch(text) and placed:
            placed[-1] = placed[-1]._replace(text=placed[-1].text + text)
            continue
        raw.FPDFText_GetLooseCharBox(text_page, i, box)
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        style = styles[address]
        edges = (box.left, box.bottom, box.right, box.top)
        placed.append(Placed(text, x.value, y.value, edges, style.size, style.turn))
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
    code = _code_point(raw, text_page, i)
    if code in _HYPHENS and raw.FPDFText_IsHyphen(text_page, i) == 1:
        return "-"
    if code in (0x9, 0xA0):
        return " "
    if code in _NOTHING or code in (0xA, 0xD, 0xAD):
        return ""
    if raw.FPDFText_HasUnicodeMapError(text_page, i) == 1:
        return UNREADABLE
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return UNREADABLE
    return chr(code)


def _code_point(raw: Any, text_page: Any, i: int) -> int:
    """PDFium counts UTF-16: the first half of a pair gives the whole letter, the second a joiner, which is nothing."""
    code: int = raw.FPDFText_GetUnicode(text_page, i)
    if code in _HIGH and (low := raw.FPDFText_GetUnicode(text_page, i + 1)) in _LOW:
        return 0x10000 + ((code - 0xD800) << 10) + int(low - 0xDC00)
    if code in _LOW and i and raw.FPDFText_GetUnicode(text_page, i - 1) in _HIGH:
        return _NOTHING[0]
    return code


def _apart(placed: list[Placed]) -> list[Placed]:
    """Letters of one ligature share its box: each gets its part of it."""
    result: list[Placed] = []
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


def dropped_glyphs(raw: Any, shapes: list[Shape], seen: set[int]) -> list[Placed]:
    """The texts that PDFium passes over: ActualText beyond U+FFFF, as LibreOffice writes for 𠮷 and for IVS."""
    found: list[Placed] = []
    for shape in shapes:
        if shape.kind != _TEXT or shape.address in seen:
            continue
        text = _actual_text(raw, shape.handle)
        if not any(letter > "\uffff" for letter in text):
            continue
        matrix, size = shape.matrix, ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(shape.handle, size)
        height = abs(size.value) * math.hypot(matrix.c, matrix.d) or 0.1
        selector = _SELECTOR.fullmatch(text)
        along = (math.copysign(1, matrix.a), 0.0) if abs(matrix.a) >= abs(matrix.b) else (0.0, math.copysign(1, matrix.b))
        # A variation selector belongs to the letter before it, which ends here.
        start, width = (-0.05 * height, 0.0) if selector else (0.0, height * len(text))
        x, y = matrix.e + start * along[0], matrix.f + start * along[1]
        ends = (x + width * along[0], y + width * along[1])
        box = (min(x, ends[0]), min(y, ends[1]), max(x, ends[0]), max(y, ends[1]))
        turn = round(math.atan2(along[1], along[0]) / (math.pi / 2)) % 4
        found.append(Placed(text, x, y, box, height, turn))
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
