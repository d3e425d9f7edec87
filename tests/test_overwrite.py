"""A file that somebody has saved where an output goes is kept beside it, once, and that is told."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

NAME = "outputs/答申案.docx"


def drafting(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "drafting", "-C", str(folder), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, env={**os.environ, "PYTHONUTF8": "1"})
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "作業"
    drafting(Path(), "init", str(folder))
    return folder


@pytest.fixture
def workspace(started: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(started, tmp_path / "作業"))


def change(folder: Path) -> None:
    path = folder / "inputs/committee.yaml"
    path.write_text(path.read_text("utf-8").replace("name: ", "name: 新", 1), encoding="utf-8")


def as_word_saves(data: bytes) -> bytes:
    """Our file with one more word, zipped without dates and with the properties that Word writes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/app.xml":
                content = content.replace(b"<AppVersion>", b"<Application>Microsoft Office Word</Application><AppVersion>")
            archive.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), content.replace("目次".encode(), "手で直した目次".encode()))
    return target.getvalue()


def as_python_docx_saves(data: bytes) -> bytes:
    document = docx.Document(io.BytesIO(data))
    document.paragraphs[0].add_run("手で直した")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_what_drafting_wrote_is_replaced_without_a_backup(workspace: Path) -> None:
    drafting(workspace, "build", "--format", "docx")
    change(workspace)
    assert ".bak" not in drafting(workspace, "build", "--format", "docx")
    assert not list(workspace.glob("outputs/*.bak"))


@pytest.mark.parametrize("save", [as_word_saves, as_python_docx_saves])
def test_a_draft_that_was_saved_in_word_is_kept_and_no_later_build_replaces_it(
    workspace: Path, save: Callable[[bytes], bytes]
) -> None:
    drafting(workspace, "build", "--format", "docx")
    edited = save((workspace / NAME).read_bytes())
    (workspace / NAME).write_bytes(edited)
    assert "答申案.docx.bak に残しました" in drafting(workspace, "build", "--format", "docx")
    change(workspace)
    assert ".bak" not in drafting(workspace, "build", "--format", "docx")
    assert (workspace / f"{NAME}.bak").read_bytes() == edited != (workspace / NAME).read_bytes()


@pytest.mark.parametrize("content", ["私の覚え書き".encode(), b""])
def test_any_other_file_in_the_way_is_kept(workspace: Path, content: bytes) -> None:
    for name in ("自分の.docx", "自分の.md"):
        (workspace / name).write_bytes(content)
    drafting(workspace, "build", "-o", str(workspace / "自分の"))
    assert [(workspace / f"自分の.{kind}.bak").read_bytes() for kind in ("docx", "md")] == [content] * 2


def test_the_same_text_again_leaves_no_backup(workspace: Path) -> None:
    drafting(workspace, "build")
    drafting(workspace, "build")
    assert not list(workspace.glob("outputs/*.bak"))


def test_a_table_that_was_saved_in_a_spreadsheet_program_is_kept_and_ours_is_not(workspace: Path) -> None:
    path = workspace / "outputs/意見対応表.xlsx"
    drafting(workspace, "table", "--format", "xlsx")
    change(workspace)
    drafting(workspace, "table", "--format", "xlsx")
    assert not list(workspace.glob("outputs/*.bak"))
    book = openpyxl.load_workbook(path)
    book.active["A1"] = "手で直した"
    book.save(path)
    edited = path.read_bytes()
    assert "意見対応表.xlsx.bak に残しました" in drafting(workspace, "table", "--format", "xlsx")
    assert (workspace / "outputs/意見対応表.xlsx.bak").read_bytes() == edited
