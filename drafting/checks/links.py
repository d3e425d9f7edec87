"""Does what a text points to follow: 次のとおり, 下記のとおり, 別紙のとおり, 提言5?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import kanji_number, without_quotations
from drafting.model import Committee, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_COUNTED = "[0-9０-９一二三四五六七八九十]+(?:点|つ|項目|事項)(?=(?:で|が|を|に)?(?:ある|あげ|挙げ|示|述べ))"
FOLLOWING = lazy_pattern(f"(?:次|以下)の(?:とおり|通り|{_COUNTED})|(?:次|以下)に(?:掲げる|挙げる|示す|述べる)(?!べき)")
BELOW = lazy_pattern("下記の(?:とおり|通り)")
_ENCLOSURE = "(?<![のたる一-鿿])(別紙|別表|別添)([0-9０-９一二三四五六七八九十]*)"
ENCLOSED = lazy_pattern(f"{_ENCLOSURE}の(?:とおり|通り)")
_SHOWN = lazy_pattern(f"{_ENCLOSURE}(?:に(?:示|掲げ)|を?参照)")
_FIGURE = lazy_pattern("(?:^|(?<=[、。はがもを\\s（(]))(図|表)([0-9０-９]{1,2})(?:の(?:とおり|通り)|に(?:示|掲げ)|を?参照)", re.MULTILINE)
_HINT = lazy_pattern("とおり|通り|次|以下|提言|参照|に示|に掲げ")  # looking for these first saves most searches
_NUMBERED = lazy_pattern("提言([0-9０-９]{1,3})(?![0-9０-９]|件|個|項目|本|点|つ)")
# Words before 提言7 that tell of another report
_ELSEWHERE = lazy_pattern("(?:(?:答申|提言書|報告書|意見書|建議書?|要望書|計画|戦略|[審協]議会|会議|委員会|団体?)(?:[（(][^（()）]*[）)])?|前回|前期|以前|過去|年度)の$")
_OURS = lazy_pattern("(?:本|この|今回の|当)(?:答申|提言書|報告書|意見書|委員会|審議会|協議会|会議)の$")
# What is said in the introduction is done in the chapters behind it, what is said in a lead in the recommendations
_IN_CHAPTERS = lazy_pattern("[^。]{0,12}?(?:提言|答申|取りまとめ|とりまとめ|まとめ|報告|建議|意見|具申|示す)")
_BEFORE_CHAPTERS = ("（introduction）", "（principles）", "（lead）")


def check_links(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """L001 次のとおり with nothing behind it, L002 下記 without 記, L003 別紙 that is not there, L004 提言 with a
    number that no recommendation has. Looks at the texts of the secretariat, each by itself; in a
    quotation only at 「提言5」."""
    written = list(report_texts(committee, recommendations))
    hinting = [text for text in written if _HINT.search(text.words)]
    texts = [text._replace(words=without_quotations(text.words)) for text in written] if hinting else []
    count = sum(item.kind == "提言" for item in recommendations.items)
    for as_typed in hinting:
        text = as_typed._replace(words=without_quotations(as_typed.words))
        if (found := _last_sentence(FOLLOWING, text.words)) and _ends_there(text, found):
            yield _warn("L001", text, found, f"「{found[0]}」とありますが、後に何も続きません。続けて書くか、言い換えてください。")
        if (found := BELOW.search(text.words)) and not re.search("^[ \u3000]*記[ \u3000]*$", text.words, re.MULTILINE):
            yield _warn("L002", text, found, "「下記のとおり」とありますが、この文章に「記」がありません。「次のとおり」などに直してください。")
        yield from _enclosures(text, texts)
        yield from _numbers(as_typed, count, committee.name)


def _ends_there(text: WrittenText, found: re.Match[str]) -> bool:
    rest = text.words[found.end() :]
    in_chapters = text.name.endswith(_BEFORE_CHAPTERS) and _IN_CHAPTERS.match(rest)
    return not in_chapters and not rest.partition("。")[2].strip()


def _enclosures(text: WrittenText, texts: list[WrittenText]) -> Iterator[Problem]:
    for pattern in (ENCLOSED, _SHOWN, _FIGURE):
        if (found := pattern.search(text.words)) and not _is_headed(found[1] + found[2], texts):
            yield _warn("L003", text, found, f"「{found[1]}{found[2]}」が答申案にありません。付けるか、「次のとおり」などに直してください。")


def _numbers(text: WrittenText, count: int, ours: str) -> Iterator[Problem]:
    for found in _NUMBERED.finditer(text.words):
        before = text.words[: found.start()]
        number = kanji_number(found[1]) or 0
        is_ours = _OURS.search(before) or (ours and before.endswith(f"{ours}の"))
        if not 1 <= number <= count and (is_ours or not _ELSEWHERE.search(before)):
            yield _warn("L004", text, found, f"「{found[0]}」という提言はありません（提言1から提言{count}まで）。番号を確かめてください。")


def _last_sentence(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern: earlier ones have text behind them."""
    return next(reversed(list(pattern.finditer(text))), None)


def _is_headed(name: str, texts: list[WrittenText]) -> bool:
    return any(re.search(rf"^[ \u3000【（(]*{name}(?![0-9０-９]|の(?:とおり|通り)|に(?:示|掲げ)|を?参照)", text.words, re.MULTILINE) for text in texts)


def _warn(code: str, text: WrittenText, found: re.Match[str], message: str) -> Problem:
    return Problem(code, f"{text.name}: {message}", text.place.within(text.words, found.start()), Severity.WARNING)
