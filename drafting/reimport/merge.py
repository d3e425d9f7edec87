"""The three-way merge of minutes: what the clerk edited stays, what the correction changed arrives.

base is what the old source imports to, ours the YAML as it stands, theirs what the corrected
source imports to. A field that only one side changed takes that change; one that both changed
differently is a conflict. Nothing that is cited, edited or commented goes without being told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from drafting.model import NOWHERE, Meeting, Minutes, Narrative, Source, Utterance
from drafting.reimport.align import Entry
from drafting.reimport.lists import merge_lists
from drafting.reimport.outcome import Change, Conflict, Merge, Prefer, Reason
from drafting.reimport.rows import Row, fields_of, pair_rows

_SAID = ("speaker", "role", "agenda", "text")
_NOT_MERGED = ("id", "place")
_Value = TypeVar("_Value", bound=Narrative | Utterance | Meeting)


@dataclass
class _Told:
    """What is told of a merge, and whose side its conflicts take."""

    prefer: Prefer
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def merge(
    base: Minutes,
    ours: Minutes,
    theirs: Minutes,
    *,
    cited: Collection[str] = (),
    commented: Collection[int] = (),
    prefer: Prefer = Prefer.NOBODY,
) -> Merge:
    """The merge. `cited` are references ("1-U016") that recommendations name, `commented` the
    indices of entries of ours that carry comments. Conflicts are listed whatever `prefer` says;
    the minutes hold ours there unless it says THEIRS."""
    told = _Told(prefer)
    held = _held(ours, cited, commented)
    rows = list(pair_rows(base.record, ours.record, theirs.record))
    kept = [_settled(row, held, told) for row in rows]
    highest = highest_id(base, ours, cited)
    record: list[Entry] = []
    order: list[int | None] = []
    for row, entry in zip(rows, kept, strict=True):
        if entry is None:
            continue
        if row.ours is None and isinstance(entry, Utterance):
            highest += 1
            entry = replace(entry, id=f"U{highest:03d}", meeting=ours.meeting.id)
        if row.ours is None:
            told.changes.append(_whole(entry, old="", new=entry.text))
        record.append(entry)
        order.append(row.ours_at)
    meeting = _meeting(base.meeting, ours.meeting, theirs.meeting, told)
    source = _source(ours, theirs, highest)
    return Merge(Minutes(meeting, tuple(record), source), tuple(order), tuple(told.changes), tuple(told.conflicts), _doubtful(ours, record))


def highest_id(base: Minutes, ours: Minutes, cited: Iterable[str] = ()) -> int:
    """The highest number an utterance of the meeting ever had, as far as anything remembers it."""
    ids = [said.id for one in (base, ours) for said in one.utterances]
    ids += [at.rpartition("-")[2] for at in cited if at.rpartition("-")[0] == ours.meeting.id]
    if ours.source and ours.source.last_id:
        ids.append(ours.source.last_id)
    return max((int(id[1:]) for id in ids if id[1:].isdecimal()), default=0)


def _source(ours: Minutes, theirs: Minutes, highest: int) -> Source | None:
    if theirs.source is None:
        return ours.source
    return replace(theirs.source, last_id=f"U{highest:03d}" if highest else "")


def _held(ours: Minutes, cited: Collection[str], commented: Collection[int]) -> frozenset[int]:
    """The indices of the entries of ours that somebody has worked with: cited, commented, read or noted."""
    return frozenset(
        at
        for at, entry in enumerate(ours.record)
        if at in commented or (isinstance(entry, Utterance) and (entry.reading or entry.note or entry.reference in cited))
    )


def _settled(row: Row, held: Collection[int], told: _Told) -> Entry | None:
    """The entry that a row comes to, None where it goes."""
    if row.ours is None:
        return _not_in_ours(row, told)
    if row.theirs is None:
        return _not_in_theirs(row, row.ours, held, told)
    if row.base is None:
        return row.ours
    return _both(row.base, row.ours, row.theirs, told)


def _not_in_ours(row: Row, told: _Told) -> Entry | None:
    theirs = row.theirs
    if theirs is None or row.base is None:
        return theirs
    if fields_of(row.base, _SAID) == fields_of(theirs, _SAID):
        return None
    told.conflicts.append(Conflict(Reason.DELETED, "", "", row.base.text, theirs.text, NOWHERE))
    return theirs if told.prefer is Prefer.THEIRS else None


def _not_in_theirs(row: Row, ours: Entry, held: Collection[int], told: _Told) -> Entry | None:
    if row.base is None:
        return ours
    edited = type(ours) is not type(row.base) or fields_of(row.base, _SAID) != fields_of(ours, _SAID)
    if edited or row.ours_at in held:
        told.conflicts.append(Conflict(Reason.REMOVED, _reference(ours), "", ours.text, "", ours.place))
        if told.prefer is not Prefer.THEIRS:
            return ours
    told.changes.append(_whole(ours, old=ours.text, new=""))
    return None


def _both(base: Entry, ours: Entry, theirs: Entry, told: _Told) -> Entry:
    """Field by field. The line is where the words stand now; nobody edits it."""
    names = ("text",) if isinstance(ours, Narrative) or isinstance(theirs, Narrative) else _SAID
    kept = ours
    for name in names:
        was, mine, new = (getattr(side, name, None) for side in (base, ours, theirs))
        if mine == new or was == new:
            continue
        if was != mine:
            told.conflicts.append(Conflict(Reason.BOTH, _reference(ours), name, _shown(mine), _shown(new), ours.place))
        if was == mine or told.prefer is Prefer.THEIRS:
            told.changes.append(Change(_reference(ours), name, _shown(mine), _shown(new), _speaker(ours), theirs.line))
            kept = _with(kept, name, new)
    return kept if ours.line is None else _with(kept, "line", theirs.line)


def _with(value: _Value, name: str, new: Any) -> _Value:
    return replace(value, **{name: new})


def _meeting(base: Meeting, ours: Meeting, theirs: Meeting, told: _Told) -> Meeting:
    kept = ours
    for name in (one.name for one in fields(Meeting) if one.name not in _NOT_MERGED):
        was, mine, new = (getattr(side, name) for side in (base, ours, theirs))
        if mine == new or was == new:
            continue
        clash = was != mine
        if isinstance(mine, tuple):
            new, clash = merge_lists(was, mine, new)
        if clash:
            told.conflicts.append(Conflict(Reason.BOTH, "", name, _shown(mine), _shown(new), ours.place))
        if not clash or told.prefer is Prefer.THEIRS:
            told.changes.append(Change("", name, _shown(mine), _shown(new)))
            kept = _with(kept, name, new)
    return kept


def _doubtful(ours: Minutes, record: Iterable[Entry]) -> tuple[Utterance, ...]:
    before = {said.id: said.text for said in ours.utterances}
    said = [entry for entry in record if isinstance(entry, Utterance)]
    return tuple(one for one in said if one.reading and one.id in before and before[one.id] != one.text)


def _whole(entry: Entry, *, old: str, new: str) -> Change:
    return Change(_reference(entry), "", old, new, _speaker(entry), entry.line)


def _reference(entry: Entry) -> str:
    return entry.reference if isinstance(entry, Utterance) else ""


def _speaker(entry: Entry) -> str:
    return entry.speaker if isinstance(entry, Utterance) else ""


def _shown(value: Any) -> str:
    """A value as a clerk reads it."""
    if isinstance(value, tuple):
        return "、".join(map(_shown, value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if hasattr(value, "name"):
        return str(value.name)
    if hasattr(value, "title") and not isinstance(value, str):
        return f"{value.number} {value.title}"
    return "" if value is None else str(value)
