"""The texts that the secretariat writes for the report, each with its place and name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafting.model import UNPRINTED_KINDS, Committee, Recommendations
from drafting.problems import Place

TITLES = {"introduction": "はじめに", "principles": "基本的な考え方", "closing": "おわりに"}
TEXT_NAMES = tuple(TITLES)


class WrittenText(NamedTuple):
    """A text of the report: what it is called in messages, its words, where they begin."""

    name: str
    words: str
    place: Place


def report_texts(committee: Committee, recommendations: Recommendations) -> Iterator[WrittenText]:
    """All texts that are printed: はじめに and the like, then leads, titles and bodies in the order of the file."""
    for name, place in zip(TEXT_NAMES, committee.texts.places, strict=True):
        if words := getattr(committee.texts, name):
            yield WrittenText(f"{TITLES[name]}（{name}）", words, place if place.file else committee.place)
    for theme in recommendations.themes:
        yield WrittenText("分野名", theme.title, theme.place)
        if theme.lead:
            yield WrittenText(f"「{theme.title}」の現状と課題（lead）", theme.lead, theme.lead_place if theme.lead_place.file else theme.place)
    for item in recommendations.items:
        if item.kind not in UNPRINTED_KINDS:
            yield WrittenText(item.id, item.title, item.title_place if item.title_place.file else item.place)
            yield WrittenText(item.id, item.body, item.body_place if item.body_place.file else item.place)
