"""How headings are numbered, once for both outputs.

Order and form follow 公用文作成の考え方（文化審議会建議, 2022）Ⅰ-5: 第1 → 1 → (1) → ア → (ア) → a.
Word counts these levels itself; the Markdown prints what Word would.
"""

from __future__ import annotations

from typing import NamedTuple

KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class Level(NamedTuple):
    """One level: `form` is decimal, kana or letter; `text` holds one {} for the number."""

    text: str
    form: str


class Scheme(NamedTuple):
    """A counter with its levels. A level starts anew under each number of the level above."""

    name: str
    levels: tuple[Level, ...]


HEADINGS = Scheme(
    "heading",
    (
        Level("第{}", "decimal"),
        Level("{}", "decimal"),
        Level("({})", "decimal"),
        Level("{}", "kana"),
        Level("({})", "kana"),
        Level("{}", "letter"),
    ),
)
RECOMMENDATIONS = Scheme("recommendation", (Level("提言{}", "decimal"),))
SCHEMES = {scheme.name: scheme for scheme in (HEADINGS, RECOMMENDATIONS)}


def number_text(level: Level, value: int, digits: str = "半角", paren: str = "半角") -> str:
    """The number as printed, e.g. "第3", "(2)", "ア".

    `digits` is 半角 or 全角; `paren` is 半角 or 全角. Counts beyond the 46 kana or 26 letters
    are repeated (アア, aa), as Word does (ECMA-376 17.18.59, aiueo and lowerLetter).
    """
    if level.form == "decimal":
        body = str(value).translate(FULL_DIGITS) if digits == "全角" else str(value)
    else:
        glyphs = KANA if level.form == "kana" else "abcdefghijklmnopqrstuvwxyz"
        body = glyphs[(value - 1) % len(glyphs)] * ((value - 1) // len(glyphs) + 1)
    text = level.text.format(body)
    return text.replace("(", "（").replace(")", "）") if paren == "全角" else text
