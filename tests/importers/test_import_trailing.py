"""Opinions whose speaker stands behind the words in brackets, wherever the line breaks."""

from __future__ import annotations

import pytest

from drafting.importers import import_minutes
from drafting.model import Narrative

HEAD = "第2回甲市環境審議会会議録\n日時：令和7年11月28日（金）午後2時～4時\n場所：第1会議室\n\n１　主な意見\n"
POINT = "・一つ目の意見は、ここに書いた。（青木委員）\n"


def said(text: str) -> list[tuple[str, str]]:
    minutes, _ = import_minutes(HEAD + text, "minutes.txt")
    assert minutes.source is None
    return [(one.speaker, one.text) for one in minutes.utterances]


@pytest.mark.parametrize(
    "ending",
    ["\n（木村委員）", "\n　　（木村委員）　", "（木村\n　委員）", "（木村委員\n）", "\n\n（木村委員）", "\n【木村委員】", "（\n木村委員）"],
)
def test_a_label_below_the_words_or_broken_in_two_closes_the_speech(ending: str) -> None:
    found = said(POINT + "・樹木の越境は、別の表にした方が\n　よいのではないか。" + ending + "\n" + POINT)
    assert found[1] == ("木村委員", "樹木の越境は、別の表にした方がよいのではないか。")
    assert [who for who, _ in found] == ["青木委員", "木村委員", "青木委員"]


def test_a_label_below_the_very_first_words_closes_them() -> None:
    assert said("・最初の意見である。\n（木村委員）\n" + POINT + POINT)[0] == ("木村委員", "最初の意見である。")


def test_a_remark_that_names_nobody_closes_no_speech() -> None:
    minutes, problems = import_minutes(HEAD + POINT + POINT + "・別の意見もあった。\n（資料２を説明）\n", "minutes.txt")
    assert len(minutes.utterances) == 2
    assert "・別の意見もあった。" in [one.text for one in minutes.record if isinstance(one, Narrative)]
    assert "I013" in {problem.code for problem in problems}


@pytest.mark.parametrize("form", ["・{}\n　　　　　　　（{}）\n", "{}\n　　　　　　　（{}）\n\n", "{}\n【{}】\n", "○{}\n\n（{}）\n\n"])
def test_where_every_label_stands_below_its_words_nobody_is_given_another_s_opinion(form: str) -> None:
    speeches = [("青木委員", "賛成である。"), ("木村委員", "費用が心配だ。"), ("事務局", "検討する。"), ("会長", "次回に示されたい。")]
    assert said("".join(form.format(text, who) for who, text in speeches)) == speeches
    assert said("".join(form.format(text, who) for who, text in speeches) + "２　その他\n") == speeches


def test_labels_below_and_behind_the_words_are_read_in_one_file() -> None:
    speeches = [("青木委員", "賛成である。"), ("木村委員", "費用が心配だ。"), ("事務局", "検討する。"), ("会長", "次回に示されたい。")]
    assert said("".join(f"・{text}" + ("\n　" if i % 2 else "") + f"（{who}）\n" for i, (who, text) in enumerate(speeches))) == speeches


@pytest.mark.parametrize("ending", ["", "（了承）\n", "２　その他\n", "（閉会）\n"])
def test_labels_above_their_words_stay_above(ending: str) -> None:
    speeches = [("青木委員", "賛成である。"), ("木村委員", "費用が心配だ。"), ("事務局", "検討する。")]
    assert said("".join(f"（{who}）\n・{text}\n" for who, text in speeches) + ending) == speeches


def test_words_behind_the_last_of_labels_that_close_their_blocks_are_nobody_s() -> None:
    speeches = [("青木委員", "賛成である。"), ("木村委員", "費用が心配だ。"), ("事務局", "検討する。")]
    assert said("".join(f"{text}\n（{who}）\n\n" for who, text in speeches) + "次回は、三月に開催する。\n") == speeches


def test_narration_above_the_first_label_does_not_turn_the_speeches_round() -> None:
    speeches = [("青木委員", "賛成である。"), ("事務局", "検討する。")]
    assert said("事務局から資料１に基づき説明があった。\n" + "".join(f"（{who}）\n\n{text}\n" for who, text in speeches)) == speeches
