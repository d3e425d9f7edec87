"""Recommendations and themes as templates see them. Members stay unnamed: evidence names the role only
(domain: opinions are never attributed)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafting.model import Citation, Recommendation, Utterance, printed_role
from drafting.views import EvidenceView, RecommendationView, Text, ThemeView


def item_view(item: Recommendation, known: Mapping[str, Utterance], labels: Mapping[str, str], chair: str) -> RecommendationView:
    """`known` are the utterances by their references, `labels` the printed names of the meetings by their ids, `chair` is the
    title of the chair; a citation of an utterance that is not known is left out."""

    def text(name: str) -> Text:
        return Text(getattr(item, name), f"{item.id}.{name}")

    return RecommendationView(
        id=item.id,
        kind=item.kind,
        theme=item.theme,
        title=text("title"),
        body=text("body"),
        stance=item.stance,
        status=item.status,
        reason=text("reason"),
        opposes=item.opposes,
        evidence=_evidence(item.cites, known, labels, chair),
        responses=_evidence(item.responses, known, labels, chair),
    )


def _evidence(
    citations: Iterable[Citation], known: Mapping[str, Utterance], labels: Mapping[str, str], chair: str
) -> tuple[EvidenceView, ...]:
    return tuple(
        EvidenceView(cite.at, labels[said.meeting], printed_role(said.role, chair), cite.quote, said.words)
        for cite in citations
        if (said := known.get(cite.at))
    )


def theme_view(title: str, lead: str, items: Sequence[RecommendationView]) -> ThemeView:
    """A chapter with those of `items` that are its own."""
    mine = [item for item in items if item.theme == title]
    return ThemeView(
        title=Text(title, f"themes.{title}.title"),
        lead=Text(lead, f"themes.{title}.lead"),
        recommendations=tuple(item for item in mine if item.kind == "提言"),
        opinions=tuple(item for item in mine if item.kind == "主な意見"),
    )
