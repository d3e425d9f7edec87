"""The texts of the report: what they point to, their dates, their endings, both sides, the roll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafting.checks.calendar import check_calendar
from drafting.checks.draft_links import check_draft_links
from drafting.checks.endings import check_endings
from drafting.checks.links import check_links
from drafting.checks.meetings import check_meetings
from drafting.checks.numbered import check_numbered
from drafting.checks.roll import check_roll
from drafting.checks.two_sides import check_two_sides
from drafting.draft import Block, Draft, Heading, Paragraph, Span, Table
from drafting.model import (
    Citation,
    Committee,
    Meeting,
    Member,
    Minutes,
    Person,
    Proceeding,
    Recommendation,
    Recommendations,
    Texts,
    Theme,
    Utterance,
)
from drafting.problems import Place, Problem

FILE = "inputs/recommendations.yaml"


def saying(body: str, **changes: object) -> Recommendations:
    base = Recommendation("R1", "窓口", "案内", body, place=Place(FILE, 3, 5), body_place=Place(FILE, 7, 7))
    return Recommendations((Theme("窓口"),), (replace(base, **changes),))  # type: ignore[arg-type]


def codes(found: object) -> list[str]:
    return [problem.code for problem in found]  # type: ignore[attr-defined]


# --- what a text points to ---


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("課題は、次のとおりである。", ["L001"]),
        ("課題は、次のとおりである。\n（1）案内", []),
        ("課題は、以下のとおりである。急ぐべきである。", []),
        ("課題は、次の3点である。", ["L001"]),
        ("次の世代に伝える。", []),
        ("下記のとおりとする。", ["L002"]),
        ("下記のとおりとする。\n記\n1 案内", []),
        ("別紙のとおりとする。", ["L003"]),
        ("別紙のとおりとする。\n別紙\n1 案内", []),
        ("別表2のとおりとする。", ["L003"]),
        ("提言1を踏まえる。", []),
        ("提言２を踏まえる。", ["L004"]),
        ("指摘のとおりである。", []),
    ],
)
def test_what_a_text_points_to_must_be_there(body: str, expected: list[str]) -> None:
    assert codes([*check_links(Committee(), saying(body)), *check_numbered(Committee(), saying(body))]) == expected


def test_a_finding_stands_at_its_words() -> None:
    (found,) = check_links(Committee(), saying("一行目。\n課題は、次のとおりである。"))
    assert str(found.place) == f"{FILE}:8:11"


def draft_of(*blocks: Block) -> list[Problem]:
    return list(check_draft_links(Draft(blocks), "templates/a.md.j2"))


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def test_a_template_is_held_to_what_it_prints() -> None:
    table = Table(((),), (), ("left",))
    assert draft_of(words("次のとおり審議を行った。"), table) == []
    assert codes(draft_of(words("次のとおり審議を行った。"), Heading((Span("題"),), 1))) == ["L001"]
    assert codes(draft_of(words("下記のとおり答申します。"), words("本文"))) == ["L002"]
    assert draft_of(words("下記のとおり答申します。"), words("記")) == []
    assert codes(draft_of(words("別紙のとおり答申します。"), words("記"))) == ["L003"]
    assert codes(draft_of(words("別紙のとおり答申します。"))) == ["L003"]
    assert draft_of(words("別紙のとおり答申します。"), Heading((Span("題"),), 1)) == []


def test_numbers_of_recommendations_run_on() -> None:
    headings = [Heading((Span("題"),), 3, number) for number in ("提言1", "提言3")]
    assert codes(draft_of(*headings)) == ["L005"]


# --- dates ---


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("令和7年(2025年)11月28日(金)に諮問を受けた。", []),
        ("令和7年（2025年）11月28日（木曜日）に諮問を受けた。", ["M011"]),
        ("2025年11月31日に諮問を受けた。", ["M010"]),
        ("平成31年5月10日に定めた。", ["M010"]),
        ("平成31年4月30日に定め、令和元年5月1日に改めた。", []),
        ("令和7年(2024年)11月28日に諮問を受けた。", ["M012"]),
        ("令和元年(2019年)5月1日に始めた。", []),
        ("令和７年度（2025年度）に始める。", []),
        ("令和7年度(2026年度)に始める。", ["M012"]),
        ("令和○年○月○日に答申する。", []),
    ],
)
def test_dates_in_texts_are_right(body: str, expected: list[str]) -> None:
    assert codes(check_calendar(Committee(), saying(body))) == expected


def test_dates_in_the_texts_of_the_committee_are_looked_at_too() -> None:
    texts = Texts(closing="令和7年11月28日(土)", places=(Place("c", 1), Place("c", 2), Place("c", 3, 5)))
    (found,) = check_calendar(Committee(texts=texts), Recommendations((), ()))
    assert str(found) == "c:3:5: 注意[M011]: おわりに（closing）: 「令和7年11月28日(土)」は金曜日です。日付か曜日を確かめてください。"


# --- endings, both sides ---


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("見直すべきではないかと考える。", "提言", ["E001"]),
        ("見直す必要があると思われる。", "附帯意見", ["E001"]),
        ("見直す必要があると考える。", "提言", []),
        ("見直すべきではないかと考える。", "主な意見", []),
        ("見直すべきである。時期を検討されたい。", "提言", ["E002"]),
        ("見直すべきである。早く進められたい。", "提言", []),
    ],
)
def test_hedged_and_mixed_endings_are_findings(body: str, kind: str, expected: list[str]) -> None:
    assert codes(check_endings(saying(body, kind=kind))) == expected


def test_both_sides_must_be_cited() -> None:
    one = (Citation("1-U001", "甲"), Citation("1-U001", "乙"))
    assert codes(check_two_sides(saying("両方ある。", stance="両論", cites=one))) == ["E003"]
    assert codes(check_two_sides(saying("両方ある。", stance="両論", cites=(*one, Citation("1-U002"))))) == []
    assert codes(check_two_sides(saying("両方ある。", cites=one))) == []


def test_what_the_secretariat_said_is_no_side() -> None:
    speeches = tuple(Utterance(key, "1", role, role, "増やす。") for key, role in (("U001", "委員"), ("U002", "事務局"), ("U003", "委員長")))
    minutes = (Minutes(Meeting("1"), speeches),)
    asked = (Citation("1-U001"), Citation("1-U002"))
    assert codes(check_two_sides(saying("両方ある。", stance="両論", cites=asked), minutes)) == ["E003"]
    assert codes(check_two_sides(saying("両方ある。", stance="両論", cites=(*asked, Citation("1-U003"))), minutes)) == []
    read_out = replace(speeches[1], text="欠席の委員から、窓口を減らすべきであるとの意見が届いている。")
    assert codes(check_two_sides(saying("両方ある。", stance="両論", cites=asked), (Minutes(Meeting("1"), (speeches[0], read_out)),))) == []


@pytest.mark.parametrize(("stance", "expected"), [("一致", ["E006"]), ("おおむね一致", []), ("両論", []), ("", [])])
def test_a_recommendation_of_one_mind_opposes_none(stance: str, expected: list[str]) -> None:
    first = saying("増やす。", opposes="R2", stance=stance, cites=(Citation("1-U001"), Citation("1-U002")))
    other = replace(first.items[0], id="R2", opposes="", stance="")
    assert codes(check_two_sides(Recommendations(first.themes, (*first.items, other)))) == expected


@pytest.mark.parametrize(
    ("opposes", "expected"),
    [("R2", []), ("R9", ["E004"]), ("R1", ["E005"]), ("R3", ["E005"]), ("", [])],
    ids=["other", "unknown", "itself", "other theme", "none"],
)
def test_an_opposing_recommendation_is_another_of_the_same_theme(opposes: str, expected: list[str]) -> None:
    first = saying("増やす。", opposes=opposes)
    others = (replace(first.items[0], id="R2", opposes=""), replace(first.items[0], id="R3", theme="道路", opposes=""))
    assert codes(check_two_sides(Recommendations(first.themes, (*first.items, *others)))) == expected


# --- meetings and the roll ---


def held(session: int, title: str = "", day: date | None = None, **people: tuple[Person, ...]) -> Minutes:
    return Minutes(Meeting(str(session), title=title, session=session, date=day, **people), ())  # type: ignore[arg-type]


def test_sessions_run_on_and_occur_once() -> None:
    assert codes(check_meetings(Committee(), [held(1), held(3)])) == ["M003"]
    assert codes(check_meetings(Committee(meetings=(Proceeding(2),)), [held(1), held(3)])) == []
    assert codes(check_meetings(Committee(), [held(3), held(4)])) == []
    assert codes(check_meetings(Committee(), [held(1), replace(held(1), meeting=Meeting("b", session=1))])) == ["M003"]


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("令和7年度 第1回会議", date(2025, 11, 28), []),
        ("令和7年度 第1回会議", date(2026, 3, 31), []),
        ("令和7年度 第1回会議", date(2026, 4, 1), ["M004"]),
        ("令和７年度第２回会議", date(2025, 11, 28), ["M004"]),
    ],
)
def test_a_title_agrees_with_session_and_date(title: str, day: date, expected: list[str]) -> None:
    assert codes(check_meetings(Committee(), [held(1, title, day)])) == expected


ROLL = Committee(members=(Member("井上 あきこ"), Member("井上 貴"), Member("森 花子"), Member("○○")))


@pytest.mark.parametrize(
    ("present", "absent", "expected"),
    [
        (("井上(あ)", "井上(貴)", "森"), (), []),
        (("井上(あ)", "森"), ("井上(貴)",), []),
        (("井上(あ)", "森"), (), ["M005"]),
        (("井上(あ)", "森"), ("○○",), []),
        (("井上(あ)", "井上(貴)", "森", "林"), (), []),
        (("井上(あ)", "井上(貴)", "森", "林", "原"), (), ["M005"]),
        ((), (), []),
    ],
)
def test_the_roll_is_those_present_and_absent(present: tuple[str, ...], absent: tuple[str, ...], expected: list[str]) -> None:
    one = held(1, members=tuple(map(Person, present)), absent=tuple(map(Person, absent)))
    assert codes(check_roll(ROLL, [one])) == expected


def test_without_a_roll_nobody_is_missed() -> None:
    assert codes(check_roll(Committee(), [held(1, members=(Person("森"),))])) == []
