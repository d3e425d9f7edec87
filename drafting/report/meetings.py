"""The meetings and the roll as templates see them: what the minutes say, and what committee.yaml adds or puts right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from drafting.model import Committee, Format, Minutes, Proceeding
from drafting.numbering import printed_digits
from drafting.report.days import printed_held
from drafting.views import MeetingView, MemberView, Text


def session_label(session: int | None, fallback: str) -> str:
    """第3回, the fallback for a meeting without a number."""
    return f"第{session}回" if session is not None else fallback


def member_views(committee: Committee, minutes: Sequence[Minutes]) -> tuple[MemberView, ...]:
    """The roll of committee.yaml, else the members whom the minutes name, each once."""
    if committee.members:
        marks = {committee.chair: f"◎{committee.chair}", f"副{committee.chair}": f"○副{committee.chair}", "委員": ""}
        return tuple(
            MemberView(
                Text(member.name, f"committee.members.{i}.name"),
                Text(member.affiliation, f"committee.members.{i}.affiliation"),
                Text(member.category, f"committee.members.{i}.category"),
                "　".join(part for part in (marks.get(member.role, member.role), member.note) if part),
            )
            for i, member in enumerate(committee.members, 1)
        )
    people = [person for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    return tuple(MemberView(name, "", "", "") for name in dict.fromkeys(person.name for person in people))


def meeting_views(committee: Committee, minutes: Sequence[Minutes]) -> tuple[MeetingView, ...]:
    """A row a meeting, in order of session and date; committee.yaml adds rows and overrides them."""
    rows = {one.meeting.id: _from_minutes(one) for one in minutes}
    by_session = {one.meeting.session: one.meeting.id for one in minutes if one.meeting.session is not None}
    for i, said in enumerate(committee.meetings):
        key = by_session.get(said.session or 0, f"#{i}")
        rows[key] = _override(rows[key], said) if key in rows else said
    ordered = sorted(rows.values(), key=lambda row: (row.session is None, row.session or 0, row.date or date.max))
    return tuple(_meeting_row(row, committee.format) for row in ordered)


def _from_minutes(one: Minutes) -> Proceeding:
    meeting = one.meeting
    agenda = tuple(item.title + (f"（{item.kind}）" if item.kind else "") for item in meeting.agenda)
    return Proceeding(meeting.session, meeting.date, meeting.place_held, agenda, meeting.observers)


def _override(row: Proceeding, said: Proceeding) -> Proceeding:
    choose: Callable[[str], Any] = lambda name: getattr(said, name) or getattr(row, name)  # noqa: E731
    observers = said.observers if said.observers is not None else row.observers
    return Proceeding(row.session, choose("date"), choose("place_held"), choose("agenda"), observers, said.note)


def _meeting_row(row: Proceeding, form: Format) -> MeetingView:
    note = row.note if not row.note or row.note.startswith(("（", "(")) else f"（{row.note}）"
    agenda = "\n".join((*row.agenda, note))
    return MeetingView(
        label=printed_digits(session_label(row.session, "―"), form.digits),
        date=printed_held(row.date, form),
        place=row.place_held.split("(")[0].split("（")[0].strip() or row.place_held or "○○",
        agenda=agenda.strip("\n"),
        observers="" if row.observers is None else printed_digits(f"{row.observers}人", form.digits),
    )
