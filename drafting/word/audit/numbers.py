"""Numbers of paragraphs: each number has its list, each list its definition with the level that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.problems import Severity
from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.audit.references import roots_children
from drafting.word.document import Element, w

_NUMBERING, _NUM, _DEFINITION, _BULLET, _VAL = w("numPr"), w("numId"), w("abstractNumId"), w("lvlPicBulletId"), w("val")


def number_findings(package: Package) -> Iterator[Finding]:
    """D111: numbers, definitions, levels and bullets that are not there."""
    nums = {e.get(_NUM): e for _, e in roots_children(package, "numbering", "num")}
    definitions = {e.get(_DEFINITION): e for _, e in roots_children(package, "numbering", "abstractNum")}
    bullets = {e.get(w("numPicBulletId")) for _, e in roots_children(package, "numbering", "numPicBullet")}
    levels = {id: _levels(num, definitions) for id, num in nums.items()}
    for part, elements in package.elements.items():
        for element in elements:
            tag, value = element.tag, element.get(_VAL)
            if tag == _NUM and value not in nums and value != "0":
                yield Finding("D111", part, element, f"段落番号「{value}」がありません")
            elif tag == _DEFINITION and value not in definitions:
                yield Finding("D111", part, element, f"段落番号の定義「{value}」がありません")
            elif tag == _BULLET and value not in bullets:
                yield Finding("D111", part, element, f"行頭の図「{value}」がありません")
            elif tag == _NUMBERING:
                yield from _level(part, element, levels)


def _levels(num: Element, definitions: dict[str | None, Element]) -> set[str | None]:
    """The levels that a list has; none where they are kept elsewhere, in a style."""
    named = num.find(_DEFINITION)
    definition = definitions.get(named.get(_VAL)) if named is not None else None
    if definition is None or definition.find(w("numStyleLink")) is not None:
        return set()
    return {level.get(w("ilvl")) for each in (definition, num) for level in each.iter(w("lvl"))}


def _level(part: str, numbering: Element, levels: dict[str | None, set[str | None]]) -> Iterator[Finding]:
    num, level = numbering.find(_NUM), numbering.find(w("ilvl"))
    known = levels.get(num.get(_VAL)) if num is not None else None
    depth = level.get(_VAL) if level is not None else None
    if known and depth is not None and depth not in known:
        message = f"段落番号「{num.get(_VAL)}」に、{depth}段目の決まりがありません（番号が付きません）"
        yield Finding("D111", part, numbering, message, Severity.WARNING)
