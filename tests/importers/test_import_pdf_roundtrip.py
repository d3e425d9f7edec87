"""PDF → rows: speeches drawn at random come back letter by letter, and so does what LibreOffice prints."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_build import (
    Speech,
    pdf,
    ruled_table,
    set_lines,
    two_columns,
    with_page_numbers,
    wrapped,
)
from pdf_read import (
    LONG,
    SPEECHES,
    joined_over_pages,
    minutes,
    page,
    rows_of,
    squeezed,
)

from drafting.importers.pdf import pdf_rows
from drafting.importers.rows import PAGE_BREAK
from drafting.problems import DraftingError


@given(minutes, st.integers(8, 40))
def test_speeches_in_a_ruled_table_come_back_letter_by_letter(speeches: list[Speech], lines_a_page: int) -> None:
    rows = rows_of([page(*wrapped(LONG, 36)), *ruled_table(speeches, lines_a_page=lines_a_page)])
    found = joined_over_pages([row for row in rows if len(row.cells) == 2])
    assert [(who, squeezed(said)) for who, said in found] == [(who, squeezed(said)) for who, said in speeches]


@given(minutes, st.integers(10, 40))
def test_speeches_in_two_columns_come_back_letter_by_letter(speeches: list[Speech], lines_a_page: int) -> None:
    rows = rows_of([page(*wrapped(LONG, 36)), *two_columns(speeches, lines_a_page=lines_a_page)])
    text = "".join(row.text for row in rows)
    assert squeezed(text) == squeezed(LONG + "".join(who + said for who, said in speeches))


@given(minutes, st.integers(10, 40), st.sampled_from(["- {} -", "{}/{}"]))
def test_wrapped_speeches_come_back_letter_by_letter_and_line_by_line(speeches: list[Speech], lines_a_page: int, form: str) -> None:
    lines = [line for who, said in [("会長", LONG), *speeches] for line in wrapped(f"（{who}）{said}", 36)]
    sheets = with_page_numbers(set_lines([(0, line) for line in lines], lines_a_page=lines_a_page), form)
    rows = [row for row in rows_of(sheets) if row.cells not in ((PAGE_BREAK,), ("",))]
    assert [squeezed(row.text) for row in rows] == [squeezed(line) for line in lines]


@given(st.binary(max_size=300), st.integers(0, 2000), st.integers(0, 300))
def test_no_damage_makes_anything_but_a_message(noise: bytes, at: int, cut: int) -> None:
    data = pdf([page("（会長）開会します。", "（委員）はい。")])
    try:
        pdf_rows(data[:at] + noise + data[at + cut :], "a.pdf")
    except DraftingError as error:
        assert all(problem.message for problem in error.problems)


def as_office_prints(html: str, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a page."""
    (folder / "会議録.html").write_text(f'<html><head><meta charset="utf-8"></head><body style="font-family:\'IPA明朝\'">{html}</body></html>', encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)"]
    subprocess.run([*command, "--convert-to", "pdf:writer_pdf_Export", "会議録.html"], cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "会議録.pdf").read_bytes()


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_what_libreoffice_prints_comes_back(tmp_path: Path) -> None:
    table = "".join(f"<tr><td width=110>{who}</td><td>{said}</td></tr>" for who, said in SPEECHES)
    said = "（会長）𠮷野委員と葛\U000e0100城委員の提案を、Digital Strategy 2.0の中で検討する。" + LONG * 3
    html = (
        f'<p align=center style="letter-spacing:8pt">会議録</p><p align=justify>{said}</p>'
        f"<table border=1 cellspacing=0 width=600><tr><td width=110>発言者</td><td>内容</td></tr>{table}</table>"
    )
    rows, problems = pdf_rows(as_office_prints(html, tmp_path), "会議録.pdf")
    assert problems == []
    assert rows[0].text.strip() == "会 議 録"
    prose = [row for row in rows[1:] if len(row.cells) == 1 and row.cells not in ((PAGE_BREAK,), ("",))]
    assert squeezed("".join(row.text for row in prose)) == squeezed(said)
    assert joined_over_pages([row for row in rows if len(row.cells) == 2]) == SPEECHES
