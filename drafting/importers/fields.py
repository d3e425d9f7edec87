"""Values of the head of the minutes, each read by one function: text in, value out."""

from __future__ import annotations

import re

from drafting.importers.headings import item_of
from drafting.japanese import half_width_digits, kanji_number
from drafting.model import AgendaItem

_DIGIT = "0-9０-９〇一二三四五六七八九十百"
_SESSION = re.compile(f"第[ \u3000]*([{_DIGIT}][{_DIGIT} \u3000]{{0,6}})[ \u3000]*回")
_YEAR = re.compile(
    "(?:令和|平成|昭和)[ \u3000]*(?:元|[0-9０-９]{1,2})[ \u3000]*年[ \u3000]*度?(?:[(（][^()（）]*[)）])?"
)
_NOT_WHEN = re.compile(
    f"[^{_DIGIT}元令和平成昭年月火水木金土日曜祝時分半午前後正からまで開閉会～〜~ー－−–:：/.()（）、\\s-]"
)
_KINDS = "諮問|報告|審議|協議|議決|説明|答申|承認|意見聴取|意見交換|公開|非公開"
_KIND = re.compile(rf"[ \u3000]{{0,4}}[(（]((?:{_KINDS})(?:[・、](?:{_KINDS}))*(?:事項|案件)?)[)）]$")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ITEM_NUMBER = re.compile(
    r"(?:^|(?<=\s))(?:議題|案件|議案|議事)?[ \u3000]{0,3}[(（]?([0-9０-９]{1,2})"
    r"(?:[)）]|[.．、](?![0-9０-９])|[ \u3000])"
    rf"|([{_CIRCLED}])"
)
_DOCUMENT = re.compile(f"\\n+|(?<=\\S)[ \u3000]+(?=(?:参考)?(?:資料|別紙|別添|別表)[ \u3000]?[{_DIGIT}{_CIRCLED}])")


def session_of(text: str) -> int | None:
    """The number in 「第1回」, 「第１回」, 「第一回」; None without one."""
    match = _SESSION.search(text)
    return kanji_number(match[1].strip(" \u3000")) if match else None


def committee_of(title: str) -> str:
    """The committee in the name of a meeting: without 「令和7年度」, 「第1回会議」 and 「会議録」."""
    name = re.sub("(?:会議録|議事録|議事要旨|会議要旨|議事概要)$", "", title.strip(" \u3000"))
    name = _SESSION.sub("\0", _YEAR.sub("", name))
    return re.sub("\0[ \u3000]*(?:定例会議|会議|会合)?(?=$|[ \u3000])|\0", " ", name).strip(" \u3000")


def when_leaves_out(text: str) -> bool:
    """True if 開催日時 says more than a date, a weekday and times."""
    return bool(_NOT_WHEN.search(text))


def observers_of(text: str) -> int | None:
    """「1人」 → 1, 「なし」 → 0, None for what is no number."""
    if re.fullmatch("な ?し|無し?|いない", text.strip()):
        return 0
    match = re.fullmatch("[^0-9]{0,8}([0-9]{1,5})[ \u3000]*(?:人|名)?", half_width_digits(text).strip())
    return int(match[1]) if match else None


def agenda_item(number: int, text: str) -> AgendaItem:
    """An item from its title: 「X(諮問)」 → title X, kind 諮問."""
    text = text.strip(" \t\u3000\n")
    match = _KIND.search(text)
    return AgendaItem(number, text[: match.start()], match[1]) if match else AgendaItem(number, text)


def agenda_items(text: str) -> tuple[AgendaItem, ...]:
    """The items of 「1. X(諮問) 2. Y」 or of one item a line.

    A number opens an item only if it is the next one: 「戦略 2.0」 in a title does not.
    """
    starts: list[tuple[int, int]] = []
    for match in _ITEM_NUMBER.finditer(text):
        at_line_start = match.start() == 0 or text[match.start() - 1] == "\n"
        if match[0][-1] in " \u3000" and not at_line_start:
            continue
        number = int(half_width_digits(match[1])) if match[1] else _CIRCLED.index(match[2]) + 1
        if number == len(starts) + 1:
            starts.append((match.start(), match.end()))
    if not starts:
        lines = [line for line in text.split("\n") if line.strip(" \t\u3000・○")]
        return tuple(_unnumbered(number, line) for number, line in enumerate(lines, 1))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    before = text[: starts[0][0]].strip(" \t\u3000\n")
    items = [agenda_item(i, text[start:end]) for i, ((_, start), end) in enumerate(zip(starts, ends, strict=True), 1)]
    if before:
        items[0] = AgendaItem(1, f"{before} {items[0].title}", items[0].kind)
    return tuple(items)


def _unnumbered(number: int, line: str) -> AgendaItem:
    item = item_of(line)
    return agenda_item(*item) if item else agenda_item(number, line.strip(" \t\u3000・○"))


def documents(text: str) -> tuple[str, ...]:
    """The papers named, one a line or before each 「資料N」, exactly as written."""
    return tuple(name for piece in _DOCUMENT.split(text) if (name := piece.strip(" \t\u3000・")))
