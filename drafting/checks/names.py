"""Members stay unnamed in the report: is one named in a text that will be printed?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from drafting.checks.name_patterns import Named, Sure, find_names
from drafting.checks.people import people
from drafting.checks.texts import report_texts
from drafting.checks.variants import any_letters
from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import Place, Problem, Severity

# Where one of these follows a surname somewhere in the workspace, the city has a place of that name.
_PLACE_ENDS = "市|町|村|区|郡|県|府|川|山|池|駅|橋|寺|神社|通り|台|[がヶケ][丘原]|団地|緑地|公園|小|中学|高校|学校|大学|病院|地区|地域|校区|図書館|公民館|会館|体育館|センター|[東西南北元本新]町"
TO_MEMBER = "「委員」などに直してください。"
# What was said cannot be put into other words where it is quoted
TO_REREAD = "quote で名前のない所だけを引くか、会議録のその発言に、「委員」などに直した reading を書いてください（quote も reading の言葉にします）。"
TO_EXCUSE = "人の名前なら「委員」などに、地名などなら house_style.yaml の allow に加えてください。"
MAY_BE_WORD = "普通の言葉や地名なら、そのままで構いません。人の名前なら「委員」などに直してください。"


def check_names(
    committee: Committee,
    recommendations: Recommendations,
    minutes: Sequence[Minutes],
    severity: Severity = Severity.WARNING,
    allow: Sequence[str] = (),
) -> Iterator[Problem]:
    """N001 for a member of the roll or of the minutes who is named in a text that is printed, quotations from the minutes
    included. Editions for others want `Severity.ERROR`. N002, always a warning, for what may be a word.

    Bare surnames do not count where the workspace has places of those names, or where they are parts of
    the city's words in `allow`.
    """
    known = people(committee, minutes)
    if not known.anyone:
        return
    printed = list(_printed(committee, recommendations, minutes))
    is_place = cache(lambda name: _is_place(name, [each.words for each in printed], minutes))
    for each in printed:
        text = each.words
        for one in find_names(text, known):
            words, at = text[one.start : one.end], each.place if each.whole else each.place.within(text, one.start)
            if one.sure is Sure.TITLED:
                yield Problem("N001", f"{each.said}委員の名前「{words}」が答申案に載ります。{TO_REREAD if each.said else TO_MEMBER}", at, severity)
            elif is_allowed(one, text, allow):
                continue
            elif one.sure is Sure.MAYBE:
                yield Problem("N002", f"{each.said}「{words}」は、委員の名前かもしれません。{MAY_BE_WORD}", at, Severity.WARNING)
            elif not all(is_place(name) for _, _, name in one.names):
                cure = f"人の名前なら、{TO_REREAD}地名などなら house_style.yaml の allow に加えてください。" if each.said else TO_EXCUSE
                yield Problem("N001", f"{each.said}委員の名前「{words}」が答申案に載ります。{cure}", at, severity)


def is_allowed(one: Named, text: str, allow: Sequence[str]) -> bool:
    """True where each name lies within a word that the city has allowed."""
    return all(_lies_within(text, start, text[start:end], allow) for start, end, _ in one.names)


def _is_place(name: str, texts: Iterable[str], minutes: Sequence[Minutes]) -> bool:
    pattern = re.compile(f"{any_letters(name)}(?:{_PLACE_ENDS})")
    said = (utterance.text for one in minutes for utterance in one.utterances)
    return any(pattern.search(text) for text in chain(texts, said))


def _lies_within(text: str, at: int, name: str, allow: Sequence[str]) -> bool:
    for word in allow:
        offset = word.find(name)
        while offset >= 0:
            if offset <= at and text.startswith(word, at - offset):
                return True
            offset = word.find(name, offset + 1)
    return False


class _Printed(NamedTuple):
    """Words that are printed. `said` names the utterance they are quoted from; of a `whole` one only the reference stands at the place."""

    place: Place
    words: str
    said: str = ""
    whole: bool = False


def _printed(committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes]) -> Iterator[_Printed]:
    yield from (_Printed(text.place, text.words) for text in report_texts(committee, recommendations))
    asked, letter = committee.consultation, committee.letter
    given = (letter.title, letter.number, asked.title, asked.number, asked.basis, asked.items, asked.reason, committee.order)
    held = (words for one in committee.meetings for words in (*one.agenda, one.note, one.place_held))
    yield from (_Printed(committee.place, words) for words in (*given, *held) if words)
    for one in minutes:
        yield from (_Printed(one.meeting.place, words) for words in (*(item.title for item in one.meeting.agenda), one.meeting.place_held) if words)
    said = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    for item in recommendations.items:
        if item.reason:
            yield _Printed(item.place, item.reason)
        for cite in (*item.cites, *item.responses):
            if cite.quote:
                yield _Printed(cite.quote_place, cite.quote, f"引用した {cite.at} の")
            elif cite.at in said:
                yield _Printed(cite.place, said[cite.at].words.replace("\n", " "), f"引用した {cite.at} の", whole=True)
