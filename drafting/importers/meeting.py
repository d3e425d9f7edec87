"""The entries of the head of the minutes → `Meeting`, checked against themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from drafting.dates import era_did_not_exist, find_dates, find_times
from drafting.importers.entries import Entry
from drafting.importers.fields import Group, agenda_of, committee_of, documents, observers_of, session_of
from drafting.importers.label_keys import key, remark
from drafting.importers.listed import What, words
from drafting.importers.markup import public_of
from drafting.importers.officers import officers
from drafting.importers.people import COUNT, members, others
from drafting.importers.rows import Row, warning
from drafting.importers.vocabulary import ORDERS
from drafting.japanese import display_width, half_width_digits, weekday
from drafting.model import Meeting, Person
from drafting.problems import Place, Problem

_LONGEST = 400
_SLACK, _NARROWEST = 2, 36


class _Fields:
    """The entries by field, as texts."""

    def __init__(self, entries: Sequence[Entry], rows: Sequence[Row]) -> None:
        self.entries, self.rows = entries, rows
        self.widest = max((display_width(row.text.rstrip()) for row in rows if len(row.cells) == 1), default=0)

    def of(self, *names: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.field.partition(":")[0] in names and entry.value]

    def text(self, *names: str, between: str = "\n") -> str:
        return between.join(entry.value for entry in self.of(*names) if entry.person is None)

    def joined(self, *names: str) -> str:
        """As `text`, in one line: without a seam where a line fills the page, with a blank elsewhere."""
        whole, before = "", -1
        for entry in self.of(*names):
            full = before >= 0 and display_width(self.rows[before].text.rstrip()) >= max(self.widest - _SLACK, _NARROWEST)
            whole += ("" if full or not whole else " ") + entry.value
            before = entry.row
        return _line(whole)

    def line(self, *names: str) -> int:
        return self.rows[self.of(*names)[0].row].line


def meeting_of(entries: Sequence[Entry], rows: Sequence[Row], file: str, meeting_id: str | None) -> tuple[Meeting, list[Problem]]:
    """The meeting from the entries of its head, and what disagrees in them (I020, I021, I027, I028)."""
    fields = _Fields(entries, rows)
    problems: list[Problem] = []
    title, committee = _title(fields)
    session = session_of(title)
    if session is None:
        session = next((n for entry in fields.of("session", "committee") if (n := _session(entry.value)) is not None), None)
    day, start, end = _when(fields, file, problems)
    public, reason, observers = _public(fields)
    staff = _secretariat(fields)
    return Meeting(
        id=meeting_id or (str(session) if session is not None else "1"),
        title=title,
        committee=committee,
        session=session,
        date=day,
        start=start,
        end=end,
        place_held=fields.joined("where") or _place_beside_date(fields),
        public=public,
        private_reason=reason,
        observers=observers,
        office=fields.joined("office") or _office_of(fields, staff),
        members=_members("members", fields, file, problems),
        absent=_members("absent", fields, file, problems),
        secretariat=staff,
        others=_others(fields),
        agenda=agenda_of(_groups(fields)),
        documents=documents(fields.text("documents")),
        place=Place(file, min((rows[entry.row].line for entry in entries if entry.value), default=1), 1),
    ), problems


def _line(text: str) -> str:
    """Several lines as one."""
    return re.sub("[ \u3000\t]*\n[ \u3000\t]*|\t+", " ", text).strip()


def with_officers(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with a name beside 事務局 as officers: there it means people."""
    office = "\n".join(entry.value for entry in entries if entry.field == "office")
    if not office or not _names_somebody(office):
        return list(entries)
    return [entry._replace(field="secretariat") if entry.field == "office" and _names_somebody(entry.value) else entry for entry in entries]


def _names_somebody(text: str) -> bool:
    found = list(words(text))
    titled = any(word.what is What.NAME and word.title and word.stem for word in found)
    title = any(word.what is What.TITLE for word in found)
    return titled or (title and any(word.what is What.NAME for word in found))


def _title(fields: _Fields) -> tuple[str, str]:
    title = fields.joined("title")
    committee = fields.joined("committee")
    whole, session = title or committee, _line(fields.text("session"))
    if whole and session and session_of(whole) is None:
        whole = f"{whole} {session}"
    return whole, committee_of(committee or title)


def _session(text: str) -> int | None:
    found = session_of(text)
    if found is None and (match := re.fullmatch("[ \u3000]*([0-9]{1,3})[ \u3000]*回?(?:目)?", half_width_digits(text))):
        return int(match[1])
    return found


