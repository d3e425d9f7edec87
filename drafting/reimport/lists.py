"""Three sides of a list of the head: members, agenda, documents."""

from __future__ import annotations

from typing import Any

_Items = tuple[Any, ...]


def merge_lists(base: _Items, ours: _Items, theirs: _Items) -> tuple[_Items, bool]:
    """The merged list, and whether both sides changed the same item (then the list is theirs).

    What theirs lost goes, what it gained stands behind its neighbour there; what ours gained or
    reordered stays.
    """
    if ours == base:
        return theirs, False
    lost = [item for item in base if item not in theirs]
    gained = [item for item in theirs if item not in base and item not in ours]
    edited = {_name(item) for item in ours if item not in base}
    if (edited and any(item not in ours for item in lost)) or edited & {_name(item) for item in gained}:
        return theirs, True
    merged = [item for item in ours if item not in lost]
    for item in gained:
        before = theirs[: theirs.index(item)]
        at = max((merged.index(other) + 1 for other in before if other in merged), default=0)
        merged.insert(at, item)
    return tuple(merged), False


def _name(item: Any) -> Any:
    """What makes two items the same one: a name, a number, or the whole text."""
    return getattr(item, "name", None) or getattr(item, "number", item)
