"""Labels of speakers: what they say, and the generic role behind them."""

from __future__ import annotations

import re
from functools import lru_cache

from drafting.japanese import undo_letter_spacing

CHAIR, VICE_CHAIR, MEMBER = "委員長", "副委員長", "委員"
SECRETARIAT, EXPLAINER, MAYOR, UNKNOWN = "事務局", "説明員", "市長", "不明"

_MARKS = "○◎◆◇●〇■□・ \t\u3000"
_WRAPS = {"【": "】", "<": ">", "＜": "＞", "〈": "〉", "(": ")", "（": "）", "〔": "〕", "[": "]", "［": "］"}
_REMARK = re.compile("[(（][^()（）]*[)）]")
_TOO_LONG = 40
# Tried in this order: 副会長 ends in 会長 too, 事務局長 in 局長, 教育長 is not a head of an office.
_PATTERNS = tuple(
    (re.compile(rf"(?:{pattern})$"), role)
    for pattern, role in (
        ("自治会長|町会長|町内会長|連合会長|(?:出席|欠席|全出席)委員", UNKNOWN),
        ("副(?:委員長|会長|座長|議長|部会長|分科会長)|(?:委員長|会長|座長|議長)(?:職務)?代理者?", VICE_CHAIR),
        ("委員長|会長|座長|議長|部会長|分科会長", CHAIR),
        ("市長|町長|村長|区長|知事|教育長", MAYOR),
        ("説明員|参考人", EXPLAINER),
        ("委員[ 　]?[A-Za-zＡ-Ｚａ-ｚ0-9０-９①-⑳甲乙丙丁]{0,2}|議員|君", MEMBER),
        (
            "事務局|担当(?:者|課|部署)?|所管課|部長|次長|局長|室長|課長|所長|館長|係長|班長|園長|主事|主査|主任|主幹|参事"
            "|技師|課長補佐|補佐|課|室|書記",
            SECRETARIAT,
        ),
    )
)
_WITHOUT_ROLE = frozenset(("司会", "司会者", "進行", "一同", "全員", "傍聴人", "傍聴者"))


def clean_label(label: str) -> str:
    """The label without decoration and letter-spacing: 「【委 員】」 → 「委員」.

    Brackets go only where they enclose the whole label: 「委員長（相馬君）」 stays.
    """
    return _clean(label) if len(label) <= _TOO_LONG else _clean.__wrapped__(label)


# A file has a dozen labels and asks for each of them at every speech, once a layout.
@lru_cache(maxsize=1024)
def _clean(label: str) -> str:
    label = label.strip(_MARKS)
    closing = _WRAPS.get(label[:1])
    if closing and label.endswith(closing) and closing not in label[1:-1]:
        label = label[1:-1]
    return undo_letter_spacing(label.strip(_MARKS))


def role_of(label: str) -> str:
    """The generic role of a clean label, 「不明」 where the label does not tell.

    委員長 is any chair (会長, 座長, 部会長 …), 事務局 any officer of the city (○○課長 …).
    """
    return _role(label) if len(label) <= _TOO_LONG else UNKNOWN


@lru_cache(maxsize=1024)
def _role(label: str) -> str:
    base = _REMARK.sub("", label).strip(" \u3000") or label.strip("()（）")
    return next((role for pattern, role in _PATTERNS if pattern.search(base)), UNKNOWN)


def is_speaker(label: str) -> bool:
    """True if a clean label can only be somebody who speaks."""
    return label in _WITHOUT_ROLE or role_of(label) != UNKNOWN
