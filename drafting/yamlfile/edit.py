"""Setting values in YAML text by splicing: no byte outside the value changes.

An edit is a path and a text, e.g. (("recommendations", 1, "title"), "新しい題名"). All edits of
a call are spliced into one parse of the text, so their order does not matter; the result is
parsed again and compared, so a splice that YAML reads otherwise never leaves this room.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple, cast

from drafting.problems import InputError, Problem, WriteError
from drafting.yamlfile.composer import parse
from drafting.yamlfile.extents import block_end, indent_of, key_column, last_index, line_end, newline_of
from drafting.yamlfile.nodes import Mapping, Node, Scalar, place_of
from drafting.yamlfile.nodes import Sequence as SequenceNode
from drafting.yamlfile.positions import source_indices
from drafting.yamlfile.splices import Path, Splice, apply_splices, find
from drafting.yamlfile.text import block_lines, double_quoted, holds_block, quote_text, single_quoted


class Edit(NamedTuple):
    """The value at `path` shall read as `text`. A missing last key is added to its record."""

    path: Path
    text: str


class Replacement(NamedTuple):
    """Letters [start, end) of the value at `path` shall read as `text`."""

    path: Path
    start: int
    end: int
    text: str


def set_values(text: str, edits: Sequence[Edit], file: str) -> str:
    """The text with all values set. Raises WriteError (Y060…) where a value cannot be set."""
    root = parse(text, file)
    splices = [_splice(text, root, edit, file) for edit in edits]
    changed = apply_splices(text, splices)
    if not _agree(root, parse(changed, file), _nested(edits)):
        raise WriteError(Problem("Y061", "この書き方の値は安全に直せません。手で直してください。", place_of(root, file)))
    return changed


def _nested(edits: Sequence[Edit]) -> _Wanted:
    wanted: _Wanted = {}
    for edit in edits:
        inner = wanted
        for step in edit.path[:-1]:
            inner = inner.setdefault(step, {})
        inner[edit.path[-1]] = edit.text
    return wanted


def replace_words(text: str, replacements: Sequence[Replacement], file: str) -> str:
    """The text with words of values replaced; they must not overlap. Only these words change where they are written
    as they read; else (an escape, a sign that YAML would take) their whole value is set. Raises WriteError."""
    root = parse(text, file)
    splices: list[Splice] = []
    edits = []
    for path, group in groupby(sorted(replacements), key=lambda one: one.path):
        node, _ = find(root, path, file)
        if not isinstance(node, Scalar):
            raise WriteError(Problem("Y060", "文章ではなく、一覧や組です。手で直してください。", place_of(node, file)))
        indices = source_indices(text, node)
        words = [Splice(*one[1:]) for one in group]
        edits.append(Edit(path, apply_splices(node.text, words)))
        spots = [Splice(indices[one.start], indices[one.end - 1] + 1, one.text) for one in words]
        written = all(text[a.start : a.end] == node.text[b.start : b.end] for a, b in zip(spots, words, strict=True))
        splices += spots if written else [_splice(text, root, edits[-1], file)]
    changed = apply_splices(text, splices)
    with contextlib.suppress(InputError):
        if _agree(root, parse(changed, file), _nested(edits)):
            return changed
    return set_values(text, edits, file)


def _splice(text: str, root: Node, edit: Edit, file: str) -> Splice:
    parent, _ = find(root, edit.path[:-1], file)
    if isinstance(parent, Mapping) and edit.path[-1] not in parent.entries:
        return _new_key(text, root, edit, file)
    node, flow = find(root, edit.path, file)
    if not isinstance(node, Scalar):
        raise WriteError(Problem("Y060", "文章ではなく、一覧や組です。手で直してください。", place_of(node, file)))
    start, end = node.mark.index, node.end.index
    if node.style in ("|", ">"):
        return _in_block(text, node, edit, key_column(parent, node))
    if node.style == "" and start == end:
        return Splice(start, end, ("" if text[start - 1 : start] == " " else " ") + _inline(edit.text, ""))
    if flow or "\n" not in edit.text or not holds_block(edit.text):
        return Splice(start, end, _inline(edit.text, node.style))
    return _to_block(text, start, end, edit.text, key_column(parent, node))


def _inline(text: str, style: str) -> str:
    """A text on one line, in the quotes the old one had."""
    if style == "'" and not re.search("[\n\r\x85\u2028\u2029]", text):
        return single_quoted(text)
    return double_quoted(text) if style == '"' else quote_text(text)


def _to_block(text: str, start: int, end: int, new: str, column: int) -> Splice:
    """A flow scalar becomes a `|` block; what stands behind it (a comment) stays on the line."""
    stop, newline = line_end(text, end)
    header, lines = block_lines(new, column)
    newline = newline or newline_of(text)
    body = newline.join(lines)
    return Splice(start, stop, header + text[end:stop].rstrip(" \t") * bool(text[end:stop].strip()) + newline + body)


def _in_block(text: str, node: Scalar, edit: Edit, column: int) -> Splice:
    """A block keeps its kind: the header's signs and the lines are replaced, a comment behind the header stays."""
    start = node.mark.index
    head = re.compile("[|>][-+0-9]*").match(text, start)
    assert head
    stop, newline = line_end(text, head.end())
    end = block_end(text, node, column)
    if not holds_block(edit.text):
        return Splice(start, end, quote_text(edit.text) + text[head.end() : stop])
    header, lines = block_lines(edit.text, column, indent=indent_of(text, stop, end) or column + 2)
    newline = newline or newline_of(text)
    return Splice(start, end, header + text[head.end() : stop] + newline + newline.join(lines))


def _new_key(text: str, root: Node, edit: Edit, file: str) -> Splice:
    """A key that the record does not have yet goes behind its last one."""
    parent, flow = find(root, edit.path[:-1], file)
    assert isinstance(parent, Mapping)
    key = str(edit.path[-1])
    if flow or parent.flow:
        close = text.rfind("}", 0, parent.end.index + 1)
        return Splice(close, close, f"{', ' if parent.entries else ''}{key}: {quote_text(edit.text)}")
    last, mark = next(reversed(parent.keys.items()))
    column = mark.column
    end, newline = line_end(text, last_index(text, parent.entries[last], column))
    newline = newline or newline_of(text)
    if "\n" in edit.text and holds_block(edit.text):
        header, lines = block_lines(edit.text, column)
        value = header + newline + newline.join(lines)
    else:
        value = quote_text(edit.text)
    return Splice(end, end, f"{newline}{' ' * column}{key}: {value}")


_Wanted = dict[str | int, Any]


def _agree(old: Node, new: Node, wanted: _Wanted | str | None) -> bool:
    """True if `new` reads as `old` with the wanted texts (nested by their paths) in it."""
    if isinstance(wanted, str):
        return isinstance(new, Scalar) and new.text == wanted
    if type(old) is not type(new):
        return False
    if isinstance(old, Scalar):
        return old.text == cast(Scalar, new).text
    if isinstance(old, SequenceNode):
        pairs = zip(old.items, cast(SequenceNode, new).items, strict=False)
        same = len(old.items) == len(cast(SequenceNode, new).items)
        return same and all(_agree(a, b, wanted and wanted.get(i)) for i, (a, b) in enumerate(pairs))
    entries = cast(Mapping, new).entries
    added = {key: text for key, text in (wanted or {}).items() if key not in old.entries}
    return list(entries) == [*old.entries, *added] and all(
        _agree(old.entries.get(key, value), value, wanted and wanted.get(key)) for key, value in entries.items()
    )
