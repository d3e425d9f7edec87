"""What the secretariat reads out for a member who is absent: it is that member's opinion. Told by rules on the words."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.patterns import lazy_pattern
from drafting.speech import OPINION, Act, classify

_GIVEN = lazy_pattern("(?:委員|会長|座長|議長)(?:の(?:方|皆様))?(?:から|より)[^。]*(?:意見|要望|提案|指摘|コメント|考え)")
_WRITTEN = lazy_pattern("欠席|書面|文書|メール|ファクス|事前に|あらかじめ|預か|代読|読み上げ|紹介|届い|寄せられ|提出")
_ANNOUNCED = lazy_pattern("読み上げ|読ませ|お読み|紹介|代読|代わって|代わりに|お伝え|(?:次|以下)のとおり")
# In the sentence itself, in brackets or not: 「…」との意見, …してほしいとの要望.
_QUOTED = lazy_pattern("「[^「」]{6,}」")
_TOLD = lazy_pattern("「…」|(?:と|という|旨)の?(?:御|ご)?(?:意見|要望|提案|指摘|コメント|考え)")
# What came in is told in the sentence behind it: …という内容でした.
_SENT = lazy_pattern("(?:委員|会長|座長|議長)(?:の(?:方|皆様))?(?:から|より)[^。]*(?:書面|文書|メール|ファクス|手紙)(?:が|を)")
_CONTENT = lazy_pattern("(?:と(?:いう|の|いった)|旨の)(?:御|ご)?(?:内容|こと|もの|趣旨|意見|要望)(?:で(?:す|した|ある|あった|ございま(?:す|した))|だった)?$")
_ROUND = lazy_pattern("(?:欠席|書面|事前に|あらかじめ)[^。]*(?:意見|要望|提案|コメント)[^。]*(?:紹介|読み上げ|代読)")
_ENDED = lazy_pattern("(?:(?:意見|紹介|代読)は)?以上")


def relayed_acts(sentences: Sequence[str]) -> dict[int, Act]:
    """The sentences of an officer that give the opinion of a member who is not there, by number, and what each does."""
    acts: dict[int, Act] = {}
    reading = sent = announced = False
    for i, sentence in enumerate(sentences):
        if sent and (told := _CONTENT.search(sentence.rstrip("。」 \n"))):
            acts[i] = Act(OPINION, told[0])
            continue
        sent = _SENT.search(sentence) is not None
        if reading:
            reading = not _ENDED.match(sentence)
            if reading:
                acts[i] = classify(sentence.strip("「」"), "委員")
        elif (given := _GIVEN.search(frame := _QUOTED.sub("「…」", sentence))) and (announced or _WRITTEN.search(frame)):
            if _TOLD.search(frame):
                acts[i] = Act(OPINION, given[0])
            else:
                reading = _ANNOUNCED.search(frame) is not None
        announced = announced or _ROUND.search(sentence) is not None
    return acts
