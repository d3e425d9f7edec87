"""A reviewer at work: tracked and silent changes in the XML of a draft that we handed out."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from lxml import etree

from drafting.draft import Anchor
from drafting.word.document import anchor_name, parse_xml, w
from drafting.word.package import read_package, write_package

DOCUMENT = "word/document.xml"


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The file with `change` done to the root of its body."""
    parts = dict(read_package(data, "照会.docx"))
    root = parse_xml(parts[DOCUMENT])
    change(root)
    parts[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_package(parts)


def tracked(data: bytes, address: str, old: str, new: str, author: str, occurrence: int = 1) -> bytes:
    """`old` (once in the text of the address) becomes `new`, as a tracked change; "" before the last letter inserts behind it."""

    def change(root: Any) -> None:
        run, at = _run(root, address, occurrence, old)
        _splice(run, at, len(old), new, author)

    return changed(data, change)


def silent(data: bytes, address: str, old: str, new: str) -> bytes:
    """The same with tracking off."""

    def change(root: Any) -> None:
        run, at = _run(root, address, 1, old)
        text = run.find(w("t"))
        text.text = text.text[:at] + new + text.text[at + len(old) :]

    return changed(data, change)


def runs(root: Any, address: str, occurrence: int = 1) -> list[Any]:
    """The runs between the bookmarks of an address that are there before and after the changes."""
    name = anchor_name(Anchor(address, occurrence))
    found: list[Any] = []
    inside = ""
    for element in root.iter():
        if element.tag == w("bookmarkStart") and element.get(w("name")) == name:
            inside = element.get(w("id"))
        elif element.tag == w("bookmarkEnd") and inside and element.get(w("id")) == inside:
            return found
        elif element.tag == w("r") and inside and element.getparent().tag == w("p") and element.find(w("t")) is not None:
            found.append(element)
    raise AssertionError(address)


def _run(root: Any, address: str, occurrence: int, words: str) -> tuple[Any, int]:
    for run in runs(root, address, occurrence):
        text = run.find(w("t")).text
        if words in text:
            return run, text.index(words)
    raise AssertionError(f"{words} in {address}")


def splice(data: bytes, address: str, number: int, start: int, length: int, new: str, author: str) -> bytes:
    """Letters of the run `number` of an address become `new`, tracked."""

    def change(root: Any) -> None:
        _splice(runs(root, address)[number], start, length, new, author)

    return changed(data, change)


def _splice(run: Any, start: int, length: int, new: str, author: str) -> None:
    parent, text = run.getparent(), run.find(w("t")).text
    at = parent.index(run)
    parent.remove(run)
    pieces = [_part(run, "t", text[:start])]
    if length:
        pieces.append(_by("del", _part(run, "delText", text[start : start + length]), author))
    if new:
        pieces.append(_by("ins", _part(run, "t", new), author))
    pieces.append(_part(run, "t", text[start + length :]))
    for piece in reversed([piece for piece in pieces if piece is not None]):
        parent.insert(at, piece)


def _part(run: Any, tag: str, text: str) -> Any:
    if not text:
        return None
    part = copy.deepcopy(run)
    old = part.find(w("t"))
    old.tag, old.text = w(tag), text
    old.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return part


def _by(tag: str, run: Any, author: str) -> Any:
    mark = etree.Element(w(tag), {w("id"): "9000", w("author"): author, w("date"): "2026-01-20T10:00:00Z"})
    mark.append(run)
    return mark
