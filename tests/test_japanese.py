"""Eras, dates, times, widths and sentences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.dates import era_did_not_exist, find_dates, find_times, parse_date, parse_weekday
from drafting.japanese import (
    display_width,
    era_year,
    format_date,
    half_width_digits,
    kanji_number,
    sentences,
    undo_letter_spacing,
    weekday,
    word_start,
)

STYLES = ("和暦(西暦)", "和暦", "西暦")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("１２", 12), (" 1 2 ", 12), ("十", 10), ("十二", 12), ("二十", 20), ("百五", 105), ("三百二十一", 321),
        ("〇", 0), ("一〇二", 102), ("九", 9), ("", None), ("第三", None), ("3回", None), ("²", None),
    ],
)  # fmt: skip
def test_a_number_in_digits_or_kanji_is_read(text: str, value: int | None) -> None:
    assert kanji_number(text) == value


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("会 議 の 名 称", "会議の名称"),
        ("日　時", "日時"),
        ("概 要 (主な発言)", "概要 (主な発言)"),
        ("傍聴者 2名", "傍聴者 2名"),
        ("場\t所", "場所"),
        ("  議 題  ", "議題"),
        ("", ""),
        ("　", ""),
    ],
)
def test_blanks_between_single_letters_are_dropped(text: str, plain: str) -> None:
    assert undo_letter_spacing(text) == plain


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和7年11月28日", date(2025, 11, 28)),
        ("令和７年１１月２８日（金）", date(2025, 11, 28)),
        ("令和7年(2025年)11月28日(金) 10時", date(2025, 11, 28)),
        ("令和7（2025）年11月28日", date(2025, 11, 28)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令 和 7 年 1 1 月 2 8 日", None),
        ("令和 7 年 1 1 月 2 8 日", date(2025, 11, 28)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("2025年11月28日", date(2025, 11, 28)),
        ("2025年（令和7年）11月28日", date(2025, 11, 28)),
        ("2025（令和7）年11月28日", date(2025, 11, 28)),
        ("2025-11-28", date(2025, 11, 28)),
        ("2025/1/8", date(2025, 1, 8)),
        ("会議は2025.11.28に開く", date(2025, 11, 28)),
        ("令和7年2月30日", None),
        ("R7.11.28", date(2025, 11, 28)),
        ("Ｒ７．１１．２８（金）", date(2025, 11, 28)),
        ("H31/4/30", date(2019, 4, 30)),
        ("令和七年十一月二十八日", date(2025, 11, 28)),
        ("西暦2025年11月28日", date(2025, 11, 28)),
        ("平成26年19日", None),
        ("2025-13-01", None),
        ("11月28日", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_either_calendar(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("(金)", "金"), ("（金曜日）", "金"), ("（ 土 ）", "土"), ("(月・祝)", "月"), ("(金属)", ""), ("金曜", ""), ("", "")],
)
def test_a_weekday_is_read_only_from_brackets(text: str, day: str) -> None:
    assert parse_weekday(text) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("10時～12時", ("10:00", "12:00")),
        ("14:00-15:40", ("14:00", "15:40")),
        ("１４：００～１５：４０", ("14:00", "15:40")),
        ("午後7時から8時50分まで", ("19:00", "20:50")),
        ("午前10時から午後0時30分", ("10:00", "12:30")),
        ("午前10時半～正午", ("10:30", "12:00")),
        ("午前11時～1時", ("11:00", "13:00")),
        ("午後2時", ("14:00",)),
        ("午前十時から午前十一時三分まで", ("10:00", "11:03")),
        ("14時00分開会　15時30分閉会", ("14:00", "15:30")),
        ("午前10～12時", ("10:00", "12:00")),
        ("午後0時57分〜3時", ("12:57", "15:00")),
        ("2000/1/1 8時00分~9時", ("08:00", "09:00")),
        ("2時間", ()),
        ("令和7年11月28日(金)", ()),
        ("未定", ()),
        ("99時75分", ()),
    ],
)
def test_start_and_end_are_read_on_the_clock_of_a_day(text: str, times: tuple[str, ...]) -> None:
    assert tuple(one.time for one in find_times(text)) == times


@pytest.mark.parametrize(
    ("day", "era"),
    [
        (date(2019, 5, 1), ("令和", 1)),
        (date(2019, 4, 30), ("平成", 31)),
        (date(1989, 1, 8), ("平成", 1)),
        (date(1989, 1, 7), ("昭和", 64)),
        (date(1926, 12, 25), ("昭和", 1)),
        (date(1926, 12, 24), ("西暦", 1926)),
    ],
)
def test_an_era_begins_on_its_first_day(day: date, era: tuple[str, int]) -> None:
    assert era_year(day) == era


@pytest.mark.parametrize(
    ("day", "style", "text"),
    [
        (date(2025, 11, 28), "和暦(西暦)", "令和7年(2025年)11月28日"),
        (date(2025, 11, 28), "和暦", "令和7年11月28日"),
        (date(2025, 11, 28), "西暦", "2025年11月28日"),
        (date(2019, 5, 1), "和暦", "令和元年5月1日"),
    ],
)
def test_a_date_is_written_as_official_documents_do(day: date, style: str, text: str) -> None:
    assert format_date(day, style) == text


@given(st.dates(min_value=date(1926, 12, 25), max_value=date(2099, 12, 31)), st.sampled_from(STYLES))
def test_a_written_date_reads_back(day: date, style: str) -> None:
    assert parse_date(format_date(day, style)) == day
    assert parse_weekday(f"({weekday(day)})") == weekday(day)


def test_of_two_years_that_disagree_the_one_that_fits_the_weekday_is_taken() -> None:
    found = [find_dates(text)[0] for text in ("令和7年(2024年)11月28日(金)", "令和7年(2024年)11月28日(木)", "令和7年(2024年)11月28日")]
    assert [one.day.year for one in found] == [2025, 2024, 2025]
    assert [one.western for one in found] == [2024, 2025, 2024]


def test_an_era_that_was_over_or_had_not_begun_is_noticed() -> None:
    late, last, early = (find_dates(text)[0] for text in ("平成31年5月1日", "平成31年4月30日", "令和元年4月30日"))
    assert [era_did_not_exist(one) for one in (late, last, early)] == [True, False, True]


def test_the_weekday_of_a_known_day() -> None:
    assert weekday(date(2025, 11, 28)) == "金"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一つ目。二つ目。", ["一つ目。", "二つ目。"]),
        ("「そうだ。」と答えた。次。", ["「そうだ。」と答えた。", "次。"]),
        ("（注。ここまで。）終わり", ["（注。ここまで。）終わり"]),
        ("改行で\n切れる", ["改行で", "切れる"]),
        ("「そうだ。次だ。」", ["「そうだ。", "次だ。」"]),
        ("閉じない「括弧。\n次。", ["閉じない「括弧。", "次。"]),
        ("なぜ？よい！", ["なぜ？", "よい！"]),
        ("」余分。次", ["」余分。", "次"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_sentences_end_at_full_stops_outside_brackets(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text("あ。「」（）！\n 　x"))
def test_sentences_lose_nothing_but_blanks(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("日本", 4), ("①", 2), ("ｱ", 1), ("（１）", 6), ("", 0)])
def test_width_counts_japanese_letters_twice(text: str, width: int) -> None:
    assert display_width(text) == width


@given(st.text())
def test_making_digits_half_width_keeps_the_length(text: str) -> None:
    assert len(half_width_digits(text)) == len(text)


@pytest.mark.parametrize(("text", "at", "words"), [("早期の実施が望ましい", 4, "実施が望ましい"), ("市は、すべきである", 5, "すべきである"), ("認める", 2, "認める")])
def test_words_begin_behind_a_sign_or_another_script(text: str, at: int, words: str) -> None:
    assert text[word_start(text, at) :] == words
