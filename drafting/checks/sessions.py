"""Does a text tell of a meeting that has not been: 第9回会議 of two?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.checks.texts import TITLES, WrittenText, report_texts
from drafting.japanese import kanji_number, without_quotations
from drafting.model import Committee, Minutes, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_BODY = "(?:会議|委員会|審議会|協議会|検討会|懇[話談]会)"
_SESSION = lazy_pattern(
    f"(?:第[0-9０-９]{{1,2}}回の?{_BODY}?(?:から|[～〜])、?)?第([0-9０-９]{{1,2}})回(?:の?{_BODY}(?!だより|ニュース)|(?<=回)まで(?:の{_BODY}|に))"
)
_NAMED = lazy_pattern("[のァ-ヶー一-鿿々）)」』]$")
_OUR = lazy_pattern(f"(?:本|この|当){_BODY}(?:の|で|に|は|$)")
# Whose meetings are told of in the words before, as 国の専門家会議では、第9回会議において
_OTHERS = lazy_pattern("部会|分科会|議会|小委員会|ワーキング|[国県省庁]の|連絡会|研究会|他市|前期|前回の|会議|委員会|審議会|協議会|検討会|懇[話談]会")


def check_sessions(committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M017 a session beyond the last of the minutes and of `meetings`. はじめに and the like may be written ahead of the last
    meeting, so they are looked at when the day of the report is set."""
    sessions = {one.meeting.session for one in minutes} | {row.session for row in committee.meetings}
    last = max((number for number in sessions if number), default=0)
    ahead = tuple(f"（{name}）" for name in TITLES) if not committee.letter.date else ()
    for text in report_texts(committee, recommendations) if last else ():
        if "回" in text.words and "第" in text.words and not text.name.endswith(ahead or "\n"):
            yield from _later(text, last, committee.name)


def _later(text: WrittenText, last: int, ours: str) -> Iterator[Problem]:
    words = without_quotations(text.words)
    for found in _SESSION.finditer(words):
        if (kanji_number(found[1]) or 0) <= last or _is_others(words[: found.start()].rpartition("。")[2].rpartition("\n")[2], ours):
            continue
        message = f"{text.name}: 「{found[0]}」とありますが、会議録と committee.yaml の meetings にあるのは第{last}回までです。回を確かめるか、抜けている会議を足してください。"
        yield Problem("M017", message, text.place.within(words, found.start()), Severity.WARNING)


def _is_others(before: str, ours: str) -> bool:
    """`before` are the words of the sentence before the session."""
    own = _SESSION.sub("", _OUR.sub("", before.replace(ours, "") if ours else before))
    direct = _OUR.search(before) or (ours and ours in before)
    return bool(_OTHERS.search(own) or (not direct and _NAMED.search(before)))
