"""What differs between two wordings of a text. One algorithm (`alignment`), two views of what it finds.

`hunks` are the least letters that differ, to carry from one text to another; `pieces` are words
that read well, to show; `clauses` what a clerk would read out.
"""

from __future__ import annotations

from drafting.differences.hunks import Course, Hunk, apply_hunks, changes, course_of, touching
from drafting.differences.pieces import Piece, Side, changed_clauses, compare_texts

__all__ = [
    "Course", "Hunk", "Piece", "Side",
    "apply_hunks", "changed_clauses", "changes", "compare_texts", "course_of", "touching",
]  # fmt: skip
