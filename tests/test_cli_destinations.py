"""Where a command is told to write: never over what the clerk has made, never elsewhere than she thinks."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import drafting, snapshot

BUILD, TABLE = ("build",), ("table",)


@pytest.mark.parametrize(
    ("command", "output", "words"),
    [
        (BUILD, "templates/reference.docx", "「templates」のフォルダーには書き出せません。"),
        (TABLE, "inputs/表.xlsx", "「inputs」のフォルダーには書き出せません。"),
        (BUILD, "outputs/../inputs/minutes/1.md", "「inputs」のフォルダーには書き出せません。"),
        (BUILD, "outputs/issued/案.docx", "「outputs/issued」のフォルダーには書き出せません。"),
        (BUILD, "inputs", "「inputs」はフォルダーです。ファイルの名前まで書いてください（例: inputs/答申案.docx）。"),
        (BUILD, "新しい/", "「新しい/」はフォルダーです。"),
        (BUILD, "案.pdf", "「.pdf」の形では書き出せません。名前の終わりを docx か md にしてください。"),
        (TABLE, "表.csv", "「.csv」の形では書き出せません。"),
        ((*BUILD, "--format", "docx"), "案.md", "-o の名前は「.md」ですが、--format は「docx」です。"),
        ((*TABLE, "--format", "xlsx"), "表.docx", "-o の名前は「.docx」ですが、--format は「xlsx」です。"),
    ],
)  # fmt: skip
def test_a_destination_that_cannot_be_meant_is_refused(command: tuple[str, ...], output: str, words: str, workspace: Path) -> None:
    before = snapshot(workspace)
    result = drafting(workspace, *command, "-o", output)
    assert (result.returncode, words in result.stderr) == (2, True), result.stderr
    assert snapshot(workspace) == before


@pytest.mark.parametrize("typed", ["docx,md", "docx、md", "md，docx", "docx, md"])
def test_formats_are_parted_by_any_comma(typed: str, workspace: Path) -> None:
    assert drafting(workspace, "build", "--format", typed).returncode == 0
    assert (workspace / "outputs/答申案.docx").is_file() and (workspace / "outputs/答申案.md").is_file()


def test_a_name_with_a_dot_that_is_no_ending_is_a_name(workspace: Path) -> None:
    assert drafting(workspace, "build", "-o", "案 第1.2版").returncode == 0
    assert (workspace / "案 第1.2版.docx").is_file() and (workspace / "案 第1.2版.md").is_file()


@pytest.mark.parametrize(
    ("output", "words"),
    [("あ" * 100 + ".docx", "ファイルの名前が長すぎるか、"), ("会議録.txt/案.docx", "ファイルでないもの"), ("箱.docx", "ファイルでないもの")],
)
def test_a_destination_where_no_file_can_be_is_told_in_japanese(output: str, words: str, workspace: Path) -> None:
    (workspace / "箱.docx").mkdir()
    before = snapshot(workspace)
    result = drafting(workspace, "build", "-o", output)
    assert (result.returncode, words in result.stderr) == (5, True), result.stderr
    assert snapshot(workspace) == before


def test_a_word_too_many_is_named_in_japanese(workspace: Path) -> None:
    result = drafting(workspace, "build", "答申案.docx")
    assert (result.returncode, result.stderr.splitlines()[0]) == (
        2,
        "使い方の誤り: 「答申案.docx」が余分です。消すか、オプションの名前を付けてください。",
    )
