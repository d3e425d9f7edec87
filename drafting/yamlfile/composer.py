"""YAML text → nodes.

Events come from libyaml where `ruamel.yaml.clib` is installed (0.8 µs an event) and from
ruamel's own parser elsewhere; both give the same events. We compose the nodes ourselves: the
libraries' composers cost ten times the parse, and would convert 010, No and 12:30.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NoReturn

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from drafting.patterns import lazy_pattern
from drafting.problems import InputError, Place, Problem
from drafting.yamlfile.faults import ALIAS, TAG, Mark, at, explain
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 40
MAX_NODES = 4_000_000
MAX_ALIASES = 100
MAX_ALIASED = 10_000


def parse(text: str, file: str) -> Node:
    """The node of the only document in `text`. Raises InputError with the place."""
    try:
        return _Builder(_events(text), file).document()
    except Exception as error:
        if "ruamel" not in type(error).__module__:
            raise
        raise InputError(explain(error, text, file)) from None


def _events(text: str) -> Callable[[], Any]:
    """A function that gives the next event, at the end None."""
    try:
        from _ruamel_yaml import CParser  # the extension of ruamel.yaml.clib
    except ImportError:
        return _slow_events(text)
    get: Callable[[], Any] = CParser(text).get_event
    return get


class _Position:
    """A mark of our own."""

    __slots__ = ("column", "index", "line")

    def __init__(self, index: int, line: int, column: int) -> None:
        self.index, self.line, self.column = index, line, column


_COLON = lazy_pattern(r"\s*:")


def _slow_events(text: str) -> Callable[[], Any]:
    """The same from ruamel's own parser."""
    return partial(next, _corrected_events(text), None)


def _corrected_events(text: str) -> Iterator[Any]:
    """ruamel's own events; it puts an empty value at the next line, we behind its colon as libyaml does."""
    from ruamel.yaml import YAML

    end: Any = None
    for event in YAML(typ="safe", pure=True).parse(text):
        empty = type(event) is ScalarEvent and not event.value and event.style is None
        if empty and event.start_mark.line > end.line and (gap := _COLON.match(text, end.index)):
            lines = gap[0].split("\n")
            column = len(lines[-1]) + (end.column if len(lines) == 1 else 0)
            event.start_mark = event.end_mark = _Position(gap.end(), end.line + len(lines) - 1, column)
        end = event.end_mark
        yield event


