"""Splices of a text, and the way to a node by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.problems import Problem, WriteError
from drafting.yamlfile.nodes import Mapping, Node, Scalar, place_of
from drafting.yamlfile.nodes import Sequence as SequenceNode

Path = tuple[str | int, ...]


class Splice(NamedTuple):
    """Characters [start, end) of the text give way to `text`."""

    start: int
    end: int
    text: str


def apply_splices(text: str, splices: Sequence[Splice]) -> str:
    """The text with the splices done; they must not overlap."""
    pieces, end = [], 0
    for splice in sorted(splices):
        pieces += [text[end : splice.start], splice.text]
        end = splice.end
    return "".join([*pieces, text[end:]])


def find(root: Node, path: Path, file: str) -> tuple[Node, bool]:
    """The node at a path, and whether a flow collection ([ ] or { }) holds it. Raises WriteError."""
    node, flow = root, False
    for step in path:
        flow = flow or bool(getattr(node, "flow", False))
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)]
        else:
            raise WriteError(Problem("Y060", f"直す場所「{step}」が見つかりません。", place_of(node, file)))
        if getattr(node, "shared", False):
            message = "「&」「*」で共有された値なので、自動では直しません。手で直してください。"
            raise WriteError(Problem("Y062", message, place_of(node, file)))
    return node, flow


def values_of(node: Node, path: Path = ()) -> dict[Path, str]:
    """Every scalar of a node by its path, and the length of each list."""
    return dict(_walk(node, path))


def _walk(node: Node, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, Scalar):
        yield path, node.text
    elif isinstance(node, SequenceNode):
        yield path, f"[{len(node.items)}]"
        for i, item in enumerate(node.items):
            yield from _walk(item, (*path, i))
    else:
        for name, value in node.entries.items():
            yield from _walk(value, (*path, name))
