"""Does what a text points to follow: 次のとおり, 下記のとおり, 別紙のとおり?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.elsewhere import IN_PAPER, PAPER
from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import half_width_digits, without_quotations
from drafting.model import Committee, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_COUNTED = "[0-9０-９一二三四五六七八九十]+(?:点|つ|項目|事項)(?=(?:で|が|を|に)?(?:ある|あげ|挙げ|示|述べ))"
FOLLOWING = lazy_pattern(f"(?:次|以下)の(?:とおり|通り|{_COUNTED})|(?:次|以下)に(?:掲げる|挙げる|示す|述べる)(?!べき)")
BELOW = lazy_pattern("下記の(?:とおり|通り)")
_ENCLOSURE = "(?<![のたる一-鿿])(別紙|別表|別添)([0-9０-９一二三四五六七八九十]*)"
ENCLOSED = lazy_pattern(f"{_ENCLOSURE}の(?:とおり|通り)")
_SHOWN = lazy_pattern(f"{_ENCLOSURE}(?:に(?:示|掲げ)|に[^、。\n]{{1,12}}を(?:示[しす]|掲げ[たる])|を?参照)")
_FIGURE_NUMBER = "(?:^|(?<=[、。はがもを\\s（(]))(図|表)([0-9０-９]{1,2})"
_FIGURE = lazy_pattern(f"{_FIGURE_NUMBER}(?:の(?:とおり|通り)|に(?:示|掲げ)|を?参照)", re.MULTILINE)
# These may as well be a figure of a plan or of a law that an earlier sentence speaks of
_READ = lazy_pattern(f"{_FIGURE_NUMBER}(?:を見ると|から[、,]?[^。\n]{{0,60}}(?:分かる|読み取れ|うかがえ|見て取れ|明らか))", re.MULTILINE)
_APPLIED = lazy_pattern("(?<![のたる一-鿿])(別紙|別表)([0-9０-９]{1,2})の[^、。\n]{1,8}によ[るりっ]")
_HINT = lazy_pattern("とおり|通り|次|以下|参照|に示|に掲げ")  # looking for these first saves most searches
_FIGURE_HINT = lazy_pattern("別[紙表]|[図表][0-9０-９]")
# What is said in the introduction is done in the chapters behind it, what is said in a lead in the recommendations
_IN_CHAPTERS = lazy_pattern("[^。]{0,12}?(?:提言|答申|取りまとめ|とりまとめ|まとめ|報告|建議|意見|具申|示す)")
_BEFORE_CHAPTERS = ("（introduction）", "（principles）", "（lead）")


def check_links(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """L001 次のとおり with nothing behind it, L002 下記 without 記, L003 別紙 that is not there. Looks at the texts of
    the secretariat, each by itself, outside quotations."""
    written = list(report_texts(committee, recommendations))
    hinting = [text for text in written if _hints(text.words)]
    texts = [text._replace(words=without_quotations(text.words)) for text in written] if hinting else []
    for as_typed in hinting:
        text = as_typed._replace(words=without_quotations(as_typed.words))
        if (found := _last_sentence(FOLLOWING, text.words)) and _ends_there(text, found):
            yield _warn("L001", text, found, f"「{found[0]}」とありますが、後に何も続きません。続けて書くか、言い換えてください。")
        if (found := BELOW.search(text.words)) and not re.search("^[ \u3000]*記[ \u3000]*$", text.words, re.MULTILINE):
            yield _warn("L002", text, found, "「下記のとおり」とありますが、この文章に「記」がありません。「次のとおり」などに直してください。")
        yield from _enclosures(text, texts)


def _hints(words: str) -> bool:
    return bool(_HINT.search(words) or (("表" in words or "図" in words or "別" in words) and _FIGURE_HINT.search(words)))


def _ends_there(text: WrittenText, found: re.Match[str]) -> bool:
    rest = text.words[found.end() :]
    in_chapters = text.name.endswith(_BEFORE_CHAPTERS) and _IN_CHAPTERS.match(rest)
    return not in_chapters and not rest.partition("。")[2].strip()


def _enclosures(text: WrittenText, texts: list[WrittenText]) -> Iterator[Problem]:
    for pattern, other in ((ENCLOSED, None), (_SHOWN, None), (_FIGURE, IN_PAPER), (_READ, PAPER), (_APPLIED, PAPER)):
        found = pattern.search(text.words)
        if found and not (other and other.search(text.words[: found.start()])) and not _is_headed(found[1] + found[2], texts):
            yield _warn("L003", text, found, f"「{found[1]}{found[2]}」が答申案にありません。付けるか、「次のとおり」などに直してください。")


def _last_sentence(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern: earlier ones have text behind them."""
    return next(reversed(list(pattern.finditer(text))), None)


def _is_headed(name: str, texts: list[WrittenText]) -> bool:
    heading = re.compile(rf"^[ \u3000【（(]*{half_width_digits(name)}(?![0-9]|の(?:とおり|通り)|の[^、。\n]{{1,8}}によ|に|を?参照|を見|から)", re.MULTILINE)
    return any(heading.search(half_width_digits(text.words)) for text in texts)


def _warn(code: str, text: WrittenText, found: re.Match[str], message: str) -> Problem:
    return Problem(code, f"{text.name}: {message}", text.place.within(text.words, found.start()), Severity.WARNING)
