"""Meetings, their order and their roll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from checked import KNOWN, MINUTES, SAID, lines

from drafting.checks.handover import check_handover
from drafting.checks.meetings import check_meetings
from drafting.checks.roll import check_roll
from drafting.model import (
    AgendaItem,
    Committee,
    Letter,
    Meeting,
    Member,
    Minutes,
    Proceeding,
)
from drafting.problems import Place


def meeting(session: int | None, day: date | None) -> Minutes:
    return Minutes(Meeting(str(session), session=session, date=day, place=Place(f"inputs/minutes/{session}.yaml", 2, 3)), ())


def test_a_later_session_with_an_earlier_date_is_a_warning() -> None:
    held = [meeting(2, date(2025, 10, 1)), meeting(1, date(2025, 11, 1)), meeting(None, date(2024, 1, 1)), meeting(3, None)]
    assert lines(check_meetings(Committee(), held)) == [
        "inputs/minutes/2.yaml:2:3: 注意[M001]: 第2回の開催日が第1回より前です。日付か回を確かめてください。"
    ]


def test_two_sessions_of_one_day_are_in_order() -> None:
    assert lines(check_meetings(Committee(), [meeting(1, date(2025, 11, 1)), meeting(2, date(2025, 11, 1))])) == []


def test_an_utterance_under_an_unknown_item_is_a_warning_where_there_is_an_agenda() -> None:
    agenda = Minutes(Meeting("1", session=1, agenda=(AgendaItem(2, "報告"),)), SAID)
    assert lines(check_meetings(Committee(), [agenda])) == [
        "inputs/minutes/1.yaml:9:5: 注意[M002]: 議題 1 は meeting の agenda にありません。番号を確かめてください。"
    ]
    assert lines(check_meetings(Committee(), [MINUTES])) == []


def test_a_meeting_of_a_number_whose_session_is_not_said_is_told() -> None:
    at = Place("inputs/minutes/2.yaml", 8, 7)
    (told,) = lines(check_meetings(Committee(), [Minutes(Meeting("2", place=at), ())]))
    assert told.startswith("inputs/minutes/2.yaml:8:7: 注意[M007]: 会議「2」が第何回か書かれていません。")
    assert lines(check_meetings(Committee(), [Minutes(Meeting("study", place=at), ())])) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("甲市情報化計画評価委員会", "乙市総合計画審議会", True),
        ("甲市総合計画審議会", "甲市環境審議会", True),
        ("甲市総合計画審議会", "甲市総合計画審議会第1部会", False),
        ("甲市総合計画審議会", "甲市総合計画審議会・甲市環境審議会", False),
        ("甲市情報化計画評価委員会", "甲市　情報化計画評価委員会", False),
        ("甲市情報化計画評価委員会", "甲市情報化計画策定評価委員会", False),
    ],
)
def test_minutes_of_another_committee_are_told(ours: str, theirs: str, told: bool) -> None:
    held = [Minutes(Meeting(str(n), session=n, committee=name), ()) for n, name in enumerate((ours, theirs), 1)]
    for committee, minutes in ((Committee(), held), (Committee(name=ours), held[1:])):
        assert [problem.code for problem in check_meetings(committee, minutes)] == (["M008"] if told else [])


def test_a_report_dated_before_the_question_or_a_meeting_is_told_at_its_day() -> None:
    at = Place("inputs/committee.yaml", 9, 9)
    early = replace(KNOWN, letter=replace(KNOWN.letter, date=date(2025, 3, 26)), places={"letter.date": at})
    held = [meeting(1, date(2025, 11, 28)), meeting(2, date(2026, 1, 16))]
    assert lines(check_handover(early, held)) == [
        f"inputs/committee.yaml:9:9: 注意[M006]: 答申の日（2025-03-26）が、{what}より前です。年や月を確かめて、どちらかを直してください。"
        for what in ("諮問の日（2025-11-28）", "第2回の開催日（2026-01-16）")
    ]
    assert lines(check_handover(KNOWN, held)) == []
    late = replace(KNOWN, meetings=(Proceeding(2, date(2026, 4, 1)),))
    assert [problem.code for problem in check_handover(late, held)] == ["M006"]
    assert lines(check_handover(replace(KNOWN, letter=Letter()), held)) == []


def test_a_roll_with_two_chairs_or_one_person_twice_is_told_at_the_second() -> None:
    def at(line: int) -> Place:
        return Place("inputs/committee.yaml", line, 7)

    members = (Member("森　花子", "会長", place=at(4)), Member("青木", "会長", place=at(5)), Member("森 花子", place=at(6)), Member("○○"), Member("○○"))
    assert lines(check_roll(replace(KNOWN, chair="会長", members=members), [])) == [
        "inputs/committee.yaml:5:7: 注意[M009]: 委員名簿に会長が2人います（森　花子と青木）。role を確かめてください。",
        "inputs/committee.yaml:6:7: 注意[M009]: 委員名簿に「森 花子」が2回あります。片方を直すか、消してください。",
    ]
    assert lines(check_roll(replace(KNOWN, members=members[:1]), [])) == []


def test_a_chair_who_followed_another_and_seats_that_are_not_filled_are_right() -> None:
    members = (
        Member("森　花子", "会長", note="令和8年1月まで"), Member("青木", "会長", note="令和8年2月から"),
        Member("（欠員）"), Member("（欠員）"), Member("未定"), Member("未定"), Member("公募委員"), Member("公募委員"),
    )  # fmt: skip
    assert lines(check_roll(replace(KNOWN, chair="会長", members=members), [])) == []
    assert len(lines(check_roll(replace(KNOWN, chair="会長", members=(members[0], replace(members[1], note=""))), []))) == 0
