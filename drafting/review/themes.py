"""A theme is known by its title, and reviewers change titles: whether the new one is free, and a theme that has it by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafting.addresses import owner_of
from drafting.review.merge import OURS, merge_text
from drafting.review.outcome import Conflict, Found, Mapped, Outcome, Side, Trouble

_THEMES, _TITLE = "themes.", ".title"


def follow_renamed(files: Sequence[Mapped], ours: Mapping[str, str]) -> tuple[Mapped, ...]:
    """The files with today's addresses of themes that have by now the titles that these files gave them.

    `ours` holds the texts of the YAML by address. So what comes later for such a theme, or once more, is no text
    that is gone.
    """
    titles: dict[str, list[Found]] = {}
    for file in files:
        for one in file.found:
            if one.hunks and _is_title(one.address) and one.address not in ours:
                titles.setdefault(one.address, []).append(one)
    given = {owner_of(address): new for address, group in titles.items() if (new := _given(address, group, files, ours))}
    return tuple(_moved(file, given) for file in files) if given else tuple(files)


def _is_title(address: str) -> bool:
    return address.startswith(_THEMES) and address.endswith(_TITLE)


def _given(address: str, group: Sequence[Found], files: Sequence[Mapped], ours: Mapping[str, str]) -> str:
    """The theme of today that has one of the titles given here, or all of them together; "" for none."""
    together = merge_text(address, group, group[0].issued, frozenset()).merged
    found = {f"{_THEMES}{title}" for title in (together, *(one.accepted for one in group))}
    issued = {one.address for file in files if any(one.address == address for one in file.found) for one in file.found}
    there = [owner for owner in found if owner + _TITLE in ours and owner + _TITLE not in issued]
    return there[0] if len(there) == 1 else ""


def _moved(file: Mapped, given: Mapping[str, str]) -> Mapped:
    def today(address: str) -> str:
        owner = owner_of(address)
        return given[owner] + address.removeprefix(owner) if owner in given else address

    found = tuple(one._replace(address=today(one.address)) for one in file.found)
    return replace(file, found=found, remarks=tuple(one._replace(address=today(one.address)) for one in file.remarks))


def keep_titles_apart(outcomes: Iterable[Outcome], found: Iterable[Found], ours: Mapping[str, str]) -> list[Outcome]:
    """The outcomes; a theme that would get the title of another, of today or of the issued draft, is for the clerk to decide.

    Two themes of one title would be one chapter, and of two that change their titles nobody could tell afterwards
    whether it was done.
    """
    outcomes = list(outcomes)
    taken: dict[str, set[str]] = {}
    titles = [(one.address, one.issued) for one in found if _is_title(one.address)]
    titles += [(address, text) for address, text in ours.items() if _is_title(address)]
    titles += [(one.address, one.merged) for one in outcomes if one.edits and _is_title(one.address)]
    for address, title in titles:
        taken.setdefault(title.strip(), set()).add(address)
    return [_undone(one) if one.edits and _is_title(one.address) and taken[one.merged.strip()] - {one.address} else one for one in outcomes]


def _undone(one: Outcome) -> Outcome:
    who = "、".join(dict.fromkeys(name for edit in one.edits for name in edit.who))
    conflict = Conflict(Trouble.TAKEN, (Side(OURS, one.ours), Side(who, one.merged)))
    return replace(one, edits=(), merged=one.ours, conflicts=(*one.conflicts, conflict))
