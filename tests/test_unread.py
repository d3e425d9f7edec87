"""A fault in a file is told once: what only follows from the part that was not read stays silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from workspaces import COMMITTEE, RECOMMENDATIONS, drafting

SAYS = "に読めない所があるので、"


def codes(folder: Path) -> tuple[list[str], str]:
    """The codes that `check` tells of errors, C, M and P; and what it prints at the end."""
    result = drafting(folder, "check")
    return re.findall(r"\[([CEFMPY]\d+)\]", result.stderr), result.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: 案内の見直し", "title：案内の見直し", ["Y034"]),
        ("    title: 案内の見直し", "　　title: 案内の見直し", ["Y031"]),
        ("id: R1", "id: Ｒ１", ["Y015"]),
        ("cites:", "cite:", ["Y010"]),
        ("at: 1-U002", "at: U002", ["C001"]),
    ],
)
def test_no_opinion_is_told_as_lost_while_the_recommendations_cannot_all_be_read(
    old: str, new: str, told: list[str], workspace: Path
) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE, encoding="utf-8")
    (workspace / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS.replace(old, new), encoding="utf-8")
    found, said = codes(workspace)
    assert found == told
    assert f"提言の一覧{SAYS}意見の行き先と提言の番号は調べていません。先にエラーを直してください。" in said


def test_a_wrong_choice_does_not_hide_the_opinions_that_go_nowhere(workspace: Path) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE, encoding="utf-8")
    text = RECOMMENDATIONS.replace("    cites:", "    status: 保留\n    cites:").replace("見直してはどうか}", "見直しては}")
    (workspace / "inputs/recommendations.yaml").write_text(text.split("    cites:")[0], encoding="utf-8")
    found, said = codes(workspace)
    assert found == ["Y014", "C010", "C101"]
    assert SAYS not in said


def test_nothing_is_told_as_missing_while_committee_yaml_cannot_be_read(workspace: Path) -> None:
    for text, code in (("committee:\n\tname: 甲\n", "Y031"), (COMMITTEE.replace("date: 2026-03-26", "date: 2026/3/26"), "Y017")):
        (workspace / "inputs/committee.yaml").write_text(text, encoding="utf-8")
        found, said = codes(workspace)
        assert found == [code]
        assert f"委員会の設定{SAYS}未入力と名簿は調べていません。" in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [('id: "1"', "id: 第1回", ["Y015"]), ("role: 委員\n", "role: 会長\n", ["Y014"]), ("id: U002", "id: U002 ", [])],
)
def test_no_citation_is_told_as_wrong_while_the_minutes_cannot_all_be_read(
    old: str, new: str, told: list[str], workspace: Path
) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE, encoding="utf-8")
    path = workspace / "inputs/minutes/1.yaml"
    text = path.read_text(encoding="utf-8")
    head, record = text.split("record:")
    path.write_text(head.replace(old, new) + "record:" + record.replace(old, new, 1), encoding="utf-8")
    found, _ = codes(workspace)
    assert found == told


def test_a_copy_of_the_minutes_is_told_once(workspace: Path) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE, encoding="utf-8")
    text = (workspace / "inputs/minutes/1.yaml").read_text(encoding="utf-8")
    (workspace / "inputs/minutes/1 - コピー.yaml").write_text(text, encoding="utf-8")
    (workspace / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS.split("    cites:")[0], encoding="utf-8")
    found, _ = codes(workspace)
    assert found == ["Y021", "C010", "C101"]


def test_an_answer_that_was_written_wrong_is_not_told_as_missing(workspace: Path) -> None:
    (workspace / "inputs/comments.yaml").write_text("comments:\n  - {id: C1, text: 意見, response: 採用}\n", encoding="utf-8")
    result = drafting(workspace, "check")
    assert re.findall(r"\[([RY]\d+)\]", result.stderr) == ["Y014"]
    assert "照会意見の一覧に読めない所があるので、意見への対応は調べていません。" in result.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [("session: 1", "session: 第1回"), ("date: 2026-01-16", "date: 1月16日"), ("    - {number: 1", "    - {number: 一"), ("name: 青木", "nmae: 青木")],
)
def test_nothing_is_told_as_missing_from_a_meeting_whose_head_cannot_all_be_read(old: str, new: str, workspace: Path) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE, encoding="utf-8")
    path = workspace / "inputs/minutes/1.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found, said = codes(workspace)
    assert set(found) <= {"Y010", "Y011", "Y016", "Y017"}
    assert f"会議録{SAYS}引用した発言があるか、会議の回と議題と出席者は調べていません。" in said


def test_a_recommendation_that_could_not_be_read_is_not_told_as_one_that_does_not_exist(workspace: Path) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE.replace("期待する。", "提言2に期待する。別紙のとおりである。附帯意見1に留意されたい。"), encoding="utf-8")
    text = RECOMMENDATIONS + "  - {id: Ｒ２, title: 甲, body: 市は、甲を改められたい。別紙 甲の一覧, cites: [1-U002]}\n"
    (workspace / "inputs/recommendations.yaml").write_text(text, encoding="utf-8")
    result = drafting(workspace, "check")
    assert "Y015" in result.stderr and "[L0" not in result.stderr


def test_a_meeting_that_could_not_be_read_is_not_told_as_one_that_has_not_been(workspace: Path) -> None:
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE.replace("期待する。", "第2回会議で述べたとおりである。"), encoding="utf-8")
    assert "[M017]" in drafting(workspace, "check").stderr
    (workspace / "inputs/minutes/2.yaml").write_text("meeting: {id: '2', session: 2, dates: 1}\nrecord: []\n", encoding="utf-8")
    assert "[M017]" not in drafting(workspace, "check").stderr
