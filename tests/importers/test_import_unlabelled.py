"""Rows of a table of speeches that name no speaker, and lines between its rows."""

from __future__ import annotations

import pytest

from drafting.importers import import_minutes
from drafting.model import Minutes, Narrative

HEAD = "会議録\n会議名\t第2回甲市環境審議会\n開催日時\t令和7年11月28日\n議題\t（１）使用料の見直し\n\t（２）来年度の計画\n\n発言者\t発言内容\n"


def read(rows: str) -> tuple[Minutes, set[str]]:
    minutes, problems = import_minutes(HEAD + rows, "minutes.txt")
    return minutes, {problem.code for problem in problems}


def said(minutes: Minutes) -> list[tuple[str, str, int | None]]:
    return [(one.speaker, one.text, one.agenda) for one in minutes.utterances]


@pytest.mark.parametrize("heading", ["（２）来年度の計画", "(2) 来年度の計画", "２　来年度の計画", "議題２　来年度の計画", "来年度の計画"])
@pytest.mark.parametrize("cell", ["\t", ""])
def test_the_title_of_an_item_without_a_speaker_is_a_heading_and_opens_it(heading: str, cell: str) -> None:
    minutes, _ = read(f"委員長\tそれでは、使用料の見直しを議題とします。\n委員\t賛成です。\n{cell}{heading}\n委員\t講座を増やしてください。\n")
    assert said(minutes) == [("委員長", "それでは、使用料の見直しを議題とします。", 1), ("委員", "賛成です。", 1), ("委員", "講座を増やしてください。", 2)]
    assert heading in [one.text for one in minutes.record if isinstance(one, Narrative)]


def test_a_heading_behind_the_repeated_heads_of_columns_ends_the_speech_before_them() -> None:
    minutes, _ = read("委員\t賛成です。\n\n発言者\t発言内容\n\t（２）来年度の計画\n委員\t講座を増やしてください。\n")
    assert said(minutes) == [("委員", "賛成です。", None), ("委員", "講座を増やしてください。", 2)]


def test_the_points_of_a_list_in_rows_without_a_speaker_stay_in_the_speech() -> None:
    minutes, _ = read("委員\t次の点が要ります。\n\t１　早見表\n\t２　経過措置\n事務局\t検討します。\n")
    assert said(minutes)[0][1] == "次の点が要ります。\n１　早見表\n２　経過措置"


@pytest.mark.parametrize("words", ["もう一点、１年は必要です。", "また、予算はいくらですか。", "早見表も作ってください。", "次に、期間について伺います。"])
def test_a_further_paragraph_of_a_cell_that_stands_on_a_line_of_its_own_goes_on(words: str) -> None:
    minutes, codes = read(f"委員\t賛成です。\n{words}\n事務局\t検討します。\n")
    assert said(minutes) == [("委員", f"賛成です。\n{words}", None), ("事務局", "検討します。", None)]
    assert "I013" not in codes


def test_a_sentence_cut_by_the_end_of_a_line_goes_on() -> None:
    minutes, _ = read("委員\t経過措置の期間は、\n１年は必要である。\n事務局\t検討します。\n")
    assert said(minutes)[0][1] == "経過措置の期間は、１年は必要である。"


@pytest.mark.parametrize(
    "rows",
    [
        "委員\t賛成です。\n質問は以上で、ほかに意見は出なかった。\n事務局\t検討します。\n",
        "委員\t賛成です。\n\n次回は来月に開催します。\n",
        "委員\t賛成です。\n次回は来月に開催します。\n",
    ],
)
def test_words_between_rows_that_nobody_surely_says_stay_a_narrative_and_are_told(rows: str) -> None:
    minutes, codes = read(rows)
    assert said(minutes)[0] == ("委員", "賛成です。", None)
    assert "I013" in codes


@pytest.mark.parametrize("line", ["（委員一同了承）", "以上", "（午前11時30分　閉会）", "休憩", "開会", "（２）来年度の計画"])
def test_what_the_writer_of_the_minutes_notes_between_rows_is_understood(line: str) -> None:
    minutes, codes = read(f"委員\t賛成です。\n\n{line}\n\n委員長\t終わります。\n")
    assert [text for _, text, _ in said(minutes)] == ["賛成です。", "終わります。"]
    assert not codes & {"I013", "I030"}


def test_a_heading_above_the_heads_of_columns_that_repeats_an_item_is_understood() -> None:
    minutes, problems = import_minutes(HEAD.replace("\n\n", "\n\n（１）使用料の見直し\n") + "委員\t賛成です。\n事務局\t承知しました。\n", "minutes.txt")
    assert [one.agenda for one in minutes.utterances] == [1, 1]
    assert problems == []
