"""What changed from one text to another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from drafting.differences import Hunk, apply_hunks, changes

TEXT = st.text(alphabet="市は窓口を。\n", max_size=40)


@given(TEXT, TEXT)
@example("ああい", "あああい")
@example("市市は", "は市市は市")
def test_the_changes_of_a_text_make_the_other_text_of_it(old: str, new: str) -> None:
    hunks = changes(old, new)
    assert apply_hunks(old, hunks) == new
    assert all(one.end < other.start for one, other in pairwise(hunks))


def test_one_word_is_one_change() -> None:
    assert changes("市は、窓口を設ける。", "市は、相談窓口を設ける。") == [Hunk(3, 3, "相談")]


def test_a_change_that_could_stand_at_several_places_stands_at_the_first() -> None:
    assert changes("ああい", "あああい") == [Hunk(0, 0, "あ")]
    assert changes("あああい", "ああい") == [Hunk(0, 1, "")]


def test_a_sentence_written_anew_is_one_change() -> None:
    assert len(changes("市は職員の声を聴くこと。", "国が市民へ何を伝えるか。")) == 1


def test_each_change_of_a_long_text_is_one_hunk() -> None:
    old = "".join(f"第{i}の文であり、" for i in range(3000))
    new = "前" + old.replace("第1500の文", "第1500番の文").replace("第2000の文であり、", "") + "後"
    hunks = changes(old, new)
    assert apply_hunks(old, hunks) == new and len(hunks) == 4
