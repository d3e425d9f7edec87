"""Does a text name a 提言 or an 附帯意見 by a number that none has?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafting.checks.elsewhere import OTHER_REPORT, OUR_BODY, OURS
from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import kanji_number
from drafting.model import Committee, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_NUMBER = "[0-9０-９]{1,3}(?![0-9０-９]|件|個|項目|本|点|つ|年|月|日|人|回|割|番|か所|か月|[%％])"
# Numbers joined to the first: 提言1から提言3まで, 提言1～3, 提言1、2及び3. What a 、 alone joins may be another matter.
_JOINED = f"(?:から|[～〜~]|[、・](?=(?:[0-9０-９]{{1,2}}[、・])*[0-9０-９]{{1,2}}(?:及び|並びに|又は))|及び|並びに|又は|・)第?{_NUMBER}"
_NUMBERED = {
    "提言": lazy_pattern(f"提言(?:の?第)?({_NUMBER})((?:{_JOINED})*)"),
    "附帯意見": lazy_pattern(f"[附付]帯意見(?:の?第|の)?({_NUMBER})((?:{_JOINED})*)"),
}
_CODES = {"提言": "L004", "附帯意見": "L010"}
_DIGITS = lazy_pattern("[0-9０-９]+")


def check_numbered(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """L004 提言, L010 附帯意見 with a number that none of the report has; also in a quotation: 「提言5」を急ぐ."""
    counts = Counter(item.kind for item in recommendations.items)
    for text in report_texts(committee, recommendations):
        if "提言" in text.words:
            yield from _missing(text, "提言", counts["提言"], committee.name)
        if "帯意見" in text.words:
            yield from _missing(text, "附帯意見", counts["附帯意見"], committee.name)


def _missing(text: WrittenText, kind: str, count: int, ours: str) -> Iterator[Problem]:
    for found in _NUMBERED[kind].finditer(text.words):
        numbers = [kanji_number(one) or 0 for one in (found[1], *_DIGITS.findall(found[2]))]
        if all(1 <= number <= count for number in numbers) or _is_elsewhere(text.words[: found.start()], ours):
            continue
        known = f"（{kind}1から{kind}{count}まで）" if count > 1 else f"（{kind}は{count}件）"
        message = f"{text.name}: 「{found[0]}」という{kind}はありません{known}。番号を確かめてください。"
        yield Problem(_CODES[kind], message, text.place.within(text.words, found.start()), Severity.WARNING)


def _is_elsewhere(before: str, ours: str) -> bool:
    named = OURS.search(before) or OUR_BODY.search(before) or (ours and before.endswith(f"{ours}の"))
    return not named and bool(OTHER_REPORT.search(before))
