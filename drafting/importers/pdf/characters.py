"""Characters that PDF gives in the place of others: radicals (⼀ ⾔) for ideographs (一 言)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from drafting.importers.pdf.page import Glyph

_RADICALS = re.compile("[\u2e80-\u2fdf]")
# Unicode, EquivalentUnifiedIdeograph.txt: the CJK Radicals Supplement has no NFKC but for two. Only those whose
# form is a whole letter of Japanese text; and JIS X 0208 writes some Kangxi radicals otherwise than NFKC (戸, not 戶).
_JAPANESE = str.maketrans({
    "\u2ea0": "民", "\u2ea9": "王", "\u2eab": "目", "\u2ec4": "西", "\u2ec6": "角", "\u2ed1": "長", "\u2ed7": "雨", "\u2ed8": "青",
    "\u2edd": "食", "\u2ee3": "骨", "\u2ee4": "鬼", "\u2ee8": "麦", "\u2ee9": "黄", "\u2eed": "歯", "\u2eef": "竜", "\u2ef2": "亀",
    "\u2e9c": "日", "\u2e9d": "月", "\u2e8c": "小", "\u2eb6": "羊", "\u2ebc": "肉", "\u2ecb": "車",
    "\u2f3e": "戸", "\u2fad": "青", "\u2fc8": "黄", "\u2fca": "黒",
})  # fmt: skip


def without_radicals(glyphs: tuple[Glyph, ...], found: Counter[str]) -> tuple[Glyph, ...]:
    """The glyphs with radicals made ideographs; each change is counted in `found` as 「⾔→言」."""
    if not any(_RADICALS.search(glyph.text) for glyph in glyphs):
        return glyphs
    return tuple(
        glyph._replace(text=_RADICALS.sub(lambda match: _ideograph(match[0], found), glyph.text)) for glyph in glyphs
    )


def _ideograph(radical: str, found: Counter[str]) -> str:
    plain = unicodedata.normalize("NFKC", radical.translate(_JAPANESE))
    if plain != radical:
        found[f"{radical}→{plain}"] += 1
    return plain
