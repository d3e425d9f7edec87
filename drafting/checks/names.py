"""Members stay unnamed in the report: is one named in a text that will be printed?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafting.checks.texts import report_texts
from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import Place, Problem, Severity

_HINT = re.compile(r"[(（].*?[)）]|[\s\u3000].*|○+.*")
# Behind a bare surname these say that a person is meant; a place or a thing gives no opinion.
_DEEDS = "(?:の|からの?|より)?(?:意見|発言|指摘|提案|質問|要望)|[はがも](?:述べ|発言し|指摘し|提案し|質問し)"
# 青森委員会 names nobody: no 会 behind 委員, and no Chinese character before a surname of one.
_TITLE = r"(?:[(（].{1,3}[)）])?(?:副?委員長|委員(?!会)|副?会長|氏(?!名)|さん|様)"
_KANJI_BEFORE = "(?<![\u3400-\u9fff々])"


def check_names(
    committee: Committee,
    recommendations: Recommendations,
    minutes: Sequence[Minutes],
    severity: Severity = Severity.WARNING,
) -> Iterator[Problem]:
    """N001 for a member of the roll or of the minutes who is named in a text that is printed (see
    `name_pattern`), quotations from the minutes included. Editions for others want `Severity.ERROR`."""
    named = name_pattern(committee, minutes)
    if named is None:
        return
    for place, text in _printed(committee, recommendations, minutes):
        for match in named.finditer(text):
            message = f"委員の名前「{match[0]}」が答申案に載ります。「委員」などに直してください。"
            yield Problem("N001", message, place.within(text, match.start()), severity)


def _full_name(name: str) -> str:
    """A pattern for a surname and a given name, however they are spaced; "" for a surname alone."""
    parts = name.split()
    if len(parts) < 2 or "○" in name or not all(part.isalpha() for part in parts):
        return ""
    return "[ \u3000]*".join(map(re.escape, parts))


def name_pattern(committee: Committee, minutes: Sequence[Minutes]) -> re.Pattern[str] | None:
    """Finds a member of the roll or of the minutes (the last group is the name); None where nobody is known.

    The full name anywhere; a surname before 委員, 会長, 氏 or さん, or with what a person does.
    """
    people = [person.name for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    names = [*people, *(member.name for member in committee.members)]
    surnames = set(_surnames(names))
    if not surnames:
        return None
    words = [_KANJI_BEFORE * (len(name) == 1) + re.escape(name) for name in sorted(surnames, key=len, reverse=True)]
    certain = [_KANJI_BEFORE + re.escape(name) for name in sorted(surnames) if len(name) > 1]
    patterns = [f"(?P<name>{'|'.join(words)}){_TITLE}"]
    if full := [name for name in dict.fromkeys(map(_full_name, names)) if name]:
        patterns.append(f"(?P<full>{'|'.join(full)})")
    if certain:
        patterns.append(f"(?P<doer>{'|'.join(certain)})(?:{_DEEDS})")
    return re.compile("|".join(patterns))


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
    yield from ((text.place, text.words) for text in report_texts(committee, recommendations))
    said = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    for item in recommendations.items:
        if item.reason:
            yield item.place, item.reason
        for cite in (*item.cites, *item.responses):
            if cite.quote:
                yield cite.quote_place, cite.quote
            elif cite.at in said:
                yield cite.place, said[cite.at].words.replace("\n", " ")
