"""YAML text → nodes with positions. Every scalar is the text that was typed.

Events come from libyaml where `ruamel.yaml.clib` is installed (0.8 µs an event) and from
ruamel's own parser elsewhere; both give the same events. We build the nodes ourselves: the
libraries' composers cost ten times the parse, and would convert 010, No and 12:30.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from drafting.problems import InputError, LimitError, Place, Problem

MAX_DEPTH = 40
MAX_NODES = 4_000_000


class Mark(Protocol):
    """A position as the parsers give it: all count from 0, in characters."""

    index: int
    line: int
    column: int


class Scalar:
    """A text. `style` is "", "'", '"', "|" or ">"."""

    __slots__ = ("end", "mark", "style", "text")

    def __init__(self, text: str, style: str, mark: Mark, end: Mark) -> None:
        self.text, self.style, self.mark, self.end = text, style, mark, end


class Sequence:
    """A list."""

    __slots__ = ("end", "items", "mark")

    def __init__(self, mark: Mark) -> None:
        self.items: list[Node] = []
        self.mark = self.end = mark


class Mapping:
    """Keys and values in order; doubled keys are refused while reading."""

    __slots__ = ("end", "entries", "keys", "mark")

    def __init__(self, mark: Mark) -> None:
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.mark = self.end = mark


Node = Scalar | Sequence | Mapping


def place_of(node: Node, file: str) -> Place:
    """Where a node begins, for a message."""
    return Place(file, node.mark.line + 1, node.mark.column + 1)


def parse(text: str, file: str) -> Node:
    """The node of the only document in `text`. Raises InputError or LimitError with the place."""
    try:
        return _build(_events(text), file)
    except Exception as error:
        if "ruamel" not in type(error).__module__:
            raise
        raise InputError(_explain(error, file)) from None


def _events(text: str) -> Any:
    try:
        from _ruamel_yaml import CParser  # the extension of ruamel.yaml.clib
    except ImportError:
        from ruamel.yaml import YAML

        return YAML(typ="safe", pure=True).parse(text)
    parser = CParser(text)
    return iter(parser.get_event, None)


def _build(events: Any, file: str) -> Node:  # one loop over all events: splitting it costs a third of the speed
    root: Node | None = None
    stack: list[Sequence | Mapping] = []
    key: Scalar | None = None
    keys: list[Scalar | None] = []
    documents = count = 0
    for event in events:
        name = type(event).__name__
        if name == "ScalarEvent":
            _refuse_tag(event, file)
            node: Node = Scalar(event.value, event.style or "", event.start_mark, event.end_mark)
        elif name == "MappingStartEvent":
            _refuse_tag(event, file)
            node = Mapping(event.start_mark)
        elif name == "SequenceStartEvent":
            _refuse_tag(event, file)
            node = Sequence(event.start_mark)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            stack.pop().end = event.start_mark
            key = keys.pop()
            continue
        elif name == "AliasEvent":
            raise InputError(_at(event.start_mark, file, "Y006", _ALIAS))
        elif name == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                message = "「---」で2つ目の文書が始まっています。1つのファイルには1つだけ書いてください。"
                raise InputError(_at(event.start_mark, file, "Y008", message))
            continue
        elif name == "StreamEndEvent":
            break
        else:
            continue
        count += 1
        if not stack:
            root = node
        else:
            parent = stack[-1]
            if type(parent) is Sequence:
                parent.items.append(node)
            elif key is None:
                key = _new_key(cast(Mapping, parent), node, file)
                continue
            else:
                cast(Mapping, parent).entries[key.text] = node
                key = None
        if type(node) is not Scalar:
            keys.append(key)
            key = None
            stack.append(cast("Sequence | Mapping", node))
            if len(stack) > MAX_DEPTH or count > MAX_NODES:
                message = f"入れ子が深すぎるか、項目が多すぎます（入れ子は{MAX_DEPTH}段まで）。"
                raise LimitError(_at(event.start_mark, file, "Y009", message))
    if root is None:
        raise InputError(Problem("Y001", "中身がありません（空か、#で始まる説明だけです）。", Place(file)))
    return root


_ALIAS = "「*」で始まる言葉はYAMLの記号（別名）と読まれます。文章なら全体を「'」で囲んでください。"


def _new_key(parent: Mapping, node: Node, file: str) -> Scalar:
    if type(node) is not Scalar:
        raise InputError(_at(node.mark, file, "Y005", "項目の名前は1語で書いてください。「{」「[」で始まる文章は「'」で囲んでください。"))
    if node.text in parent.keys:
        first = parent.keys[node.text].mark.line + 1
        message = f"項目「{node.text}」が2つあります（1つ目は{first}行目）。どちらかを消してください。"
        raise InputError(_at(node.mark, file, "Y004", message))
    parent.keys[node.text] = node
    return node


def _refuse_tag(event: Any, file: str) -> None:
    if event.anchor is not None:
        message = f"「&{event.anchor}」はYAMLの記号と読まれ、言葉が失われます。文章なら全体を「'」で囲んでください。"
        raise InputError(_at(event.start_mark, file, "Y006", message))
    if event.tag is not None:
        message = "「!」で始まる言葉はYAMLの記号（タグ）と読まれます。文章なら全体を「'」で囲んでください。"
        raise InputError(_at(event.start_mark, file, "Y007", message))


def _at(mark: Mark, file: str, code: str, message: str) -> Problem:
    return Problem(code, message, Place(file, mark.line + 1, mark.column + 1))


# What the parsers say, and what a clerk should do. The first match counts.
_CURES = (
    ("scanning an alias", _ALIAS),
    ("scanning an anchor", "「&」で始まる言葉はYAMLの記号と読まれます。文章なら全体を「'」で囲んでください。"),
    ("found unexpected end of stream", "引用符が閉じていません。文の終わりに同じ引用符を付けてください。"),
    ("cannot start any token", "この記号で文を始められません。文章の全体を「'」で囲んでください。"),
    ("mapping values are not allowed", "文の中の「: 」が項目の区切りと読まれます。文章の全体を「'」で囲むか、「：」（全角）にしてください。"),
    ("could not find expected ':'", "項目の名前の後に「: 」（半角コロンと半角空白）がありません。"),
    ("did not find expected key", "項目の並びが崩れています。上の行と字下げ（半角空白の数）をそろえ、引用符の閉じ忘れがないか見てください。"),
    ("did not find expected '-' indicator", "一覧の字下げがそろっていません。「- 」の位置を上の項目とそろえてください。"),
    ("expected <block end>", "字下げ（半角空白の数）がそろっていません。上の行とそろえてください。"),
    ("did not find expected ',' or", "「[ ]」か「{ }」が閉じていないか、「,」がありません。"),
    ("found duplicate anchor", "「&」はYAMLの記号です。文章なら全体を「'」で囲んでください。"),
    ("found character", "この文字はここでは使えません。"),
    ("unacceptable character", "使えない文字（制御文字）があります。消してください。"),
    ("special characters are not allowed", "使えない文字（制御文字）があります。消してください。"),
)


def _explain(error: Any, file: str) -> Problem:
    """A parser's error as a Problem; an unclosed quotation is told where it opens."""
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    context = str(getattr(error, "context", "") or "")
    if "quoted scalar" in context or "end of stream" in reason or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    if "alias" in context or "anchor" in context:
        mark, reason = getattr(error, "context_mark", None) or mark, context
    cure = next((cure for sign, cure in _CURES if sign in reason), "YAMLとして読めません。記号と字下げを確かめてください。")
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    return Problem("Y002", cure, place)
