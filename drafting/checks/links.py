"""Does what a text points to follow: 次のとおり, 下記のとおり, 別紙のとおり, 提言5?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import kanji_number
from drafting.model import Committee, Recommendations
from drafting.problems import Problem, Severity

FOLLOWING = re.compile("(?:次|以下)の(?:とおり|通り|[0-9０-９一二三四五六七八九十]+(?:点|つ|項目|事項)(?=(?:で|が|を|に)?(?:ある|あげ|挙げ|示|述べ)))")
BELOW = re.compile("下記の(?:とおり|通り)")
ENCLOSED = re.compile("(別紙|別表|別添)([0-9０-９一二三四五六七八九十]*)の(?:とおり|通り)")
_HINTS = ("とおり", "通り", "次の", "以下の", "提言")  # looking for these first saves most searches
_NUMBERED = re.compile("提言([0-9０-９]{1,3})(?![0-9０-９])")


def check_links(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """L001 次のとおり with nothing behind it, L002 下記 without 記, L003 別紙 that is not there, L004 提言 with a
    number that no recommendation has. Looks at the texts of the secretariat, each by itself."""
    texts = list(report_texts(committee, recommendations))
    count = sum(item.kind == "提言" for item in recommendations.items)
    for text in texts:
        if not any(word in text.words for word in _HINTS):
            continue
        if (found := _last_sentence(FOLLOWING, text.words)) and not text.words[found.end() :].partition("。")[2].strip():
            yield _warn("L001", text, found, f"「{found[0]}」とありますが、後に何も続きません。続けて書くか、言い換えてください。")
        if (found := BELOW.search(text.words)) and not re.search("^[ \u3000]*記[ \u3000]*$", text.words, re.MULTILINE):
            yield _warn("L002", text, found, "「下記のとおり」とありますが、この文章に「記」がありません。「次のとおり」などに直してください。")
        if (found := ENCLOSED.search(text.words)) and not _is_headed(found[1] + found[2], texts):
            yield _warn("L003", text, found, f"「{found[1]}{found[2]}」が答申案にありません。付けるか、「次のとおり」などに直してください。")
        for found in _NUMBERED.finditer(text.words):
            number = kanji_number(found[1]) or 0
            if not 1 <= number <= count:
                yield _warn("L004", text, found, f"「{found[0]}」という提言はありません（提言1から提言{count}まで）。番号を確かめてください。")


def _last_sentence(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern: earlier ones have text behind them."""
    return next(reversed(list(pattern.finditer(text))), None)


def _is_headed(name: str, texts: list[WrittenText]) -> bool:
    return any(re.search(rf"^[ \u3000【（(]*{name}(?!の(?:とおり|通り))", text.words, re.MULTILINE) for text in texts)


def _warn(code: str, text: WrittenText, found: re.Match[str], message: str) -> Problem:
    return Problem(code, f"{text.name}: {message}", text.place.within(text.words, found.start()), Severity.WARNING)
