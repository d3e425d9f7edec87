"""Nodes → values by their kinds. *All* errors of a file are told; a value that is wrong is left out, so that reading goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

from drafting.problems import Place, Problem, did_you_mean, nearest
from drafting.schema.item import NULLS, Item, is_null
from drafting.schema.kinds import Key, Kind, ListOf, Record, TextOr, TextOrList
from drafting.schema.scalars import SCALARS, wrong
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, place_at, place_of


def read(node: Node, kind: Kind, file: str, problems: list[Problem]) -> Any:
    """The value of a node by its kind, or None if it is wrong (then `problems` grew)."""
    return _READERS[type(kind)](node, kind, file, problems)


def report_doubled_ids(found: Iterable[tuple[str, Place]], problems: list[Problem]) -> None:
    """Y021 for each item whose number an earlier one has; `found` are numbers ("" for none) with the places of their items."""
    first: dict[str, Place] = {}
    for id, place in found:
        if id in first:
            message = f"番号「{id}」が2つあります（1つ目は{first[id].line}行目）。まだ使っていない番号にしてください。"
            problems.append(Problem("Y021", message, place))
        elif id:
            first[id] = place


def _read_list(node: Node, kind: ListOf, file: str, problems: list[Problem]) -> tuple[Any, ...] | None:
    if type(node) is not Sequence:
        message = "一覧を書くところです。1件でも「- 」を付けて、行を改めて書いてください。"
        wrong(node, file, problems, message)
        return None
    reader = _READERS[type(kind.item)]
    found = []
    for item in node.items:
        if is_null(item):
            wrong(item, file, problems, "「- 」の後が空です。書くか、行を消してください。", "Y012")
        elif (value := reader(item, kind.item, file, problems)) is not None:
            found.append(value)
    return tuple(found)


def _read_text_or(node: Node, kind: TextOr, file: str, problems: list[Problem]) -> Item | None:
    if type(node) is Mapping:
        return _read_record(node, kind.record, file, problems)
    text = read(node, kind.record.by_name[kind.key].kind, file, problems)
    return None if text is None else Item(node, {kind.key: node}, {kind.key: text}, file)


def _read_text_or_list(node: Node, kind: TextOrList, file: str, problems: list[Problem]) -> Any:
    """The text as a str, the list as a tuple."""
    return read(node, kind.items if type(node) is Sequence else kind.text, file, problems)


def _read_record(node: Node, kind: Record, file: str, problems: list[Problem]) -> Item | None:
    if type(node) is not Mapping:
        names = "・".join(key.name for key in kind.keys[:6])
        wrong(node, file, problems, f"「項目: 値」の組を書くところです（{names} など）。")
        return None
    values: dict[str, Any] = {}
    known = kind.by_name
    glued: set[str] = set()
    for name, child in node.entries.items():
        key = known.get(name)
        if key is None:
            problems.append(_unknown(name, node, kind, file))
            glued.add(name.partition("：")[0].strip())
        elif type(child) is Scalar and not child.style and child.text in NULLS:  # `is_null`, asked of every value
            if key.required:
                problems.append(Problem("Y012", _empty(key), _place_to_type(child, file)))
        else:
            value = _READERS[type(key.kind)](child, key.kind, file, problems)
            if value == "" and key.required:
                problems.append(Problem("Y012", _empty(key), place_of(child, file)))
            elif value is not None:
                values[name] = value
    for key in kind.required:
        if key.name not in node.entries and key.name not in glued:
            message = f"「{key.name}」（{key.title}）がありません。必ず書いてください。"
            problems.append(Problem("Y011", message, Place(file, node.mark.line + 1, node.column + 1)))
    return Item(node, node.entries, values, file)


def _unknown(name: str, node: Mapping, kind: Record, file: str) -> Problem:
    """Y010; Y034 where within braces a full-width colon glued the value to its key."""
    place = place_at(node.keys[name], file)
    before, colon, _ = name.partition("：")
    if colon and before.strip() in kind.by_name:
        message = f"「{before.strip()}」の後のコロンが全角です。半角の「: 」（コロンと空白）にしてください。"
        return Problem("Y034", message, place)
    return Problem("Y010", f"知らない項目「{name}」です。{_key_meant(name, kind)}", place)


def _key_meant(name: str, kind: Record) -> str:
    """The key that a wrong one most likely stands for, also where its Japanese name was typed; else all there are."""
    titles = {key.title: key.name for key in kind.keys}
    typed = normalize("NFKC", name).strip()
    title = typed if typed in titles else "" if typed.isascii() else nearest(typed, tuple(titles))
    if title:
        return f"「{titles[title]}」（{title}）と書いてください。"
    return did_you_mean(typed, tuple(kind.by_name)) or f"使えるのは {'・'.join(kind.by_name)} です。"


def _empty(key: Key) -> str:
    return f"「{key.name}」（{key.title}）が空です。必ず書いてください。"


def _place_to_type(node: Node, file: str) -> Place:
    """Where the missing value belongs: the parser puts nothing right behind the colon, a clerk one further."""
    place = place_of(node, file)
    return place if type(node) is Scalar and node.text else place._replace(column=place.column + 1)


_READERS: dict[type, Any] = {
    **SCALARS,
    ListOf: _read_list,
    TextOr: _read_text_or,
    TextOrList: _read_text_or_list,
    Record: _read_record,
}
