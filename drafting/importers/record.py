"""From what a layout sees to the record: events are folded into speeches and narratives.

A layout only says, line by line, what a row is (`Event`). Joining, ids, roles and agenda
numbers are the same for all layouts and live here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from drafting.importers.headings import ends_items, is_heading, item_of
from drafting.importers.roles import UNKNOWN, clean_label, is_speaker, role_of
from drafting.importers.rows import warning
from drafting.model import Narrative, Utterance
from drafting.problems import Problem

_SENTENCE_ENDS = "。！？!?）)」』】〕."
_SHOWN = 30


class Kind(Enum):
    """What a row is for the record."""

    SPEECH = "the start of a speech"
    MORE = "more of the speech before"
    PAGE = "a page break: what comes next continues the very sentence"
    NOTE = "a heading or a note, understood"
    UNPLACED = "text that the layout does not understand"


class Event(NamedTuple):
    """What a layout says about one row; `text` is "" for PAGE, `label` is for SPEECH only."""

    kind: Kind
    line: int
    text: str = ""
    label: str = ""


class Speech(NamedTuple):
    """One speech, joined: the label as written and the whole text."""

    label: str
    text: str
    line: int


def unplaced(text: str, file: str, line: int) -> Problem:
    """The warning (I013) for text that is kept as a narrative because nobody understood it."""
    shown = text.strip()
    shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
    message = (
        f"「{shown}」は、見出しとしても発言としても読めないので、地の文として残しました。"
        "発言なら YAML で発言者を補ってください。"
    )
    return warning("I013", message, file, line)


def _joint(before: str, after_page: bool) -> str:
    """What goes between two pieces: nothing where a sentence was cut, else a new paragraph."""
    end = before.rstrip(" \t\u3000")[-1:]
    return "" if after_page or end not in _SENTENCE_ENDS else "\n"


def join_speeches(events: Iterable[Event]) -> Iterator[Speech | Event]:
    """Speeches with their continuations joined, and the NOTE and UNPLACED events in between.

    MORE without a speech before it becomes UNPLACED: the importer does not guess who spoke.
    """
    head: Event | None = None
    pieces: list[str] = []
    after_page = False
    for event in events:
        if event.kind is Kind.PAGE:
            after_page = True
            continue
        if event.kind is Kind.MORE and head:
            if pieces[-1]:
                pieces.append(_joint(pieces[-1], after_page))
            pieces.append(event.text)
        else:
            if head:
                yield Speech(head.label, "".join(pieces).strip(" \t"), head.line)
            head = event if event.kind is Kind.SPEECH else None
            pieces = [event.text]
            if event.kind is Kind.MORE:
                yield event._replace(kind=Kind.UNPLACED)
            elif head is None:
                yield event
        after_page = False
    if head:
        yield Speech(head.label, "".join(pieces).strip(" \t"), head.line)


def build_record(
    entries: Iterable[Speech | Event], meeting_id: str, file: str, lead: Sequence[Narrative]
) -> tuple[tuple[Narrative | Utterance, ...], list[Problem]]:
    """The record after the narratives of the head (`lead`), ids U001… in order, and warnings.

    I013 unplaced text, I014 a speaker without words, I017 a label whose role is not known
    (once a label). `agenda` of an utterance is the item whose heading came last before it.
    """
    record: list[Narrative | Utterance] = list(lead)
    problems: list[Problem] = []
    strangers: set[str] = set()
    agenda: int | None = None
    for narrative in lead:
        agenda = agenda_after(narrative.text, agenda)
    count = 0
    for entry in entries:
        if isinstance(entry, Speech) and entry.text.strip():
            count += 1
            utterance = _utterance(entry, f"U{count:03d}", meeting_id, agenda)
            record.append(utterance)
            if utterance.role == UNKNOWN and not is_speaker(utterance.speaker) and utterance.speaker not in strangers:
                strangers.add(utterance.speaker)
                problems.append(_stranger(utterance.speaker, file, entry.line))
        else:
            text = entry.label.strip() if isinstance(entry, Speech) else entry.text.strip(" \t")
            record.append(Narrative(text, entry.line))
            agenda = agenda_after(text, agenda)
            problems += _narrative_problems(entry, file)
    return tuple(record), problems


def _utterance(speech: Speech, id: str, meeting_id: str, agenda: int | None) -> Utterance:
    speaker = clean_label(speech.label)
    return Utterance(id, meeting_id, speaker, role_of(speaker), speech.text, agenda=agenda, line=speech.line)


def _stranger(speaker: str, file: str, line: int) -> Problem:
    message = f"発言者「{speaker}」の役割が分かりません。YAML の role に 委員長・委員・事務局 などを書いてください。"
    return warning("I017", message, file, line)


def _narrative_problems(entry: Speech | Event, file: str) -> list[Problem]:
    if isinstance(entry, Speech):
        label = entry.label.strip()
        message = f"「{label}」の発言の中身がありません。地の文として残しました。もとの会議録を確かめてください。"
        return [warning("I014", message, file, entry.line)]
    return [unplaced(entry.text, file, entry.line)] if entry.kind is Kind.UNPLACED else []


def agenda_after(text: str, before: int | None) -> int | None:
    """The number of the agenda item that is on after a narrative."""
    if not is_heading(text):
        return before
    if item := item_of(text):
        return item[0]
    return None if ends_items(text) else before
