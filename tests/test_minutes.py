"""Minutes YAML ⇄ `Minutes`."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.files import FORBIDDEN, check_characters
from drafting.minutes import read_minutes
from drafting.minutes.writing import write_minutes
from drafting.model import ROLES, AgendaItem, Meeting, Minutes, Narrative, Person, Source, Utterance
from drafting.problems import has_errors
from drafting.yamlfile import parse, scan_typing

FILE = "inputs/minutes/1.yaml"
HEAD = 'meeting:\n  id: "1"\nrecord:\n'
UTTERANCE = "  - id: U001\n    speaker: 委員\n    role: 委員\n    text: 窓口が遠い。\n"


def read(text: str) -> tuple[Minutes | None, list[str]]:
    minutes, problems = read_minutes(parse(text, FILE), FILE)
    return minutes, [str(problem) for problem in problems]


def test_minutes_are_read_with_their_head_and_their_record_in_order() -> None:
    text = """\
meeting:
  id: "1"
  title: 第1回会議
  committee: 甲市計画評価委員会
  session: 1
  date: 2025-11-28
  start: "10:00"
  end: "12:00"
  place: 会議室
  public: 可
  observers: 0
  office: 企画課
  members: [青木, {name: 森, role: 委員長}]
  absent: []
  secretariat: [{name: 林, title: 課長, department: 企画部}]
  agenda: [{number: 1, title: 次期計画について, kind: 諮問}]
  documents: [資料1]
source: {file: inputs/sources/1.txt, sha256: ab, layout: table}
record:
  - narrative: ＜開会＞
    line: 8
  - id: U001
    speaker: 森委員
    role: 委員長
    agenda: 1
    line: 9
    text: |
      開会する。
      よろしく。
    reading: 開会します。
