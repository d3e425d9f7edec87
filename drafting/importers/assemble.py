"""Import: text → rows → layout → `Minutes`, with everything that a clerk should look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafting.dates import find_times
from drafting.importers.account import Account, account
from drafting.importers.agenda import Agenda
from drafting.importers.boundary import head_length
from drafting.importers.cells import cell_rows
from drafting.importers.forms import without_block_labels
from drafting.importers.header import read_head
from drafting.importers.headings import is_end, is_ruling, opens_meeting
from drafting.importers.items import counted_on, items_of_headings
from drafting.importers.layout import Layout, Reading
from drafting.importers.layouts import LAYOUTS, Recognised, no_speaker, recognise, told
from drafting.importers.markup import tag_problems
from drafting.importers.names import Names
from drafting.importers.pages import without_page_furniture
from drafting.importers.record import DROPPED, Event, Kind, Speech, build_record, join_speeches
from drafting.importers.roles import NOBODY_KNOWN, clean_label
from drafting.importers.rows import Row, text_rows, warning
from drafting.importers.site import foot_events, foot_from, without_site_lines
from drafting.model import Meeting, Minutes, Narrative, Source, Utterance
from drafting.problems import Problem


class Imported:
    """What an import gives: minutes, problems in the order of the lines, where every character went,
    and how sure the layout is (0 to 1)."""

    __slots__ = ("account", "layout", "minutes", "problems", "sure")

    def __init__(self, minutes: Minutes, problems: list[Problem], account: Account, layout: Layout, sure: float) -> None:
        self.minutes, self.problems, self.account, self.layout, self.sure = minutes, problems, account, layout, sure


def import_minutes(
    text: str,
    file: str,
    *,
    meeting_id: str | None = None,
    layout: str | None = None,
    source: Source | None = None,
    own: Mapping[str, Layout] | None = None,
) -> tuple[Minutes, list[Problem]]:
    """The minutes in a decoded text, and warnings in the order of its lines.

    `file` is the name in the warnings. Without `meeting_id` the id is the session (「第N回」) or
    "1". `layout` is a key of `LAYOUTS` or of `own` (KeyError otherwise), None recognises it;
    `source` is kept with the layout that was used. Every word of the text is in an utterance, a
    narrative, the meeting or a warning. Raises InputError: I001 empty, I002 nobody speaks, I003 no text.
    """
    rows, problems = text_rows(text, file)
    found = import_rows(rows, file, meeting_id=meeting_id, layout=layout, source=source, own=own)
    return found.minutes, sorted(problems + found.problems, key=lambda problem: problem.place.line)


def import_rows(
    rows: Sequence[Row],
    file: str,
    *,
    meeting_id: str | None = None,
    layout: str | None = None,
    source: Source | None = None,
    own: Mapping[str, Layout] | None = None,
) -> Imported:
    """As `import_minutes`, for rows that any reader made. Raises InputError I002."""
    received = rows
    rows, removed, problems = without_page_furniture(rows, file)
    rows, of_site, told_of_site = without_site_lines(rows, file)
    rows, labels = without_block_labels(cell_rows(rows))
    removed += of_site + labels
    end = foot_from(rows)
    rows, foot = rows[:end], rows[end:]
    form, meeting, lead, found = _read(rows, file, meeting_id, layout, own or {})
    problems += told_of_site + found + told(form, rows, file) * (layout is None) + tag_problems(rows, file)
    events = [*form.reading.events(rows[form.reading.head :]), *foot_events(foot)]
    problems += _prefixes_told(events, file)
    entries = join_speeches(events)
    meeting, opened = _with_items(meeting, lead, rows[: form.reading.head], entries)
    names, roles = Names(meeting), form.layout.roles
    agenda = Agenda(meeting.agenda, opened)
    record, found = build_record(entries, meeting.id, file, lead, agenda, lambda label: roles.get(label) or names.role(label))
    record = _in_the_only_item(record, meeting)
    meeting = _with_clock(meeting, record)
    if not any(isinstance(entry, Utterance) for entry in record):
        raise no_speaker(rows, file)
    if source:
        source = replace(source, layout=form.layout.name)
    minutes = Minutes(meeting, record, source)
    nobody = (entry.label for entry in entries if isinstance(entry, Speech) and clean_label(entry.label) in NOBODY_KNOWN)
    dropped = [*(row.text for row in removed), *(event.text for event in events if event.kind in DROPPED), *nobody]
    kept, lost = account(received, dropped, rows[: form.reading.head], record[len(lead) :], file)
    problems = sorted(problems + found + lost, key=lambda problem: problem.place.line)
    return Imported(minutes, problems, kept, form.layout, form.sure)


def _read(
    rows: Sequence[Row], file: str, meeting_id: str | None, layout: str | None, own: Mapping[str, Layout]
) -> tuple[Recognised, Meeting, list[Narrative], list[Problem]]:
    """The layout and the head. The head names people and items, so that the layout is read again with these."""
    names = Names()
    result = _head(rows, _take(rows, file, layout, own, names), file, meeting_id)
    for _ in range(2):
        form, meeting = result[0], result[1]
        if not (meeting.members or meeting.secretariat or meeting.others or meeting.agenda):
            break
        again = _head(rows, _take(rows, file, layout, own, Names(meeting)), file, meeting_id)
        if again[0].reading.head == form.reading.head:
            return again
        result = again
    return result


def _names_before_pointer(rows: Sequence[Row], file: str) -> Names:
    """The people of a head that ends in 「会議内容」, for minutes in which nobody speaks under a role; nobody without such a line."""
    end = head_length(rows, lambda row: None)
    return Names(read_head(rows[:end], file, None)[0]) if end < len(rows) else Names()


def _take(rows: Sequence[Row], file: str, layout: str | None, own: Mapping[str, Layout], names: Names) -> Recognised:
    if layout:
        form = own.get(layout) or LAYOUTS[layout]
        return Recognised(form, form.read(rows, names), 1.0)
    found = recognise(rows, own, names) or recognise(rows, own, _names_before_pointer(rows, file))
    if found is None:
        raise no_speaker(rows, file)
    return found


def _head(
    rows: Sequence[Row], form: Recognised, file: str, meeting_id: str | None
) -> tuple[Recognised, Meeting, list[Narrative], list[Problem]]:
    reading: Reading = form.reading
    head = [Row(("",), row.line) if is_ruling(row.text) else row for row in rows[: reading.head]]
    return form, *read_head(head, file, meeting_id)


def _prefixes_told(events: Sequence[Event], file: str) -> list[Problem]:
    """A warning (I023) for numbers and times in front of the speakers, which are of no speech."""
    found = [event for event in events if event.kind is Kind.GAP and event.text]
    if not found:
        return []
    message = (
        f"発言者の前の番号や時刻を{len(found)}か所で取り除きました（「{found[0].text}」など）。"
        "要るものは、YAML の note に書き足してください。"
    )
    return [warning("I023", message, file, found[0].line)]


def _with_items(meeting: Meeting, lead: Sequence[Narrative], head: Sequence[Row], entries: Sequence[Speech | Event]) -> tuple[Meeting, int | None]:
    """The meeting with the items of the agenda that the record tells, and the item that is on where it begins.

    All items, or those behind the last one of the head: that is the heading of the first speeches then.
    """
    if not meeting.agenda:
        return replace(meeting, agenda=items_of_headings([*lead, *entries])), None
    more = counted_on(meeting.agenda[-1], head, entries)
    return replace(meeting, agenda=(*meeting.agenda, *more)), meeting.agenda[-1].number if more else None


def _with_clock(meeting: Meeting, record: Sequence[Narrative | Utterance]) -> Meeting:
    """The meeting with the hours of 「午後1時30分　開会」 and 「（午後3時終了）」 in its record, where the head does not tell them; of several days with none."""
    notes = [entry.text for entry in record if isinstance(entry, Narrative)]
    opened = [times[0].time for text in notes if opens_meeting(text) and (times := find_times(text))]
    closed = [times[0].time for text in notes if is_end(text) and (times := find_times(text))]
    if len(opened) > 1 or len(closed) > 1:
        return meeting
    return replace(meeting, start=meeting.start or "".join(opened), end=meeting.end or "".join(closed))


def _in_the_only_item(record: tuple[Narrative | Utterance, ...], meeting: Meeting) -> tuple[Narrative | Utterance, ...]:
    """The record with the one item of the agenda everywhere, where nothing in it tells of items."""
    if len(meeting.agenda) != 1 or any(isinstance(entry, Utterance) and entry.agenda is not None for entry in record):
        return record
    number = meeting.agenda[0].number
    return tuple(replace(entry, agenda=number) if isinstance(entry, Utterance) else entry for entry in record)
