"""Do the heads of the minutes agree with one another: sessions and dates in order, agenda known?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafting.japanese import ERAS, half_width_digits, half_width_signs
from drafting.model import Committee, Meeting, Minutes
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_FISCAL_YEAR = lazy_pattern(r"(令和|平成|昭和)[ \u3000]*(元|\d{1,2})[ \u3000]*年度")
_BLANKS = lazy_pattern("[ \u3000]")
_SESSION = lazy_pattern(r"第[ \u3000]*(\d{1,3})[ \u3000]*回")


def check_meetings(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M001 a later session with an earlier date, M002 an utterance under an unknown item, M003 a session
    that is missing or doubled, M004 a title that tells another session or 年度 than the head, M007 a meeting
    of a number whose session is not said, M008 one of another committee."""
    yield from _order(minutes)
    yield from _others(committee, minutes)
    yield from _sessions(committee, minutes)
    for one in minutes:
        yield from _title(one.meeting)
        if one.meeting.session is None and one.meeting.id.isdecimal():
            label = f"会議「{one.meeting.id}」"
            message = f"{label}が第何回か書かれていません。審議の経過には「―」と載ります。分かったら meeting の session に書いてください。"
            yield Problem("M007", message, one.meeting.place, Severity.WARNING)
        numbers = {item.number for item in one.meeting.agenda}
        for said in one.utterances:
            if said.agenda is not None and numbers and said.agenda not in numbers:
                message = f"議題 {said.agenda} は meeting の agenda にありません。番号を確かめてください。"
                yield Problem("M002", message, said.place, Severity.WARNING)


def _order(minutes: Sequence[Minutes]) -> Iterator[Problem]:
    dated = [one.meeting for one in minutes if one.meeting.session is not None and one.meeting.date]
    years = [_year_of_title(meeting) for meeting in dated]
    # Sessions may begin anew each 年度, which then stands in the titles
    dated.sort(key=lambda meeting: (_year_of_title(meeting) if None not in years else 0, meeting.session or 0))
    for before, after in pairwise(dated):
        if before.date and after.date and after.date < before.date:
            message = f"第{after.session}回の開催日が第{before.session}回より前です。日付か回を確かめてください。"
            yield Problem("M001", message, after.place, Severity.WARNING)


def _others(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """A joint meeting or a part of the committee has its name within its own; a slip of a letter is nearly the same."""
    named = [one.meeting for one in minutes if one.meeting.committee]
    ours = committee.name or (named[0].committee if named else "")
    for meeting in named:
        if not _alike(meeting.committee, ours):
            message = f"この会議録は「{meeting.committee}」のものです（この作業場所の委員会は「{ours}」）。別の委員会の会議録なら、外してください。"
            yield Problem("M008", message, meeting.place, Severity.WARNING)


def _alike(one: str, other: str) -> bool:
    one, other = (_BLANKS.sub("", half_width_signs(name)) for name in (one, other))
    if one in other or other in one:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio() >= 0.8


def _sessions(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """Sessions run on from the first that is known, or begin anew each 年度; a row of `meetings` in committee.yaml counts as one."""
    seen: dict[int, Meeting] = {}
    of_years: set[tuple[int, int | None]] = set()
    for one in minutes:
        session = one.meeting.session
        if session is None:
            continue
        years = [_year_of_title(meeting) for meeting in (one.meeting, seen.get(session, one.meeting))]
        if session in seen and (None in years or years[0] == years[1] or (session, years[0]) in of_years):
            message = f"第{session}回の会議録が2つあります（もう1つの記号は「{seen[session].id}」）。session を確かめてください。"
            yield Problem("M003", message, one.meeting.place, Severity.WARNING)
        seen.setdefault(session, one.meeting)
        of_years.add((session, years[0]))
    known = set(seen) | {row.session for row in committee.meetings if row.session is not None}
    for session in sorted(seen):
        if session - 1 not in known and session > min(known):
            message = f"第{session - 1}回の会議録がありません。取り込むか、committee.yaml の meetings に書いてください。"
            yield Problem("M003", message, seen[session].place, Severity.WARNING)


def _title(meeting: Meeting) -> Iterator[Problem]:
    title = half_width_digits(meeting.title)
    found = _SESSION.search(title)
    if found and meeting.session is not None and int(found[1]) != meeting.session:
        message = f"会議の名称は「{found[0]}」ですが、session は {meeting.session} です。どちらかを直してください。"
        yield Problem("M004", message, meeting.place, Severity.WARNING)
    found = _FISCAL_YEAR.search(title)
    year = _year_of_title(meeting)
    if found and meeting.date and meeting.date.year - (meeting.date.month < 4) != year:  # 年度 begin on 1 April
        message = f"会議の名称は「{found[0]}」ですが、開催日（{meeting.date}）はその年度ではありません。どちらかを直してください。"
        yield Problem("M004", message, meeting.place, Severity.WARNING)


def _year_of_title(meeting: Meeting) -> int | None:
    found = _FISCAL_YEAR.search(half_width_digits(meeting.title))
    return dict(ERAS)[found[1]].year - 1 + (1 if found[2] == "元" else int(found[2])) if found else None
