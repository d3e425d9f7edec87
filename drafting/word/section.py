"""Sections: paper, margins, page numbers (ECMA-376 17.6)."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from math import floor
from typing import NamedTuple

from drafting.draft import Finish, Orientation, Pages
from drafting.model import Format, Margins
from drafting.word.document import NAMESPACES, Element, R, parse_xml, serialize, w
from drafting.word.margins import footer_xml, header_xml
from drafting.word.parts import FIRST_FOOTER, FOOTER, FRONT_FOOTER, HEADER, put_part
from drafting.word.styles import Styles

TWIPS_PER_MM = 1440 / 25.4
# The line pitch of our styles: 18 pt for 11 pt characters, 38 lines on a page
PITCH = 18 / 11
_A4 = (11906, 16838)
NO_NUMBER, ROMAN = "なし", "ローマ数字"
# The order of w:sectPr (17.6.17), as far as we write in it
_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
    "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip


class Paper(NamedTuple):
    """The room for text: twips across and down, half-points of a body character, twips from
    line to line where a grid says so."""

    width: int
    height: int
    size: int
    pitch: int = 0

    @property
    def line(self) -> float:
        """Full-width body characters in a line."""
        return self.width / (self.size * 10)

    @property
    def lines(self) -> int:
        """Body lines on a page."""
        return int(self.height / (self.pitch or self.size * 10 * PITCH))


class Sections(NamedTuple):
    """The XML of w:sectPr: of a cover, which has no page number, and of the others; the room on each paper."""

    cover: str
    others: Mapping[tuple[Pages, Orientation], str]
    papers: Mapping[Orientation, Paper]

    @property
    def paper(self) -> Paper:
        """The room on upright paper."""
        return self.papers[Orientation.PORTRAIT]


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


def make_sections(
    parts: dict[str, bytes], body: Element, form: Format, finish: Finish, known: Styles, pages: int | None = None
) -> Sections:
    """The sections of a draft, after the last section of the reference's own body.

    Margins and page number change only where `form` differs from the default format; a
    reference without footer gets ours. `pages` is about how many the numbered section has, None
    where the draft is not divided.
    """
    section = _base_section(body, form, known.sizes[""])
    if form.page_number != Format().page_number or section.find(w("footerReference")) is None:
        _number_pages(parts, section, form, known, pages)
    if finish.sign:
        _set_header(section, put_part(parts, HEADER, header_xml(finish.sign, finish.header, known.paragraph("header"), form.heading_font)))
    if finish.line_numbers:
        _insert(section, "lnNumType", {"countBy": "1", "restart": "newPage"})
    both = {Orientation.PORTRAIT: section, Orientation.LANDSCAPE: _turned(section)}
    others = {(Pages.ON, orientation): _text(each) for orientation, each in both.items()}
    others |= {(Pages.FROM_ONE, orientation): _text(_from_one(each)) for orientation, each in both.items()}
    cover = _cover(parts, _from_one(section), form, known)
    return Sections(_text(cover), others, read_papers(body, form, known.sizes[""]))


def read_papers(body: Element, form: Format, size: int) -> dict[Orientation, Paper]:
    """The room for text on the pages of the reference's last section, upright and turned, in this form."""
    section = _base_section(body, form, size)
    grid = section.find(w("docGrid")) if form.lines else None
    pitch = 0 if grid is None else int(grid.get(w("linePitch"), "0"))
    both = {Orientation.PORTRAIT: section, Orientation.LANDSCAPE: _turned(section)}
    return {orientation: _paper(each, size)._replace(pitch=pitch) for orientation, each in both.items()}


def _from_one(section: Element) -> Element:
    """The section with pages that count from 1."""
    section = copy.deepcopy(section)
    _insert(section, "pgNumType", {"start": "1"})
    return section


