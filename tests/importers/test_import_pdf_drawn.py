"""PDF → rows, on files drawn by hand: every geometry of published minutes comes back as it was said."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_build import (
    EM,
    HEIGHT,
    PITCH,
    WIDTH,
    Sheet,
    Speech,
    advance,
    pdf,
    ruled_table,
    set_lines,
    two_columns,
    with_page_numbers,
    wrapped,
)

from drafting.importers.pdf import pdf_rows
from drafting.importers.rows import PAGE_BREAK, Row
from drafting.problems import DraftingError, InputError, Severity

LONG = "市の窓口では、証明書の交付に時間がかかっている。コンビニ交付の周知を進めるとともに、相談の機能も充実させてほしい。"
SPEECHES: list[Speech] = [
    ("委員長", "ただいまから第5回審議会を開会します。本日は、皆様お忙しいところお集まりいただき、ありがとうございます。" * 2),
    ("事務局（管理係長）", "資料1に基づき説明。"),
    ("山本委員", LONG * 7),
    ("委員長", "他に御意見はあるか。"),
] * 3


def rows_of(sheets: Sequence[Sheet]) -> list[Row]:
    return pdf_rows(pdf(sheets), "会議録.pdf")[0]


def cells_of(sheets: Sequence[Sheet]) -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of(sheets)]


def codes(sheets: Sequence[Sheet]) -> list[str]:
    return [problem.code for problem in pdf_rows(pdf(sheets), "会議録.pdf")[1]]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        pdf_rows(data, "会議録.pdf")
    return str(caught.value)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def joined_over_pages(rows: Sequence[Row]) -> list[Speech]:
    """Speaker and text, cut speeches put together as the layout of tables does."""
    speeches: list[Speech] = []
    for row in rows:
        if row.cells in ((PAGE_BREAK,), ("",), ("発言者", "内容")):
            continue
        who, said = row.cells
        speeches = [*speeches, (who, said)] if who else [*speeches[:-1], (speeches[-1][0], speeches[-1][1] + said)]
    return speeches


def page(*lines: str) -> Sheet:
    return set_lines([(0, line) for line in lines])[0]


def test_a_ruled_table_over_three_pages_gives_a_row_a_speech_and_the_cut_ones_go_on_without_a_speaker() -> None:
    sheets = with_page_numbers(ruled_table(SPEECHES, heading=("発言者", "内容")))
    assert len(sheets) >= 3
    rows = rows_of(sheets)
    assert [row.cells for row in rows].count(("発言者", "内容")) == len(sheets)
    assert [row.cells for row in rows].count((PAGE_BREAK,)) == len(sheets) - 1
    assert any(row.cells[0] == "" and len(row.cells) == 2 for row in rows)
    assert joined_over_pages(rows) == SPEECHES


def test_rules_drawn_as_thin_boxes_cell_by_cell_are_a_table_too() -> None:
    sheet = Sheet()
    for top in (100, 130, 160):
        for left, right in ((60, 160), (160, 500)):
            sheet.bar(left, top, right, top + 0.5)
    for top in (100, 130):
        for x in (60, 160, 499.5):
            sheet.bar(x, top, x + 0.5, top + 30)
    for x, y, text in ((66, 118, "会議の名称"), (166, 118, "第2回会議"), (66, 148, "開催日時"), (166, 148, "令和7年11月28日")):
        sheet.text(x, y, text)
    assert cells_of([sheet]) == [("会議の名称", "第2回会議"), ("開催日時", "令和7年11月28日")]


def test_merged_cells_give_empty_cells_where_they_go_on() -> None:
    sheet = Sheet()
    for y in (100, 160):
        sheet.rule(60, y, 400, y)
    sheet.rule(160, 130, 400, 130)
    for x in (60, 160, 400):
        sheet.rule(x, 100, x, 160)
    for x, y, text in ((66, 118, "出席者"), (166, 118, "委員5名"), (166, 148, "事務局3名")):
        sheet.text(x, y, text)
    assert cells_of([sheet]) == [("出席者", "委員5名"), ("", "事務局3名")]


def test_a_table_open_at_its_sides_has_columns() -> None:
    sheet = Sheet()
    for y in (100, 130, 160):
        sheet.rule(60, y, 400, y)
    sheet.rule(160, 100, 160, 160)
    for x, y, text in ((66, 118, "日時"), (166, 118, "午後2時"), (66, 148, "場所"), (166, 148, "会議室")):
        sheet.text(x, y, text)
    assert cells_of([sheet]) == [("日時", "午後2時"), ("場所", "会議室")]


def test_a_frame_around_the_page_is_no_table() -> None:
    sheet = page("会長　開会します。", "委員　はい。")
    for a, b in (((50, 60), (545, 60)), ((50, 780), (545, 780)), ((50, 60), (50, 780)), ((545, 60), (545, 780))):
        sheet.rule(*a, *b)
    assert cells_of([sheet]) == [("会長　開会します。",), ("委員　はい。",)]


def test_a_list_in_a_cell_stays_a_list() -> None:
    names = "\n".join(["青木委員", "山本委員", "井上委員"])
    sheet = Sheet()
    for y in (100, 180):
        sheet.rule(60, y, 400, y)
    for x in (60, 160, 400):
        sheet.rule(x, 100, x, 180)
    sheet.text(66, 118, "出席委員")
    for i, name in enumerate(names.split("\n")):
        sheet.text(166, 118 + i * PITCH, name)
    assert cells_of([sheet]) == [("出席委員", names)]


def test_the_record_in_one_cell_of_a_form_is_read_line_by_line() -> None:
    lines = [line for who, said in SPEECHES[:3] for line in wrapped(f"（{who}）{said}", 30)]
    sheet = Sheet()
    bottom = 110 + len(lines) * PITCH
    for y in (70, 100, bottom):
        sheet.rule(60, y, 500, y)
    for x in (60, 160, 500):
        sheet.rule(x, 70, x, bottom)
    sheet.text(66, 88, "日時")
    sheet.text(166, 88, "令和7年11月28日")
    sheet.text(66, 118, "会議の経過")
    for i, line in enumerate(lines):
        sheet.text(166, 118 + i * PITCH, line)
    assert cells_of([sheet]) == [("日時", "令和7年11月28日"), ("会議の経過", ""), *[(line,) for line in lines]]


def test_two_columns_without_rules_give_a_row_a_speech() -> None:
    sheets = with_page_numbers(two_columns([("発言者", "内容"), *SPEECHES], x=10))
    assert len(sheets) >= 2
    assert joined_over_pages(rows_of(sheets)) == SPEECHES


def test_a_speaker_too_long_for_the_column_is_put_together() -> None:
    sheets = two_columns(SPEECHES)
    sheet = sheets[0]
    sheet.text(60, 90 + 40 * PITCH, "事務局（施設")
    sheet.text(60, 90 + 41 * PITCH, "管理課長）")
    for i, line in enumerate(("施設の管理について御説明します。この資料を御覧くださいますよ", "うお願いします。")):
        sheet.text(60 + 8 * EM, 90 + (40 + i) * PITCH, line)
    assert ("事務局（施設管理課長）", "施設の管理について御説明します。この資料を御覧くださいますようお願いします。") in cells_of([sheet])


def test_a_name_before_lines_that_go_on_under_it_is_no_column() -> None:
    lines = [line for who, said in SPEECHES for line in wrapped(f"○{who[:3]}　{said}", 36)]
    assert cells_of(set_lines([(0, line) for line in lines], lines_a_page=100)) == [(line,) for line in lines]


def test_a_numbered_list_is_no_column() -> None:
    lines = ["１　開会の挨拶", "２　委員の紹介", "３　議題の審議", "４　その他"]
    assert cells_of([page(*lines)]) == [(line,) for line in lines]


def test_wrapped_prose_keeps_its_lines_and_loses_a_page_number_in_mid_sentence() -> None:
    lines = [line for who, said in SPEECHES for line in wrapped(f"（{who}）{said}", 36)]
    for form in ("- {} -", "{}", "{}/{}", "{}ページ"):
        rows, problems = pdf_rows(pdf(with_page_numbers(set_lines([(0, line) for line in lines]), form)), "a.pdf")
        assert [row.cells[0] for row in rows if row.cells != (PAGE_BREAK,)] == lines, form
        assert [problem.code for problem in problems] == ["I048"], form
        assert form.format(1, 3) in problems[0].message or form.format(1, 2) in problems[0].message


def test_a_name_on_a_line_of_its_own_stays_on_it() -> None:
    lines = ["鴇巣会長", "おはようございます。早朝からお集まりいただき、ありがとうございま", "す。残暑が続いております。", "事務局（管理係長）", "開会致します。"]
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


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    pdf_rows(pdf([page("（会長）開会します。")] * 3), "a.pdf", lambda number, pages: told.append((number, pages)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_lines_are_counted_through_the_document() -> None:
    lines = [row.line for row in rows_of(with_page_numbers(ruled_table(SPEECHES)))]
    assert lines == sorted(set(lines)) and lines[0] == 1


words = st.text(st.sampled_from("あいうえ会議の市民が、。（）「」12AB改善予算を検討ー々"), min_size=1, max_size=160).filter(lambda text: text.strip("、。") != "")
speakers = st.sampled_from(["会長", "委員長", "山本委員", "事務局", "総務課長"])
minutes = st.lists(st.tuples(speakers, words), min_size=4, max_size=14)


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


def test_a_line_pulled_apart_by_a_line_break_in_justified_text_shows_no_blanks() -> None:
    sheet = page("この文はここで改行されるまで続いていて、とても長い文です。")
    right = 70 + advance("この文はここで改行されるまで続いていて、とても長い文です。")
    text = "次の行もそうです。"
    sheet.text(70, 90 + PITCH, text, tracking=(right - 70 - advance(text)) / (len(text) - 1))
    assert [cells[0] for cells in cells_of([sheet])][1] == text


def test_such_a_line_ends_its_paragraph_in_a_cell() -> None:
    sheet = Sheet()
    right = 192 + 28 * EM
    for y in (80, 160):
        sheet.rule(50, y, right, y)
    for x in (50, 180, right):
        sheet.rule(x, 80, x, 160)
    sheet.text(56, 98, "委員")
    sheet.text(186, 98, LONG[:28])
    sheet.text(186, 98 + PITCH, "以上です。", tracking=(28 - 5) * EM / 4)
    sheet.text(186, 98 + PITCH * 2, "次に、別の件です。")
    assert cells_of([sheet]) == [("委員", f"{LONG[:28]}以上です。\n次に、別の件です。")]


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
