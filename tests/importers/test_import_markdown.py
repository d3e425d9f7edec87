"""Markdown → rows: marks go, words and lines stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.importers import import_minutes, import_rows
from drafting.importers.markdown import markdown_rows


def lines(text: str) -> list[str]:
    return [row.text for row in markdown_rows(text, "a.md")[0]]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("# 会議録 #", "会議録"), ("**委員長**：はい", "委員長：はい"), ("> 引用", "引用"), ("- 一", "・一"), ("  * 二", "\u3000・二"),
        ("1. 三", "1. 三"), ("2) 四", "2. 四"), ("本日は*強調*です", "本日は強調です"), ("***両方***", "両方"), ("`code` と ``a`b``", "code と a`b"),
        ("[語](http://example.jp)", "語"), ("![図1](a.png)", "図1"), (r"\*星\* \# \\", r"*星* # \ ".strip()), ("&lt;事務局&gt;", "<事務局>"),
        ("<https://example.jp/>", "https://example.jp/"), ("行末  ", "行末"), ("行末\\", "行末"), ("- [x] 可", "・☑可"), ("***", ""), ("__委員__：y", "委員：y"),
        ("○委員　**「重要」**は", "○委員　「重要」は"),
    ],
)  # fmt: skip
def test_a_mark_is_taken_away(written: str, read: str) -> None:
    assert lines(written + "\n後") == [read, "後"]


@pytest.mark.parametrize(
    "text",
    ["2 * 3 * 4", "2*3*4", "a_b_c", "#1 の資料", "＊注", "*", "【委員】", "第1回 - 続き", "○委員　A & B", "**", "____の件", "<A委員>", "x[1]", "50% ~ 60%", "1.5倍", "- 2 -"],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert lines(text + "\n後") == [text, "後"]


def test_tables_give_cells_and_all_rows_keep_their_lines() -> None:
    rows, problems = markdown_rows("前\n\n| 発言者 | 内容 |\n|---|:-:|\n| 委員 | A<br>B \\| C |\n|  | 続き |\n後 | 線\n\n題\n===\n", "a.md")
    filled = [(row.cells, row.line) for row in rows if row.text]
    assert filled == [
        (("前",), 1), (("発言者", "内容"), 3), (("委員", "A\nB | C"), 5), (("", "続き"), 6), (("後", "線"), 7), (("題",), 9),
    ]  # fmt: skip
    assert problems == []


def test_fenced_text_stays_as_it_is_and_a_fence_without_end_is_text() -> None:
    assert lines("```\n**a**\n```\n") == ["", "**a**", "", ""]
    assert lines("```\n**a**") == ["```", "a"]


@given(st.lists(st.text(st.sampled_from("あいう漢字。、 ABC「」（）：0"), max_size=12), min_size=1).filter(lambda ls: any(x.strip() for x in ls)))
def test_a_text_without_marks_stays_as_it_is(texts: list[str]) -> None:
    assert lines("\n".join(texts)) == [text.rstrip(" ") for text in texts]


@given(st.text(st.sampled_from("あ漢*_`#>|\\[]()-&<1. \n"), min_size=1).filter(lambda text: text.strip()))
def test_no_word_is_lost_whatever_marks_stand_around_it(text: str) -> None:
    read = "".join(lines(text))
    assert [c for c in read if c in "あ漢"] == [c for c in text if c in "あ漢"]


SHARED = Path(__file__).parents[3] / "shared"
TEXTS = sorted(SHARED.glob("layouts/*.txt")) + sorted(SHARED.glob("minutes/*.txt"))


@pytest.mark.skipif(not SHARED.exists(), reason="the folder shared is absent")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:10])
def test_a_text_that_is_called_markdown_gives_the_same_minutes(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    ours = import_rows(markdown_rows(text, "a")[0], "a").minutes
    theirs = import_minutes(text, "a")[0]
    assert ours == theirs


def test_speakers_in_bold_are_read_as_speakers() -> None:
    text = "# 第1回 会議録\n\n- 日時: 令和8年1月16日\n\n**委員長**：会議を開きます。\n\n**委員**：質問があります。\n\n> **事務局**：お答えします。\n"
    minutes = import_rows(markdown_rows(text, "a.md")[0], "a.md").minutes
    assert [said.speaker for said in minutes.utterances] == ["委員長", "委員", "事務局"]
