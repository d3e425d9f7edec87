"""Members stay unnamed in the report: is one named in a text that will be printed?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import Place, Problem, Severity

_HINT = re.compile(r"[(（].*?[)）]|[\s\u3000].*|○+.*")


def check_names(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes]
) -> Iterator[Problem]:
    """N001 for a surname of the roll or of the minutes that stands before 委員, 会長, 氏 or さん."""
    people = [person.name for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    surnames = {_HINT.sub("", name) for name in (*people, *(member.name for member in committee.members))} - {""}
    if not surnames:
        return
    named = re.compile(
        "(" + "|".join(sorted(map(re.escape, surnames), key=len, reverse=True)) + r")(?:[(（].{1,3}[)）])?(?:委員|副?会長|副?委員長|氏|さん|様)"
    )
    for place, text in _printed(committee, recommendations):
        for match in named.finditer(text):
            message = f"委員の名前「{match[0]}」が答申案に載ります。「委員」などに直してください。"
            yield Problem("N001", message, place, Severity.WARNING)


def _printed(committee: Committee, recommendations: Recommendations) -> Iterator[tuple[Place, str]]:
    texts = committee.texts
    yield committee.place, "\n".join((texts.introduction, texts.principles, texts.closing))
    for theme in recommendations.themes:
        yield theme.place, f"{theme.title}\n{theme.lead}"
    for item in recommendations.items:
        if item.kind != "不採用":
            yield item.place, f"{item.title}\n{item.body}"
