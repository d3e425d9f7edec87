"""Members stay unnamed in the report: is one named in a text that will be printed?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import Place, Problem, Severity

_HINT = re.compile(r"[(（].*?[)）]|[\s\u3000].*|○+.*")
# 青森委員会 names nobody: no 会 behind 委員, and no Chinese character before a surname of one.
_TITLE = r"(?:[(（].{1,3}[)）])?(?:副?委員長|委員(?!会)|副?会長|氏(?!名)|さん|様)"
_KANJI_BEFORE = "(?<![\u3400-\u9fff々])"


def check_names(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes]
) -> Iterator[Problem]:
    """N001 for a surname of the roll or of the minutes that stands before 委員, 会長, 氏 or さん in
    a text that is printed, the quotations from the minutes included."""
    named = name_pattern(committee, minutes)
    if named is None:
        return
    for place, text in _printed(committee, recommendations, minutes):
        for match in named.finditer(text):
            message = f"委員の名前「{match[0]}」が答申案に載ります。「委員」などに直してください。"
            yield Problem("N001", message, place, Severity.WARNING)


def name_pattern(committee: Committee, minutes: Sequence[Minutes]) -> re.Pattern[str] | None:
    """Finds a surname of the roll or of the minutes (group "name") before a title; None where nobody is known."""
    people = [person.name for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    surnames = set(_surnames([*people, *(member.name for member in committee.members)]))
    if not surnames:
        return None
    words = [_KANJI_BEFORE * (len(name) == 1) + re.escape(name) for name in sorted(surnames, key=len, reverse=True)]
    return re.compile(f"(?P<name>{'|'.join(words)}){_TITLE}")


def _surnames(names: Iterable[str]) -> Iterator[str]:
    """What may be the surname of each name: all before a blank or bracket, else its first two or three letters too."""
    for name in names:
        surname = _HINT.sub("", name)
        if surname:
            yield surname
        if surname == name and len(name) >= 4:
            yield from (name[:2], name[:3])


def _printed(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes]
) -> Iterator[tuple[Place, str]]:
    texts = committee.texts
    yield committee.place, "\n".join((texts.introduction, texts.principles, texts.closing))
    for theme in recommendations.themes:
        yield theme.place, f"{theme.title}\n{theme.lead}"
    said = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    for item in recommendations.items:
        if item.kind != "不採用":
            yield item.place, f"{item.title}\n{item.body}"
        for cite in item.cites if item.kind == "提言" else ():
            if cite.quote:
                yield cite.quote_place, cite.quote
            elif cite.at in said:
                yield cite.place, said[cite.at].reading or said[cite.at].text
