"""Parts of the package beside the body: where they are, and how one is put in."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from drafting.word.document import XML_HEAD, Element, R, escape, parse_xml, serialize
from drafting.word.package import MAIN_PART, TYPES_PART

_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
DOCUMENT_RELS = "word/_rels/document.xml.rels"
PACKAGE_RELS = "_rels/.rels"


class Kind(NamedTuple):
    """A kind of part: its usual name, its relationship and its content type; `rels` points to it."""

    name: str
    relation: str
    content_type: str
    rels: str = DOCUMENT_RELS


DOCUMENT = Kind(MAIN_PART, f"{R}/officeDocument", f"{_WORD_TYPE}.document.main+xml", PACKAGE_RELS)
STYLES = Kind("word/styles.xml", f"{R}/styles", f"{_WORD_TYPE}.styles+xml")
NUMBERING = Kind("word/numbering.xml", f"{R}/numbering", f"{_WORD_TYPE}.numbering+xml")
SETTINGS = Kind("word/settings.xml", f"{R}/settings", f"{_WORD_TYPE}.settings+xml")
FONTS = Kind("word/fontTable.xml", f"{R}/fontTable", f"{_WORD_TYPE}.fontTable+xml")
THEME = Kind("word/theme/theme1.xml", f"{R}/theme", "application/vnd.openxmlformats-officedocument.theme+xml")
FOOTNOTES = Kind("word/footnotes.xml", f"{R}/footnotes", f"{_WORD_TYPE}.footnotes+xml")
FOOTER = Kind("word/footer_drafting.xml", f"{R}/footer", f"{_WORD_TYPE}.footer+xml")
CORE = Kind(
    "docProps/core.xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    f"{_PACKAGE_TYPE}.core-properties+xml",
    PACKAGE_RELS,
)
APP = Kind(
    "docProps/app.xml",
    f"{R}/extended-properties",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    PACKAGE_RELS,
)


def empty_parts() -> dict[str, bytes]:
    """A package with no part but the lists of parts."""
    defaults = (("rels", f"{_PACKAGE_TYPE}.relationships+xml"), ("xml", "application/xml"))
    types = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults)
    rels = f'{XML_HEAD}<Relationships xmlns="{_RELS_NS}"/>'.encode()
    return {
        TYPES_PART: f'{XML_HEAD}<Types xmlns="{_TYPES_NS}">{types}</Types>'.encode(),
        PACKAGE_RELS: rels,
        DOCUMENT_RELS: rels,
    }


def find_part(parts: dict[str, bytes], kind: Kind) -> str | None:
    """The name of the part of this kind, None if the package has none. For kinds that occur once."""
    if kind.rels not in parts:
        return None
    return next(
        (_target(each, kind) for each in parse_xml(parts[kind.rels]) if each.get("Type") == kind.relation), None
    )


def put_part(parts: dict[str, bytes], kind: Kind, content: bytes) -> str:
    """Put `content` in place of the part of this kind, or add it. Returns its relationship id.

    Footers occur many times: theirs is the one with our name.
    """
    rels = parse_xml(parts.get(kind.rels) or f'<Relationships xmlns="{_RELS_NS}"/>'.encode())
    for each in rels:
        if each.get("Type") == kind.relation and (kind is not FOOTER or _target(each, kind) == kind.name):
            parts[_target(each, kind)] = content
            return str(each.get("Id"))
    taken = {each.get("Id") for each in rels}
    identifier = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
    target = posixpath.relpath(kind.name, "word") if kind.rels == DOCUMENT_RELS else kind.name
    attributes = {"Id": identifier, "Type": kind.relation, "Target": target}
    rels.append(rels.makeelement(f"{{{_RELS_NS}}}Relationship", attributes))
    parts[kind.rels] = serialize(rels)
    parts[kind.name] = content
    _declare(parts, kind)
    return identifier


def _target(relationship: Element, kind: Kind) -> str:
    folder = "/word" if kind.rels == DOCUMENT_RELS else "/"
    return posixpath.normpath(posixpath.join(folder, relationship.get("Target"))).lstrip("/")


def _declare(parts: dict[str, bytes], kind: Kind) -> None:
    types = parse_xml(parts[TYPES_PART])
    name = f"/{kind.name}"
    if all(each.get("PartName") != name for each in types):
        override = {"PartName": name, "ContentType": kind.content_type}
        types.append(types.makeelement(f"{{{_TYPES_NS}}}Override", override))
        parts[TYPES_PART] = serialize(types)


def core_properties(title: str) -> bytes:
    """The properties of the document: a title, and neither people nor times."""
    return (
        f"{XML_HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator>"
        "</cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """The properties of the program: none but the version whose behaviour we write for."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML_HEAD}<Properties xmlns="{space}"><AppVersion>16.0000</AppVersion></Properties>'.encode()
