"""The minutes among the bad and difficult inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.importers import import_minutes
from drafting.model import Minutes
from drafting.problems import InputError, Problem

CASES = Path(__file__).parents[3] / "shared" / "bad-input" / "cases"

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the folder shared/bad-input is absent")


def read(case: str, encoding: str = "utf-8") -> tuple[Minutes, list[Problem]]:
    return import_minutes((CASES / case).read_bytes().decode(encoding), case)


def texts(minutes: Minutes) -> list[str]:
    return [utterance.text for utterance in minutes.utterances]


@pytest.mark.parametrize(("case", "code"), [("M01.txt", "I001"), ("M02.txt", "I002"), ("M16.txt", "I003")])
def test_what_is_no_minutes_is_refused_at_its_first_line(case: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(case)
    assert [(p.code, str(p.place)) for p in caught.value.problems] == [(code, f"{case}:1:1")]


@pytest.mark.parametrize("case", ["M05.txt", "M07.txt", "M11.txt", "M13.txt", "M14.txt", "M17.txt"])
def test_good_minutes_give_no_warning(case: str) -> None:
    assert read(case)[1] == []


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("M04.txt", [("I012", 7)]),
        ("M08.txt", [("I013", 1)]),
        ("M10.txt", [("I010", 7), ("I010", 8)]),
    ],
)
def test_what_was_changed_or_not_understood_is_told_at_its_line(case: str, found: list[tuple[str, int]]) -> None:
    assert [(p.code, p.place.line) for p in read(case)[1]] == found


def test_p_tags_become_paragraphs() -> None:
    assert texts(read("M04.txt")[0]) == ["一つ目\n二つ目"]


def test_speakers_before_a_colon_are_found_with_spaced_letters() -> None:
    minutes, _ = read("M05.txt")
    assert [(u.speaker, u.text) for u in minutes.utterances] == [("委員長", "よいか。"), ("委員", "よい。")]


def test_a_speech_of_a_megabyte_is_one_utterance() -> None:
    (text,) = texts(read("M07.txt")[0])
    assert len(text.encode()) > 1_000_000


def test_text_before_the_head_is_a_narrative_and_named() -> None:
    minutes, problems = read("M08.txt")
    assert minutes.record[0].text == "前文の注記"
    assert "「前文の注記」" in problems[0].message


def test_control_characters_and_page_breaks_are_removed() -> None:
    assert texts(read("M10.txt")[0]) == ["はい", "承知"]


def test_what_looks_like_a_template_stays_text() -> None:
    assert texts(read("M11.txt")[0]) == ["{{ 7*7 }} {% raw %} を書く例"]


def test_what_yaml_would_misread_stays_as_typed() -> None:
    lines = (CASES / "M13.txt").read_text("utf-8").split("\n")
    assert texts(read("M13.txt")[0]) == [line[3:] for line in lines if line.startswith("委員\t")]


def test_lines_that_end_in_cr_only_are_lines() -> None:
    minutes, _ = read("M14.txt")
    assert (minutes.meeting.session, texts(minutes)) == (1, ["はい"])


def test_rare_characters_of_cp932_are_kept() -> None:
    minutes, problems = read("E10.txt", "cp932")
    assert [u.speaker for u in minutes.utterances] == ["委員長", "髙橋委員"]
    assert minutes.utterances[0].text.startswith("～") and minutes.utterances[1].text.startswith("①")
    assert problems == []
