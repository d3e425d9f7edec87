"""Sections: where their properties may stand, one header of a kind in each, and paper that leaves room for text."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.document import Element, w

_SECTION, _PROPERTIES = w("sectPr"), w("pPr")
_NOT_WITHIN = {w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")}
_KINDS = {w("headerReference"): "ヘッダー", w("footerReference"): "フッター"}


def section_findings(package: Package) -> Iterator[Finding]:
    """D104: sections that end where none can, headers doubled. D107: margins that leave no room."""
    for part, elements in package.elements.items():
        for section in elements:
            if section.tag != _SECTION:
                continue
            if section.getparent().tag == _PROPERTIES and any(e.tag in _NOT_WITHIN for e in section.iterancestors()):
                yield Finding("D104", part, section, "表や脚注、ヘッダー、テキストボックスの中では、セクションを区切れません")
            yield from _doubled(part, section)
            yield from _room(part, section)


def _doubled(part: str, section: Element) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for child in section:
        if child.tag in _KINDS:
            key = (child.tag, child.get(w("type"), "default"))
            if key in seen:
                yield Finding("D104", part, child, f"1つのセクションに、同じ種類の{_KINDS[child.tag]}が2つあります")
            seen.add(key)


def _room(part: str, section: Element) -> Iterator[Finding]:
    paper, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if paper is None or margins is None:
        return
    for side, edges, title in (("w", ("left", "right"), "左右"), ("h", ("top", "bottom"), "上下")):
        # A margin below 0 is fixed: its size counts
        taken = sum(abs(_twips(margins, edge)) for edge in edges)
        if 0 < _twips(paper, side) <= taken:
            yield Finding("D107", part, section, f"{title}の余白が用紙より広く、文字を置く所がありません")


def _twips(element: Element, name: str) -> int:
    value = element.get(w(name), "")
    return int(value) if value.lstrip("-").isdecimal() and len(value) < 8 else 0
