"""YAML text → nodes.

Events come from libyaml where `ruamel.yaml.clib` is installed (0.8 µs an event) and from
ruamel's own parser elsewhere; both give the same events. We compose the nodes ourselves: the
libraries' composers cost ten times the parse, and would convert 010, No and 12:30.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn, cast

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
        return _build(_events(text), file)
    except Exception as error:
        if "ruamel" not in type(error).__module__:
            raise
        raise InputError(explain(error, text, file)) from None


def _events(text: str) -> Any:
    try:
        from _ruamel_yaml import CParser  # the extension of ruamel.yaml.clib
    except ImportError:
        return _slow_events(text)
    parser = CParser(text)
    return iter(parser.get_event, None)


class _Position:
    """A mark of our own."""

    __slots__ = ("column", "index", "line")

    def __init__(self, index: int, line: int, column: int) -> None:
        self.index, self.line, self.column = index, line, column


_COLON = lazy_pattern(r"\s*:")


def _slow_events(text: str) -> Iterator[Any]:
    """ruamel's own events; it puts an empty value at the next line, we behind its colon as libyaml does."""
    from ruamel.yaml import YAML

    end: Any = None
    for event in YAML(typ="safe", pure=True).parse(text):
        empty = type(event).__name__ == "ScalarEvent" and not event.value and event.style is None
        if empty and event.start_mark.line > end.line and (gap := _COLON.match(text, end.index)):
            lines = gap[0].split("\n")
            column = len(lines[-1]) + (end.column if len(lines) == 1 else 0)
            event.start_mark = event.end_mark = _Position(gap.end(), end.line + len(lines) - 1, column)
        end = event.end_mark
        yield event


def _build(events: Any, file: str) -> Node:
    builder = _Builder(file)
    steps = builder.steps
    for event in events:
        if step := steps.get(type(event).__name__):
            step(event)
    if builder.root is None:
        raise InputError(Problem("Y001", "中身がありません（空か、#で始まる説明だけです）。", Place(file)))
    builder.refuse_lonely_anchors()
    builder.steps.clear()  # bound methods tie the builder, and all nodes, into a cycle
    return builder.root


class _Builder:
    """The nodes under way: a stack of open collections, each with the key that waits for a value."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self._stack: list[Sequence | Mapping] = []
        self._top: Sequence | Mapping | None = None  # the last of the stack, which is asked for at every scalar
        self._keys: list[Scalar | None] = []
        self._key: Scalar | None = None
        self._count = self._documents = self._aliases = self._aliased = 0
        self._anchors: dict[str, tuple[Node, Mark]] = {}
        self._used: set[str] = set()
        self.steps = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._start,
            "SequenceStartEvent": self._start,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }

    def _scalar(self, event: Any) -> None:
        node = Scalar(event.value, event.style or "", event.start_mark, event.end_mark)
        if event.ctag is not None or event.anchor is not None:
            self._properties(event, node)
        top, key = self._top, self._key
        if type(top) is not Mapping:
            self._place(node)
        elif key is None:
            self._key = node
            if node.text in top.keys:
                self._refuse_doubled(top, node)
            top.keys[node.text] = node
        else:
            top.entries[key.text] = node
            self._key = None

    def _start(self, event: Any) -> None:
        kind = Mapping if type(event).__name__ == "MappingStartEvent" else Sequence
        node = kind(event.start_mark, bool(event.flow_style))
        if event.ctag is not None or event.anchor is not None:
            self._properties(event, node)
        self._place(node)
        self._keys.append(self._key)
        self._key = None
        self._stack.append(node)
        self._top = node
        self._count += 1
        if len(self._stack) > MAX_DEPTH or self._count > MAX_NODES:
            message = f"入れ子が深すぎるか、項目が多すぎます（入れ子は{MAX_DEPTH}段まで）。"
            raise InputError(at(event.start_mark, self.file, "Y009", message))

    def _place(self, node: Node) -> None:
        """Put a value where it belongs."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if type(parent) is Sequence:
            parent.items.append(node)
            if type(node) is Mapping and not parent.flow:
                node.column = parent.mark.column
        elif self._key is None:
            message = "項目の名前は1語で書いてください。「{」「[」で始まる文章は「'」で囲んでください。"
            raise InputError(at(node.mark, self.file, "Y005", message))
        else:
            cast(Mapping, parent).entries[self._key.text] = node
            self._key = None

    def _end(self, event: Any) -> None:
        self._stack.pop().end = event.end_mark
        self._key = self._keys.pop()
        self._top = self._stack[-1] if self._stack else None
        if type(self._top) is Mapping:
            self._key = None

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "「---」で2つ目の文書が始まっています。1つのファイルには1つだけ書いてください。"
            raise InputError(at(event.start_mark, self.file, "Y008", message))

    def _properties(self, event: Any, node: Node) -> None:
        if event.ctag is not None:
            raise InputError(at(event.start_mark, self.file, "Y007", TAG))
        node.shared = True
        self._anchors[event.anchor] = (node, event.start_mark)

    def _alias(self, event: Any) -> None:
        found = self._anchors.get(event.anchor)
        if found is None:
            raise InputError(at(event.start_mark, self.file, "Y006", ALIAS))
        for outer, node in zip([self._stack[0], *self._stack], self._stack, strict=False):
            if node is found[0]:
                message = f"「*{event.anchor}」が自分自身を写しています。写さずに書いてください。"
                raise InputError(at(outer.mark, self.file, "Y006", message))
        self._used.add(event.anchor)
        self._aliases += 1
        self._aliased += _size(found[0], MAX_ALIASED)
        if self._aliases > MAX_ALIASES or self._aliased > MAX_ALIASED:
            message = "「*」で写した値が多すぎます。写さずに書いてください。"
            raise InputError(at(event.start_mark, self.file, "Y009", message))
        self._place(found[0])

    def refuse_lonely_anchors(self) -> None:
        """An anchor that nothing refers to is a word of the clerk that YAML has eaten."""
        for name, (_, mark) in self._anchors.items():
            if name not in self._used:
                message = f"「&{name}」はYAMLの記号と読まれ、言葉が失われます。文章なら全体を「'」で囲んでください。"
                raise InputError(at(mark, self.file, "Y006", message))

    def _refuse_doubled(self, parent: Mapping, node: Scalar) -> NoReturn:
        first = parent.keys[node.text].mark.line + 1
        message = f"項目「{node.text}」が2つあります（1つ目は{first}行目）。どちらかを消してください。"
        raise InputError(at(node.mark, self.file, "Y004", message))


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
