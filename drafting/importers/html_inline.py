"""Elements within a line that stand for text: pictures, boxes, lists to choose from, ruby."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from drafting.importers.html_page import text_of
from drafting.importers.html_tree import Node

_SILENT = frozenset(("hidden", "submit", "button", "reset", "image", "file", "password"))


def _picture(node: Node) -> str:
    return node.attributes.get("alt", "")


def _box(node: Node) -> str:
    """A check box as `markup.checked_option` reads it; the value of a field that is filled in."""
    kind = node.attributes.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if "checked" in node.attributes else "☐"
    return "" if kind in _SILENT else node.attributes.get("value", "")


def _choice(node: Node) -> str:
    """The options that are chosen; all of them where none is marked."""
    options = [child for child in node.children if isinstance(child, Node)]
    chosen = [option for option in options if "selected" in option.attributes]
    return "・".join(text_of(option).strip() for option in chosen or options)


def _ruby(node: Node) -> str:
    """「漢字（かんじ）」: with the brackets that the page holds ready (rp), or with our own."""
    with_brackets = any(isinstance(child, Node) and child.tag == "rp" for child in node.children)
    pieces = []
    for child in node.children:
        text = text_of(child) if isinstance(child, Node) else child[0]
        reading = isinstance(child, Node) and child.tag == "rt" and not with_brackets and bool(text.strip())
        pieces.append(f"（{text.strip()}）" if reading else text)
    return "".join(piece.strip("\n") for piece in pieces)


INLINE: MappingProxyType[str, Callable[[Node], str]] = MappingProxyType(
    {"img": _picture, "input": _box, "select": _choice, "ruby": _ruby}
)
