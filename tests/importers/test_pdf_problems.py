"""What a PDF does not tell is told to the clerk: each code, its place, and what to do."""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path

import pytest
from pdf_build import Sheet, pdf, set_lines

import drafting.importers.pdf as reader
from drafting.importers.pdf import container, pdf_rows, placing, reading
from drafting.problems import DraftingError, LimitError, Problem, Severity

SPEECH = "会長：それでは第１号議案について事務局から説明をお願いします。"


def told(data: bytes) -> list[Problem]:
    return pdf_rows(data, "会議録.pdf")[1]


def refused(data: bytes) -> Problem:
    with pytest.raises(DraftingError) as caught:
        pdf_rows(data, "会議録.pdf")
    (problem,) = caught.value.problems
    assert str(problem.place) == "会議録.pdf:1:1" and problem.severity is Severity.ERROR
    return problem


def page(*lines: str) -> Sheet:
    return set_lines([(0, line) for line in lines or (SPEECH,)])[0]


SOUND = pdf([page()])


def test_a_missing_library_says_which_command_brings_it_and_what_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    problem = refused(SOUND)
    assert problem.code == "I040"
    # Single quotes mean nothing to the command prompt of Windows
    assert 'pip install "drafting[pdf]"' in problem.message and ".docx" in problem.message and ".txt" in problem.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "PDF ではありません"),
        (b"%PDF-1.7\n", "途中で切れています"),
        ("会議録\n会長：はい。".encode(), "PDF ではありません"),
        (b"PK\x03\x04" + b"\0" * 2000, "PDF ではありません"),
        (SOUND[: len(SOUND) * 2 // 3], "途中で切れています"),
        (SOUND[:-40], "途中で切れています"),
        (b"%PDF-1.7\n" + b"\xff" * 500 + b"\n%%EOF", "壊れていて開けません"),
        (pdf([]), "壊れていて開けません"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(data: bytes, words: str) -> None:
    problem = refused(data)
    assert problem.code == "I041" and words in problem.message and problem.message.endswith("ください。")


def test_a_pdf_with_letters_before_its_sign_or_after_its_end_is_read() -> None:
    assert told(b"\xef\xbb\xbf\r\n" + SOUND) == []
    assert told(SOUND + b"\r\n\0\0") == []


def test_a_damaged_part_is_an_error_though_the_rest_is_read() -> None:
    first, second = page("会長：一つ目です。"), page(*[f"委員：{i}番です。" for i in range(30)])
    data = bytearray(pdf([first, second]))
    packed = zlib.compress("\n".join(second.operations).encode("ascii"))
    at = data.index(packed) + len(packed) // 2
    data[at : at + 8] = b"\0" * 8
    rows, found = pdf_rows(bytes(data), "会議録.pdf")
    assert ("会長：一つ目です。",) in [row.cells for row in rows]
    assert [(one.code, one.severity, str(one.place)) for one in found][:1] == [("I041", Severity.ERROR, "会議録.pdf:1:1")]
    assert "1ページずつ見比べて" in found[0].message


def test_a_page_that_is_gone_is_an_error_and_the_others_are_read() -> None:
    data = pdf([page("会長：一つ目です。"), page("委員：二つ目です。"), page("会長：三つ目です。")])
    broken = data.replace(b"11 0 obj\n<</Type/Page/", b"11 0 obj\n<</Typo/Xxxx/")
    assert broken != data
    rows, found = pdf_rows(broken, "会議録.pdf")
    assert "一つ目" in str(rows) and "三つ目" in str(rows)
    assert "二つ目" in str(rows) or any(one.code == "I041" and "2ページ" in one.message for one in found)


def test_a_password_is_named() -> None:
    locked = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -64" f"/O<{'28' * 32}>/U<{'00' * 32}>>>"
    problem = refused(pdf([page()], trailer=locked))
    assert problem.code == "I042" and "パスワードを外して" in problem.message


def scan() -> Sheet:
    sheet = Sheet()
    sheet.image(0, 0, 595, 842)
    return sheet


def test_a_file_of_scanned_pages_is_refused_even_with_nothing_but_page_numbers_missing() -> None:
    problem = refused(pdf([scan(), scan()]))
    assert problem.code == "I043" and "文字認識" in problem.message
    assert refused(pdf([Sheet()])).code == "I043"


def test_scanned_pages_among_others_are_an_error_that_names_them() -> None:
    stamped = scan()
    stamped.text(280, 800, "- 4 -")
    found = told(pdf([page(), scan(), page(), stamped]))
    assert [(one.code, one.severity, one.message[:7]) for one in found if one.code == "I044"] == [("I044", Severity.ERROR, "2、4ページは")]


def test_fonts_that_do_not_tell_their_letters_are_refused() -> None:
    sheet = Sheet()
    for i in range(10):
        sheet.text(70, 100 + 20 * i, SPEECH, font="F2")
    problem = refused(pdf([sheet]))
    assert problem.code == "I045" and "Word 版" in problem.message


def test_single_letters_that_cannot_be_read_are_marked_and_told() -> None:
    sheet = page(*[SPEECH] * 4)
    sheet.text(70, 300, "第\ufffd号", font="F3")
    rows, found = pdf_rows(pdf([sheet]), "会議録.pdf")
    assert rows[-1].cells == ("第〓号",)
    assert [(one.code, one.severity) for one in found] == [("I046", Severity.ERROR)]
    assert "1ページ" in found[0].message and "「〓」" in found[0].message


def test_letters_of_a_private_font_are_told() -> None:
    sheet = page(*[SPEECH] * 4)
    sheet.text(70, 300, "第\ue123号", font="F3")
    rows, found = pdf_rows(pdf([sheet]), "会議録.pdf")
    assert rows[-1].cells == ("第\ue123号",)
    assert [(one.code, one.severity) for one in found] == [("I046", Severity.WARNING)]


def test_pictures_comments_slanted_words_and_empty_pages_are_told() -> None:
    sheet = page(SPEECH)
    sheet.image(70, 300, 200, 200)
    sheet.comment("ここは要確認")
    sheet.text(300, 500, "見本", 40, matrix="0.7 0.7 -0.7 0.7")
    rows, found = pdf_rows(pdf([sheet, Sheet()]), "会議録.pdf")
    assert [row.cells for row in rows] == [(SPEECH,), ("\f",)]
    assert [(one.code, one.severity, str(one.place)) for one in found] == [("I049", Severity.WARNING, "会議録.pdf:1:1")] * 4
    assert ["「見本」" in found[0].message, "「ここは要確認」" in found[1].message, found[2].message[:4], found[3].message[:4]] == [True, True, "1ページ", "2ページ"]


def test_vertical_writing_is_refused() -> None:
    sheet = Sheet()
    for column in range(4):
        for row, letter in enumerate(SPEECH):
            sheet.text(500 - 20 * column, 100 + 12 * row, letter)
    problem = refused(pdf([sheet]))
    assert problem.code == "I050" and problem.message.startswith("1ページが縦書きです")


def test_two_pages_on_one_sheet_are_refused() -> None:
    sheet = Sheet(width=842, height=595)
    for i in range(20):
        sheet.text(50, 60 + 20 * i, SPEECH[:30])
        sheet.text(470, 60 + 20 * i, SPEECH[:30])
    problem = refused(pdf([page(), sheet]))
    assert problem.code == "I050" and problem.message.startswith("2ページに、2ページ分")


def test_recognised_text_over_a_picture_is_told() -> None:
    sheet = scan()
    for i in range(10):
        sheet.text(70, 100 + 20 * i, SPEECH)
    assert [(one.code, one.severity, one.message[:4]) for one in told(pdf([sheet]))] == [("I051", Severity.WARNING, "1ページ")]


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [(container, "MAX_BYTES", 100), (container, "MAX_INFLATED", 50), (reading, "MAX_PAGES", 1), (placing, "MAX_GLYPHS_A_PAGE", 10)],
)
def test_what_is_too_large_is_refused_at_once(module: object, name: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, name, value)
    with pytest.raises(LimitError) as caught:
        pdf_rows(pdf([page(), page()]), "会議録.pdf")
    (problem,) = caught.value.problems
    assert problem.code == "I052" and problem.message.endswith("ください。")


def test_a_stream_that_inflates_without_end_is_a_limit() -> None:
    bomb = zlib.compress(b"0 0 m " * (container.MAX_INFLATED // 6 + 1000))
    data = SOUND.replace(b"endobj\n", b"endobj\n99 0 obj\n<</Filter/FlateDecode/Length %d>>\nstream\n" % len(bomb) + bomb + b"\nendstream\nendobj\n", 1)
    assert len(data) < 1_000_000
    assert refused(data).code == "I052"


def test_progress_is_told_for_each_page() -> None:
    seen: list[tuple[int, int]] = []
    pdf_rows(pdf([page(), page(), page()]), "a.pdf", lambda number, count: seen.append((number, count)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_every_code_of_the_reader_stands_here_or_beside() -> None:
    here = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test*pdf*.py"))
    code = "".join(path.read_text("utf-8") for path in Path(reader.__file__).parent.glob("*.py"))
    used = set(re.findall(r'"(I0[0-9]{2})"', code))
    assert used == {f"I{number:03}" for number in range(40, 54)}
    assert used <= set(re.findall("I0[0-9]{2}", here))
