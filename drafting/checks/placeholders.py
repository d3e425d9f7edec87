"""The signs, other than ○○, that stand where something is still to be written: ●●, ＿＿, 【要確認】, TBD."""

from __future__ import annotations

import re

from drafting.patterns import lazy_pattern

_NOTES = "要確認|確認中|要修正|要追記|要加筆|要記入|追記予定|加筆予定|作成中|作業中|後日記入|後日追記|後日確認"
_FACTS = "未定|未確定|調整中|検討中|協議中"  # may just as well be how things stand
_SURE = lazy_pattern(
    r"([●△▲□■◇◆×✕＊])\1+"
    r"|＿{2,}|(?<![A-Za-z0-9_])_{3,}(?![A-Za-z0-9_])"
    r"|(?<![Ａ-Ｚａ-ｚ])[ｘＸ]{2,}(?![Ａ-Ｚａ-ｚ])|(?<![A-Za-z第])(?:[xX]{2,})(?=[年月日名人件円市町校館])"
    r"|(?<![A-Za-zＡ-Ｚ])(?:TBD|ＴＢＤ)(?![A-Za-zＡ-Ｚァ-ヶ])"
    rf"|[【（(\[［][^】）)\]］]{{0,8}}(?:{_NOTES})[^】）)\]］]{{0,8}}[】）)\]］]|【[PＰ]】"
    r"|※(?:要確認|要修正|要追記|確認中|後日|後で|あとで)"
)
_DOUBTFUL = lazy_pattern(rf"[【（(][^】）)]{{0,6}}(?:{_FACTS})[】）)]|[（(]仮[)）](?=[はがをにでのも、。」』]|$)|[（(][ \u3000]*[)）]|【[ \u3000]*】", re.MULTILINE)
_SIGNS = lazy_pattern(r"[●△▲□■◇◆×✕＊＿_ｘＸxXT【（(［\[※Ｔ]")


def sure_sign(words: str) -> re.Match[str] | None:
    """A sign that can stand for nothing else."""
    return _SURE.search(words) if _SIGNS.search(words) else None


def doubtful_sign(words: str) -> re.Match[str] | None:
    """A sign that may also say how things stand: （調整中）, （仮）, empty brackets."""
    return _DOUBTFUL.search(words) if _SIGNS.search(words) else None
