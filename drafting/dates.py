"""Dates and times as Japanese documents write them, read from text.

Dates follow 元号法 and its orders: the first year of an era is 元年. What does not exist in the
calendar is no date. Blanks inside numbers (「平成 27 年」) do not matter.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from drafting.japanese import ERAS, half_width_digits

_BLANKS = "[ \\t\u3000]*"
_NUMBER = rf"(\d(?:{_BLANKS}\d){{0,3}})"  # bounded: a line of digits alone must not cost its square
_ERA_DATE = re.compile(
    rf"(令和|平成|昭和){_BLANKS}(?:(元)|{_NUMBER}){_BLANKS}"
    rf"(?:年{_BLANKS}(?:度{_BLANKS})?(?:[(（]{_BLANKS}\d{{4}}{_BLANKS}年?{_BLANKS}[)）]{_BLANKS}(?:年{_BLANKS})?)?"
    rf"|[(（]{_BLANKS}\d{{4}}{_BLANKS}[)）]{_BLANKS}年{_BLANKS})"
    rf"{_NUMBER}{_BLANKS}月{_BLANKS}{_NUMBER}{_BLANKS}日"
)
_WESTERN_DATE = re.compile(
    rf"(\d{{4}})(?:{_BLANKS}(?:年{_BLANKS}(?:[(（][^)）]*[)）]{_BLANKS})?|[(（][^)）]*[)）]{_BLANKS}年{_BLANKS})"
    rf"{_NUMBER}{_BLANKS}月{_BLANKS}{_NUMBER}{_BLANKS}日"
    r"|[-/.](\d{1,2})[-/.](\d{1,2}))"
)
_WEEKDAY = re.compile(rf"[(（]{_BLANKS}([月火水木金土日]){_BLANKS}(?:曜日?)?{_BLANKS}(?:・祝)?[)）]")
_TIME = re.compile(
    rf"(午前|午後|正午)?{_BLANKS}(?:(?:{_NUMBER}){_BLANKS}(?:時{_BLANKS}(?:(半)|(?:{_NUMBER}){_BLANKS}分)?|[:：]{_BLANKS}(\d{{2}})))?"
)


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _int(text: str) -> int:
    return int(re.sub(r"\s", "", text))


def parse_date(text: str) -> date | None:
    """The first date in a text, 和暦 or 西暦, or None (also for dates that do not exist)."""
    text = half_width_digits(text)
    if match := _ERA_DATE.search(text):
        start = dict(ERAS)[match[1]]
        year = start.year - 1 + (1 if match[2] else _int(match[3]))
        return _valid_date(year, _int(match[4]), _int(match[5]))
    if match := _WESTERN_DATE.search(text):
        month, day = match[2] or match[4], match[3] or match[5]
        return _valid_date(int(match[1]), _int(month), _int(day))
    return None


def parse_weekday(text: str) -> str:
    """The weekday in brackets, "金" from "(金)" or "（金曜日）", or ""."""
    match = _WEEKDAY.search(text)
    return match[1] if match else ""


class _Clock(NamedTuple):
    half: str
    hour: int
    minute: int


def parse_time_range(text: str) -> tuple[str, str]:
    """Start and end as "HH:MM" from "10時～12時", "午後7時から8時50分まで", "14:00-15:40".

    What is not said is "". The end takes over 午前 or 午後 from the start where it names none.
    """
    text = re.sub("[(（][^)）]*[)）]", " ", half_width_digits(text))
    clocks: list[_Clock] = []
    for match in _TIME.finditer(text):
        half, hour, thirty, minute, colon = match.groups()
        if half == "正午":
            clocks.append(_Clock("", 12, 0))
        elif hour is not None:
            minutes = 30 if thirty else _int(minute or colon or "0")
            if _int(hour) <= 24 and minutes <= 59:
                clocks.append(_Clock(half or "", _int(hour), minutes))
    if not clocks:
        return "", ""
    start = _clock_text(clocks[0], "")
    end = _clock_text(clocks[1], clocks[0].half) if len(clocks) > 1 else ""
    if end and end < start and not clocks[1].half and clocks[1].hour < 12:
        end = _clock_text(clocks[1], "午後")
    return start, end


def _clock_text(clock: _Clock, default_half: str) -> str:
    half = clock.half or default_half
    hour = clock.hour + 12 if half == "午後" and clock.hour < 12 else clock.hour
    return f"{hour:02d}:{clock.minute:02d}"
