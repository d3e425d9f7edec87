"""The comments of an internal copy: on what a recommendation rests, what was answered, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafting.checks.name_patterns import Sure, find_names
from drafting.checks.people import People
from drafting.draft import Anchor, Draft, all_spans
from drafting.model import Recommendations
from drafting.views import EvidenceView, RecommendationView, Report

_MOST = 200
REDACTED = "●●"


def make_remarks(
    draft: Draft, report: Report, recommendations: Recommendations, members: People
) -> dict[Anchor, tuple[str, ...]]:
    """The lines of the comment on each recommendation that the draft prints, by the place it is printed at.

    A comment stands at the first text of its recommendation. Who of `members` is named in
    it loses the name, not the title: comments travel further than meant.
    """
    notes = {item.id: item.note for item in recommendations.items}
    views = {view.id: view for view in _all_views(report)}
    remarks: dict[Anchor, tuple[str, ...]] = {}
    for identifier, anchor in _first_places(draft, views).items():
        view = views[identifier]
        lines = _lines(view, notes.get(identifier, ""))
        remarks[anchor] = tuple(_without_names(line, members) for line in lines)
    return remarks


def _all_views(report: Report) -> Iterator[RecommendationView]:
    yield from (*report.recommendations, *report.supplementary, *report.minority)
    yield from (view for theme in report.themes for view in theme.opinions)


def _first_places(draft: Draft, views: Mapping[str, RecommendationView]) -> dict[str, Anchor]:
    """Where each recommendation is printed first, in the order of the draft."""
    owners = {f"{identifier}.{part}": identifier for identifier in views for part in ("title", "body")}
    places: dict[str, Anchor] = {}
    anchors = (span.anchor for spans in all_spans(draft) for span in spans if span.anchor)
    for anchor in anchors:
        if identifier := owners.get(anchor.address):
            places.setdefault(identifier, anchor)
    return places


def _lines(view: RecommendationView, note: str) -> Iterator[str]:
    stance = f"　意見: {view.stance}" if view.stance else ""
    yield f"{view.id}　{view.kind}　状態: {view.status}{stance}"
    for said in view.evidence:
        yield f"根拠: {_said(said)}"
    if not view.evidence:
        yield "根拠: 発言の指定（cites）がありません。"
    for said in view.responses:
        yield f"事務局の回答: {_said(said)}"
    if note:
        yield f"覚え書き: {note.strip()}"


def _said(said: EvidenceView) -> str:
    """第1回 1-U016（委員）「…」: the words quoted, else the beginning of what was said."""
    words = said.quote or said.text.strip()
    if not said.quote and len(words) > _MOST:
        words = words[:_MOST] + "…（以下略）"
    return f"{said.meeting} {said.reference}（{said.role}）「{words}」"


def _without_names(line: str, members: People) -> str:
    end, pieces = 0, []
    for one in find_names(line, members):
        if one.sure is not Sure.MAYBE:
            pieces += [line[end : one.name_start], REDACTED]
            end = one.name_end
    return "".join((*pieces, line[end:]))
