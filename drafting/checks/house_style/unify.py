"""用語の統一: spellings of one word that both occur in the report. The more frequent one is proposed."""

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


# 障がい is written of people only: a fault of machines, an obstacle, or a word of law or medicine is 障害.
_OF_PEOPLE = "のある|のない|を持|をもつ|を有|者|児|の有無|の特性|の程度|の種別"
_FIXED = "システム|通信|機器|電気|サーバー|ネットワーク|機能|回線|電波|身体|知的|精神|発達|学習|言語|聴覚|視覚|肢体|内部"
_LEGAL = (
    "[者児]?(?:基本法|総合支援法|差別解消|虐待防止|雇用促進|手帳|福祉法|計画|基本計画|福祉計画|福祉課|支援課|福祉サービス|支援施設|支援区分|福祉手当|支援法)"
)

# Names of laws, schemes and offices keep the spelling that they have.
_OFFICE = "[・一-鿿]{0,6}[部課局室館](?![一-鿿])"

# Spellings of one word. Words for one thing (町内会 and 自治会, 高齢者 and お年寄り) may mean two: a city names its own.
GROUPS: tuple[tuple[Variant, ...], ...] = (
    *map(
        _group,
        "附帯/付帯 まちづくり/街づくり/町づくり/まち作り ひずみ/歪み デジタル/ディジタル 一人一人/一人ひとり ワークライフバランス/ワーク・ライフ・バランス "
        "セーフティネット/セーフティーネット セキュリティ/セキュリティー コミュニティ/コミュニティー アクセシビリティ/アクセシビリティー インターフェース/インタフェース/インターフェイス "
        "サテライトオフィス/サテライト・オフィス ウイルス/ウィルス ユニバーサルデザイン/ユニバーサル・デザイン パブリックコメント/パブリック・コメント "
        "バリアフリー/バリアーフリー ボランティア/ヴォランティア 引きこもり/ひきこもり 分かち合/わかちあ".split(),
    ),
    (
        Variant("子ども", "", f"(?:・子育て|家庭|基本法|園|会議|の?読書活動|{_OFFICE})"),
        Variant("こども", "(?:認定)", f"(?:家庭|基本法|園|計画|大綱|未来|まんなか|誰でも通園|性暴力防止|{_OFFICE})"),
        Variant("子供", "", f"(?:会|・若者育成支援|の?読書活動|{_OFFICE})"),
    ),
    (Variant("障がい"), Variant("障害", f"(?:{_FIXED})", f"(?!{_OF_PEOPLE})|{_LEGAL}"), Variant("障碍")),
    (Variant("ひとり親"), Variant("一人親", "", "方")),
    (Variant("ずつ", "", "う"), Variant("づつ", "", "み")),
    (Variant("空き家"), Variant("空家", "", "等|対策|法")),
    (Variant("けが", "[ぁ-んァ-ヶー]", "れ|す|ら"), Variant("怪我")),
    (Variant("ウェブ"), Variant("Web", "[A-Za-z]", "[A-Za-z]"), Variant("WEB", "[A-Za-z]", "[A-Za-z]")),
    (Variant("パーセント"), Variant("％"), Variant("%")),
    (Variant("ごみ", "[ぁ-んァ-ヶー]", "ん|あ|や"), Variant("ゴミ", "[ァ-ヶー]", "[ァ-ヶー]")),
    (Variant("たばこ"), Variant("タバコ"), Variant("煙草")),
)  # fmt: skip


def check_unity(text: str, letters: frozenset[str], rule: Rule, more: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """K601 at each of the rarer words of a group of which several occur. `more` are the city's own groups."""
    for group in (*GROUPS, *(tuple(map(Variant, words)) for words in more)):
        present = [variant for variant in group if letters.issuperset(variant.word) and variant.word in text]
        found = {variant.word: places for variant in present if (places := _places(variant, text, group))} if len(present) > 1 else {}
        if len(found) < 2:
            continue
        usual = max(found, key=lambda word: len(found[word]))
        for word, places in found.items():
            if word != usual:
                shown = f"「{usual}」（{len(found[usual])}か所）と「{word}」（{len(places)}か所）があります"
                yield from (Finding(rule, at, at + len(word), usual, shown) for at in places)


def _places(variant: Variant, text: str, group: Sequence[Variant]) -> list[int]:
    """Where a variant stands, but not as a part of a longer one of its group."""
    word = re.escape(variant.word)
    longer = [re.escape(other.word) for other in group if variant.word in other.word and other is not variant]
    kept = [f"(?:{variant.before}){word}"] * bool(variant.before) + [f"{word}(?:{variant.after})"] * bool(variant.after) + longer
    pattern = re.compile("|".join([*kept, f"({word})"]))
    return [match.start(1) for match in pattern.finditer(text) if match[1]]
