"""Are the dates in the texts right: days that exist, weekdays, eras beside years, 年度?"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.checks.texts import report_texts
from drafting.japanese import ERAS, era_year, half_width_digits, weekday
from drafting.model import Committee, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_DAY = lazy_pattern(
    r"(?:(?:令和|平成|昭和)(?:元|\d{1,2})年(?:[(（]\d{4}年?[)）])?|\d{4}年(?:[(（](?:令和|平成|昭和)(?:元|\d{1,2})年?[)）])?)\d{1,2}月\d{1,2}日"
    r"(?:[(（][月火水木金土日](?:曜日?)?[)）])?"
)
_BOTH = lazy_pattern(r"(令和|平成|昭和)(元|\d{1,2})年?(度)?[(（](\d{4})年?(度)?[)）]")
_YEARLESS = lazy_pattern(r"(?<![\d)）])(?<!\d年)(?<!元年)(\d{1,2})月(\d{1,2})日(?!間)")
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_ERA_STARTS = dict(ERAS)


def check_calendar(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """M010 a day that does not exist or had another era, M011 a wrong weekday, M012 an era and a year that do not agree."""
    for text in report_texts(committee, recommendations):
        if "年" not in text.words and "月" not in text.words:
            continue
        words = half_width_digits(text.words)
        for found in _YEARLESS.finditer(words):
            month, day = int(found[1]), int(found[2])
            if not 1 <= month <= 12 or not 1 <= day <= _LONGEST.get(month, 31):
                message_text = f"{text.name}: 「{found[0]}」という日はありません。日付を確かめてください。"
                yield Problem("M010", message_text, text.place.within(words, found.start()), Severity.WARNING)
        for found in _DAY.finditer(words):
            if message := _wrong_day(found[0]):
                yield Problem(message[0], f"{text.name}: {message[1]}", text.place.within(words, found.start()), Severity.WARNING)
        for found in _BOTH.finditer(words):
            year = _ERA_STARTS[found[1]].year - 1 + (1 if found[2] == "元" else int(found[2]))
            if year != int(found[4]):
                message_text = f"{text.name}: 「{found[0]}」の和暦と西暦が合いません（{found[1]}{found[2]}年は{year}年）。どちらかを直してください。"
                yield Problem("M012", message_text, text.place.within(words, found.start()), Severity.WARNING)


def _wrong_day(words: str) -> tuple[str, str] | None:
    from drafting.dates import era_did_not_exist, find_dates, parse_weekday  # most workspaces are looked at without

    written = next(iter(find_dates(words)), None)
    if written is None:
        return "M010", f"「{words}」という日はありません。日付を確かめてください。"
    day = written.day
    if era_did_not_exist(written):
        return "M010", f"「{words}」の日の元号は「{era_year(day)[0]}」です。元号か年を確かめてください。"
    said = parse_weekday(words[words.index("日") :])
    if said and said != weekday(day):
        return "M011", f"「{words}」は{weekday(day)}曜日です。日付か曜日を確かめてください。"
    return None

