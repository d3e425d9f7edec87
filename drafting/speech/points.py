"""Where a speech turns to another point, and which of its sentences only tell facts."""

from __future__ import annotations

from drafting.patterns import lazy_pattern

_POINT = lazy_pattern("(?:まず|次に)?[、，]?(?:質問|要望|意見|提案|お願い)(?:は|としては|ですが|として)[、，]|ところで|(?:それ|これ)とは別|もう[1１一][点つ]|[2-9２-９二三四五][点つ]目|第[二三四五2-5２-５][にの、]|次に|別の(?:件|話)|話は変わ|続いて|最後に")
_FACT = lazy_pattern(
    "[0-9０-９]|[一二三四五六七八九十百千万]+(?:件|人|名|円|年|回|割|倍|校|か所|箇所|台|戸)|資料|ページ|頁|図面|グラフ|別紙|前回|昨年度?(?:は|の|から)|今年度?(?:は|の|から)"
    "|と(?:あ(?:る|り)|の(?:こと|説明|報告|記載)|聞|伺|なって|され|書かれ|記され)|説明(?:が|で|に)|(?:先ほど|先程)[^。]*(?:あった|ありました|伺)"
    "|^(?:私|わたくし|自分|当社|弊社|当組合|当財団|当法人|当会)(?:は|も|が|ども|自身|たち|、|の)[^。]*(?:ました|おります|います|した|ている|です)。?$"
)


def starts_point(sentence: str) -> bool:
    """True if a sentence turns to another point (「2点目は」「ところで」)."""
    return _POINT.match(sentence) is not None


def states_fact(sentence: str) -> bool:
    """True if a sentence tells of figures, papers, hearsay or the speaker's own doings, as somebody does who is about to ask."""
    return _FACT.search(sentence) is not None
