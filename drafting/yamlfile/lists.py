"""A list made anew out of its old items and new ones, and values taken out: what a merge needs.

An old item keeps its lines, its comments and its place among the others; comments that belong to
no item stay. All changes of a list are made in one parse of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Seq
from itertools import takewhile

from drafting.patterns import lazy_pattern
from drafting.problems import Problem, WriteError
from drafting.yamlfile.composer import parse
from drafting.yamlfile.extents import last_index
from drafting.yamlfile.items import Lines, delete_item, item_spans, newline_of
from drafting.yamlfile.nodes import Mapping, Scalar, Sequence, place_of
from drafting.yamlfile.splices import Path, Splice, apply_splices, find, values_of

_COMMENT = lazy_pattern(r"(?:^|\s)#")


def rewrite_list(text: str, path: Path, order: Seq[int | str], file: str) -> str:
    """The text whose list at `path` holds the items of `order` and no other.

    A number is an old item (numbers ascend), a text a new item as YAML whose dash stands in
    column 0. Raises WriteError where the list cannot be changed safely.
    """
    root = parse(text, file)
    parent, _ = find(root, path[:-1], file)
    if isinstance(parent, Mapping) and path[-1] not in parent.entries:
        return _new_list(text, parent, path, order, file) if order else text
    node, inside_flow = find(root, path, file)
    if not isinstance(node, Sequence):
        raise WriteError(Problem("Y060", "一覧ではありません。手で直してください。", place_of(node, file)))
    if list(order) == list(range(len(node.items))):
        return text
    if not order:
        changed = text
        for index in reversed(range(len(node.items))):
            changed = delete_item(changed, (*path, index), file)
        return changed
    if not node.items:
        changed = _filled(text, node, path, [str(item) for item in order], file)
    elif node.flow or inside_flow:
        changed = _in_brackets(text, node, order, file)
    else:
        changed = "".join(_lines(*item_spans(text, path, file), order, node.mark.column))
    return _checked(text, changed, path, order, file)


def commented_items(text: str, path: Path, file: str) -> frozenset[int]:
    """Which items of a block list hold something that may be a comment of the clerk."""
    node, inside_flow = find(parse(text, file), path, file)
    if not isinstance(node, Sequence) or not node.items or node.flow or inside_flow:
        return frozenset()
    lines, spans = item_spans(text, path, file)
    return frozenset(i for i, span in enumerate(spans) if any(map(_COMMENT.search, lines[span.start : span.end])))


def remove_values(text: str, paths: Seq[Path], file: str) -> str:
    """The text without these values: the line goes where it holds nothing else, else the value alone."""
    root = parse(text, file)
    changed = apply_splices(text, [_removal(text, *_entry(root, path, file)) for path in paths])
    gone = {(*path[:-1], str(path[-1])) for path in paths}
    wanted = {path: value for path, value in values_of(root).items() if path not in gone}
    if {path: value for path, value in values_of(parse(changed, file)).items() if path not in gone} != wanted:
        raise WriteError(Problem("Y061", "この書き方の値は安全に消せません。手で直してください。", place_of(root, file)))
    return changed


def _entry(root: Mapping | Sequence | Scalar, path: Path, file: str) -> tuple[Mapping, str, Scalar]:
    parent, _ = find(root, path[:-1], file)
    node, _ = find(root, path, file)
    if not isinstance(parent, Mapping) or not isinstance(node, Scalar):
        raise WriteError(Problem("Y060", "文章ではなく、一覧や組です。手で直してください。", place_of(node, file)))
    return parent, str(path[-1]), node


def _removal(text: str, parent: Mapping, key: str, node: Scalar) -> Splice:
    start = parent.keys[key].index
    end = last_index(text, node, parent.keys[key].column)
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    rest = re.compile("[ \t]*(\r\n|\r|\n|$)").match(text, end)
    if parent.flow or text[line_start:start].strip(" ") or not rest or not rest[1]:
        return Splice(node.mark.index, end, "")
    return Splice(line_start, rest.end(), "")


def _lines(lines: list[str], spans: list[Lines], order: Seq[int | str], column: int) -> Iterator[str]:
    """The lines of the file with the items in their new order; no line between two items is lost
    but the blank ones that a deleted item leaves behind."""
    newline = newline_of(lines)
    spaced = len(spans) > 1 and any(not line.strip() for line in lines[spans[-2].end : spans[-1].start])
    added, kept = _behind(order, len(spans))
    yield from lines[: spans[0].start]
    for item in added[0]:
        yield from _new_lines(item, column, newline)
        yield from [newline] * spaced
    for i, span in enumerate(spans):
        item_lines = lines[span.start : span.end]
        # What a clerk wrote above an item outlives it.
        yield from _ended(item_lines if i in kept else list(takewhile(_is_comment, item_lines)), newline)
        for item in added[i + 1]:
            yield from [newline] * spaced
            yield from _new_lines(item, column, newline)
        gap = lines[span.end : spans[i + 1].start if i + 1 < len(spans) else len(lines)]
        yield from gap if i in kept or i + 1 == len(spans) else (line for line in gap if line.strip())


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")


def _behind(order: Seq[int | str], count: int) -> tuple[list[list[str]], set[int]]:
    """The new items behind each old one (the first: before all of them), and the old ones kept."""
    added: list[list[str]] = [[] for _ in range(count + 1)]
    kept: set[int] = set()
    last = -1
    for item in order:
        if isinstance(item, int):
            kept.add(item)
            last = item
        else:
            added[last + 1].append(item)
    return added, kept


def _new_lines(item: str, column: int, newline: str) -> Iterator[str]:
    for line in item.split("\n"):
        yield (" " * column + line if line else "") + newline


def _ended(lines: list[str], newline: str) -> list[str]:
    if lines and not lines[-1].endswith(("\n", "\r")):
        return [*lines[:-1], lines[-1] + newline]
    return lines


def _filled(text: str, node: Sequence, path: Path, items: Seq[str], file: str) -> str:
    """New items in a list that was empty (`[]`)."""
    parent, _ = find(parse(text, file), path[:-1], file)
    column = parent.keys[str(path[-1])].column + 2 if isinstance(parent, Mapping) else 2
    newline = newline_of(text.splitlines(keepends=True))
    lines = [line for item in items for line in _new_lines(item, column, newline)]
    return apply_splices(text, [Splice(node.mark.index, node.end.index, newline + "".join(lines).removesuffix(newline))])


def _new_list(text: str, parent: Mapping, path: Path, order: Seq[int | str], file: str) -> str:
    """A list under a key that its record does not have yet: behind the last key."""
    if parent.flow:
        raise WriteError(Problem("Y063", "{ } の中には自動で一覧を足せません。手で直してください。", place_of(parent, file)))
    last, mark = next(reversed(parent.keys.items()))
    column = mark.column
    end = last_index(text, parent.entries[last], column)
    line_end = re.compile("\r\n|\r|\n|$").search(text, end)
    at = line_end.start() if line_end else len(text)
    newline = newline_of(text.splitlines(keepends=True))
    lines = [line for item in order for line in _new_lines(str(item), column + 2, newline)]
    added = f"{newline}{' ' * column}{path[-1]}:{newline}" + "".join(lines).removesuffix(newline)
    changed = apply_splices(text, [Splice(at, at, added)])
    want, have = values_of(parse(text, file)), values_of(parse(changed, file))
    if want != {key: value for key, value in have.items() if key[: len(path)] != path}:
        raise WriteError(Problem("Y061", "この書き方には自動で一覧を足せません。手で直してください。", place_of(parent, file)))
    return changed


def _in_brackets(text: str, node: Sequence, order: Seq[int | str], file: str) -> str:
    new = [item.removeprefix("- ") for item in order if isinstance(item, str)]
    if any("\n" in item for item in new) or _COMMENT.search(text[node.mark.index : node.end.index]):
        message = "[ ] で書かれた一覧なので、自動では直せません。1項目ずつ「- 」の行に分けると直せます。"
        raise WriteError(Problem("Y063", message, place_of(node, file)))
    spans = [slice(item.mark.index, item.end.index) for item in node.items]
    pieces = [text[spans[item]] if isinstance(item, int) else item.removeprefix("- ") for item in order]
    return text[: spans[0].start] + ", ".join(pieces) + text[spans[-1].stop :]


def _checked(before: str, after: str, path: Path, order: Seq[int | str], file: str) -> str:
    """`after` if its list reads as the order says and nothing else reads otherwise."""
    old_root, new_root = parse(before, file), parse(after, file)
    old, new = find(old_root, path, file)[0], find(new_root, path, file)[0]
    assert isinstance(old, Sequence)
    same = isinstance(new, Sequence) and len(new.items) == len(order)
    for place, item in enumerate(order if same else ()):
        assert isinstance(new, Sequence)
        wanted = old.items[item] if isinstance(item, int) else parse(item + "\n", file)
        steps = () if isinstance(item, int) else (0,)
        same = same and values_of(find(wanted, steps, file)[0]) == values_of(new.items[place])
    outside = [{k: v for k, v in values_of(root).items() if k[: len(path)] != path} for root in (old_root, new_root)]
    if not same or outside[0] != outside[1]:
        raise WriteError(Problem("Y061", "この書き方の一覧は安全に直せません。手で直してください。", place_of(old, file)))
    return after
