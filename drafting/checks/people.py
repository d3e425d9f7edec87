"""Who is to stay unnamed: what of the names on the roll and in the heads of the minutes may be typed in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafting.checks.surnames import COMMON_GIVEN, COMMON_SURNAMES, NEVER_NAMES, NO_NAME, THREE_LETTERS
from drafting.checks.variants import fold
from drafting.model import Committee, Minutes
from drafting.patterns import lazy_pattern

_BRACKET = lazy_pattern("(.+?)[(（](.+?)[)）]")
_PARTS = lazy_pattern("[ \t\u3000\u00a0・=＝]+")
_BLANK = lazy_pattern("[ \t\u3000\u00a0]+")
_MIXED = lazy_pattern("([\u3400-\u9fff々]+)([\u3041-\u3096ー]{2,})")
_KANA = lazy_pattern("[\u3041-\u3096ー]+")
_CHINESE = lazy_pattern("[\u3400-\u9fff々\U00020000-\U0003ffff]{2,}")
_NUMERALS = frozenset("一二三四五六七八九十百千万億")


class People(NamedTuple):
    """All that names somebody, in folded letters (`variants.fold`).

    `own` are surnames and given names that are hardly ever anything else, `weak` those that need a title: a single
    letter, a common word, a place, kana, or a guess where a name is not parted. `full` are the letters of whole
    names in their parts, `hinted` surnames with the hint of the roll: 山本(あ).
    """

    own: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    full: frozenset[tuple[str, ...]] = frozenset()
    hinted: frozenset[tuple[str, str]] = frozenset()

    @property
    def anyone(self) -> frozenset[str]:
        """Each single name."""
        return self.own | self.weak


def people(committee: Committee, minutes: Sequence[Minutes]) -> People:
    """The members of the roll and of all meetings."""
    return read_names(member_names(committee, minutes))


def member_names(committee: Committee, minutes: Sequence[Minutes]) -> list[str]:
    """The names as they are written there."""
    met = [person.name for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    return [*met, *(member.name for member in committee.members)]


def read_names(names: Iterable[str]) -> People:
    """What may name the people of these names."""
    own: set[str] = set()
    weak: set[str] = set()
    full: set[tuple[str, ...]] = set()
    hinted: set[tuple[str, str]] = set()
    for name in dict.fromkeys(names):
        folded = fold(name.strip()).text
        base, inside = _bracket(folded)
        base = re.sub("[○◯〇]+.*", "", base).strip()
        if inside and base:
            hinted.add((base, inside))
        full.update(parts for parts in (_whole(base), _whole(inside)) if parts)
        if _KANA.fullmatch(_BLANK.sub("", inside)):
            weak.update(part for part in _BLANK.split(inside) if len(part) > 1)
        _add(own, weak, _surnames(base), COMMON_SURNAMES)
        _add(own, weak, _given_names(base), COMMON_GIVEN)
    return People(frozenset(own), frozenset(weak - own - NEVER_NAMES), frozenset(full), frozenset(hinted))


def _add(own: set[str], weak: set[str], names: Iterable[str], common: frozenset[str]) -> None:
    for name in names:
        alone = _CHINESE.fullmatch(name) and name not in common and not _NUMERALS.issuperset(name)
        (own if alone else weak).add(name)


def _bracket(name: str) -> tuple[str, str]:
    match = _BRACKET.match(name)
    return (match[1], match[2].strip()) if match else (name, "")


def _parted(name: str) -> list[str]:
    """The parts of a name. One that is spaced out letter by letter (井 上 花 子) has none; kana behind Chinese letters
    are a given name (森さくら)."""
    parts = [part for part in _PARTS.split(name) if part]
    if len(parts) == 1 and (match := _MIXED.fullmatch(parts[0])):
        return [match[1], match[2]]
    return ["".join(parts)] if len(parts) > 2 and all(len(part) == 1 for part in parts) else parts


def _whole(name: str) -> tuple[str, ...]:
    parts = tuple(_parted(name))
    if not all(part.isalpha() for part in parts):
        return ()
    return parts if len("".join(parts)) > (2 if len(parts) > 1 else 3) else ()


def _surnames(name: str) -> Iterator[str]:
    """What may be the surname: all before a blank, else the first letters of an unparted name too."""
    parts = _parted(name)
    if not parts or not parts[0].isalpha():
        return
    yield parts[0]
    if len(parts) == 2 and len(parts[0]) == len(parts[1]) == 1:
        yield "".join(parts)
    if len(parts) == 1 and parts[0] not in THREE_LETTERS:
        yield from (parts[0][:size] for size in range(1, min(len(parts[0]), 5)) if size > 1 or parts[0][0] not in NO_NAME)


def _given_names(name: str) -> Iterator[str]:
    parts = _parted(name)
    if len(parts) > 1 and parts[-1].isalpha():
        yield parts[-1]
    elif len(parts) == 1 and parts[0].isalpha() and parts[0] not in THREE_LETTERS:
        guesses = (parts[0][size:] for size in range(1, min(len(parts[0]), 4)))
        yield from (guess for guess in guesses if guess not in NO_NAME)
