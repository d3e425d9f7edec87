"""Styles: names as users see them, and the lists that styles carry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.word.document import Element, w
from drafting.word.reading.views import Shape
from drafting.word.reading.xml import number, value

_DEEPEST = 20  # Word follows as many ancestors at most; a circle ends there too


class _Style(NamedTuple):
    name: str
    based_on: str
    list: str
    level: str


@dataclass
class Styles:
    """The paragraph styles of a file by id; `default` is the id of the one that needs no name."""

    by_id: dict[str, _Style] = field(default_factory=dict)
    default: str = ""


def read_styles(root: Element | None) -> Styles:
    """The styles of word/styles.xml; none without the part."""
    styles = Styles()
    for each in () if root is None else root.iter(w("style")):
        if each.get(w("type"), "paragraph") == "paragraph":
            id = each.get(w("styleId"), "")
            numbered = each.find(f"{w('pPr')}/{w('numPr')}")
            styles.by_id[id] = _Style(
                value(each, "name"), value(each, "basedOn"), value(numbered, "numId"), value(numbered, "ilvl")
            )
            if each.get(w("default")) in ("1", "true", "on"):
                styles.default = id
    return styles


def shape_of(properties: Element | None, styles: Styles) -> Shape:
    """The style's name and the list of a paragraph, from its w:pPr and its styles."""
    id = value(properties, "pStyle") or styles.default
    style = styles.by_id.get(id)
    numbered = None if properties is None else properties.find(w("numPr"))
    list_id, level = value(numbered, "numId"), value(numbered, "ilvl")
    each = style
    for _ in range(_DEEPEST):
        if each is None or (list_id and level):
            break
        list_id = list_id or each.list
        level = level or each.level
        each = styles.by_id.get(each.based_on)
    # numId 0 takes a paragraph out of the list of its style (17.9.18)
    return Shape(style.name if style else id, "" if list_id == "0" else list_id, number(level))
