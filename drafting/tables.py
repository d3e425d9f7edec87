"""The tables that `drafting table` makes, by name. A new kind is one entry of `TABLES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from drafting.coverage import trace_opinions
from drafting.locations import recommendation_places
from drafting.opinion_table import opinion_sheet, other_sheet
from drafting.slips import confirmation_rows
from drafting.views import Column, Sheet
from drafting.workspace import Workspace

Locate = Callable[[], Mapping[str, str]]


class TableKind(NamedTuple):
    """A table: its title, the name of its files, and its sheets.

    `sheets` gets the workspace and a function that builds the draft and says where each address
    stands in it; a kind that needs no draft does not call it.
    """

    title: str
    output: str
    sheets: Callable[[Workspace, Locate], tuple[Sheet, ...]]


def _opinions(workspace: Workspace, locate: Locate) -> tuple[Sheet, ...]:
    places = recommendation_places(locate())
    traced = trace_opinions(workspace.recommendations, workspace.minutes)
    where: Callable[[str], str] = lambda id: places.get(id, "―")  # noqa: E731
    sheet = opinion_sheet(workspace.committee, workspace.recommendations, workspace.minutes, traced, where)
    return sheet, other_sheet(workspace.minutes, traced)


_ASKED = (
    Column("No.", 5, "number"),
    Column("発言番号", 9),
    Column("発言者", 10),
    Column("原文", 38),
    Column("疑い", 26),
    Column("修正案", 28),
    Column("確認先", 10),
    Column("結果", 12),
)


def _slips(workspace: Workspace, locate: Locate) -> tuple[Sheet, ...]:
    """What may have been written down wrongly, to be confirmed by who said it; one sheet for all meetings."""
    found = [row for one in workspace.minutes for row in confirmation_rows(one)]
    speakers = {said.reference: said.speaker for one in workspace.minutes for said in one.utterances}
    rows = tuple(
        (str(number), row.reference, speakers[row.reference], row.sentence, row.suspicion, row.proposal, row.ask, row.result)
        for number, row in enumerate(found, 1)
    )
    lead = "会議録の誤りらしい所である。会議録は直していない。発言者に確かめ、結果の欄に記入する。"
    return (Sheet("確認依頼リスト", lead, _ASKED, rows),)


TABLES = {
    "意見対応": TableKind("意見対応表", "意見対応表", _opinions),
    "確認依頼": TableKind("確認依頼リスト", "確認依頼リスト", _slips),
}
