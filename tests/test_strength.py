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


@pytest.mark.parametrize(
    ("level", "endings"),
    [
        (Level.REQUIRED, "縮小すべきでない。 縮小すべきではない。 設けてはならない。 早急な対応を図ることを要する。 見直しが急務である。 見直すべきものである。 見直すべきものと考える。 是正を図る必要があるものと考える。"),
        (Level.APPROPRIATE, "据え置いて差し支えない。 原案のとおり認める。 原案を了承する。 適切であると認められる。 見直すことが相当である。 妥当と認める。 妥当であると判断した。"),
        (Level.DESIRABLE, "見直すことが好ましい。 見直しが望まれるところである。 強く望むものである。"),
        (Level.REQUESTED, "見直すよう求める。 対応を求めたい。 強く要望するものである。 御留意願いたい。 見直しを促したい。 配慮を願いたい。 着手を強く求めます。"),
        (Level.CONSIDER, "検討を進められたい。 検討を行われたい。 検討を要する。 検討が必要である。 御検討願いたい。 検討することが望ましい。 検討するよう求める。 検討を急がれたい。 検討を加える必要がある。 検討を重ねていただきたい。 検討されることを望む。"),
        (Level.EXPECTED, "進むことを期待するものである。 進むことを願う。 進むことを願ってやまない。"),
    ],
    ids=lambda value: value.name if isinstance(value, Level) else "",
)  # fmt: skip
def test_what_committees_write_besides_has_its_step(level: Level, endings: str) -> None:
    for ending in endings.split():
        assert strength(ending).levels == (level,), ending


@pytest.mark.parametrize(
    "body",
    "これまで庁内で検討されてきた。 庁内で検討されている。 導入が検討された。 市は検討すると答えた。 検討することとしている。 検討を求める声がある。 検討を求める意見があった。 "
    "検討する必要はない。 庁内で検討している。 充実が望まれている。 整備には時間を要する。 課題があると認める。 検討の余地がある。 市民は開館を期待している。 見直すものとする。".split(),
)  # fmt: skip
def test_what_tells_how_things_stand_asks_for_nothing(body: str) -> None:
    assert strength(body).levels == ()


@pytest.mark.parametrize("body", ["見直した方がよいように思う。", "広げることも考えられる。", "見直す必要があろう。", "見直すべきであろう。", "減らすことが望ましいであろう。"])
def test_other_hedges_are_known(body: str) -> None:
    assert len(strength(body).hedges) == 1


@pytest.mark.parametrize("body", ["札が古いことが原因と考えられる。", "いろいろな方法が考えられる。"])
def test_a_reason_that_is_thought_of_is_no_hedge(body: str) -> None:
    assert strength(body).hedges == ()


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
