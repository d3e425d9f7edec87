"""The ledger in `check`, `build` and `table`, as a clerk types them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from workspaces import drafting, snapshot

LEDGER = "inputs/comments.yaml"
ROWS = """# 控え
comments:
  - id: C1
    author: 鬼龍院
    date: 2026-01-20 10:00
    at: R1.body
    quote: 案内の方法
    text: '=1+1 案内の言葉が硬いので、もっとやわらかい言葉に直してほしい。'
    replies:
      - {author: 綾小路, text: 同感。}
    response:
    reason:
  - {id: C2, author: 綾小路, text: 題名, response: 確認中}
  - {id: C3, author: 綾小路, text: 別件, response: 反映しない}
"""
DECIDED = ROWS.replace("response:\n", "response: 反映\n").replace("確認中", "参考").replace("反映しない", "反映しない, reason: 諮問の外")


def write(folder: Path, text: str) -> None:
    (folder / LEDGER).write_text(text, encoding="utf-8", newline="")


def test_check_tells_what_is_not_decided_at_its_line_and_names_nobody(closed: Path) -> None:
    write(closed, ROWS)
    result = drafting(closed, "check")
    assert result.returncode == 0
    told = [line for line in result.stderr.splitlines() if LEDGER in line]
    assert told == [
        "inputs/comments.yaml:11:14: 注意[R010]: 照会意見 C1「=1+1 案内の言葉が硬いので、もっとや…」の対応が書かれていません。response（対応）に、反映・参考などを書いてください。",
        "inputs/comments.yaml:13:47: 注意[R010]: 照会意見 C2「題名」の対応が「確認中」です。response（対応）に、反映・参考などを書いてください。",
        "inputs/comments.yaml:14:47: 注意[R011]: 照会意見 C3 は「反映しない」ですが、理由がありません。reason（理由）を書いてください。",
    ]
    assert "鬼龍院" not in result.stderr + result.stdout and "綾小路" not in result.stderr + result.stdout
    alone = drafting(closed, "check", LEDGER)
    assert alone.stderr.splitlines() == told


def test_check_tells_faults_of_form(closed: Path) -> None:
    write(closed, ROWS.replace("確認中", "採用").replace("id: C3", "id: C1"))
    result = drafting(closed, "check")
    assert result.returncode == 3 and "エラー[Y014]" in result.stderr and "エラー[Y021]" in result.stderr


def test_a_final_edition_waits_until_all_is_decided(closed: Path) -> None:
    write(closed, ROWS)
    before = snapshot(closed)
    result = drafting(closed, "build", "--edition", "確定")
    assert result.returncode == 1 and snapshot(closed) == before
    assert [line.split("[")[1][:4] for line in result.stderr.splitlines() if LEDGER in line] == ["R010", "R010", "R011"]
    assert "エラー[R010]" in result.stderr and "注意[R011]" in result.stderr
    write(closed, DECIDED)
    assert drafting(closed, "build", "--edition", "確定").returncode == 0


def test_a_fault_in_the_ledger_stops_a_final_edition_and_no_other(closed: Path) -> None:
    write(closed, "comments: なし\n")
    assert drafting(closed, "build").returncode == 0
    assert drafting(closed, "build", "--edition", "確定").returncode == 3


def text_of(path: Path) -> str:
    """All that a file holds, a zip unpacked."""
    data = path.read_bytes()
    if data[:2] != b"PK":
        return data.decode("utf-8")
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_who_wrote_a_comment_is_in_no_draft_and_in_no_other_table(closed: Path) -> None:
    write(closed, DECIDED)
    for edition in ("作業", "庁内", "照会", "確定"):
        for template in ("report", "letter", "summary"):
            assert drafting(closed, "build", "--edition", edition, "--template", template).returncode == 0
    for kind in ("意見対応", "確認依頼"):
        assert drafting(closed, "table", "--kind", kind, "--format", "docx,md,xlsx,html").returncode == 0
    files = [path for path in (closed / "outputs").rglob("*") if path.is_file()]
    assert len(files) > 25
    assert [path for path in files if "鬼龍院" in text_of(path) or "綾小路" in text_of(path)] == []


def test_the_table_comes_in_every_form_and_says_what_is_open(closed: Path) -> None:
    write(closed, ROWS)
    result = drafting(closed, "table", "--kind", "照会意見", "--format", "docx,md,xlsx,html")
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1] == "意見者の氏名が載っています。渡す先に注意してください。"
    assert "対応の決まっていない意見が 2件あります（C1、C2）。表には「未定」か「確認中」と載ります。" in result.stderr and "R011" in result.stderr
    for kind in ("docx", "md", "xlsx", "html"):
        text = text_of(closed / f"outputs/照会意見対応表.{kind}")
        assert all(word in text for word in ("鬼龍院", "同感。", "未定", "確認中"))
    assert 'w:orient="landscape"' in text_of(closed / "outputs/照会意見対応表.docx")
    assert drafting(closed, "check", "outputs/照会意見対応表.docx").returncode == 0


def test_no_text_of_a_comment_becomes_a_formula(closed: Path) -> None:
    write(closed, ROWS)
    drafting(closed, "table", "--kind", "照会意見", "-o", "outputs/t.xlsx")
    sheet = openpyxl.load_workbook(closed / "outputs/t.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=1+1")]
    assert [cell.data_type for cell in cells] == ["s"]


def test_no_table_without_a_ledger(closed: Path) -> None:
    before = snapshot(closed)
    result = drafting(closed, "table", "--kind", "照会意見")
    assert result.returncode == 3 and snapshot(closed) == before
    assert result.stderr == (
        "inputs/comments.yaml:1:1: エラー[R013]: 照会意見対応表のもとになる照会意見の一覧がありません。"
        "「drafting review 戻った Word --apply」で、コメントから作られます。\n"
    )


@pytest.mark.parametrize("kind", ["docx", "md", "xlsx", "html"])
def test_the_same_ledger_gives_the_same_bytes(closed: Path, kind: str) -> None:
    write(closed, ROWS)
    made = []
    for name in ("一", "二"):
        assert drafting(closed, "table", "--kind", "照会意見", "-o", f"outputs/{name}.{kind}").returncode == 0
        made.append((closed / f"outputs/{name}.{kind}").read_bytes())
    assert made[0] == made[1]
