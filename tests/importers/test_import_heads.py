"""Whole heads of minutes of made-up cities, in `heads/`: NAME.txt beside NAME.expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.importers.header import read_head
from drafting.importers.rows import text_rows
from drafting.model import Meeting, Person

HEADS = Path(__file__).parent / "heads"
FILES = sorted(HEADS.glob("*.txt"))


def lines_of(text: str) -> list[str]:
    """What is read from a head, one value a line; people as name / role / title / department."""
    rows, _ = text_rows(text, "a.txt")
    meeting, narratives, problems = read_head(rows, "a.txt", None)
    return [
        *fields_of(meeting),
        *(f"kept: {narrative.text}" for narrative in narratives),
        *(f"told: {problem.code} {problem.place.line}" for problem in sorted(problems, key=lambda one: one.place.line)),
    ]


def fields_of(meeting: Meeting) -> Iterator[str]:
    values = {
        "title": meeting.title, "committee": meeting.committee, "session": meeting.session, "date": meeting.date,
        "start": meeting.start, "end": meeting.end, "place": meeting.place_held, "public": meeting.public,
        "reason": meeting.private_reason, "observers": meeting.observers, "office": meeting.office,
    }  # fmt: skip
    yield from (f"{name}: {value}" for name, value in values.items() if value not in ("", None))
    people = {"member": meeting.members, "absent": meeting.absent, "officer": meeting.secretariat, "other": meeting.others}
    for name, found in people.items():
        yield from (f"{name}: {person_line(person)}" for person in found)
    yield from (f"item: {item.number} {item.title}" + (f" ({item.kind})" if item.kind else "") for item in meeting.agenda)
    yield from (f"paper: {paper}" for paper in meeting.documents)


def person_line(person: Person) -> str:
    parts = (person.name, person.role, person.title, person.department)
    return " / ".join(parts).replace("/  /", "/ /").replace("/  /", "/ /").rstrip(" /")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_head_is_read_as_its_city_meant_it(file: Path) -> None:
    expected = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert lines_of(file.read_text(encoding="utf-8")) == expected


def test_there_are_heads_of_many_forms() -> None:
    assert len(FILES) >= 15
