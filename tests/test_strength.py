"""How strongly a recommendation asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.strength import Level, strength


@pytest.mark.parametrize(
    ("level", "endings"),
    [
        (Level.REQUIRED, "見直すべきである。 見直すべきです。 見直す必要がある。 見直す必要があります。 見直すこと。 案内を行うこと。 見直さなければならない。 見直すことが求められる。"),
        (Level.APPROPRIATE, "見直すことが適当である。 見直すことが適当です。 妥当である。"),
        (Level.DESIRABLE, "見直すことが望ましい。 見直すことが望まれる。 見直すことが望まれます。 望ましいです。"),
        (Level.REQUESTED, "見直されたい。 周知に努められたい。 生かされたい。 見直しをお願いします。 見直していただきたい。"),
        (Level.CONSIDER, "見直しを検討されたい。 見直しを検討すること。 見直しの検討を求めます。 検討すべきである。 検討する必要がある。 検討をお願いします。"),
        (Level.EXPECTED, "進むことを期待する。 進むことを期待します。"),
    ],
    ids=lambda value: value.name if isinstance(value, Level) else "",
)  # fmt: skip
def test_each_step_of_the_ladder_is_known_in_both_registers(level: Level, endings: str) -> None:
    for ending in endings.split():
        assert strength(ending).levels == (level,), ending


@pytest.mark.parametrize("body", ["市は案内を出している。", "課題である。", "見直すものとする。", ""])
def test_what_asks_for_nothing_has_no_level(body: str) -> None:
    assert strength(body).levels == ()


@pytest.mark.parametrize("body", ["見直すべきではないかと考える。", "見直すべきではないか。", "必要があると思われる。", "必要があると思います。", "よいだろう。", "必要かもしれない。"])
def test_a_hedged_ending_is_named_as_it_stands(body: str) -> None:
    (hedge,) = strength(body).hedges
    assert hedge in body


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("早期の実施が望ましいのではないかと思われる。", "実施が望ましいのではないかと思われる"),
        ("対象を広げることが適当であると言えるかもしれない。", "適当であると言えるかもしれない"),
        ("費用は、市が負担すべきではないだろうか。", "市が負担すべきではないだろうか"),
    ],
)
def test_a_hedged_ending_begins_with_a_word(body: str, words: str) -> None:
    assert strength(body).hedges == (words,)


def test_levels_stand_once_in_their_order() -> None:
    assert strength("検討されたい。示されたい。検討されたい。").levels == (Level.CONSIDER, Level.REQUESTED)


@given(st.text("見直すべき必要がある望ましいされたい検討期待ではないかと考える。", max_size=60))
def test_every_text_can_be_judged_and_hedges_stand_in_it(body: str) -> None:
    assert all(hedge in body for hedge in strength(body).hedges)
