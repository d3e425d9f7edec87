"""The roll against those who were there: members who come and go, deputies, letters of names, numbers that were said."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.checks.chair import check_chair
from drafting.checks.meetings import check_meetings
from drafting.checks.roll import check_roll
from drafting.model import Committee, Meeting, Member, Minutes, Person, Utterance
from drafting.problems import Place

HERE = Place("inputs/minutes/1.yaml", 2, 7)


def held(*present: Person, absent: tuple[Person, ...] = (), said: str = "") -> Minutes:
    speeches = (Utterance("U001", "1", "事務局", "事務局", said, place=Place("inputs/minutes/1.yaml", 20, 5)),) if said else ()
    return Minutes(Meeting("1", session=1, members=present, absent=absent, place=HERE), speeches)


def told(members: tuple[Member, ...], one: Minutes) -> list[str]:
    return [problem.code for problem in check_roll(Committee(members=members), [one])]


MORI, KITA = Member("森　花子"), Member("北　学")


@pytest.mark.parametrize("note", ["第2回から", "第1回まで", "令和7年12月31日まで", "令和7年12月退任", "後任", "任期 令和8年1月1日～", "北学の後任"])
def test_a_member_whose_note_tells_of_a_change_may_have_been_nowhere(note: str) -> None:
    assert told((MORI, Member("東　京子", note=note)), held(Person("森花子"))) == []


def test_a_note_of_anything_else_excuses_nobody() -> None:
    assert told((MORI, Member("東　京子", note="オンライン")), held(Person("森花子"))) == ["M005"]


@pytest.mark.parametrize(
    "deputy",
    [Person("南　次郎", role="委員代理"), Person("南　次郎（代理）"), Person("南　次郎（北委員代理）"), Person("代理　南　次郎"), Person("南　次郎", title="課長（代理出席）")],
)
def test_a_deputy_is_no_stranger_and_stands_for_one_who_is_missing(deputy: Person) -> None:
    assert told((MORI, KITA), held(Person("森花子"), deputy)) == []
    assert told((MORI, KITA), held(Person("森花子"), deputy, absent=(Person("北学"),))) == []


def test_a_deputy_stands_for_one_only() -> None:
    assert told((MORI, KITA, Member("東　京子")), held(Person("森花子"), Person("南", role="代理"))) == ["M005"]


@pytest.mark.parametrize(("roll", "minutes"), [("髙橋　由美", "高橋由美"), ("齋藤　誠", "斎藤誠"), ("山﨑　正", "山崎"), ("渡邊　昭", "渡辺　昭")])
def test_the_letters_of_a_name_may_be_those_of_everyday(roll: str, minutes: str) -> None:
    assert told((Member(roll),), held(Person(minutes))) == []


def test_one_person_in_other_letters_stands_twice() -> None:
    assert told((Member("髙橋　由美"), Member("高橋由美")), held(Person("高橋由美"), Person("高橋由美"))) == ["M009"]


def test_the_chair_of_the_minutes_is_the_chair_of_the_roll() -> None:
    roll = (Member("森　花子", role="委員長"), Member("北　学", role="委員"))
    swapped = held(Person("森", role="委員"), Person("北", role="委員長"))
    (found,) = check_roll(Committee(members=roll), [swapped])
    assert str(found) == (
        "inputs/minutes/1.yaml:2:7: 注意[M013]: この会議の委員長は「北」ですが、委員名簿では「森　花子」です。"
        "どちらかの role を直してください（交代したのなら、名簿の note に「第2回から」のように書いてください）。"
    )
    assert told(roll, held(Person("森", role="委員長"), Person("北", role="委員"))) == []
    assert told(roll, held(Person("森", role="委員"), Person("北", role="委員"))) == []
    changed = (Member("森　花子", role="委員長", note="第2回から"), Member("北　学", role="委員", note="第1回まで委員長"))
    assert told(changed, swapped) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("委員8名のうち2名が出席しており、会議は成立している。", ["M014"]),
        ("委員総数3名中、２名の出席があり、成立している。", []),
        ("委員3名のうち、過半数の2名が出席しているので、会議は成立する。", []),
        ("委員3名のうち3名が出席している。", ["M014"]),
        ("委員3名中1名の出席により始め、後に1名が加わった。", []),
        ("市の審議会の委員20名のうち8名が女性である。", []),
        ("委員3名のうち1名が欠席である。", []),
        ("部会委員8名のうち4名が出席した部会の結果を報告する。", []),
        ("第二部会の委員8名のうち4名が出席した。", []),
        ("本委員会の委員8名のうち2名が出席している。", ["M014"]),
    ],
)
def test_the_numbers_that_were_said_are_those_of_the_roll_and_the_head(said: str, expected: list[str]) -> None:
    roll = (MORI, KITA, Member("東　京子"))
    assert told(roll, held(Person("森花子"), Person("北学"), absent=(Person("東京子"),), said=said)) == expected


@pytest.mark.parametrize("role", ["オブザーバー", "アドバイザー", "参考人", "説明員"])
def test_a_guest_is_no_stranger_and_stands_for_nobody(role: str) -> None:
    guest = Person("南　次郎", role=role)
    assert told((MORI,), held(Person("森花子"), guest)) == []
    assert told((MORI, KITA), held(Person("森花子"), guest)) == ["M005"]
    assert told((MORI,), held(Person("森花子"), guest, said="委員1名のうち2名が出席している。")) == ["M014"]


def of_year(session: int, title: str, day: date, key: str) -> Minutes:
    return Minutes(Meeting(key, title=title, session=session, date=day), ())


def test_sessions_may_begin_anew_each_fiscal_year() -> None:
    years = [
        of_year(1, "令和7年度第1回委員会", date(2025, 10, 1), "1"),
        of_year(2, "令和7年度第2回委員会", date(2026, 2, 1), "2"),
        of_year(1, "令和8年度第1回委員会", date(2026, 5, 1), "8-1"),
    ]
    assert list(check_meetings(Committee(), years)) == []


def test_sessions_of_a_year_are_in_order_and_occur_once() -> None:
    first = of_year(1, "令和7年度第1回委員会", date(2025, 10, 1), "1")
    assert [found.code for found in check_meetings(Committee(), [first, of_year(1, "令和7年度第1回委員会", date(2025, 11, 1), "b")])] == ["M003"]
    assert [found.code for found in check_meetings(Committee(), [first, of_year(2, "令和7年度第2回委員会", date(2025, 9, 1), "b")])] == ["M001"]


@pytest.mark.parametrize(
    ("chair", "labels", "expected"),
    [
        ("委員長", ("会長", "橘川会長"), "「会長」なら"),
        ("会長", ("座長",), "「座長」なら"),
        ("委員長", ("部会長",), "「部会長」なら"),
        ("会長", ("会長",), ""),
        ("会長", ("委員長", "会長"), ""),
        ("会長", ("議長", "橘川", "橘川委員"), ""),
        ("委員長", ("副会長",), ""),
        ("理事長", ("会長",), ""),
    ],
)
def test_the_report_calls_the_chair_as_the_minutes_do(chair: str, labels: tuple[str, ...], expected: str) -> None:
    record = tuple(Utterance(f"U{i:03d}", "1", label, "委員長", "始める。") for i, label in enumerate(labels))
    found = [str(one) for one in check_chair(Committee(chair=chair, place=Place("inputs/committee.yaml", 2, 3)), [Minutes(Meeting("1"), record)])]
    assert len(found) == bool(expected) and all(expected in one and "M018" in one for one in found)