def _when(fields: _Fields, file: str, problems: list[Problem]) -> tuple[date | None, str, str]:
    text = fields.text("when")[:_LONGEST]
    dates = find_dates(text) or find_dates(fields.text("start")[:_LONGEST])
    times = [one.time for one in find_times(text)]
    opened = [one.time for one in find_times(fields.text("start")[:_LONGEST])]
    closed = [one.time for one in find_times(fields.text("end")[:_LONGEST])]
    start = (opened or times or [""])[0]
    # 「開会　13:30　閉会　15:15」 stands in one row.
    end = (closed or opened[1:2] or times[1:2] or [""])[0]
    if not dates:
        return None, start, end
    one, line = dates[0], fields.line("when" if find_dates(text) else "start")
    if one.western is not None and one.western != one.day.year:
        message = (
            f"開催日の年が、和暦と西暦とで合いません（{one.day.year}年と{one.western}年）。{one.day.isoformat()} として読みました。"
            "どちらが正しいか確かめてください。"
        )
        problems.append(warning("I027", message, file, line))
    if era_did_not_exist(one):
        message = f"{one.day.isoformat()} は{one.era}ではありません。元号か年を確かめてください。"
        problems.append(warning("I028", message, file, line))
    if one.weekday and one.weekday != weekday(one.day):
        message = (
            f"開催日の曜日が合いません。{one.day.isoformat()} は({weekday(one.day)})ですが、({one.weekday})とあります。"
            "日付か曜日を確かめてください。"
        )
        problems.append(warning("I020", message, file, line))
    return one.day, start, end


def _place_beside_date(fields: _Fields) -> str:
    """The place under a label such as 「日時・場所」: what is left beside date and times."""
    text = "\n".join(entry.value for entry in fields.of("when") if re.search("場所|会場", key(entry.label)))[:_LONGEST]
    spans = [(one.start, one.end) for one in find_dates(text)] + [(one.start, one.end) for one in find_times(text)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return _line(re.sub("[～〜~]|から|まで|(?:開会|閉会)(?![^ ])|^[ \u3000、，於]+", " ", text)).strip(" \u3000、，／/")


def _public(fields: _Fields) -> tuple[str, str, int | None]:
    """公開の可否, the reason for not being public, the number of observers: they stand in each other's rows."""
    public, beside = public_of(fields.text("public"))
    reason = _line(fields.text("private_reason"))
    if re.fullmatch("な ?し|無し?|[-－―ー]+", reason):
        reason = ""
    text = fields.text("observers")
    # 「○傍聴（2名）」 stands without a value beside it.
    text = next((count for entry in fields.entries if entry.field == "observers" and COUNT.fullmatch(count := remark(entry.label))), text)
    observers = observers_of(text[:_LONGEST]) if text else None
    if beside and observers is None and re.match("傍聴", beside):
        observers = observers_of(beside[:_LONGEST])
    elif beside and not reason and public != "可":
        reason = beside
    return public, reason, observers


def _members(name: str, fields: _Fields, file: str, problems: list[Problem]) -> tuple[Person, ...]:
    names = ("members", "attendance") if name == "members" else (name,)
    text = fields.text(*names)
    people, count = members(text)
    people += tuple(entry.person for entry in sorted(fields.of(*names), key=lambda entry: entry.column) if entry.person)
    if count is None:
        labels = (remark(entry.label) for entry in fields.entries if entry.field in names)
        count = next((int(half_width_digits(match[1])) for label in labels if (match := COUNT.fullmatch(label))), None)
    if count is not None and people and count != len(people):
        label = "欠席委員" if name == "absent" else "委員"
        message = f"{label}が{count}名とありますが、読み取れた名前は{len(people)}人です。名簿を確かめてください。"
        problems.append(warning("I021", message, file, fields.line(*names)))
    return people


def _secretariat(fields: _Fields) -> tuple[Person, ...]:
    rolled = tuple(entry.person for entry in fields.of("secretariat") if entry.person)
    text = fields.text("secretariat")
    return rolled + (officers(text) if text else ())


def _office_of(fields: _Fields, staff: Sequence[Person]) -> str:
    """「事務局：企画課」 among those present, without a name, is the office."""
    text = fields.text("secretariat")
    found = list(words(text))
    return _line(text) if text and not staff and all(word.what is What.DEPARTMENT for word in found) else ""


def _others(fields: _Fields) -> tuple[Person, ...]:
    found: tuple[Person, ...] = ()
    for entry in fields.of("others"):
        if entry.person:
            found += (entry.person,)
        elif _names_somebody(entry.value):
            found += officers(entry.value)
        else:
            found += others(entry.value)
    return found


def _groups(fields: _Fields) -> list[Group]:
    """The entries of the agenda, those that follow one another under one label joined."""
    found: list[Entry] = []
    for entry in fields.of("agenda"):
        if found and (found[-1].field, found[-1].label) == (entry.field, entry.label):
            found[-1] = found[-1]._replace(value=f"{found[-1].value}\n{entry.value}")
        else:
            found.append(entry)
    orders = {one.label for one in found if key(one.label) in ORDERS or re.search("開[ \u3000]*会[ \u3000]*(?:$|\n)", one.value)}
    return [Group(one.field.partition(":")[2], one.label in orders, one.value) for one in found]
