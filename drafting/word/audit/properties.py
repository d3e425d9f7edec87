"""The properties of the file (docProps): a slip there, and Word calls the whole file damaged (ECMA-376 part 2, 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.audit.types import is_of_type
from drafting.word.document import Element

_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS = "{http://purl.org/dc/terms/}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DATES = (f"{_TERMS}created", f"{_TERMS}modified", f"{_CORE}lastPrinted")
# W3CDTF lets the end of a date be left out
_SHORT = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?(T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2}))?")


def property_findings(package: Package) -> Iterator[Finding]:
    """D107: properties of a wrong value. D108: properties that stand twice."""
    for part, elements in package.elements.items():
        if elements[0].tag == f"{_CORE}coreProperties":
            yield from _core(part, elements[0])
        elif elements[0].tag == f"{_CUSTOM}Properties":
            yield from _custom(part, elements[0])


def _core(part: str, root: Element) -> Iterator[Finding]:
    seen: set[str] = set()
    for child in root.iterchildren("*"):
        name = child.tag.rsplit("}", 1)[-1]
        if child.tag in seen:
            yield Finding("D108", part, None, f"文書の情報「{name}」が2度書かれています")
        seen.add(child.tag)
        if child.tag in _DATES:
            value = (child.text or "").strip()
            if not is_of_type(value, "date") and not _SHORT.fullmatch(value):
                yield Finding("D107", part, None, f"文書の情報「{name}」の日時「{value[:20]}」が正しくありません")
            if child.tag.startswith(_TERMS) and not child.get(_TYPE):
                yield Finding("D106", part, None, f"文書の情報「{name}」に、日時であるという印（xsi:type）がありません")


def _custom(part: str, root: Element) -> Iterator[Finding]:
    ids: set[str] = set()
    names: set[str] = set()
    for child in root.iterchildren(f"{_CUSTOM}property"):
        id, name = child.get("pid", ""), child.get("name", "")
        if not id.isdecimal() or int(id) < 2:
            yield Finding("D107", part, None, f"文書の情報「{name}」の番号「{id}」が正しくありません")
        if id in ids or name.lower() in names:
            yield Finding("D108", part, None, f"文書の情報「{name}」の番号か名前が2度使われています")
        ids.add(id)
        names.add(name.lower())
