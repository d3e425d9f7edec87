"""Do the lists that a clerk types hold as many items as was announced, and do their numbers run on?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import half_width_digits, kanji_number, without_quotations
from drafting.model import Committee, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
_MARKERS = (
    ("・", lazy_pattern("[ \u3000]*([・●○◯■□◆◇])")),
    ("(1)", lazy_pattern("[ \u3000]*([(（][0-9０-９]{1,2}[)）]|[⑴-⒇])")),
    ("①", lazy_pattern("[ \u3000]*([①-⑳])")),
    ("(ア)", lazy_pattern("[ \u3000]*([(（][ア-ン][)）])")),
    ("ア", lazy_pattern("[ \u3000]*([ア-ン])[ \u3000]+")),
    ("1", lazy_pattern("[ \u3000]*([0-9０-９]{1,2})(?:[.．](?![0-9０-９])|[ \u3000]+(?![0-9０-９年月日]))")),
)
_MARKED = lazy_pattern("[ \u3000]*[・●○◯■□◆◇(（⑴-⒇①-⑳ア-ン0-9０-９]")  # any of these; most lines have none
# Behind a number at the head of a line: it may be pointed to (③については) rather than begin an item
_POINTED = lazy_pattern("に(?:つい|関し|おい|よ[りる]|対し)|の|は|を|が|と|及び|から|まで|[、・～]")
_COUNTS = "(?:点|項目|事項|つ|本の柱|件)"
_ANNOUNCED = lazy_pattern(f"((?:次|以下)の([0-9０-９一二三四五六七八九十]{{1,3}}){_COUNTS})(?!の?(?:年度|期間|段階|世代|時期))([^。\n]*)。?[ \u3000]*$")
_POINTS = lazy_pattern("([0-9０-９一二三四五六七八九十]{1,3})(点目|つ目)(?=は|が|に、|として|、)")
_FIRST = lazy_pattern("第([0-9０-９一二三四五六七八九十]{1,2})(に)(?=、)")


class _Item(NamedTuple):
    """A line that begins with a list marker; `number` is 0 for a bullet."""

    line: int
    kind: str
    number: int
    mark: str
    start: int
    pointed: bool


def check_typed_lists(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """L008 次の3点 before a list of two, L007 numbers of a list or of points in sentences that leave one out or stand twice."""
    for text in report_texts(committee, recommendations):
        items = list(_items(text.words)) if "\n" in text.words else []
        if len(items) > 1:
            yield from _announced(text, items)
            yield from _lists(text, items)
        if "目" in text.words or "第" in text.words:
            yield from _points(text)


def _items(words: str) -> Iterator[_Item]:
    for index, line in enumerate(re.finditer(".+", words)):
        if not _MARKED.match(line[0]):
            continue
        for kind, pattern in _MARKERS:
            if found := pattern.match(line[0]):
                rest = line[0][found.end() :]
                yield _Item(index, kind, _number(kind, found[1]), found[1], line.start() + found.start(1), bool(_POINTED.match(rest)))
                break


def _number(kind: str, mark: str) -> int:
    if kind == "・":
        return 0
    if "①" <= mark <= "⑳":
        return ord(mark) - ord("①") + 1
    if "⑴" <= mark <= "⒇":
        return ord(mark) - ord("⑴") + 1
    bare = half_width_digits(mark.strip("(（)）"))
    return int(bare) if bare.isdigit() else _KANA.find(bare) + 1


def _announced(text: WrittenText, items: Sequence[_Item]) -> Iterator[Problem]:
    """The count of any kind of marker in the list may be meant: three points may be spread over two headings."""
    for index, line in enumerate(re.finditer(".+", text.words)):
        found = _ANNOUNCED.search(line[0])
        if not found or re.search("次[のに]|以下|下記", found[3]):
            continue
        block = _block([item for item in items if item.line > index])
        wanted = kanji_number(found[2])
        if not block or block[0].line != index + 1 or block[0].number > 1 or not wanted:
            continue
        counts = [sum(item.kind == kind for item in block) for kind in dict.fromkeys(item.kind for item in block)]
        if wanted not in counts and wanted != max(item.number for item in block if item.kind == block[0].kind):
            message = f"{text.name}: 「{found[1]}」とありますが、続く箇条書きは{counts[0]}つです。数か箇条書きを直してください。"
            yield Problem("L008", message, text.place.within(text.words, line.start() + found.start()), Severity.WARNING)


def _block(items: Sequence[_Item]) -> list[_Item]:
    """The items of the list that begins here: until its first kind begins anew, or a line between bullets is none."""
    block: list[_Item] = []
    for item in items:
        same = [one for one in block if one.kind == item.kind] if block and item.kind == block[0].kind else []
        if (same and item.number and item.number <= same[-1].number) or (block and not block[0].number and item.line > block[-1].line + 1):
            break
        if not (item.pointed and same) or item.number == same[-1].number + 1:
            block.append(item)
    return block


def _lists(text: WrittenText, items: Sequence[_Item]) -> Iterator[Problem]:
    """Only lists that begin with their first number are followed: others may be quoted, or イロハ."""
    open_lists: list[_Item] = []
    for item in items:
        if not item.number:
            continue
        kinds = [one.kind for one in open_lists]
        if item.kind not in kinds:
            open_lists += [item] if item.number == 1 else []
            continue
        before = open_lists[kinds.index(item.kind)]
        if item.pointed and item.number != before.number + 1:
            continue
        if item.number not in (1, before.number + 1):
            message = f"{text.name}: 「{before.mark}」の次が「{item.mark}」です。番号を確かめてください。"
            yield Problem("L007", message, text.place.within(text.words, item.start), Severity.WARNING)
        del open_lists[kinds.index(item.kind) :]
        open_lists.append(item)


def _points(text: WrittenText) -> Iterator[Problem]:
    """1点目 … 3点目 without 2点目, 第一に … 第三に without 第二に; told once, where the number before is missing."""
    for pattern in (_POINTS, _FIRST):
        found = list(pattern.finditer(without_quotations(text.words)))
        numbers = {kanji_number(one[1]) or 0 for one in found}
        for one in found:
            number = kanji_number(one[1]) or 0
            if 1 in numbers and number > 1 and number - 1 not in numbers:
                missing = one[0].replace(one[1], _like(one[1], number - 1))
                message = f"{text.name}: 「{one[0]}」がありますが、その前の「{missing}」がありません。番号を確かめてください。"
                yield Problem("L007", message, text.place.within(text.words, one.start()), Severity.WARNING)


def _like(digits: str, number: int) -> str:
    """A number in the digits of another: 二 beside 三, 2 beside 3."""
    if digits[0] in "一二三四五六七八九十":
        return "〇一二三四五六七八九十"[number] if number <= 10 else str(number)
    return str(number) if digits.isascii() else str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
