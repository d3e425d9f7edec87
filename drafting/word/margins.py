"""What stands in the margins of a page: headers and footers (ECMA-376 17.10)."""

from __future__ import annotations

from drafting.patterns import lazy_pattern
from drafting.word.document import NAMESPACES, XML_HEAD, escape, field_xml

_NUMBER = lazy_pattern("([^1１]*)([1１])(?:([^0-9０-９]+)(?:10|１０))?(.*)")


_SIGN = '<w:sz w:val="26"/><w:szCs w:val="26"/><w:bdr w:val="single" w:sz="8" w:space="3" w:color="auto"/>'


def footer_xml(pattern: str, style: str | None, total: str = "NUMPAGES", pages: int = 1) -> bytes:
    """A footer with `pattern`: its first 1 (or １) is the number of the page, a 10 behind it the number
    of pages, counted by the field `total`. `pages` is what that shows until Word has counted."""
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    match = _NUMBER.fullmatch(pattern)
    runs = _text_run(pattern)
    if match:
        wide = " \\* DBCHAR" if match[2] == "１" else ""
        number = field_xml(f"PAGE{wide}", match[2])
        count = _text_run(match[3]) + field_xml(f"{total}{wide}", str(pages)) if match[3] else ""
        runs = f"{_text_run(match[1])}{number}{count}{_text_run(match[4])}"
    paragraph = f'<w:p><w:pPr>{link}<w:jc w:val="center"/></w:pPr>{runs}</w:p>'
    return f"{XML_HEAD}<w:ftr {NAMESPACES}>{paragraph}</w:ftr>".encode()


def _text_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def header_xml(sign: str, text: str, style: str | None, font: str) -> bytes:
    """A header at the right edge: `sign` in a frame, larger and in `font`, and `text` behind it."""
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    slots = " ".join(f'w:{slot}="{escape(font)}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    look = f'<w:rPr><w:rFonts {slots}/>{_SIGN}</w:rPr>'
    runs = f"<w:r>{look}<w:t>{escape(sign)}</w:t></w:r>" + _text_run(f"\u3000{text}" if text else "")
    paragraph = f'<w:p><w:pPr>{link}<w:jc w:val="right"/></w:pPr>{runs}</w:p>'
    return f"{XML_HEAD}<w:hdr {NAMESPACES}>{paragraph}</w:hdr>".encode()
