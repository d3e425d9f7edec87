"""Headings inside the record: ＜開会＞, ＜案件1. …＞, 議題1 …, ○項目1."""

from __future__ import annotations

import re

from drafting.importers.roles import clean_label, is_speaker
from drafting.japanese import kanji_number

_NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}"
_BRACKETED = re.compile("[＜<〈《【〔［\\[](.*)[＞>〉》】〕］\\]]")
_ITEM = re.compile(
    f"[○◎●■□◇◆・ \u3000]*(?:案件|議題|議案|議事)[ \u3000]*[(（第]?[ \u3000]*({_NUMBER})[ \u3000]*[)）号]?"
    "(?:[.．:：、・ \u3000]+(?P<title>.*)|$)"
)
_MARKED = re.compile("[○◎●■□◇◆]")
_LONGEST = 120
_CLOSING = frozenset(("閉会", "その他"))


def _inner(text: str) -> str:
    text = text.strip()
    match = _BRACKETED.fullmatch(text)
    return match[1].strip() if match else text


def is_heading(text: str) -> bool:
    """True if a line is a heading or a note in brackets, not a sentence and not a speaker."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return False
    if item_of(text):
        return True
    if is_speaker(clean_label(text)):
        return False
    return bool(_BRACKETED.fullmatch(text)) or (bool(_MARKED.match(text)) and "。" not in text)


def item_of(text: str) -> tuple[int, str] | None:
    """Number and title of the agenda item that a heading opens: 「＜案件1. X＞」 → (1, "X")."""
    if len(text) > _LONGEST or "。" in text:
        return None
    match = _ITEM.fullmatch(_inner(text))
    if not match:
        return None
    number = kanji_number(match[1])
    return None if number is None else (number, (match["title"] or "").strip())


def ends_items(text: str) -> bool:
    """True for ＜閉会＞ and ＜その他＞: what follows belongs to no item of the agenda."""
    return clean_label(_inner(text)) in _CLOSING
