"""An opened package as the rules see it: its parts, their types, elements and relationships (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafting.word.document import Element, W, parse_xml
from drafting.word.package import TYPES_PART, part_at

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """One relationship: the end of its type, and the part it leads to ("" for one out of the package, then `outside` says where)."""

    kind: str
    target: str
    outside: str = ""


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
    names = {part.lower(): part for part in parts}
    for part, root in roots.items():
        if part.endswith(".rels"):
            source = source_of(part)
            relations[source] = {
                entry.get("Id", ""): Relation(entry.get("Type", "").rsplit("/", 1)[-1], *_target_of(entry, source, names))
                for entry in root.iter(RELATION)
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
    endings = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{TYPES}Default")}
    names = {e.get("PartName", "").lower(): e.get("ContentType", "") for e in root.iter(f"{TYPES}Override")}
    return {
        part: names.get(f"/{part.lower()}") or endings.get(part.rsplit(".", 1)[-1].lower() if "." in part else "", "")
        for part in parts
        if part != TYPES_PART
    }


def source_of(part: str) -> str:
    """"word/_rels/document.xml.rels" → "word/document.xml"; "_rels/.rels" → ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _target_of(entry: Element, source: str, names: Mapping[str, str]) -> tuple[str, str]:
    written = entry.get("Target", "")
    if entry.get("TargetMode") == "External":
        return "", written
    return part_at(written, posixpath.dirname(source), names), ""
