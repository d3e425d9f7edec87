"""What a line without a speaker's label is: words of the speech before, a heading, or a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from drafting.importers.beneath import is_closing, is_next_time
from drafting.importers.columns import are_column_heads
from drafting.importers.headings import (
    is_aside,
    is_break,
    is_end,
    is_heading,
    is_narration,
    is_outcome,
    is_ruling,
    is_section,
    item_of,
    numbered,
    opens_long_note,
)
from drafting.importers.joining import ends_sentence
from drafting.importers.label_keys import Part, head_field_of, key
from drafting.importers.openings import BLANK, Opening
from drafting.importers.roles import clean_label
from drafting.importers.rows import Row, is_blank

_CLOSING = re.compile("[閉散][ \u3000]*会")
_LAST_SECTION = re.compile("次回(?:の?(?:日程|日時|開催(?:日|予定)?|会議|予定|委員会|審議会|協議会))?(?:について)?|今後の(?:予定|日程|スケジュール)(?:について)?|(?:事務)?連絡事項|その他(?:連絡事項)?")
_LONGEST_NOTE = 6  # lines
_DIGITS = re.compile("[0-9０-９一二三四五六七八九十①-⑳⑴-⒇Ⅰ-Ⅹ]+")


class What(Enum):
    """What a line without a label is."""

    WORDS = "words of a speech"
    ASIDE = "a note that interrupts a speech"
    HEADING = "the speech before is over"
    FURNITURE = "of the page, not of the record"


class Around:
    """The rows with their openings, and what stands before and behind each."""

    def __init__(self, rows: Sequence[Row], openings: Sequence[Opening | None], items: frozenset[int]) -> None:
        self.rows, self.openings, self.items = rows, openings, items
        filled = [i for i, row in enumerate(rows) if not is_blank(row)]
        self._behind = dict(pairwise(filled))
        self._before = {behind: before for before, behind in self._behind.items()}
        self._counting: set[int] = set()
        self._speak_in_cells = any(opening and len(row.cells) > 1 for row, opening in zip(rows, openings, strict=True))
        self._sections = frozenset(self._next_sections(filled))

    def is_listed(self, i: int) -> bool:
        """True if a numbered line is one of a list: the line right before or behind it has the next number."""
        mine = numbered(self.rows[i].text)
        neighbours = ((j, numbered(self.rows[j].text)) for j in (i - 1, i + 1) if 0 <= j < len(self.rows))
        return mine is not None and any(other is not None and other[0] - mine[0] == j - i for j, other in neighbours)

    def is_title(self, i: int) -> bool:
        """True if a line is numbered as titles are, or is the title of an item of the agenda."""
        return i in self.items or numbered(self.rows[i].text) is not None

    def is_set_off(self, i: int) -> bool:
        """True if a heading, or a blank line behind a closed sentence, stands before this row."""
        before = self._before.get(i)
        return before is None or self._heads(before) or (before < i - 1 and ends_sentence(self.rows[before].text))

    def opens_next_section(self, i: int) -> bool:
        """True for 「５　今後の予定」 that is set off and counts on from the heading 「４　意見交換」, whatever stands below it."""
        return i in self._sections

    def _next_sections(self, filled: Sequence[int]) -> Iterator[int]:
        last: dict[str, int] = {}
        listed: dict[str, int] = {}  # the points of a list in a speech since
        for i in filled:
            if self.openings[i] or not (found := numbered(self.rows[i].text)):
                continue
            text = self.rows[i].text
            shape = _DIGITS.sub("0", text[: len(text.rstrip(BLANK)) - len(found[1])])
            before = self._before.get(i)
            counts_on = last.get(shape) == found[0] - 1 and before is not None and ends_sentence(self.rows[before].text)
            if counts_on and listed.get(shape) != found[0] - 1:
                self._counting.add(i)
            if counts_on and self.is_set_off(i):
                yield i
            if counts_on or self.stands_alone(i):
                last[shape] = found[0]
                listed.pop(shape, None)
            else:
                listed[shape] = found[0]

    def stands_alone(self, i: int) -> bool:
        """True if a short line is cut off from the sentences around it: a speech, a heading or
        nothing follows, and no sentence is left open before it."""
        behind, before = self._behind.get(i), self._before.get(i)
        if behind is not None and not (self.openings[behind] or self._heads(behind)):
            return False
        if before is None or before < i - 1 or self._heads(before):
            return True
        return ends_sentence(self.rows[before].text)

    def closes(self, i: int) -> bool:
        """True for 「３　閉会」 and 「９　次回の日程」 that count on from the heading before, the last sections of all, whatever stands below them."""
        found = numbered(self.rows[i].text)
        title = clean_label(found[1] if found else self.rows[i].text)
        if _LAST_SECTION.fullmatch(title):
            return (self.is_set_off(i) or i in self._counting) and not self.is_listed(i)
        return found is not None and is_end(title) and bool(_CLOSING.match(title)) and not self.is_listed(i)

    def is_of_form(self, i: int) -> bool:
        """True for 「その他｜次回は…」, a row of the form whose cell above held the record: nobody speaks in two cells here."""
        cells = self.rows[i].cells
        if len(cells) != 2 or not all(cell.strip() for cell in cells) or self._speak_in_cells:
            return False
        label = key(cells[0])
        return bool(head_field_of(Part.PARTICULARS)(label) or _LAST_SECTION.fullmatch(label))

    def awaits_words(self, i: int) -> bool:
        """True if a label stands alone right before this row."""
        before = self._before.get(i)
        opening = None if before is None else self.openings[before]
        return opening is not None and not opening.text.strip()

    def says_no_more(self, i: int) -> bool:
        """True if a label stands alone before this row and nothing else is said behind it."""
        behind = self._behind.get(i)
        return self.awaits_words(i) and (behind is None or bool(self.openings[behind]) or self._heads(behind))

    def _heads(self, i: int) -> bool:
        text = self.rows[i].text
        note = is_aside(text) or is_break(text) or is_end(text) or is_narration(text.strip(BLANK))
        return bool(not self.openings[i] and (i in self.items or numbered(text) or is_heading(text) or note))


def unspoken(i: int, around: Around, told: Callable[[str], What | None]) -> tuple[What, int]:
    """What a row without a label is, and how many rows behind it belong to it."""
    text = around.rows[i].text.strip(BLANK)
    if known := told(around.rows[i].text):
        return known, 0
    if are_column_heads(text):
        return What.FURNITURE, 0
    if around.is_of_form(i):
        return What.HEADING, 0
    is_title = bool(item_of(text)) or (is_heading(text) and text[0] in "＜<〈《≪【〔［[")
    if around.awaits_words(i) and not (is_aside(text) or is_title):
        return What.WORDS, 0
    if is_end(text) or around.closes(i) or is_section(text) or is_closing(text) or (is_next_time(text) and around.is_set_off(i)):
        return What.HEADING, 0
    if is_ruling(text) or is_break(text) or is_outcome(text):
        return What.ASIDE, 0
    if is_aside(text):
        # 「（資料3を説明）」 below a label is all that this speaker said.
        return (What.WORDS if around.says_no_more(i) else What.ASIDE), 0
    if is_title or around.opens_next_section(i) or (i in around.items and (around.stands_alone(i) or around.is_set_off(i))):
        return What.HEADING, 0
    if (is_heading(text) or numbered(text)) and not around.is_listed(i) and around.stands_alone(i):
        return What.HEADING, 0
    if (is_narration(text) or text[0] == "※") and around.stands_alone(i):
        return What.ASIDE, 0
    if opens_long_note(text) and (length := _note_length(i, around)):
        return What.ASIDE, length
    return What.WORDS, 0


def _note_length(i: int, around: Around) -> int:
    """How many rows behind this one close the bracket that it opens; 0 if none does."""
    text = ""
    for length, row in enumerate(around.rows[i : i + _LONGEST_NOTE]):
        if is_blank(row) or around.openings[i + length]:
            return 0
        text += row.text.strip(BLANK)
        if length and not opens_long_note(text):
            return length if is_aside(text) or is_heading(text) else 0
    return 0
