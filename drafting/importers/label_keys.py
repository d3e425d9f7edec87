"""A label as it is compared, and the field of the head that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache

from drafting.importers.vocabulary import BEGINNINGS, FIELDS, HEAD_WORDS, OWN_NAME, PATTERNS, UNDER_ATTENDANCE

_BLANKS = re.compile("[ \t\u3000\n]+")
NUMBERING = re.compile(
    "(?:[(（]?[0-9０-９]{1,2}[)）.．、,]?|第[0-9０-９一二三四五六七八九十]{1,2}(?![0-9０-９回期条号部])|[①-⑳⑴-⒇]|[○◯〇◎●■□◆◇▲△▼▽★☆・※*＊#＃►▶>＞-]"
    "|[(（]?[一二三四五六七八九十]{1,2}[)）.．、]|[(（]?[ア-ン][)）.．、]|[一二三四五六七八九十]{1,2}(?=日時|場所|会場|会議|開催|出席|欠席|事務局|議[題事]|傍聴|公開|説明|案件|配[布付]|資料|次第)|[IVXⅠ-Ⅻ]{1,3}[.．、)）])+"
)
_ORNAMENTED = re.compile("([=＝─―～〜~*＊－-])\\1*([^=＝─―～〜~*＊－-]+)\\1+")
_REMARK = re.compile("[(（〔［\\[]([^()（）〔〕［］]*)[)）〕］\\]]$")
_REMARKS = re.compile("[(（〔［\\[](?![0-9０-９①-⑳一二三四五六七八九十]{1,2}[)）〕］\\]])[^()（）〔〕［］\\[\\]]*[)）〕］\\]]")
_CLOSING = (")", "）", "〕", "］", "]")
WRAPS = {"【": "】", "〔": "〕", "［": "］", "[": "]", "＜": "＞", "<": ">", "〈": "〉", "《": "》", "(": ")", "（": "）", "「": "」", "≪": "≫"}
LONGEST = 40
_DOTS = re.compile("[・、，/／]|又は|または|及び|および")
_PLAIN_LABELS = {_DOTS.sub("", label): field for label, field in FIELDS.items()}
_OWN_ENDS = ("者", "委員", "名簿", "職員")
_BOXES = re.compile("[□■☑☒☐✓✔●○◯〇◎。「」]")


class Part(Enum):
    """The part of the head that the rows before belong to: its particulars (date, place …) or the list of those present."""

    PARTICULARS = auto()
    ATTENDANCE = auto()


def key(text: str) -> str:
    """A label as it is compared: no blanks, no numbering, no brackets around it, no remark at its end."""
    if len(text) > LONGEST * 2:
        return ""
    text = "".join(text.split())
    if ornamented := _ORNAMENTED.fullmatch(text):  # === 会議内容 ===
        text = ornamented[2]
    text = unnumbered(text).rstrip("：:…‥.．。")
    closing = WRAPS.get(text[:1])
    if closing and text.endswith(closing) and closing not in text[1:-1]:
        text = unnumbered(text[1:-1])
    return _REMARKS.sub("", text).rstrip("：:") if text.endswith(_CLOSING) or "（" in text or "(" in text else text


def unnumbered(text: str) -> str:
    """A text without the number or mark that it begins with."""
    match = NUMBERING.match(text)
    return text[match.end() :] if match else text


def remark(text: str) -> str:
    """The remark in brackets at the end of a label, or ""."""
    match = _REMARK.search(_BLANKS.sub("", text[-LONGEST:]))
    return match[1] if match else ""


def _outside(name: str) -> str:
    found = FIELDS.get(name, "") or _PLAIN_LABELS.get(_DOTS.sub("", name), "")
    if not found and name.endswith(_OWN_ENDS) and (own := OWN_NAME.fullmatch(name)):
        return FIELDS.get(own[1], "")
    return found or _by_pattern(name)


@lru_cache(maxsize=4096)
def _by_pattern(name: str) -> str:
    if not 2 <= len(name) <= LONGEST or name[:2] not in BEGINNINGS or _BOXES.search(name):
        return ""
    return next((field for pattern, field in PATTERNS if pattern.fullmatch(name)), "")


def field_of(part: Part) -> Callable[[str], str]:
    """The field a key stands for, or "", where rows may be speeches too."""
    return lambda name: (UNDER_ATTENDANCE.get(name, "") if part is Part.ATTENDANCE else "") or _outside(name)


def head_field_of(part: Part) -> Callable[[str], str]:
    """As `field_of`, for rows that are known to be of the head."""
    base = field_of(part)
    return lambda name: base(name) or HEAD_WORDS.get(name, "")
