from __future__ import annotations

import pytest

from drafting.importers.rows import PAGE_BREAK, Row, text_rows
from drafting.problems import InputError, Severity


def test_lines_end_at_crlf_lf_and_cr_and_nowhere_else() -> None:
    rows, _ = text_rows("一\r\n二\n三\r四\u2028五\u3000六", "a.txt")
    assert rows == [Row(("一",), 1), Row(("二",), 2), Row(("三",), 3), Row(("四\u2028五\u3000六",), 4)]


def test_cells_are_split_at_tabs_and_empty_cells_are_kept() -> None:
    rows, _ = text_rows("\t甲\t\t乙\t", "a.txt")
    assert rows[0].cells == ("", "甲", "", "乙", "")
    assert rows[0].text == "\t甲\t\t乙"


def test_a_form_feed_gives_a_page_break_and_one_warning() -> None:
    rows, problems = text_rows("甲\n\f乙\n\f丙", "a.txt")
    assert [row.cells[0] for row in rows] == ["甲", PAGE_BREAK, "乙", PAGE_BREAK, "丙"]
    assert [(p.code, p.place.line, p.severity) for p in problems] == [("I010", 2, Severity.WARNING)]
    assert "2か所" in problems[0].message


def test_control_characters_go_and_are_named_rare_characters_stay() -> None:
    kept = "葛\U000e0100\ue000\u200b\ufeff\u2028"
    rows, problems = text_rows(f"甲\x07乙\x85\x0b\n{kept}", "a.txt")
    assert [row.cells[0] for row in rows] == ["甲乙", kept]
    assert [p.place.line for p in problems] == [1]
    assert "U+0007、U+0085、U+000B" in problems[0].message


def test_a_byte_order_mark_before_the_first_label_goes() -> None:
    assert text_rows("\ufeff委員：はい", "a.txt")[0][0].cells == ("委員：はい",)


@pytest.mark.parametrize("text", ["", " \t\u3000\r\n", "\ufeff", "\f\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        text_rows(text, "a.txt")
    assert caught.value.problems[0].code == "I001"


@pytest.mark.parametrize("text", ["%PDF-1.7\n委員：はい", "PK\x03\x04…", "委員：\0", "\x01\x02\x03" * 9 + "委員：はい"])
def test_what_is_no_text_is_refused_and_says_what_to_do(text: str) -> None:
    with pytest.raises(InputError) as caught:
        text_rows(text, "a.txt")
    problem = caught.value.problems[0]
    assert problem.code == "I003"
    assert "テキストではありません" in problem.message and "保存し直してください" in problem.message
