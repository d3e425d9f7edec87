"""PDF → rows: tables with rules and columns without them come back cell by cell."""

from __future__ import annotations

from pdf_build import (
    EM,
    PITCH,
    Sheet,
    ruled_table,
    set_lines,
    two_columns,
    with_page_numbers,
    wrapped,
)
from pdf_read import (
    LONG,
    SPEECHES,
    cells_of,
    joined_over_pages,
    page,
    rows_of,
)

from drafting.importers.rows import PAGE_BREAK


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
