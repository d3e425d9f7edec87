"""用語の統一: words for one thing that both occur in the report. The more frequent one is proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.checks.house_style.find import Finding
from drafting.checks.house_style.rule import Rule


class Variant(NamedTuple):
    """A word and what must not stand beside it."""

    word: str
    before: str = ""
    after: str = ""


def _group(text: str) -> tuple[Variant, ...]:
    return tuple(Variant(word) for word in text.split("/"))


GROUPS: tuple[tuple[Variant, ...], ...] = (
    *map(
        _group,
        ["附帯/付帯", "スマートフォン/スマホ", "パブリックコメント/パブコメ", "見える化/可視化", "後継戦略/次期戦略", "本市/当市", "まちづくり/街づくり/町づくり/まち作り", "ひずみ/歪み", "障害/障がい/障碍", "デジタル/ディジタル", "一人一人/一人ひとり", "マイナンバーカード/個人番号カード", "ホームページ/ウェブサイト", "ワークライフバランス/ワーク・ライフ・バランス", "セーフティネット/セーフティーネット", "アクションプラン/行動計画", "お年寄り/高齢者", "町内会/自治会", "情報セキュリティ/情報セキュリティー", "コミュニティ/コミュニティー", "インターフェース/インタフェース", "サテライトオフィス/サテライト・オフィス", "新型コロナ感染症/新型コロナウイルス感染症", "けが/怪我", "ワーキンググループ/作業部会"],
    ),
    (Variant("子ども", "", "(?:・子育て|家庭庁|基本法|園)"), Variant("こども", "(?:認定)", "(?:家庭庁|基本法|園|計画|大綱|未来)"), Variant("子供")),
    (Variant("市役所"), Variant("役所", "[市区]")),
    (Variant("ウェブ", "", "サイト"), Variant("Web"), Variant("WEB")),
    (Variant("パーセント"), Variant("％"), Variant("%")),
    (Variant("ごみ", "", "ん"), Variant("ゴミ")),
    (Variant("アプリ", "", "ケーション|オリ"), Variant("アプリケーション")),
)  # fmt: skip


def check_unity(text: str, letters: frozenset[str], rule: Rule, more: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """K601 at each of the rarer words of a group of which several occur. `more` are the city's own groups."""
    for group in (*GROUPS, *(tuple(map(Variant, words)) for words in more)):
        found = {variant.word: places for variant in group if (places := _places(variant, text, letters, group))}
        if len(found) < 2:
            continue
        usual = max(found, key=lambda word: len(found[word]))
        for word, places in found.items():
            if word != usual:
                shown = f"「{usual}」（{len(found[usual])}か所）と「{word}」（{len(places)}か所）があります"
                yield from (Finding(rule, at, at + len(word), usual, shown) for at in places)


def _places(variant: Variant, text: str, letters: frozenset[str], group: Sequence[Variant]) -> list[int]:
    """Where a variant stands, but not as a part of a longer one of its group."""
    if not (letters.issuperset(variant.word) and variant.word in text):
        return []
    word = re.escape(variant.word)
    longer = [re.escape(other.word) for other in group if variant.word in other.word and other is not variant]
    kept = [f"(?:{variant.before}){word}"] * bool(variant.before) + [f"{word}(?:{variant.after})"] * bool(variant.after) + longer
    pattern = re.compile("|".join([*kept, f"({word})"]))
    return [match.start(1) for match in pattern.finditer(text) if match[1]]
