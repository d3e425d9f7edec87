"""Texts of YAML and their printed forms."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.differences import Hunk, changes
from drafting.review.forms import into_source, printed, printed_with_ruby, shows_ruby

TEXT = st.text(alphabet="市は\n\r（し）", max_size=30)


@given(TEXT, TEXT)
def test_an_edit_of_the_printed_form_reads_so_in_the_source(source: str, new: str) -> None:
    form = printed(source)
    wanted = printed(new).text
    assert printed(into_source(source, form, changes(form.text, wanted))).text == wanted


@given(TEXT)
def test_no_edit_leaves_every_letter(source: str) -> None:
    assert into_source(source, printed(source), []) == source


def test_blank_lines_and_the_line_end_stay_around_an_edit() -> None:
    source = "前の段落。\n\n後の段落。\n"
    form = printed(source)
    assert form.text == "前の段落。\n後の段落。"
    assert into_source(source, form, [Hunk(11, 11, "追加。")]) == "前の段落。\n\n後の段落。追加。\n"


def test_a_reading_stays_with_its_word() -> None:
    source = "誹謗（ひぼう）を防ぐ。"
    form = printed_with_ruby(source)
    assert form.text == "誹謗を防ぐ。"
    assert into_source(source, form, [Hunk(2, 3, "等を")]) == "誹謗（ひぼう）等を防ぐ。"
    assert shows_ruby(source, "誹謗を防ぐ。") and not shows_ruby(source, source)
