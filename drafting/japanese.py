"""What is peculiar to Japanese text: eras, widths, letter-spacing, sentences.

Pure functions on strings. Dates follow 元号法 and its orders: 令和 began on 2019-05-01,
平成 on 1989-01-08, 昭和 on 1926-12-25; the first year of an era is 元年.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from drafting.patterns import lazy_pattern

WEEKDAYS = "月火水木金土日"
ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)))

_HALF_SIGNS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# What is not known yet, as typed or as the report prints it: ○○, ○○第○号, 令和○年(○○○○年)○月○日. All three
# circles that an input method gives for まる; a 〇 beside a digit in kanji is a nought (二〇〇〇年).
_CIRCLES = "(?:[○◯]{2,}|(?<![一二三四五六七八九〇])〇{2,}(?![一二三四五六七八九〇]))"
_UNKNOWN_DAY = "(?:(?:令和|平成)[○〇◯]年(?:[(（]○○○○年[)）])?|○○○○年)[○〇◯]月(?:[○〇◯]日)?(?:[(（]○[)）])?"
PLACEHOLDER = lazy_pattern(f"{_UNKNOWN_DAY}|{_CIRCLES}(?:第[○〇◯]+号|　{_CIRCLES})?")

_HALF_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_KANJI_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}


def half_width_digits(text: str) -> str:
    """The text with full-width digits made half-width; its length does not change."""
    return text.translate(_HALF_DIGITS)


def half_width_signs(text: str) -> str:
    """The text with all full-width forms of ASCII made half-width; its length does not change."""
    return text.translate(_HALF_SIGNS)


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


def weekday(day: date) -> str:
    """The weekday of a date as one letter, e.g. "金"."""
    return WEEKDAYS[day.weekday()]


def era_year(day: date) -> tuple[str, int]:
    """The era and the year in it: 2025-11-28 → ("令和", 7). Before 1926: ("西暦", year)."""
    for name, start in ERAS:
        if day >= start:
            return name, day.year - start.year + 1
    return "西暦", day.year


DATE_STYLES = ("和暦(西暦)", "和暦（西暦）", "和暦", "西暦")


def format_date(day: date, style: str = "和暦(西暦)", first_year: str = "元年") -> str:
    """A date as official documents write it; `style` is one of DATE_STYLES.

    和暦(西暦): 令和7年(2025年)11月28日 · 和暦: 令和7年11月28日 · 西暦: 2025年11月28日.
    `first_year` is how the first year of an era is written, 元年 or 1年.
    """
    tail = f"{day.month}月{day.day}日"
    if style == "西暦":
        return f"{day.year}年{tail}"
    era, year = era_year(day)
    text = f"{era}{first_year if year == 1 else f'{year}年'}"
    if style == "和暦":
        return text + tail
    return f"{text}({day.year}年){tail}" if style == "和暦(西暦)" else f"{text}（{day.year}年）{tail}"


_WORD_BEGINS = lazy_pattern("[、。，．「」『』（）()・\\s]|[ぁ-ん][^ぁ-ん]")
_OPENING, _CLOSING = "「『（(〔【", "」』）)〕】"
_BRACKET = lazy_pattern("[「『（(〔【」』）)〕】]")
_QUOTED = lazy_pattern("「[^「」\n]*」|『[^『』\n]*』")
_SENTENCE = lazy_pattern("[。！？]|[^\\s。！？][^。！？\n]*[。！？]?")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends, its 。 included and blanks around it not.

    Brackets are not split inside, but for those around a whole speech (「…。…。」).
    """
    if _BRACKET.search(text):
        cuts = _cut_outside_brackets(text, -1 if is_wrapped(text) else 0)
        return [span for start, end in cuts if (span := _without_blanks(text, start, end))[0] < span[1]]
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return [_without_blanks(text, *span) if text[span[1] - 1].isspace() else span for span in spans]


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def is_wrapped(text: str) -> bool:
    """True if one pair of 「」 holds the whole text."""
    if not (text.startswith("「") and text.endswith("」")):
        return False
    depth = 0
    for i, c in enumerate(text):
        depth += (c == "「") - (c == "」")
        if depth == 0:
            return i == len(text) - 1
    return False


def _cut_outside_brackets(text: str, outside: int) -> Iterator[tuple[int, int]]:
    """`outside` is how deep a letter before the text is: -1 where brackets around it all do not count."""
    depth, start, last = outside, 0, len(text) + outside
    for i in range(last):
        c = text[i]
        if c in _OPENING:
            depth += 1
        elif c in _CLOSING:
            depth = max(0, depth - 1)
        elif (c == "\n" or (c in "。！？" and depth == 0)) and i + 1 < last:
            yield start, i + 1
            start, depth = i + 1, 0
    yield start, len(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its 。 (see `sentence_spans`)."""
    return [text[start:end] for start, end in sentence_spans(text)]


@lru_cache(maxsize=2)  # many rules ask for the same text one after the other
def without_quotations(text: str) -> str:
    """The text with the words inside 「」 blotted out, letter for letter: names, titles, words of others."""
    return _QUOTED.sub(lambda match: match[0][0] + "〓" * (len(match[0]) - 2) + match[0][-1], text)


def word_start(text: str, at: int) -> int:
    """Where the words around an index begin: behind a sign, or where hiragana ends and another script begins."""
    while at > 0 and not _WORD_BEGINS.match(text, at - 1):
        at -= 1
    return at


def display_width(text: str) -> int:
    """The width in half-width columns (East Asian Width, Unicode TR11; ambiguous counts 2)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
