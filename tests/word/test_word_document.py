from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Anchor
from drafting.word.document import anchor_name, block_name, escape

NAME = re.compile("[A-Za-z][A-Za-z0-9_]{0,39}")
addresses = st.text(st.characters(codec="utf-8"), max_size=60) | st.from_regex(
    r"[Rr]?[0-9]{0,2}(\.[a-zA-Z_0-9]{1,3}){0,3}", fullmatch=True
)
anchors = st.builds(Anchor, addresses, st.integers(1, 3))


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        (Anchor("R1.body", 1), "d_R1_body"),
        (Anchor("R1.body", 2), "d_R1_body__2"),
        (Anchor("texts.introduction", 1), "d_texts_introduction"),
    ],
)
def test_a_plain_address_stays_readable(anchor: Anchor, name: str) -> None:
    assert anchor_name(anchor) == name


def test_other_addresses_keep_a_readable_part() -> None:
    assert re.fullmatch("d_themes_lead__h[0-9a-f]{12}", anchor_name(Anchor("themes.環境.lead", 1)))


def test_long_addresses_with_the_same_beginning_get_different_names() -> None:
    names = {anchor_name(Anchor("a" * 299 + last, 1)) for last in "bcdef"}
    assert len(names) == 5
    assert all(NAME.fullmatch(name) for name in names)


@given(st.sets(anchors, max_size=30))
def test_names_fit_word_and_differ_even_without_case(some: set[Anchor]) -> None:
    names = [anchor_name(anchor) for anchor in some]
    assert all(NAME.fullmatch(name) for name in names)
    assert len({name.lower() for name in names}) == len(some)


def test_an_address_and_a_block_of_the_same_name_do_not_meet() -> None:
    assert anchor_name(Anchor("c1", 1)) != block_name("c1")


@pytest.mark.parametrize("character", ["\0", "\x0b", "\r", "\ud800", "\ufffe"])
def test_characters_that_xml_forbids_are_refused_with_their_place(character: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X} があります（3 文字目）"):
        escape(f"ああ{character}")
