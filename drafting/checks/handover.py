"""Are the days possible: the question put by the meeting that has it on its agenda, the report after all meetings?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from drafting.model import Committee, Minutes
from drafting.problems import Problem, Severity


def check_handover(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M006 where the report is dated before the consultation or before the last meeting, or the consultation after its own."""
    yield from _asked_too_late(committee, minutes)
    day = committee.letter.date
    if day is None:
        return
    for name, other in _earlier_days(committee, minutes):
        if day < other:
            message = f"答申の日（{day}）が、{name}（{other}）より前です。年や月を確かめて、どちらかを直してください。"
            yield Problem("M006", message, committee.places.get("letter.date", committee.place), Severity.WARNING)


def _earlier_days(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[tuple[str, date]]:
    """The days that the report follows, named: the consultation's, and the last of the meetings'."""
    if committee.consultation.date:
        yield "諮問の日", committee.consultation.date
    rows = [(row.session, row.date) for row in committee.meetings]
    days = dict(rows)
    held = [(one.meeting.session, days.get(one.meeting.session or 0) or one.meeting.date) for one in minutes]
    known = [(session, day) for session, day in (*rows, *held) if day]
    if known:
        session, last = max(known, key=lambda pair: pair[1])
        yield f"第{session}回の開催日" if session is not None else "終わりの会議の開催日", last


def _asked_too_late(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """A committee may meet before it is asked anything, but not put on its agenda what nobody has asked."""
    asked = committee.consultation.date
    held = [(one.meeting.date, one.meeting) for one in minutes if one.meeting.date]
    if not asked or not held:
        return
    own = [(day, meeting) for day, meeting in held if any(item.kind == "諮問" for item in meeting.agenda)]
    day, meeting = min(own, key=lambda pair: pair[0]) if own else max(held, key=lambda pair: pair[0])
    if asked > day:
        which = f"第{meeting.session}回" if meeting.session is not None else "会議"
        name = f"諮問を議題とした{which}の開催日" if own else f"終わりの会議（{which}）の開催日"
        message = f"諮問の日（{asked}）が、{name}（{day}）より後です。年や月を確かめて、どちらかを直してください。"
        yield Problem("M006", message, committee.places.get("consultation.date", committee.place), Severity.WARNING)
