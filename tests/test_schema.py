"""What a file may hold, as data: values converted, every fault of a file reported at its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drafting.problems import Problem
from drafting.schema import Day, Item, Key, Kind, ListOf, Number, Record, Switch, Text, TextOr, Whole, read
from drafting.yamlfile import parse

FILE = "f.yaml"
PERSON = Record((Key("name", Text(), "氏名", True), Key("age", Whole(), "年齢"), Key("note", Text(), "備考")))


def outcome(kind: Kind, yaml: str) -> tuple[Any, list[str]]:
    """The value under `v:` and what a user reads."""
    problems: list[Problem] = []
    item = read(parse(yaml, FILE), Record((Key("v", kind, "値"),)), FILE, problems)
    return (item.get("v") if item else None), [str(problem) for problem in problems]


def test_a_full_width_colon_within_braces_is_told_as_such_and_nothing_that_follows_from_it() -> None:
    assert outcome(PERSON, "v: {name：甲, note: 乙}")[1] == [
        "f.yaml:1:5: エラー[Y034]: 「name」の後のコロンが全角です。半角の「: 」（コロンと空白）にしてください。"
    ]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Text(), "010", "010"),
        (Text(), "' 前後 '", " 前後 "),
        (Text(), "|\n  一\n  二\n", "一\n二\n"),
        (Text(choices=("可", "不可")), "不可", "不可"),
        (Text(pattern=r"U\d+"), "U001", "U001"),
        (Whole(), "0", 0),
        (Whole(), "010", 10),
        (Number(8, 16), "10.5", 10.5),
        (Number(8, 16), "8", 8.0),
        (Day(), "2025-11-28", date(2025, 11, 28)),
        (Switch(), "true", True),
        (Switch(), "No", False),
        (Switch(), "いいえ", False),
        (ListOf(Text()), "[一, 二]", ("一", "二")),
        (ListOf(Text()), "[]", ()),
    ],
)
def test_a_value_is_converted_by_its_kind(kind: Kind, typed: str, value: object) -> None:
    assert outcome(kind, f"v: {typed}") == (value, [])


@pytest.mark.parametrize(
    ("kind", "typed", "message"),
    [
        (Text(choices=("可", "不可")), "可能", "エラー[Y014]: 「可能」は選べません。「可」ではありませんか。"),
        (Text(pattern=r"U\d+", hint="「U001」の形で。"), "Ｕ1", "エラー[Y015]: 「Ｕ1」の書き方が違います。「U001」の形で。"),
        (Text(), "[一]", "エラー[Y013]: 文章を書くところに一覧（「- 」の並び）があります。"),
        (Text(), "{一: 二}", "エラー[Y013]: 文章を書くところに「項目: 値」の組があります。"),
        (Text(pattern=r"U\d+", hint="「U001」の形で。"), "U１", "エラー[Y015]: 「U１」の書き方が違います。「U001」の形で。"),
        (Text(), '"\\x07"', "エラー[F020]: 使えない文字（U+0007）が"),
        (Whole(), "二", "エラー[Y016]: 「二」は数ではありません。半角数字で書いてください。"),
        (Whole(), "-1", "エラー[Y016]: 「-1」は数ではありません。半角数字で書いてください。"),
        (Whole(), "9" * 5000, f"エラー[Y016]: 「{'9' * 40}」は数ではありません。半角数字で書いてください。"),
        (Whole(), "１", "エラー[Y016]: 「１」は数ではありません。半角数字で書いてください。"),
        (Number(8, 16), "10.3", "エラー[Y016]: 「10.3」は使えません。8から16まで、0.5きざみの数を半角で書いてください。"),
        (Number(8, 16), "16.5", "エラー[Y016]: 「16.5」は使えません。8から16まで、0.5きざみの数を半角で書いてください。"),
        (Number(8, 16), "nan", "エラー[Y016]: 「nan」は使えません。8から16まで、0.5きざみの数を半角で書いてください。"),
        (Day(), "2025-02-30", "エラー[Y017]: 「2025-02-30」という日はありません。"),
        (Day(), "令和7年", "エラー[Y017]: 「令和7年」は日付として読めません。「2025-11-28」のように書いてください。"),
        (Day(), "２０２５-１１-２８", "エラー[Y017]: 「２０２５-１１-２８」は日付として読めません。"),
        (Switch(), "多分", "エラー[Y014]: 「多分」は使えません。true（する）か false（しない）を書いてください。"),
        (ListOf(Text()), "一", "エラー[Y013]: 一覧を書くところです。1件でも「- 」を付けて、行を改めて書いてください。"),
        (PERSON, "一", "エラー[Y013]: 「項目: 値」の組を書くところです（name・age・note など）。"),
    ],
)
def test_a_wrong_value_is_left_out_and_told_at_its_place(kind: Kind, typed: str, message: str) -> None:
    value, messages = outcome(kind, f"v: {typed}")
    assert value is None
    assert len(messages) == 1
    assert messages[0].startswith(f"{FILE}:1:4: {message}")


def test_a_wrong_item_leaves_the_others_in_the_list() -> None:
    assert outcome(ListOf(Whole()), "v:\n  - 1\n  - 二\n  -\n  - 4\n") == (
        (1, 4),
        [
            "f.yaml:3:5: エラー[Y016]: 「二」は数ではありません。半角数字で書いてください。",
            "f.yaml:4:4: エラー[Y012]: 「- 」の後が空です。書くか、行を消してください。",
        ],
    )


def test_all_faults_of_a_record_are_told_at_once() -> None:
    _, messages = outcome(ListOf(PERSON), "v:\n  - nmae: 一\n    age: 二\n  - name:\n  - name: ''\n")
    assert messages == [
        "f.yaml:2:5: エラー[Y010]: 知らない項目「nmae」です。「name」ではありませんか。",
        "f.yaml:3:10: エラー[Y016]: 「二」は数ではありません。半角数字で書いてください。",
        "f.yaml:2:3: エラー[Y011]: 「name」（氏名）がありません。必ず書いてください。",
        "f.yaml:4:11: エラー[Y012]: 「name」（氏名）が空です。必ず書いてください。",
        "f.yaml:5:11: エラー[Y012]: 「name」（氏名）が空です。必ず書いてください。",
    ]


@pytest.mark.parametrize("null", ["", "~", "null"])
def test_an_empty_value_that_is_not_required_is_as_if_absent(null: str) -> None:
    value, messages = outcome(PERSON, f"v: {{name: 一, note: {null}}}")
    assert (value.values, messages) == ({"name": "一"}, [])


@pytest.mark.parametrize("null", ["~", "null"])
def test_a_quoted_null_is_a_text(null: str) -> None:
    assert outcome(Text(), f"v: '{null}'") == (null, [])


def test_a_bare_text_stands_for_the_first_key_of_its_record() -> None:
    value, messages = outcome(ListOf(TextOr("name", PERSON)), "v: [青木, {name: 森, age: 40}]")
    assert messages == []
    assert [(item.get("name"), item.get("age")) for item in value] == [("青木", None), ("森", 40)]


def test_a_text_of_an_item_comes_without_the_line_end_of_its_block() -> None:
    value, _ = outcome(PERSON, "v:\n  name: |\n    一\n    二\n  note: |+\n    三\n\n")
    assert isinstance(value, Item)
    assert (value.text("name"), value.text("note"), value.text("age", "なし")) == ("一\n二", "三\n", "なし")


def test_an_item_knows_where_it_and_its_values_stand() -> None:
    value, _ = outcome(ListOf(PERSON), "v:\n  - name: 一\n    age: 2\n")
    assert str(value[0].place) == "f.yaml:2:5"
    assert str(value[0].place_of("age")) == "f.yaml:3:10"
    assert value[0].place_of("note") == value[0].place


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("氏名", "知らない項目「氏名」です。「name」（氏名）と書いてください。"),
        ("備 考", "知らない項目「備 考」です。「note」（備考）と書いてください。"),
        ("ｎａｍｅ", "知らない項目「ｎａｍｅ」です。「name」ではありませんか。"),
        ("電話", "知らない項目「電話」です。使えるのは name・age・note です。"),
    ],
)
def test_an_unknown_key_says_what_to_write_also_where_it_is_japanese(typed: str, said: str) -> None:
    assert outcome(PERSON, f"v: {{name: 森, {typed}: x}}")[1] == [f"f.yaml:1:14: エラー[Y010]: {said}"]


def test_a_record_of_many_keys_lists_them_all() -> None:
    many = Record(tuple(Key(f"k{i}", Text(), f"項{i}") for i in range(20)))
    (told,) = outcome(many, "v: {電話番号: x}")[1]
    assert "使えるのは k0・k1・" in told


def test_a_word_that_no_letters_tell_is_led_to_the_choice_that_it_stands_for() -> None:
    kind = Text(choices=("委員長", "市長"), meant={"会長": "委員長"})
    assert outcome(kind, "v: 会長")[1] == ["f.yaml:1:4: エラー[Y014]: 「会長」は選べません。「委員長」と書いてください。"]


@pytest.mark.parametrize("typed", ["前の行。\n  次の行。", "\n  前の行\n  次の行", "'前の行\n  次の行'"])
def test_lines_that_yaml_joins_with_a_blank_are_told(typed: str) -> None:
    value, told = outcome(Text(), f"v: {typed}\n")
    assert value.replace("。", "") == "前の行 次の行"
    (message,) = told
    assert "注意[Y039]: 次の行に続く文章なので、行の切れ目に空白が入り、1つの段落になります。" in message


@pytest.mark.parametrize("typed", ["一 二", "|\n  一\n  二", "one\n  two", "一\n\n  二"])
def test_lines_that_are_joined_without_harm_are_not_told(typed: str) -> None:
    assert outcome(Text(), f"v: {typed}\n")[1] == []
