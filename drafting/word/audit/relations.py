"""Relationships as the text uses them: each id that an element names is there and leads to what is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.audit.finding import Finding, title
from drafting.word.audit.package import Package
from drafting.word.document import R, w

_R = f"{{{R}}}"
# The relationship that an element names → the end of the type that it must have.
_WANTED = {
    "headerReference": "header", "footerReference": "footer", "hyperlink": "hyperlink", "altChunk": "aFChunk", "blip": "image",
    "imagedata": "image", "attachedTemplate": "attachedTemplate", "subDoc": "subDocument",
}  # fmt: skip
# These are nothing without their relationship.
_NEEDED = {w(name): name for name in ("headerReference", "footerReference", "altChunk", "attachedTemplate", "subDoc")}
# These lead to parts of the file itself (a picture that is only linked has r:link).
_INSIDE = {f"{_R}embed", f"{_R}pict"}


def relation_findings(package: Package) -> Iterator[Finding]:
    """D103: ids of relationships in the text that are not there, or lead to something of another kind."""
    for part, elements in package.elements.items():
        known = package.relations.get(part, {})
        for element in elements:
            if element.tag in _NEEDED and not element.get(f"{_R}id"):
                yield Finding("D103", part, element, f"{title(_NEEDED[element.tag])}に、指すつながりがありません")
            for attribute, id in element.attrib.items():
                if not attribute.startswith(_R) or not id:
                    continue
                name = element.tag.rsplit("}", 1)[-1]
                if id not in known:
                    yield Finding("D103", part, element, f"{name} の指すつながり「{id}」がありません")
                elif (wanted := _WANTED.get(name)) and known[id].kind != wanted:
                    yield Finding("D103", part, element, f"{name} の指すつながり「{id}」が別の種類（{known[id].kind}）です")
                elif attribute in _INSIDE and known[id].outside:
                    yield Finding("D103", part, element, f"{name} の指すつながり「{id}」の先が、文書の中にありません")
