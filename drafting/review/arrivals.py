"""Which tracked changes are shown with the text of an address. A bookmark around a change does not prove that."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.review.finding import ADDING
from drafting.review.forms import solid
from drafting.review.outcome import Found, Trouble
from drafting.word.reading import Change
from drafting.word.reading.values import Extent

Homes = Mapping[str, tuple[Found, Extent | None]]
# What is shown then is not what stands between the bookmarks
_BROKEN = (Trouble.EMPTIED, Trouble.LOST)


def is_shown(change: Change, homes: Homes) -> bool:
    """True if one of the texts around the change (by bookmark) shows what it did."""
    return any(_shows(*homes[name], change) for name in change.bookmarks if name in homes)


def _shows(one: Found, extent: Extent | None, change: Change) -> bool:
    if one.trouble in _BROKEN:
        return False
    words = solid(change.words)
    if change.kind not in ADDING:
        return one.trouble is None or words in solid(one.issued)
    if extent and extent.start <= change.accepted <= extent.end:
        return True
    return words in solid(one.instead or one.accepted)
