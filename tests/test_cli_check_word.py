"""`drafting check FILE.docx` as a clerk types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import drafting

from drafting.word.package import MAIN_PART, read_package, write_package

DRAFT = Path(__file__).parents[1] / "outputs" / "答申案.docx"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "委員長修正.docx"
    path.write_bytes(DRAFT.read_bytes())
    return path


def test_a_sound_word_file_has_no_finding(draft: Path) -> None:
    run = drafting(draft.parent, "check", draft.name)
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "問題は見つかりませんでした。", "")


def test_a_fault_is_told_with_its_paragraph_and_nothing_is_written(draft: Path) -> None:
    parts = read_package(draft.read_bytes(), "a")
    parts[MAIN_PART] = parts[MAIN_PART].replace(b'<w:jc w:val="', b'<w:jc w:val="x', 1)
    draft.write_bytes(write_package(parts))
    before = draft.read_bytes()
    run = drafting(draft.parent, "check", draft.name)
    assert run.returncode == 1
    assert run.stderr.startswith("委員長修正.docx:1:1: エラー[D107]: 本文の")
    assert "段落目" in run.stderr and "保存し直してください" in run.stderr
    assert draft.read_bytes() == before and len(list(draft.parent.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_cannot_be_opened_is_bad_input(draft: Path, content: bytes) -> None:
    draft.write_bytes(content)
    run = drafting(draft.parent, "check", draft.name)
    assert run.returncode == 3
    assert "エラー[D0" in run.stderr and "Traceback" not in run.stderr


def test_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    assert drafting(tmp_path, "check", "ない.docx").returncode == 3


def test_a_reference_that_would_stop_every_build_is_told_by_a_check_of_the_workspace(tmp_path: Path) -> None:
    assert drafting(tmp_path, "init").returncode == 0
    assert drafting(tmp_path, "check").returncode == 0
    reference = tmp_path / "templates" / "reference.docx"
    parts = read_package(reference.read_bytes(), "x")
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"16.0000", b"15.0000")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'<w:jc w:val="', b'<w:jc w:val="x', 1)
    reference.write_bytes(write_package(parts))
    checked, built = drafting(tmp_path, "check"), drafting(tmp_path, "build")
    assert (checked.returncode, built.returncode) == (1, 3)
    assert all("templates/reference.docx:1:1: エラー[D107]: スタイルの定義" in run.stderr for run in (checked, built))
    assert not list((tmp_path / "outputs").glob("*"))