def _turned(section: Element) -> Element:
    """The section on paper turned as Word turns it: the left edge, where the file is bound, lies on top."""
    section = copy.deepcopy(section)
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is not None:
        width, height = page.get(w("w"), str(_A4[0])), page.get(w("h"), str(_A4[1]))
        page.set(w("w"), height)
        page.set(w("h"), width)
        page.set(w("orient"), "landscape")
    if margins is not None:
        top, right, bottom, left = (margins.get(w(side), "0") for side in ("top", "right", "bottom", "left"))
        # One below 0 is fixed, which there is none of at the sides
        top, bottom = top.lstrip("-"), bottom.lstrip("-")
        for side, value in (("top", left), ("right", top), ("bottom", right), ("left", bottom)):
            margins.set(w(side), value)
    return section


def _base_section(body: Element, form: Format, size: int) -> Element:
    """The paper, margins and grid of a draft; headers and footers as the reference has them."""
    section = body.find(w("sectPr"))
    if section is None:
        section = parse_xml(f"<w:sectPr {NAMESPACES}>{default_section(form.margins)}</w:sectPr>".encode())
    section = copy.deepcopy(section)
    for change in section.findall(w("sectPrChange")) + section.findall(w("pgNumType")) + section.findall(w("type")):
        section.remove(change)
    _set_margins(section, form.margins)
    _set_grid(section, form, size)
    return section


def _number_pages(parts: dict[str, bytes], section: Element, form: Format, known: Styles, pages: int | None) -> None:
    for old in section.findall(w("footerReference")):
        section.remove(old)
    if form.page_number and form.page_number != NO_NUMBER:
        total = "NUMPAGES" if pages is None else "SECTIONPAGES"
        footer = footer_xml(form.page_number, known.paragraph("footer"), total, pages or 1)
        _set_footer(section, put_part(parts, FOOTER, footer))


def _cover(parts: dict[str, bytes], section: Element, form: Format, known: Styles) -> Element:
    """The section of cover, letter and contents: no page numbers, or small Roman ones from the second page on."""
    cover = copy.deepcopy(section)
    for footer in cover.findall(w("footerReference")):
        cover.remove(footer)
    if form.front_page_number == ROMAN:
        _set_footer(cover, put_part(parts, FRONT_FOOTER, footer_xml("1", known.paragraph("footer"))))
        # The cover itself has none. Word would leave out a footer that is not there; LibreOffice wants it empty.
        empty = put_part(parts, FIRST_FOOTER, footer_xml("", known.paragraph("footer")))
        first = cover.makeelement(w("footerReference"), {w("type"): "first", f"{{{R}}}id": empty})
        cover.insert(len(cover.findall(w("headerReference"))), first)
        _insert(cover, "pgNumType", {"fmt": "lowerRoman", "start": "1"})
        _insert(cover, "titlePg", {})
    return cover


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


def _set_grid(section: Element, form: Format, size: int) -> None:
    """The document grid (17.6.5) of so many characters and lines.

    w:charSpace is what a character gets beyond its size, in 4096ths of a point; rounded down,
    for a line that is too long by a hair holds a character less.
    """
    if not form.characters and not form.lines:
        return
    room = _paper(section, size)
    pitch = room.height // form.lines if form.lines else round(size * 10 * PITCH)
    grid = {"type": "linesAndChars" if form.characters else "lines", "linePitch": str(pitch)}
    if form.characters:
        grid["charSpace"] = str(floor((room.width / 20 / form.characters - size / 2) * 4096))
    _insert(section, "docGrid", grid)


def grid_problems(paper: Paper, form: Format) -> list[str]:
    """What a clerk should hear of a grid that is too close for its letters."""
    told = []
    if form.characters and paper.width / form.characters < paper.size * 10 * 0.9:
        fits = int(paper.width / (paper.size * 10))
        told.append(f"1行に{form.characters}字は、この余白と文字の大きさでは入りません（{fits}字まで）。")
    if form.lines and paper.height / form.lines < paper.size * 10 * 1.1:
        fits = int(paper.height / (paper.size * 10 * 1.3))
        told.append(f"1頁に{form.lines}行は、この余白と文字の大きさでは入りません（{fits}行くらいまで）。")
    return told


def _text(section: Element) -> str:
    xml = serialize(section).decode()
    return xml[xml.index("<w:sectPr") :]
