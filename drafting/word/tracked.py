"""Tracked changes (ECMA-376 17.13.5) of what is written: runs inserted and deleted, ends of paragraphs.

The author is the office, never a person; the date is that of the copy, or none (w:date is
optional), since no clock runs here.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafting.draft import Tracked
from drafting.patterns import lazy_pattern
from drafting.word.comments import AUTHOR

# Word counts bookmarks and changes in one row of numbers; a document has fewer bookmarks than this
_FIRST = 1_000_000
_TEXT = lazy_pattern("<(/?)w:t(?=[ >])")


@dataclass
class Revisions:
    """The number of changes written so far, and the day of all of them (ISO 8601, or "")."""

    day: str = ""
    count: int = 0


def revised(runs: str, tracked: str, revisions: Revisions) -> str:
    """Runs as inserted or deleted ones; as they are for ""."""
    if not tracked or not runs:
        return runs
    if tracked == Tracked.DELETED:
        runs = _TEXT.sub(r"<\1w:delText", runs)
    return f"<w:{tracked}{_attributes(revisions)}>{runs}</w:{tracked}>"


def mark_xml(tracked: str, revisions: Revisions) -> str:
    """The w:rPr, for a w:pPr, of a paragraph whose end was inserted or deleted; "" for one as before."""
    return f"<w:rPr><w:{tracked}{_attributes(revisions)}/></w:rPr>" if tracked else ""


def _attributes(revisions: Revisions) -> str:
    number = _FIRST + revisions.count
    revisions.count += 1
    day = f' w:date="{revisions.day}T00:00:00Z"' if revisions.day else ""
    return f' w:id="{number}" w:author="{AUTHOR}"{day}'
