"""Tables drawn with characters become rows with cells; nothing but the lines goes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafting.importers.grid import without_grids
from drafting.importers.rows import Row


def grid(text: str) -> list[tuple[str, ...]]:
    rows = [Row((line,), number) for number, line in enumerate(text.strip("\n").split("\n"), 1)]
    return [row.cells for row in without_grids(rows, lambda cell: cell in ("日時", "場所", "公開・非公開")) if any(row.cells)]


def test_a_ruled_table_gives_its_rows_and_joins_wrapped_cells() -> None:
    text = """
┌────┬────────┐
│日時    │令和7年11月28日 │
├────┼────────┤
│公開・  │公開            │
│非公開  │傍聴者2名、報道1│
│        │名              │
└────┴────────┘
"""
    assert grid(text) == [("日時", "令和7年11月28日"), ("公開・非公開", "公開\n傍聴者2名、報道1名")]


def test_a_table_without_rules_begins_a_row_at_each_label() -> None:
    assert grid("│日時│今日│\n│場所│甲市役所│\n│    │別館    │") == [("日時", "今日"), ("場所", "甲市役所別館")]


def test_plus_and_minus_and_markdown_tables_are_tables_too() -> None:
    assert grid("+----+----+\n| 日時 | 今日 |\n+----+----+\n| 場所 | 市役所 |\n+----+----+") == [("日時", "今日"), ("場所", "市役所")]
    assert grid("| 日時 | 今日 |\n|---|---|\n| 場所 | 市役所 |") == [("日時", "今日"), ("場所", "市役所")]


def test_lines_of_prose_stay_as_they_are() -> None:
    assert grid("日時｜今日\n――注――\n- 2 -") == [("日時｜今日",), ("――注――",), ("- 2 -",)]


@given(st.lists(st.text("あ日時│┃|┌─┼├┤+- 　=x", max_size=16), max_size=10))
def test_no_letter_of_any_lines_is_lost(lines: list[str]) -> None:
    found = without_grids([Row((line,), number) for number, line in enumerate(lines, 1)], lambda cell: cell == "日時")
    kept = "".join(cell for row in found for cell in row.cells)
    # A cell that was wrapped stands before the cell beside it.
    assert sorted(re.findall("[あ日時x]", kept)) == sorted(re.findall("[あ日時x]", "".join(lines)))
