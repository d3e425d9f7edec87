"""Nodes → values by their kinds. *All* errors of a file are told; a value that is wrong is left out, so that reading goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as Seq
from datetime import date
from typing import Any
from unicodedata import normalize

from drafting.files import FORBIDDEN
from drafting.problems import Place, Problem, Severity, did_you_mean, nearest
from drafting.schema.kinds import Day, Key, Kind, ListOf, Number, Record, Switch, Text, TextOr, TextOrList, Whole
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, place_of

_BLOCK_INDENT = 2
_NULLS = frozenset(("", "~", "null"))
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_JOINED = re.compile(r"[^\x00-\x7f] [^\x00-\x7f]")
_YES, _NO = frozenset(("true", "yes", "on", "はい", "する")), frozenset(("false", "no", "off", "いいえ", "しない"))


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
        return name not in self.values and name in self._nodes and not _is_null(self._nodes[name])

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return place_of(self.node, self.file)

    def place_of(self, name: str) -> Place:
        """Where the value of a key begins; the record itself if the key is missing."""
        return place_of(self._nodes.get(name, self.node), self.file)

    def text_place(self, name: str) -> Place:
        """Where the first letter of a text stands: of a `|` block below its head, of a quoted one behind the quote."""
        node = self._nodes.get(name)
        if type(node) is not Scalar:
            return self.place
        mark = node.mark
        if node.style in ("|", ">"):
            return Place(self.file, mark.line + 2, self.node.mark.column + _BLOCK_INDENT + 1)
        return Place(self.file, mark.line + 1, mark.column + 1 + bool(node.style))


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


def _is_null(node: Node) -> bool:
    """True for an empty value, ~ and null."""
    return type(node) is Scalar and not node.style and node.text in _NULLS


def _wrong(node: Node, file: str, problems: list[Problem], message: str, code: str = "Y013") -> None:
    problems.append(Problem(code, message, place_of(node, file)))


def _scalar(node: Node, file: str, problems: list[Problem], what: str) -> str | None:
    if type(node) is Scalar:
        return node.text
    shape = "一覧（「- 」の並び）" if type(node) is Sequence else "「項目: 値」の組"
    _wrong(node, file, problems, f"{what}を書くところに{shape}があります。")
    return None


def _read_text(node: Node, kind: Text, file: str, problems: list[Problem]) -> str | None:
    text = _scalar(node, file, problems, "文章")
    if text is None:
        return None
    if text == "":
        return text
    _report_joined(node, file, problems)
    if type(node) is Scalar and node.style == '"' and (bad := FORBIDDEN.search(text)):
        _wrong(node, file, problems, f"使えない文字（U+{ord(bad[0]):04X}）が入っています。消してください。", "F020")
        return None
    if kind.choices and text not in kind.choices:
        meant = kind.meant.get(text)
        message = f"「{text}」は選べません。{f'「{meant}」と書いてください。' if meant else did_you_mean(text, kind.choices)}"
        _wrong(node, file, problems, message, "Y014")
        return None
    if kind.pattern and not re.fullmatch(kind.pattern, text, re.ASCII):
        _wrong(node, file, problems, f"「{text}」の書き方が違います。{kind.hint}", "Y015")
        return None
    return text


def _report_joined(node: Node, file: str, problems: list[Problem]) -> None:
    """Y039 where lines without `|` become one, with a blank between Japanese letters that nobody typed."""
    if type(node) is Scalar and node.end.line > node.mark.line and node.style not in ("|", ">") and _JOINED.search(node.text):
        message = (
            "次の行に続く文章なので、行の切れ目に空白が入り、1つの段落になります。「項目: |」と書いて、文章を次の行から字下げして書くか、"
            "1行に書いてください。"
        )
        problems.append(Problem("Y039", message, place_of(node, file), Severity.WARNING))


def _read_whole(node: Node, kind: Whole, file: str, problems: list[Problem]) -> int | None:
    text = _scalar(node, file, problems, "数")
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text):
        _wrong(node, file, problems, f"「{text[:40]}」は数ではありません。半角数字で書いてください。", "Y016")
        return None
    return int(text)


def _read_number(node: Node, kind: Number, file: str, problems: list[Problem]) -> float | None:
    text = _scalar(node, file, problems, "数")
    if text is None:
        return None
    value = float(text) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", text) else -1
    if not kind.least <= value <= kind.most or value % kind.step:
        message = f"「{text[:40]}」は使えません。{kind.least:g}から{kind.most:g}まで、{kind.step:g}きざみの数を半角で書いてください。"
        _wrong(node, file, problems, message, "Y016")
        return None
    return value


def _read_day(node: Node, kind: Day, file: str, problems: list[Problem]) -> date | None:
    text = _scalar(node, file, problems, "日付")
    if text is None:
        return None
    match = _DATE.fullmatch(text)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
        message = f"「{text[:40]}」は日付として読めません。「2025-11-28」のように書いてください。"
    except ValueError:
        message = f"「{text}」という日はありません。"
    _wrong(node, file, problems, message, "Y017")
    return None


def _read_switch(node: Node, kind: Switch, file: str, problems: list[Problem]) -> bool | None:
    text = _scalar(node, file, problems, "true（する）か false（しない）")
    if text is None:
        return None
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    _wrong(node, file, problems, f"「{text[:40]}」は使えません。true（する）か false（しない）を書いてください。", "Y014")
    return None


def _read_list(node: Node, kind: ListOf, file: str, problems: list[Problem]) -> tuple[Any, ...] | None:
    if type(node) is not Sequence:
        message = "一覧を書くところです。1件でも「- 」を付けて、行を改めて書いてください。"
        _wrong(node, file, problems, message)
        return None
    reader = _READERS[type(kind.item)]
    found = []
    for item in node.items:
        if _is_null(item):
            _wrong(item, file, problems, "「- 」の後が空です。書くか、行を消してください。", "Y012")
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
        _wrong(node, file, problems, f"「項目: 値」の組を書くところです（{names} など）。")
        return None
    values: dict[str, Any] = {}
    known = kind.by_name
    for name, child in node.entries.items():
        key = known.get(name)
        if key is None:
            message = f"知らない項目「{name}」です。{_key_meant(name, kind)}"
            problems.append(Problem("Y010", message, place_of(node.keys[name], file)))
        elif _is_null(child):
            if key.required:
                problems.append(Problem("Y012", _empty(key), _place_to_type(child, file)))
        else:
            value = _READERS[type(key.kind)](child, key.kind, file, problems)
            if value == "" and key.required:
                problems.append(Problem("Y012", _empty(key), place_of(child, file)))
            elif value is not None:
                values[name] = value
    for key in kind.required:
        if key.name not in node.entries:
            message = f"「{key.name}」（{key.title}）がありません。必ず書いてください。"
            problems.append(Problem("Y011", message, Place(file, node.mark.line + 1, node.column + 1)))
    return Item(node, node.entries, values, file)


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
    Text: _read_text,
    Whole: _read_whole,
    Number: _read_number,
    Day: _read_day,
    Switch: _read_switch,
    ListOf: _read_list,
    TextOr: _read_text_or,
    TextOrList: _read_text_or_list,
    Record: _read_record,
}
