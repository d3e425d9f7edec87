"""Checks of a whole workspace: generators of Problems over its values. Each rule stands in one module."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.checks.meetings import check_meetings
from drafting.checks.names import check_names
from drafting.checks.open_points import check_open_points
from drafting.checks.references import check_references
from drafting.checks.slips import check_slips
from drafting.problems import Problem
from drafting.workspace import Workspace

__all__ = ["check_names", "check_open_points", "check_references", "check_workspace"]


def check_workspace(workspace: Workspace) -> Iterator[Problem]:
    """All findings of a workspace whose files could be read, errors and warnings."""
    yield from check_references(workspace.recommendations, workspace.minutes)
    yield from check_names(workspace.committee, workspace.recommendations, workspace.minutes)
    yield from check_meetings(workspace.minutes)
    yield from check_slips(workspace.minutes)
    yield from check_open_points(workspace.committee, workspace.recommendations, workspace.minutes)
