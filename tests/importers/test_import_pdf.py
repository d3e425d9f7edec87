"""PDF pages → rows: tables, columns, wrapped prose, and what stands between the letters."""

from __future__ import annotations

import re

import pytest
from pdf_build import (
    EM,
    PITCH,
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

from drafting.importers import import_rows
from drafting.importers.pdf import pdf_rows
from drafting.problems import Problem

LONG = "それでは始めます。次に見直しについて、事務局から説明をお願いします。2025年度のPDF版もご覧ください。" * 9
SPEECHES: list[Speech] = [
    ("会長", LONG), ("事務局", "資料１をご覧ください。貸出は前年より増えております。"), ("山本委員", "夜間開館を続けてほしい。"),
    ("会長", "ほかにありますか。"), ("Ａ委員", "ありません。" * 30),
]  # fmt: skip


def rows(sheets: list[Sheet]) -> list[tuple[str, ...]]:
    return [row.cells for row in pdf_rows(pdf(sheets), "会議録.pdf")[0]]


def codes(sheets: list[Sheet]) -> list[str]:
    return [problem.code for problem in pdf_rows(pdf(sheets), "会議録.pdf")[1]]


def speeches(sheets: list[Sheet]) -> tuple[str, list[Speech], list[Problem]]:
    """The layout, who said what, and all that was told, page numbers apart."""
    found, told = pdf_rows(pdf(sheets), "会議録.pdf")
    imported = import_rows(found, "会議録.pdf")
    said = [(speech.speaker, speech.text) for speech in imported.minutes.utterances]
    return imported.layout.name, said, [problem for problem in [*told, *imported.problems] if problem.code != "I048"]


def line(text: str, size: float = EM) -> list[tuple[str, ...]]:
    """What a line with this text and nothing else is read as."""
    sheet = Sheet()
    sheet.text(70, 100, text, size)
    return rows([sheet])


def test_a_table_over_pages_gives_each_speech_once_though_a_page_break_cuts_its_row() -> None:
    sheets = with_page_numbers(ruled_table(SPEECHES, lines_a_page=11, heading=("発言者", "内容")))
    assert len(sheets) >= 3
    found = rows(sheets)
    assert found.count(("発言者", "内容")) == len(sheets)
    assert found[found.index(("\f",)) + 2][0] == ""
    assert speeches(sheets) == ("speaker-table", SPEECHES, [])


def test_a_paragraph_that_ends_a_page_and_one_that_begins_the_next_are_not_lost() -> None:
    said = "一つ目です。" * 6 + "次に二つ目です。"
    sheets = ruled_table([("会長", said), ("委員", "はい。")], lines_a_page=2, heading=("発言者", "内容"))
    _, found, told = speeches(sheets)
    assert [(who, text.replace("\n", "")) for who, text in found] == [("会長", said), ("委員", "はい。")]
    assert told == []


def _cell(lines: list[tuple[float, str]], width: float = 20) -> tuple[str, ...]:
    """The row of one ruled table row whose right cell holds lines (indent, text)."""
    sheet = Sheet()
    left, middle, right = 60.0, 150.0, 150.0 + 12 + width * EM
    bottom = 105 + len(lines) * PITCH
    for y in (100.0, bottom):
        sheet.rule(left, y, right, y)
    for x in (left, middle, right):
        sheet.bar(x, 100, x + 0.5, bottom)
    sheet.text(left + 6, 114, "会長")
    for i, (indent, text) in enumerate(lines):
        sheet.text(middle + 6 + indent * EM, 114 + i * PITCH, text)
    (found,) = rows([sheet])
    return found


def test_paragraphs_in_a_cell_stay_and_wrapped_lines_are_joined() -> None:
    assert _cell([(0, "あ" * 20), (0, "い" * 5 + "。"), (0, "次の段落です。")]) == ("会長", "あ" * 20 + "い" * 5 + "。\n次の段落です。")
    assert _cell([(1, "あ" * 19), (0, "い" * 5 + "。"), (1, "う。")]) == ("会長", "\u3000" + "あ" * 19 + "い" * 5 + "。\n\u3000う。")


def test_a_paragraph_that_ends_at_the_very_edge_loses_nothing() -> None:
    assert _cell([(0, "あ" * 19 + "。"), (0, "次です。")])[1].replace("\n", "") == "あ" * 19 + "。次です。"
    assert _cell([(0, "あ" * 19 + "。"), (1, "次です。")]) == ("会長", "あ" * 19 + "。\n\u3000次です。")


def test_the_first_point_of_a_list_opens_a_line_behind_a_sentence_that_fills_its_own() -> None:
    points = ["ア\u3000費用", "イ\u3000期限"]
    assert _cell([(0, "あ" * 19 + "。"), *((0, point) for point in points)]) == ("会長", "\n".join(["あ" * 19 + "。", *points]))


def test_a_number_that_goes_on_with_a_full_line_is_no_point() -> None:
    assert _cell([(0, "あ" * 20), (0, "１\u3000い。")])[1] == "あ" * 20 + "１\u3000い。"


def test_a_line_left_short_by_a_sign_that_may_not_begin_a_line_is_joined() -> None:
    assert _cell([(0, "あ" * 19), (0, "い、う。"), (0, "え。")]) == ("会長", "あ" * 19 + "い、う。\nえ。")


def test_a_cut_address_is_joined_without_a_blank_and_words_get_one() -> None:
    address = [(0.0, "詳しくは次の所をご覧ください。"), (0.0, "https://example.jp/tosho/kyogikai/shiryo"), (0.0, "dai2kai。")]
    assert "https://example.jp/tosho/kyogikai/shiryodai2kai。" in _cell(address)[1]
    assert _cell([(0, "あ" * 12 + "the public nights"), (0, "and weekends。")]) == ("会長", "あ" * 12 + "the public nights and weekends。")


def test_merged_cells_belong_to_the_row_where_they_begin() -> None:
    sheet = Sheet()
    for y in (100, 125, 150):
        sheet.rule(60 if y != 125 else 150, y, 400, y)
    for x in (60, 150, 400):
        sheet.rule(x, 100, x, 150)
    for x, y, text in ((66, 115, "会長"), (156, 115, "一。"), (156, 140, "二。")):
        sheet.text(x, y, text)
    assert rows([sheet]) == [("会長", "一。"), ("", "二。")]


def test_two_columns_without_rules_come_back_over_pages() -> None:
    sheets = with_page_numbers(two_columns(SPEECHES, lines_a_page=9))
    assert len(sheets) >= 3
    assert speeches(sheets) == ("speaker-table", SPEECHES, [])


@pytest.mark.parametrize("form", ["- {} -", "{}", "{}/{}", "{}ページ", "－{}－", "P.{}"])
def test_wrapped_prose_goes_on_over_a_page_number_in_the_middle_of_a_sentence(form: str) -> None:
    lines = [(0.0, one) for who, said in SPEECHES for one in wrapped(f"（{who}）\u3000{said}", 38)]
    sheets = with_page_numbers(set_lines(lines, lines_a_page=5), form)
    layout, found, told = speeches(sheets)
    # A sentence that ends within a word of the edge may end a paragraph
    assert (layout, [(who, text.replace("\n", "")) for who, text in found], told) == ("paren", SPEECHES, [])


def test_a_bare_number_in_a_record_that_does_not_count_the_pages_stays() -> None:
    sheets = with_page_numbers(set_lines([(0, f"会長：{i}番です。") for i in range(12)], lines_a_page=4))
    sheets[1].text(70, 780, "30")
    assert ("30",) in rows(sheets)


def test_indents_are_kept_in_full_width_blanks() -> None:
    assert rows(set_lines([(0, "（会長）"), (1, "字下げです。"), (0, "次の行です。"), (2, "二字下げです。")])) == [
        ("（会長）",), ("\u3000字下げです。",), ("次の行です。",), ("\u3000\u3000二字下げです。",),
    ]  # fmt: skip


def test_a_name_on_its_own_line_speaks_what_stands_below() -> None:
    said = [("委員長", LONG[:100]), ("事務局", LONG[:60]), ("委員長", LONG[:130])]
    lines: list[tuple[float, str]] = []
    for who, text in said:
        lines += [(0, who), *((1 if i == 0 else 0, one) for i, one in enumerate(wrapped(text, 36)))]
    layout, found, _ = speeches(with_page_numbers(set_lines(lines, lines_a_page=7)))
    assert layout == "own-line"
    assert [(who, re.sub(r"\s", "", text)) for who, text in found] == said


def test_a_letter_spaced_heading_keeps_its_blanks_and_a_justified_line_gets_none() -> None:
    sheet = Sheet()
    sheet.text(70, 100, "会議録", tracking=EM)
    sheet.text(70, 130, "これは均等に割り付けた本文の行です。", tracking=2.0)
    assert rows([sheet]) == [("会\u3000議\u3000録",), ("これは均等に割り付けた本文の行です。",)]


def test_a_running_head_is_taken_out_and_told() -> None:
    sheets = set_lines([(0, f"会長：{i}番目です。") for i in range(40)], lines_a_page=10)
    for number, sheet in enumerate(sheets, 1):
        sheet.text(300, 40, "令和７年度 第２回協議会", 9)
        sheet.text(280, 800, f"- {number} -")
    found, told = pdf_rows(pdf(sheets), "会議録.pdf")
    assert [cells for row in found if (cells := row.cells) != ("\f",)] == [(f"会長：{i}番目です。",) for i in range(40)]
    assert [(one.code, str(one.place), "「令和７年度 第２回協議会」（1～4ページ）" in one.message) for one in told] == [("I048", "会議録.pdf:1:1", True)]


def test_page_breaks_and_wide_gaps_are_rows_and_lines_are_counted_over_all_pages() -> None:
    sheets = [Sheet(), Sheet(), Sheet()]
    sheets[0].text(70, 100, "一行目")
    sheets[0].text(70, 118, "二行目")
    sheets[0].text(70, 136, "三行目")
    sheets[0].text(70, 172, "五行目")
    sheets[2].text(70, 100, "八行目")
    found = [(row.line, row.cells[0]) for row in pdf_rows(pdf(sheets), "a.pdf")[0]]
    assert found == [(1, "一行目"), (2, "二行目"), (3, "三行目"), (4, ""), (5, "五行目"), (6, "\f"), (7, "\f"), (8, "八行目")]


def test_letters_stand_in_the_order_they_are_seen_not_drawn() -> None:
    sheet = Sheet()
    sheet.text(70, 130, "二行目です。")
    sheet.text(70 + 3 * EM, 100, "の後半。")
    sheet.text(70, 100, "一行目")
    assert rows([sheet]) == [("一行目の後半。",), ("二行目です。",)]


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    sheet = Sheet()
    sheet.text(70, 100, "会議録")
    sheet.text(70.4, 100, "会議録")
    assert rows([sheet]) == [("会議録",)]


def test_words_and_digits_among_japanese_get_no_blank_and_blanks_that_were_typed_stay() -> None:
    assert line("令和7年のPDF版は New York の10件") == [("令和7年のPDF版は New York の10件",)]
    assert line("会長\u3000はい。\u3000\u3000以上") == [("会長\u3000はい。\u3000\u3000以上",)]


def test_raised_letters_stay_in_their_line() -> None:
    sheet = Sheet()
    sheet.text(70, 100, "広さは30m")
    sheet.text(70 + advance("広さは30m"), 96, "2", 6)
    sheet.text(70 + advance("広さは30m") + 3, 100, "です。")
    assert rows([sheet]) == [("広さは30m2です。",)]


def test_readings_stand_behind_their_word_and_are_told() -> None:
    sheet = Sheet()
    sheet.text(70, 100, "第一に豊中市の件")
    sheet.text(70 + 3 * EM, 100 - EM, "とよなか", EM / 2)
    found, told = pdf_rows(pdf([sheet]), "a.pdf")
    assert [row.cells for row in found] == [("第一に豊中（とよなか）市の件",)]
    assert [(one.code, str(one.place)) for one in told] == [("I053", "a.pdf:1:1")]


def test_radicals_become_ideographs_and_are_told() -> None:
    sheet = Sheet()
    sheet.text(70, 100, "\u2f00⽉の⾔葉", font="F3")
    found, told = pdf_rows(pdf([sheet]), "a.pdf")
    assert [row.cells for row in found] == [("一月の言葉",)]
    (problem,) = told
    assert str(problem) == "a.pdf:1:1: 注意[I047]: 漢字の代わりに入っていた部首の文字を、漢字に直しました（⼀→一、⽉→月、⾔→言、3字）。"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_that_is_turned_reads_as_an_upright_one(rotate: int) -> None:
    sheet = Sheet(rotate=rotate)
    sheet.text(70, 100, "会長：はい。")
    sheet.text(70, 118, "委員：いいえ。")
    assert rows([sheet]) == [("会長：はい。",), ("委員：いいえ。",)]


@pytest.mark.parametrize(("matrix", "places"), [("0 1 -1 0", [(100, 700), (118, 700)]), ("0 -1 1 0", [(118, 100), (100, 100)]), ("-1 0 0 -1", [(400, 118), (400, 100)])])
def test_text_laid_sideways_is_read_along_itself(matrix: str, places: list[tuple[float, float]]) -> None:
    sheet = Sheet()
    for (x, y), text in zip(places, ("会長：はい。", "委員：いいえ。"), strict=True):
        sheet.text(x, y, text, matrix=matrix)
    assert rows([sheet]) == [("会長：はい。",), ("委員：いいえ。",)]
    assert codes([sheet]) == []


def test_letters_beyond_the_first_plane_and_the_selectors_of_a_form_are_whole() -> None:
    sheet = Sheet()
    sheet.text(70, 100, "会長：\ue000野家と葛", font="F3")
    sheet.text(70 + 8 * EM, 100, "葛\ue001", font="F3")
    sheet.text(70 + 9 * EM, 100, "城市です。")
    assert rows([sheet]) == [("会長：\U00020bb7野家と葛葛\U000e0100城市です。",)]
    assert codes([sheet]) == []
