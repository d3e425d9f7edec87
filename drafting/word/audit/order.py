"""Children: each where its parent may have it, in the order of the schema, and none missing."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.problems import Severity
from drafting.word.audit.finding import Finding, title
from drafting.word.audit.package import Package
from drafting.word.audit.schema import (
    MODELS,
    NEEDED,
    REPEATED,
    SAME_PLACE,
    TABLE_HEAD,
    TOLERATED,
    UNORDERED_AFTER,
    Model,
)
from drafting.word.document import Element, W, w

_W = f"{{{W}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What stands in them counts as standing in their parent.
_CLEAR = (w("customXml"), w("smartTag"))
_SDT = w("sdt")
_UNNESTED = ("ins", "del", "moveFrom", "moveTo", "hyperlink")
_STORIES = ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")


def order_findings(package: Package) -> Iterator[Finding]:
    """D104: children at a wrong place, doubled or unknown. D105: children missing."""
    for part, elements in package.elements.items():
        for element in elements:
            tag = element.tag
            if not tag.startswith(_W):
                continue
            name = tag[len(_W) :]
            if name in MODELS:
                yield from _wrong_children(part, element, name, MODELS[name])
            yield from _missing(part, element, name)


def children(element: Element) -> Iterator[Element]:
    """The w: children; those of the first alternative, and those in sdt, customXml and smartTag, among them."""
    for child in element:
        tag = child.tag
        if tag == f"{_MC}AlternateContent":
            choice = next(iter(child), None)
            if choice is not None:
                yield from children(choice)
        elif isinstance(tag, str) and tag.startswith(_W):
            yield child
            if tag in _CLEAR:
                yield from (inner for inner in children(child) if not inner.tag.endswith("Pr"))
            elif tag == _SDT and (content := child.find(w("sdtContent"))) is not None:
                yield from children(content)


def _wrong_children(part: str, element: Element, name: str, model: Model) -> Iterator[Finding]:
    if not len(element):
        return
    reached, first, last = -1, "", ""
    for child in element if name == "sdt" else children(element):
        if not isinstance(child.tag, str) or not child.tag.startswith(_W):
            continue
        own = child.tag[len(_W) :]
        first = first or own
        place = _place(own, model)
        if place < 0:
            yield Finding("D104", part, child, f"{title(own)}は、{title(name)}の中に置けません")
            continue
        if place < reached and (name, own, last) not in TOLERATED and (name, first) not in UNORDERED_AFTER:
            yield Finding("D104", part, child, f"{title(name)}の中の{title(own)}の順番が違います")
        elif own == name and own in _UNNESTED:
            yield Finding("D104", part, child, f"{title(own)}の中に、また{title(own)}があります", Severity.WARNING)
        elif own == last and own not in model.middle and (name, own) not in REPEATED and not _said_again(child):
            yield Finding("D104", part, child, f"{title(name)}の中に{title(own)}が2つあります")
        reached, last = max(place, reached), own
    if name == "tbl":
        yield from _table_head(part, element)


def _said_again(element: Element) -> bool:
    """LibreOffice writes what the letters of a paragraph's mark look like twice: <w:b/><w:b/><w:bCs/>. Word minds no more than it."""
    before, look = element.getprevious(), element.getparent()
    alike = before is not None and before.tag == element.tag and dict(before.attrib) == dict(element.attrib)
    return alike and look.tag == w("rPr") and look.getparent().tag == w("pPr")


def _place(name: str, model: Model) -> int:
    """Where among its brothers a child belongs; -1 for one that its parent cannot have."""
    name = SAME_PLACE.get(name, name)
    if name in model.middle:
        return len(model.first)
    if name in model.first:
        return model.first.index(name)
    return len(model.first) + 1 + model.last.index(name) if name in model.last else -1


def _table_head(part: str, table: Element) -> Iterator[Finding]:
    """tblPr and tblGrid stand once, in this order, before the first row."""
    names = [child.tag[len(_W) :] for child in table if child.tag in (w("tblPr"), w("tblGrid"), w("tr"))]
    for name in TABLE_HEAD:
        if names.count(name) > 1:
            yield Finding("D104", part, table, f"表の中に{title(name)}が2つあります")
    if names != sorted(names, key=lambda name: (*TABLE_HEAD, "tr").index(name)):
        yield Finding("D104", part, table, "表の中の順番が違います（tblPr、tblGrid、tr の順です）")


def _is_named_only(element: Element) -> bool:
    """True for w:footnote in the settings, which names one of the footnotes and holds nothing."""
    parent = element.getparent()
    return parent is not None and parent.tag in (w("footnotePr"), w("endnotePr"))


def _missing(part: str, element: Element, name: str) -> Iterator[Finding]:
    for needed in NEEDED.get(name, ()):
        if element.find(w(needed)) is None:
            yield Finding("D105", part, element, f"{title(name)}に{title(needed)}がありません")
    if name in _STORIES and not _is_named_only(element):
        blocks = [child for child in children(element) if child.tag in (w("p"), w("tbl"), w("altChunk"))]
        if not blocks:
            yield Finding("D105", part, element, f"{title(name)}に段落がありません")
        elif name == "tc" and blocks[-1].tag != w("p"):
            yield Finding("D105", part, element, "表のセルの最後が段落ではありません")
    elif name == "tr" and not any(child.tag == w("tc") for child in children(element)):
        yield Finding("D105", part, element, "表の行にセルがありません")
    elif name == "tbl" and not any(child.tag == w("tr") for child in children(element)):
        yield Finding("D105", part, element, "表に行がありません")
