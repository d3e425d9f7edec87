"""The head of the minutes: rows before the record → `Meeting`, and what is not understood.

What is dropped, and why nothing is lost by it: the bare title (「会 議 録」), which every such
file has, and rows that only point elsewhere (「審議等の概要 … 別紙のとおり」) to the record that follows.
They say nothing of this meeting, and as narratives they would stand in the report as if they
were its sections. Everything else is a field of `Meeting`, a narrative or a Problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from drafting.importers.fields import agenda_items, committee_of, documents, observers_of, session_of, when_leaves_out
from drafting.importers.headings import is_heading
from drafting.importers.labels import CERTAIN, POINTERS, TITLES, begins_attendance, key, labelled, remark
from drafting.importers.markup import checked_option, options_leave_out, paragraphs
from drafting.importers.people import members, officers, others
from drafting.importers.record import unplaced
from drafting.importers.rows import Row, is_blank, warning
from drafting.japanese import parse_date, parse_time_range, parse_weekday, weekday
from drafting.model import Meeting, Narrative, Person
from drafting.problems import Place, Problem

_FAR = 12
_SHOWN = 80
_ALONE = frozenset(("title", "when", "where", "public", "observers", "agenda", "documents"))
_LISTS = frozenset(("agenda", "documents", "members", "absent", "secretariat", "others"))
_LIST_LINE = re.compile("[(（]?[0-9０-９]{1,2}[)）.．、 \u3000]|[①-⑳・○]|(?:参考)?資料|議題|案件|報告|[ \u3000]")
_POINTER_VALUE = re.compile("(?:別紙|別添|以下|次|下記)?(?:の?とおり|のとおりです|参照)?。?")
_TITLE_LINE = re.compile("(.{2,60}?)(?:会議録|議事録|会議要旨|議事要旨|議事概要)(?:[(（][^()（）]*[)）])?")


@dataclass
class _Head:
    """What has been collected: values and their first line by field, and the rows left over."""

    values: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    narratives: list[Narrative] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, name: str, value: str, line: int) -> None:
        # Names written straight beside 出席者 are members.
        name = "members" if name == "attendance" else name
        if value:
            self.values.setdefault(name, []).append(paragraphs(value))
            self.lines.setdefault(name, line)

    def text(self, name: str) -> str:
        return "\n".join(self.values.get(name, ()))


def head_length(rows: Sequence[Row], is_speech: Callable[[Row], bool]) -> int:
    """How many rows stand before the first speech.

    「事務局：企画課」 names the office or is a speech. It is of the head if it follows head rows
    without a blank, or if a row that can only belong to the head (日時, 場所 …) comes soon after.
    """
    start: int | None = None
    in_head = False
    for i, row in enumerate(rows):
        if start is not None and i > start + _FAR:
            break
        found = labelled(row, "")
        if any(name in CERTAIN for name, _ in found):
            start, in_head = None, True
        elif is_blank(row):
            in_head = False
        elif is_speech(row):
            if not found or "。" in row.text:
                return i if start is None else start
            if not in_head and start is None:
                start = i
    return len(rows) if start is None else start


def read_head(rows: Sequence[Row], file: str, meeting_id: str | None) -> tuple[Meeting, list[Narrative], list[Problem]]:
    """The meeting, the narratives that stand in its head, and warnings.

    I013 a row not understood, I020 date and weekday disagree, I021 a count differs from the
    names, I022 a field that cannot be read wholly (it is among the narratives too).
    """
    head = _collect(rows, file)
    meeting = _meeting(head, file, meeting_id)
    narratives = sorted(head.narratives, key=lambda narrative: narrative.line or 0)
    return meeting, narratives, head.problems


def _collect(rows: Sequence[Row], file: str) -> _Head:
    head = _Head()
    current = attendance = waiting = ""
    for row in rows:
        if is_blank(row):
            continue
        attendance = "attendance" if begins_attendance(row) or (attendance and _may_be_inside(row)) else ""
        found = labelled(row, attendance)
        if found:
            for name, value in found:
                head.add(name, value, row.line)
            current = found[-1].field
            waiting = current if len(row.cells) == 1 and not found[-1].value and current in _ALONE else ""
        elif waiting or _continues(row, current):
            head.add(waiting or current, row.text.strip(" \t\u3000"), row.line)
            waiting = ""
        else:
            current = ""
            _leave_over(row, head, file)
    return head


def _may_be_inside(row: Row) -> bool:
    """Rows under 出席者: their first cell is empty, or they are the lines of a text without table."""
    return len(row.cells) == 1 or not row.cells[0].strip()


def _continues(row: Row, current: str) -> bool:
    if not current:
        return False
    if len(row.cells) > 1:
        return not row.cells[0].strip()
    return current in _LISTS and bool(_LIST_LINE.match(row.cells[0]))


def _leave_over(row: Row, head: _Head, file: str) -> None:
    """Drop titles and pointers, keep the rest as narratives; warn of what is not understood."""
    text = row.text.strip(" \t")
    filled = [cell for cell in row.cells if cell.strip()]
    name = key(filled[0])
    if name in TITLES and len(filled) == 1 and remark(filled[0]) in ("", "要旨", "概要", "主な発言要旨", "要点筆記"):
        return
    if name in POINTERS:
        if not all(_POINTER_VALUE.fullmatch(key(cell)) for cell in filled[1:]):
            head.narratives.append(Narrative(text, row.line))
        return
    title = _TITLE_LINE.fullmatch(text.strip(" \u3000"))
    if title and "title" not in head.values:
        head.add("title", text.strip(" \u3000"), row.line)
        return
    head.narratives.append(Narrative(text, row.line))
    if not (title or name in TITLES or is_heading(text)):
        head.problems.append(unplaced(text, file, row.line))


def _meeting(head: _Head, file: str, meeting_id: str | None) -> Meeting:
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


def _keep(name: str, label: str, use: str, head: _Head, file: str) -> None:
    """Keep a field that could not be read wholly as a narrative, and say so (I022)."""
    head.narratives.append(Narrative(f"{label}\t{head.text(name)}", head.lines[name]))
    message = (
        f"{label}「{head.text(name)[:_SHOWN]}」の全部は読み取れないので、地の文にも残しました。"
        f"YAML の {use} を確かめてください。"
    )
    head.problems.append(warning("I022", message, file, head.lines[name]))


def _when(head: _Head, file: str) -> tuple[date | None, str, str]:
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


def _public(head: _Head, file: str) -> str:
    text = head.text("public")
    option = checked_option(text)
    if option is None or options_leave_out(text):
        _keep("public", "公開の可否", "public", head, file)
    return option or ""


def _observers(head: _Head, file: str) -> int | None:
    text = head.text("observers")
    count = observers_of(text[:_SHOWN])
    if text and (count is None or len(text) > _SHOWN):
        _keep("observers", "傍聴者数", "observers", head, file)
    return count


def _members(name: str, head: _Head, file: str) -> tuple[Person, ...]:
    people, count = members(head.text(name))
    if count is not None and count != len(people):
        label = "欠席委員" if name == "absent" else "委員"
        message = f"{label}が{count}名とありますが、読み取れた名前は{len(people)}人です。名簿を確かめてください。"
        head.problems.append(warning("I021", message, file, head.lines[name]))
    return people
