"""PDFs as another program makes them: Word documents sent through LibreOffice, with fonts of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from word_minutes import HEAD, saved, speaker_table

from drafting.importers import import_rows
from drafting.importers.pdf import pdf_rows
from drafting.model import Minutes

pytestmark = [pytest.mark.office, pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")]

LONG = "資料１をご覧ください。令和7年度のPDF版では、貸出が前年より12.5％増えております。ほかに、夜間の利用も伸びています。" * 14


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice that is used for all documents of this module: making one takes seconds."""
    return tmp_path_factory.mktemp("office")


def as_pdf(document: Any, folder: Path, profile: Path) -> bytes:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "IPAMincho", Pt(10.5)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "IPAMincho")
    source = folder / "会議録.docx"
    source.write_bytes(saved(document))
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "会議録.pdf").read_bytes()


def read(data: bytes) -> tuple[Minutes, list[str]]:
    rows, problems = pdf_rows(data, "会議録.pdf")
    imported = import_rows(rows, "会議録.pdf")
    return imported.minutes, [problem.code for problem in [*problems, *imported.problems]]


def said(minutes: Minutes) -> list[tuple[str, str]]:
    return [(speech.speaker, speech.text) for speech in minutes.utterances]


def test_a_speaker_table_over_pages_becomes_its_minutes(tmp_path: Path, profile: Path) -> None:
    document = speaker_table()
    table = document.tables[1]
    expected = [("会長", "それでは始めます。\n事務局から説明をお願いします。")]
    expected += [("事務局", "資料１をご覧ください。貸出は前年より増えております。\nなお、夜間の利用も増えています。"), ("山本委員", "夜間開館を続けてほしい。")]
    for i in range(4):
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = "事務局", f"{i + 1}点目です。" + LONG
        expected.append(("事務局", f"{i + 1}点目です。" + LONG))
    minutes, codes = read(as_pdf(document, tmp_path, profile))
    assert [(who, text.replace("\n", "")) for who, text in said(minutes)] == [(who, text.replace("\n", "")) for who, text in expected]
    assert (minutes.meeting.place_held, str(minutes.meeting.date)) == ("市役所３階\u3000会議室", "2025-11-28")
    assert codes == []


def test_prose_with_page_numbers_and_a_running_head_becomes_its_minutes(tmp_path: Path, profile: Path) -> None:
    document = Document()
    for label, value in HEAD:
        document.add_paragraph(f"{label}\u3000\u3000{value}")
    document.add_paragraph()
    expected = [("会長", "それでは始めます。"), ("事務局", LONG), ("山本委員", "続けてほしい。"), ("事務局", LONG + LONG), ("会長", "終わります。")] * 2
    for who, text in expected:
        document.add_paragraph(f"（{who}）\u3000{text}")
    section = document.sections[0]
    section.header.paragraphs[0].text = "図書館協議会（確定版）"
    run = section.footer.paragraphs[0].add_run("- ")._r
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = run.makeelement(qn("w:fldChar" if kind else "w:instrText"), {qn("w:fldCharType"): kind} if kind else {})
        element.text = code or None
        run.append(element)
    section.footer.paragraphs[0].add_run(" -")
    minutes, codes = read(as_pdf(document, tmp_path, profile))
    assert [(who, re.sub(r"\s", "", text)) for who, text in said(minutes)] == expected
    assert "I048" in codes and "図書館協議会（確定版）" not in str(said(minutes))


def test_rare_letters_and_variants_come_back(tmp_path: Path, profile: Path) -> None:
    document = Document()
    for text in ("会長：𠮷野家と髙橋、﨑山の件です。", "委員：葛\U000e0100城市と㈱①②Ⅲの件です。", "会長：～−—…‥“”です。"):
        document.add_paragraph(text)
    rows, _ = pdf_rows(as_pdf(document, tmp_path, profile), "会議録.pdf")
    text = "".join(row.cells[0] for row in rows)
    for word in ("𠮷野家", "髙橋", "﨑山", "葛\U000e0100城市", "㈱①②Ⅲ", "～−—…‥“”"):
        assert word in text


def test_readings_and_raised_letters_of_word_come_back(tmp_path: Path, profile: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("会長：")
    run = paragraph.add_run()._r
    ruby = run.makeelement(qn("w:ruby"), {})
    properties = ruby.makeelement(qn("w:rubyPr"), {})
    for name, value in (("rubyAlign", "distributeSpace"), ("hps", "10"), ("hpsRaise", "18"), ("hpsBaseText", "21"), ("lid", "ja-JP")):
        properties.append(properties.makeelement(qn(f"w:{name}"), {qn("w:val"): value}))
    ruby.append(properties)
    for name, words in (("rt", "とよなか"), ("rubyBase", "豊中")):
        part = ruby.makeelement(qn(f"w:{name}"), {})
        inner = part.makeelement(qn("w:r"), {})
        inner.get_or_add_rPr().get_or_add_sz().set(qn("w:val"), "10" if name == "rt" else "21")
        text = inner.makeelement(qn("w:t"), {})
        text.text = words
        inner.append(text)
        part.append(inner)
        ruby.append(part)
    run.append(ruby)
    paragraph.add_run("の30m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("の件です。")
    document.add_paragraph("委員：はい。")
    rows, problems = pdf_rows(as_pdf(document, tmp_path, profile), "会議録.pdf")
    assert [row.cells[0] for row in rows if row.cells[0]] == ["会長：豊中（とよなか）の30m2の件です。", "委員：はい。"]
    assert [problem.code for problem in problems] == ["I053"]
