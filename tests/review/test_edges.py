"""What a reviewer types into the running heads and feet with tracking off."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from handed_out import DRAFT, draft, sent
from workspaces import drafting, snapshot

from drafting.word.package import read_package, write_package

EDGE = re.compile(r"word/(?:header|footer)[^/]*\.xml")


def with_edges(data: bytes, change: Callable[[str], str]) -> bytes:
    parts = dict(read_package(data, "照会.docx"))
    for name, part in parts.items():
        if EDGE.fullmatch(name):
            parts[name] = change(part.decode("utf-8")).encode("utf-8")
    return write_package(parts)


def test_words_typed_into_the_head_of_the_pages_are_told(issued: Path) -> None:
    name = sent(issued, "甲.docx", with_edges(draft(issued), lambda xml: xml.replace("（案）", "（委員長修正案）")))
    before = snapshot(issued)
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 1
    assert result.stdout.count("答申（委員長修正案）") == 1 and "ヘッダー" in result.stdout
    assert snapshot(issued) == before


def test_a_paragraph_added_to_the_foot_of_the_pages_is_told(issued: Path) -> None:
    more = "<w:p><w:r><w:t>会議後回収</w:t></w:r></w:p></w:ftr>"
    name = sent(issued, "甲.docx", with_edges(draft(issued), lambda xml: xml.replace("</w:ftr>", more)))
    result = drafting(issued, "review", name)
    assert "会議後回収" in result.stdout and "フッター" in result.stdout


def test_a_page_number_that_word_has_counted_anew_is_no_change(issued: Path) -> None:
    data = with_edges(draft(issued), lambda xml: re.sub(r"(<w:t[^>]*>)(- )?[0-9]+( -)?(</w:t>)", r"\g<1>\g<2>17\g<3>\g<4>", xml))
    assert data != draft(issued)
    result = drafting(issued, "review", sent(issued, "甲.docx", data))
    assert result.returncode == 0 and "フッター" not in result.stdout


def test_a_record_of_the_first_kind_says_nothing_and_is_completed_by_the_next_build(issued: Path) -> None:
    record = next((issued / "outputs/issued").glob("*.json"))
    whole = record.read_text(encoding="utf-8")
    record.write_text(whole[: whole.index(',\n "edges"')] + "}\n", encoding="utf-8")
    name = sent(issued, "甲.docx", with_edges(draft(issued), lambda xml: xml.replace("（案）", "（原案）")))
    assert "原案" not in drafting(issued, "review", name).stdout
    assert drafting(issued, "build", "--edition", "照会").returncode == 0
    assert record.read_text(encoding="utf-8") == whole
    assert "原案" in drafting(issued, "review", name).stdout


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.parametrize("date", ["", "2026-01-16"])
def test_another_word_processor_changes_no_head_and_no_foot(issued: Path, date: str, tmp_path: Path) -> None:
    if date:
        drafting(issued, "build", "--edition", "照会", "--date", date)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(issued / DRAFT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = next((tmp_path / "saved").glob("*.docx")).read_bytes()
    result = drafting(issued, "review", sent(issued, "甲.docx", saved))
    assert "ヘッダー" not in result.stdout and "フッター" not in result.stdout
