"""Where each text and each recommendation stands in a draft, as its headings are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafting.draft import Block, Heading, Paragraph

_PRINTED = (".title", ".body")


def places_of(blocks: Iterable[Block]) -> dict[str, str]:
    """Every address in the order of the draft, with the numbers above its text and its own: "第5 1 提言3", "" under none.

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
                found.setdefault(span.anchor.address, " ".join(filter(None, (numbers[level] for level in sorted(numbers)))))
    return found


def locations(blocks: Iterable[Block]) -> dict[str, str]:
    """By id of a recommendation, where its title or body stands: "第5 1 提言3", "第5 2", "第9 1"."""
    return recommendation_places(places_of(blocks))


def recommendation_places(places: Mapping[str, str]) -> dict[str, str]:
    """The same from what `places_of` gave."""
    found: dict[str, str] = {}
    for address, place in places.items():
        if address.endswith(_PRINTED):
            found.setdefault(address.rpartition(".")[0], place)
    return {id: place for id, place in found.items() if place}
