"""YAML text → nodes: texts as typed, places, and refusals that say what to do."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.problems import InputError, Place
from drafting.yamlfile.composer import MAX_ALIASES, MAX_DEPTH, parse
from drafting.yamlfile.faults import Mark
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, place_of

FILE = "inputs/recommendations.yaml"


def plain(node: Node) -> object:
    """The nodes as texts, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(child) for name, child in node.entries.items()}


def mark(mark: Mark) -> tuple[int, int, int]:
    return mark.index, mark.line, mark.column


def marks(node: Node) -> object:
    """The nodes with style and all positions that we use (a block collection ends where its last value does)."""
    start = mark(node.mark)
    if isinstance(node, Scalar):
        return (node.text, node.style, node.shared, start, node.end.index)
    end = node.end.index if node.flow else 0
    if isinstance(node, Sequence):
        return ([marks(item) for item in node.items], node.flow, node.shared, start, end)
    return ([(name, mark(node.keys[name]), marks(child)) for name, child in node.entries.items()], node.flow, node.column, start, end)


def refusal(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse(text, FILE)
    return str(caught.value)


@pytest.fixture(params=["libyaml", "ruamel"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of the two parsers in turn; the extension is absent on some machines."""
    name: str = request.param
    if name == "ruamel":
        monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    return name


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "typed", ["010", "No", "yes", "on", "1_000", "1e3", "12:30", "~", "null", "2025-02-30", "0x1F", "+1", "1.10", ".inf", "true", "=", "<<"]
)
def test_every_value_is_the_text_that_was_typed(typed: str) -> None:
    assert plain(parse(f"title: {typed}\n", FILE)) == {"title": typed}


@pytest.mark.usefixtures("parser")
def test_lists_records_and_styles_are_told_apart() -> None:
    node = parse("一: [a, 'b']\n二:\n  - {c: \"d\"}\n  - |\n    e\n三: >-\n  f\n  g\n四:\n", FILE)
    assert plain(node) == {"一": ["a", "b"], "二": [{"c": "d"}, "e\n"], "三": "f g", "四": ""}
    assert isinstance(node, Mapping)
    first, second = node.entries["一"], node.entries["二"]
    assert isinstance(first, Sequence)
    assert isinstance(second, Sequence)
    assert (first.flow, second.flow) == (True, False)
    assert [item.style for item in first.items if isinstance(item, Scalar)] == ["", "'"]
    block = second.items[1]
    assert isinstance(block, Scalar)
    assert block.style == "|"


@pytest.mark.usefixtures("parser")
def test_a_place_counts_lines_from_one_and_columns_in_characters() -> None:
    node = parse("# 説明\n題: 😀\n分野:\n  - {甲😀: 乙}\n", FILE)
    assert isinstance(node, Mapping)
    assert place_of(node.entries["題"], FILE) == Place(FILE, 2, 4)
    inner = node.entries["分野"]
    assert isinstance(inner, Sequence)
    assert isinstance(inner.items[0], Mapping)
    assert place_of(inner.items[0].entries["甲😀"], FILE) == Place(FILE, 4, 10)


@pytest.mark.usefixtures("parser")
def test_a_doubled_key_names_both_lines() -> None:
    assert refusal("a: 1\nb: 2\na: 3\n") == (
        f"{FILE}:3:1: エラー[Y004]: 項目「a」が2つあります（1つ目は1行目）。どちらかを消してください。"
    )


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["", "\n\n", "# 説明だけ\n"])
def test_a_file_without_content_says_so(text: str) -> None:
    assert refusal(text) == f"{FILE}:1:1: エラー[Y001]: 中身がありません（空か、#で始まる説明だけです）。"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\n---\nb: 2\n", "2:1: エラー[Y008]: 「---」で2つ目の文書が始まっています。1つのファイルには1つだけ書いてください。"),
        ("t: !x 窓口\n", "1:4: エラー[Y007]: 「!」で始まる言葉はYAMLの記号（タグ）と読まれます。文章なら全体を「'」で囲んでください。"),
        ("t: !重要 窓口\n", "1:4: エラー[Y002]: 「!」で始まる言葉はYAMLの記号（タグ）と読まれます。文章なら全体を「'」で囲んでください。"),
        ("t: | 窓口\n", "1:4: エラー[Y002]: 「|」「>」で始まる言葉はYAMLの記号と読まれます。文章なら全体を「'」で囲んでください。"),
        ("t: [窓口, 案内\nu: v\n", "1:4: エラー[Y002]: 「[ ]」か「{ }」が閉じていないか、「,」がありません。"),
        ("t: {窓口\n\n\n", "1:4: エラー[Y002]: 「[ ]」か「{ }」が閉じていないか、「,」がありません。"),
        ("t: [\n\n", "1:5: エラー[Y002]: 「[ ]」や「{ }」が閉じていないか、「,」などの記号で始まっています。文章なら全体を「'」で囲んでください。"),
        ("t: ,窓口\n", "1:4: エラー[Y002]: 「[ ]」や「{ }」が閉じていないか、「,」などの記号で始まっています。文章なら全体を「'」で囲んでください。"),
        ('t: "窓\\口"\n', "1:4: エラー[Y002]: 「\"」で囲んだ中の「\\」は記号と読まれます。文章の全体を「'」で囲んでください。"),
        ("t: &A 窓口\n", "1:4: エラー[Y006]: 「&A」はYAMLの記号と読まれ、言葉が失われます。文章なら全体を「'」で囲んでください。"),
        ("t: *注 窓口\n", "1:4: エラー"),
        ("{a: b}: c\n", "1:1: エラー[Y005]: 項目の名前は1語で書いてください。「{」「[」で始まる文章は「'」で囲んでください。"),
        ("a: 1\nt: \"窓口\nb: 2\n", "2:4: エラー[Y002]: 引用符が閉じていません。文の終わりに同じ引用符を付けてください。"),
        ("t: @窓口\n", "1:4: エラー[Y002]: この記号で文を始められません。文章の全体を「'」で囲んでください。"),
        ("t: 件名: 窓口\n", "1:6: エラー[Y002]: 文の中の「: 」が項目の区切りと読まれます。文章の全体を「'」で囲むか、「：」（全角）にしてください。"),
    ],
    ids=["second document", "tag", "Japanese tag", "bar", "open list", "open record", "open list at the end", "comma", "backslash", "anchor", "alias", "key of braces", "open quote", "at sign", "colon in a sentence"],
)
def test_a_slip_is_told_at_its_place_with_its_cure(text: str, message: str) -> None:
    assert refusal(text).startswith(f"{FILE}:{message}")


@pytest.mark.usefixtures("parser")
def test_a_value_may_be_shared_a_few_times() -> None:
    node = parse("a: &x 窓口\nb: *x\n", FILE)
    assert plain(node) == {"a": "窓口", "b": "窓口"}
    assert isinstance(node, Mapping)
    assert node.entries["b"].shared


@pytest.mark.usefixtures("parser")
def test_half_a_letter_by_its_number_is_never_read_as_a_letter() -> None:
    try:
        node = parse('t: "\\ud83d\\ude00"\n', FILE)
    except InputError as error:
        assert str(error) == f"{FILE}:1:4: エラー[Y002]: 使えない文字（「\\u」で始まる番号）があります。消して、文字そのものを打ってください。"
    else:  # the schema refuses what ruamel hands on
        assert plain(node) in ({"t": "\ud83d\ude00"}, {"t": "😀"})


@pytest.mark.usefixtures("parser")
def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "エラー[Y009]: 「*」で写した値が多すぎます。" in refusal("\n".join(lines) + "\n")


@pytest.mark.usefixtures("parser")
def test_too_many_aliases_are_refused() -> None:
    few, many = (f"a: &x 窓口\nb: [{', '.join(['*x'] * n)}]\n" for n in (MAX_ALIASES, MAX_ALIASES + 1))
    assert isinstance(parse(few, FILE), Mapping)
    assert "エラー[Y009]" in refusal(many)


@pytest.mark.usefixtures("parser")
def test_a_value_that_holds_itself_is_refused() -> None:
    assert "自分自身" in refusal("a: &x\n  b: *x\n")


@pytest.mark.usefixtures("parser")
def test_nesting_is_limited() -> None:
    assert plain(parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, FILE)) is not None
    assert "エラー[Y009]: 入れ子が深すぎるか" in refusal("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_a_hundred_thousand_brackets_are_refused_at_once() -> None:
    assert "エラー[Y009]" in refusal("[" * 100_000)


LAYOUTS = {
    "block": "r:\n  - id: R1\n    t: 窓口\n  - id: R2\n    t: |\n      一\n      二\n\n  - >-\n    畳む\n    行\n",
    "flow": "r: [{id: R1, c: [1-U001, '1-U002']}, {}, []]\n",
    "indent 0": "r:\n- id: R1\n  t:\n- id: R2\n",
    "comments": "# 頭\nr: # 横\n  # 間\n  - a # 後\n# 尾\n",
    "CRLF": "r:\r\n  - id: R1\r\n    t: |\r\n      一\r\n      二\r\n",
    "CR": "r:\r  - a\r  - b\r",
    "no line end": "r:\n  - a: 窓口",
    "wide letters": "題名: 「😀」の案内\n項目: ['😀', \"か\\u3099\"]\n",
    "marks": "---\nr: 1\n...\n",
    "several lines": "t: 一\n  二\n\n  三\nu: '一\n  二'\nv: \"一\\\n  二\"\n",
    "shared": "a: &x {k: 窓口}\nb: *x\nc: [*x]\n",
    "empty values": "a:\nb: ''\nc: ~\nd:\n  - \n  - x\n",
    "explicit key": "? a\n: b\n",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_both_parsers_give_the_same_nodes_and_places(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("_ruamel_yaml")
    fast = marks(parse(text, FILE))
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert marks(parse(text, FILE)) == fast


LINES = st.lists(
    st.sampled_from(
        ("a: x", "  b: 'y'", "- c", "  - d: 窓口", "    e: |", "      一 # x", "f: {g: [h, i]}", "", "# 注", "j: \"k\\t\"", "  l: m: n", "\tp: q", "r: @", "- - s", "'t': 😀")
    ),
    max_size=8,
)  # fmt: skip


@given(LINES)
def test_both_parsers_accept_and_refuse_the_same_files(lines: list[str]) -> None:
    pytest.importorskip("_ruamel_yaml")
    text = "\n".join(lines)

    def outcome() -> object:
        try:
            return marks(parse(text, FILE))
        except InputError as error:
            return error.problems[0].place.line

    fast = outcome()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "_ruamel_yaml", None)
        slow = outcome()
    assert isinstance(slow, int) == isinstance(fast, int)
    assert isinstance(fast, int) or slow == fast


@given(st.text(st.sampled_from("ab:- \n[]{}'\"|>&*!?#,@%あ　\t"), max_size=30))
def test_every_refusal_is_a_problem_inside_the_file(text: str) -> None:
    try:
        parse(text, FILE)
    except InputError as error:
        place = error.problems[0].place
        assert place.file == FILE
        assert place.line <= text.count("\n") + 1
        assert place.column <= len(text.split("\n")[place.line - 1]) + 1
