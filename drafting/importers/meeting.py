"""The fields collected from the head of the minutes → `Meeting`, checked against themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from drafting.dates import parse_date, parse_time_range, parse_weekday
from drafting.importers.fields import agenda_items, committee_of, documents, observers_of, session_of, when_leaves_out
from drafting.importers.markup import checked_option, options_leave_out, paragraphs
from drafting.importers.people import members, officers, others
from drafting.importers.rows import warning
from drafting.japanese import weekday
from drafting.model import Meeting, Narrative, Person
from drafting.problems import Place, Problem

_SHOWN = 80


@dataclass
class Head:
    """What has been collected: values and their first line by field, and the rows left over."""

    values: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    narratives: list[Narrative] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, name: str, value: str, line: int) -> None:
        """Put a value behind what the field already has; an empty one changes nothing."""
        # Names written straight beside 出席者 are members.
        name = "members" if name == "attendance" else name
        if value:
            self.values.setdefault(name, []).append(paragraphs(value))
            self.lines.setdefault(name, line)

    def text(self, name: str) -> str:
        """What stands beside a label, its lines joined by "\\n"; "" without the label."""
        return "\n".join(self.values.get(name, ()))


def meeting_of(head: Head, file: str, meeting_id: str | None) -> Meeting:
    """The meeting from the collected fields; what cannot be read is added to `head` (I020, I021, I022)."""
    title = head.text("title")
    session = session_of(title)
    if session is None:
        session = next((n for narrative in head.narratives if (n := session_of(narrative.text)) is not None), None)
    day, start, end = _when(head, file)
    return Meeting(
        id=meeting_id or (str(session) if session is not None else "1"),
        title=title,
        committee=committee_of(title),
        session=session,
        date=day,
        start=start,
        end=end,
        place_held=head.text("where"),
        public=_public(head, file),
        private_reason=head.text("private_reason"),
        observers=_observers(head, file),
        office=head.text("office"),
        members=_members("members", head, file),
        absent=_members("absent", head, file),
        secretariat=officers(head.text("secretariat")),
        others=others(head.text("others")),
        agenda=agenda_items(head.text("agenda")),
        documents=documents(head.text("documents")),
        place=Place(file, min(head.lines.values(), default=1), 1),
    )


def _keep(name: str, label: str, use: str, head: Head, file: str) -> None:
    """Keep a field that could not be read wholly as a narrative, and say so (I022)."""
    head.narratives.append(Narrative(f"{label}\t{head.text(name)}", head.lines[name]))
    message = (
        f"{label}「{head.text(name)[:_SHOWN]}」の全部は読み取れないので、地の文にも残しました。"
        f"YAML の {use} を確かめてください。"
    )
    head.problems.append(warning("I022", message, file, head.lines[name]))


def _when(head: Head, file: str) -> tuple[date | None, str, str]:
    text = head.text("when")
    # What follows is longer than any date; the patterns for dates are not made for such lengths.
    short = text[:_SHOWN]
    day, written = parse_date(short), parse_weekday(short)
    if text and (day is None or when_leaves_out(text)):
        _keep("when", "開催日時", "date, start, end", head, file)
    if day and written and written != weekday(day):
        message = (
            f"開催日の曜日が合いません。{day.isoformat()} は({weekday(day)})ですが、({written})とあります。"
            "日付か曜日を確かめてください。"
        )
        head.problems.append(warning("I020", message, file, head.lines["when"]))
    return (day, *parse_time_range(short))


# The words of other cities' forms, and what the minutes YAML calls them.
_PUBLIC = {
    "可": "可", "公開": "可", "不可": "不可", "非公開": "不可",
    "一部不可": "一部不可", "一部公開": "一部不可", "一部非公開": "一部不可",
}  # fmt: skip


def _public(head: Head, file: str) -> str:
    text = head.text("public")
    option = checked_option(text)
    if text and (option not in _PUBLIC or options_leave_out(text)):
        _keep("public", "公開の可否", "public", head, file)
    return _PUBLIC.get(option or "", "")


def _observers(head: Head, file: str) -> int | None:
    text = head.text("observers")
    count = observers_of(text[:_SHOWN])
    if text and (count is None or len(text) > _SHOWN):
        _keep("observers", "傍聴者数", "observers", head, file)
    return count


def _members(name: str, head: Head, file: str) -> tuple[Person, ...]:
    people, count = members(head.text(name))
    if count is not None and count != len(people):
        label = "欠席委員" if name == "absent" else "委員"
        message = f"{label}が{count}名とありますが、読み取れた名前は{len(people)}人です。名簿を確かめてください。"
        head.problems.append(warning("I021", message, file, head.lines[name]))
    return people
