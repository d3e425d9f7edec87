"""Where each text and each recommendation stands in a draft, as its headings are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafting.draft import Block, Heading, Paragraph
from drafting.patterns import lazy_pattern

_PRINTED = (".title", ".body")
_BRACKETED = lazy_pattern("[(（⑴-⒇]")


def places_of(blocks: Iterable[Block]) -> dict[str, str]:
    """Every address in the order of the draft, with the numbers above its text and its own: "第5の1　提言3", "" under none.

    Taken from the blocks, so that it is what is printed. What stands in tables only has no place.
    """
    found: dict[str, str] = {}
    numbers: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Heading):
            numbers = {level: number for level, number in numbers.items() if level < block.level}
            numbers[block.level] = block.number
        elif not isinstance(block, Paragraph):
            continue
        for span in block.spans:
            if span.anchor:
                found.setdefault(span.anchor.address, _joined(numbers[level] for level in sorted(numbers)))
    return found


def _joined(numbers: Iterable[str]) -> str:
    """The numbers from the chapter down as a clerk would cite them: 第5の2, 第5の2(1), 第5の2　提言3."""
    cited = ""
    for number in filter(None, numbers):
        if cited and number.isdecimal():
            cited += f"の{number}"
        elif cited and not _BRACKETED.match(number):
            cited += f"\u3000{number}"
        else:
            cited += number
    return cited


def locations(blocks: Iterable[Block]) -> dict[str, str]:
    """By id of a recommendation, where its title or body stands: "第5の1　提言3", "第5の2", "第9の1"."""
    return recommendation_places(places_of(blocks))


def recommendation_places(places: Mapping[str, str]) -> dict[str, str]:
    """The same from what `places_of` gave."""
    found: dict[str, str] = {}
    for address, place in places.items():
        if address.endswith(_PRINTED):
            found.setdefault(address.rpartition(".")[0], place)
    return {id: place for id, place in found.items() if place}
