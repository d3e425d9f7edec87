"""Import: text → rows → layout → `Minutes`, with everything that a clerk should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafting.importers.fields import agenda_item
from drafting.importers.header import read_head
from drafting.importers.headings import is_heading, item_of
from drafting.importers.layouts import LAYOUTS, no_speaker, recognise
from drafting.importers.markup import tag_problems
from drafting.importers.record import build_record, join_speeches
from drafting.importers.rows import Row, text_rows, without_page_numbers
from drafting.model import AgendaItem, Minutes, Narrative, Source, Utterance
from drafting.problems import Problem


def import_minutes(
    text: str,
    file: str,
    *,
    meeting_id: str | None = None,
    layout: str | None = None,
    source: Source | None = None,
) -> tuple[Minutes, list[Problem]]:
    """The minutes in a decoded text, and warnings in the order of its lines.

    `file` is the name in the warnings. Without `meeting_id` the id is the session (「第N回」) or
    "1". `layout` is a key of `LAYOUTS` (KeyError otherwise), None recognises it; `source` is
    kept with the layout that was used. Every word of the text is in an utterance, a narrative,
    the meeting or a warning. Raises InputError: I001 empty, I002 nobody speaks, I003 no text.
    """
    rows, problems = text_rows(text, file)
    minutes, more = import_rows(rows, file, meeting_id=meeting_id, layout=layout, source=source)
    return minutes, sorted(problems + more, key=lambda problem: problem.place.line)


def import_rows(
    rows: Sequence[Row],
    file: str,
    *,
    meeting_id: str | None = None,
    layout: str | None = None,
    source: Source | None = None,
) -> tuple[Minutes, list[Problem]]:
    """As `import_minutes`, for rows that another reader made. Raises InputError I002."""
    rows, problems = without_page_numbers(rows, file)
    form, found = (LAYOUTS[layout], []) if layout else recognise(rows, file)
    problems += found
    length = form.head_length(rows)
    meeting, lead, found = read_head(rows[:length], file, meeting_id)
    problems += found + tag_problems(rows, file)
    record, found = build_record(join_speeches(form.events(rows[length:])), meeting.id, file, lead)
    if not any(isinstance(entry, Utterance) for entry in record):
        raise no_speaker(rows, file)
    if not meeting.agenda:
        meeting = replace(meeting, agenda=_agenda_of(record))
    if source:
        source = replace(source, layout=form.name)
    problems = sorted(problems + found, key=lambda problem: problem.place.line)
    return Minutes(meeting, record, source), problems


def _agenda_of(record: Sequence[Narrative | Utterance]) -> tuple[AgendaItem, ...]:
    """The agenda as the headings in the record give it, for minutes whose head has none."""
    items: dict[int, AgendaItem] = {}
    for entry in record:
        if isinstance(entry, Narrative) and is_heading(entry.text) and (found := item_of(entry.text)):
            items.setdefault(found[0], agenda_item(*found))
    return tuple(items.values())
