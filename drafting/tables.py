"""The tables that `drafting table` makes, by name. A new kind is one entry of `TABLES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from drafting.checks.comments import check_comments
from drafting.comment_table import UNDECIDED, comment_sheet
from drafting.coverage import open_passages, trace_opinions
from drafting.locations import recommendation_places
from drafting.opinion_table import OPEN, opinion_sheet, other_sheet, without_proposals
from drafting.problems import Problem, Severity
from drafting.slips import confirmation_rows
from drafting.views import Column, Sheet
from drafting.workspace import COMMENTS, Workspace

Locate = Callable[[], Mapping[str, str]]


class Page(Enum):
    """What a table is as a web page."""

    SHEETS = "表のまま"
    SIDE_BY_SIDE = "会議録と答申案を並べた画面"


class TableKind(NamedTuple):
    """A table: its title, the name of its files, and its sheets.

    `sheets` gets the workspace and a function that builds the draft and says where each address
    stands in it; a kind that needs no draft does not call it. `needs` names the one file without which
    there is no such table, `tells` what is said beside it, `page` what it is as a web page. In a table that is `unnamed`
    no member may be named. A kind that goes with an edition of the report has `finished`, which makes its sheets those of the final one.
    """

    title: str
    output: str
    sheets: Callable[[Workspace, Locate], tuple[Sheet, ...]]
    needs: str = ""
    tells: Callable[[Workspace], Iterator[Problem]] = lambda workspace: iter(())
    page: Page = Page.SHEETS
    unnamed: bool = False
    finished: Callable[[Sheet], Sheet] | None = None


def _opinions(workspace: Workspace, locate: Locate) -> tuple[Sheet, ...]:
    places = recommendation_places(locate())
    traced = trace_opinions(workspace.recommendations, workspace.minutes)
    where: Callable[[str], str] = lambda id: places.get(id, "―")  # noqa: E731
    sheet = opinion_sheet(workspace.committee, workspace.recommendations, workspace.minutes, traced, where)
    return (sheet,)


def _tell_open(workspace: Workspace) -> Iterator[Problem]:
    """C101 once for all opinions without a fate: with them the table is not fit for members yet."""
    if waiting := list(open_passages(trace_opinions(workspace.recommendations, workspace.minutes))):
        what_to_do = f"（表では終わりに「{OPEN}」と載ります）。委員に配る前に、「drafting check」が示す所を直してください。"
        yield Problem("C101", f"行き先のない意見が {len(waiting)}件あります{what_to_do}", waiting[0].said.text_place, Severity.WARNING)


def _others(workspace: Workspace, locate: Locate) -> tuple[Sheet, ...]:
    """For the secretariat alone: members need not read that their words were taken for no opinion."""
    return (other_sheet(workspace.committee, workspace.minutes, trace_opinions(workspace.recommendations, workspace.minutes)),)


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


def _tell_undecided(workspace: Workspace) -> Iterator[Problem]:
    """R010 once for all comments that nothing is decided about: the table marks each of them."""
    waiting = [one for one in workspace.comments if one.is_open]
    if waiting:
        names = "、".join(one.id for one in waiting[:5]) + ("など" if len(waiting) > 5 else "")
        message = f"対応の決まっていない意見が {len(waiting)}件あります（{names}）。表には「{UNDECIDED}」か「確認中」と載ります。response（対応）を書いてください。"
        yield Problem("R010", message, waiting[0].response_place, Severity.WARNING)
    yield from (one for one in check_comments(workspace.comments) if one.code != "R010")


def _comments(workspace: Workspace, locate: Locate) -> tuple[Sheet, ...]:
    return (comment_sheet(workspace.comments, locate()),)


TABLES = {
    "意見対応": TableKind("意見対応表", "意見対応表", _opinions, tells=_tell_open, page=Page.SIDE_BY_SIDE, unnamed=True, finished=without_proposals),
    "意見以外": TableKind("意見ではないとした発言", "意見以外の発言", _others, unnamed=True),
    "確認依頼": TableKind("確認依頼リスト", "確認依頼リスト", _slips),
    "照会意見": TableKind("照会意見対応表", "照会意見対応表", _comments, COMMENTS, _tell_undecided, finished=lambda sheet: sheet),
}
