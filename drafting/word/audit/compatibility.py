"""Markup compatibility (ECMA-376 part 3): prefixes that are named must be declared, what is unknown be ignorable."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.document import Element, W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W = f"{{{W}}}"
_OFFICE = ("{http://schemas.openxmlformats.org/", "{http://schemas.microsoft.com/", "{urn:schemas-microsoft-com:")
_IGNORABLE, _ALTERNATIVE, _CHOICE = f"{_MC}Ignorable", f"{_MC}AlternateContent", f"{_MC}Choice"
_NAMING = frozenset(f"{_MC}{name}" for name in ("Ignorable", "ProcessContent", "MustUnderstand", "PreserveElements", "PreserveAttributes"))


def compatibility_findings(package: Package) -> Iterator[Finding]:
    """D114: prefixes without a namespace, alternatives without a choice, elements that Word does not know."""
    for part, elements in package.elements.items():
        ignorable = _ignorable(elements)
        for element in elements:
            if not element.tag.startswith(_OFFICE) and element.tag.partition("}")[0].lstrip("{") not in ignorable:
                parent = element.getparent()
                if parent is not None and parent.tag.startswith(_W):
                    yield Finding("D114", part, element, f"Word の知らない要素「{element.tag.rsplit('}', 1)[-1]}」があります")
            if element.tag == _ALTERNATIVE:
                if element.find(_CHOICE) is None:
                    yield Finding("D114", part, element, "代わりの内容（AlternateContent）に選択肢がありません")
            elif element.tag == _CHOICE:
                if "Requires" not in element.attrib:
                    yield Finding("D114", part, element, "代わりの内容の選択肢に条件（Requires）がありません")
                yield from _undeclared(part, element, element.get("Requires", ""))
            for name in _NAMING.intersection(element.attrib):
                yield from _undeclared(part, element, element.get(name, ""))


def _ignorable(elements: list[Element]) -> set[str]:
    """The namespaces that the part lets its readers pass over."""
    said = ((e, prefix) for e in elements if _IGNORABLE in e.attrib for prefix in e.get(_IGNORABLE, "").split())
    return {str(element.nsmap.get(prefix)) for element, prefix in said}


def _undeclared(part: str, element: Element, prefixes: str) -> Iterator[Finding]:
    for prefix in prefixes.split():
        if prefix.split(":")[0] not in element.nsmap:
            yield Finding("D114", part, element, f"宣言のない名前空間「{prefix}」が使われています")
