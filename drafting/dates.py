"""Dates and times as Japanese documents write them, read from text.

Dates follow 元号法 and its orders: the first year of an era is 元年. What does not exist in the
calendar is no date. Widths, kanji numbers and blanks inside numbers (「平成 27 年」) do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from drafting.japanese import ERAS, era_year, half_width_signs, kanji_number, weekday
from drafting.patterns import lazy_pattern

_BLANKS = "[ \\t\u3000\n]*"
_D = "0-9〇一二三四五六七八九十百"
_NUMBER = rf"([{_D}](?:{_BLANKS}[{_D}]){{0,3}})"  # bounded: a line of digits alone must not cost its square
_BRACKET_YEAR = rf"\({_BLANKS}[^()]{{1,12}}\){_BLANKS}"
_YEAR_END = rf"(?:年{_BLANKS}(?:度{_BLANKS})?({_BRACKET_YEAR}(?:年{_BLANKS})?)?|({_BRACKET_YEAR})年{_BLANKS})"
_MONTH_DAY = rf"{_NUMBER}{_BLANKS}月{_BLANKS}{_NUMBER}{_BLANKS}日"
_ERA_DATE = lazy_pattern(rf"(令和|平成|昭和){_BLANKS}(元|{_NUMBER}){_BLANKS}{_YEAR_END}{_MONTH_DAY}")
_SHORT_ERA_DATE = lazy_pattern(
    rf"(?<![A-Za-z])([RHS]|令和|平成|昭和){_BLANKS}(元|\d{{1,2}}){_BLANKS}[-./年]{_BLANKS}"
    rf"(\d{{1,2}}){_BLANKS}[-./月]{_BLANKS}(\d{{1,2}})(?:{_BLANKS}日|(?!\d))"
)
_WESTERN_DATE = lazy_pattern(rf"(?:西暦{_BLANKS})?((?<!\d)\d{{4}}){_BLANKS}{_YEAR_END}{_MONTH_DAY}")
_SHORT_DATE = lazy_pattern(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_SHORT_ERAS = {"R": "令和", "H": "平成", "S": "昭和"}
_WEEKDAY = lazy_pattern(rf"\({_BLANKS}([月火水木金土日]){_BLANKS}(?:曜{_BLANKS}日?)?{_BLANKS}(?:[・,、]?{_BLANKS}(?:祝日?|休日?))?{_BLANKS}\)")
_BARE_WEEKDAY = lazy_pattern(rf"{_BLANKS}([月火水木金土日])曜日?")
_HALF = rf"(?:(午前|午後|AM|PM|am|pm|a\.m\.|p\.m\.){_BLANKS})?"
_CLOCK = lazy_pattern(
    rf"(正午)|{_HALF}(?:{_NUMBER}{_BLANKS}時(?!間){_BLANKS}(?:(半)|{_NUMBER}{_BLANKS}分)?"
    rf"|(?<!\d)(\d{{1,2}}){_BLANKS}:{_BLANKS}(\d{{2}})(?!\d)"
    rf"|(?<!\d)(\d{{1,2}})(?={_BLANKS}(?:[-~〜]|から){_BLANKS}\d{{1,2}}{_BLANKS}時))"
)
_AFTERNOON = frozenset(("午後", "PM", "pm", "p.m."))


class WrittenDate(NamedTuple):
    """A date in a text: its day, the span of its words with the weekday, and what disagrees in them.

    `weekday` is the letter in the brackets behind it or ""; `western` the year in brackets beside
    an era, or None; `era` is "" for a date in 西暦 alone.
    """

    day: date
    start: int
    end: int
    weekday: str = ""
    era: str = ""
    western: int | None = None


class WrittenTime(NamedTuple):
    """A time in a text, "HH:MM" on the clock of 24 hours, and the span of its words."""

    time: str
    start: int
    end: int


def _valid_date(year: int | None, month: str, day: str) -> date | None:
    try:
        return date(year or 0, kanji_number(month) or 0, kanji_number(day) or 0)
    except ValueError:
        return None


def _era_start(era: str) -> int:
    return dict(ERAS)[era].year - 1


def _year_in(bracket: str | None) -> int | None:
    """The year in a bracket behind a year: 「(2025年)」 → 2025, 「(令和7年)」 → 2025, None without one."""
    text = bracket or ""
    if match := re.search(r"\d{4}", text):
        return int(match[0])
    if match := re.search(rf"(令和|平成|昭和){_BLANKS}(元|{_NUMBER})", text):
        return _era_start(match[1]) + (1 if match[2] == "元" else kanji_number(match[3]) or 0)
    return None


def _dates(text: str) -> Iterator[WrittenDate]:
    """All dates in a text with half-width signs, in no order; a date may be found in two forms."""
    for match in _ERA_DATE.finditer(text):
        year = _era_start(match[1]) + (1 if match[2] == "元" else kanji_number(match[3]) or 0)
        if day := _valid_date(year, match[6], match[7]):
            yield WrittenDate(day, match.start(), match.end(), "", match[1], _year_in(match[4] or match[5]))
    for match in _SHORT_ERA_DATE.finditer(text):
        era = _SHORT_ERAS.get(match[1], match[1])
        year = _era_start(era) + (1 if match[2] == "元" else int(match[2]))
        if day := _valid_date(year, match[3], match[4]):
            yield WrittenDate(day, match.start(), match.end(), "", era)
    for match in _WESTERN_DATE.finditer(text):
        if day := _valid_date(int(match[1]), match[4], match[5]):
            bracket = match[2] or match[3] or ""
            era = next((name for name, _ in ERAS if name in bracket), "")
            yield WrittenDate(day, match.start(), match.end(), "", era, _year_in(bracket))
    for match in _SHORT_DATE.finditer(text):
        if day := _valid_date(int(match[1]), match[2], match[3]):
            yield WrittenDate(day, match.start(), match.end())


def find_dates(text: str) -> list[WrittenDate]:
    """The dates in a text in their order, each with the weekday behind it.

    Where an era and the year in brackets disagree, the day is the one that fits the weekday, and
    the one of the year written first if that does not tell.
    """
    text = half_width_signs(text)
    found: list[WrittenDate] = []
    for one in sorted(_dates(text), key=lambda one: (one.start, -one.end)):
        if found and one.start < found[-1].end:
            continue
        blank = re.compile(_BLANKS).match(text, one.end)
        match = _WEEKDAY.match(text, blank.end() if blank else one.end) or _BARE_WEEKDAY.match(text, one.end)
        if match:
            one = one._replace(weekday=match[1], end=match.end())
        found.append(_by_weekday(one))
    return found


def _by_weekday(one: WrittenDate) -> WrittenDate:
    if one.western in (None, one.day.year) or one.weekday in ("", weekday(one.day)):
        return one
    other = _valid_date(one.western, str(one.day.month), str(one.day.day))
    return one._replace(day=other, western=one.day.year) if other and weekday(other) == one.weekday else one


def era_did_not_exist(one: WrittenDate) -> bool:
    """True for a date written in an era that had not begun or was over (平成31年5月1日)."""
    return bool(one.era) and one.western in (None, one.day.year) and era_year(one.day)[0] != one.era


def parse_date(text: str) -> date | None:
    """The first date in a text, 和暦 or 西暦, or None (also for dates that do not exist)."""
    return next((one.day for one in find_dates(text)), None)


def parse_weekday(text: str) -> str:
    """The weekday in brackets, "金" from "(金)" or "（金曜日）", or ""."""
    match = _WEEKDAY.search(half_width_signs(text))
    return match[1] if match else ""


def find_times(text: str) -> list[WrittenTime]:
    """The times in a text in their order.

    A time that names neither 午前 nor 午後 takes it over from the time before; if it would then be
    earlier than that, it is in the afternoon.
    """
    text = half_width_signs(text)
    for one in find_dates(text):
        # The last digit of 「2000/1/1 8時」 is of the date.
        text = text[: one.start] + "|" * (one.end - one.start) + text[one.end :]
    found: list[WrittenTime] = []
    before = ""
    for match in _CLOCK.finditer(text):
        noon, half, hour, thirty, minute, colon_hour, colon_minute, bare = match.groups()
        hours = 12 if noon else kanji_number(hour or colon_hour or bare)
        minutes = 30 if thirty else kanji_number(minute or colon_minute or "0")
        if hours is None or minutes is None or hours > 24 or minutes > 59:
            continue
        time = _clock_text(hours, minutes, half or before)
        if found and time < found[-1].time and not half and not noon and hours < 12:
            time = _clock_text(hours, minutes, "午後")
        before = half or before
        found.append(WrittenTime(time, match.start(), match.end()))
    return found


def _clock_text(hour: int, minute: int, half: str) -> str:
    return f"{hour + 12 if half in _AFTERNOON and hour < 12 else hour:02d}:{minute:02d}"
