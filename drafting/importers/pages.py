"""What a page adds to a text: page numbers, running heads and feet. They belong to nobody's speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafting.importers.rows import PAGE_BREAK, Row, is_blank, is_page_break, warning
from drafting.japanese import half_width_digits
from drafting.problems import Problem

_DASH = "[-－−‐―–—ー〜~]"
_DASHED = re.compile(rf"{_DASH}[ \u3000]*[0-9０-９]{{1,4}}[ \u3000]*{_DASH}")
_COUNTED = re.compile("(?:[PpＰ][.．]?[ \u3000]*|第[ \u3000]*)?([0-9]{1,4})[ \u3000]*(?:[/／][ \u3000]*([0-9]{1,4})|ページ|頁)?")
# A number alone in the middle of the paper
_CENTRED = re.compile("(?: {16,}|\u3000{8,})[ \u3000]*[0-9０-９]{1,3}[ \u3000]*(?:[/／][ \u3000]*[0-9０-９]{1,3}[ \u3000]*)?(?:ページ|頁)?[ \u3000]*")
_HEAD_WITH_NUMBER = re.compile("(.{8,60}?)(?: {2,}|\u3000+)[ \u3000]*(?:[PpＰ][.．]?|第)?([0-9]{1,4})[ \u3000]*(?:[/／][ \u3000]*[0-9]{1,4}|ページ|頁)?")
_OF_ALL = re.compile("1[ \u3000]*[/／][ \u3000]*1(?:[ \u3000]*(?:ページ|頁))?")
_FEWEST, _APART, _LONGEST_NUMBER = 3, 3, 12
_SURE = 8
_TITLE = re.compile("会議録|議事録|議事|審議会|協議会|委員会|懇談会|会議")
_NEAR = 2
_LONGEST_HEAD = 80
_SHOWN = 3


def without_page_furniture(rows: Sequence[Row], file: str) -> tuple[list[Row], list[Row], list[Problem]]:
    """The rows with page numbers, running heads and feet made page breaks; the rows taken out; and
    one warning each (I015, I016) that says so.

    「- 2 -」 is a page number wherever it stands alone in a row; a bare 「2」 only as one of a row of
    numbers that go up by one. A running head is the same words beside page breaks of most pages.
    """
    numbers = {i for i, row in enumerate(rows) if len(row.cells) == 1 and (_DASHED.fullmatch(row.cells[0].strip()) or _CENTRED.fullmatch(row.cells[0]))}
    numbers = numbers or _counted(rows) or _on_the_last_line(rows)
    breaks = sorted(numbers | {i for i, row in enumerate(rows) if is_page_break(row)})
    heads = _running_heads(rows, breaks) | _heads_with_numbers(rows)
    gone = numbers | heads
    if not gone:
        return list(rows), [], []
    kept = [Row((PAGE_BREAK,), row.line) if i in gone else row for i, row in enumerate(rows)]
    return kept, [rows[i] for i in sorted(gone)], [*_numbers_told(rows, numbers, file), *_heads_told(rows, heads, file)]


def _heads_with_numbers(rows: Sequence[Row]) -> set[int]:
    """Rows that say the same with the number of the page behind: 「第2回甲市審議会　　　1/3」, then 2/3, 3/3."""
    places: dict[str, list[tuple[int, int]]] = {}
    for i, row in enumerate(rows):
        match = _HEAD_WITH_NUMBER.fullmatch(half_width_digits(row.text.strip(" \t\u3000"))) if len(row.cells) == 1 and len(row.text) <= _LONGEST_HEAD * 2 else None
        if match and _TITLE.search(match[1]) and "。" not in match[1]:
            places.setdefault("".join(match[1].split()), []).append((i, int(match[2])))
    runs = (found for found in places.values() if len(found) > 1 and all(number == found[0][1] + n for n, (_, number) in enumerate(found)))
    return {i for found in runs for i, _ in found}


def _counted(rows: Sequence[Row]) -> set[int]:
    """Rows that are bare page numbers: they go up by one from row to row, far apart."""
    found: list[tuple[int, int, str]] = []
    for i, row in enumerate(rows):
        match = _COUNTED.fullmatch(_alone(row))
        if match and (not found or i > found[-1][0] + _APART):
            found.append((i, int(match[1]), match[2] or ""))
    run: list[int] = []
    before: int | None = None
    for i, number, _ in found:
        if before is None or number == before + 1:
            run.append(i)
            before = number
    if len(run) >= _FEWEST and len(run) * 3 >= len(found) * 2:
        return set(run)
    return {i for i, _, _ in found} if _of_two_pages(rows, found) else set()


def _alone(row: Row) -> str:
    """The text of a row that may be a page number, with half-width digits, else ""."""
    text = half_width_digits(row.cells[0].strip(" \t\u3000")) if len(row.cells) == 1 else ""
    return text if len(text) < _LONGEST_NUMBER else ""


def _of_two_pages(rows: Sequence[Row], found: Sequence[tuple[int, int, str]]) -> bool:
    """True for 1 and 2, nothing else, where the 2 ends the file and no other total than 2 is named."""
    last = max((i for i, row in enumerate(rows) if not is_blank(row) and not is_page_break(row)), default=-1)
    return [number for _, number, _ in found] == [1, 2] and found[-1][0] == last and {total for _, _, total in found} in ({""}, {"2"})


def _on_the_last_line(rows: Sequence[Row]) -> set[int]:
    """The number of a page that is the only one: at the end of the file behind a whole sentence, and 「1 / 1」 anywhere."""
    filled = [i for i, row in enumerate(rows) if not is_blank(row) and not is_page_break(row)]
    found = {i for i in filled if len(rows[i].cells) == 1 and _OF_ALL.fullmatch(half_width_digits(rows[i].text.strip(" \t\u3000")))}
    if len(filled) > 1 and _COUNTED.fullmatch(_alone(rows[filled[-1]])) and rows[filled[-2]].text.rstrip()[-1:] in "。）)」":
        found.add(filled[-1])
    return found


def _running_heads(rows: Sequence[Row], breaks: Sequence[int]) -> set[int]:
    if not breaks:
        return set()
    first = next((i for i, row in enumerate(rows) if not is_blank(row)), 0)
    title = _bare(rows[first].text)
    beside: dict[str, list[int]] = {}
    for at in breaks:
        for i in _neighbours(rows, at):
            text = _bare(rows[i].text)
            if text and len(rows[i].text) <= _LONGEST_HEAD and "発言者" not in text and "。" not in text:
                beside.setdefault(text, []).append(i)
    total = Counter(_bare(row.text) for row in rows)
    return {
        i
        for text, places in beside.items()
        if _repeats(text, title)
        or (
            len(set(places)) >= (2 if _TITLE.search(text) else _FEWEST)
            and len(set(places)) * 2 >= len(breaks)
            and total[text] <= len(set(places)) + 1
        )
        for i in places
        if i != first or not _repeats(text, title) or total[text] > 1
    }


def _bare(text: str) -> str:
    """A line as running heads are compared: without blanks and numbers."""
    return re.sub("[0-9０-９ \u3000]", "", text)


def _repeats(text: str, title: str) -> bool:
    """True if a line beside a page break says the title of the file again."""
    return len(text) >= _SURE and (text in title or title in text)


def _neighbours(rows: Sequence[Row], at: int) -> list[int]:
    found: list[int] = []
    for step in (-1, 1):
        i, seen = at + step, 0
        while 0 <= i < len(rows) and seen < _NEAR and abs(i - at) <= 3 * _NEAR:
            if not is_blank(rows[i]):
                if len(rows[i].cells) == 1:
                    found.append(i)
                seen += 1
            i += step
    return found


def _numbers_told(rows: Sequence[Row], numbers: set[int], file: str) -> list[Problem]:
    if not numbers:
        return []
    message = (
        f"ページ番号の行を{len(numbers)}か所で取り除きました。"
        "ページ番号でない行であれば、取り込んだあとに書き足してください。"
    )
    return [warning("I015", message, file, rows[min(numbers)].line)]


def _heads_told(rows: Sequence[Row], heads: set[int], file: str) -> list[Problem]:
    if not heads:
        return []
    texts = list(dict.fromkeys(rows[i].text.strip() for i in sorted(heads)))
    shown = "」「".join(texts[:_SHOWN]) + ("」など" if len(texts) > _SHOWN else "」")
    message = f"各ページに繰り返す見出し「{shown}を{len(heads)}か所で取り除きました。発言の一部であれば、取り込んだあとに書き足してください。"
    return [warning("I016", message, file, rows[min(heads)].line)]
