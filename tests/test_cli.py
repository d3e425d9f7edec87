"""The commands as a clerk types them, in a workspace of her own."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import RECOMMENDATIONS, drafting, snapshot


def test_a_new_workspace_builds_at_once(tmp_path: Path) -> None:
    assert drafting(tmp_path, "init", "作業").returncode == 0
    result = drafting(tmp_path / "作業", "build")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "作りました: outputs/答申案.docx\n作りました: outputs/答申案.md\n"


def test_init_overwrites_nothing(workspace: Path) -> None:
    before = snapshot(workspace)
    result = drafting(workspace, "init")
    assert result.returncode == 5
    assert "上書きしない" in result.stderr
    assert snapshot(workspace) == before


def test_the_draft_groups_by_theme_and_shows_what_is_unknown(workspace: Path) -> None:
    result = drafting(workspace, "build", "--format", "md")
    assert result.returncode == 0, result.stderr
    text = (workspace / "outputs/答申案.md").read_text(encoding="utf-8")
    assert "### 提言1　案内の見直し" in text
    assert "委員長　○○　○○" in text
    assert "次期計画について（答申）" in text
    assert "青木委員" not in text


def test_check_names_the_place_and_the_closest_words_of_a_wrong_quotation(workspace: Path) -> None:
    path = workspace / "inputs/recommendations.yaml"
    path.write_text(RECOMMENDATIONS.replace("見直してはどうか}", "見直しては}").replace("案内の方法を見直しては}", "案内方法を見直しては}"), encoding="utf-8")
    result = drafting(workspace, "check")
    assert result.returncode == 1
    assert (
        "inputs/recommendations.yaml:7:29: エラー[C003]: 引用「案内方法を見直しては」が発言 1-U002 の中にありません。"
        in result.stderr
    )


def test_build_writes_nothing_when_a_file_is_wrong(workspace: Path) -> None:
    (workspace / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS.replace("theme:", "theem:"), encoding="utf-8")
    before = snapshot(workspace)
    result = drafting(workspace, "build")
    assert result.returncode == 3
    assert "inputs/recommendations.yaml:3:5: エラー[Y010]: 知らない項目「theem」です。「theme」ではありませんか。" in result.stderr
    assert snapshot(workspace) == before


def test_a_broken_template_writes_nothing_and_names_its_line(workspace: Path) -> None:
    (workspace / "templates/report.md.j2").write_text("# 題\n\n{{ leter.title }}\n", encoding="utf-8")
    before = snapshot(workspace)
    result = drafting(workspace, "build")
    assert result.returncode == 4
    assert "templates/report.md.j2:3:1: エラー[T011]: 「leter」という値はありません。「letter」ではありませんか。" in result.stderr
    assert snapshot(workspace) == before


def test_the_same_inputs_give_the_same_bytes(workspace: Path) -> None:
    drafting(workspace, "build")
    before = snapshot(workspace / "outputs")
    drafting(workspace, "build")
    assert snapshot(workspace / "outputs") == before


@pytest.mark.parametrize("name", ["init", "import", "check", "build", "table"])
def test_every_command_explains_itself_in_japanese_with_an_example(name: str, tmp_path: Path) -> None:
    text = drafting(tmp_path, name, "--help").stdout
    assert text.startswith(f"使い方: drafting {name}")
    assert f"例: drafting {name}" in text
    assert "Usage" not in text
    assert "Options" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bild"], "命令「bild」はありません。「build」ではありませんか。"),
        (["build", "--fromat", "md"], "「--format」ではありませんか。"),
        (["table", "--format", "pdf"], "形式「pdf」は選べません。使えるのは docx、md、xlsx、html です。"),
        (["table", "--kind", "名簿"], "表の種類「名簿」は選べません。"),
        (["import"], "「ファイル…」を指定してください。"),
        (["build", "--format", "pdf"], "形式「pdf」は選べません。"),
        (["import", "--layout", "x", "a.txt"], "様式「x」はありません。"),
        *((["import", "--meeting", id, "a.txt"], f"記号「{id}」は使えません。") for id in ("../悪", "a/b", "第2回", "", "NUL")),
        (["import", "--meeting", "1" * 17, "a.txt"], "16字まで"),
        (["-C", "ない", "check"], "フォルダー「ない」がありません。"),
        (["build", "-o"], "オプション「-o」の後に値を書いてください。"),
    ],
)
def test_a_slip_in_the_command_is_explained_in_japanese(arguments: list[str], words: str, workspace: Path) -> None:
    result = drafting(workspace, *arguments)
    assert result.returncode == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_without_inputs_is_told_what_to_do(tmp_path: Path) -> None:
    result = drafting(tmp_path, "build")
    assert result.returncode == 3
    assert "drafting init" in result.stderr


def test_a_check_of_one_file_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(RECOMMENDATIONS, encoding="utf-8")
    result = drafting(tmp_path, "check", "r.yaml")
    assert (result.returncode, result.stdout, result.stderr) == (0, "問題は見つかりませんでした。\n", "")


@pytest.mark.parametrize("template", ["report.md.j2", "letter.md.j2", "summary.md.j2"])
def test_the_templates_that_we_ship_are_free_of_findings(template: str, workspace: Path) -> None:
    result = drafting(workspace, "check", f"templates/{template}")
    assert (result.returncode, result.stdout, result.stderr) == (0, "問題は見つかりませんでした。\n", "")


@pytest.mark.parametrize(
    ("head", "what"), [(b"PK\x03\x04", "Word"), (b"%PDF-1.7\n", "PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "パスワード")]
)
def test_a_file_that_is_no_text_is_told_for_what_it_is(head: bytes, what: str, workspace: Path) -> None:
    (workspace / "a.txt").write_bytes(head + bytes(100))
    before = snapshot(workspace)
    for command in ("import", "check"):
        result = drafting(workspace, command, "a.txt")
        assert result.returncode == 3
        assert result.stderr.startswith("a.txt:1:1: エラー[F013]" if command == "check" else "a.txt:1:1: エラー[")
        assert what in result.stderr or command == "import"  # the readers of Word and PDF say what is wrong with it
    assert snapshot(workspace) == before


def test_every_text_that_the_secretariat_writes_is_printed(workspace: Path) -> None:
    (workspace / "inputs/committee.yaml").write_text(
        """committee: {name: 甲委員会, city: 甲市, order: 並び順, members: [{name: 氏名一, affiliation: 所属一, category: 区分一, note: 備考一}]}
