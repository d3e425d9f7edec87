"""One surname in its several letters: 髙橋 is typed 高橋, 渡邉 渡辺. Whoever is named stays unnamed in all of them."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

# Letters that stand for another in everyday typing (old forms, forms of family registers); the usual one is first.
_GROUPS = (
    "高髙 崎﨑碕嵜 辺邉邊 斎齋斉齊 沢澤 浜濱濵 島嶋嶌 広廣 桜櫻 富冨 吉𠮷 真眞 徳德 竜龍 国國 条條 恵惠 栄榮 瀬瀨 関關 学學 宝寶 寿壽 実實 円圓 滝瀧 "
    "万萬 礼禮 豊豐 槙槇 桧檜 薮藪 篭籠 渕淵 黒黑 亀龜 顕顯 遥遙 尭堯 曽曾 峰峯 館舘 芦蘆 静靜 与與 弥彌 来來 県縣 穂穗 糸絲 総總 団團 巌巖 塩鹽 "
    "台臺 鉄鐵 柳栁 戸戶 蔵藏 児兒 双雙 声聲 芸藝 覚覺 頼賴 鶴鸖靏靍 ヶケ"
)
_COMPATIBILITY = range(0xF900, 0xFB00)


@cache
def _usual() -> dict[int, str]:
    found = {ord(letter): group[0] for group in _GROUPS.split() for letter in group[1:]}
    for code in _COMPATIBILITY:
        letter = normalize("NFC", chr(code))
        if code not in found and letter != chr(code):
            found[code] = found.get(ord(letter), letter)
    return found


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, usual in _usual().items():
        found[usual] = found.get(usual, usual) + chr(code)
    return found


def usual_letters(text: str) -> str:
    """The text in the usual letters, one for one."""
    return text.translate(_usual())


def any_letters(name: str) -> str:
    """A pattern for a name in any of its letters."""
    classes = _classes()
    return "".join(f"[{classes[letter]}]" if letter in classes else re.escape(letter) for letter in usual_letters(name))
