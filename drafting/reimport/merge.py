"""The three-way merge of minutes: what the clerk edited stays, what the correction changed arrives.

base is what the old source imports to, ours the YAML as it stands, theirs what the corrected
source imports to. A field that only one side changed takes that change; one that both changed
differently is a conflict. Nothing that is cited, edited or commented goes without being told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from drafting.model import NOWHERE, Meeting, Minutes, Narrative, Source, Utterance
from drafting.problems import Place
from drafting.reimport.align import Entry, align
from drafting.reimport.lists import merge_lists

_SAID = ("speaker", "role", "agenda", "text")
_NOT_MERGED = ("id", "place")
_Value = TypeVar("_Value", bound=Narrative | Utterance | Meeting)


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


class _Row(NamedTuple):
    """An entry on its three sides, None where a side lacks it; `ours_at` is its index in ours."""

    base: Entry | None
    ours: Entry | None
    theirs: Entry | None
    ours_at: int | None = None


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
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    rows = list(_rows(base.record, ours.record, theirs.record))
    kept = [_settled(row, row.ours_at in commented, cited, prefer, changes, conflicts) for row in rows]
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
            changes.append(_whole(entry, old="", new=entry.text))
        record.append(entry)
        order.append(row.ours_at)
    meeting = _meeting(base.meeting, ours.meeting, theirs.meeting, prefer, changes, conflicts)
    source = _source(ours, theirs, highest)
    return Merge(Minutes(meeting, tuple(record), source), tuple(order), tuple(changes), tuple(conflicts), _doubtful(ours, record))


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


def _rows(base: Sequence[Entry], ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[_Row]:
    """Every entry of any side once, in an order that is that of ours and of theirs."""
    base_of = {o: b for b, o in align(base, ours)}
    new_of = dict(align(base, theirs))
    pairs = [(o, new_of[b]) for o, b in sorted(base_of.items()) if b in new_of]
    pairs = [(o, t) for o, t in pairs if _fits(base[base_of[o]], ours[o], theirs[t])]
    base_of_new = {t: b for b, t in new_of.items()}
    lost = {t for t, b in base_of_new.items() if b not in base_of.values()}
    i = j = 0
    for o, t in [*pairs, (len(ours), len(theirs))]:
        same = _typed_already(ours, theirs, [k for k in range(i, o) if k not in base_of], range(j, t))
        for k, m in [*same, (o, t)]:
            yield from (_Row(base[base_of[n]] if n in base_of else None, ours[n], None, n) for n in range(i, k))
            yield from (_Row(base[base_of_new[n]] if n in lost else None, None, theirs[n]) for n in range(j, m))
            if k < len(ours) and m < len(theirs):
                yield _Row(base[base_of[k]] if k in base_of else None, ours[k], theirs[m], k)
            i, j = k + 1, m + 1


def _fits(base: Entry, ours: Entry, theirs: Entry) -> bool:
    """False where the correction makes a speech of a note, or the reverse, and the clerk did not."""
    return type(ours) is type(theirs) or type(base) is type(theirs)


def _typed_already(ours: Sequence[Entry], theirs: Sequence[Entry], mine: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """What the clerk had added by hand before the correction brought the very same."""
    pairs = align([ours[k] for k in mine], [theirs[k] for k in new])
    return [(mine[i], new[j]) for i, j in pairs if _fields(ours[mine[i]], ("speaker", "text")) == _fields(theirs[new[j]], ("speaker", "text"))]


def _fields(entry: Entry, names: Iterable[str]) -> list[Any]:
    return [getattr(entry, name, None) for name in names]


def _settled(
    row: _Row, commented: bool, cited: Collection[str], prefer: Prefer, changes: list[Change], conflicts: list[Conflict]
) -> Entry | None:
    """The entry that a row comes to, None where it goes."""
    if row.ours is None:
        return _not_in_ours(row, prefer, conflicts)
    if row.theirs is None:
        return _not_in_theirs(row, row.ours, commented, cited, prefer, changes, conflicts)
    if row.base is None:
        return row.ours
    return _both(row.base, row.ours, row.theirs, prefer, changes, conflicts)


def _not_in_ours(row: _Row, prefer: Prefer, conflicts: list[Conflict]) -> Entry | None:
    theirs = row.theirs
    if theirs is None or row.base is None:
        return theirs
    if _fields(row.base, _SAID) == _fields(theirs, _SAID):
        return None
    conflicts.append(Conflict(Reason.DELETED, "", "", row.base.text, theirs.text, NOWHERE))
    return theirs if prefer is Prefer.THEIRS else None


def _not_in_theirs(
    row: _Row, ours: Entry, commented: bool, cited: Collection[str], prefer: Prefer, changes: list[Change], conflicts: list[Conflict]
) -> Entry | None:
    if row.base is None:
        return ours
    edited = commented or type(ours) is not type(row.base) or _fields(row.base, _SAID) != _fields(ours, _SAID)
    if isinstance(ours, Utterance):
        edited = edited or bool(ours.reading or ours.note) or ours.reference in cited
    if edited:
        conflicts.append(Conflict(Reason.REMOVED, _reference(ours), "", ours.text, "", ours.place))
        if prefer is not Prefer.THEIRS:
            return ours
    changes.append(_whole(ours, old=ours.text, new=""))
    return None


def _both(
    base: Entry, ours: Entry, theirs: Entry, prefer: Prefer, changes: list[Change], conflicts: list[Conflict]
) -> Entry:
    """Field by field. The line is where the words stand now; nobody edits it."""
    names = ("text",) if isinstance(ours, Narrative) or isinstance(theirs, Narrative) else _SAID
    kept = ours
    for name in names:
        was, mine, new = (getattr(side, name, None) for side in (base, ours, theirs))
        if mine == new or was == new:
            continue
        if was != mine:
            conflicts.append(Conflict(Reason.BOTH, _reference(ours), name, _shown(mine), _shown(new), ours.place))
        if was == mine or prefer is Prefer.THEIRS:
            changes.append(Change(_reference(ours), name, _shown(mine), _shown(new), _speaker(ours), theirs.line))
            kept = _with(kept, name, new)
    return kept if ours.line is None else _with(kept, "line", theirs.line)


def _with(value: _Value, name: str, new: Any) -> _Value:
    return replace(value, **{name: new})


def _meeting(
    base: Meeting, ours: Meeting, theirs: Meeting, prefer: Prefer, changes: list[Change], conflicts: list[Conflict]
) -> Meeting:
    kept = ours
    for name in (one.name for one in fields(Meeting) if one.name not in _NOT_MERGED):
        was, mine, new = (getattr(side, name) for side in (base, ours, theirs))
        if mine == new or was == new:
            continue
        clash = was != mine
        if isinstance(mine, tuple):
            new, clash = merge_lists(was, mine, new)
        if clash:
            conflicts.append(Conflict(Reason.BOTH, "", name, _shown(mine), _shown(new), ours.place))
        if not clash or prefer is Prefer.THEIRS:
            changes.append(Change("", name, _shown(mine), _shown(new)))
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
