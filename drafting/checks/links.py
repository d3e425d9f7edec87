"""Does what a text points to follow: 次のとおり, 下記のとおり, 別紙のとおり, 提言5?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.texts import WrittenText, report_texts
from drafting.draft import Block, Draft, Heading, PageBreak, Paragraph, SectionBreak, Span, Table
from drafting.japanese import kanji_number
from drafting.model import Committee, Recommendations
from drafting.problems import Place, Problem, Severity

_FOLLOWING = re.compile("(?:次|以下)の(?:とおり|通り|[0-9０-９一二三四五六七八九十]+(?:点|つ|項目|事項)(?=(?:で|が|を|に)?(?:ある|あげ|挙げ|示|述べ)))")
_BELOW = re.compile("下記の(?:とおり|通り)")
_ENCLOSED = re.compile("(別紙|別表|別添)([0-9０-９一二三四五六七八九十]*)の(?:とおり|通り)")
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
        if (found := _last_sentence(_FOLLOWING, text.words)) and not text.words[found.end() :].partition("。")[2].strip():
            yield _warn("L001", text, found, f"「{found[0]}」とありますが、後に何も続きません。続けて書くか、言い換えてください。")
        if (found := _BELOW.search(text.words)) and not re.search("^[ \u3000]*記[ \u3000]*$", text.words, re.MULTILINE):
            yield _warn("L002", text, found, "「下記のとおり」とありますが、この文章に「記」がありません。「次のとおり」などに直してください。")
        if (found := _ENCLOSED.search(text.words)) and not _is_headed(found[1] + found[2], texts):
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


def check_draft_links(draft: Draft, template: str) -> Iterator[Problem]:
    """The same of what the template itself says, in the draft as it will be printed; and L005 for numbers of
    recommendations that do not run on. The place is the template: no line of it is known any more."""
    place = Place(template)
    blocks = [block for block in draft.blocks if not isinstance(block, PageBreak | SectionBreak)]
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        words = "".join(span.text for span in block.spans if not span.anchor) if isinstance(block, Paragraph) else ""
        if (found := _FOLLOWING.search(words)) and not _continues(after):
            yield Problem("L001", f"「{found[0]}」とありますが、後に何も続きません。", place, Severity.WARNING)
        if _BELOW.search(words) and not any(_is_mark(other) for other in blocks):
            yield Problem("L002", "「下記のとおり」とありますが、「記」がありません。", place, Severity.WARNING)
        if (found := _ENCLOSED.search(words)) and (after is None or any(_is_mark(other) for other in blocks)):
            yield Problem("L003", f"「{found[0]}」とありますが、{found[1]}に当たるものがありません。", place, Severity.WARNING)
    numbers = [block.number for block in blocks if isinstance(block, Heading) and block.number.startswith("提言")]
    for wanted, number in enumerate(numbers, 1):
        if kanji_number(number.removeprefix("提言")) != wanted:
            yield Problem("L005", f"提言の番号が続いていません（{wanted}番目が「{number}」）。", place, Severity.WARNING)
            break


def _continues(block: Block | None) -> bool:
    """True if a block can be what 次のとおり announces: not a heading, not the end."""
    return isinstance(block, Paragraph | Table) or (isinstance(block, Heading) and block.level > 2)


def _is_mark(block: Block) -> bool:
    return isinstance(block, Paragraph) and _text(block.spans) == "記"


def _text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans).strip()
