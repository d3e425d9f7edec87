"""The tables that `drafting table` makes, by name. A new kind is one entry of `TABLES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from drafting.coverage import trace_opinions
from drafting.opinion_table import opinion_sheet, other_sheet
from drafting.views import Sheet
from drafting.workspace import Workspace

Locate = Callable[[], Mapping[str, str]]


class TableKind(NamedTuple):
    """A table: its title, the name of its files, and its sheets.

    `sheets` gets the workspace and a function that builds the draft and says where each recommendation
    stands in it; a kind that needs no draft does not call it.
    """

    title: str
    output: str
    sheets: Callable[[Workspace, Locate], tuple[Sheet, ...]]


def _opinions(workspace: Workspace, locate: Locate) -> tuple[Sheet, ...]:
    places = locate()
    traced = trace_opinions(workspace.recommendations, workspace.minutes)
    where: Callable[[str], str] = lambda id: places.get(id, "―")  # noqa: E731
    sheet = opinion_sheet(workspace.committee, workspace.recommendations, workspace.minutes, traced, where)
    return sheet, other_sheet(workspace.minutes, traced)


TABLES = {
    "意見対応": TableKind("意見対応表", "意見対応表", _opinions),
}
