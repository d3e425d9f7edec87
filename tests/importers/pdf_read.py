"""What the tests of PDFs share: speeches to draw, and rows read back from sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import strategies as st
from pdf_build import (
    Sheet,
    Speech,
    pdf,
    set_lines,
)

from drafting.importers.pdf import pdf_rows
from drafting.importers.rows import PAGE_BREAK, Row
from drafting.problems import InputError

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


words = st.text(st.sampled_from("あいうえ会議の市民が、。（）「」12AB改善予算を検討ー々"), min_size=1, max_size=160).filter(lambda text: text.strip("、。") != "")


speakers = st.sampled_from(["会長", "委員長", "山本委員", "事務局", "総務課長"])


minutes = st.lists(st.tuples(speakers, words), min_size=4, max_size=14)
