"""The package: each part has a type, each relationship leads somewhere (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from drafting.word.audit.finding import Finding
from drafting.word.document import Element, R, W, parse_xml
from drafting.word.package import MAIN_PART, RELS_PART, TYPES_PART

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# The end of a relationship's type → the content type and the root that its target must have.
_KINDS = {
    "officeDocument": (f"{_WORDML}document.main+xml", "document"), "styles": (f"{_WORDML}styles+xml", "styles"),
    "numbering": (f"{_WORDML}numbering+xml", "numbering"), "settings": (f"{_WORDML}settings+xml", "settings"),
    "fontTable": (f"{_WORDML}fontTable+xml", "fonts"), "webSettings": (f"{_WORDML}webSettings+xml", "webSettings"),
    "footnotes": (f"{_WORDML}footnotes+xml", "footnotes"), "endnotes": (f"{_WORDML}endnotes+xml", "endnotes"),
    "comments": (f"{_WORDML}comments+xml", "comments"), "header": (f"{_WORDML}header+xml", "hdr"),
    "footer": (f"{_WORDML}footer+xml", "ftr"),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", ""),
}  # fmt: skip
# What an element that names a relationship must name: (element, attribute) → the end of its type.
_WANTED = {
    "headerReference": "header", "footerReference": "footer", "hyperlink": "hyperlink", "altChunk": "aFChunk", "blip": "image",
    "imagedata": "image", "attachedTemplate": "attachedTemplate",
}  # fmt: skip


class Relation(NamedTuple):
    """One relationship: the end of its type, and the part it leads to ("" for one out of the package)."""

    kind: str
    target: str


class Package(NamedTuple):
    """The parts of a file: their bytes, types and roots by name, the relationships by part and id.

    `elements` are all elements of an XML part in its order, but those of mc:Fallback: these say
    again, with the same ids, what stands before them.
    """

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    elements: Mapping[str, list[Element]]
    relations: Mapping[str, Mapping[str, Relation]]

    def of_root(self, *names: str) -> Iterator[tuple[str, list[Element]]]:
        """The parts whose root is a w: element of one of the names, with their elements."""
        for part, elements in self.elements.items():
            # Word 2010 wrote the styles a second time, for itself (stylesWithEffects).
            if not self.types.get(part, "").endswith("WithEffects+xml") and elements[0].tag in [f"{{{W}}}{name}" for name in names]:
                yield part, elements


def open_package(parts: Mapping[str, bytes]) -> Package:
    """The values of a package that `read_package` has let through."""
    roots = {part: parse_xml(content) for part, content in parts.items() if part.endswith((".xml", ".rels"))}
    relations = {}
    for part, root in roots.items():
        if part.endswith(".rels"):
            source = _source_of(part)
            relations[source] = {
                entry.get("Id", ""): Relation(entry.get("Type", "").rsplit("/", 1)[-1], _target_of(entry, source))
                for entry in root.iter(_RELATION)
            }
    # The glossary is a document of its own, with styles and numbers of its own; nobody reads it.
    apart = (".rels", TYPES_PART)
    xml = {p: _elements(root) for p, root in roots.items() if not p.endswith(apart) and not p.startswith("word/glossary/")}
    return Package(parts, _types_of(roots[TYPES_PART], parts), xml, relations)


def _elements(root: Element) -> list[Element]:
    found = []
    skipped = None
    for element in root.iter("*"):
        if skipped is not None and skipped in element.iterancestors():
            continue
        skipped = element if element.tag == f"{_MC}Fallback" else None
        if skipped is None:
            found.append(element)
    return found


def _types_of(root: Element, parts: Mapping[str, bytes]) -> dict[str, str]:
    endings = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{_TYPES}Default")}
    names = {e.get("PartName", "").lower(): e.get("ContentType", "") for e in root.iter(f"{_TYPES}Override")}
    return {
        part: names.get(f"/{part.lower()}") or endings.get(part.rsplit(".", 1)[-1].lower() if "." in part else "", "")
        for part in parts
        if part != TYPES_PART
    }


def _source_of(part: str) -> str:
    """"word/_rels/document.xml.rels" → "word/document.xml"; "_rels/.rels" → ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _target_of(entry: Element, source: str) -> str:
    if entry.get("TargetMode") == "External":
        return ""
    target = unquote(entry.get("Target", "").split("#", 1)[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def package_findings(package: Package) -> Iterator[Finding]:
    """D101: parts without a type, or of a wrong one. D102: relationships that lead nowhere, parts that none leads to."""
    yield from _doubled_types(package)
    yield from _unreached(package)
    for part, kind in package.types.items():
        if not kind:
            yield Finding("D101", part, None, f"部品「{part}」の種類が書かれていません")
    names = {part.lower() for part in package.parts}
    for source, relations in package.relations.items():
        if source and source.lower() not in names:
            yield Finding("D102", source, None, f"無い部品「{source}」のつながりが書かれています")
        for id, relation in relations.items():
            if not id:
                yield Finding("D102", source, None, "つながりに記号がありません")
            if relation.target and relation.target.lower() not in names:
                yield Finding("D102", source, None, f"つながり「{id}」の先の部品「{relation.target}」がありません")
            elif relation.target and relation.kind in _KINDS:
                yield from _wrong_kind(package, relation)
    yield from _doubled_relations(package)
    mains = [relation.target for relation in package.relations.get("", {}).values() if relation.kind == "officeDocument"]
    if mains != [MAIN_PART]:
        yield Finding("D102", RELS_PART, None, "本文の部品へのつながりが、ちょうど1つではありません")


def _doubled_types(package: Package) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in parse_xml(package.parts[TYPES_PART]):
        key = f"{entry.get('PartName', '')} {entry.get('Extension', '')}".strip().lower()
        if key in seen:
            yield Finding("D101", TYPES_PART, None, f"「{key}」の種類が2度書かれています")
        seen.add(key)


def _unreached(package: Package) -> Iterator[Finding]:
    """Parts of the document that Word drops, since nothing leads to them: comments, footnotes, styles …"""
    reached = {relation.target.lower() for relations in package.relations.values() for relation in relations.values()}
    for part, elements in package.elements.items():
        if elements[0].tag.startswith(f"{{{W}}}") and part.lower() not in reached:
            yield Finding("D102", part, None, f"部品「{part}」へのつながりがありません（Word で開くと消えます）")


def _wrong_kind(package: Package, relation: Relation) -> Iterator[Finding]:
    kind, root = _KINDS[relation.kind]
    if (written := package.types.get(relation.target)) not in (None, "", kind):
        yield Finding("D101", relation.target, None, f"部品「{relation.target}」の種類が違います（{written}）")
    elements = package.elements.get(relation.target)
    if root and elements and elements[0].tag != f"{{{W}}}{root}":
        yield Finding("D101", relation.target, None, f"部品「{relation.target}」の中身が、つながりの言う種類（{root}）ではありません")


def _doubled_relations(package: Package) -> Iterator[Finding]:
    for part, content in package.parts.items():
        if part.endswith(".rels"):
            seen: set[str] = set()
            for entry in parse_xml(content).iter(_RELATION):
                if (id := entry.get("Id", "")) in seen:
                    yield Finding("D102", _source_of(part), None, f"つながりの記号「{id}」が2度使われています")
                seen.add(id)


def relation_findings(package: Package) -> Iterator[Finding]:
    """D103: ids of relationships in the text that are not there, or lead to something of another kind."""
    for part, elements in package.elements.items():
        known = package.relations.get(part, {})
        for element in elements:
            for attribute, id in element.attrib.items():
                if not attribute.startswith(f"{{{R}}}") or not id:
                    continue
                name = element.tag.rsplit("}", 1)[-1]
                if id not in known:
                    yield Finding("D103", part, element, f"{name} の指すつながり「{id}」がありません")
                elif (wanted := _WANTED.get(name)) and known[id].kind != wanted:
                    yield Finding("D103", part, element, f"{name} の指すつながり「{id}」が別の種類（{known[id].kind}）です")
