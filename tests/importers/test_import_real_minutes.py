"""The real minutes come in whole. Compared with a second, straightforward reading of the file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from drafting.importers import import_minutes
from drafting.model import AgendaItem, Minutes, Narrative, Person, Source
from drafting.problems import Problem

SHARED = Path(__file__).parents[3] / "shared"
FILE = SHARED / "minutes" / "toyonaka-r7-1.txt"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the folder shared/ with the real minutes is absent")


@pytest.fixture(scope="module")
def text() -> str:
    return FILE.read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def imported(text: str) -> tuple[Minutes, list[Problem]]:
    return import_minutes(text, "1.txt")


@pytest.fixture(scope="module")
def minutes(imported: tuple[Minutes, list[Problem]]) -> Minutes:
    return imported[0]


def straightforward(text: str) -> list[tuple[str, str]]:
    """Speaker and text of each speech, read without any of the importer's code."""
    body = text[text.index("発言者\t内容\n") :]
    body = body.replace("\n\n発言者\t内容\n\t<p>", "").replace("\n\n発言者\t内容\n\t", "")
    body = body.replace("</p> <p>", "\x00")
    speeches = []
    for line in body.split("\n"):
        speaker, _, words = line.partition("\t")
        if words and speaker != "発言者":
            speeches.append((speaker, re.sub("</?p>", "", words).replace("\x00", "\n")))
    return speeches


def test_every_utterance_is_there_with_its_id_in_order(minutes: Minutes) -> None:
    assert [u.id for u in minutes.utterances] == [f"U{n:03d}" for n in range(1, 60)]
    assert Counter(u.role for u in minutes.utterances) == {"事務局": 23, "委員長": 18, "委員": 18}
    assert all(u.speaker == u.role and u.meeting == "1" for u in minutes.utterances)


def test_speakers_and_texts_equal_an_independent_reading(minutes: Minutes, text: str) -> None:
    ours = [(u.speaker, u.text) for u in minutes.utterances]
    theirs = straightforward(text)
    assert [hashlib.sha256(repr(pair).encode()).hexdigest() for pair in ours] == [
        hashlib.sha256(repr(pair).encode()).hexdigest() for pair in theirs
    ]


def test_no_character_of_the_record_is_lost_or_added(minutes: Minutes, text: str) -> None:
    body = text[text.index("発言者\t内容\n") :]
    body = re.sub("</?p>|発言者\t内容|[\\s]", "", body)
    labels = Counter("".join(u.speaker for u in minutes.utterances))
    ours = Counter(re.sub(r"\s", "", "".join(entry.text for entry in minutes.record))) + labels
    assert ours == Counter(body)


def test_the_four_section_headings_are_narratives(minutes: Minutes) -> None:
    narratives = [entry for entry in minutes.record if isinstance(entry, Narrative)]
    starts = [("＜開会", 19), ("＜成立", 20), ("＜案件", 22), ("<閉会", 105)]
    assert [(n.text[:3], n.line) for n in narratives] == starts


def test_cells_cut_by_a_page_break_are_joined_without_a_seam(minutes: Minutes, text: str) -> None:
    lines = text.split("\n")
    continued = [i for i, line in enumerate(lines) if i > 18 and line.startswith("\t")]
    assert len(continued) == 8
    whole = {u.line: u.text for u in minutes.utterances}
    for i in continued:
        before = re.sub("</?p>", "", lines[i - 3].partition("\t")[2])
        after = re.sub("</?p>", "", lines[i][1:])
        assert before[-10:] + after[:10] in whole[i - 2]


def test_paragraphs_are_kept_only_where_a_cell_holds_two(minutes: Minutes) -> None:
    assert [u.id for u in minutes.utterances if "\n" in u.text] == ["U024", "U027", "U047", "U052"]


def test_the_agenda_item_holds_from_its_heading_on(minutes: Minutes) -> None:
    assert [u.agenda for u in minutes.utterances] == [None] + [1] * 58


def test_all_fields_of_the_head_are_read(minutes: Minutes) -> None:
    meeting = minutes.meeting
    assert (meeting.id, meeting.session) == ("1", 1)
    assert meeting.title == " ".join(("令和7年度", "豊中市情報化計画策定評価委員会", "第1回会議"))
    assert meeting.committee == "豊中市情報化計画策定評価委員会"
    assert (meeting.date, meeting.start, meeting.end) == (date(2025, 11, 28), "10:00", "12:00")
    assert (meeting.place_held[:11], len(meeting.place_held)) == ("デジタル戦略課会議室 ", 37)
    assert (meeting.public, meeting.private_reason, meeting.observers) == ("可", "", 1)
    assert meeting.office == "都市経営部 デジタル戦略課"
    assert meeting.agenda == (AgendaItem(1, "とよなかデジタル・ガバメント戦略2.0 後継戦略について", "諮問"),)
    assert (meeting.others, meeting.absent, meeting.documents) == ((), (), ())


def test_all_people_of_the_head_are_read(minutes: Minutes) -> None:
    names = ["井上(あ)", "井上(貴)", "下條", "園田", "野村", "脇浜"]
    assert minutes.meeting.members == tuple(Person(name, "委員") for name in names)
    staff = [(p.name, p.title, p.department) for p in minutes.meeting.secretariat]
    section = "都市経営部 デジタル戦略課"
    assert staff == [("玉富", "次長", "都市経営部")] + [
        (name, title, section) for name, title in (("橘", "課長"), ("沖", "係長"), ("西野", "主事"), ("南部", "主事"))
    ]


def test_the_only_warning_is_that_p_tags_were_read(imported: tuple[Minutes, list[Problem]]) -> None:
    assert [(p.code, p.place.line) for p in imported[1]] == [("I012", 51)]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(minutes: Minutes, text: str, end: str) -> None:
    assert import_minutes(text.replace("\n", end), "1.txt")[0] == minutes


def test_the_source_is_kept_with_the_layout_that_was_used(text: str) -> None:
    source = Source("inputs/sources/1.txt", "00", "")
    minutes, _ = import_minutes(text, "1.txt", meeting_id="r7-1", source=source)
    assert minutes.source == Source("inputs/sources/1.txt", "00", "speaker-table")
    assert minutes.utterances[0].reference == "r7-1-U001"
