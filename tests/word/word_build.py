"""Tiny builders of blocks, and dumps of what stands in a written file."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafting.draft import (
    Anchor,
    Block,
    Contents,
    ContentsEntry,
    Draft,
    Heading,
    PageBreak,
    Paragraph,
    SectionBreak,
    Span,
    Table,
)  # fmt: skip
from drafting.model import Format
from drafting.office import to_pdf
from drafting.word.document import w
from drafting.word.reference import build_reference
from drafting.word.writer import write_word

REFERENCE = build_reference()
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


def span(text: str, address: str = "", occurrence: int = 1, **more: Any) -> Span:
    return Span(text, Anchor(address, occurrence) if address else None, **more)


def p(text: str, style: str = "", address: str = "", **more: Any) -> Paragraph:
    return Paragraph((span(text, address),), style, **more)


def h(level: int, number: str, text: str, scheme: str = "heading", **more: Any) -> Heading:
    return Heading((span(text),), level, number, scheme, **more)


def table(head: list[str], *rows: list[str], **more: Any) -> Table:
    def cells(texts: list[str]) -> tuple[tuple[Span, ...], ...]:
        return tuple((span(text),) for text in texts)

    return Table(cells(head), tuple(map(cells, rows)), ("left",) * len(head), **more)


def draft(*blocks: Block, notes: tuple[tuple[Span, ...], ...] = (), title: str = "答申（案）") -> Draft:
    return Draft(blocks, notes, title)


def write(*blocks: Block, form: Format | None = None, reference: bytes = REFERENCE, **more: Any) -> bytes:
    return write_word(draft(*blocks, **more), reference, form or Format())[0]


def part(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def dump(data: bytes) -> str:
    """Each paragraph of the body as "style | text", bookmarks as [name … ], for golden tests."""
    styles = {
        each.get(w("styleId")): each.find(w("name")).get(w("val"))
        for each in part(data, "word/styles.xml").iter(w("style"))
    }
    names = {each.get(w("id")): each.get(w("name")) for each in part(data).iter(w("bookmarkStart"))}
    lines = []
    for paragraph in part(data).iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        pieces = []
        for each in paragraph.iter():
            if each.tag == w("t"):
                pieces.append(each.text)
            elif each.tag == w("br"):
                pieces.append("⏎")
            elif each.tag == w("bookmarkStart"):
                pieces.append(f"[{each.get(w('name'))}:")
            elif each.tag == w("bookmarkEnd"):
                pieces.append(f":{names[each.get(w('id'))]}]")
            elif each.tag == w("footnoteReference"):
                pieces.append("^")
        lines.append(f"{styles[style.get(w('val'))] if style is not None else '-'} | {''.join(pieces)}")
    return "\n".join(lines)


def everything() -> Draft:
    """A draft in which each kind of block and each field of a span occurs."""
    sections: list[Block] = []
    entries = [ContentsEntry(1, "", "はじめに", "intro")]
    for chapter in (1, 2):
        sections.append(h(1, f"第{chapter}", f"章{chapter}", id=f"c{chapter}"))
        entries.append(ContentsEntry(1, f"第{chapter}", f"章{chapter}", f"c{chapter}"))
        for section in (1, 2):
            sections += [
                h(2, str(section), f"節{section}"),
                h(3, "(1)", "項"), h(4, "ア", "細目"), h(4, "イ", "細目"), h(5, "(ア)", "細々目"), h(6, "a", "末"),
                h(3, f"提言{chapter * 2 + section - 2}", "相談の充実", "recommendation", id=f"R{chapter}-{section}"),
                p("充実されたい。\n二行目\tタブ", address=f"R{chapter}{section}.body"),
            ]  # fmt: skip
    return draft(
        p("答申（案）", "表紙題名"), p("令和8年3月", "表紙日付"), PageBreak(),
        p("目次", "目次題"), Contents(tuple(entries)), SectionBreak(),
        h(1, "", "はじめに", "", style="章題（番号なし）", id="intro"),
        Paragraph((span("強", strong=True), span("点", emphasis=True), span("", note=1), span("再", note=1))),
        Paragraph((span("提言1", target="R1-1"), span("を参照"))),
        *sections,
        p("番号のない見出し", "caption"), h(2, "", "番号なし", ""), h(4, "", "深い番号なし", ""),
        p("項目", bullet="・", indent=1), p("（1）項目", hang=2),
        PageBreak(),
        table(["氏名", "区分"], ["豊中　一郎", "学識経験者\n◎委員長"], ["豊中　花子", ""]),
        table(["", ""], ["名称", "値"], widths=(1, 3)),
        notes=((span("脚注の文", "texts.note"),),),
    )  # fmt: skip


def to_text(data: bytes) -> list[str]:
    """The lines that LibreOffice prints for a file, numbers included."""
    office = shutil.which("soffice")
    assert office, "skip the test before"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "draft.docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        # It puts a space of its own behind each number
        return Path(folder, "draft.txt").read_text(encoding="utf-8-sig").replace("\u3000 ", "\u3000").splitlines()


def to_pdf_bytes(data: bytes) -> bytes:
    """The PDF that LibreOffice makes of a file."""
    pdf = to_pdf(data)
    assert pdf, "LibreOffice made no PDF"
    return pdf


def to_lines(data: bytes) -> list[list[str]]:
    """The lines of text on each page that LibreOffice makes of a file, without the page number."""
    reader = shutil.which("pdftotext")
    if not reader:
        pytest.skip("pdftotext is not installed")
    command = [reader, "-layout", "-", "-"]
    text = subprocess.run(command, input=to_pdf_bytes(data), check=True, capture_output=True, timeout=60).stdout.decode()
    pages = [[re.sub(r"\s", "", line) for line in page.split("\n")] for page in text.split("\f")]
    return [[line for line in page if line and not re.fullmatch("-?[0-9]+-?", line)] for page in pages if any(page)]


def findings(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit says of a file."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    return [f"{each.part_uri}: {each.description}" for each in OpenXmlValidator().validate(path).errors]
