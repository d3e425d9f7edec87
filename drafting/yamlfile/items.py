"""Adding, deleting and moving the items of a block list, with the comments that belong to them.

An item owns the comment lines directly above its dash that stand in the dash's column, its own
lines, and the deeper comment lines below it. Blank lines between items stay where they are.
A comment line that is a rule or heading of a group (# --- 窓口 ---) belongs to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from collections.abc import Mapping as MappingType
from typing import NamedTuple

from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, WriteError
from drafting.yamlfile import flow
from drafting.yamlfile.composer import parse
from drafting.yamlfile.extents import last_index
from drafting.yamlfile.nodes import Mapping, Sequence, place_of
from drafting.yamlfile.splices import Path, Splice, apply_splices, find, values_of
from drafting.yamlfile.text import block_lines, holds_block, quote_text

_LINE = lazy_pattern("[^\r\n]*(?:\r\n|\r|\n|$)")
_LINE_END = lazy_pattern("\r\n|\r|\n")
_GROUP = lazy_pattern(r" *# *[-=＝―─■□◆【]")


_Values = dict[Path, str]
_Change = Callable[[list[_Values]], list[_Values]]


class Lines(NamedTuple):
    """The lines [start, end) of an item."""

    start: int
    end: int


def delete_item(text: str, path: Path, file: str) -> str:
    """The text without the item at `path` (a list's path and an index). Raises WriteError."""
    if node := _flow_list(text, path[:-1], file):
        index = _index(path, node.items, file)
        return _checked(text, flow.without_item(text, node, index), path[:-1], _without(index), file)
    lines, spans = item_spans(text, path[:-1], file)
    index = _index(path, spans, file)
    span = spans[index]
    if len(spans) == 1:
        return _emptied(text, path[:-1], lines, span, file)
    start = span.start
    if index + 1 == len(spans):
        while start > 0 and not lines[start - 1].strip():
            start -= 1
    end = span.end
    if index + 1 < len(spans):
        while end < len(lines) and not lines[end].strip():
            end += 1
    return _checked(text, "".join([*lines[:start], *lines[end:]]), path[:-1], _without(index), file)


def move_item(text: str, path: Path, to: int, file: str) -> str:
    """The text with the item at `path` moved to the index `to` of its list. Raises WriteError."""
    if node := _flow_list(text, path[:-1], file):
        order = _order(len(node.items), _index(path, node.items, file), to)
        changed = flow.reordered(text, node, order)
        return _checked(text, changed, path[:-1], lambda items: [items[i] for i in order], file)
    lines, spans = item_spans(text, path[:-1], file)
    order = _order(len(spans), _index(path, spans, file), to)
    newline = newline_of(lines)
    moved: list[str] = list(lines[: spans[0].start])
    for place, source in enumerate(order):
        item = lines[spans[source].start : spans[source].end]
        if item and not item[-1].endswith(("\n", "\r")):
            item = [*item[:-1], item[-1] + newline]
        between = spans[place + 1].start if place + 1 < len(spans) else len(lines)
        moved += [*item, *lines[spans[place].end : between]]
    return _checked(text, "".join(moved), path[:-1], lambda items: [items[i] for i in order], file)


def _order(count: int, index: int, to: int) -> list[int]:
    order = list(range(count))
    order.insert(to, order.pop(index))
    return order


def add_item(text: str, path: Path, value: MappingType[str, str] | str, file: str) -> str:
    """The text with a record, or a bare text, added at the end of the list at `path`. Raises WriteError."""
    root = parse(text, file)
    node, inside_flow = find(root, path, file)
    lines = _LINE.findall(text)
    newline = newline_of(lines)
    if isinstance(node, Sequence) and not node.items and not inside_flow:
        column = find(root, path[:-1], file)[0].mark.column + 2
        item = newline + newline.join(_record(value, column))
        changed = apply_splices(text, [Splice(node.mark.index, node.end.index, item)])
        return _checked(text, changed, path, None, file)
    if list_in_brackets := _flow_list(text, path, file):
        return _checked(text, flow.with_item(text, list_in_brackets, value), path, None, file)
    lines, spans = item_spans(text, path, file)
    spaced = len(spans) > 1 and any(not line.strip() for line in lines[spans[-2].end : spans[-1].start])
    before = lines[: spans[-1].end]
    if before and not before[-1].endswith(("\n", "\r")):
        before[-1] += newline
    item_lines = [line + newline for line in _record(value, node.mark.column)]
    changed = "".join([*before, *([newline] if spaced else []), *item_lines, *lines[spans[-1].end :]])
    return _checked(text, changed, path, None, file)


def _flow_list(text: str, path: Path, file: str) -> Sequence | None:
    """The list at `path` if it is written in `[ ]`."""
    node, inside_flow = find(parse(text, file), path, file)
    return node if isinstance(node, Sequence) and (inside_flow or node.flow) else None


def _record(fields: MappingType[str, str] | str, column: int) -> list[str]:
    """The lines of a new item whose dash stands at `column`."""
    if isinstance(fields, str):
        return [" " * column + "- " + quote_text(fields)]
    lines: list[str] = []
    for name, value in fields.items():
        lead = " " * column + ("- " if not lines else "  ")
        if "\n" in value and holds_block(value):
            header, body = block_lines(value, column + 2)
            lines += [f"{lead}{name}: {header}", *body]
        else:
            lines.append(f"{lead}{name}: {quote_text(value)}")
    return lines


def item_spans(text: str, path: Path, file: str) -> tuple[list[str], list[Lines]]:
    """All lines of the text, and the lines of each item of the list at `path`."""
    node, _ = find(parse(text, file), path, file)
    if not isinstance(node, Sequence):
        raise WriteError(Problem("Y060", "一覧ではありません。手で直してください。", place_of(node, file)))
    lines: list[str] = _LINE.findall(text)
    dash = node.mark.column
    first = [item.mark.line for item in node.items]
    if len(set(first)) < len(first):
        raise WriteError(Problem("Y063", "1行に2つの項目があるので、手で直してください。", place_of(node, file)))
    spans: list[Lines] = []
    previous = 0
    for item, at in zip(node.items, first, strict=True):
        start = at
        while start > previous and _owned_above(lines[start - 1], dash):
            start -= 1
        last = at + len(_LINE_END.findall(text, item.mark.index, last_index(text, item, dash)))
        end = _with_comments_below(lines, max(at, last) + 1, dash)
        spans.append(Lines(start, end))
        previous = end
    return lines, spans


def _owned_above(line: str, dash: int) -> bool:
    bare = line.lstrip(" ")
    return bare.startswith("#") and len(line) - len(bare) == dash and not _GROUP.match(line)


def _with_comments_below(lines: list[str], end: int, dash: int) -> int:
    """The end of an item moved past the deeper comments that follow it (blank lines between allowed)."""
    look = end
    while look < len(lines):
        bare = lines[look].lstrip(" ")
        if bare.startswith("#") and len(lines[look]) - len(bare) > dash:
            end = look + 1
        elif bare.strip():
            break
        look += 1
    return end


def newline_of(lines: list[str]) -> str:
    ending = re.search("(\r\n|\r|\n)$", lines[0])
    return ending[1] if ending else "\n"


def _index(path: Path, items: Sized, file: str) -> int:
    """The index at the end of a path. Raises WriteError where the list is shorter."""
    index = path[-1]
    assert isinstance(index, int)
    if not 0 <= index < len(items):
        raise WriteError(Problem("Y060", f"{index + 1}番目の項目がありません。", Place(file)))
    return index


def _emptied(text: str, path: Path, lines: list[str], span: Lines, file: str) -> str:
    """The last item gone: the list becomes `[]` behind its key."""
    parent, _ = find(parse(text, file), path[:-1], file)
    assert isinstance(parent, Mapping)
    mark = parent.keys[str(path[-1])]
    line = lines[mark.line]
    at = line.index(":", mark.column) + 1
    kept = [*lines[: mark.line], line[:at] + " []" + line[at:], *lines[mark.line + 1 : span.start]]
    return _checked(text, "".join([*kept, *lines[span.end :]]), path, lambda items: [], file)


def _without(index: int) -> _Change:
    return lambda items: [*items[:index], *items[index + 1 :]]


def _checked(before: str, after: str, path: Path, change: _Change | None, file: str) -> str:
    """`after` if its list reads as that of `before` with the change made (None: one item more at
    the end) and nothing else reads otherwise. Raises WriteError."""
    old_root, new_root = parse(before, file), parse(after, file)
    old, new = find(old_root, path, file)[0], find(new_root, path, file)[0]
    assert isinstance(old, Sequence)
    assert isinstance(new, Sequence)
    have = [values_of(item) for item in new.items]
    had = [values_of(item) for item in old.items]
    want = change(had) if change else [*had, have[-1] if have else {}]
    outside = {key: value for key, value in values_of(old_root).items() if key[: len(path)] != path}
    if have != want or outside != {k: v for k, v in values_of(new_root).items() if k[: len(path)] != path}:
        raise WriteError(Problem("Y061", "この書き方の一覧は安全に直せません。手で直してください。", place_of(old, file)))
    return after
