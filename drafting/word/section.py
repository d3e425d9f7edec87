"""Sections: paper, margins, page numbers (ECMA-376 17.6)."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import NamedTuple

from drafting.draft import Orientation, Pages
from drafting.model import Format, Margins
from drafting.word.document import NAMESPACES, XML_HEAD, Element, R, escape, field_xml, parse_xml, serialize, w
from drafting.word.parts import FOOTER, put_part

TWIPS_PER_MM = 1440 / 25.4
# The line pitch of our styles: 18 pt for 11 pt characters, 38 lines on a page
PITCH = 18 / 11
_A4 = (11906, 16838)
# What stands before w:pgNumType in w:sectPr (17.6.17)
_BEFORE_NUMBER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType",
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


def make_sections(
    parts: dict[str, bytes], body: Element, form: Format, size: int, footer_style: str | None
) -> Sections:
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
        _set_footer(section, put_part(parts, FOOTER, footer_xml(form.page_number, footer_style)))
    lying = _turned(section)
    both = {Orientation.PORTRAIT: section, Orientation.LANDSCAPE: lying}
    others = {(Pages.ON, orientation): _text(each) for orientation, each in both.items()}
    others |= {(Pages.FROM_ONE, orientation): _text(_from_one(each)) for orientation, each in both.items()}
    cover = _from_one(section)
    for footer in cover.findall(w("footerReference")):
        cover.remove(footer)
    return Sections(_text(cover), others, {orientation: _paper(each, size) for orientation, each in both.items()})


def _from_one(section: Element) -> Element:
    """The section with pages that count from 1."""
    section = copy.deepcopy(section)
    place = sum(1 for each in section if each.tag in {w(name) for name in _BEFORE_NUMBER})
    section.insert(place, section.makeelement(w("pgNumType"), {w("start"): "1"}))
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
        top, right, bottom, left = (margins.get(w(side)) for side in ("top", "right", "bottom", "left"))
        for side, value in (("top", left), ("right", top), ("bottom", right), ("left", bottom)):
            margins.set(w(side), value)
    return section


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
