"""`drafting import` as it is typed: nothing is overwritten, mixed or taken for what it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import SAMPLE, drafting, snapshot


def test_importing_twice_changes_nothing(workspace: Path) -> None:
    before = snapshot(workspace)
    result = drafting(workspace, "import", "会議録.txt")
    assert result.returncode == 0
    assert "もう同じ内容" in result.stdout
    assert snapshot(workspace) == before


@pytest.mark.parametrize(
    ("written", "public"), [("公開", "可"), ("非公開", "不可"), ("■公開 □非公開", "可"), ("未定", None)]
)
def test_whatever_the_form_says_of_openness_imports(written: str, public: str | None, tmp_path: Path) -> None:
    text = SAMPLE.replace("議 題", f"公 開 の 可 否\t\t{written}\t\t\n議 題")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = drafting(tmp_path, "import", "a.txt")
    assert result.returncode == 0, result.stderr
    yaml = (tmp_path / "inputs/minutes/1.yaml").read_text(encoding="utf-8")
    assert ("  public: " in yaml) == (public is not None)
    assert f"  public: {public}\n" in yaml or written in yaml


def test_hand_edits_are_never_overwritten_and_the_difference_is_told(workspace: Path) -> None:
    minutes = workspace / "inputs/minutes/1.yaml"
    minutes.write_text(minutes.read_text(encoding="utf-8").replace("案内板の改修を予定", "案内板の交換を予定"), encoding="utf-8")
    before = snapshot(workspace)
    result = drafting(workspace, "import", "会議録.txt")
    assert result.returncode == 5
    assert "違い: U003の発言" in result.stderr
    assert snapshot(workspace) == before


def test_other_minutes_of_the_same_session_do_not_mix(workspace: Path) -> None:
    (workspace / "別.txt").write_text(SAMPLE.replace("甲市", "乙市"), encoding="utf-8")
    before = snapshot(workspace)
    assert drafting(workspace, "import", "別.txt").returncode == 5
    assert snapshot(workspace) == before


def test_a_file_that_is_no_source_of_minutes_is_not_taken_for_one(workspace: Path) -> None:
    assert drafting(workspace, "build", "--edition", "照会").returncode == 0
    before = snapshot(workspace)
    result = drafting(workspace, "import", "--meeting", "9", "inputs/recommendations.yaml")
    assert result.returncode == 3 and result.stderr.startswith("inputs/recommendations.yaml:1:1: エラー[I004]")
    result = drafting(workspace, "import", "--meeting", "9", "outputs/答申案（照会）.docx")
    assert result.returncode == 3 and "「drafting review outputs/答申案（照会）.docx」で読みます。" in result.stderr
    assert snapshot(workspace) == before


def test_many_rows_that_nobody_said_are_told_in_one_line(workspace: Path) -> None:
    text = "乙委員会 会議録\n委員長：始める。\n＜開会＞\n" + "".join(f"見出しでも発言でもない{n}の行\n\n" for n in range(30))
    (workspace / "別.txt").write_text(text, encoding="utf-8")
    told = [line for line in drafting(workspace, "import", "--meeting", "9", "別.txt").stderr.splitlines() if "[I013]" in line]
    assert len(told) <= 11


def test_a_source_that_was_left_behind_says_how_to_go_on(workspace: Path) -> None:
    (workspace / "inputs/minutes/1.yaml").unlink()
    (workspace / "会議録.txt").write_text("委員長：別の会議を始める。\n委員：賛成する。\n", encoding="utf-8")
    result = drafting(workspace, "import", "--meeting", "1", "会議録.txt")
    assert result.returncode == 5 and "inputs/sources/1.txt を消すか移して、もう一度取り込んでください。" in result.stderr
