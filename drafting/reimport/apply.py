"""A merge → the text of the YAML file, by splicing: comments and layout of the clerk stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from difflib import SequenceMatcher
from typing import Any

from drafting.minutes import read_minutes
from drafting.minutes.writing import write_entry, write_listed
from drafting.model import Meeting, Minutes, Narrative, Source
from drafting.problems import Place, Problem, WriteError
from drafting.reimport.outcome import Merge
from drafting.yamlfile import Mapping, Node, Scalar, parse
from drafting.yamlfile.edit import Edit, set_values
from drafting.yamlfile.lists import remove_values, rewrite_list
from drafting.yamlfile.splices import Path, find

_KEYS = {"place_held": "place"}


def apply_merge(text: str, ours: Minutes, merged: Merge, file: str) -> str:
    """The text that reads as the merged minutes. `ours` is what the text reads as now.

    Raises WriteError (Y06x) where the file is written in a way that cannot be changed safely.
    """
    wanted = dict(_values(ours, merged))
    root = parse(text, file)
    edits = [Edit(path, _ended(root, path, str(value), file)) for path, value in wanted.items() if value not in (None, "")]
    for batch in _batches(root, edits, file):
        text = set_values(text, batch, file)
    gone = [path for path, value in wanted.items() if value in (None, "")]
    text = remove_values(text, gone, file) if gone else text
    for name in (one.name for one in fields(Meeting)):
        was, now = getattr(ours.meeting, name), getattr(merged.minutes.meeting, name)
        if isinstance(now, tuple) and was != now:
            text = rewrite_list(text, ("meeting", name), _order(was, now), file)
    record = zip(merged.minutes.record, merged.order, strict=True)
    text = rewrite_list(text, ("record",), [write_entry(entry) if at is None else at for entry, at in record], file)
    if read_minutes(parse(text, file), file)[0] != merged.minutes:
        message = "この書き方の会議録には、訂正を自動では取り込めません。訂正を手で書き入れてください。"
        raise WriteError(Problem("Y061", message, Place(file)))
    return text


def _values(ours: Minutes, merged: Merge) -> Iterator[tuple[Path, Any]]:
    """The single values that change, by path; None or "" where the value goes."""
    for at, entry in zip(merged.order, merged.minutes.record, strict=True):
        if at is None:
            continue
        before = ours.record[at]
        for name in ("text", "line") if isinstance(entry, Narrative) else ("speaker", "role", "agenda", "line", "text"):
            if getattr(before, name) != getattr(entry, name):
                key = "narrative" if name == "text" and isinstance(entry, Narrative) else name
                yield ("record", at, key), getattr(entry, name)
    for name in (one.name for one in fields(Meeting) if one.compare):
        was, now = getattr(ours.meeting, name), getattr(merged.minutes.meeting, name)
        if was != now and not isinstance(now, tuple):
            yield ("meeting", _KEYS.get(name, name)), now.isoformat() if hasattr(now, "isoformat") else now
    if merged.minutes.source and ours.source:
        for one in fields(Source):
            if getattr(ours.source, one.name) != getattr(merged.minutes.source, one.name):
                yield ("source", one.name), getattr(merged.minutes.source, one.name)


def _ended(root: Node, path: Path, value: str, file: str) -> str:
    """The value with the line end that a `|` block has."""
    parent, _ = find(root, path[:-1], file)
    node = parent.entries.get(str(path[-1])) if isinstance(parent, Mapping) else None
    return value + "\n" if isinstance(node, Scalar) and node.text.endswith("\n") else value


def _batches(root: Node, edits: list[Edit], file: str) -> Iterator[list[Edit]]:
    """The edits so that no two of a batch add a key to the same record."""
    batches: list[list[Edit]] = [[]]
    added: dict[Path, int] = {}
    for edit in edits:
        parent, _ = find(root, edit.path[:-1], file)
        turn = 0
        if isinstance(parent, Mapping) and edit.path[-1] not in parent.entries:
            turn = added[edit.path[:-1]] = added.get(edit.path[:-1], 0) + 1
        while len(batches) <= turn:
            batches.append([])
        batches[turn].append(edit)
    return (batch for batch in batches if batch)


def _order(was: tuple[Any, ...], now: tuple[Any, ...]) -> list[int | str]:
    """Which items of the new list are old ones (by number), and how the others are written."""
    order: list[int | str] = []
    for step, i, stop, j, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        order += range(i, stop) if step == "equal" else [write_listed(item) for item in now[j:end]]
    return order
