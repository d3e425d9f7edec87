"""One name in its several letters and spacings: 髙橋 is typed 高橋, 井上 井　上, さかい サカイ or ｻｶｲ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from drafting.patterns import lazy_pattern

# Letters that stand for another in everyday typing (old forms, forms of family registers); the usual one is first.
_GROUPS = (
    "高髙 崎﨑碕嵜 辺邉邊 斎齋斉齊 沢澤 浜濱濵 島嶋嶌 広廣 桜櫻 富冨 吉𠮷 真眞 徳德 竜龍 国國 条條 恵惠 栄榮 瀬瀨 関關 学學 宝寶 "
    "寿壽 実實 円圓 滝瀧 万萬 礼禮 豊豐 槙槇 桧檜 薮藪 篭籠 渕淵 黒黑 亀龜 顕顯 遥遙 尭堯 曽曾 峰峯 館舘 芦蘆 静靜 与與 弥彌 "
    "来來 県縣 穂穗 糸絲 総總 団團 巌巖 塩鹽 台臺 鉄鐵 柳栁 戸戶 蔵藏 児兒 双雙 声聲 芸藝 覚覺 頼賴 鶴鸖靏靍 内內 将將 拡擴 "
    "横橫 緑綠 郎郞 蒋蔣 桑桒 船舩 松枩柗 梅楳 野埜 収收 仏佛 伝傳 佐𠈓 会會 両兩 乗乘 亜亞 卯夘 増增 壮壯 奥奧 嶽岳 巻卷 帯帶 "
    "応應 戦戰 拝拜 暁曉 栃杤 楼樓 歩步 歳歲 沖冲 渋澁 清淸 満滿 畑畠 稲稻 穣穰 粛肅 誉譽 読讀 譲讓 転轉 釈釋 錬鍊 隣鄰 霊靈 "
    "青靑 為爲 凛凜 彦彥 慎愼 頬頰 槌鎚"
)
_COMPATIBILITY = range(0xF900, 0xFB00)
# What may stand between the letters of one word without being a word itself: blanks, and marks that nobody sees.
BLANKS = " \t\u3000\u00a0"
_UNSEEN = "\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
_MARKS = lazy_pattern(f"[{_UNSEEN}\u3099\u309aﾞﾟ]")
_VOICED = {"\u3099": "\u3099", "ﾞ": "\u3099", "\u309a": "\u309a", "ﾟ": "\u309a"}
_JAPANESE = "\u3041-\u3096ー\u3400-\u9fff々\U00020000-\U0003ffff"
_BETWEEN = lazy_pattern(f"(?<=[{_JAPANESE}])[{BLANKS}]+(?=[{_JAPANESE}])")


class Folded(NamedTuple):
    """A text in the letters that names are compared in, and where each of them stands in the text as typed
    (one index more than letters: the end)."""

    text: str
    indices: Sequence[int]


@cache
def _usual() -> dict[int, str]:
    found = {ord(letter): group[0] for group in _GROUPS.split() for letter in group[1:]}
    for code in _COMPATIBILITY:
        letter = normalize("NFC", chr(code))
        if code not in found and letter != chr(code):
            found[code] = found.get(ord(letter), letter)
    return found


@cache
def _folding() -> dict[int, str]:
    """The usual letters, kana as full-width hiragana, ヶ as け."""
    kana = {code: chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
    half = {code: normalize("NFKC", chr(code)) for code in range(0xFF66, 0xFF9E)}
    half = {code: kana.get(ord(letter), letter) for code, letter in half.items()}
    return {**_usual(), **kana, **half, ord("ヶ"): "け", ord("ヵ"): "か", ord("ゖ"): "け", ord("ゕ"): "か"}


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


def fold(text: str) -> Folded:
    """The text as names are compared: usual letters, hiragana for all kana, no unseen marks; blanks stay."""
    if not _MARKS.search(text):
        return Folded(text.translate(_folding()), range(len(text) + 1))
    letters: list[str] = []
    indices: list[int] = []
    for i, letter in enumerate(text):
        if letter in _VOICED and letters:
            letters[-1] = normalize("NFC", letters[-1] + _VOICED[letter])[0]
        elif not _MARKS.match(letter):
            letters.append(letter.translate(_folding()))
            indices.append(i)
    return Folded("".join(letters), [*indices, len(text)])


def squeeze(folded: Folded) -> Folded:
    """Without the blanks between Japanese letters: 井　上　委員 is 井上委員."""
    pieces: list[str] = []
    indices: list[int] = []
    end = 0
    for match in _BETWEEN.finditer(folded.text):
        pieces.append(folded.text[end : match.start()])
        indices.extend(folded.indices[end : match.start()])
        end = match.end()
    if not end:
        return folded
    return Folded("".join((*pieces, folded.text[end:])), [*indices, *folded.indices[end:]])
