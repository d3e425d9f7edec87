"""May this workspace be handed over? All that forbids a final edition, each as an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafting.checks.comments import check_comments
from drafting.checks.coverage import check_coverage
from drafting.checks.names import check_names
from drafting.checks.open_points import EXAMPLE, check_open_points, example_in
from drafting.checks.references import check_references
from drafting.coverage import OTHERS, trace_opinions
from drafting.draft import Draft, all_spans
from drafting.japanese import PLACEHOLDER
from drafting.model import Minutes, Recommendations
from drafting.problems import Place, Problem, Severity
from drafting.workspace import RECOMMENDATIONS, Workspace

# Of what the checks find, this is open; the rest are hints. A check that shall hold back a final
# edition is called in `_findings`, and its codes stand here.
FORBIDDING = frozenset(("C002", "C003", "C101", "C102", "N001", "P001", "P002", "P003", "R010"))


def check_final(workspace: Workspace) -> Iterator[Problem]:
    """Everything that is open, as errors; hints are left as warnings."""
    for problem in _findings(workspace):
        forbids = problem.severity is Severity.ERROR or problem.code in FORBIDDING
        yield replace(problem, severity=Severity.ERROR) if forbids else problem
    yield from _undecided(workspace.recommendations)
    if "correspondence" not in workspace.committee.parts_off:
        yield from _unanswered(workspace.recommendations, workspace.minutes)


def _findings(workspace: Workspace) -> Iterator[Problem]:
    yield from check_references(workspace.recommendations, workspace.minutes)
    yield from check_coverage(workspace.recommendations, trace_opinions(workspace.recommendations, workspace.minutes))
    yield from check_names(workspace.committee, workspace.recommendations, workspace.minutes, allow=workspace.style.allow)
    yield from check_open_points(workspace.committee, workspace.recommendations, workspace.minutes)
    yield from check_comments(workspace.comments)


def _undecided(recommendations: Recommendations) -> Iterator[Problem]:
    """P005, a hint: the wording of these is still 検討中. It is the status that nobody has to write,
    and the last words are often left to the chair; so it does not hold back the edition."""
    items = [item for item in recommendations.items if item.status == "検討中" and item.kind != "不採用"]
    if items:
        names = "、".join(item.id for item in items[:5]) + ("など" if len(items) > 5 else "")
        message = f"「検討中」のものが {len(items)} 件載ります（{names}）。決まったものは status を「確定」にしてください。"
        yield Problem("P005", message, items[0].place or Place(RECOMMENDATIONS), Severity.WARNING)


def _unanswered(recommendations: Recommendations, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """P006, a hint: an answer follows what these cite, but nobody has said that it is the answer; so the annex leaves it out."""
    answered = {
        said.reference
        for one in minutes
        for said, after in pairwise(one.utterances)
        if after.role in OTHERS
    }
    items = [item for item in recommendations.items if not item.responses and any(cite.at in answered for cite in item.cites)]
    if items:
        names = "、".join(item.id for item in items[:5]) + ("など" if len(items) > 5 else "")
        message = f"{len(items)} 件（{names}）は、資料編の「会議での事務局の回答」が空欄になります。載せる回答があれば、その発言番号を responses に書いてください。"
        yield Problem("P006", message, items[0].place or Place(RECOMMENDATIONS), Severity.WARNING)


def check_printed(draft: Draft, template: str) -> Iterator[Problem]:
    """P004 for each ○○ and （記入例） that is about to be printed, wherever it comes from: the net under the checks."""
    for spans in all_spans(draft):
        text = "".join(span.text for span in spans)
        if match := PLACEHOLDER.search(text) or example_in(text):
            around = text[max(0, match.start() - 10) : match.end() + 10].replace("\n", " ")
            what = EXAMPLE if match[0] == EXAMPLE else "○○"
            message = f"「{around}」に「{what}」が残っています。分かったら書き直してください。"
            yield Problem("P004", message, Place(template))