consultation: {title: 件名一について, number: 諮問番号一, date: 2025-11-28, basis: 根拠一, items: 事項一, reason: 理由一}
letter: {title: 題名一, number: 答申番号一, addressee_title: 宛名一, addressee_name: 市長一, honorific: 殿, chair_name: 委員長一}
texts: {introduction: 序文一, principles: 考え方一, closing: 結び一}
meetings: [{session: 9, date: 2026-02-02, place: 場所一, agenda: [議題一], observers: 12, note: 付記一}]
""",
        encoding="utf-8",
    )
    (workspace / "inputs/recommendations.yaml").write_text(
        """themes: [{title: 窓口, lead: 現状一}]
recommendations:
  - {id: R1, theme: 窓口, title: 提言題一, body: 提言文一, cites: [{at: 1-U002, quote: 案内の方法}]}
  - {id: R2, theme: 窓口, kind: 主な意見, title: 意見題一, body: 意見文一}
  - {id: R3, theme: 窓口, kind: 附帯意見, title: 附帯題一, body: 附帯文一}
  - {id: R4, theme: 窓口, kind: 少数意見, title: 少数題一, body: 少数文一}
""",
        encoding="utf-8",
    )
    assert drafting(workspace, "build", "--format", "md").returncode == 0
    text = (workspace / "outputs/答申案.md").read_text(encoding="utf-8")
    words = (
        "甲委員会 並び順 氏名一 所属一 区分一 備考一 件名一 諮問番号一 根拠一 事項一 理由一 題名一 答申番号一 宛名一 市長一 殿 委員長一 "
        "序文一 考え方一 結び一 場所一 議題一 12人 付記一 現状一 提言題一 提言文一 案内の方法 意見文一 附帯題一 附帯文一 少数題一 少数文一"
    )
    assert [word for word in words.split() if word not in text] == []


def test_an_opinion_that_went_nowhere_is_told_with_its_words_and_what_is_none_is_counted(workspace: Path) -> None:
    minutes = workspace / "inputs/minutes/1.yaml"
    text = minutes.read_text(encoding="utf-8").replace("見直してはどうか。", "見直してはどうか。夜間も開けるべきである。")
    minutes.write_text(text, encoding="utf-8")
    line = next(i for i, row in enumerate(text.splitlines(), 1) if "夜間も" in row)
    column = text.splitlines()[line - 1].index("夜間も") + 1
    result = drafting(workspace, "check")
    assert result.returncode == 0
    assert f"inputs/minutes/1.yaml:{line}:{column}: 注意[C101]: 意見「夜間も開けるべきである。」（1-U002 委員）の行き先がありません。" in result.stderr
    assert "意見ではないと見たところが 1 か所あります（議事進行 1）。" in result.stdout


def test_an_opinion_mark_by_hand_is_read_and_kept(workspace: Path) -> None:
    minutes = workspace / "inputs/minutes/1.yaml"
    (workspace / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS.split("    cites:")[0], encoding="utf-8")
    assert "C101" in drafting(workspace, "check").stderr
    minutes.write_text(minutes.read_text(encoding="utf-8").replace("    role: 委員\n", "    role: 委員\n    opinion: いいえ\n"), encoding="utf-8")
    assert "C101" not in drafting(workspace, "check").stderr


def test_the_table_comes_in_every_format_and_agrees_with_the_draft(workspace: Path) -> None:
    result = drafting(workspace, "table", "--format", "docx,md,xlsx,html")
    assert (result.returncode, result.stderr) == (0, "")
    assert [path.suffix for path in sorted((workspace / "outputs").glob("意見対応表.*"))] == [".docx", ".html", ".md", ".xlsx"]
    table = (workspace / "outputs/意見対応表.md").read_text(encoding="utf-8")
    drafting(workspace, "build", "--format", "md")
    draft = (workspace / "outputs/答申案.md").read_text(encoding="utf-8")
    chapter = next(line for line in draft.splitlines() if line.startswith("# 第") and line.endswith("窓口"))
    place = f"{chapter[2:4]}の1　提言1"
    row = "| 1 | 窓口 | 案内の方法を見直してはどうか。 | 第1回<br>1-U002<br>委員<br>12行 | （候補）案内板の改修を予定している。 | ◎反映 | " + place
    assert f"{row} | されたい |  |" in table
    assert f"{row} |  |" in draft
    assert "青木" not in table


def test_a_table_for_the_members_has_the_numbers_of_the_copy_they_get(workspace: Path) -> None:
    candidate = "  - {id: R0, theme: 窓口, title: 候補の題, body: 見直されたい。, status: 候補, cites: [{at: 1-U002, quote: 窓口の案内}]}\n"
    path = workspace / "inputs/recommendations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("recommendations:\n", "recommendations:\n" + candidate), encoding="utf-8")
    assert "候補が 1 件あります" in drafting(workspace, "table", "--format", "md").stdout
    assert "提言2 |" in (workspace / "outputs/意見対応表.md").read_text(encoding="utf-8")
    result = drafting(workspace, "table", "--format", "md", "--edition", "照会")
    assert (result.returncode, "候補が" in result.stdout) == (0, False)
    table = (workspace / "outputs/意見対応表（照会）.md").read_text(encoding="utf-8")
    assert "提言1 |" in table and "提言2" not in table and "候補（未決定）" not in table and "（候補）案内板" in table
    drafting(workspace, "table", "--format", "md", "--edition", "確定")
    assert "（候補）" not in (workspace / "outputs/意見対応表（確定）.md").read_text(encoding="utf-8")
    (workspace / "inputs/comments.yaml").write_text("comments: [{id: C1, author: 甲, at: R1.body, text: 短く。}]\n", encoding="utf-8")
    for edition, number in (("作業", 2), ("照会", 1)):
        assert drafting(workspace, "table", "--kind", "照会意見", "--edition", edition, "-o", f"{number}.md").returncode == 0
        assert f"提言{number}" in (workspace / f"{number}.md").read_text(encoding="utf-8")
    assert "意見対応・照会意見の表のときだけ" in drafting(workspace, "table", "--kind", "意見以外", "--edition", "照会").stderr


def test_a_table_says_how_many_opinions_have_no_fate_and_says_it_of_no_other_table(workspace: Path) -> None:
    (workspace / "inputs/recommendations.yaml").write_text("recommendations: []\n", encoding="utf-8")
    (workspace / "inputs/comments.yaml").write_text("comments: [{id: C1, author: 甲, at: R1.body, text: 未対応}]\n", encoding="utf-8")
    for form in ("md", "html"):
        assert ": 注意[C101]: 行き先のない意見が 1件あります（表では終わりに「未対応」と載ります）。" in drafting(workspace, "table", "--format", form).stderr
    assert "C101" not in drafting(workspace, "table", "--kind", "照会意見", "--format", "md").stderr


def test_the_same_tables_have_the_same_bytes(workspace: Path) -> None:
    arguments = ("table", "--format", "docx,md,xlsx,html")
    drafting(workspace, *arguments)
    before = snapshot(workspace / "outputs")
    drafting(workspace, *arguments)
    assert snapshot(workspace / "outputs") == before


def test_the_annex_can_be_switched_off(workspace: Path) -> None:
    committee = workspace / "inputs/committee.yaml"
    committee.write_text("committee: {name: 甲委員会}\nparts: {correspondence: false}\n", encoding="utf-8")
    assert drafting(workspace, "build", "--format", "md").returncode == 0
    assert "意見と提言の対応" not in (workspace / "outputs/答申案.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("template", ["report", "letter"])
def test_both_sides_are_printed(template: str, workspace: Path) -> None:
    text = RECOMMENDATIONS + "      - 1-U001\n    stance: 両論\n"
    (workspace / "inputs/recommendations.yaml").write_text(text, encoding="utf-8")
    assert drafting(workspace, "build", "--template", template, "-o", "a.md").returncode == 0
    printed = (workspace / "a.md").read_text(encoding="utf-8")
    assert "「案内の方法を見直してはどうか」（委員）" in printed
    assert "「意見を伺う。」（委員長）" in printed
