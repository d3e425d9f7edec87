"""Records of what was handed out: written, read back, and told apart from what is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.issued import Issued, IssuedText, issued_path, read_issued, write_issued
from drafting.problems import InputError

words = st.text(st.characters(codec="utf-8"), max_size=30)
texts = st.lists(st.builds(IssuedText, words, st.integers(1, 9), words), max_size=5, unique_by=lambda each: each[:2])
records = st.builds(Issued, words, words, words, words, words, words, texts.map(tuple), st.lists(words, max_size=3).map(tuple))
RECORD = Issued("0a1b", "照会", "report.md.j2", "答申", "答申案（照会）.docx", "2026-01-16", (IssuedText("R1.title", 1, "案内\n見直し"),))


@given(records)
def test_what_is_written_reads_back(record: Issued) -> None:
    assert read_issued(write_issued(record), "x.json") == record


def test_a_record_is_json_that_a_person_can_read() -> None:
    data = write_issued(RECORD).decode("utf-8")
    assert json.loads(data)["schema"] == 1
    assert '{"address": "R1.title", "occurrence": 1, "text": "案内\\n見直し"}' in data
    assert issued_path("0a1b") == "outputs/issued/0a1b.json"


def faults(data: bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_issued(data, "a.json")
    return [f"{each.place} {each.code}" for each in caught.value.problems]


def changed(old: str, new: str) -> bytes:
    data = write_issued(RECORD).decode("utf-8")
    assert old in data
    return data.replace(old, new).encode("utf-8")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"{", ["a.json:1:2 F040"]),
        (b"[]", ["a.json:1:1 F041"]),
        (b"[" * 100_000, ["a.json:1:1 F041"]),
        (changed('"schema": 1', '"schema": 2'), ["a.json:1:1 F042"]),
        (changed('"title": "答申",\n', ""), ["a.json:1:1 F041"]),
        (changed('"title": "答申"', '"title": 3'), ["a.json:5:1 F041"]),
        (changed('"occurrence": 1', '"occurrence": 0'), ["a.json:9:1 F041"]),
        (changed('"occurrence": 1', '"occurrence": true'), ["a.json:9:1 F041"]),
        (changed('"text": ', '"txt": '), ["a.json:9:1 F041"]),
    ],
)
def test_what_is_no_record_is_refused_at_its_line(data: bytes, found: list[str]) -> None:
    assert faults(data) == found


def test_two_texts_at_one_place_are_refused() -> None:
    twice = Issued("", "", "", "", "", "", (IssuedText("a", 1, "一"), IssuedText("a", 1, "二")))
    assert faults(write_issued(twice)) == ["a.json:10:1 F041"]
