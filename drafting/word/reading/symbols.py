"""Characters of symbol fonts as Unicode: w:sym, and letters U+F0xx in such a font."""

from __future__ import annotations

from drafting.patterns import lazy_pattern

_PRIVATE = 0xF000
PRIVATE = lazy_pattern("[\uf000-\uf0ff]")


def _table(*runs: tuple[int, str]) -> dict[int, str]:
    return {start + i: letter for start, letters in runs for i, letter in enumerate(letters)}


_SYMBOL = _table(
    (0x20, " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅"),
    (0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇"),
    (0xD5, "∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
    (0xE5, "∑"),
    (0xF2, "∫"),
)
_WINGDINGS = _table(
    (0x22, "✂"), (0x28, "☎✆✉"), (0x36, "⌛"), (0x3F, "✍"), (0x41, "✌"), (0x45, "☜☞☝☟"), (0x4A, "☺"), (0x4C, "☹"),
    (0x52, "☼"), (0x54, "❄"), (0x6C, "●❍■□"), (0x71, "❑❒"), (0x74, "⧫◆❖⬥⌧"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•"), (0xA1, "○"), (0xA4, "◉◎"), (0xA7, "▪□"), (0xAA, "✦★"), (0xD8, "➢"), (0xDF, "←→↑↓↖↗↙↘"),
    (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩⬄⇳"), (0xFB, "✗✓☒☑"),
)  # fmt: skip
_WINGDINGS_2 = _table((0x4F, "✗✓"), (0x52, "☑"), (0x54, "☒"), (0x97, "●"), (0xA2, "■□"))
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def is_symbol_font(font: str) -> bool:
    """True for the fonts whose letters are not what their codes say."""
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str | None:
    """The character for a code of a font; None where a symbol font has none that we know."""
    low = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if is_symbol_font(font):
        return _FONTS[font.lower()].get(low)
    return None if low != code or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)
