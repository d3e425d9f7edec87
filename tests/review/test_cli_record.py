"""The record that `drafting review -o` writes beside the YAML."""

from __future__ import annotations

from pathlib import Path

from handed_out import YAML, draft, sent
from reviewers import tracked
from workspaces import drafting, snapshot


def test_a_record_never_takes_the_place_of_another_reviewers_file_for_good(issued: Path) -> None:
    one = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"))
    other = sent(issued, "乙.docx", tracked(draft(issued), "R1.title", "案内", "案内板", "乙委員"))
    theirs = (issued / other).read_bytes()
    assert drafting(issued, "review", one, "-o", other).returncode == 0
    assert (issued / f"{other}.bak").read_bytes() == theirs


def test_where_the_yaml_cannot_be_written_there_is_no_record_either(issued: Path) -> None:
    text = (issued / YAML).read_text(encoding="utf-8")
    (issued / YAML).write_bytes(text.encode("cp932"))
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "𠮷の案内", "甲委員"))
    before = snapshot(issued)
    result = drafting(issued, "review", name, "--apply", "-o", "記録.md")
    assert result.returncode == 5 and "F037" in result.stderr
    assert snapshot(issued) == before


def test_a_record_is_written_together_with_the_yaml(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"))
    result = drafting(issued, "review", name, "--apply", "-o", "記録.md")
    assert result.returncode == 0 and "作りました: 記録.md" in result.stdout
    assert "表示" in (issued / "記録.md").read_text(encoding="utf-8") and "表示の見直し" in (issued / YAML).read_text(encoding="utf-8")
