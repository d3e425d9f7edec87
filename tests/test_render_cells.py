"""Tables of a template as blocks of a draft."""

from __future__ import annotations

import pytest
from drafts import draft, refusal

from drafting.draft import (
    Align,
    Span,
    Table,
)
from drafting.views import Text


@pytest.mark.parametrize(
    ("rule", "widths"), [("|:--|:----:|", (2, 4)), ("|---|---|", ()), ("|-|--:|", (1, 2))], ids=["some", "alike", "short"]
)
def test_the_hyphens_below_a_head_share_the_width(rule: str, widths: tuple[int, ...]) -> None:
    (block,) = draft(f"| 甲 | 乙 |\n{rule}\n| 1 | 2 |\n").blocks
    assert isinstance(block, Table)
    assert block.widths == widths


def test_a_table_keeps_alignment_and_gives_line_breaks_in_its_cells() -> None:
    (table,) = draft("| 甲 | 乙 | 丙 |\n|:---|:---:|---:|\n| <v> | 二 | 三 |\n", v=Text("一\n行", "R1.title")).blocks
    assert isinstance(table, Table)
    assert table.aligns == (Align.LEFT, Align.CENTER, Align.RIGHT)
    assert [[span.text for span in cell] for cell in table.rows[0]] == [["一\n行"], ["二"], ["三"]]


def test_a_row_with_too_few_cells_is_filled_and_one_with_too_many_refused() -> None:
    (table,) = draft("| 甲 | 乙 |\n|---|---|\n| 一 |\n").blocks
    assert isinstance(table, Table)
    assert table.rows == (((Span("一"),), ()),)
    assert refusal("| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |\n") == (
        "templates/x.md.j2:1:1: エラー[T026]: 表の欄が多すぎます（見出しは2欄、この行は3欄）。「| 一 | 二 | 三 |」を見直してください。"
    )


def test_a_table_that_word_would_not_open_is_refused() -> None:
    def table(columns: int, rows: int = 1) -> str:
        return "|甲" * columns + "|\n" + "|-" * columns + "|\n" + "|一|\n" * rows

    assert len(draft(table(63)).blocks) == 1
    assert refusal(table(64)) == (
        "templates/x.md.j2:1:1: エラー[T026]: 表の欄が多すぎます（64欄）。Word の表は63欄までです。表を分けるか、行と欄を入れ替えてください。"
    )
    assert "欄の足りない行が多すぎます" in refusal(table(63, 20_000))
