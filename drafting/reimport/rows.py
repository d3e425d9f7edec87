"""Which entries of base, ours and theirs are one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from drafting.reimport.align import Entry, align


class Row(NamedTuple):
    """An entry on its three sides, None where a side lacks it; `ours_at` is its index in ours."""

    base: Entry | None
    ours: Entry | None
    theirs: Entry | None
    ours_at: int | None = None


def pair_rows(base: Sequence[Entry], ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[Row]:
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
            yield from (Row(base[base_of[n]] if n in base_of else None, ours[n], None, n) for n in range(i, k))
            yield from (Row(base[base_of_new[n]] if n in lost else None, None, theirs[n]) for n in range(j, m))
            if k < len(ours) and m < len(theirs):
                yield Row(base[base_of[k]] if k in base_of else None, ours[k], theirs[m], k)
            i, j = k + 1, m + 1


def _fits(base: Entry, ours: Entry, theirs: Entry) -> bool:
    """False where the correction makes a speech of a note, or the reverse, and the clerk did not."""
    return type(ours) is type(theirs) or type(base) is type(theirs)


def _typed_already(ours: Sequence[Entry], theirs: Sequence[Entry], mine: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """What the clerk had added by hand before the correction brought the very same."""
    pairs = align([ours[k] for k in mine], [theirs[k] for k in new])
    return [(mine[i], new[j]) for i, j in pairs if fields_of(ours[mine[i]], ("speaker", "text")) == fields_of(theirs[new[j]], ("speaker", "text"))]


def fields_of(entry: Entry, names: Iterable[str]) -> list[Any]:
    """The values of some fields, None for one that an entry does not have."""
    return [getattr(entry, name, None) for name in names]
