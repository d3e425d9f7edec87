"""How headings are numbered, once for both outputs.

Order and form follow 公用文作成の考え方（文化審議会建議, 2022）Ⅰ-5: 第1 → 1 → (1) → ア → (ア) → a.
Word counts these levels itself; the Markdown prints what Word would.
"""

from __future__ import annotations

from typing import NamedTuple

from drafting.patterns import lazy_pattern

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


# The forms of digits and brackets that a city may choose
DIGITS = ("半角", "1桁全角", "全角")
PARENS = ("半角", "全角", "⑴")
_SINGLE = lazy_pattern("(?<![0-9.,])[0-9](?![0-9.,])")
_FIRST_ENCLOSED, _MOST_ENCLOSED = 0x2474, 20


def printed_digits(text: str, digits: str) -> str:
    """The digits of `text` in the chosen width; 1桁全角 widens those that stand alone (白川町 and others)."""
    if digits == "全角":
        return text.translate(FULL_DIGITS)
    return _SINGLE.sub(lambda match: match[0].translate(FULL_DIGITS), text) if digits == "1桁全角" else text


def is_enclosed(level: Level, value: int, paren: str) -> bool:
    """True if the number is one sign, as ⑴ is; Unicode has them up to ⒇."""
    return paren == "⑴" and level == HEADINGS.levels[2] and value <= _MOST_ENCLOSED


def number_text(level: Level, value: int, digits: str = "半角", paren: str = "半角") -> str:
    """The number as printed, e.g. "第3", "(2)", "ア".

    `digits` is one of DIGITS, `paren` one of PARENS; beside ⑴, which is full-width, other brackets are so too. Counts beyond the 46 kana or 26 letters
    are repeated (アア, aa), as Word does (ECMA-376 17.18.59, aiueo and lowerLetter).
    """
    if is_enclosed(level, value, paren):
        return chr(_FIRST_ENCLOSED + value - 1)
    if level.form == "decimal":
        body = printed_digits(str(value), digits)
    else:
        glyphs = KANA if level.form == "kana" else "abcdefghijklmnopqrstuvwxyz"
        body = glyphs[(value - 1) % len(glyphs)] * ((value - 1) // len(glyphs) + 1)
    text = level.text.format(body)
    return text if paren == "半角" else text.replace("(", "（").replace(")", "）")
