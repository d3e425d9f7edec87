"""PDF → rows: what cannot be read is told or refused, never guessed."""

from __future__ import annotations

import sys

import pytest
from pdf_build import (
    HEIGHT,
    PITCH,
    WIDTH,
    Sheet,
    pdf,
    with_page_numbers,
    wrapped,
)
from pdf_read import (
    LONG,
    codes,
    page,
    refusal,
)

from drafting.importers.pdf import pdf_rows
from drafting.importers.rows import PAGE_BREAK
from drafting.problems import Severity


def test_text_aslant_is_told_and_not_mixed_in() -> None:
    sheet = page("（会長）開会します。", "（委員）はい。")
    sheet.text(200, 400, "案", 100, matrix="0.7 0.7 -0.7 0.7")
    rows, problems = pdf_rows(pdf([sheet]), "a.pdf")
    assert len(rows) == 2
    assert problems[0].code == "I049" and "「案」" in problems[0].message


def test_comments_pinned_on_a_page_are_told() -> None:
    sheet = page("（会長）開会します。")
    sheet.comment("ここは要確認")
    assert codes([sheet]) == ["I049"]


def scan() -> Sheet:
    sheet = Sheet()
    sheet.image(0, 0, WIDTH, HEIGHT)
    return sheet


def test_a_scanned_file_is_said_to_be_one() -> None:
    message = refusal(pdf([scan(), scan()]))
    assert "I043" in message and "OCR" in message


def test_a_scan_with_page_numbers_has_no_text_either() -> None:
    assert "I043" in refusal(pdf(with_page_numbers([scan(), scan()])))


def test_a_scanned_page_among_others_is_an_error_and_the_rest_is_read() -> None:
    rows, problems = pdf_rows(pdf([page("（会長）開会します。"), scan(), page("（委員）はい。")]), "a.pdf")
    assert [row.cells[0] for row in rows] == ["（会長）開会します。", PAGE_BREAK, PAGE_BREAK, "（委員）はい。"]
    assert [(problem.code, problem.severity) for problem in problems] == [("I044", Severity.ERROR)]
    assert "2ページ" in problems[0].message


def test_text_over_a_scan_is_doubted() -> None:
    sheet = page(*wrapped(LONG * 3, 36))
    sheet.image(0, 0, WIDTH, HEIGHT)
    assert codes([sheet]) == ["I051"]


def test_pictures_and_empty_pages_are_told() -> None:
    sheet = page(*wrapped(LONG, 36))
    sheet.image(100, 500, 200, 200)
    assert codes([sheet, Sheet()]) == ["I049", "I049"]


def test_letters_without_a_meaning_are_never_taken_for_text() -> None:
    sheet = Sheet()
    for i in range(10):
        sheet.text(70, 90 + i * PITCH, "ただいまから開会します。", font="F2")
    assert "I045" in refusal(pdf([sheet]))


def test_a_few_letters_without_a_meaning_are_marked_and_are_an_error() -> None:
    sheet = page(*wrapped(LONG * 3, 36))
    sheet.text(70, 500, "ただ", font="F2")
    rows, problems = pdf_rows(pdf([sheet]), "a.pdf")
    assert rows[-1].cells == ("〓〓",)
    assert [(problem.code, problem.severity) for problem in problems] == [("I046", Severity.ERROR)]


def test_letters_of_another_script_are_refused() -> None:
    assert "I045" in refusal(pdf([page(*["Lorem ipsum dolor sit amet consectetur"] * 5)]))


def test_vertical_writing_is_refused() -> None:
    sheet = Sheet()
    for column in range(4):
        for i, letter in enumerate(LONG[:30]):
            sheet.text(400 - column * 20, 90 + i * 12, letter)
    assert "縦書き" in refusal(pdf([sheet]))


def test_two_pages_on_a_sheet_are_refused() -> None:
    sheet = Sheet(842, 595)
    for left in (50, 460):
        for i, line in enumerate(wrapped(LONG * 10, 30)[:18]):
            sheet.text(left, 80 + i * PITCH, line)
    assert "I050" in refusal(pdf([sheet]))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "I041"),
        (b"PK\x03\x04 no pdf at all", "I041"),
        (b"%PDF-1.5\nnothing follows\n%%EOF", "I041"),
        (pdf([page("（会長）開会します。")])[:-200], "I041"),
        (pdf([]), "I041"),
    ],
    ids=["empty", "zip", "hollow", "cut short", "without pages"],
)
def test_what_is_no_whole_pdf_is_refused(data: bytes, code: str) -> None:
    assert code in refusal(data)


def test_a_password_is_asked_to_be_taken_off() -> None:
    encrypt = f"<</Filter/Standard/V 1/R 2/P -44/O<{'41' * 32}>/U<{'42' * 32}>>>"
    message = refusal(pdf([page("（会長）開会します。")], trailer="/Encrypt 10 0 R/ID[<00><00>]", info=[encrypt]))
    assert "I042" in message and "パスワード" in message


def test_a_damaged_page_is_an_error_and_the_rest_is_read() -> None:
    data = bytearray(pdf([page(*wrapped(LONG * 5, 36)), page("（会長）閉会します。")]))
    at = data.index(b"FlateDecode")
    middle = data.index(b"stream\n", at) + 120
    data[middle : middle + 8] = b"\xff" * 8
    rows, problems = pdf_rows(bytes(data), "a.pdf")
    assert rows[-1].cells == ("（会長）閉会します。",)
    assert problems[0].code == "I041" and problems[0].severity is Severity.ERROR


def test_without_the_library_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    message = refusal(pdf([page("（会長）開会します。")]))
    assert "I040" in message and "drafting[pdf]" in message and "保存し直して" in message
