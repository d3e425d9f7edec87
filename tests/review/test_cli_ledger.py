"""Comments of reviewers' files in `inputs/comments.yaml`, as a clerk types the commands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from commenters import Said, commented
from handed_out import YAML, draft, sent
from reviewers import changed, tracked
from workspaces import drafting, snapshot

from drafting.comments import Comment, read_comments
from drafting.word.document import w
from drafting.yamlfile import parse

LEDGER = "inputs/comments.yaml"
ONE = Said("甲委員", "言葉が硬い。\n直したい。", "R1.body")
TWO = Said("乙委員", "回を増やすか。")


def ledger(root: Path, encoding: str = "utf-8") -> tuple[Comment, ...]:
    rows, problems = read_comments(parse((root / LEDGER).read_text(encoding=encoding), LEDGER), LEDGER)
    assert problems == []
    return rows


def fill(root: Path, response: str, reason: str) -> str:
    text = (root / LEDGER).read_text(encoding="utf-8")
    text = text.replace("response:\n    reason:", f"response: {response}\n    reason: {reason}", 1)
    (root / LEDGER).write_text(text, encoding="utf-8", newline="")
    return text


def test_without_apply_the_new_comments_are_counted_and_nothing_is_written(issued: Path) -> None:
    name = sent(issued, "甲.docx", commented(draft(issued), ONE, TWO))
    before = snapshot(issued)
    result = drafting(issued, "review", name)
    assert result.returncode == 0 and snapshot(issued) == before
    assert "--apply を付けると、コメント 2件を inputs/comments.yaml に書き足します。" in result.stdout


def test_apply_writes_the_comments_and_the_edits_together(issued: Path) -> None:
    data = tracked(draft(issued), "R1.title", "案内", "表示", "甲委員")
    name = sent(issued, "戻り.docx", commented(data, ONE, TWO))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 0, result.stderr
    assert "コメント 2件を書き足しました: inputs/comments.yaml（C1〜C2）。response（対応）と reason（理由）を書いてください。" in result.stdout
    assert "表示の見直し" in (issued / YAML).read_text(encoding="utf-8")
    one, two = ledger(issued)
    assert (one.author, one.date, one.at, one.quote) == ("甲委員", "2026-01-20 10:00", "R1.body", "市は、窓口の案内を見直されたい。")
    assert (one.text, one.file, one.response) == ("言葉が硬い。\n直したい。", "戻り.docx", "")
    assert two.at == "「第2　審議の経過」のあたり" and re.fullmatch("[0-9a-f]{16}", two.build)


def test_what_was_filled_in_stays_when_the_next_file_comes(issued: Path) -> None:
    first = sent(issued, "甲.docx", commented(draft(issued), ONE))
    assert drafting(issued, "review", first, "--apply").returncode == 0
    text = fill(issued, "反映   # 係長に確認", "改めた。")
    second = sent(issued, "乙.docx", commented(draft(issued), ONE, Said("丙委員", "同感。", to=0), TWO))
    result = drafting(issued, "review", first, second, "--apply")
    now = (issued / LEDGER).read_text(encoding="utf-8")
    assert now.startswith(text) and (issued / f"{LEDGER}.bak").read_text(encoding="utf-8") == text
    assert [(one.id, one.author, one.response, one.reply_to) for one in ledger(issued)] == [
        ("C1", "甲委員", "反映", ""), ("C2", "丙委員", "", "C1"), ("C3", "乙委員", "", ""),
    ]  # fmt: skip
    assert "コメント 2件を書き足しました" in result.stdout and "ほかの 2件は、もう入っているか、ほかの Word にあるものと同じです。" in result.stdout
    before = snapshot(issued)
    again = drafting(issued, "review", second, first, "--apply")
    assert snapshot(issued) == before and "コメント 4件は、もう inputs/comments.yaml に入っています。" in again.stdout


def test_answers_and_the_settled_state_come_with_their_comment(issued: Path) -> None:
    data = commented(draft(issued), ONE._replace(done=True), Said("乙委員", "同感。", to=0), Said("甲委員", "直しました。", to=1))
    assert drafting(issued, "review", sent(issued, "甲.docx", data), "--apply").returncode == 0
    (row,) = ledger(issued)
    assert row.resolved and [(reply.author, reply.text) for reply in row.replies] == [("乙委員", "同感。"), ("甲委員", "直しました。")]


def test_the_passage_is_that_of_the_draft_whoever_changed_it_since(issued: Path) -> None:
    data = commented(draft(issued), Said("甲委員", "硬い。", "R1.title"))
    first = sent(issued, "甲.docx", data)
    second = sent(issued, "乙.docx", tracked(data, "R1.title", "案内の見直し", "まったく違う題", "乙委員"))
    assert drafting(issued, "review", second, "--apply").returncode == 0
    (row,) = ledger(issued)
    assert (row.at, row.quote) == ("R1.title", "案内の見直し")
    drafting(issued, "review", first, "--apply")
    assert ledger(issued) == (row,)


def test_a_comment_on_a_whole_text_whose_mark_word_puts_outside_belongs_to_the_text(issued: Path) -> None:
    def outside(root: object) -> None:
        for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for mark in list(root.iter(w(tag))):  # type: ignore[attr-defined]
                piece = mark if mark.getparent().tag == w("p") else mark.getparent()
                paragraph = piece.getparent()
                paragraph.remove(piece)
                marks = [i for i, each in enumerate(paragraph) if each.tag == w("bookmarkStart")]
                paragraph.insert(marks[0] if tag == "commentRangeStart" else len(paragraph), piece)

    name = sent(issued, "甲.docx", changed(commented(draft(issued), Said("甲委員", "硬い。", "R1.title")), outside))
    assert drafting(issued, "review", name, "--apply").returncode == 0
    assert [(one.at, one.quote) for one in ledger(issued)] == [("R1.title", "案内の見直し")]


def test_two_files_of_one_name_without_names_of_people_are_two_people(issued: Path) -> None:
    for folder in ("甲", "乙"):
        (issued / folder).mkdir()
        sent(issued, f"{folder}/戻り.docx", commented(draft(issued), Said("作成者", "削除", "R1.body", date="")))
    assert drafting(issued, "review", "甲/戻り.docx", "乙/戻り.docx", "--apply").returncode == 0
    assert [(one.file, one.date) for one in ledger(issued)] == [("甲/戻り.docx", ""), ("乙/戻り.docx", "")]


def test_a_ledger_with_a_fault_is_told_and_nothing_is_written(issued: Path) -> None:
    name = sent(issued, "甲.docx", commented(tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"), ONE))
    (issued / LEDGER).write_text("comments:\n  - id：C1\n    text: 意見\n", encoding="utf-8")
    before = snapshot(issued)
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 3 and snapshot(issued) == before
    assert "inputs/comments.yaml:2:5: エラー[Y034]" in result.stderr


def test_a_ledger_of_an_old_editor_stays_in_its_encoding_and_a_letter_it_lacks_stops_all(issued: Path) -> None:
    old = "# 控え\r\ncomments:\r\n  - {id: C4, text: 電話, response: 参考}\r\n"
    (issued / LEDGER).write_bytes(old.encode("cp932"))
    assert drafting(issued, "review", sent(issued, "甲.docx", commented(draft(issued), ONE)), "--apply").returncode == 0
    data = (issued / LEDGER).read_bytes()
    assert data.startswith(old.encode("cp932")) and b"\n" not in data.replace(b"\r\n", b"") and ledger(issued, "cp932")[1].id == "C5"
    both = commented(tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"), Said("甲委員", "𠮷の字", "R1.body"))
    before = snapshot(issued)
    result = drafting(issued, "review", sent(issued, "甲.docx", both), "--apply")
    assert result.returncode == 5 and "F037" in result.stderr
    assert {**snapshot(issued), "甲.docx": b""} == {**before, "甲.docx": b""}


def test_nobody_at_the_terminal_means_no_comment_either(issued: Path) -> None:
    name = sent(issued, "甲.docx", commented(draft(issued), ONE))
    assert drafting(issued, "review", name, "--interactive").returncode == 0
    assert not (issued / LEDGER).exists()


def test_comments_that_python_docx_wrote_are_known_again(issued: Path) -> None:
    document = docx.Document(str(issued / "outputs/答申案（照会）.docx"))
    run = next(run for paragraph in document.paragraphs for run in paragraph.runs if "毎年、その結果" in run.text)
    document.add_comment(run, text="毎年か。", author="審査 花子", initials="審")
    document.save(str(issued / "甲.docx"))
    assert drafting(issued, "review", "甲.docx", "--apply").returncode == 0
    assert [(one.author, one.at, one.text) for one in ledger(issued)] == [("審査 花子", "R1.body", "毎年か。")]
    before = snapshot(issued)
    assert drafting(issued, "review", "./甲.docx", "--apply").returncode == 0 and snapshot(issued) == before


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_a_file_saved_anew_by_libreoffice_adds_nothing(issued: Path, tmp_path: Path) -> None:
    name = sent(issued, "甲.docx", commented(draft(issued), ONE, TWO, Said("甲委員", "硬い。", "R2.title")))
    assert drafting(issued, "review", name, "--apply").returncode == 0
    target = issued / "保存"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(target), str(issued / name)], check=True, capture_output=True)
    before = (issued / LEDGER).read_bytes()
    assert drafting(issued, "review", "保存/甲.docx", "--apply").returncode in (0, 1)
    assert (issued / LEDGER).read_bytes() == before
