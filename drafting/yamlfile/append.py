"""Items put behind the last one of a list: whatever stands in the file stays, byte for byte."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence as Seq
from typing import NamedTuple

from drafting.patterns import lazy_pattern
from drafting.problems import InputError, Problem, WriteError
from drafting.yamlfile.composer import parse
from drafting.yamlfile.items import item_spans, newline_of
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, place_of
from drafting.yamlfile.splices import Path, Splice, apply_splices, find, values_of

_LINE_END = lazy_pattern("\r\n|\r|\n|$")


class NewItem(NamedTuple):
    """An item as YAML: `block` with its dash in column 0, its comments above it; `flow` on one line, for a list in [ ]."""

    block: str
    flow: str


def append_items(text: str, key: str, items: Seq[NewItem], file: str) -> str:
    """The text with the items behind those of the list at the key `key` of the file; it may be empty, or missing.

    Nothing but a line end at the end of the file is added to what is there. Raises WriteError where
    the list is written in a way that cannot be added to safely.
    """
    if not items:
        return text
    root = parse(text, file)
    if not isinstance(root, Mapping):
        raise WriteError(Problem("Y060", "「項目: 値」の組ではありません。手で直してください。", place_of(root, file)))
    if key not in root.entries and not root.flow:
        text = _ended(text) + f"{' ' * root.mark.column}{key}:{_newline(text)}"
        root = parse(text, file)
        assert isinstance(root, Mapping)
    node, inside_flow = find(root, (key,), file)
    if isinstance(node, Scalar) and not inside_flow and node.mark.index == node.end.index and not node.style:
        ways = [_under_key(text, node, root.keys[key].column + 2, items)]
    elif not isinstance(node, Sequence):
        raise WriteError(Problem("Y060", "一覧ではありません。手で直してください。", place_of(node, file)))
    elif node.flow or inside_flow:
        ways = [_in_brackets(text, node, items)]
    else:
        # A block that keeps its blank lines (|+) would take in one that we put behind it.
        closer = [items[0]._replace(block=items[0].block.lstrip("\n")), *items[1:]]
        ways = [_behind_last(text, key, node.mark.column, each, file) for each in (items, closer)]
    return _checked(text, ways, (key,), items, file)


def _newline(text: str) -> str:
    return newline_of([text[: match.end()]]) if (match := re.search("\r\n|\r|\n", text)) else "\n"


def _ended(text: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + _newline(text)


def _lines(items: Seq[NewItem], column: int, newline: str) -> str:
    return "".join((" " * column + line if line else "") + newline for item in items for line in item.block.split("\n"))


def _under_key(text: str, node: Scalar, column: int, items: Seq[NewItem]) -> str:
    """Below the line of a key that has no value yet."""
    match = _LINE_END.search(text, node.mark.index)
    assert match
    newline = _newline(text)
    lines = _lines(items, column, newline)
    return apply_splices(text, [Splice(match.end(), match.end(), lines if match[0] else newline + lines)])


def _in_brackets(text: str, node: Sequence, items: Seq[NewItem]) -> str:
    at = node.items[-1].end.index if node.items else node.mark.index + 1
    return text[:at] + (", " if node.items else "") + ", ".join(item.flow for item in items) + text[at:]


def _behind_last(text: str, key: str, column: int, items: Seq[NewItem], file: str) -> str:
    lines, spans = item_spans(text, (key,), file)
    before = _ended("".join(lines[: spans[-1].end]))
    return before + _lines(items, column, _newline(text)) + "".join(lines[spans[-1].end :])


def _checked(before: str, ways: Seq[str], path: Path, items: Seq[NewItem], file: str) -> str:
    """The first of the texts that reads as `before` with the items at the end of the list."""
    old = _read(before, path, file)
    wanted = [_plain(find(parse(item.block + "\n", file), (0,), file)[0]) for item in items]
    for after in ways:
        with contextlib.suppress(InputError):
            if _read(after, path, file) == ([*old[0], *wanted], old[1]):
                return after
    message = "この書き方の一覧には、安全に書き足せません。手で直してください。"
    raise WriteError(Problem("Y061", message, place_of(parse(before, file), file)))


def _read(text: str, path: Path, file: str) -> tuple[list[dict[Path, str]], dict[Path, str]]:
    """The values of each item, and those outside of the list."""
    root = parse(text, file)
    node, _ = find(root, path, file)
    items = [_plain(item) for item in node.items] if isinstance(node, Sequence) else []
    return items, {at: value for at, value in values_of(root).items() if at[: len(path)] != path}


def _plain(node: Node) -> dict[Path, str]:
    """The values but for the line end that a block at the end of a file gains when something follows."""
    return {path: value.removesuffix("\n") for path, value in values_of(node).items()}
