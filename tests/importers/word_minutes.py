"""Minutes in Word built by python-docx, as a secretariat types them."""

from __future__ import annotations

import io
from typing import Any

from docx import Document

HEAD = [
    ("会 議 の 名 称", "第２回みどり市図書館協議会"),
    ("開 催 日 時", "令和７年１１月２８日（金）１０時００分～１２時００分"),
    ("開 催 場 所", "市役所３階　会議室"),
    ("公開の可否", "可"),
    ("傍 聴 者 数", "１人"),
]
SPEECHES = [
    ("会長", "それでは始めます。\n事務局から説明をお願いします。"),
    ("事務局", "資料１をご覧ください。貸出は前年より増えております。"),
    ("", "なお、夜間の利用も増えています。"),
    ("山本委員", "夜間開館を続けてほしい。"),
]


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _write(cell: Any, text: str) -> None:
    first, *rest = text.split("\n")
    cell.text = first
    for line in rest:
        cell.add_paragraph(line)


def speaker_table() -> Any:
    """A head table whose title row is merged, then 発言者 | 内容 where one speaker's cell is merged down."""
    document = Document()
    document.add_paragraph("会　議　録")
    head = document.add_table(rows=0, cols=3)
    for label, value in HEAD:
        cells = head.add_row().cells
        cells[0].text = label
        _write(cells[1].merge(cells[2]), value)
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2)
    _write(table.rows[0].cells[0], "発言者")
    _write(table.rows[0].cells[1], "内容")
    for speaker, text in SPEECHES:
        row = table.add_row()
        _write(row.cells[1], text)
        if speaker:
            _write(row.cells[0], speaker)
        else:
            above = table.rows[len(table.rows) - 2].cells[0]
            above.merge(row.cells[0])
    return document


def colon_paragraphs() -> Any:
    document = Document()
    for line in ("第２回みどり市図書館協議会　会議録", "日時：令和７年１１月２８日（金）１０時～１２時", "場所：市役所３階　会議室", ""):
        document.add_paragraph(line)
    for speaker, text in (("会長", "始めます。"), ("事務局", "資料１をご覧ください。"), ("山本委員", "夜間開館を続けてほしい。"), ("会長", "終わります。")):
        document.add_paragraph(f"{speaker}：{text}")
    section = document.sections[0]
    section.header.paragraphs[0].text = "図書館協議会（確定版）"
    section.footer.paragraphs[0].text = "- 1 -"
    return document
