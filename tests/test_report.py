"""Committee + recommendations + minutes → what templates see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from drafting.model import (
    PARTS,
    AgendaItem,
    Citation,
    Committee,
    Consultation,
    Format,
    Letter,
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
from drafting.report import build_report
from drafting.views import EvidenceView, MemberView, Report, Text

FIRST = Minutes(
    Meeting(
        "1", "第1回会議", "甲市計画評価委員会", 1, date(2025, 11, 28), place_held="第一会議室（3階）", observers=2,
        members=(Person("青木"), Person("森")), absent=(Person("林"),), agenda=(AgendaItem(1, "次期計画について", "諮問"),),
    ),
    (
        Utterance("U001", "1", "森委員", "委員", "字が小さい。"),
        Utterance("U002", "1", "事務局", "事務局", "再会する。", "再開する。"),
    ),
)  # fmt: skip
ITEM = Recommendation("R1", "窓口", "案内", "直す。", cites=(Citation("1-U001", "字が"),), responses=(Citation("1-U002"),))
THEMES = (Theme("窓口", "字が小さい現状。"), Theme("防災"))


def report(committee: Committee | None = None, items: tuple[Recommendation, ...] = (ITEM,), minutes: tuple[Minutes, ...] = (FIRST,)) -> Report:
    return build_report(committee or Committee(), Recommendations(THEMES, items), minutes)


def test_every_text_knows_the_value_it_came_from() -> None:
    made = report(Committee(name="甲", texts=Texts("始め", "考え", "結び"), members=(Member("森"),)))
    item = made.themes[0].recommendations[0]
    texts: list[Any] = [
        made.committee.name, made.letter.title, made.letter.number, made.consultation.title, made.texts.introduction, made.texts.principles,
        made.texts.closing, made.themes[0].title, made.themes[0].lead, item.title, item.body, item.reason, made.members[0].name,
    ]  # fmt: skip
    assert [text.address for text in texts] == [
        "committee.name", "letter.title", "letter.number", "consultation.title", "texts.introduction", "texts.principles",
        "texts.closing", "themes.窓口.title", "themes.窓口.lead", "R1.title", "R1.body", "R1.reason", "committee.members.1.name",
    ]  # fmt: skip


def test_evidence_names_the_role_and_never_the_member() -> None:
    item = report().recommendations[0]
    assert item.evidence == (EvidenceView("1-U001", "第1回", "委員", "字が", "字が小さい。"),)
    assert item.responses == (EvidenceView("1-U002", "第1回", "事務局", "", "再開する。"),)


def test_evidence_calls_the_chair_as_the_committee_does() -> None:
    said = Utterance("U009", "1", "会長", "委員長", "字を大きく。")
    minutes = [Minutes(Meeting("1", session=1), (said,))]
    item = replace(ITEM, cites=(Citation("1-U009"),))
    made = build_report(Committee(chair="会長"), Recommendations((Theme(item.theme),), (item,)), minutes)
    assert made.recommendations[0].evidence[0].role == "会長"


def test_a_citation_that_cannot_be_found_is_left_out() -> None:
    item = replace(ITEM, cites=(Citation("1-U099"), Citation("1-U001")))
    assert [said.reference for said in report(items=(item,)).recommendations[0].evidence] == ["1-U001"]


def test_recommendations_go_where_their_kind_belongs() -> None:
    kinds = ("提言", "附帯意見", "主な意見", "少数意見", "不採用")
    made = report(items=tuple(replace(ITEM, id=f"R{n}", kind=kind) for n, kind in enumerate(kinds)))
    assert [item.id for item in made.recommendations] == ["R0"]
    assert [item.id for item in made.themes[0].recommendations] == ["R0"]
    assert [item.id for item in made.themes[0].opinions] == ["R2"]
    assert [item.id for item in made.supplementary] == ["R1"]
    assert [item.id for item in made.minority] == ["R3"]


def test_recommendations_keep_the_order_of_themes_and_of_the_file() -> None:
    items = tuple(replace(ITEM, id=id, theme=theme) for id, theme in (("R1", "防災"), ("R2", "窓口"), ("R3", "防災")))
    assert [item.id for item in report(items=items).recommendations] == ["R2", "R1", "R3"]


def test_a_theme_with_nothing_to_say_is_no_chapter() -> None:
    assert [theme.title for theme in report().themes] == ["窓口"]


def test_what_nobody_has_said_is_a_visible_placeholder() -> None:
    made = build_report(Committee(), Recommendations((), ()), ())
    assert (made.committee.name, made.committee.city, made.letter.title) == ("○○委員会", "○○市", "○○○○について（答申）")
    assert (made.letter.number, made.letter.date, made.letter.addressee) == ("○○第○号", "令和○年(○○○○年)○月○日", "○○市長　○○　○○　様")
    assert (made.letter.month, made.letter.chair_name) == ("令和○年○月", "○○　○○")


def test_what_is_known_is_printed() -> None:
    letter = Letter("", "甲第1号", date(2026, 3, 26), "", "乙", "様", "森", "印")
    made = report(Committee(city="甲市", letter=letter, consultation=Consultation("計画", "甲第2号", date(2025, 11, 28))))
    assert (made.letter.title, made.letter.number, made.letter.date) == ("計画について（答申）", "甲第1号", "令和8年(2026年)3月26日")
    assert (made.letter.month, made.letter.addressee, made.letter.seal) == ("令和8年3月", "甲市長　乙　様", "印")
    assert (made.consultation.number, made.consultation.date) == ("甲第2号", "令和7年(2025年)11月28日")


def test_a_number_said_not_to_exist_is_left_out() -> None:
    made = report(Committee(letter=Letter(number="なし"), consultation=Consultation(number="なし")))
    assert (made.letter.number, made.consultation.number) == ("", "")


@pytest.mark.parametrize(
    ("given", "title", "subject"),
    [
        (Committee(consultation=Consultation("計画について")), "計画について（答申）", "計画"),
        (Committee(letter=Letter("計画について（答申）"), consultation=Consultation("他")), "計画について（答申）", "他"),
        (Committee(), "次期計画について（答申）", "次期計画"),
    ],
    ids=["consultation", "letter", "agenda"],
)
def test_the_subject_comes_from_the_consultation_or_the_agenda(given: Committee, title: str, subject: str) -> None:
    made = report(given)
    assert (made.letter.title, made.letter.subject) == (title, subject)


@pytest.mark.parametrize(
    ("style", "day", "month"),
    [("和暦", "令和元年5月1日", "令和元年5月"), ("西暦", "2019年5月1日", "2019年5月"), ("和暦(西暦)", "令和元年(2019年)5月1日", "令和元年5月")],
)
def test_dates_follow_the_house_style(style: str, day: str, month: str) -> None:
    letter = report(Committee(letter=Letter(date=date(2019, 5, 1)), format=Format(date_style=style))).letter
    assert (letter.date, letter.month) == (day, month)


def test_a_row_of_the_proceedings_comes_from_the_minutes() -> None:
    (row,) = report().meetings
    assert (row.label, row.date, row.place) == ("第1回", "令和7年(2025年)11月28日(金)", "第一会議室")
    assert (row.agenda, row.observers) == ("次期計画について（諮問）", "2人")


def test_the_committee_file_adds_rows_and_overrides_them_in_the_order_of_the_sessions() -> None:
    said = (Proceeding(2, date(2026, 1, 9), "書面", ("審議",), 0, "書面開催"), Proceeding(1, None, "第二会議室"), Proceeding(None, None, "視察"))
    rows = report(Committee(meetings=said)).meetings
    assert [(row.label, row.place, row.agenda, row.observers) for row in rows] == [
        ("第1回", "第二会議室", "次期計画について（諮問）", "2人"),
        ("第2回", "書面", "審議\n（書面開催）", "0人"),
        ("―", "視察", "", ""),
    ]


def test_the_minutes_may_come_in_any_order() -> None:
    second = Minutes(Meeting("2", session=2, date=date(2026, 1, 9)), (Utterance("U001", "2", "委員", "委員", "賛成。"),))
    assert report(minutes=(second, FIRST)).meetings == report(minutes=(FIRST, second)).meetings


def test_the_roll_marks_chair_and_deputy_by_their_title() -> None:
    members = (Member("森", "会長"), Member("青木", "副会長", note="欠"), Member("林", "委員"), Member("原", "顧問", "甲大学", "学識"))
    assert [(one.name, one.note) for one in report(Committee(chair="会長", members=members)).members] == [
        ("森", "◎会長"),
        ("青木", "○副会長　欠"),
        ("林", ""),
        ("原", "顧問"),
    ]


def test_without_a_roll_the_members_of_the_minutes_stand_each_once() -> None:
    assert report(minutes=(FIRST, replace(FIRST, meeting=replace(FIRST.meeting, id="2")))).members == (
        MemberView("青木", "", "", ""),
        MemberView("森", "", "", ""),
        MemberView("林", "", "", ""),
    )


def test_a_part_with_nothing_to_say_is_not_printed() -> None:
    parts = build_report(Committee(), Recommendations((), ()), ()).parts
    assert [name for name in PARTS if getattr(parts, name)] == ["cover", "letter", "contents"]


def test_every_part_can_be_switched_off() -> None:
    full = Committee(texts=Texts("始め", "考え", "結び"), members=(Member("森"),))
    items = tuple(replace(ITEM, id=f"R{n}", kind=kind) for n, kind in enumerate(("提言", "附帯意見", "主な意見", "少数意見")))
    assert all(getattr(report(full, items).parts, name) for name in PARTS)
    for name in PARTS:
        parts = report(replace(full, parts_off=frozenset((name,))), items).parts
        assert [other for other in PARTS if not getattr(parts, other)] == [name]


def test_the_supplementary_opinions_carry_the_word_of_the_house() -> None:
    assert report(Committee(format=Format(supplementary="付帯意見"))).supplementary_title == "付帯意見"


def test_a_text_is_a_string_that_compares_by_its_words() -> None:
    assert Text("一", "a") == Text("一", "b") == "一"


def test_dates_follow_the_form() -> None:
    def row(**form: str) -> str:
        committee = Committee(meetings=(Proceeding(1, date(2019, 5, 7), "会議室"),), format=Format(**form))  # type: ignore[arg-type]
        return build_report(committee, Recommendations((), ()), []).meetings[0].date

    assert row() == "令和元年(2019年)5月7日(火)"
    assert row(date_style="和暦（西暦）", weekday="金曜日") == "令和元年（2019年）5月7日（火曜日）"
    assert row(date_style="和暦", first_year="1年", weekday="なし", digits="1桁全角") == "令和１年５月７日"
    assert row(date_style="西暦", digits="全角") == "２０１９年５月７日（火）"


@pytest.mark.parametrize("asked", ["計画について（諮問）", "計画について(諮問)", "計画について", "計画"])
def test_the_letter_answers_what_was_asked_whatever_the_consultation_is_called(asked: str) -> None:
    letter = build_report(Committee(consultation=Consultation(title=asked)), Recommendations((), ()), []).letter
    assert (letter.title, letter.subject) == ("計画について（答申）", "計画")


def test_a_mayors_title_names_the_city_where_nothing_else_does() -> None:
    named = report(Committee(letter=Letter(addressee_title="甲市長")))
    assert (named.committee.city, named.letter.addressee) == ("甲市", "甲市長　○○　○○　様")
    assert report(Committee(letter=Letter(addressee_title="甲県知事"))).committee.city == "○○市"
    assert report(Committee(letter=Letter(addressee_title="甲市副市長"))).committee.city == "○○市"
    assert report(Committee(city="乙市", letter=Letter(addressee_title="甲市長"))).committee.city == "乙市"


def test_the_note_of_a_meeting_stands_in_brackets_below_its_agenda() -> None:
    rows = (Proceeding(1, agenda=("答申案", "その他"), note="予定"), Proceeding(2, note="（書面）"), Proceeding(3, agenda=("一",)))
    assert [row.agenda for row in report(Committee(meetings=rows)).meetings] == ["答申案\nその他\n（予定）", "（書面）", "一"]
