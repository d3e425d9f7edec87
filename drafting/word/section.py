"""Sections: paper, margins, page numbers (ECMA-376 17.6)."""

from __future__ import annotations

import copy
from typing import NamedTuple

from drafting.draft import Finish
from drafting.model import Format, Margins
from drafting.word.document import NAMESPACES, XML_HEAD, Element, R, escape, field_xml, parse_xml, serialize, w
from drafting.word.parts import FOOTER, HEADER, put_part
from drafting.word.styles import Styles

TWIPS_PER_MM = 1440 / 25.4
# The line pitch of our styles: 18 pt for 11 pt characters, 38 lines on a page
PITCH = 18 / 11
_A4 = (11906, 16838)
# The order of w:sectPr (17.6.17), as far as we write in it
_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
    "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip


class Paper(NamedTuple):
    """The room for text: twips across and down, and half-points of a body character."""

    width: int
    height: int
    size: int

    @property
    def line(self) -> float:
        """Full-width body characters in a line."""
        return self.width / (self.size * 10)

    @property
    def lines(self) -> int:
        """Body lines on a page."""
        return int(self.height / (self.size * 10 * PITCH))


class Sections(NamedTuple):
    """The XML of w:sectPr: of the first section, which has no page number, and of the others."""

    cover: str
    numbered: str
    paper: Paper


def default_section(margins: Margins) -> str:
    """w:sectPr of A4 upright, without page number."""
    top, right, bottom, left = (
        round(side * TWIPS_PER_MM) for side in (margins.top, margins.right, margins.bottom, margins.left)
    )
    return (
        f'<w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        ' w:header="851" w:footer="709" w:gutter="0"/>'
        '<w:cols w:space="425"/><w:docGrid w:linePitch="360"/>'
    )


def footer_xml(pattern: str, style: str | None) -> bytes:
    """A footer with `pattern`, in which the digit 1 stands for the number of the page."""
    before, found, after = pattern.partition("1")
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    field = field_xml("PAGE", "1") if found else ""
    runs = (_text_run(before), field, _text_run(after))
    paragraph = f'<w:p><w:pPr>{link}<w:jc w:val="center"/></w:pPr>{"".join(runs)}</w:p>'
    return f"{XML_HEAD}<w:ftr {NAMESPACES}>{paragraph}</w:ftr>".encode()


def _text_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def header_xml(text: str, style: str | None) -> bytes:
    """A header with `text` at the right edge."""
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    paragraph = f'<w:p><w:pPr>{link}<w:jc w:val="right"/></w:pPr>{_text_run(text)}</w:p>'
    return f"{XML_HEAD}<w:hdr {NAMESPACES}>{paragraph}</w:hdr>".encode()


def make_sections(parts: dict[str, bytes], body: Element, form: Format, finish: Finish, known: Styles) -> Sections:
    """The sections of a draft, after the last section of the reference's own body.

    Margins and page number change only where `form` differs from the default format; a
    reference without footer gets ours.
    """
    section = body.find(w("sectPr"))
    if section is None:
        section = parse_xml(f"<w:sectPr {NAMESPACES}>{default_section(form.margins)}</w:sectPr>".encode())
    section = copy.deepcopy(section)
    for change in section.findall(w("sectPrChange")) + section.findall(w("pgNumType")) + section.findall(w("type")):
        section.remove(change)
    _set_margins(section, form.margins)
    if form.page_number != Format().page_number or section.find(w("footerReference")) is None:
        _set_footer(section, put_part(parts, FOOTER, footer_xml(form.page_number, known.paragraph("footer"))))
    if finish.header:
        _set_header(section, put_part(parts, HEADER, header_xml(finish.header, known.paragraph("header"))))
    if finish.line_numbers:
        _insert(section, "lnNumType", {"countBy": "1", "restart": "newPage"})
    _insert(section, "pgNumType", {"start": "1"})
    cover = copy.deepcopy(section)
    for footer in cover.findall(w("footerReference")):
        cover.remove(footer)
    return Sections(_text(cover), _text(section), _paper(section, known.sizes[""]))


def _insert(section: Element, name: str, attributes: dict[str, str]) -> None:
    """Put an element of _ORDER in its place in w:sectPr, instead of one that is there."""
    for old in section.findall(w(name)):
        section.remove(old)
    before = {w(each) for each in _ORDER[: _ORDER.index(name)]}
    place = sum(1 for each in section if each.tag in before)
    section.insert(place, section.makeelement(w(name), {w(key): value for key, value in attributes.items()}))


def _set_header(section: Element, relation: str) -> None:
    """The header of all pages, of first and even ones too: a draft shall be known by each of its sheets."""
    for old in section.findall(w("headerReference")):
        section.remove(old)
    for place, kind in enumerate(("default", "first", "even")):
        section.insert(place, section.makeelement(w("headerReference"), {w("type"): kind, f"{{{R}}}id": relation}))


def _set_footer(section: Element, relation: str) -> None:
    for old in section.findall(w("footerReference")):
        section.remove(old)
    new = section.makeelement(w("footerReference"), {w("type"): "default", f"{{{R}}}id": relation})
    section.insert(len(section.findall(w("headerReference"))), new)


def _set_margins(section: Element, margins: Margins) -> None:
    page = section.find(w("pgMar"))
    for side in ("top", "bottom", "left", "right"):
        if page is not None and getattr(margins, side) != getattr(Margins(), side):
            page.set(w(side), str(round(getattr(margins, side) * TWIPS_PER_MM)))


def _paper(section: Element, size: int) -> Paper:
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or margins is None:
        return Paper(8787, 14003, size)
    sides = {name: abs(int(margins.get(w(name), "0"))) for name in ("top", "bottom", "left", "right")}
    width = int(page.get(w("w"), _A4[0])) - sides["left"] - sides["right"]
    return Paper(max(width, 1000), max(int(page.get(w("h"), _A4[1])) - sides["top"] - sides["bottom"], 1000), size)


def _text(section: Element) -> str:
    xml = serialize(section).decode()
    return xml[xml.index("<w:sectPr") :]
