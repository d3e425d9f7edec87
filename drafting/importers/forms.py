"""Forms that print a label where others print nothing: 発言者：/発言内容： blocks, labels broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafting.importers.label_keys import key
from drafting.importers.roll import columns_of
from drafting.importers.rows import Row, is_blank

_SPEAKER = re.compile("[ \t\u3000・■○◆●【\\[]*(発言者(?:氏?名)?|発言委員|話者)[】\\]]?[ \t\u3000]*(?:[：:][ \t\u3000]*|[ \t\u3000]+)([^ \t\u3000].{0,38})")
_WORDS = re.compile("[ \t\u3000・■○◆●【\\[]*(発言(?:の?(?:内容|要旨|概要))|発言|内容|要旨)[】\\]]?[ \t\u3000]*(?:[：:][ \t\u3000]*|[ \t\u3000]+|$)(.*)", re.DOTALL)
_FEWEST = 2
_LONGEST_HALF = 12
_GAP = re.compile("[ \u3000]*[：:][ \u3000]*|\t|[ \u3000]{2,}|\u3000")
_VALUES_BESIDE = re.compile("\t|(?: {2}|\u3000)[ \u3000]*")
_MOST_GAPS = 8
_CUT_OFF = ("の", "・", "及び", "又は", "、")


def without_block_labels(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows with 「発言者：山田委員」「発言内容：…」 made one row 「山田委員：…」, and rows of the labels that went."""
    found = [(i, match, behind) for i, row in enumerate(rows) if (match := _SPEAKER.fullmatch(row.text)) and (behind := _next_filled(rows, i)) and _WORDS.fullmatch(rows[behind].text)]
    if len(found) < _FEWEST:
        return list(rows), []
    kept: list[Row | None] = list(rows)
    gone: list[Row] = []
    for i, speaker, behind in found:
        words = _WORDS.fullmatch(rows[behind].text)
        if words:
            kept[i] = Row((f"{speaker[2].rstrip()}：{words[2]}",), rows[i].line)
            kept[behind] = None
            gone += [Row((speaker[1],), rows[i].line), Row((words[1],), rows[behind].line)]
    return [row for row in kept if row is not None], gone


def _next_filled(rows: Sequence[Row], i: int) -> int:
    return next((j for j in range(i + 1, min(i + 3, len(rows))) if not is_blank(rows[j])), 0)


def with_whole_labels(rows: Sequence[Row], field_of: Callable[[str], str]) -> list[Row]:
    """As many rows, with labels that a narrow column breaks put together: 「附属機関等の」 above 「名　称　○○審議会」."""
    found = list(rows)
    for i in range(len(rows) - 1):
        above, below = rows[i].text.strip(" \t\u3000"), rows[i + 1].text.strip(" \t\u3000")
        if both := _beside_values(above, below, field_of) if len(rows[i].cells) == len(rows[i + 1].cells) == 1 else None:
            label, first, second = both
            found[i], found[i + 1] = Row((label, first), rows[i].line), Row(("", second), rows[i + 1].line)
            continue
        if not 0 < len(key(above)) <= _LONGEST_HALF or "。" in above or len(above) > 3 * _LONGEST_HALF:
            continue
        if not columns_of(rows[i + 1]) and (halves := _halves(above, below, field_of)):
            found[i] = Row(("",), rows[i].line)
            found[i + 1] = Row(halves, rows[i + 1].line)
    return found


def _beside_values(above: str, below: str, field_of: Callable[[str], str]) -> tuple[str, str, str] | None:
    """The whole label and the values beside its halves: 「出席者の　　石和　桃」 above 「氏　　名　　韮崎　葵」."""
    for end in _VALUES_BESIDE.finditer(above[: 3 * _LONGEST_HALF]):
        half = above[: end.start()]
        for gap in _VALUES_BESIDE.finditer(below[: 3 * _LONGEST_HALF]):
            rest = below[: gap.start()]
            cut = half.endswith(_CUT_OFF) or rest.startswith("の")
            if cut and len(key(half)) <= _LONGEST_HALF and 0 < len(key(rest)) <= _LONGEST_HALF and field_of(key(half + rest)):
                return half + rest, above[end.end() :], below[gap.end() :]
    return None


def _halves(above: str, below: str, field_of: Callable[[str], str]) -> tuple[str, str] | None:
    """The whole label and its value, where the line below begins with the rest of the label."""
    for gap in reversed(list(_GAP.finditer(below[: 3 * _LONGEST_HALF]))[:_MOST_GAPS]):
        rest = below[: gap.start()]
        if field_of(key(rest)) and not above.endswith(_CUT_OFF):
            return None
        if 0 < len(key(rest)) <= _LONGEST_HALF and field_of(key(above + rest)):
            return above + rest, below[gap.end() :]
    return None
