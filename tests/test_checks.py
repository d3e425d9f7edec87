"""What is found in a workspace whose files can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafting.checks.handover import check_handover
from drafting.checks.meetings import check_meetings
from drafting.checks.names import check_names
from drafting.checks.open_points import check_open_points
from drafting.checks.references import check_references
from drafting.checks.roll import check_roll
from drafting.checks.whole import check_workspace
from drafting.committee import read_committee
from drafting.model import (
    AgendaItem,
    Citation,
    Committee,
    Consultation,
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
from drafting.problems import Place, Problem, Severity
from drafting.workspace import Workspace
from drafting.yamlfile import parse

AT = Place("inputs/recommendations.yaml", 7, 9)
QUOTED = Place("inputs/recommendations.yaml", 7, 24)
ITEM = Place("inputs/recommendations.yaml", 3, 5)
SAID = (
    Utterance("U001", "1", "委員長", "委員長", "意見を伺う。"),
    Utterance("U002", "1", "委員", "委員", "案内板の字が小さい。大きな字にしてほしい。", agenda=1, place=Place("inputs/minutes/1.yaml", 9, 5)),
)
MINUTES = Minutes(Meeting("1", session=1), SAID)


def item(**changes: object) -> Recommendation:
    base = Recommendation("R1", "窓口", "案内", "直す。", cites=(Citation("1-U002", "", AT),), place=ITEM)
    return replace(base, **changes)  # type: ignore[arg-type]


def holding(*items: Recommendation) -> Recommendations:
    return Recommendations((Theme("窓口"),), items)


def lines(problems: object) -> list[str]:
    return [str(problem) for problem in problems]  # type: ignore[attr-defined]


# --- references ---


def cited(at: str, quote: str = "") -> Recommendations:
    return holding(item(cites=(Citation(at, quote, AT, QUOTED),)))


def test_a_citation_and_a_quotation_that_stand_are_no_findings() -> None:
    assert lines(check_references(cited("1-U002", "大きな字にしてほしい"), [MINUTES])) == []


def test_a_quotation_missing_from_its_utterance_is_reported_at_its_line_with_the_nearest_words() -> None:
    assert lines(check_references(cited("1-U002", "大きい字にしてほしい"), [MINUTES])) == [
        "inputs/recommendations.yaml:7:24: エラー[C003]: 引用「大きい字にしてほしい」が発言 1-U002 の中にありません。"
        "近い言葉は「大きな字にしてほしい」です（違い: 大き［い→な］字にしてほしい）。会議録のとおりに直してください。"
    ]


def test_a_quotation_like_nothing_that_was_said_says_so() -> None:
    assert lines(check_references(cited("1-U002", "ホームページ"), [MINUTES])) == [
        "inputs/recommendations.yaml:7:24: エラー[C003]: 引用「ホームページ」が発言 1-U002 の中にありません。"
        "似た言葉も見当たりません。会議録のとおりに直してください。"
    ]


def test_a_long_quotation_is_named_by_its_beginning() -> None:
    (message,) = lines(check_references(cited("1-U002", "あ" * 100), [MINUTES]))
    assert f"引用「{'あ' * 40}…」が" in message


def test_the_quotation_of_a_corrected_reading_stands() -> None:
    minutes = Minutes(Meeting("1"), (replace(SAID[1], reading="案内板の文字が小さい。"),))
    assert lines(check_references(cited("1-U002", "文字が小さい"), [minutes])) == []


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("1-U022", "発言「1-U022」は会議録にありません。「1-U002」ではありませんか。"),
        ("2-U001", "「2-U001」の会議録がありません（読み込んだ会議録: 1）。「drafting import」で取り込んでください。"),
    ],
    ids=["utterance", "meeting"],
)
def test_an_unknown_utterance_is_reported_at_the_citation(at: str, message: str) -> None:
    assert lines(check_references(cited(at), [MINUTES])) == [f"inputs/recommendations.yaml:7:9: エラー[C002]: {message}"]


def test_the_meeting_without_minutes_is_named_when_there_are_none() -> None:
    (message,) = lines(check_references(cited("1-U001"), []))
    assert "（読み込んだ会議録: なし）" in message


def test_what_the_secretariat_answered_is_checked_as_well() -> None:
    found = check_references(holding(item(responses=(Citation("1-U009", "", AT),))), [MINUTES])
    assert [problem.code for problem in found] == ["C002"]


def test_a_recommendation_without_evidence_is_a_warning() -> None:
    assert lines(check_references(holding(item(cites=())), [MINUTES])) == [
        "inputs/recommendations.yaml:3:5: 注意[C010]: R1 に根拠の発言（cites）がありません。会議録の発言番号を書いてください。"
    ]


# --- names ---

ROLL = Committee(members=(Member("森 花子"), Member("青木(あ)"), Member("○○")), place=Place("inputs/committee.yaml", 1, 1))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("森委員の意見", "森委員"),
        ("青木(あ)委員の意見", "青木(あ)委員"),
        ("青木副会長から", "青木副会長"),
        ("森さんは", "森さん"),
        ("森の保全を進める。", ""),
        ("各委員から", ""),
        ("○○委員から", ""),
    ],
)
def test_a_member_named_in_a_printed_text_is_a_warning(text: str, named: str) -> None:
    found = lines(check_names(ROLL, holding(item(body=text)), []))
    assert found == (
        [f"inputs/recommendations.yaml:3:5: 注意[N001]: 委員の名前「{named}」が答申案に載ります。「委員」などに直してください。"] if named else []
    )


def test_members_named_only_in_the_minutes_are_known_and_every_printed_text_is_looked_at() -> None:
    minutes = Minutes(Meeting("1", members=(Person("林"),), absent=(Person("原"),)), ())
    committee = Committee(texts=Texts(closing="林委員に感謝する。"), place=Place("inputs/committee.yaml", 1, 1))
    themes = (Theme("窓口", "原委員の指摘", Place("inputs/recommendations.yaml", 2, 5)),)
    found = list(check_names(committee, Recommendations(themes, (item(kind="不採用", body="林委員"),)), [minutes]))
    assert [str(problem.place) for problem in found] == ["inputs/committee.yaml:1:1", "inputs/recommendations.yaml:2:5"]


def test_a_leak_is_an_error_where_an_edition_asks_for_it() -> None:
    (found,) = check_names(ROLL, holding(item(body="森委員の意見")), [], Severity.ERROR)
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("青木の意見を受けて", "青木の意見"),
        ("青木から指摘", "青木から指摘"),
        ("青木からの指摘", "青木からの指摘"),
        ("青木は述べた", "青木は述べ"),
        ("青木町の意見", ""),
        ("青木地区からの要望", ""),
        ("大青木の意見", ""),
        ("森花子の案", "森花子"),
        ("森　花子", "森　花子"),
    ],
)
def test_a_name_without_title_is_told_from_a_place(text: str, named: str) -> None:
    roll = Committee(members=(Member("森 花子"), Member("青木(あ)")))
    found = [problem.message for problem in check_names(roll, holding(item(body=text)), [])]
    assert [f"「{named}」" in message for message in found] == ([True] if named else [])


def test_a_name_spoken_in_a_quoted_or_cited_utterance_is_a_warning_at_the_citation() -> None:
    said = Utterance("U001", "1", "委員", "委員", "森委員の意見に賛成である。")
    minutes = Minutes(Meeting("1", members=(Person("森"),)), (said,))
    place, quote_place = Place("r.yaml", 9, 9), Place("r.yaml", 10, 10)
    cites = (Citation("1-U001", "", place), Citation("1-U001", "森委員の意見", place, quote_place))
    found = list(check_names(Committee(), holding(item(cites=cites)), [minutes]))
    assert [str(problem.place) for problem in found] == ["r.yaml:9:9", "r.yaml:10:10"]


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("山田太郎", "山田委員の意見", True),
        ("森", "青森委員会に諮る", False),
        ("森", "森委員会に諮る", False),
        ("森", "青森さんは", False),
        ("森", "、森さんは", True),
        ("佐々木　一", "佐々木氏は", True),
        ("佐々木　一", "佐々木氏名簿", False),
    ],
)
def test_a_name_is_told_from_a_word_that_only_holds_it(name: str, text: str, named: bool) -> None:
    minutes = Minutes(Meeting("1", members=(Person(name),)), ())
    assert bool(list(check_names(Committee(), holding(item(body=text)), [minutes]))) == named


def test_without_any_name_nothing_is_looked_for() -> None:
    assert lines(check_names(Committee(), holding(item(body="委員会の会長氏名")), [])) == []


def test_minutes_that_are_not_there_are_told_once_with_how_often_they_are_cited() -> None:
    cites = (Citation("2-U001", "", AT), Citation("1-U002", "", AT), Citation("2-U002", "", AT), Citation("3-U001", "", AT))
    found = lines(check_references(holding(item(cites=cites, responses=(Citation("2-U003", "", AT),))), [MINUTES]))
    assert found == [
        "inputs/recommendations.yaml:7:9: エラー[C002]: 「2-U001」の会議録がありません（読み込んだ会議録: 1）。"
        "「drafting import」で取り込んでください。この会議録を引いた所は、ほかに 2 か所あります。",
        "inputs/recommendations.yaml:7:9: エラー[C002]: 「3-U001」の会議録がありません（読み込んだ会議録: 1）。"
        "「drafting import」で取り込んでください。",
    ]


# --- meetings ---


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


# --- open points ---

KNOWN = Committee(
    consultation=Consultation(number="なし", date=date(2025, 11, 28)),
    letter=Letter(number="なし", date=date(2026, 3, 26), addressee_title="甲市長", addressee_name="乙", chair_name="森"),
    place=Place("inputs/committee.yaml", 2, 3),
)


def test_nothing_is_open_when_all_is_said() -> None:
    assert lines(check_open_points(KNOWN, holding(item()))) == []


def test_a_fact_that_is_missing_says_where_to_write_it() -> None:
    committee = replace(KNOWN, letter=replace(KNOWN.letter, date=None), consultation=replace(KNOWN.consultation, number=""))
    assert lines(check_open_points(committee, holding())) == [
        "inputs/committee.yaml:2:3: 注意[P001]: 答申の日が未入力です。答申案には○○と載ります。"
        "分かったら letter の date に「2026-03-26」のように書いてください。",
        "inputs/committee.yaml:2:3: 注意[P001]: 諮問の文書番号が未入力です。答申案には○○と載ります。"
        "分かったら consultation の number に（番号がなければ「なし」と）書いてください。",
    ]


@pytest.mark.parametrize(
    ("committee", "items", "message"),
    [
        (replace(KNOWN, texts=Texts(closing="○○年")), (), "inputs/committee.yaml:2:3: 注意[P002]: texts の closing に「○○年」が残っています。"),
        (replace(KNOWN, members=(Member("○○"),)), (), "inputs/committee.yaml:2:3: 注意[P002]: 委員名簿に「○○」が残っています。"),
        (KNOWN, (item(title="○○の件"),), "inputs/recommendations.yaml:3:5: 注意[P002]: R1 に「○○の件」が残っています。"),
        (
            KNOWN,
            (item(status="候補"),),
            "inputs/recommendations.yaml:3:5: 注意[P003]: R1 はまだ候補です。載せると決めたら status を「検討中」か「確定」にしてください。",
        ),
    ],
    ids=["text", "roll", "recommendation", "candidate"],
)
def test_what_is_still_open_is_a_warning(committee: Committee, items: tuple[Recommendation, ...], message: str) -> None:
    (found,) = lines(check_open_points(committee, holding(*items)))
    assert found.startswith(message)


def test_the_words_of_the_example_that_were_left_standing_are_open_wherever_they_stand() -> None:
    left = "（記入例）書いてください。"
    committee = replace(KNOWN, texts=Texts(closing=left), consultation=replace(KNOWN.consultation, items=left))
    found = lines(check_open_points(committee, Recommendations((Theme("（記入例）分野"),), (item(body=left),))))
    assert [line.split(": ", 1)[1].split("残")[0] for line in found] == [
        "注意[P002]: texts の closing に「（記入例）」が", "注意[P002]: 分野名に「（記入例）」が",
        "注意[P002]: R1 に「（記入例）」が", "注意[P002]: consultation の items に「（記入例）」が",
    ]  # fmt: skip


def test_a_form_that_is_called_an_example_in_a_sentence_is_not_open() -> None:
    assert lines(check_open_points(KNOWN, holding(item(body="市は、申請書（記入例）を窓口に置かれたい。")))) == []
    assert len(lines(check_open_points(KNOWN, holding(item(body="市は、改められたい。\n\n　（記入例）理由を書く。"))))) == 1


def test_what_is_open_in_committee_yaml_is_told_at_its_own_line() -> None:
    text = (
        "committee:\n  name: 甲委員会\nconsultation:\n  title: 計画\n  number: 甲第○号\n  date: 2025-11-28\n"
        "letter:\n  title: 答申\n  number: なし\n  addressee_name: ○○　○○\n  addressee_title: 甲市長\n  chair_name: 森\n"
        "meetings:\n  - session: 2\n    place: ○○会議室\n"
    )
    committee, problems = read_committee(parse(text, "c.yaml"), "c.yaml")
    assert problems == []
    found = [line.split("。")[0] for line in lines(check_open_points(committee, holding()))]
    assert found == [
        "c.yaml:8:3: 注意[P001]: 答申の日が未入力です",
        "c.yaml:10:19: 注意[P002]: letter の addressee_name に「○○　○○」が残っています",
        "c.yaml:5:11: 注意[P002]: consultation の number に「甲第○号」が残っています",
        "c.yaml:14:5: 注意[P002]: meetings の第2回に「○○会議室」が残っています",
    ]


def test_an_addressee_without_city_or_title_is_open() -> None:
    bare = replace(KNOWN, letter=replace(KNOWN.letter, addressee_title=""))
    (found,) = lines(check_open_points(bare, holding()))
    assert "宛名の職名（市長など）が未入力です" in found
    assert lines(check_open_points(replace(bare, city="甲市"), holding())) == []


def test_the_whole_workspace_is_looked_at() -> None:
    bad = Minutes(replace(MINUTES.meeting, agenda=(AgendaItem(9, "他"),), members=(Person("森"),)), SAID)
    workspace = Workspace(replace(KNOWN, members=(Member("○○"),)), holding(item(body="森委員", cites=())), (bad,), ())
    found: list[Problem] = list(check_workspace(workspace))
    assert [problem.code for problem in found] == ["C010", "C101", "N001", "M002", "P001", "P001", "P002"]


def test_a_meeting_without_date_or_place_is_told_unless_committee_yaml_says_it_or_no_table_prints_it() -> None:
    told = lines(check_open_points(KNOWN, holding(item()), [MINUTES]))
    assert [line.split("。")[0] for line in told] == [
        ":1:1: 注意[P001]: 第1回の開催日が未入力です", ":1:1: 注意[P001]: 第1回の開催場所が未入力です"
    ]  # fmt: skip
    known = replace(KNOWN, meetings=(Proceeding(1, date(2026, 1, 16), "会議室"),))
    assert lines(check_open_points(known, holding(item()), [MINUTES])) == []
    assert lines(check_open_points(replace(KNOWN, parts_off=frozenset(["schedule"])), holding(item()), [MINUTES])) == []
