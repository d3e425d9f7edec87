"""A file that LibreOffice edited with change tracking on is read as LibreOffice itself reads it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from office_bridge import BRIDGED, OFFICE, PYTHON
from word_build import p, table, write

from drafting.word.reading import Document, StoryKind, extent_text, read_document, texts_of

pytestmark = BRIDGED
BODY = "市民に分かりやすく発信されたい。古い文を消す。"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, dict[str, list[str]]]:
    folder = tmp_path_factory.mktemp("office")
    source, target = folder / "draft.docx", folder / "reviewed.docx"
    source.write_bytes(write(
        p(BODY, address="R1.body"), p("ここで切る。続きの文。", address="R2.body"), p("前の段落。"), p("後の段落。"),
        p("一", address="R4.body"), p("二", address="R4.body"), p("三", address="R4.body"),
        p("置き換える文。", address="R3.body"), table(["名", "値"], ["消える行", "一"], ["残る行", "二"]), p("終わりの文。"),
    ))  # fmt: skip
    pipe = f"drafting{folder.name}{id(folder)}"
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", f"--accept=pipe,name={pipe};urp;"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as office:
        try:
            script = Path(__file__).with_name("office_edits.py")
            run = subprocess.run([str(PYTHON), script, pipe, source, target], capture_output=True, timeout=120, text=True)
            assert run.returncode == 0, run.stderr
        finally:
            office.terminate()
    return read_document(target.read_bytes(), "reviewed.docx"), json.loads(run.stdout)


def test_both_texts_are_those_that_the_program_shows(edited: tuple[Document, dict[str, list[str]]]) -> None:
    document, shown = edited
    for paragraphs, state in ((document.accepted, "accepted"), (document.rejected, "rejected")):
        assert [each.text for each in paragraphs if each.story.kind is StoryKind.BODY] == shown[state]
    accepted, rejected = texts_of(document)
    assert "消える行" in rejected and "消える行" not in accepted


def test_its_changes_and_the_bookmarks_are_found(edited: tuple[Document, dict[str, list[str]]]) -> None:
    document, _ = edited
    words = {(each.kind.value, each.words, each.bookmarks[:1]) for each in document.changes}
    assert {("挿入", "、丁寧に", ("d_R1_body",)), ("削除", "古い文", ("d_R1_body",)), ("挿入", "\n", ("d_R2_body",)), ("削除", "\n", ())} <= words
    body = next(each for each in document.bookmarks if each.name == "d_R1_body")
    assert extent_text(document.rejected, body.rejected) == BODY
    assert extent_text(document.accepted, body.accepted) == "市民に分かりやすく、丁寧に発信されたい。を消す。"
    long = next(each for each in document.bookmarks if each.name == "d_R4_body")
    assert extent_text(document.accepted, long.accepted) == "一\n二\n三"
