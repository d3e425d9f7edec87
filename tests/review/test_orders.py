"""Recommendations that somebody put into another order with tracking off: told, and their edits are still taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handed_out import draft
from homes_read import mapped
from reviewers import changed, runs, silent

ORDER = "順番の変更（変えるなら、YAML の順を変えてください）"


def _before(root: Any, first: str, last: str, target: str) -> None:
    """All from the paragraph of one address to that of another goes before a third."""
    there, each = (runs(root, address)[0].getparent() for address in (target, first))
    end = runs(root, last)[-1].getparent()
    while True:
        after = each.getnext()
        there.addprevious(each)
        if each is end:
            return
        each = after


def test_of_two_recommendations_that_changed_places_one_is_told_with_its_title(issued: Path) -> None:
    data = changed(draft(issued), lambda root: _before(root, "R2.title", "R2.body", "R1.title"))
    assert [(each.kind, each.words) for each in mapped(issued, data).unplaced] == [(ORDER, "案内の見直し")]


def test_what_was_edited_in_a_moved_text_is_taken(issued: Path) -> None:
    data = silent(draft(issued), "R2.body", "支えられたい", "守られたい")
    one = mapped(issued, changed(data, lambda root: _before(root, "R2.title", "R2.body", "R1.title")))
    assert [each.address for each in one.found if each.hunks] == ["R2.body"] and not any(each.trouble for each in one.found)


def test_a_draft_in_its_order_tells_nothing(issued: Path) -> None:
    assert not mapped(issued, draft(issued)).unplaced
