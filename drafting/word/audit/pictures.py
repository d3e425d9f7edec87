"""Drawings and pictures (DrawingML, ECMA-376 part 1, 20.4): whole, of a size, and with a picture to show."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.problems import Severity
from drafting.word.audit.finding import Finding
from drafting.word.audit.images import differs, unreadable
from drafting.word.audit.package import Package
from drafting.word.document import Element, R, W, w

_DRAW = "http://schemas.openxmlformats.org/drawingml/2006"
_WP, _A, _PIC = f"{{{_DRAW}/wordprocessingDrawing}}", f"{{{_DRAW}/main}}", f"{{{_DRAW}/picture}}"
_W = f"{{{W}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_WRAPS = tuple(f"{_WP}wrap{kind}" for kind in ("None", "Square", "Tight", "Through", "TopAndBottom"))
_FRAME = (f"{_WP}extent", f"{_WP}effectExtent", f"{_WP}docPr", f"{_WP}cNvGraphicFramePr", f"{_A}graphic")
_ANCHOR = (f"{_WP}simplePos", f"{_WP}positionH", f"{_WP}positionV", *_FRAME[:2], "wrap", *_FRAME[2:])
# element → its children in order: each must be there but for `_MAY_LACK`; then the attributes that it must have.
_ORDER = {
    f"{_WP}inline": _FRAME, f"{_WP}anchor": _ANCHOR, f"{_PIC}pic": (f"{_PIC}nvPicPr", f"{_PIC}blipFill", f"{_PIC}spPr"),
    f"{_PIC}nvPicPr": (f"{_PIC}cNvPr", f"{_PIC}cNvPicPr"), f"{_PIC}blipFill": (f"{_A}blip", f"{_A}srcRect", f"{_A}stretch"),
}  # fmt: skip
_MAY_LACK = (f"{_WP}effectExtent", f"{_WP}cNvGraphicFramePr", f"{_A}srcRect", f"{_A}stretch")
_ATTRIBUTES = {
    f"{_WP}anchor": "relativeHeight behindDoc locked layoutInCell allowOverlap", f"{_WP}extent": "cx cy", f"{_WP}docPr": "id name",
    f"{_PIC}cNvPr": "id name", f"{_A}graphicData": "uri", f"{_WP}positionH": "relativeFrom", f"{_WP}positionV": "relativeFrom",
    f"{_WP}simplePos": "x y", f"{_WP}wrapSquare": "wrapText", f"{_WP}effectExtent": "l t r b",
}  # fmt: skip
_FROM = {
    f"{_WP}positionH": "margin page column character leftMargin rightMargin insideMargin outsideMargin".split(),
    f"{_WP}positionV": "margin page paragraph line topMargin bottomMargin insideMargin outsideMargin".split(),
}
_DRAWING, _IMAGE, _BLIP, _GRAPHIC, _DATA = w("drawing"), f"{_VML}imagedata", f"{_A}blip", f"{_A}graphic", f"{_A}graphicData"
_FAMILIES = (_WP, _PIC)
_MOST = 27_273_042_316_900  # ST_PositiveCoordinate, 20.1.10.42
_SOURCES = (f"{{{R}}}id", f"{{{R}}}pict", f"{{{R}}}href", f"{_OFFICE}relid", "src")
_CURE = "その図を消し、画像を入れ直してください。"


def picture_findings(package: Package) -> Iterator[Finding]:
    """D117: drawings that are incomplete or of no size, pictures without a picture that can be shown."""
    for part, elements in package.elements.items():
        for element in elements:
            if element.tag.startswith(_W) and element.tag != _DRAWING:
                continue
            for message in _faults(element):
                yield Finding("D117", part, element, message, cure=_CURE)
            if element.tag in (_BLIP, _IMAGE):
                yield from _shown(package, part, element)


def _faults(element: Element) -> Iterator[str]:
    tag = element.tag
    if tag == _DRAWING:
        if not any(child.tag in (f"{_WP}inline", f"{_WP}anchor") for child in _children(element)):
            yield "図に中身がありません"
    elif tag == _IMAGE:
        if not any(element.get(name) for name in _SOURCES):
            yield "図に、画像を指すつながりがありません"
    elif tag == _BLIP:
        if not (element.get(f"{{{R}}}embed") or element.get(f"{{{R}}}link")):
            yield "図に、画像を指すつながり（embed）がありません"
    elif tag.startswith(_FAMILIES) or tag == _DATA:
        yield from _missing_attributes(element)
        yield from _wrong_children(element)
        yield from _wrong_values(element)
    elif tag == _GRAPHIC and element.find(_DATA) is None:
        yield "図の中身（graphicData）がありません"


def _children(element: Element) -> Iterator[Element]:
    """The children; of an alternative those of its first choice."""
    for child in element.iterchildren("*"):
        if child.tag == f"{_MC}AlternateContent":
            choice = next(child.iterchildren("*"), None)
            yield from _children(choice) if choice is not None else ()
        else:
            yield child


def _name(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def _missing_attributes(element: Element) -> Iterator[str]:
    for attribute in _ATTRIBUTES.get(element.tag, "").split():
        if attribute not in element.attrib:
            yield f"図の {_name(element.tag)} に {attribute} がありません"


def _wrong_children(element: Element) -> Iterator[str]:
    if element.tag not in _ORDER:
        return
    order = _ORDER[element.tag]
    tags = ["wrap" if child.tag in _WRAPS else child.tag for child in _children(element)]
    for tag in order:
        if tag not in tags and tag not in _MAY_LACK:
            yield f"図の {_name(element.tag)} に {_name(tag)} がありません"
    places = [order.index(tag) for tag in tags if tag in order]
    if places != sorted(places):
        yield f"図の {_name(element.tag)} の中の順番が違います"
    elif len(set(places)) < len(places):
        yield f"図の {_name(element.tag)} の中に、同じものが2つあります"


def _wrong_values(element: Element) -> Iterator[str]:
    tag = element.tag
    if tag == f"{_WP}extent":
        yield from _size(element)
    elif tag in (f"{_WP}docPr", f"{_PIC}cNvPr"):
        id = element.get("id", "0")
        if not (id.isdecimal() and int(id) < 2**32):
            yield f"図の番号「{id[:20]}」が正しくありません"
    elif tag in _FROM:
        if element.get("relativeFrom", "page") not in _FROM[tag]:
            yield f"図の位置の基準「{element.get('relativeFrom')}」が正しくありません"
        if not len(element):
            yield f"図の位置（{_name(tag)}）が書かれていません"
    elif tag == _DATA and not len(element):
        yield "図の中身（graphicData）が空です"


def _size(extent: Element) -> Iterator[str]:
    """A line may have no height, a picture may not."""
    sides = [extent.get(name) for name in ("cx", "cy")]
    if None in sides:
        return
    if not all(side.isdecimal() and side.isascii() and int(side) <= _MOST for side in sides):
        yield f"図の大きさ「{'×'.join(side[:20] for side in sides)}」が正しくありません"
        return
    is_picture = next(extent.getparent().iter(f"{_PIC}pic"), None) is not None
    if sum(int(side) == 0 for side in sides) > (0 if is_picture else 1):
        yield "図の大きさが0です（見えません）"


def _shown(package: Package, part: str, element: Element) -> Iterator[Finding]:
    """The picture that is named can be shown. That the relationship and the part are there is for other rules."""
    relations = package.relations.get(part, {})
    for attribute in (f"{{{R}}}embed", f"{{{R}}}id", f"{{{R}}}pict"):
        relation = relations.get(element.get(attribute, ""))
        if relation is None or relation.kind != "image" or relation.target not in package.parts:
            continue
        data, kind = package.parts[relation.target], package.types.get(relation.target, "")
        if reason := unreadable(data, kind):
            yield Finding("D117", part, element, f"画像「{relation.target}」{reason}", cure=_CURE)
        elif found := differs(data, kind):
            message = f"画像「{relation.target}」の種類は {kind} と書かれていますが、中身は {found} です"
            yield Finding("D117", part, element, message, Severity.WARNING, _CURE)
