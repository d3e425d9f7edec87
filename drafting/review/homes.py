"""Where the text of an address lives in YAML, and the spliced files that hold new texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafting.editing import rename_theme
from drafting.yamlfile import Mapping as Record
from drafting.yamlfile import Node, Scalar, parse
from drafting.yamlfile import Sequence as Listing
from drafting.yamlfile.edit import Edit, set_values
from drafting.yamlfile.splices import Path

# Values that are printed in another form than they are written: a date is no text to edit letter by letter
_MADE = ("letter.date", "consultation.date")


class Home(NamedTuple):
    """A value in YAML; `theme` is the name of a theme whose title it is: that stands at many places."""

    file: str
    path: Path
    text: str
    theme: str = ""


def homes(texts: Mapping[str, str], recommendations: str, committee: str) -> dict[str, Home]:
    """Every address with the value that stands behind it. `texts` are the files by name; the two other arguments name them."""
    found: dict[str, Home] = {}
    if recommendations in texts:
        root = parse(texts[recommendations], recommendations)
        for i, item in enumerate(_items(root, "recommendations")):
            identifier, theme = _text(item, "id"), _text(item, "theme")
            if theme:
                at: Path = ("recommendations", i, "theme")
                found.setdefault(f"themes.{theme}.title", Home(recommendations, at, theme, theme))
            for name in ("title", "body", "reason"):
                _put(found, f"{identifier}.{name}", item, recommendations, ("recommendations", i), name)
        for i, item in enumerate(_items(root, "themes")):
            title = _text(item, "title") or ""
            found[f"themes.{title}.title"] = Home(recommendations, ("themes", i, "title"), title, title)
            _put(found, f"themes.{title}.lead", item, recommendations, ("themes", i), "lead")
    if committee in texts:
        _committee(found, parse(texts[committee], committee), committee)
    return found


def _committee(found: dict[str, Home], root: Node, file: str) -> None:
    for part in ("letter", "consultation", "texts", "committee"):
        record = root.entries.get(part) if isinstance(root, Record) else None
        for name in record.entries if isinstance(record, Record) else ():
            if f"{part}.{name}" not in _MADE:
                _put(found, f"{part}.{name}", record, file, (part,), name)
    record = root.entries.get("committee") if isinstance(root, Record) else None
    for i, member in enumerate(_items(record, "members")):
        for name in ("name", "affiliation", "category"):
            _put(found, f"committee.members.{i + 1}.{name}", member, file, ("committee", "members", i), name)


def _items(node: Node | None, name: str) -> Sequence[Node]:
    value = node.entries.get(name) if isinstance(node, Record) else None
    return value.items if isinstance(value, Listing) else ()


def _text(node: Node, name: str) -> str | None:
    value = node.entries.get(name) if isinstance(node, Record) else None
    return value.text if isinstance(value, Scalar) else None


def _put(found: dict[str, Home], address: str, node: Node | None, file: str, path: Path, name: str) -> None:
    text = _text(node, name) if node is not None else None
    if text is not None:
        found[address] = Home(file, (*path, name), text)


def set_texts(texts: Mapping[str, str], found: Mapping[str, Home], new: Mapping[str, str]) -> dict[str, str]:
    """The files (name → text) with new texts at their addresses, spliced; a theme is renamed wherever it is named.

    Raises WriteError where the file is written in a way that cannot be changed safely.
    """
    changed = dict(texts)
    for file in texts:
        mine = {address: text for address, text in new.items() if found[address].file == file}
        edits = [Edit(found[address].path, text) for address, text in mine.items() if not found[address].theme]
        if edits:
            changed[file] = set_values(changed[file], edits, file)
        for address, text in mine.items():
            if theme := found[address].theme:
                changed[file] = rename_theme(changed[file], theme, text, file)
    return changed
