"""Which editions there are, and which recommendations each prints."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from drafting.model import Recommendations


class Edition(Enum):
    """An edition; the value is its name, as printed in file names."""

    WORKING = "作業"
    INTERNAL = "庁内"
    REVIEW = "照会"
    FINAL = "確定"


# What a user may type
EDITIONS = {edition.value: edition for edition in Edition} | {
    "working": Edition.WORKING,
    "internal": Edition.INTERNAL,
    "review": Edition.REVIEW,
    "final": Edition.FINAL,
}
CANDIDATE = "候補"
# Candidates are nobody's decision yet: they do not leave the city hall
_INSIDE = (Edition.WORKING, Edition.INTERNAL)


def printed(recommendations: Recommendations, edition: Edition) -> Recommendations:
    """The recommendations that the edition prints: candidates stay inside the city hall."""
    if edition in _INSIDE:
        return recommendations
    kept = tuple(item for item in recommendations.items if item.status != CANDIDATE)
    return replace(recommendations, items=kept)
