"""What a merge of minutes comes to: the values that the command shows and writes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from drafting.model import Minutes, Utterance
from drafting.problems import Place


class Prefer(Enum):
    """Whose side a conflict takes; the value is the word of the option."""

    NOBODY = ""
    OURS = "手直し"
    THEIRS = "訂正版"


class Reason(Enum):
    """Why two sides cannot both be had."""

    BOTH = "both changed the field"
    REMOVED = "the correction removed what is cited or edited"
    DELETED = "the correction changed what was deleted by hand"


class Change(NamedTuple):
    """What the correction changed. `field` is a key of the YAML, "" for a whole entry (new has no
    `old`, removed no `new`); `reference` is "" for a narrative and the head; `line` of the new source."""

    reference: str
    field: str
    old: str
    new: str
    speaker: str = ""
    line: int | None = None


class Conflict(NamedTuple):
    """A change that waits for the clerk: what the YAML holds and what the correction holds."""

    reason: Reason
    reference: str
    field: str
    ours: str
    theirs: str
    place: Place


class Merge(NamedTuple):
    """The merged minutes. `order` says for each of their entries which entry of ours it was (None: new);
    `doubtful` are the utterances whose reading was made for other words."""

    minutes: Minutes
    order: tuple[int | None, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    doubtful: tuple[Utterance, ...]
