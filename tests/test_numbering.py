"""How headings count."""

from __future__ import annotations

import pytest

from drafting.numbering import HEADINGS, KANA, RECOMMENDATIONS, number_text, printed_digits


@pytest.mark.parametrize(
    ("level", "value", "text"),
    [(0, 3, "第3"), (1, 10, "10"), (2, 2, "(2)"), (3, 1, "ア"), (4, 46, "(ン)"), (3, 47, "アア"), (5, 26, "z"), (5, 27, "aa")],
)
def test_levels_count_as_official_documents_do(level: int, value: int, text: str) -> None:
    assert number_text(HEADINGS.levels[level], value) == text


@pytest.mark.parametrize(
    ("digits", "paren", "text"),
    [("半角", "半角", "(12)"), ("全角", "半角", "(１２)"), ("半角", "全角", "（12）"), ("全角", "全角", "（１２）")],
)
def test_digits_and_brackets_follow_the_house_style(digits: str, paren: str, text: str) -> None:
    assert number_text(HEADINGS.levels[2], 12, digits, paren) == text


def test_recommendations_are_called_by_their_number() -> None:
    assert number_text(RECOMMENDATIONS.levels[0], 12, "全角") == "提言１２"


def test_no_two_counts_of_a_level_look_alike() -> None:
    for level in HEADINGS.levels:
        assert len({number_text(level, value) for value in range(1, 200)}) == 199


def test_kana_count_in_the_order_of_the_syllabary() -> None:
    assert (len(KANA), len(set(KANA)), KANA[:5], KANA[-3:]) == (46, 46, "アイウエオ", "ワヲン")


@pytest.mark.parametrize(("value", "text"), [(1, "第１"), (9, "第９"), (10, "第10"), (123, "第123")])
def test_single_digits_may_be_wide_and_more_narrow(value: int, text: str) -> None:
    assert number_text(HEADINGS.levels[0], value, "1桁全角") == text


@pytest.mark.parametrize(("level", "value", "text"), [(2, 1, "⑴"), (2, 20, "⒇"), (2, 21, "（21）"), (4, 1, "（ア）"), (0, 1, "第1")])
def test_a_number_may_be_one_sign_as_far_as_there_are_such(level: int, value: int, text: str) -> None:
    assert number_text(HEADINGS.levels[level], value, paren="⑴") == text


def test_digits_in_dates_follow_too() -> None:
    assert printed_digits("令和8年1月16日", "1桁全角") == "令和８年１月16日"
    assert printed_digits("1,234人", "1桁全角") == "1,234人"
