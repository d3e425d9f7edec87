"""Where recommendations stand, taken from what is printed."""

from __future__ import annotations

import pytest

from drafting.draft import Anchor, Block, Heading, Paragraph, Span, Table
from drafting.locations import locations, places_of


def text(address: str) -> tuple[Span, ...]:
    return (Span("題", Anchor(address, 1)),)


BLOCKS: list[Block] = [
    Heading((Span("章"),), 1, "第1"),
    Heading((Span("提言"),), 2, "2"),
    Heading(text("R1.title"), 3, "提言1"),
    Paragraph(text("R1.body")),
    Heading((Span("主な意見"),), 2, "3"),
    Paragraph(text("R2.body"), bullet="・"),
    Heading((Span("附帯意見"),), 1, "第2"),
    Heading(text("R3.title"), 2, "1"),
    Table((text("R4.title"),), (), ("left",)),
    Heading(text("R5.title"), 1, ""),
]


def test_the_numbers_of_the_chapters_above_stand_before_its_own() -> None:
    assert locations(BLOCKS) == {"R1": "第1の2　提言1", "R2": "第1の3", "R3": "第2の1"}


def test_what_stands_in_a_table_only_or_under_no_number_has_no_place() -> None:
    assert not {"R4", "R5"} & set(locations(BLOCKS))


def test_every_address_has_its_place_in_the_order_of_the_draft_under_no_number_an_empty_one() -> None:
    assert list(places_of(BLOCKS).items()) == [
        ("R1.title", "第1の2　提言1"), ("R1.body", "第1の2　提言1"), ("R2.body", "第1の3"), ("R3.title", "第2の1"), ("R5.title", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "cited"),
    [
        (("第5", "2", "提言3"), "第5の2　提言3"), (("第５", "２", "（1）"), "第５の２（1）"), (("第1", "1", "⑴", "ア"), "第1の1⑴　ア"),
        (("1", "(1)"), "1(1)"), (("", "附帯意見"), "附帯意見"),
    ],
)  # fmt: skip
def test_numbers_are_cited_as_a_clerk_would(numbers: tuple[str, ...], cited: str) -> None:
    blocks = [Heading(text("R1.title") if level == len(numbers) else (), level, number) for level, number in enumerate(numbers, 1)]
    assert locations(blocks) == {"R1": cited}
