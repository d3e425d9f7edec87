"""`drafting import` of minutes that are there already, as a clerk types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import SAMPLE, drafting, snapshot

YAML = "inputs/minutes/1.yaml"
RECOMMENDATIONS = """recommendations:
  - id: R1
    theme: 窓口
    title: 案内の見直し
    body: 案内の方法を見直されたい。
    cites:
      - {at: 1-U002, quote: 案内の方法を見直してはどうか}
      - 1-U003
"""


@pytest.fixture
def workspace(workspace: Path) -> Path:
    (workspace / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS, encoding="utf-8")
    return workspace


def edit(folder: Path, *changes: tuple[str, str]) -> str:
    path = folder / YAML
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text


def correct(folder: Path, *changes: tuple[str, str], name: str = "訂正版.txt") -> str:
    text = SAMPLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_a_correction_arrives_and_hand_edits_comments_and_both_sources_stay(workspace: Path) -> None:
    edit(
        workspace,
        ("  - id: U001\n", "  # 委員長に確認済み\n  - id: U001\n    note: 冒頭の発言\n"),
        ("      案内板の改修を予定している。\n", "      案内板の改修を予定している。\n    reading: 案内板を改修する。\n"),
    )
    before = snapshot(workspace)
    result = drafting(workspace, "import", correct(workspace, ("分かりにくい", "分かりづらい")))
    assert result.returncode == 0
    assert "発言の変更 1、追加 0、削除 0" in result.stdout
    assert "1-U002（委員、元のファイルの12行目）\n    旧: 窓口の案内が分かりにくい。\n    新: 窓口の案内が分かりづらい。\n" in result.stdout
    text = (workspace / YAML).read_text(encoding="utf-8")
    assert "  # 委員長に確認済み\n  - id: U001\n    note: 冒頭の発言\n" in text
    assert "    reading: 案内板を改修する。\n" in text
    assert (workspace / f"{YAML}.bak").read_bytes() == before[YAML]
    assert (workspace / "inputs/sources/1.旧1.txt").read_bytes() == before["inputs/sources/1.txt"]
    assert (workspace / "inputs/sources/1.txt").read_bytes() == (workspace / "訂正版.txt").read_bytes()
    assert drafting(workspace, "check").returncode == 0


def test_a_quotation_that_the_correction_breaks_is_named_at_once(workspace: Path) -> None:
    result = drafting(workspace, "import", correct(workspace, ("方法を見直して", "仕方を見直して"), ("改修を", "交換を")))
    assert result.returncode == 1
    assert "inputs/recommendations.yaml:7:29: エラー[C003]: 引用「案内の方法を見直してはどうか」" in result.stderr
    assert "「案内の仕方を見直してはどうか」" in result.stderr
    assert "inputs/recommendations.yaml:8:9: 注意[I084]: R1 が引く 1-U003 の言葉が変わりました" in result.stderr
    assert "案内の仕方" in (workspace / YAML).read_text(encoding="utf-8")


def test_minutes_too_large_to_be_read_again_are_not_written(workspace: Path) -> None:
    before = snapshot(workspace)
    name = correct(workspace, ("第1回", "第2回"), ("窓口の案内が分かりにくい。", "窓口の案内が分かりにくい。" * 600_000))
    result = drafting(workspace, "import", name)
    assert (result.returncode, "エラー[F004]: 大きすぎます（20MBまで）。" in result.stderr) == (6, True)
    (workspace / name).unlink()
    assert snapshot(workspace) == before


def test_a_conflict_writes_nothing_and_says_what_can_be_done(workspace: Path) -> None:
    edit(workspace, ("改修を予定", "交換を予定"))
    name = correct(workspace, ("改修を予定", "新設を予定"), ("伺う", "聞く"))
    before = snapshot(workspace)
    result = drafting(workspace, "import", name)
    assert result.returncode == 1
    assert f"{YAML}:43:5: エラー[I080]: 1-U003 の発言は、手直しと訂正版で違います。" in result.stderr
    assert "手直し「案内板の交換を予定している。」、訂正版「案内板の新設を予定している。」" in result.stderr
    assert "--conflict 手直し" in result.stderr
    assert snapshot(workspace) == before


@pytest.mark.parametrize(("side", "words"), [("手直し", "交換"), ("訂正版", "新設")])
def test_an_option_says_which_side_a_conflict_takes(side: str, words: str, workspace: Path) -> None:
    edit(workspace, ("改修を予定", "交換を予定"))
    name = correct(workspace, ("改修を予定", "新設を予定"), ("伺う", "聞く"))
    assert drafting(workspace, "import", "--conflict", side, name).returncode == 0
    text = (workspace / YAML).read_text(encoding="utf-8")
    assert f"案内板の{words}を予定" in text
    assert "意見を聞く。" in text


def test_an_utterance_that_is_cited_does_not_go_without_a_word(workspace: Path) -> None:
    name = correct(workspace, ("委員\t窓口の案内が分かりにくい。案内の方法を見直してはどうか。\n", ""))
    before = snapshot(workspace)
    result = drafting(workspace, "import", name)
    assert result.returncode == 1
    assert "エラー[I081]: 1-U002「窓口の案内が分かりにくい。" in result.stderr
    assert snapshot(workspace) == before


def test_the_same_correction_twice_changes_no_byte(workspace: Path) -> None:
    name = correct(workspace, ("委員\t窓口", "委員\t初めに一言申し上げる。\n委員\t窓口"))
    assert drafting(workspace, "import", name).returncode == 0
    before = snapshot(workspace)
    again = drafting(workspace, "import", name)
    assert (again.returncode, again.stdout) == (0, f"{YAML} は、もう同じ内容で取り込んであります。\n")
    assert snapshot(workspace) == before
    assert "  - id: U004\n" in before[YAML].decode("utf-8")


def test_a_second_correction_keeps_both_earlier_sources(workspace: Path) -> None:
    drafting(workspace, "import", correct(workspace, ("伺う", "聞く")))
    assert drafting(workspace, "import", correct(workspace, ("伺う", "問う"))).returncode == 0
    assert sorted(path.name for path in (workspace / "inputs/sources").iterdir()) == ["1.txt", "1.旧1.txt", "1.旧2.txt"]
    assert "意見を問う。" in (workspace / YAML).read_text(encoding="utf-8")


def test_without_the_old_source_hand_edits_are_not_overwritten(workspace: Path) -> None:
    edit(workspace, ("改修を予定", "交換を予定"))
    (workspace / "inputs/sources/1.txt").unlink()
    name = correct(workspace, ("伺う", "聞く"))
    before = snapshot(workspace)
    result = drafting(workspace, "import", name)
    assert result.returncode == 5
    assert "エラー[F033]: 手で直してあるかもしれないので、上書きしませんでした。" in result.stderr
    assert snapshot(workspace) == before


def test_an_old_source_is_found_under_another_name(workspace: Path) -> None:
    (workspace / "inputs/sources/1.txt").rename(workspace / "inputs/sources/受領.txt")
    assert drafting(workspace, "import", correct(workspace, ("伺う", "聞く"))).returncode == 0


def test_a_file_with_faults_is_not_touched(workspace: Path) -> None:
    edit(workspace, ("    role: 事務局\n", "    rool: 事務局\n"))
    before = snapshot(workspace)
    correct(workspace, ("伺う", "聞く"))
    result = drafting(workspace, "import", "会議録.txt")
    assert result.returncode == 5
    assert "知らない項目「rool」" in result.stderr
    assert snapshot(workspace) | {"訂正版.txt": b""} == before | {"訂正版.txt": b""}


@pytest.mark.parametrize("changes", [[("甲市情報化計画評価委員会", "乙市景観審議会")], [("令和8年(2026年)1月16日(金)", "令和7年(2025年)1月17日(金)")]])
def test_another_meeting_of_the_same_number_wants_an_id_of_its_own(changes: list[tuple[str, str]], workspace: Path) -> None:
    name = correct(workspace, *changes, ("伺う", "聞く"))
    before = snapshot(workspace)
    result = drafting(workspace, "import", name)
    assert result.returncode == 5
    assert "エラー[F034]: 記号「1」は、もう別の会議に使われています" in result.stderr
    assert "--meeting 1_20" in result.stderr
    assert snapshot(workspace) == before
    assert drafting(workspace, "import", "--meeting", "1_2025", name).returncode == 0


def test_several_files_stand_alone_and_are_counted(workspace: Path) -> None:
    good = correct(workspace, ("第1回", "第2回"), name="二.txt")
    result = drafting(workspace, "import", "ない.txt", good)
    assert result.returncode == 3
    assert "inputs/minutes/2.yaml に取り込みました" in result.stdout
    assert result.stdout.endswith("2 件のうち 1 件を取り込みました。残りの 1 件は、上の知らせを見てください。\n")


def test_two_files_of_one_meeting_in_a_run_are_both_named_and_left(workspace: Path) -> None:
    names = [correct(workspace, ("第1回", "第3回"), ("伺う", word), name=f"{word}.txt") for word in ("聞く", "問う")]
    result = drafting(workspace, "import", *names)
    assert result.returncode == 5
    assert result.stderr.count("「聞く.txt」と「問う.txt」は、同じ記号「3」の会議です。") == 2
    assert not (workspace / "inputs/minutes/3.yaml").exists()


def test_a_list_of_recommendations_with_faults_stops_the_merge(workspace: Path) -> None:
    (workspace / "inputs/recommendations.yaml").write_text("recommendations:\n  - id: R1\n    cites: [1-U002]\n", encoding="utf-8")
    name = correct(workspace, ("伺う", "聞く"))
    before = snapshot(workspace)
    result = drafting(workspace, "import", name)
    assert result.returncode == 5
    assert "引用している発言が分からない" in result.stderr
    assert snapshot(workspace) == before
