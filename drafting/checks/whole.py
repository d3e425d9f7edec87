"""Every check of a workspace, in the order in which a clerk reads the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.checks.calendar import check_calendar
from drafting.checks.chair import check_chair
from drafting.checks.comments import check_comments
from drafting.checks.coverage import check_coverage
from drafting.checks.endings import check_endings
from drafting.checks.handover import check_handover
from drafting.checks.links import check_links
from drafting.checks.meetings import check_meetings
from drafting.checks.names import check_names
from drafting.checks.numbered import check_numbered
from drafting.checks.open_points import check_open_points
from drafting.checks.references import check_references
from drafting.checks.retold import check_retold
from drafting.checks.roll import check_roll
from drafting.checks.sessions import check_sessions
from drafting.checks.slips import check_slips
from drafting.checks.two_sides import check_two_sides
from drafting.checks.typed_lists import check_typed_lists
from drafting.checks.unread import unread_files, without_shadows
from drafting.coverage import Traced, trace_opinions
from drafting.problems import Problem
from drafting.workspace import Workspace


def check_workspace(workspace: Workspace, traced: Sequence[Traced] | None = None) -> Iterator[Problem]:
    """All findings of a workspace, errors and warnings; none that only follows from a part that could not be read.

    `traced` is what `trace_opinions` gave for it, where the caller has it already.
    """
    if traced is None:
        traced = trace_opinions(workspace.recommendations, workspace.minutes)
    return without_shadows(_findings(workspace, traced), unread_files(workspace.problems))


def _findings(workspace: Workspace, traced: Sequence[Traced]) -> Iterator[Problem]:
    yield from check_references(workspace.recommendations, workspace.minutes)
    yield from check_coverage(workspace.recommendations, traced)
    yield from check_names(workspace.committee, workspace.recommendations, workspace.minutes, allow=workspace.style.allow)
    yield from check_two_sides(workspace.recommendations, workspace.minutes)
    yield from check_endings(workspace.recommendations)
    yield from check_meetings(workspace.committee, workspace.minutes)
    yield from check_chair(workspace.committee, workspace.minutes)
    yield from check_handover(workspace.committee, workspace.minutes)
    yield from check_retold(workspace.committee, workspace.minutes)
    yield from check_slips(workspace.minutes)
    yield from check_roll(workspace.committee, workspace.minutes)
    yield from check_links(workspace.committee, workspace.recommendations)
    yield from check_numbered(workspace.committee, workspace.recommendations)
    yield from check_sessions(workspace.committee, workspace.recommendations, workspace.minutes)
    yield from check_typed_lists(workspace.committee, workspace.recommendations)
    yield from check_calendar(workspace.committee, workspace.recommendations)
    yield from check_open_points(workspace.committee, workspace.recommendations, workspace.minutes)
    yield from check_comments(workspace.comments)
