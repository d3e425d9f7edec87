"""The templates of the collection of bad input, each with the outcome of its manifest."""

from __future__ import annotations

from typing import Any

import pytest
from bad_input import BAD_INPUT, cases
from rendering import REPORT, shown

import drafting.render.template as template_room
from drafting.model import (
    Format,
)
from drafting.problems import Place, Severity, TemplateError
from drafting.render import build_draft, run_template
from drafting.render.lint import lint_template
from drafting.views import Report


def outcome(case: dict[str, Any]) -> tuple[list[str], list[Any]]:
    """What the draft shows, and the problems a user is told."""
    folder = BAD_INPUT / "cases"
    if not (folder / case["file"]).exists():
        pytest.skip(f"{case['file']} is not in the collection")
    try:
        markdown, values = run_template(REPORT, folder, case["file"], "")
        draft = build_draft(markdown, values, Format(), "題", case["file"])
        return shown(draft), list(lint_template(folder / case["file"], case["file"]))
    except TemplateError as error:
        return [], list(error.problems)


@pytest.mark.parametrize("case", cases("render"))
def test_a_template_of_the_collection_has_the_outcome_of_the_manifest(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_SECONDS", 0.3)
    lines, problems = outcome(case)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if case["outcome"] == "reject":
        assert errors
    elif case["outcome"] == "ok-warn":
        assert errors == []
        assert problems
    else:
        assert errors or lines
    assert all(problem.place.file == case["file"] for problem in problems)
    if "loc" in case:
        assert problems[0].place == Place(case["file"], *map(int, case["loc"]))


def test_the_collection_is_read_by_report_fields_that_exist() -> None:
    assert isinstance(REPORT, Report)
