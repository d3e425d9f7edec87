"""A folder of the secretariat → the values in it, and the files of the collection of bad input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bad_input import BAD_INPUT, cases

from drafting.problems import InputError, LimitError, Place, Problem, Severity
from drafting.recommendations import read_recommendations
from drafting.workspace import COMMITTEE, RECOMMENDATIONS, Workspace, read_workspace, read_yaml, reader_for

ONE = "recommendations:\n  - {id: R1, theme: 窓口, title: 案内, body: 直す。}\n"
HEAD = 'meeting: {id: "%s"}\nrecord: []\n'


def make(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


def messages(workspace: Workspace) -> list[str]:
    return [str(problem) for problem in workspace.problems]


def test_all_files_are_read_and_minutes_come_in_the_order_of_the_meetings(tmp_path: Path) -> None:
    minutes = {f"inputs/minutes/{id}.yaml": HEAD % id for id in ("10", "2", "extra", "1")}
    workspace = read_workspace(make(tmp_path, {RECOMMENDATIONS: ONE, COMMITTEE: "committee: {name: 甲}\n", **minutes}))
    assert [one.meeting.id for one in workspace.minutes] == ["1", "2", "10", "extra"]
    assert (workspace.committee.name, workspace.recommendations.items[0].id, workspace.problems) == ("甲", "R1", ())


def test_minutes_that_nobody_reads_are_told(tmp_path: Path) -> None:
    others = {f"inputs/minutes/{name}": HEAD % "9" for name in ("2.yml", "3.txt", "1.yaml.bak", "~$1.yaml", "._1.yaml")}
    workspace = read_workspace(make(tmp_path, {RECOMMENDATIONS: ONE, COMMITTEE: "committee: {name: 甲}\n", "inputs/minutes/1.YAML": HEAD % "1", **others}))
    assert [one.meeting.id for one in workspace.minutes] == ["1"]
    assert messages(workspace) == [
        "inputs/minutes/2.yml:1:1: 注意[F015]: 会議録の置き場にありますが、読んでいません。名前の終わりを .yaml に直してください。",
        "inputs/minutes/3.txt:1:1: 注意[F015]: 会議録の置き場にありますが、読んでいません。会議録なら「drafting import」で取り込んでください。",
    ]


def test_a_folder_that_is_no_workspace_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_workspace(tmp_path)
    assert str(caught.value) == (
        "inputs/recommendations.yaml:1:1: エラー[F005]: このフォルダーには inputs/recommendations.yaml がありません。"
        "「drafting init」で作業場所を作るか、-C で場所を指定してください。"
    )


def test_a_missing_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    workspace = read_workspace(make(tmp_path, {RECOMMENDATIONS: ONE}))
    assert workspace.recommendations.items[0].id == "R1"
    assert messages(workspace) == [f"{COMMITTEE}:1:1: エラー[F001]: ファイルが見つかりません。名前と場所を確かめてください。"]


def test_faults_of_all_files_come_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = {COMMITTEE: "commitee: {}\n", RECOMMENDATIONS: "recommendations: *x\n", "inputs/minutes/1.yaml": "record: []\n"}
    found = [(p.place.file, p.code) for p in read_workspace(make(tmp_path, files)).problems]
    assert found == [(COMMITTEE, "Y010"), (COMMITTEE, "Y011"), (RECOMMENDATIONS, "Y006"), ("inputs/minutes/1.yaml", "Y011")]


def test_two_minutes_of_one_meeting_do_not_mix(tmp_path: Path) -> None:
    minutes = {f"inputs/minutes/{name}.yaml": HEAD % "1" for name in ("1", "2")}
    workspace = read_workspace(make(tmp_path, {RECOMMENDATIONS: ONE, COMMITTEE: "committee: {}\n", **minutes}))
    assert messages(workspace) == [
        "inputs/minutes/2.yaml:1:15: エラー[Y021]: 会議の記号「1」の会議録が2つあります。片方の id を変えるか、ファイルを移してください。"
    ]


def test_a_file_beyond_the_limit_stops_everything(tmp_path: Path) -> None:
    make(tmp_path, {COMMITTEE: "committee: {}\n", RECOMMENDATIONS: "# " + "x" * 21 * 1024 * 1024})
    with pytest.raises(LimitError):
        read_workspace(tmp_path)


def test_the_encoding_is_told_and_the_text_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(ONE.replace("案内", "髙﨑①～の案内").encode("cp932"))
    value, problems = read_yaml(path, "r.yaml", read_recommendations)
    assert value.items[0].title == "髙﨑①～の案内"
    assert [str(problem) for problem in problems] == [
        "r.yaml:1:1: 注意[F011]: 文字コードはシフトJIS（cp932）でした。そのまま読みました（UTF-8で保存し直すと確実です）。"
    ]


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        (ONE, "read_recommendations"),
        ("committee: {}\n", "read_committee"),
        (HEAD % "1", "read_minutes"),
        ("record: []\n", "read_minutes"),
        ("comments: []\n", "read_comments"),
        ("other: 1\n", "read_recommendations"),
        ("- 一\n", "read_recommendations"),
    ],
)
def test_a_file_is_recognised_by_its_keys(text: str, reader: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    assert reader_for(tmp_path / "f.yaml", "f.yaml").__name__ == reader


# --- the collection of bad input: each file by itself ---

def load(case: dict[str, Any]) -> tuple[Any, list[Problem]]:
    """The value of the file, or None, with all that a user would be told."""
    path = BAD_INPUT / "cases" / case["file"]
    if not path.exists():
        pytest.skip(f"{case['file']} is not in the collection")
    try:
        return read_yaml(path, case["file"], read_recommendations)
    except InputError as error:
        return None, list(error.problems)


@pytest.mark.parametrize("case", cases("load", "yaml", "encoding"))
def test_a_file_of_the_collection_has_the_outcome_of_the_manifest(case: dict[str, Any]) -> None:
    value, problems = load(case)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    outcome = case["outcome"]
    if outcome == "reject":
        assert {problem.code[0] == "C" for problem in errors} == {case["exit"] == "1"}
    elif outcome == "ok":
        assert (errors, warnings) == ([], [])
    elif outcome == "ok-warn":
        assert errors == []
        assert warnings
    else:
        assert errors or value is not None
    if "loc" in case and outcome != "faithful":
        line, column = map(int, case["loc"])
        assert (errors or warnings)[0].place == Place(case["file"], line, column)
    if not errors:
        said = "\n".join(text for item in value.items for text in (item.title, item.body, item.theme, item.id, item.note))
        for text in (*([case["text"]] if "text" in case else []), *case.get("texts", [])):
            assert text in said


def test_minutes_in_a_folder_of_their_own_are_told_as_not_read(tmp_path: Path) -> None:
    root = make(tmp_path, {RECOMMENDATIONS: ONE, COMMITTEE: "committee: {name: 甲}\n", "inputs/minutes/令和7年度/1.yaml": HEAD % "1"})
    (root / "inputs/minutes/控え").mkdir()
    assert messages(read_workspace(root)) == [
        "inputs/minutes/令和7年度:1:1: 注意[F015]: フォルダーの中の会議録は読んでいません。.yaml を inputs/minutes に移してください。"
    ]


def test_a_file_where_the_folder_of_minutes_should_be_is_told(tmp_path: Path) -> None:
    root = make(tmp_path, {RECOMMENDATIONS: ONE, COMMITTEE: "committee: {name: 甲}\n", "inputs/minutes": "x"})
    assert messages(read_workspace(root)) == [
        "inputs/minutes:1:1: 注意[F015]: 会議録のフォルダーのはずですが、ファイルです。別の名前にして、フォルダーを作ってください。"
    ]
