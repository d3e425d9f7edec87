"""A small committee, its minutes and its recommendations, for the tests of what is found in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafting.model import (
    Citation,
    Committee,
    Consultation,
    Letter,
    Meeting,
    Minutes,
    Recommendation,
    Recommendations,
    Theme,
    Utterance,
)
from drafting.problems import Place

AT = Place("inputs/recommendations.yaml", 7, 9)
QUOTED = Place("inputs/recommendations.yaml", 7, 24)
ITEM = Place("inputs/recommendations.yaml", 3, 5)
SAID = (
    Utterance("U001", "1", "委員長", "委員長", "意見を伺う。"),
    Utterance("U002", "1", "委員", "委員", "案内板の字が小さい。大きな字にしてほしい。", agenda=1, place=Place("inputs/minutes/1.yaml", 9, 5)),
)
MINUTES = Minutes(Meeting("1", session=1), SAID)


def item(**changes: object) -> Recommendation:
    base = Recommendation("R1", "窓口", "案内", "直す。", cites=(Citation("1-U002", "", AT),), place=ITEM)
    return replace(base, **changes)  # type: ignore[arg-type]


def holding(*items: Recommendation) -> Recommendations:
    return Recommendations((Theme("窓口"),), items)


def lines(problems: object) -> list[str]:
    return [str(problem) for problem in problems]  # type: ignore[attr-defined]


def cited(at: str, quote: str = "") -> Recommendations:
    return holding(item(cites=(Citation(at, quote, AT, QUOTED),)))


KNOWN = Committee(
    consultation=Consultation(number="なし", date=date(2025, 11, 28)),
    letter=Letter(number="なし", date=date(2026, 3, 26), addressee_title="甲市長", addressee_name="乙", chair_name="森"),
    place=Place("inputs/committee.yaml", 2, 3),
)
