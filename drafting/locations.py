"""Where each recommendation stands in a draft, as its headings are printed."""

from __future__ import annotations

from collections.abc import Iterable

from drafting.draft import Block, Heading, Paragraph

_PRINTED = (".title", ".body")


def locations(blocks: Iterable[Block]) -> dict[str, str]:
    """By id of a recommendation, the numbers above its text and its own: "第5 1 提言3", "第5 2", "第9 1".

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
            if span.anchor and span.anchor.address.endswith(_PRINTED):
                place = " ".join(filter(None, (numbers[level] for level in sorted(numbers))))
                found.setdefault(span.anchor.address.rpartition(".")[0], place)
    return {id: place for id, place in found.items() if place}
