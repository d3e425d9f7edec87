"""The items of the agenda that the headings of a record tell, where the head does not, or not all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafting.importers.fields import agenda_item, is_ceremony
from drafting.importers.headings import is_heading, item_of, item_within, numbered, tells_of_item
from drafting.importers.label_keys import key
from drafting.importers.record import Event, Kind, Speech
from drafting.importers.rows import Row
from drafting.importers.vocabulary import POINTERS
from drafting.model import AgendaItem, Narrative

_ITEMS = re.compile("(?:議[ \u3000]*[題事案]|案[ \u3000]*件|(?:審議|協議|報告|諮問)事項)")
_DIGITS = re.compile("[0-9０-９一二三四五六七八九十]+|[①-⑳]|[⑴-⒇]")


def items_of_headings(entries: Sequence[Narrative | Speech | Event]) -> tuple[AgendaItem, ...]:
    """The agenda as the headings of the record give it, for minutes whose head has none."""
    headings = [entry.text for entry in entries if isinstance(entry, Narrative) or (isinstance(entry, Event) and entry.kind is Kind.NOTE)]
    items: dict[int, AgendaItem] = {}
    for text in headings:
        if is_heading(text) and (found := item_of(text)):
            items.setdefault(found[0], agenda_item(*found))
    if not items:
        for text in headings:
            if (found := numbered(text)) and found[0] == len(items) + 1:
                items[found[0]] = agenda_item(*found)
        if items and all(is_ceremony(item.title) for item in items.values()):
            items = _below_ceremonies(headings) or items
            if len(items) == 1 and _stands_below_its_heading(headings):
                return tuple(items.values())
    return tuple(items.values()) if len(items) > 1 or any(item_of(text) for text in headings) else ()


def _stands_below_its_heading(headings: Sequence[str]) -> bool:
    """True for 「（1）…」 right below 「３　議題」."""
    titles = [numbered(text) for text in headings]
    return any(
        above and below and _ITEMS.fullmatch(above[1]) and below[0] == 1 and not is_ceremony(below[1]) for above, below in pairwise(titles)
    )


def counted_on(last: AgendaItem, head: Sequence[Row], entries: Sequence[Speech | Event]) -> list[AgendaItem]:
    """The items that headings of the record count on to from the `last`, where that stands right above the first speech: it is a heading too."""
    above = next((row.text for row in reversed(head) if row.text.strip() and not tells_of_item(row.text) and key(row.text) not in POINTERS), "")
    found = _counted(above)
    if found is None or found[0] != last.number or not found[1].startswith(last.title):
        return []
    before = above[: above.index(found[1])]
    items: list[AgendaItem] = []
    for entry in entries:
        one = _counted(entry.text) if isinstance(entry, Event) and entry.kind is Kind.NOTE else None
        if one and one[0] == last.number + len(items) + 1 and _shape(entry.text[: entry.text.index(one[1])]) == _shape(before):
            items.append(agenda_item(*one))
    return items


def _counted(text: str) -> tuple[int, str] | None:
    """Number and title of 「(2) …」, of 「＜協議事項2　…＞」 and of 「2　議題（2）…」."""
    return item_within(text) or numbered(text) or item_of(text)


def _shape(number: str) -> str:
    """How a number is written, whatever it is: 「（１）　」 → 「（0）」."""
    return _DIGITS.sub("0", number.strip(" \t\u3000"))


def _below_ceremonies(headings: Sequence[str]) -> dict[int, AgendaItem]:
    """The items 「（1）…（2）…」 below 「3 議事」, where the headings above them are 開会, あいさつ, 閉会 alone."""
    items: dict[int, AgendaItem] = {}
    for text in headings:
        if (found := numbered(text)) and found[0] == len(items) + 1 and not is_ceremony(found[1]):
            items[found[0]] = agenda_item(*found)
    return items
