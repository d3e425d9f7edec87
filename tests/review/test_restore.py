"""Bookmarks that two programs in a row cut down to their last paragraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handed_out import draft
from homes_read import bookmark, mapped, troubles
from reviewers import changed, runs, tracked

from drafting.word.document import w


def _cut(root: Any) -> None:
    start = bookmark(root, "R1.body")[0]
    runs(root, "R1.body")[-1].getparent().insert(1, start)


def test_a_bookmark_cut_short_takes_its_paragraphs_back(issued: Path) -> None:
    one = mapped(issued, changed(draft(issued), _cut))
    assert not one.unplaced and not troubles(one) and not any(each.hunks for each in one.found)


def test_tracked_edits_in_regained_paragraphs_are_taken_with_their_authors(issued: Path) -> None:
    edited = tracked(draft(issued), "R1.body", "窓口の案内", "窓口の表示", "甲委員")
    edited = tracked(edited, "R1.body", "毎年、", "2年ごとに、", "乙委員")
    one = mapped(issued, changed(edited, _cut))
    assert not one.unplaced and not troubles(one)
    assert [who for each in one.found for _, who in each.hunks] == [("甲委員",), ("乙委員",), ("乙委員",)]


def test_a_paragraph_that_is_not_as_it_was_is_not_taken_back(issued: Path) -> None:
    def cut(root: Any) -> None:
        runs(root, "R1.body")[0].find(w("t")).text = "市は、案内を改められたい。"
        _cut(root)

    one = mapped(issued, changed(draft(issued), cut))
    assert list(troubles(one)) == ["R1.body"] and "市は、案内を改められたい。" in [each.words for each in one.unplaced]
