"""What was read of a record."""

from __future__ import annotations

from collections.abc import Sequence as Seq
from typing import Any

from drafting.problems import Place
from drafting.yamlfile.nodes import Node, Scalar, place_at

_BLOCK_INDENT = 2
NULLS = frozenset(("", "~", "null"))


class Item:
    """What was read of a record: the converted values, and where each stands."""

    __slots__ = ("_nodes", "file", "node", "values")

    def __init__(self, node: Node, nodes: dict[str, Node], values: dict[str, Any], file: str) -> None:
        self.node, self._nodes, self.values, self.file = node, nodes, values, file

    def get(self, name: str, default: Any = None) -> Any:
        """The value, or the default where the key is missing, empty or wrong."""
        return self.values.get(name, default)

    def text(self, name: str, default: str = "") -> str:
        """A text value without the line end that a `|` block adds."""
        value: str = self.values.get(name, default)
        return value[:-1] if value.endswith("\n") else value

    def items(self, name: str) -> Seq[Any]:
        """The items of a list; () when missing."""
        found: Seq[Any] = self.values.get(name, ())
        return found

    def is_wrong(self, name: str) -> bool:
        """True where a value stands that could not be read: that was told already."""
        return name not in self.values and name in self._nodes and not is_null(self._nodes[name])

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return place_at(self.node.mark, self.file)

    def place_of(self, name: str) -> Place:
        """Where the value of a key begins; the record itself if the key is missing."""
        return place_at(self._nodes.get(name, self.node).mark, self.file)

    def text_place(self, name: str) -> Place:
        """Where the first letter of a text stands: of a `|` block below its head, of a quoted one behind the quote."""
        node = self._nodes.get(name)
        if type(node) is not Scalar:
            return self.place
        mark = node.mark
        if node.style in ("|", ">"):
            return Place(self.file, mark.line + 2, self.node.mark.column + _BLOCK_INDENT + 1)
        return Place(self.file, mark.line + 1, mark.column + 1 + bool(node.style))


def is_null(node: Node) -> bool:
    """True for an empty value, ~ and null."""
    return type(node) is Scalar and not node.style and node.text in NULLS
