"""Members named where they should not be."""

from __future__ import annotations

import pytest
from checked import holding, item, lines

from drafting.checks.names import check_names
from drafting.model import (
    Citation,
    Committee,
    Meeting,
    Member,
    Minutes,
    Person,
    Recommendations,
    Texts,
    Theme,
    Utterance,
)
from drafting.problems import Place, Severity

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


def test_a_name_in_words_that_were_said_is_cured_where_they_are_quoted_or_read() -> None:
    utterance = Utterance("U001", "1", "青木委員", "委員", "森委員の意見に賛成する。\n青木(あ)も、森も来た。")
    minutes = Minutes(Meeting("1", members=(Person("森"), Person("青木(あ)"))), (utterance,))
    place, quote_place = Place("r", 5, 9), Place("r", 6, 22)
    cites = (Citation("1-U001", "", place), Citation("1-U001", "森委員の意見", place, quote_place))
    found = list(check_names(Committee(), holding(item(cites=cites)), [minutes]))
    assert {one.place for one in found} == {place, quote_place}
    assert all(one.message.startswith("引用した 1-U001 の") for one in found)
    assert all("reading を書いてください" in one.message for one in found if one.code == "N001")


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
