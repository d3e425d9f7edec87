"""From a quotation back to the words that were said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.model import Utterance
from drafting.trace import closest_passage, holds_quotation

SAID = Utterance("U002", "1", "委員", "委員", "案内板の字が小さい。もっと大きな字にしてほしい。\n費用は別に考える。")


def test_a_quotation_must_stand_word_for_word() -> None:
    assert holds_quotation(SAID, "もっと大きな字にしてほしい")
    assert not holds_quotation(SAID, "もっと大きい字にしてほしい")


def test_the_corrected_reading_may_be_quoted_too() -> None:
    said = Utterance("U003", "1", "委員", "委員", "再会を決める。", reading="再開を決める。")
    assert holds_quotation(said, "再開を")
    assert holds_quotation(said, "再会を")
    assert not holds_quotation(SAID, "再開を")


def test_the_closest_passage_shows_the_words_that_differ() -> None:
    assert closest_passage(SAID, "もっと大きい字にしてほしい") == "もっと大きな字にしてほしい"


def test_a_passage_of_another_matter_is_not_offered() -> None:
    assert closest_passage(SAID, "ホームページの更新") == ""
    assert closest_passage(SAID, "費用の公表の時期") == ""  # 費用 and の alone are not half of it


def test_a_slip_that_only_the_reading_avoids_is_found_there() -> None:
    said = Utterance("U003", "1", "委員", "委員", "ああ。", reading="駅前の広場を広げる。")
    assert closest_passage(said, "駅前の広場をひろげる") == "駅前の広場を広げる"


@given(st.text("あいうえお。「」\n", max_size=40), st.text("あいうえか", min_size=1, max_size=10))
def test_the_closest_passage_always_stands_in_the_utterance(text: str, quote: str) -> None:
    said = Utterance("U001", "1", "委員", "委員", text)
    assert closest_passage(said, quote) in text