class _Builder:
    """Nodes from events: each method reads the events of one node."""

    def __init__(self, events: Callable[[], Any], file: str) -> None:
        self._next, self._file = events, file
        self._open: list[Sequence | Mapping] = []  # the collections that are being read, the outermost first
        self._count = self._aliases = self._aliased = 0
        self._anchors: dict[str, tuple[Node, Mark]] = {}
        self._used: set[str] = set()

    def document(self) -> Node:
        """The node of the only document."""
        root, documents = None, 0
        while (event := self._next()) is not None:
            if type(event) is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = "「---」で2つ目の文書が始まっています。1つのファイルには1つだけ書いてください。"
                    raise InputError(at(event.start_mark, self._file, "Y008", message))
                root = self._node(self._next())
        if root is None:
            raise InputError(Problem("Y001", "中身がありません（空か、#で始まる説明だけです）。", Place(self._file)))
        self._refuse_lonely_anchors()
        return root

    def _node(self, event: Any) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._mapping(event)
        return self._sequence(event) if kind is SequenceStartEvent else self._alias(event)

    def _scalar(self, event: Any) -> Scalar:
        node = Scalar(event.value, event.style or "", event.start_mark, event.end_mark)
        if event.ctag is not None or event.anchor is not None:
            self._properties(event, node)
        return node

    def _mapping(self, start: Any) -> Mapping:
        node = Mapping(start.start_mark, bool(start.flow_style))
        self._enter(start, node)
        entries, keys, after, scalar = node.entries, node.keys, self._next, self._scalar
        while type(event := after()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self._refuse_key(event)
            name = event.value
            if event.ctag is not None or event.anchor is not None:
                scalar(event)
            if name in keys:
                self._refuse_doubled(node, name, event.start_mark)
            keys[name] = event.start_mark
            event = after()
            entries[name] = scalar(event) if type(event) is ScalarEvent else self._node(event)
        node.end = event.end_mark
        self._open.pop()
        return node

    def _sequence(self, start: Any) -> Sequence:
        node = Sequence(start.start_mark, bool(start.flow_style))
        self._enter(start, node)
        while type(event := self._next()) is not SequenceEndEvent:
            item = self._node(event)
            if type(item) is Mapping and not node.flow:
                item.column = node.mark.column
            node.items.append(item)
        node.end = event.end_mark
        self._open.pop()
        return node

    def _enter(self, start: Any, node: Sequence | Mapping) -> None:
        if start.ctag is not None or start.anchor is not None:
            self._properties(start, node)
        self._open.append(node)
        self._count += 1
        if len(self._open) > MAX_DEPTH or self._count > MAX_NODES:
            message = f"入れ子が深すぎるか、項目が多すぎます（入れ子は{MAX_DEPTH}段まで）。"
            raise InputError(at(start.start_mark, self._file, "Y009", message))

    def _properties(self, event: Any, node: Node) -> None:
        if event.ctag is not None:
            raise InputError(at(event.start_mark, self._file, "Y007", TAG))
        node.shared = True
        self._anchors[event.anchor] = (node, event.start_mark)

    def _alias(self, event: Any) -> Node:
        found = self._anchors.get(event.anchor)
        if found is None:
            raise InputError(at(event.start_mark, self._file, "Y006", ALIAS))
        for outer, node in zip([*self._open[:1], *self._open], self._open, strict=False):
            if node is found[0]:
                message = f"「*{event.anchor}」が自分自身を写しています。写さずに書いてください。"
                raise InputError(at(outer.mark, self._file, "Y006", message))
        self._used.add(event.anchor)
        self._aliases += 1
        self._aliased += _size(found[0], MAX_ALIASED)
        if self._aliases > MAX_ALIASES or self._aliased > MAX_ALIASED:
            message = "「*」で写した値が多すぎます。写さずに書いてください。"
            raise InputError(at(event.start_mark, self._file, "Y009", message))
        return found[0]

    def _refuse_lonely_anchors(self) -> None:
        """An anchor that nothing refers to is a word of the clerk that YAML has eaten."""
        for name, (_, mark) in self._anchors.items():
            if name not in self._used:
                message = f"「&{name}」はYAMLの記号と読まれ、言葉が失われます。文章なら全体を「'」で囲んでください。"
                raise InputError(at(mark, self._file, "Y006", message))

    def _refuse_key(self, event: Any) -> NoReturn:
        alias = type(event) is AliasEvent
        mark = self._alias(event).mark if alias else event.start_mark
        if not alias and event.ctag is not None:
            raise InputError(at(mark, self._file, "Y007", TAG))
        message = "項目の名前は1語で書いてください。「{」「[」で始まる文章は「'」で囲んでください。"
        raise InputError(at(mark, self._file, "Y005", message))

    def _refuse_doubled(self, parent: Mapping, key: str, mark: Mark) -> NoReturn:
        message = f"項目「{key}」が2つあります（1つ目は{parent.keys[key].line + 1}行目）。どちらかを消してください。"
        raise InputError(at(mark, self._file, "Y004", message))


def _size(node: Node, most: int) -> int:
    """How many values a node holds, counted no further than `most`."""
    todo, count = [node], 0
    while todo and count <= most:
        one = todo.pop()
        count += 1
        if type(one) is Sequence:
            todo.extend(one.items)
        elif type(one) is Mapping:
            todo.extend(one.entries.values())
    return count
