"""Evidence that does not stand, and a workspace looked at as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checked import AT, KNOWN, MINUTES, SAID, cited, holding, item, lines

from drafting.checks.references import check_references
from drafting.checks.whole import check_workspace
from drafting.model import (
    AgendaItem,
    Citation,
    Meeting,
    Member,
    Minutes,
    Person,
)
from drafting.problems import Problem
from drafting.workspace import Workspace


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


def test_minutes_that_are_not_there_are_told_once_with_how_often_they_are_cited() -> None:
    cites = (Citation("2-U001", "", AT), Citation("1-U002", "", AT), Citation("2-U002", "", AT), Citation("3-U001", "", AT))
    found = lines(check_references(holding(item(cites=cites, responses=(Citation("2-U003", "", AT),))), [MINUTES]))
    assert found == [
        "inputs/recommendations.yaml:7:9: エラー[C002]: 「2-U001」の会議録がありません（読み込んだ会議録: 1）。"
        "「drafting import」で取り込んでください。この会議録を引いた所は、ほかに 2 か所あります。",
        "inputs/recommendations.yaml:7:9: エラー[C002]: 「3-U001」の会議録がありません（読み込んだ会議録: 1）。"
        "「drafting import」で取り込んでください。",
    ]


def test_the_whole_workspace_is_looked_at() -> None:
    bad = Minutes(replace(MINUTES.meeting, agenda=(AgendaItem(9, "他"),), members=(Person("森"),)), SAID)
    workspace = Workspace(replace(KNOWN, members=(Member("○○"),)), holding(item(body="森委員", cites=())), (bad,), ())
    found: list[Problem] = list(check_workspace(workspace))
    assert [problem.code for problem in found] == ["C010", "C101", "N001", "M002", "P001", "P001", "P002"]
