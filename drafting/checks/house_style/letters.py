"""Letters: 常用漢字, widths of digits and brackets, brackets that do not close, the city's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from drafting.checks.house_style.find import Finding
from drafting.checks.house_style.joyo import JOYO_KANJI, SAME_LETTERS
from drafting.checks.house_style.rule import Rule
from drafting.checks.house_style.texts import Corpus
from drafting.house_style import ONE_WIDE, OWN, Wording
from drafting.patterns import lazy_pattern

# Letters that official documents use outside the table: signs, and letters of words fixed by law or custom.
_USUAL = "々〇〆仝"
_KANJI = (("㐀", "鿿"), ("豈", "\ufaff"), ("𠀀", "𯨟"))
# How official documents write words with such letters.
_WRITTEN = dict(
    pair.split("=")
    for pair in (
        "改竄=改ざん 漏洩=漏えい 編纂=編さん 牽引=けん引 蔓延=まん延 逼迫=ひっ迫 罹災=り災 罹患=り患 涵養=かん養 剪定=せん定 軋轢=あつれき 誹謗=ひぼう 齟齬=そご 杜撰=ずさん 些細=ささい "
        "紐付け=ひも付け 謳う=うたう 謳い=うたい 招聘=招へい 浚渫=しゅんせつ 斟酌=しんしゃく 脆弱=ぜい弱 隘路=あい路 播種=は種 癌=がん"
    ).split()
)
_SUFFIX = "市|町|村|区|郡|県|府|川|山|岳|駅|橋|寺|神社|宮|城|浦|浜|島|湖|沼|池|谷|崎|岬|峠|丘|台|線|街道|筋|大学|高校|学校|病院|公民館|会館|委員|氏|さん|様|先生|部長|課長|係長|教授|地区|通り|公園"
_NAMED = lazy_pattern(f"[一-鿿々]*(?:[ヶケヵ][一-鿿]|が[丘関原峰台崎浜池岡]|(?:{_SUFFIX}))|[一-鿿々]*[（(][ぁ-んー]+[）)]")
_DIGITS = lazy_pattern("[0-9０-９]+")
_PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "［": "］", "〔": "〕", "〈": "〉", "《": "》"}
_OPENERS = {close: opener for opener, close in _PAIRS.items()}
_BRACKET = lazy_pattern("[「」『』（）()【】［］〔〕〈〉《》]")
_TO_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_TO_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_LIST_MARK = lazy_pattern("^[ 　]*[0-9０-９a-zア-ンｱ-ﾝⅰ-ⅹ①-⑳]{1,3}[)）]", re.MULTILINE)


def check_kanji(text: str, letters: frozenset[str], rule: Rule, allowed: str) -> Iterator[Finding]:
    """K602 Chinese letters outside the table that no name, no reading in brackets and no city excuses."""
    others = letters.difference(JOYO_KANJI, SAME_LETTERS, _USUAL, allowed)
    if not (strange := "".join(letter for letter in sorted(others) if any(first <= letter <= last for first, last in _KANJI))):
        return
    written = {word: right for word, right in _WRITTEN.items() if not others.isdisjoint(word)}
    for match in re.finditer("|".join((*written, f"[{strange}]+")), text):
        if not _NAMED.match(text, match.start()):
            yield Finding(rule, *match.span(), written.get(match[0]))


def check_digits(text: str, rule: Rule, wanted: str) -> Iterator[Finding]:
    """K509 digits of another width than the city's; where it has none (統一), the rarer of two."""
    if wanted in ("半角", OWN) and not any(digit in text for digit in "０１２３４５６７８９"):
        return
    numbers = list(_DIGITS.finditer(text))
    if wanted == OWN:
        half = [match for match in numbers if match[0].isascii()]
        full = [match for match in numbers if not match[0].isascii()]
        if not _is_one_wide(text, half, full):
            width, rarer = ("全角", full) if len(full) < len(half) else ("半角", half)
            shown = f"半角の数字（{len(half)}か所）と全角の数字（{len(full)}か所）があります"
            yield from (Finding(rule, *match.span(), None, f"「{match[0]}」は{width}です。{shown}") for match in rarer)
        return
    for match in numbers:
        wide = wanted == "全角" or (wanted == ONE_WIDE and len(match[0]) == 1 and not _in_decimal(text, match))
        right = match[0].translate(_TO_FULL if wide else _TO_HALF)
        if right != match[0]:
            yield Finding(rule, *match.span(), right)


