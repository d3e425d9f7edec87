"""Two wordings side by side: nothing is lost, and what differs reads well."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.differences import Side, apply_hunks, changed_clauses, changes, compare_texts


def shown(old: str, new: str) -> str:
    marks = {Side.BOTH: "{}", Side.OLD: "－{}－", Side.NEW: "＋{}＋"}
    return "".join(marks[piece.side].format(piece.text) for piece in compare_texts(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("案内を見直すこと。", "案内を見直すこと。", "案内を見直すこと。"),
        ("案内を見直すこと。", "案内板を見直すこと。", "－案内－＋案内板＋を見直すこと。"),
        ("窓口を増やす。案内を直す。", "窓口を増やす。", "窓口を増やす。－案内を直す。－"),
        ("案内を見直されたい。", "案内を早急に見直されたい。", "案内を＋早急に＋見直されたい。"),
        ("まったく別のことを書いた。", "高齢者の移動手段がない。", "－まったく別のことを書いた。－＋高齢者の移動手段がない。＋"),
        ("一つ目。\n二つ目。", "一つ目。\n間に入る。\n二つ目。", "一つ目。\n＋間に入る。\n＋二つ目。"),
        ("一つ目。", "一つ目。\n足した。", "一つ目。＋\n足した。＋"),
        ("", "新しい。", "＋新しい。＋"),
    ],
)
def test_what_differs_is_told_in_words_and_sentences(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


TEXTS = st.text("案内板窓口をのにはカナ12。、\n見直し", max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts_and_nothing_else(old: str, new: str) -> None:
    pieces = compare_texts(old, new)
    assert "".join(piece.text for piece in pieces if piece.side is not Side.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.side is not Side.OLD) == new
    assert all(piece.text for piece in pieces)
    assert all(a.side is not b.side for a, b in pairwise(pieces))


def test_a_long_text_of_equal_words_is_compared_in_a_moment() -> None:
    old = "の、" * 30_000
    start = time.perf_counter()
    compare_texts(old, "を" + old[:-40_000] + "が")
    assert time.perf_counter() - start < 5


def test_changed_clauses_are_whole() -> None:
    assert changed_clauses("甲が、乙は3件である。\n丙。", "甲が、乙は4件である。\n丙。丁。") == [("乙は3件である。", "乙は4件である。"), ("", "丁。")]


@pytest.mark.parametrize(
    ("old", "new"),
    [("あ\n" * 10_000, "い\nあ\n" * 6_000), ("あい" * 10_000, "いあう" * 6_000), ("。" * 20_000, "、。" * 8_000), ("声を聴く。" * 4_000, "声を聞く。" * 4_000)],
)
def test_long_texts_of_like_letters_are_compared_in_a_moment(old: str, new: str) -> None:
    start = time.process_time()
    assert apply_hunks(old, changes(old, new)) == new
    compare_texts(old, new)
    changed_clauses(old, new)
    assert time.process_time() - start < 5
