"""Where values begin and end in the text of a YAML file."""

from __future__ import annotations

import re

from drafting.yamlfile.nodes import Mapping, Node, Scalar
from drafting.yamlfile.nodes import Sequence as SequenceNode


def key_column(parent: Node, node: Node) -> int:
    """The column that a block scalar's lines must stand beyond: that of the key or the dash."""
    if isinstance(parent, Mapping):
        return next(mark.column for name, mark in parent.keys.items() if parent.entries[name] is node)
    return max(0, parent.mark.column)


def last_index(text: str, node: Node, column: int) -> int:
    """The index of the last character of a value."""
    if isinstance(node, Scalar):
        if node.style in ("|", ">"):
            return block_end(text, node, column)
        return node.end.index
    if node.flow or not (children := node.items if isinstance(node, SequenceNode) else list(node.entries.values())):
        return node.end.index
    if isinstance(node, Mapping):
        column = next(reversed(node.keys.values())).column
    else:
        column = node.mark.column
    return last_index(text, children[-1], column)


def block_end(text: str, node: Scalar, column: int) -> int:
    """Where the last line of a block scalar ends (before its line end). Blank lines at its end belong to it where
    its text keeps them."""
    start, newline = line_end(text, node.mark.index)
    keeps = node.text.endswith("\n\n")
    last = position = start
    while position < len(text):
        position += len(newline) or 1
        stop, newline = line_end(text, position)
        line = text[position:stop]
        if line.strip(" ") and len(line) - len(line.lstrip(" ")) <= column:
            break
        if line.strip(" ") or (keeps and stop < len(text)):
            last = stop
        position = stop
        if not newline:
            break
    return last


def indent_of(text: str, start: int, end: int) -> int:
    """The indent of the first line with text in a block, 0 if it has none or begins with a blank of its own."""
    match = re.compile("[\r\n]( +)(?=[^ \r\n])").search(text, start, end)
    return len(match[1]) if match else 0


def line_end(text: str, index: int) -> tuple[int, str]:
    """Where the line of `index` ends, and its line end ("" at the end of the file)."""
    match = re.compile("\r\n|\r|\n").search(text, index)
    return (match.start(), match[0]) if match else (len(text), "")


def newline_of(text: str) -> str:
    """The line end of the file, "\\n" where it has none."""
    return line_end(text, 0)[1] or "\n"
