"""PDFs for tests, written by hand: text in a Japanese CID font that needs no file, rules, pictures, pages.

Points, y downwards from the top of the page. `ruled_table`, `two_columns` and `set_lines` set what cities publish.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595.0, 842.0
EM = 10.5
PITCH = 18.0
_HALF = range(0x20, 0x7F)
# Adobe-Japan1: CIDs 231-632 are half-width; the -HW- CMap sends ASCII there.
_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-HW-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    "/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000/W[231 632 500]"
    "/FontDescriptor<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[-123 -257 1001 910]/ItalicAngle 0/Ascent 709/Descent -241"
    "/CapHeight 709/StemV 69>>>>]>>"
)
# A font that says nothing of its characters, and the same with a table that says the code is the character,
# but for two beyond U+FFFF: U+20BB7 at e000 and the selector U+E0100 at e001.
_SILENT = (
    "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Unknown/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    "/BaseFont/ABCDEF+Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
    "/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Unknown/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200"
    "/CapHeight 700/StemV 80>>>>]{}>>"
)
_RANGES = "".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>\n" for high in range(256) if high != 0xE0)
_CODE_IS_CHARACTER = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <e000> <d842dfb7> <e001> <db40dd00> endbfchar 255 beginbfrange
{_RANGES}endbfrange endcmap end end""".encode()


def advance(text: str, size: float = EM) -> float:
    """The width of a text in points."""
    return sum(0.5 if ord(letter) in _HALF else 1.0 for letter in text) * size


class Sheet:
    """One page to draw on."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT, rotate: int = 0) -> None:
        self.width, self.height, self.rotate = width, height, rotate
        self.operations: list[str] = []
        self.images = 0
        self.annotations: list[str] = []

    def text(self, x: float, y: float, text: str, size: float = EM, *, tracking: float = 0.0, font: str = "F1", matrix: str = "1 0 0 1") -> None:
        """A text whose baseline is at `y`; `tracking` points go between its letters."""
        codes = text.encode("utf-16-be").hex()
        self.operations.append(f"BT /{font} {size} Tf {tracking} Tc {matrix} {x:.2f} {self.height - y:.2f} Tm <{codes}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked line."""
        self.operations.append(f"0.5 w {x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A filled box, as Word draws rules."""
        self.operations.append(f"{x0:.2f} {self.height - y1:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f")

    def image(self, x: float, y: float, width: float, height: float) -> None:
        """A grey picture."""
        self.images += 1
        self.operations.append(f"q {width} 0 0 {height} {x} {self.height - y - height} cm /Im1 Do Q")

    def comment(self, text: str) -> None:
        """A note pinned on the page."""
        self.annotations.append(f"<</Type/Annot/Subtype/Text/Rect[20 20 40 40]/Contents<feff{text.encode('utf-16-be').hex()}>>>")


def pdf(sheets: Sequence[Sheet], *, trailer: str = "", info: Iterable[str] = ()) -> bytes:
    """The bytes of a file with these pages; `info` are further objects. Objects 3 to 7 are the fonts F1 to F3, a picture and the table of F3."""
    picture = _stream(b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    fonts = [_FONT.encode(), _SILENT.format("").encode(), _SILENT.format("/ToUnicode 7 0 R").encode()]
    objects: list[bytes] = [b"", b"", *fonts, picture, _stream(_CODE_IS_CHARACTER, "")]
    kids = []
    for sheet in sheets:
        content = zlib.compress("\n".join(sheet.operations).encode("ascii"))
        objects.append(_stream(content, "/Filter/FlateDecode"))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Rotate {sheet.rotate}/Contents {len(objects)} 0 R"
            f"/Annots[{''.join(sheet.annotations)}]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>/XObject<</Im1 6 0 R>>>>>>".encode()
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    objects += [one.encode() for one in info]
    return _file(objects, trailer)


def _stream(data: bytes, entries: str) -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return data + f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()


def wrapped(text: str, letters: int) -> list[str]:
    """The text cut into lines of at most so many ems, anywhere but in a Latin word: even before a full stop."""
    lines, line = [], ""
    for piece in re.findall(r"[!-~]{1,20}|.", text):
        if line and advance(line + piece, 1.0) > letters:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]


Speech = tuple[str, str]


def ruled_table(speeches: Sequence[Speech], *, lines_a_page: int = 30, heading: Speech | None = None, column: int = 28) -> list[Sheet]:
    """発言者 | 内容 with rules; a speech that does not fit is cut by the page break, the header comes back on each page."""
    left, middle, right = 50.0, 180.0, 180.0 + 12 + column * EM
    sheets: list[Sheet] = []
    y = HEIGHT
    rows: list[tuple[str, list[str]]] = [(who, wrapped(said, column)) for who, said in speeches]

    def rule(at: float) -> None:
        sheets[-1].rule(left, at, right, at)

    def put(who: str, lines: Sequence[str]) -> None:
        nonlocal y
        top = y
        sheets[-1].text(left + 6, top + 14, who)
        for i, line in enumerate(lines):
            sheets[-1].text(middle + 6, top + 14 + i * PITCH, line)
        y = top + 5 + len(lines) * PITCH
        rule(y)
        for x in (left, middle, right):
            sheets[-1].rule(x, top, x, y)

    bottom = 80 + lines_a_page * PITCH
    for who, lines in rows:
        while lines:
            if not sheets or y + PITCH > bottom:
                sheets.append(Sheet())
                y = 80.0
                rule(y)
                if heading:
                    put(heading[0], [heading[1]])
            fits = max(1, int((bottom - y) // PITCH))
            put(who, lines[:fits])
            who, lines = "", lines[fits:]
    return sheets


def set_lines(lines: Sequence[tuple[float, str]], *, lines_a_page: int = 36, left: float = 70.0) -> list[Sheet]:
    """Lines as (indent in em, text), from page to page."""
    sheets: list[Sheet] = []
    for i, (indent, text) in enumerate(lines):
        if i % lines_a_page == 0:
            sheets.append(Sheet())
        sheets[-1].text(left + indent * EM, 90 + (i % lines_a_page) * PITCH, text)
    return sheets


def two_columns(speeches: Sequence[Speech], *, lines_a_page: int = 36, column: int = 30, x: float = 8) -> list[Sheet]:
    """発言者 at the left, 発言 from `x` ems on, no rules."""
    left = 60.0
    sheets: list[Sheet] = []
    count = 0
    for who, said in speeches:
        for i, line in enumerate(wrapped(said, column)):
            if count % lines_a_page == 0:
                sheets.append(Sheet())
            y = 90 + (count % lines_a_page) * PITCH
            if i == 0:
                sheets[-1].text(left, y, who)
            sheets[-1].text(left + x * EM, y, line)
            count += 1
    return sheets


def with_page_numbers(sheets: list[Sheet], form: str = "- {} -") -> list[Sheet]:
    """The same pages with a page number at the foot."""
    for number, sheet in enumerate(sheets, 1):
        text = form.format(number, len(sheets))
        sheet.text((sheet.width - advance(text)) / 2, sheet.height - 35, text)
    return sheets
