"""The lists and paragraphs that clerks type."""

from __future__ import annotations

import pytest
from drafts import text
from hypothesis import given
from hypothesis import strategies as st

from drafting.render.lists import typed_paragraphs


def typed(value: str, style: str = "") -> list[tuple[str, str, int, int]]:
    return [(text(block), block.style, block.indent, block.hang) for block in typed_paragraphs(value, None, style)]


def test_each_line_of_a_value_is_a_paragraph_and_empty_ones_are_none() -> None:
    assert typed("一\n\n二\r\n三\r四") == [("一", "", 0, 0), ("二", "", 0, 0), ("三", "", 0, 0), ("四", "", 0, 0)]


def test_a_line_that_begins_with_a_blank_gets_none_from_the_style() -> None:
    assert typed("　字下げ\n次") == [("　字下げ", "本文（字下げなし）", 0, 0), ("次", "", 0, 0)]


@pytest.mark.parametrize(
    ("line", "hang"),
    [("・甲", 1), ("（１）甲", 3), ("(1) 甲", 2), ("①甲", 1), ("ア　甲", 2), ("（ア）甲", 3), ("1. 甲", 2), ("１　甲", 2), ("※甲", 1), ("⑴甲", 1),
     ("a　甲", 2), ("（a）甲", 3), ("ａ．甲", 2), ("ⅱ　甲", 2), ("十二　甲", 3)],
)
def test_a_typed_marker_makes_a_list_line_that_hangs_under_its_text(line: str, hang: int) -> None:
    assert typed(line) == [(line, "箇条", 1, hang)]


@pytest.mark.parametrize("line", ["アンケートを行う", "1.5倍にする", "2025年に", "（仮称）会館", "10 000円", "イ", "e.g. 甲", "e.g.甲", "a cat", "一つ目は", "三", "x軸"])
def test_ordinary_lines_are_no_list(line: str) -> None:
    assert typed(line) == [(line, "", 0, 0)]


def test_the_numbers_of_official_documents_nest_as_they_are_prescribed() -> None:
    lines = "（1）甲\nア　乙\n（ア）丙\na　丁\n（a）戊\n（イ）己\nイ　庚"
    assert [line[2] for line in typed(lines)] == [1, 2, 3, 4, 5, 3, 2]


def test_kinds_of_markers_nest_in_the_order_they_come() -> None:
    assert [(line[0], line[2]) for line in typed("（1）甲\n・乙\n①丙\n・丁\n（2）戊\n本文\n・己")] == [
        ("（1）甲", 1), ("・乙", 2), ("①丙", 3), ("・丁", 2), ("（2）戊", 1), ("本文", 0), ("・己", 1),
    ]  # fmt: skip


@given(st.text("あ・（1）①ア 　\n\r", max_size=30))
def test_typed_paragraphs_lose_nothing_but_line_ends(value: str) -> None:
    assert "".join(line[0] for line in typed(value)) == value.replace("\r", "").replace("\n", "")
