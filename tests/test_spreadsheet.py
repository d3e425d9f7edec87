"""The .xlsx, read back by another program."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.problems import LimitError
from drafting.spreadsheet import MOST_LETTERS, write_spreadsheet
from drafting.views import Column, Sheet

COLUMNS = (Column("No.", 4, "number"), Column("意見", 30), Column("区分", 8, "center"))


def sheet(*cells: str) -> Sheet:
    rows = tuple((str(i), cell, "◎反映") for i, cell in enumerate(cells, 1))
    return Sheet("意見対応表", "説明", COLUMNS, rows)


def opened(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_spreadsheet("意見対応表", sheets)))


@pytest.mark.parametrize("text", ["=1+1", "+81", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://x", "{=A1}", "0012", "'x", "<b>&"])
def test_no_text_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    cell = opened(sheet(text)).active["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1), max_size=5))
def test_every_text_reads_back_as_it_is(texts: list[str]) -> None:
    page = opened(sheet(*texts)).active
    assert [row[1] for row in page.iter_rows(min_row=2, values_only=True)] == texts


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert write_spreadsheet("表", [sheet("意見")]) == write_spreadsheet("表", [sheet("意見")])


def test_it_filters_keeps_its_header_in_view_and_prints_on_paper() -> None:
    book = opened(sheet("一つ目\n二行目", "二つ目"), Sheet("他/の:表", "", COLUMNS, ()))
    page = book.active
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:C3", "$1:$1")
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page["B2"].alignment.wrap_text
    assert page["A2"].value == 1
    assert page.row_dimensions[2].height > page.row_dimensions[3].height
    assert book.sheetnames == ["意見対応表", "他の表"]
    assert book.properties.creator in (None, "")


def test_a_cell_longer_than_excel_holds_is_refused_not_cut() -> None:
    with pytest.raises(LimitError, match="W011"):
        write_spreadsheet("表", [sheet("あ" * (MOST_LETTERS + 1))])
