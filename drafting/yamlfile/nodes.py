"""The nodes of a YAML file, with positions. Every scalar is the text that was typed."""

from __future__ import annotations

from drafting.problems import Place
from drafting.yamlfile.faults import Mark


class Scalar:
    """A text. `style` is "", "'", '"', "|" or ">"; `shared` where & or * ties it to other places."""

    __slots__ = ("end", "mark", "shared", "style", "text")

    def __init__(self, text: str, style: str, mark: Mark, end: Mark) -> None:
        self.text, self.style, self.mark, self.end = text, style, mark, end
        self.shared = False


class Sequence:
    """A list; `flow` where it is written in [ ]."""

    __slots__ = ("end", "flow", "items", "mark", "shared")

    def __init__(self, mark: Mark, flow: bool) -> None:
        self.items: list[Node] = []
        self.mark = self.end = mark
        self.flow, self.shared = flow, False


class Mapping:
    """Values by their keys, in order, and where each key begins; doubled keys are refused. `flow` where it is written in { }."""

    __slots__ = ("column", "end", "entries", "flow", "keys", "mark", "shared")

    def __init__(self, mark: Mark, flow: bool) -> None:
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Mark] = {}
        self.mark = self.end = mark
        self.column = mark.column  # of the dash, for an item of a block list
        self.flow, self.shared = flow, False


Node = Scalar | Sequence | Mapping


def place_of(node: Node, file: str) -> Place:
    """Where a node begins, for a message."""
    return place_at(node.mark, file)


def place_at(mark: Mark, file: str) -> Place:
    """The place of a mark, for a message."""
    return Place(file, mark.line + 1, mark.column + 1)
