"""PDF → rows: lines, indents, gaps, running heads and turned pages come back as they are seen."""

from __future__ import annotations

import pytest
from pdf_build import (
    EM,
    HEIGHT,
    PITCH,
    Sheet,
    advance,
    pdf,
    ruled_table,
    set_lines,
    with_page_numbers,
    wrapped,
)
from pdf_read import (
    SPEECHES,
    cells_of,
    codes,
    page,
    rows_of,
)

from drafting.importers.pdf import pdf_rows
from drafting.importers.rows import PAGE_BREAK
from drafting.problems import Severity


def test_wrapped_prose_keeps_its_lines_and_loses_a_page_number_in_mid_sentence() -> None:
    lines = [line for who, said in SPEECHES for line in wrapped(f"（{who}）{said}", 36)]
    for form in ("- {} -", "{}", "{}/{}", "{}ページ"):
        rows, problems = pdf_rows(pdf(with_page_numbers(set_lines([(0, line) for line in lines]), form)), "a.pdf")
        assert [row.cells[0] for row in rows if row.cells != (PAGE_BREAK,)] == lines, form
        assert [problem.code for problem in problems] == ["I048"], form
        assert form.format(1, 3) in problems[0].message or form.format(1, 2) in problems[0].message


def test_a_name_on_a_line_of_its_own_stays_on_it() -> None:
    lines = ["鴇巣会長", "朝早くから足をお運びくださいまして、まことにありがとうございま", "す。残暑が続いております。", "事務局（管理係長）", "開会致します。"]
    assert cells_of([page(*lines)]) == [(line,) for line in lines]


def test_an_indent_is_told_by_full_width_blanks() -> None:
    lines = [(0.0, "（会長）開会します。"), (1.0, "次の議題に移ります。"), (2.0, "資料を御覧ください。"), (0.0, "（委員）はい。")]
    assert cells_of(set_lines(lines)) == [("　" * int(indent) + text,) for indent, text in lines]


def test_a_wide_distance_of_lines_is_a_blank_row() -> None:
    sheet = page("会長", "開会します。", "よろしくお願いします。")
    sheet.text(70, 90 + 4 * PITCH, "委員")
    assert cells_of([sheet]) == [("会長",), ("開会します。",), ("よろしくお願いします。",), ("",), ("委員",)]


def test_letters_set_apart_show_blanks_and_justified_ones_do_not() -> None:
    sheet = Sheet()
    sheet.text(200, 90, "会議録", tracking=6)
    sheet.text(200, 120, "会議録", tracking=EM)
    sheet.text(70, 150, "この文は両端をそろえるため、少しずつ字の間が広がっている。", tracking=2)
    sheet.text(70, 180, "令和7年11月28日 Digital Strategy 2.0 について", tracking=0.4)
    assert [text.strip() for (text,) in cells_of([sheet]) if text] == [
        "会 議 録",
        "会　議　録",
        "この文は両端をそろえるため、少しずつ字の間が広がっている。",
        "令和7年11月28日 Digital Strategy 2.0 について",
    ]


def test_a_gap_between_words_is_a_full_width_blank() -> None:
    sheet = Sheet()
    sheet.text(70, 90, "○会長")
    sheet.text(70 + 4 * EM, 90, "議題に入ります。")
    assert cells_of([sheet]) == [("○会長　議題に入ります。",)]


def test_running_heads_are_taken_out_and_named() -> None:
    sheets = set_lines([(0, f"{i}番目の発言です。") for i in range(100)])
    for sheet in sheets:
        sheet.text(300, 40, "令和7年度　第1回審議会会議録")
    rows, problems = pdf_rows(pdf(sheets), "a.pdf")
    assert "第1回" not in "".join(row.text for row in rows)
    assert [(problem.code, problem.severity) for problem in problems] == [("I048", Severity.WARNING)]
    assert "「令和7年度　第1回審議会会議録」（1～3ページ）" in problems[0].message


def test_a_speech_repeated_at_the_head_of_two_pages_stays() -> None:
    lines = ["（異議なし）" if i in (36, 72) else f"{i}番目の発言です。" for i in range(144)]
    found = cells_of(set_lines([(0, line) for line in lines]))
    assert [cells[0] for cells in found if cells != (PAGE_BREAK,)] == lines


def test_ruby_follows_its_word() -> None:
    sheet = page("誹謗中傷について")
    sheet.text(70, 90 - 9.5, "ひぼう", EM / 2)
    assert cells_of([sheet]) == [("誹謗（ひぼう）中傷について",)]
    assert codes([sheet]) == ["I053"]


def test_a_raised_letter_stays_in_its_line() -> None:
    sheet = page("面積は100m")
    sheet.text(70 + advance("面積は100m"), 90 - 3.5, "2", 6)
    assert cells_of([sheet]) == [("面積は100m2",)]


def test_radicals_become_the_letters_that_were_meant() -> None:
    sheet = page("⼀⼈の発⾔")
    rows, problems = pdf_rows(pdf([sheet]), "a.pdf")
    assert rows[0].cells == ("一人の発言",)
    assert problems[0].code == "I047" and "⾔→言" in problems[0].message


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_laid_sideways_reads_like_any_other(rotate: int) -> None:
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[rotate]
    sheet = Sheet(rotate=rotate)
    for i, line in enumerate(("（会長）開会します。", "（委員）はい。")):
        x, y = {90: (100 + i * PITCH, HEIGHT - 100), 180: (500, HEIGHT - 300 - i * PITCH), 270: (400 - i * PITCH, 100)}[rotate]
        sheet.text(x, y, line, matrix=matrix)
    assert cells_of([sheet]) == [("（会長）開会します。",), ("（委員）はい。",)]


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    pdf_rows(pdf([page("（会長）開会します。")] * 3), "a.pdf", lambda number, pages: told.append((number, pages)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_lines_are_counted_through_the_document() -> None:
    lines = [row.line for row in rows_of(with_page_numbers(ruled_table(SPEECHES)))]
    assert lines == sorted(set(lines)) and lines[0] == 1


def test_a_line_pulled_apart_by_a_line_break_in_justified_text_shows_no_blanks() -> None:
    sheet = page("この文はここで改行されるまで続いていて、とても長い文です。")
    right = 70 + advance("この文はここで改行されるまで続いていて、とても長い文です。")
    text = "次の行もそうです。"
    sheet.text(70, 90 + PITCH, text, tracking=(right - 70 - advance(text)) / (len(text) - 1))
    assert [cells[0] for cells in cells_of([sheet])][1] == text
