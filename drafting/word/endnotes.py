"""Endnotes (ECMA-376 17.11): a draft has none, but a city's reference may."""

from __future__ import annotations

from drafting.word import parts
from drafting.word.document import parse_xml, serialize, w


def empty(package: dict[str, bytes]) -> None:
    """Take the notes of the reference's own body out of its endnotes; the separators stay, settings point to them."""
    name = parts.find_part(package, parts.ENDNOTES)
    if name is None or name not in package:
        return
    root = parse_xml(package[name])
    for note in root.findall(w("endnote")):
        if note.get(w("type")) in (None, "normal"):
            root.remove(note)
    package[name] = serialize(root)
