"""Rows of a table of speeches that name no speaker: a heading, a note, more of what was said, or nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.importers.headings import is_aside, is_break, is_heading, is_narration, numbered
from drafting.importers.joining import ends_sentence
from drafting.importers.names import Names
from drafting.importers.record import Event, Kind
from drafting.importers.rows import Row, is_blank

# Who tells of a meeting writes 説明があった; who speaks in it says 説明します.
_POLITE = re.compile("(?:です|ます|ました|ません|でした|ましょう|でしょう|(?:くだ|下)さい)(?:か|ね|よ|が)?[。？]$")
_NEAR = 40  # rows
_CUT_OFF = re.compile("[、，はがをにでとのもへや]$")


def settled(event: Event, rows: Sequence[Row], i: int, said: str, names: Names) -> Event:
    """The event of row `i` with what its neighbours tell; `said` are the words before it, "" where nobody speaks."""
    if event.kind is Kind.MORE and "\n" not in event.text and _is_heading(event.text, rows, i, said, names):
        return event._replace(kind=Kind.NOTE)
    if event.kind is not Kind.UNPLACED or len(rows[i].cells) > 1:
        return event
    if _is_heading(event.text, rows, i, said, names):
        return event._replace(kind=Kind.NOTE)
    return event._replace(kind=Kind.MORE) if _goes_on(event.text, rows, i, said) else event


def _is_heading(text: str, rows: Sequence[Row], i: int, said: str, names: Names) -> bool:
    """True for the title of an item, and for a heading right before a speaker that is not the last point of a list."""
    if said and not ends_sentence(said):
        return False
    if names.is_item(text):
        return True
    behind = next((row for row in rows[i + 1 : i + _NEAR] if not is_blank(row)), None)
    alone = behind is None or bool(behind.cells[0].strip() and len(behind.cells) > 1)
    return alone and (is_heading(text) or numbered(text) is not None)


def _goes_on(text: str, rows: Sequence[Row], i: int, said: str) -> bool:
    """True for a further paragraph of a cell, which a table copied as text puts on a line of its own."""
    if not said or is_blank(rows[i - 1]) or is_narration(text.strip()):
        return False
    behind = next((row for row in rows[i + 1 : i + _NEAR] if len(row.cells) > 1 or is_blank(row)), None)
    within = behind is not None and not is_blank(behind)
    return bool(_CUT_OFF.search(said)) or (within and bool(_POLITE.search(text.rstrip())))


def apart(event: Event) -> Iterator[Event]:
    """A speech with the notes and the heading that stand in its cell on lines of their own taken apart."""
    if event.kind not in (Kind.SPEECH, Kind.MORE):
        yield event
        return
    lines = event.text.split("\n")
    words: list[str] = []
    following = event
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else ""
        alone = is_aside(line) or is_break(line) or (i == len(lines) - 1 and bool(numbered(line)) and ends_sentence(before))
        if not alone or (not i and event.kind is Kind.SPEECH):
            words.append(line)
            continue
        if words:
            yield following._replace(text="\n".join(words))
        yield Event(Kind.NOTE, event.line, line.strip(" \t\u3000"))
        words, following = [], event._replace(kind=Kind.SPEECH if event.label else Kind.MORE)
    if words:
        yield following._replace(text="\n".join(words))
