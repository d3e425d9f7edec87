"""Minutes as cities publish them, written by people who did not know the importer; cities and names are made up.

What they expected stands beside each file. A field of the head that the importer reads otherwise is not listed: some
differ by definition (a title with or without 会議録, an officer with or without the title), some are read wrongly.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafting.importers import Imported, import_rows, source_rows

FOLDER = Path(__file__).parent / "minutes"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def test_there_are_minutes_to_read() -> None:
    assert len(FILES) >= 30
    assert {path.suffix for path in FILES} == {".txt", ".md", ".html", ".docx"}


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{path.stem}.expected.json").read_text(encoding="utf-8"))
    return found


def read(path: Path) -> Imported:
    rows, _ = source_rows(path.read_bytes(), path.name)
    return import_rows(rows, path.name)


def fields(found: Imported) -> dict[str, Any]:
    meeting = found.minutes.meeting
    people = {name: [person.name for person in getattr(meeting, name)] for name in ("members", "absent", "secretariat")}
    plain = {name: getattr(meeting, name) for name in ("title", "committee", "session", "start", "end", "public", "observers")}
    day = meeting.date.isoformat() if meeting.date else None
    return plain | people | {"date": day, "place": meeting.place_held, "agenda": [item.title for item in meeting.agenda]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_minutes_are_read_as_a_person_reads_them(path: Path) -> None:
    wanted, found = expected(path), read(path)
    said = [{"speaker": one.speaker, "text": one.text} for one in found.minutes.utterances]
    assert said == wanted["utterances"]
    have = fields(found)
    assert {name: have[name] for name in wanted["meeting"]} == wanted["meeting"]
    if "agenda_of" in wanted:
        assert [one.agenda for one in found.minutes.utterances] == wanted["agenda_of"]
    assert [problem for problem in found.problems if problem.code == "I030"] == []