def _is_one_wide(text: str, half: list[re.Match[str]], full: list[re.Match[str]]) -> bool:
    """True where single digits alone are wide, all of them: a custom that needs no word in house_style.yaml."""
    return all(len(match[0]) == 1 for match in full) and all(len(match[0]) > 1 or _in_decimal(text, match) for match in half)


def _in_decimal(text: str, match: re.Match[str]) -> bool:
    """True beside a comma or point of a longer number: 1,000 and 2.0 are numbers of several digits."""
    return text[match.end() : match.end() + 1] in tuple(",.") or text[match.start() - 1 : match.start()] in tuple(",.")


def check_brackets(corpus: Corpus, rules: dict[str, Rule], wanted: str) -> Iterator[Finding]:
    """K512 round brackets of two widths, K513 a bracket without its partner."""
    text = corpus.text
    if "K512" in rules:
        half, full = text.count("("), text.count("（")
        unwanted = {"半角": "（", "全角": "("}.get(wanted) or ("(" if half <= full else "（")
        if (half and full) or (wanted != OWN and unwanted in text):
            shown = f"半角のかっこ（{half}か所）と全角のかっこ（{full}か所）があります" if half and full else ""
            for match in re.finditer(re.escape(unwanted), text):
                yield Finding(rules["K512"], *match.span(), None, shown)
    if "K513" in rules and any(text.count(opener) != text.count(close) for opener, close in _PAIRS.items()):
        for passage, start in zip(corpus.passages, corpus.starts, strict=True):
            yield from (Finding(rules["K513"], start + at, start + at + 1, None, shown) for at, shown in _unpaired(passage.node.text))


def _unpaired(text: str) -> list[tuple[int, str]]:
    """The indices of brackets without a partner of their kind, and what to say of those that close one of another
    width. "1)" at the head of a line is a number, not a bracket."""
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    opened: list[tuple[str, int]] = []
    lonely: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(text):
        sign = match[0]
        if match.start() in marks and not (opened and opened[-1][0] == _OPENERS.get(sign)):
            continue
        if sign in _PAIRS:
            opened.append((sign, match.start()))
        elif opened and opened[-1][0] == _OPENERS[sign]:
            opened.pop()
        elif opened and opened[-1][0] in "（(" and sign in "）)":
            lonely.append((match.start(), f"「{opened.pop()[0]}」が「{sign}」で閉じてあり、幅が違います"))
        else:
            lonely.append((match.start(), ""))
    return sorted([*lonely, *((at, "") for _, at in opened)])


def check_words(text: str, letters: frozenset[str], rule: Rule, words: tuple[Wording, ...]) -> Iterator[Finding]:
    """K603 a word that the city does not use, unless it is a part of one that it keeps (or of the right one)."""
    for wording in words:
        wrong = [word for word in wording.wrong if letters.issuperset(word) and word in text]
        if not wrong:
            continue
        kept = sorted({*wording.kept, *([wording.right] if any(word in wording.right for word in wrong) else [])}, key=len, reverse=True)
        ordered = sorted(wrong, key=len, reverse=True)
        pattern = re.compile("|".join(chain(map(re.escape, kept), (f"({'|'.join(map(re.escape, ordered))})",))))
        for match in pattern.finditer(text):
            if match[1]:
                yield Finding(rule, match.start(), match.end(), wording.right)


