"""From what a layout sees to the record: events are folded into speeches and narratives.

A layout only says, line by line, what a row is (`Event`). Joining, ids, roles and agenda
numbers are the same for all layouts and live here and in `joining` and `agenda`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from drafting.importers.agenda import Agenda
from drafting.importers.headings import item_of
from drafting.importers.joining import Line, join_lines, measure
from drafting.importers.marks import without_marks
from drafting.importers.roles import NOBODY_KNOWN, UNKNOWN, clean_label, is_speaker, role_of
from drafting.importers.rows import warning
from drafting.model import Narrative, Utterance
from drafting.problems import Problem

_SHOWN = 30
_MANY = 8


class Kind(Enum):
    """What a row is for the record."""

    SPEECH = "the start of a speech"
    MORE = "more of the speech before"
    GAP = "a blank line"
    PAGE = "a page break between two lines"
    CUT = "a page break inside a cell: what comes next continues the very sentence"
    NOTE = "a heading or a note, understood"
    UNPLACED = "text that the layout does not understand"


DROPPED = frozenset((Kind.GAP, Kind.PAGE, Kind.CUT))


class Event(NamedTuple):
    """What a layout says about one row.

    The text of GAP, PAGE and CUT is what the layout drops there (the heads of columns), `label` is
    for SPEECH only; `indent` and `width` (columns of the whole row) tell where paragraphs end, `whole` that the row is one.
    """

    kind: Kind
    line: int
    text: str = ""
    label: str = ""
    indent: int = 0
    width: int = 0
    whole: bool = False


class Speech(NamedTuple):
    """One speech, joined: the label as written and the whole text."""

    label: str
    text: str
    line: int


def unplaced(text: str, file: str, line: int) -> Problem:
    """The warning (I013) for text that is kept as a narrative because nobody understood it."""
    message = (
        f"「{_short(text)}」は、見出しとしても発言としても読めないので、地の文として残しました。"
        "発言なら YAML で発言者を補ってください。"
    )
    return warning("I013", message, file, line)


def _short(text: str) -> str:
    shown = text.strip()
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


class _Open(NamedTuple):
    label: str
    line: int
    lines: list[Line]


def join_speeches(events: Iterable[Event]) -> list[Speech | Event]:
    """Speeches with their continuations joined, and the NOTE and UNPLACED events in between.

    MORE without a speech before it becomes UNPLACED: the importer does not guess who spoke.
    """
    entries = _collect(events)
    paper = measure([entry.lines for entry in entries if isinstance(entry, _Open)])
    found: list[Speech | Event] = []
    for entry in entries:
        if isinstance(entry, _Open):
            found.append(Speech(entry.label, join_lines(entry.lines, paper).strip(" \t"), entry.line))
        else:
            found.append(entry)
    plain = iter(without_marks([entry.text for entry in found if isinstance(entry, Speech)]))
    return [entry._replace(text=next(plain)) if isinstance(entry, Speech) else entry for entry in found]


def _collect(events: Iterable[Event]) -> list[_Open | Event]:
    entries: list[_Open | Event] = []
    current: _Open | None = None
    gap, seam = False, ""
    for event in events:
        if event.kind in DROPPED:
            gap = gap or event.kind is Kind.GAP
            seam = {Kind.PAGE: seam or "page", Kind.CUT: "cut"}.get(event.kind, seam)
            continue
        if event.kind is Kind.SPEECH:
            current = _Open(event.label, event.line, [Line(event.text, event.indent, event.width, whole=event.whole)])
            entries.append(current)
        elif event.kind is Kind.MORE and current:
            current.lines.append(Line(event.text, event.indent, event.width, gap, seam, event.whole))
        else:
            current = None
            entries.append(event._replace(kind=Kind.UNPLACED) if event.kind is Kind.MORE else event)
        gap, seam = False, ""
    return entries


def build_record(
    entries: Iterable[Speech | Event],
    meeting_id: str,
    file: str,
    lead: Sequence[Narrative],
    agenda: Agenda,
    role: Callable[[str], str] = role_of,
) -> tuple[tuple[Narrative | Utterance, ...], list[Problem]]:
    """The record after the narratives of the head (`lead`), ids U001… in order, and warnings.

    `role` gives the role of a clean label. I013 unplaced text, I014 a speaker without words,
    I017 a label whose role is not known (once a label), I019 words of whom nobody says whose.
    """
    record: list[Narrative | Utterance] = list(lead)
    problems: list[Problem] = []
    strangers: dict[str, list[int]] = {}
    if sum(item_of(narrative.text) is not None for narrative in lead) < 2:
        # Two items or more in the head are its list of them: none of them is on yet.
        for narrative in lead:
            agenda.after_narrative(narrative.text)
    count = 0
    for entry in entries:
        if isinstance(entry, Speech) and entry.text.strip():
            count += 1
            speaker = clean_label(entry.label) or entry.label.strip() or UNKNOWN
            speaker = UNKNOWN if speaker in NOBODY_KNOWN else speaker
            known = role(speaker)
            agenda.before_speech(entry.text, known)
            record.append(
                Utterance(
                    f"U{count:03d}", meeting_id, speaker, known, entry.text, agenda=agenda.number, line=entry.line
                )
            )
            if speaker == UNKNOWN or (known == UNKNOWN and (not is_speaker(speaker) or role_of(speaker) != UNKNOWN)):
                strangers.setdefault(speaker, []).append(entry.line)
        else:
            text = entry.label.strip() if isinstance(entry, Speech) else entry.text.strip(" \t")
            record.append(Narrative(text, entry.line))
            agenda.after_narrative(text)
            problems += _narrative_problems(entry, file)
    return tuple(record), problems + [_stranger(speaker, lines, file) for speaker, lines in strangers.items()]


def _stranger(speaker: str, lines: list[int], file: str) -> Problem:
    if speaker == UNKNOWN:
        shown = "、".join(str(line) for line in lines[:_MANY]) + (" …" if len(lines) > _MANY else "")
        message = (
            f"発言者の分からない発言が{len(lines)}件あります（{shown}行目）。発言者「不明」として残しました。"
            "分かるものは、YAML の speaker と role に書いてください。"
        )
        return warning("I019", message, file, lines[0])
    message = f"発言者「{speaker}」の役割が分かりません。YAML の role に 委員長・委員・事務局 などを書いてください。"
    return warning("I017", message, file, lines[0])


def _narrative_problems(entry: Speech | Event, file: str) -> list[Problem]:
    if isinstance(entry, Speech):
        label = entry.label.strip()
        message = f"「{label}」の発言の中身がありません。地の文として残しました。もとの会議録を確かめてください。"
        return [warning("I014", message, file, entry.line)]
    return [unplaced(entry.text, file, entry.line)] if entry.kind is Kind.UNPLACED else []
