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
ENDNOTES = Kind("word/endnotes.xml", f"{R}/endnotes", f"{_WORD_TYPE}.endnotes+xml")
FOOTER = Kind("word/footer_drafting.xml", f"{R}/footer", f"{_WORD_TYPE}.footer+xml")
FRONT_FOOTER = FOOTER._replace(name="word/footer_drafting_front.xml")
FIRST_FOOTER = FOOTER._replace(name="word/footer_drafting_first.xml")
HEADER = Kind("word/header_drafting.xml", f"{R}/header", f"{_WORD_TYPE}.header+xml")
COMMENTS = Kind("word/comments.xml", f"{R}/comments", f"{_WORD_TYPE}.comments+xml")
_MORE_COMMENTS = "http://schemas.microsoft.com/office"
EXTENDED = Kind(
    "word/commentsExtended.xml",
    f"{_MORE_COMMENTS}/2011/relationships/commentsExtended",
    f"{_WORD_TYPE}.commentsExtended+xml",
)
IDS = Kind("word/commentsIds.xml", f"{_MORE_COMMENTS}/2016/09/relationships/commentsIds", f"{_WORD_TYPE}.commentsIds+xml")
EXTENSIBLE = Kind(
    "word/commentsExtensible.xml",
    f"{_MORE_COMMENTS}/2018/08/relationships/commentsExtensible",
    f"{_WORD_TYPE}.commentsExtensible+xml",
)
PEOPLE = Kind("word/people.xml", f"{_MORE_COMMENTS}/2011/relationships/people", f"{_WORD_TYPE}.people+xml")
_MANY = (FOOTER, FRONT_FOOTER, FIRST_FOOTER, HEADER)
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
CUSTOM = Kind(
    "docProps/custom.xml",
    f"{R}/custom-properties",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    PACKAGE_RELS,
)
THUMBNAIL = Kind(
    "docProps/thumbnail.jpeg",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
    "image/jpeg",
    PACKAGE_RELS,
)
# What belongs to the text and the people of a reference, not to its look
PERSONAL = (COMMENTS, EXTENDED, IDS, EXTENSIBLE, PEOPLE, CUSTOM, THUMBNAIL)


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
        (_target(each, kind) for each in parse_xml(parts[kind.rels]) if _is_of(each, kind)), None
    )


def put_part(parts: dict[str, bytes], kind: Kind, content: bytes) -> str:
    """Put `content` in place of the part of this kind, or add it. Returns its relationship id.

    Headers and footers occur many times: theirs is the one with our name.
    """
    rels = parse_xml(parts.get(kind.rels) or f'<Relationships xmlns="{_RELS_NS}"/>'.encode())
    for each in rels:
        if _is_of(each, kind) and (kind not in _MANY or _target(each, kind) == kind.name):
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


def drop_part(parts: dict[str, bytes], kind: Kind) -> None:
    """Take the part of this kind out of the package, if it has one."""
    if (name := find_part(parts, kind)) is None:
        return
    rels, types = parse_xml(parts[kind.rels]), parse_xml(parts[TYPES_PART])
    for each in rels.findall("*"):
        if _is_of(each, kind):
            rels.remove(each)
    for each in types.findall("*"):
        if each.get("PartName") == f"/{name}":
            types.remove(each)
    parts[kind.rels], parts[TYPES_PART] = serialize(rels), serialize(types)
    for gone in (name, f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels"):
        parts.pop(gone, None)


def _is_of(relationship: Element, kind: Kind) -> bool:
    """True for a relationship of this kind: the ends of the types differ, their heads do from program to program."""
    return bool(_last(relationship.get("Type", "")) == _last(kind.relation))


def _last(address: str) -> str:
    return address.rpartition("/")[2]


def _target(relationship: Element, kind: Kind) -> str:
    folder = "/word" if kind.rels == DOCUMENT_RELS else "/"
    return posixpath.normpath(posixpath.join(folder, relationship.get("Target", ""))).lstrip("/")


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


def custom_properties(values: dict[str, str]) -> bytes:
    """Properties of our own (ECMA-376 part 1, 22.3), texts by their names."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f'{XML_HEAD}<Properties xmlns="{space}" xmlns:vt="{types}">{properties}</Properties>'.encode()
