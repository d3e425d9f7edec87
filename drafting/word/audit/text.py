"""Text: where it may stand, and what of it Word would drop or change."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.document import Element, W, w

_W = f"{{{W}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = {w(name) for name in ("t", "delText", "instrText", "delInstrText")}
_MAY_HOLD_TEXT = _TEXTS | {w("fldData"), w("binData")}
_DELETED = {w("delText"), w("delInstrText")}
_INSTRUCTIONS = {w("instrText"), w("delInstrText")}
_T, _DEL = w("t"), w("del")
_BLANK = " \t\r\n"
_MAIN_PARTS = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")


def text_findings(package: Package) -> Iterator[Finding]:
    """D113: line ends and TABs in texts, blanks that would be lost, text that belongs to no run."""
    for part, elements in package.of_root(*_MAIN_PARTS):
        for element in elements:
            tag = element.tag
            if tag in _TEXTS:
                yield from _lost(part, element, element.text or "")
                yield from _deleted(part, element)
            elif tag.startswith(_W) and tag not in _MAY_HOLD_TEXT and (element.text or "").strip(_BLANK):
                yield Finding("D113", part, element, f"文字「{element.text.strip()[:20]}」が、文字を置けない場所にあります")
            parent = element.getparent()
            if element.tail and element.tail.strip(_BLANK) and (parent is not None and parent.tag.startswith(_W)):
                yield Finding("D113", part, element, f"文字「{element.tail.strip()[:20]}」が、文字を置けない場所にあります")


def _lost(part: str, element: Element, text: str) -> Iterator[Finding]:
    if element.tag in _INSTRUCTIONS:
        return  # blanks around a field's code mean nothing
    if any(sign in text for sign in "\t\r\n"):
        yield Finding("D113", part, element, "文の中に改行かタブがそのまま入っています（Word では空白になります）")
    elif text != text.strip(_BLANK) and not _keeps_blanks(element):
        yield Finding("D113", part, element, "文の前か後ろの空白が、Word で開くと消えます")


def _keeps_blanks(element: Element) -> bool:
    """xml:space holds for all that stands in the element that has it."""
    said = next((e.get(_SPACE) for e in (element, *element.iterancestors()) if e.get(_SPACE)), "")
    return bool(said == "preserve")


def _deleted(part: str, element: Element) -> Iterator[Finding]:
    if element.tag in _DELETED:
        if not any(e.tag in (w("del"), w("moveFrom")) for e in element.iterancestors()):
            yield Finding("D112", part, element, "削除された文が、削除の印の外にあります")
    elif element.tag == _T and next(element.iterancestors(_DEL), None) is not None:
        yield Finding("D112", part, element, "削除の印の中に、削除されていない文があります")
