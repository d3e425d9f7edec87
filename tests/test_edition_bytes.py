"""Every edition is sound, and its bytes are the same on another day and another machine."""

from __future__ import annotations

import base64
import os
import re
import shutil
from pathlib import Path

import pytest
from built import build
from openxml_audit import OpenXmlValidator
from word.word_build import to_text
from workspaces import COMMITTEE, drafting, snapshot

from drafting.model import PROFILES
from drafting.word.texts import read_texts

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BUILT = ("作業", "庁内", "照会")


# --- 庁内 ---


@pytest.mark.slow
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("template", ["report", "letter", "summary"])
def test_every_edition_is_valid_and_has_the_same_bytes_again(template: str, profile: str, closed: Path) -> None:
    form = f"format: {{profile: {profile}, ruby: true, front_page_number: ローマ数字, page_number: 1/10}}\n"
    (closed / "inputs/committee.yaml").write_text(COMMITTEE + form, encoding="utf-8")
    for edition in (*BUILT, "確定"):
        data = build(closed, edition, "--template", template)
        before = snapshot(closed / "outputs")
        assert build(closed, edition, "--template", template) == data
        assert snapshot(closed / "outputs") == before
        (closed / "x.docx").write_bytes(data)
        assert [str(each) for each in OpenXmlValidator().validate(closed / "x.docx").errors] == [], edition
    names = {path.name for path in (closed / "outputs").iterdir()}
    name = {"letter": "書簡型", "summary": "概要版"}.get(template, "")
    kind, inside = (f"（{name}）", f"{name}・") if name else ("", "")
    assert names >= {f"答申案{kind}.docx", f"答申案（{inside}庁内）.md", f"答申案（{inside}照会）.docx", f"答申{kind}.md"}


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("template", ["report", "letter", "summary"])
@pytest.mark.parametrize("edition", [*BUILT, "確定"])
def test_libreoffice_opens_every_edition_and_finds_the_same_text(template: str, edition: str, closed: Path) -> None:
    data = build(closed, edition, "--template", template)
    printed_text = re.sub(r"\s", "", "".join(to_text(data)))
    lost = [text for text in read_texts(data) if re.sub(r"\s", "", text) not in printed_text]
    assert lost == []


ELSEWHERE = (
    {"TZ": "Asia/Tokyo", "LC_ALL": "ja_JP.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"},
    {"TZ": "America/Anchorage", "LC_ALL": "C", "LANG": "tr_TR", "PYTHONHASHSEED": "4242", "SOURCE_DATE_EPOCH": "1900000000"},
)


@pytest.mark.slow
@pytest.mark.parametrize("template", ["report", "letter", "summary"])
def test_the_same_inputs_give_the_same_bytes_anywhere_and_on_any_day(
    template: str, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for index, environment in enumerate(ELSEWHERE):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        for path in sorted((closed / "inputs").rglob("*")):
            os.utime(path, (index * 10**9, index * 10**9))  # the files are as old as another day makes them
        for edition in (*BUILT, "確定"):
            build(closed, edition, "--template", template)
        made.append(snapshot(closed / "outputs"))
    assert len(made[0]) == 9
    assert made[0] == made[1]


@pytest.mark.parametrize("kind", ["意見対応", "意見以外", "確認依頼"])
def test_the_tables_have_the_same_bytes_anywhere(kind: str, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for environment in ELSEWHERE:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        formats = "docx,md,xlsx,html" if kind == "意見対応" else "docx,md,xlsx"
        assert drafting(whole, "table", "--kind", kind, "--format", formats).returncode in (0, 1)
        made.append({name: data for name, data in snapshot(whole / "outputs").items() if kind in name})
    assert len(made[0]) >= 3
    assert made[0] == made[1]
