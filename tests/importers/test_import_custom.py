"""A layout that a city describes in YAML: patterns of plain words, no program."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.importers import Layout, import_minutes
from drafting.importers.custom import read_layout
from drafting.model import Minutes, Source
from drafting.problems import Problem
from drafting.yamlfile import parse


def layout_of(yaml: str) -> Layout:
    layout, problems = read_layout(parse(yaml, "l.yaml"), "l.yaml")
    assert layout is not None and problems == []
    return layout


def read(layout: Layout, text: str, name: str | None = None) -> tuple[Minutes, list[Problem]]:
    own = {layout.name: layout}
    return import_minutes(text, "a.txt", layout=name, own=own, source=Source("a.txt", "", ""))


OURS = layout_of(
    """\
name: our-form
title: 本市の会議録
speech: ["§{発言者}§{発言}"]
heading: ["◇{見出し}◇"]
note: ["※{注記}"]
skip: ["甲市審議会 {ページ}頁"]
roles: [{label: 主宰, role: 委員長}]
"""
)
TEXT = "§主宰§始める。\n※資料を配った。\nどうぞ。\n甲市審議会　　3頁\n§山口§一つ。\n二つ。\n◇議題2◇\n誰かの言葉。\n"


def test_the_patterns_of_a_city_tell_speeches_headings_notes_and_what_to_skip() -> None:
    minutes, problems = read(OURS, TEXT)
    assert minutes.source is not None and minutes.source.layout == "our-form"
    assert [(u.speaker, u.role, u.text) for u in minutes.utterances] == [
        ("主宰", "委員長", "始める。"), ("主宰", "委員長", "どうぞ。"), ("山口", "不明", "一つ。\n二つ。"),
    ]  # fmt: skip
    assert [entry.text for entry in minutes.record][1::2] == ["※資料を配った。", "一つ。\n二つ。", "誰かの言葉。"]
    assert {p.code for p in problems} == {"I013", "I017"}


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    layout = layout_of('name: a\ntitle: 甲\nspeech: ["■{発言者}■"]\n')
    minutes, _ = read(layout, "■主宰■\n一つ。\n■山口■\n二つ。\n", "a")
    assert [(u.speaker, u.text) for u in minutes.utterances] == [("主宰", "一つ。"), ("山口", "二つ。")]


def test_a_city_that_writes_as_others_do_needs_no_layout() -> None:
    minutes, _ = read(OURS, "委員長：一つ。\n委員：二つ。\n")
    assert minutes.source is not None and minutes.source.layout == "colon"


@pytest.mark.parametrize(
    ("yaml", "code", "line"),
    [
        ('name: a\ntitle: 甲\nspeech: ["■{話者}■{発言}"]\n', "Y070", 3),
        ('name: 甲\ntitle: 甲\nspeech: ["{発言者}：{発言}"]\n', "Y015", 1),
        ("name: a\ntitle: 甲\n", "Y011", 1),
        ('name: a\ntitle: 甲\nspeech: ["{発言者}"]\nroles: [{label: 甲, role: 乙}]\n', "Y014", 4),
    ],
)
def test_a_layout_that_cannot_be_used_is_told_at_its_line(yaml: str, code: str, line: int) -> None:
    layout, problems = read_layout(parse(yaml, "l.yaml"), "l.yaml")
    assert layout is None
    assert [(p.code, p.place.line) for p in problems] == [(code, line)]


@settings(max_examples=40)
@given(st.text(st.sampled_from("■（）[]{}.*+?\\^$|： 　甲"), min_size=1, max_size=6), st.text(st.sampled_from("■（.* 　："), max_size=4))
def test_every_sign_of_a_pattern_stands_for_itself(before: str, behind: str) -> None:
    if "{" in before + behind or "}" in before + behind or not before.strip():
        return
    yaml = "name: a\ntitle: 甲\nspeech:\n  - '" + before.replace("'", "''") + "{発言者}" + behind + "＊{発言}'\n"
    minutes, _ = read(layout_of(yaml), f"{before}山口{behind}＊一つ。\n{before}川島{behind}＊二つ。\n", "a")
    assert [(u.speaker, u.text) for u in minutes.utterances] == [("山口", "一つ。"), ("川島", "二つ。")]
