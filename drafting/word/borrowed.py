"""What a draft takes of its reference.docx: the look. Its text, its people, its macros and their files stay behind."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from drafting.patterns import lazy_pattern
from drafting.problems import InputError, Severity
from drafting.word import parts
from drafting.word.document import NAMESPACES, XML_HEAD, Element, R, parse_xml, serialize, w
from drafting.word.own import is_own
from drafting.word.package import MAIN_PART, RELS_PART, TYPES_PART, part_at, write_package
from drafting.word.settings import settings_xml

_LOOK = frozenset(
    ("styles", "stylesWithEffects", "numbering", "settings", "fontTable", "theme", "webSettings", "footnotes", "endnotes", "header", "footer")
)
# Of what the reference's own text, notes and settings lead to; headers and footers keep theirs
_STRIPPED = {parts.DOCUMENT_RELS: _LOOK} | {
    f"word/_rels/{name}.xml.rels": frozenset[str]() for name in ("footnotes", "endnotes", "settings")
}
_FURNITURE = (w("headerReference"), w("footerReference"))
# Styles, blanks and aims of links that are not there: Word opens such a file without a word
_HARMLESS = ("D111", "D113", "D116")
# Lengths may have a unit (22.9.2.14); we read twips, and half-points where a letter's size is told
_LENGTH = lazy_pattern(r"(-?[0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt|pc|pi)")
_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_MEASURED = {w(name): 1.0 for name in ("pgSz", "pgMar", "ind", "spacing", "tab")} | {w(name): 0.1 for name in ("sz", "szCs")}


def borrow_look(package: dict[str, bytes], reference: bytes, name: str) -> None:
    """Take out of the opened `reference` what is no matter of look; the last section stays in its body.

    Raises InputError with all that Word would refuse or mend in what is left, if the file is not as
    we wrote it: these faults would be in every draft.
    """
    for kind in parts.PERSONAL:
        parts.drop_part(package, kind)
    section = _strip_body(package)
    for kind, note in ((parts.FOOTNOTES, "footnote"), (parts.ENDNOTES, "endnote")):
        _empty_notes(package, kind, note)
    if (settings := parts.find_part(package, parts.SETTINGS)) in package and settings:
        package[settings] = settings_xml(package[settings], tracked=False)
    for rels, kinds in _STRIPPED.items():
        if rels in package:
            _drop_relations(package, rels, kinds, section)
    _drop_unreached(package)
    if not is_own(reference):
        _refuse_faults(package, name)
        for part in filter(None, (MAIN_PART, parts.find_part(package, parts.STYLES))):
            package[part] = _without_units(package[part])


def _strip_body(package: dict[str, bytes]) -> Element | None:
    given = parse_xml(package[MAIN_PART])
    section = given.find(f"{w('body')}/{w('sectPr')}")
    body = parse_xml(f"{XML_HEAD}<w:document {NAMESPACES}><w:body><w:p/></w:body></w:document>".encode())
    if section is not None:
        for printer in section.findall(w("printerSettings")):  # of one machine, and its part stays behind
            section.remove(printer)
        _inherit_furniture(section, given.findall(f".//{w('pPr')}/{w('sectPr')}"))
        body[0].append(section)
    package[MAIN_PART] = serialize(body)
    return section


def _inherit_furniture(section: Element, earlier: Iterable[Element]) -> None:
    """A section has the running heads and feet of the one before it where it names none of its own (17.10.2, 17.10.5)."""
    found: dict[tuple[str, str], Element] = {}
    for each in (*earlier, section):
        found |= {(one.tag, one.get(w("type"), "default")): one for one in each.findall("*") if one.tag in _FURNITURE}
    for one in found.values():
        if one.getparent() is not section:
            section.insert(0, one)


def _empty_notes(package: dict[str, bytes], kind: parts.Kind, note: str) -> None:
    """The notes go with the text they belong to; the separators stay, settings point to them."""
    name = parts.find_part(package, kind)
    if name is None or name not in package:
        return
    root = parse_xml(package[name])
    for each in root.findall(w(note)):
        if each.get(w("type")) in (None, "normal"):
            root.remove(each)
    package[name] = serialize(root)


def _drop_relations(package: dict[str, bytes], rels: str, kinds: frozenset[str], section: Element | None) -> None:
    """Keep the relationships of these kinds, of headers and footers those that the section names."""
    root = parse_xml(package[rels])
    named = set() if section is None else {each.get(f"{{{R}}}id") for each in section}
    for each in root.findall("*"):
        kind = each.get("Type", "").rpartition("/")[2]
        if kind not in kinds or (kind in ("header", "footer") and each.get("Id") not in named):
            root.remove(each)
    if len(root):
        package[rels] = serialize(root)
    else:
        del package[rels]


def _drop_unreached(package: dict[str, bytes]) -> None:
    """Take out the parts that nothing leads to any more, and what the list of types says of them."""
    reached = {TYPES_PART, RELS_PART}
    names = {part.lower(): part for part in package}
    found = _targets(package, "", names)
    while found:
        part = found.pop()
        if part in package and part not in reached:
            folder, file = posixpath.split(part)
            reached.update((part, f"{folder}/_rels/{file}.rels".lstrip("/")))
            found += _targets(package, part, names)
    for part in set(package) - reached:
        del package[part]
    left = {f"/{part}".lower() for part in package}
    types = parse_xml(package[TYPES_PART])
    for each in types.findall("*"):
        if each.get("PartName") and each.get("PartName").lower() not in left:
            types.remove(each)
    package[TYPES_PART] = serialize(types)


def _targets(package: dict[str, bytes], part: str, names: Mapping[str, str]) -> list[str]:
    folder, file = posixpath.split(part)
    rels = package.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
    inside = [each for each in parse_xml(rels) if each.get("TargetMode") != "External"] if rels else []
    return [part_at(each.get("Target", ""), folder, names) for each in inside]


def _without_units(part: bytes) -> bytes:
    root = parse_xml(part)
    for each in root.iter(*_MEASURED):
        for attribute, value in each.attrib.items():
            if length := _LENGTH.fullmatch(value):
                each.set(attribute, str(round(float(length[1]) * _TWIPS[length[2]] * _MEASURED[each.tag])))
    return serialize(root)


def _refuse_faults(package: dict[str, bytes], name: str) -> None:
    from drafting.word.audit import audit_word

    found = audit_word(write_package(package), name)
    if faults := [each for each in found if each.severity is Severity.ERROR and each.code not in _HARMLESS]:
        raise InputError(*faults)
