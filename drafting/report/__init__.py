"""Committee + recommendations + minutes → `Report`: what templates see. Pure.

Every text that stands in a YAML file is a `Text` and knows its address ("R1.body", "texts.closing").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafting.model import PARTS, Committee, Minutes, Recommendations
from drafting.report.letter import committee_view, consultation_view, letter_view, texts_view
from drafting.report.meetings import meeting_views, member_views, session_label
from drafting.report.themes import item_view, theme_view
from drafting.views import ConsultationView, PartsView, Report, Sheet, TextsView, ThemeView, Where

FINAL = "確定"


def build_report(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes], edition: str = "作業"
) -> Report:
    """The report of a workspace. `minutes` may come in any order; citations that cannot be
    found are left out here (`checks.references` reports them). `edition` is its name, for templates."""
    known = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    labels = {one.meeting.id: session_label(one.meeting.session, one.meeting.title or one.meeting.id) for one in minutes}
    items = tuple(item_view(item, known, labels, committee.chair) for item in recommendations.items)
    themes = tuple(theme_view(theme.title, theme.lead, items) for theme in recommendations.themes)
    committee_name = committee.name or next((m.meeting.committee for m in minutes if m.meeting.committee), "○○委員会")
    asked = committee.consultation.title or _asked(minutes)
    meetings = meeting_views(committee, minutes)
    report: dict[str, Any] = {
        "committee": committee_view(committee, committee_name),
        "letter": letter_view(committee, asked),
        "consultation": consultation_view(committee, asked),
        "texts": texts_view(committee),
        "meetings": meetings,
        "themes": tuple(theme for theme in themes if theme.recommendations or theme.opinions or theme.lead),
        "recommendations": tuple(item for theme in themes for item in theme.recommendations),
        "supplementary": tuple(item for item in items if item.kind == "附帯意見"),
        "minority": tuple(item for item in items if item.kind == "少数意見"),
        "members": member_views(committee, minutes),
        "title": "",
        "sheets": _sheets(committee, recommendations, minutes, edition),
    }
    return Report(
        **report,
        parts=_parts(committee, report),
        supplementary_title=committee.format.supplementary,
        edition=edition,
    )


def _sheets(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes], edition: str
) -> tuple[Sheet, ...]:
    """The table of opinions, where it is to be printed; places are filled in when the draft is numbered."""
    if "correspondence" in committee.parts_off:
        return ()
    from drafting.coverage import trace_opinions
    from drafting.opinion_table import annex_sheet, without_proposals

    traced = trace_opinions(recommendations, minutes)
    sheet = annex_sheet(committee, recommendations, minutes, traced, Where)
    return (without_proposals(sheet) if edition == FINAL else sheet,)


def _asked(minutes: Sequence[Minutes]) -> str:
    """The subject of the consultation as the minutes give it: the first item of the agenda marked 諮問."""
    items = (item for one in minutes for item in one.meeting.agenda if item.kind == "諮問")
    return next((item.title for item in items), "")


def _parts(committee: Committee, report: Mapping[str, Any]) -> PartsView:
    themes: Sequence[ThemeView] = report["themes"]
    texts: TextsView = report["texts"]
    consultation: ConsultationView = report["consultation"]
    content = {
        "introduction": texts.introduction,
        "consultation": consultation.items or consultation.reason or consultation.title or consultation.basis,
        "proceedings": report["meetings"],
        "principles": texts.principles,
        "themes": themes,
        "leads": any(theme.lead for theme in themes),
        "opinions": any(theme.opinions for theme in themes),
        "supplementary": report["supplementary"],
        "minority": report["minority"],
        "closing": texts.closing,
        "members": report["members"],
        "schedule": report["meetings"],
        "correspondence": any(sheet.rows for sheet in report["sheets"]),
    }
    return PartsView(**{name: name not in committee.parts_off and bool(content.get(name, True)) for name in PARTS})
