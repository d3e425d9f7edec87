"""Minutes imported again after they were corrected: a merge of the old import, the YAML as it
stands and the new import. Pure: values in, a value out; `cli/reimport.py` prints and writes."""

from drafting.reimport.apply import apply_merge
from drafting.reimport.merge import merge
from drafting.reimport.outcome import Change, Conflict, Merge, Prefer, Reason
from drafting.reimport.same import TITLES, hand_edits, holds_the_words, is_same_meeting

__all__ = [
    "TITLES", "Change", "Conflict", "Merge", "Prefer", "Reason",
    "apply_merge", "hand_edits", "holds_the_words", "is_same_meeting", "merge",
]  # fmt: skip
