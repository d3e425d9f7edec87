"""Lists in a speech keep their lines; a word that the paper has cut is put together."""

from __future__ import annotations

import pytest

from drafting.importers.joining import Line, Paper, join_lines, measure


def lines(*texts: str) -> list[Line]:
    return [Line(text, 0, sum(2 if ord(c) > 255 else 1 for c in text)) for text in texts]


FULL = "あ" * 40


@pytest.mark.parametrize(
    "texts",
    [
        ("三つの柱は、", "①　期限", "②　費用", "を示してほしい。"),
        ("次の点です。", "１　保育士の確保", "２　小規模保育", "この二つを柱とします。"),
        ("次の点です。", "⑴　保育士の確保", "⑵　小規模保育", "以上です。"),
        ("料率は次のとおりです。", "所得割：6.8％", "均等割：2万8千円"),
    ],
)
def test_the_points_of_a_list_and_what_follows_are_lines_of_their_own(texts: tuple[str, ...]) -> None:
    speech = lines(*texts)
    assert join_lines(speech, measure([speech, lines(FULL + "。")])) == "\n".join(texts)


def test_a_point_that_fills_its_line_goes_on() -> None:
    speech = lines("・" + FULL, "が要る。")
    assert join_lines(speech, Paper(widest=82)) == "・" + FULL + "が要る。"


def test_a_word_cut_by_the_end_of_a_line_is_no_point_of_a_list() -> None:
    speech = lines(FULL + "プラスチッ", "ク、食品の順に多い。")
    assert join_lines(speech, measure([speech])) == FULL + "プラスチック、食品の順に多い。"


def test_labels_above_their_words_do_not_tell_the_width_of_the_paper() -> None:
    wrapped = lines("", "い" * 40, "い" * 40, "い" * 40, "う。")
    assert measure([wrapped, *(lines("", "はい。") for _ in range(9))]).full == 80


def indented(*texts: str) -> list[Line]:
    found = lines(*texts)
    return [line._replace(indent=2 * (len(text) - len(text.lstrip("\u3000"))), text=text.lstrip("\u3000")) for line, text in zip(found, texts, strict=True)]


@pytest.mark.parametrize("hang", ["", "\u3000"])
def test_a_line_set_in_deeper_than_all_that_go_on_opens_a_paragraph_though_the_line_before_is_full(hang: str) -> None:
    wrapped = indented("い" * 40, hang + "う" * 40, hang + "え。")
    ends_full = indented("お" * 39 + "。", hang + "か。")
    speech = indented("あ" * 39 + "。", hang + "\u3000" + "き" * 30 + "。")
    paper = measure([wrapped, wrapped, ends_full, ends_full, speech])
    assert join_lines(speech, paper) == "あ" * 39 + "。\n" + "き" * 30 + "。"
    assert join_lines(ends_full, paper) == "お" * 39 + "。か。"


def test_a_paragraph_that_the_reader_knows_to_be_whole_ends_there_whatever_sign_is_at_its_end() -> None:
    speech = [line._replace(whole=True) for line in lines("次のことをお願いします", "資料の作成", "会場の確保", "会場は、前回と同じところを考えております。")]
    assert join_lines(speech, measure([speech])) == "\n".join(line.text for line in speech)
    assert join_lines(lines("資料の", "作成", "会場は、前回と同じところを考えております。"), measure([speech])).startswith("資料の作成")


def test_the_widest_line_of_a_short_file_may_be_cut_though_the_reader_calls_it_a_paragraph() -> None:
    speech = [line._replace(whole=True) for line in lines("ありがとうございま", "す。残暑が厳しい。")]
    assert join_lines(speech, measure([speech])) == "ありがとうございます。残暑が厳しい。"


def test_a_comma_hung_over_the_edge_does_not_make_the_paper_wider() -> None:
    speech = lines("い" * 40, "い" * 40 + "、", "い" * 40, "い" * 40, "う。")
    ends_full = lines("a" + "あ" * 38 + "。", "続きです。")
    paper = measure([speech, ends_full])
    assert paper.full == 80
    assert join_lines(ends_full, paper) == "a" + "あ" * 38 + "。続きです。"


def test_a_paper_whose_widest_lines_all_end_in_commas_is_as_wide_as_they_are() -> None:
    assert measure([lines("い" * 39 + "、", "い" * 39 + "、", "い" * 39 + "、", "う。")]).full == 80


def test_the_short_last_point_of_a_list_does_not_hide_that_the_lines_are_wrapped() -> None:
    listed = indented("い" * 40, "　次の三点です。", "　　（1）就労を支える取組", "　　（2）手話のできる職員の配置", "　　このうち（2）は、" + "い" * 30, "　" + "う" * 39, "　え。")
    wrapped = indented("い" * 40, "　" + "う" * 39, "　え。")
    assert measure([listed, wrapped]).full in (80, 81)


def test_points_of_no_one_width_are_no_wrapped_lines() -> None:
    speech = lines("次の点です。", "（1）" + "い" * 20, "（2）" + "い" * 12, "このうち" + "い" * 12, "う" * 30, "え" * 9, "以上です。")
    assert measure([speech]).full == 0
