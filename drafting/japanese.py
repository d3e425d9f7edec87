"""What is peculiar to Japanese text: eras, dates, times, widths, letter-spacing, sentences.

Pure functions on strings. Dates follow 元号法 and its orders: 令和 began on 2019-05-01,
平成 on 1989-01-08, 昭和 on 1926-12-25; the first year of an era is 元年.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

WEEKDAYS = "月火水木金土日"
ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)))

_HALF_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_KANJI_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
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


def half_width_digits(text: str) -> str:
    """The text with full-width digits made half-width; its length does not change."""
    return text.translate(_HALF_DIGITS)


def kanji_number(text: str) -> int | None:
    """The value of a number below 1000 in digits of any width or in kanji ("十二"), or None."""
    text = half_width_digits(re.sub(r"\s", "", text))
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(c not in "〇一二三四五六七八九十百" for c in text):
        return None
    if not set(text) & set("十百"):
        return int("".join(str(_KANJI_DIGITS[c]) for c in text))
    total = digit = 0
    for c in text:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _KANJI_DIGITS[c]
    return total + digit


def undo_letter_spacing(text: str) -> str:
    """"会 議 の 名 称" → "会議の名称": blanks between single letters are dropped.

    A blank beside a piece of several letters is kept ("概 要 (主な発言)" → "概要 (主な発言)").
    """
    pieces = [piece for piece in re.split("[ \t\u3000]+", text) if piece]
    joined = ""
    for before, piece in zip(["", *pieces], pieces, strict=False):
        spaced = bool(joined) and not (len(before) == 1 and len(piece) == 1)
        joined += " " + piece if spaced else piece
    return joined


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


def weekday(day: date) -> str:
    """The weekday of a date as one letter, e.g. "金"."""
    return WEEKDAYS[day.weekday()]


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


def era_year(day: date) -> tuple[str, int]:
    """The era and the year in it: 2025-11-28 → ("令和", 7). Before 1926: ("西暦", year)."""
    for name, start in ERAS:
        if day >= start:
            return name, day.year - start.year + 1
    return "西暦", day.year


def format_date(day: date, style: str = "和暦(西暦)") -> str:
    """A date as official documents write it.

    和暦(西暦): 令和7年(2025年)11月28日 · 和暦: 令和7年11月28日 · 西暦: 2025年11月28日.
    """
    tail = f"{day.month}月{day.day}日"
    if style == "西暦":
        return f"{day.year}年{tail}"
    era, year = era_year(day)
    text = f"{era}{'元' if year == 1 else year}年"
    return f"{text}({day.year}年){tail}" if style == "和暦(西暦)" else text + tail


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its 。; brackets are not split inside."""
    found: list[str] = []
    depth = start = 0
    for i, c in enumerate(text):
        if c in "「『（(〔【":
            depth += 1
        elif c in "」』）)〕】":
            depth = max(0, depth - 1)
        elif c == "\n" or (c in "。！？" and depth == 0):
            found.append(text[start : i + 1].strip())
            start, depth = i + 1, 0
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def display_width(text: str) -> int:
    """The width in half-width columns (East Asian Width, Unicode TR11; ambiguous counts 2)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
