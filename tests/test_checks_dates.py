"""Dates in the texts against the calendar and against what the other files say of the same day."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.checks.calendar import check_calendar
from drafting.checks.handover import check_handover
from drafting.checks.retold import check_retold
from drafting.model import (
    AgendaItem,
    Committee,
    Consultation,
    Letter,
    Meeting,
    Minutes,
    Proceeding,
    Recommendation,
    Recommendations,
    Texts,
    Theme,
)
from drafting.problems import Place


def calendar(body: str) -> list[str]:
    items = (Recommendation("R1", "窓口", "案内", body),)
    return [found.code for found in check_calendar(Committee(), Recommendations((Theme("窓口"),), items))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("毎年4月31日に点検する。", ["M010"]),
        ("毎年２月３０日に点検する。", ["M010"]),
        ("毎年13月1日に点検する。", ["M010"]),
        ("毎年2月29日に点検する。", []),
        ("12月31日と1月31日に点検する。", []),
        ("令和7年4月30日及び同年5月31日に点検する。", []),
        ("令和7年2月29日に改めた。", ["M010"]),
        ("3か月31日間にわたる。", []),
    ],
)
def test_a_day_without_a_year_exists_too(body: str, expected: list[str]) -> None:
    assert calendar(body) == expected


def held(session: int, day: date, kind: str = "") -> Minutes:
    agenda = (AgendaItem(1, "計画について", kind),)
    return Minutes(Meeting(str(session), session=session, date=day, agenda=agenda, place=Place(f"inputs/minutes/{session}.yaml", 2, 7)), ())


def asked(day: date, *minutes: Minutes) -> list[str]:
    committee = Committee(consultation=Consultation(date=day), place=Place("inputs/committee.yaml", 2, 3))
    return [str(found) for found in check_handover(committee, minutes)]


def test_the_question_is_put_no_later_than_the_meeting_that_has_it_on_its_agenda() -> None:
    assert asked(date(2025, 12, 1), held(1, date(2025, 10, 1), "諮問")) == [
        "inputs/committee.yaml:2:3: 注意[M006]: 諮問の日（2025-12-01）が、諮問を議題とした第1回の開催日（2025-10-01）より後です。年や月を確かめて、どちらかを直してください。"
    ]
    assert asked(date(2025, 10, 1), held(1, date(2025, 10, 1), "諮問")) == []
    assert asked(date(2025, 9, 20), held(1, date(2025, 10, 1), "諮問")) == []
    assert asked(date(2025, 12, 1), held(1, date(2025, 10, 1)), held(2, date(2025, 12, 1), "諮問")) == []


def test_the_question_is_put_before_the_last_meeting() -> None:
    assert len(asked(date(2026, 3, 1), held(1, date(2025, 10, 1)), held(2, date(2025, 12, 1)))) == 1
    assert asked(date(2025, 11, 1), held(1, date(2025, 10, 1)), held(2, date(2025, 12, 1))) == []


def retold(words: str, answered: date | None = date(2026, 3, 20)) -> list[str]:
    committee = Committee(
        consultation=Consultation(date=date(2025, 10, 1)), letter=Letter(date=answered), meetings=(Proceeding(2, date(2026, 1, 16)),),
        texts=Texts(introduction=words, places=(Place("c", 5, 5), Place("c", 1), Place("c", 1))),
    )  # fmt: skip
    return [found.code for found in check_retold(committee, [held(1, date(2025, 10, 1))])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("本委員会は、令和7年9月1日に市長から諮問を受け、審議を行った。", ["M015"]),
        ("令和7年9月1日付けで諮問のあった件について審議した。", ["M015"]),
        ("本委員会は、令和7年10月1日に市長から諮問を受けた。", []),
        ("本委員会は、令和７年１０月１日、市長から諮問を受けた。", []),
        ("前回の計画は、令和2年9月1日に諮問を受けて定めた。", []),
        ("令和2年9月1日に定めた計画について、諮問を受けた。", []),
        ("令和7年9月1日に委嘱を受け、令和7年10月1日に諮問を受けた。", []),
        ("諮問を受け、4回にわたり審議を行った。", ["M016"]),
        ("諮問を受け、計４回の会議を開き、審議を行った。", ["M016"]),
        ("諮問を受け、2回にわたり慎重に審議を重ねた。", []),
        ("部会を含め、5回にわたり審議を行った。", []),
        ("市民に3回にわたり説明を行った。", []),
        ("各分野について1回の会議で説明を受け、その後審議した。", []),
        ("5回の会議を開催し、慎重に審議を重ねた。", ["M016"]),
        ("全12回の会議を通じて審議を行った。", ["M016"]),
        ("市は、4回の会議を開いて説明した。", []),
    ],
)
def test_what_the_introduction_retells_is_what_the_files_say(words: str, expected: list[str]) -> None:
    assert retold(words) == expected


def test_meetings_may_be_still_to_come_while_the_day_of_the_report_is_open() -> None:
    assert retold("諮問を受け、4回にわたり審議を行った。", None) == []


def test_what_the_introduction_retells_wrongly_says_what_the_files_have() -> None:
    committee = Committee(
        consultation=Consultation(date=date(2025, 10, 1)), letter=Letter(date=date(2026, 3, 20)),
        texts=Texts(introduction="令和7年9月1日に諮問を受け、4回にわたり審議した。", places=(Place("c", 5, 5), Place("c", 1), Place("c", 1))),
    )  # fmt: skip
    assert [str(found) for found in check_retold(committee, [held(1, date(2025, 10, 1))])] == [
        "c:5:5: 注意[M015]: はじめに（introduction）: 「令和7年9月1日」に諮問とありますが、consultation の date は 2025-10-01 です。どちらかを直してください。",
        "c:5:20: 注意[M016]: はじめに（introduction）: 「4回にわたり審議」とありますが、会議は1回です（会議録と committee.yaml の meetings）。どちらかを直してください。",
    ]
