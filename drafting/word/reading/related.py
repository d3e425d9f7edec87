"""Which part of a package is what: by its relationships, or by its usual name where they are missing."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from drafting.problems import InputError, Place, Problem
from drafting.word.document import Element
from drafting.word.package import main_part
from drafting.word.reading.xml import parse_part, usual_namespace

_USUAL_NAMES = ("styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended")


def related_parts(parts: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The parts that belong to the body, by the last word of their relationship's type ("header", "footnotes" …).

    Targets outside of the package are left out.
    """
    main = main_part(parts)
    folder, file = posixpath.split(main)
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    found: dict[str, list[str]] = {}
    for each in parse_part(parts[rels]) if rels in parts else ():
        kind = usual_namespace(each.get("Type", "")).rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        if each.get("TargetMode") != "External" and target in parts and target not in found.get(kind, ()):
            found.setdefault(kind, []).append(target)
    for kind in _USUAL_NAMES:
        usual = f"{folder}/{kind}.xml".lstrip("/")
        if kind not in found and usual in parts:
            found[kind] = [usual]
    return found


def root_of(parts: Mapping[str, bytes], part: str, name: str) -> Element:
    """The root of a part. Raises InputError D003 or D008 naming the part.

    Parts called .xml have been looked at before; a relationship may lead to one that is not.
    """
    try:
        root = parse_part(parts[part])
    except etree.XMLSyntaxError as error:
        message = f"「{name}」は、壊れています（{part} の{error.lineno}行目）。元のファイルをもう一度受け取ってください。"
        raise InputError(Problem("D003", message, Place(name))) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(Problem("D008", f"「{name}」は、安全でない宣言（DOCTYPE）が {part} にあります。", Place(name)))
    return root