"""
    assert read(text) == (
        Minutes(
            Meeting(
                "1", "第1回会議", "甲市計画評価委員会", 1, date(2025, 11, 28), "10:00", "12:00", "会議室", "可", "", 0, "企画課",
                members=(Person("青木"), Person("森", "委員長")),
                secretariat=(Person("林", "", "課長", "企画部"),),
                agenda=(AgendaItem(1, "次期計画について", "諮問"),),
                documents=("資料1",),
            ),
            (Narrative("＜開会＞", 8), Utterance("U001", "1", "森委員", "委員長", "開会する。\nよろしく。", "開会します。", 1, 9)),
            Source("inputs/sources/1.txt", "ab", "table"),
        ),
        [],
    )  # fmt: skip


def test_an_utterance_is_cited_by_meeting_and_number_and_knows_its_line() -> None:
    minutes, _ = read(HEAD + UTTERANCE)
    assert minutes is not None
    assert [(said.reference, said.place.line) for said in minutes.utterances] == [("1-U001", 4)]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("  - id: U001\n    text: 窓口\n", "4:5: エラー[Y011]: 発言に「speaker」「role」がありません（発言でない記録なら narrative に書きます）。"),
        (UTTERANCE * 2, "8:9: エラー[Y021]: 発言番号「U001」が2つあります（1つ目は4行目）。番号は付け替えず、片方を見直してください。"),
        (UTTERANCE.replace("U001", "1"), "4:9: エラー[Y015]: 「1」の書き方が違います。「U001」の形で書いてください。"),
        (UTTERANCE.replace("role: 委員", "role: 議長"), "6:11: エラー[Y014]: 「議長」は選べません。"),
        (UTTERANCE + "    reeding: x\n", "8:5: エラー[Y010]: 知らない項目「reeding」です。「reading」ではありませんか。"),
    ],
    ids=["keys missing", "doubled number", "form of the number", "role", "unknown key"],
)
def test_a_fault_of_the_record_is_told_at_its_place(record: str, message: str) -> None:
    _, messages = read(HEAD + record)
    assert messages[0].startswith(f"{FILE}:{message}")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("meeting:\n  title: x\nrecord: []\n", "2:3: エラー[Y011]: 「id」（会議の記号）がありません。必ず書いてください。"),
        ("meeting: {id: 第1回}\nrecord: []\n", "1:15: エラー[Y015]: 「第1回」の書き方が違います。半角の英数字で「1」のように書いてください。"),
        ("record: []\n", "1:1: エラー[Y011]: 「meeting」（会議）がありません。必ず書いてください。"),
    ],
    ids=["no id", "form of the id", "no meeting"],
)
def test_without_a_meeting_there_are_no_minutes(head: str, message: str) -> None:
    assert read(head) == (None, [f"{FILE}:{message}"])


def test_what_is_wrong_does_not_hide_what_is_right() -> None:
    minutes, messages = read(HEAD + UTTERANCE + "  - id: x\n" + UTTERANCE.replace("U001", "U002"))
    assert minutes is not None
    assert [said.id for said in minutes.utterances] == ["U001", "U002"]
    assert len(messages) == 2


ODD = (
    "窓口が遠い。", "\t字下げ", "　全角", " 前", "後 ", "'引用'", '"', ": ", "資料 #2", "#", "~", "null", "- x", "---", "...", "😀", "\x85", "\u2028", "\ufeff",
    "{a: b}", "[x]", "&a", "*b", "!c", "%", "@", "|", ">", "?", "010", "12:30", "\\n", "<p>", "{{ x }}", "：", "・", "\r", "No",
)  # fmt: skip
LINE = st.one_of(st.sampled_from(ODD), st.lists(st.sampled_from(ODD), max_size=4).map("".join), st.text(st.characters(codec="utf-8"), max_size=12))
SHORT = LINE.filter(lambda text: not FORBIDDEN.search(text) and "\n" not in text)
NAMED = SHORT.filter(lambda text: text != "")
TEXT = st.lists(SHORT, max_size=4).map("\n".join)
NUMBER = st.one_of(st.none(), st.integers(0, 999))
PERSON = st.builds(Person, NAMED, SHORT, SHORT, SHORT)
PEOPLE = st.lists(PERSON, max_size=2).map(tuple)
MEETING = st.builds(
    Meeting,
    id=st.from_regex(r"[A-Za-z0-9_]{1,16}", fullmatch=True),
    title=SHORT, committee=SHORT, session=NUMBER, date=st.one_of(st.none(), st.dates(date(1000, 1, 1))),
    start=st.sampled_from(("", "9:30", "24:00")), end=st.sampled_from(("", "12:05")), place_held=SHORT,
    public=st.sampled_from(("", "可", "不可", "一部不可")), private_reason=SHORT, observers=NUMBER, office=SHORT,
    members=PEOPLE, absent=PEOPLE, secretariat=PEOPLE, others=PEOPLE,
    agenda=st.lists(st.builds(AgendaItem, st.integers(0, 99), NAMED, SHORT), max_size=2).map(tuple),
    documents=st.lists(NAMED, max_size=2).map(tuple),
)  # fmt: skip


@st.composite
def all_minutes(draw: st.DrawFn) -> Minutes:
    meeting = draw(MEETING)
    record: list[Narrative | Utterance] = []
    for number in range(draw(st.integers(0, 4))):
        line = draw(NUMBER)
        if draw(st.booleans()):
            record.append(Narrative(draw(TEXT), line))
        else:
            role, agenda = draw(st.sampled_from(ROLES)), draw(NUMBER)
            record.append(Utterance(f"U{number:03d}", meeting.id, draw(SHORT), role, draw(TEXT), draw(TEXT), agenda, line))
    source = draw(st.one_of(st.none(), st.builds(Source, NAMED, st.just("0" * 64), NAMED)))
    return Minutes(meeting, tuple(record), source)


def in_one(text: str) -> Minutes:
    return Minutes(Meeting("1"), (Narrative(text), Utterance("U001", "1", text.replace("\n", ""), "委員", text, text)))


@given(all_minutes())
@example(in_one("\n"))
@example(in_one("一\n\n\n二\n\n"))
@example(in_one(" \n　\n"))
@example(in_one("\t一\n  二"))
def test_written_minutes_read_back_equal_and_without_a_finding(minutes: Minutes) -> None:
    text = write_minutes(minutes)
    assert not has_errors([*check_characters(text, FILE), *scan_typing(text, FILE)])
    assert read(text) == (minutes, [])


@given(all_minutes())
def test_writing_what_was_read_gives_the_same_file(minutes: Minutes) -> None:
    text = write_minutes(minutes)
    again, _ = read(text)
    assert again is not None
    assert write_minutes(again) == text


def test_prose_is_written_so_that_a_clerk_can_correct_it() -> None:
    minutes = Minutes(Meeting("1", title="第1回"), (Utterance("U001", "1", "委員", "委員", "一つ目。\n二つ目。", line=3),))
    assert write_minutes(minutes).endswith(
        "meeting:\n"
        '  id: "1"\n'
        "  title: 第1回\n"
        "record:\n"
        "  - id: U001\n"
        "    speaker: 委員\n"
        "    role: 委員\n"
        "    line: 3\n"
        "    text: |\n"
        "      一つ目。\n"
        "      二つ目。\n"
    )
