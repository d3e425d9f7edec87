"""Marks before and around the words: what belongs to the layout goes, what the writer set stays."""

from __future__ import annotations

import pytest

from drafting.importers import Imported, import_rows, source_rows

HEAD = "第2回甲市環境審議会　会議録\n\n日時：令和7年11月28日（金）\n場所：第1会議室\n\n"


def read(text: str) -> Imported:
    rows, _ = source_rows((HEAD + text).encode(), "minutes.txt")
    return import_rows(rows, "minutes.txt")


def said(found: Imported) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in found.minutes.utterances]


@pytest.mark.parametrize("mark", ["・", "　・", "- ", "• "])
def test_a_mark_before_every_speech_is_of_the_layout(mark: str) -> None:
    found = read(f"【委員】\n{mark}賛成です。\n【事務局】\n{mark}承知しました。\n【委員】\n{mark}以上です。\n")
    assert said(found) == [("委員", "賛成です。"), ("事務局", "承知しました。"), ("委員", "以上です。")]


def test_the_points_of_a_list_keep_their_marks() -> None:
    found = read("【委員】\n・賛成です。\n・早くしてください。\n【事務局】\n・承知しました。\n【委員】\n・以上です。\n")
    assert said(found)[:2] == [("委員", "・賛成です。\n・早くしてください。"), ("事務局", "・承知しました。")]


@pytest.mark.parametrize("pair", [("【問】", "【答】", "【意見】"), ("問　", "答　", "要望　"), ("Q：", "A：", "意見："), ("（質問）", "（回答）", "（意見）")])
def test_an_opinion_beside_questions_and_answers_is_a_speech_of_its_own(pair: tuple[str, str, str]) -> None:
    asked, answered, wished = pair
    found = read(f"{asked}いつからですか。\n{answered}来年からです。\n\n{asked}費用はいくらですか。\n{answered}千円です。\n\n{wished}調査の結果を公表してもらいたい。\n")
    assert [text for _, text in said(found)] == ["いつからですか。", "来年からです。", "費用はいくらですか。", "千円です。", "調査の結果を公表してもらいたい。"]


@pytest.mark.parametrize("section", ["９．次回の日程", "5　その他", "(3) 事務連絡事項", "次回の開催について", "６　今後の予定"])
def test_the_last_sections_of_a_record_are_of_no_speech(section: str) -> None:
    found = read(f"委員長：始めます。\n委員：賛成です。\n委員長：終わります。\n\n{section}\n令和８年２月７日（火）午後６時３０分から\n")
    assert said(found)[-1] == ("委員長", "終わります。")


def test_a_text_with_headings_of_markdown_is_read_as_one() -> None:
    text = "# 第2回甲市環境審議会 議事録\n\n- 日時: 2025年11月28日 14:00〜16:00\n- 議題\n  1. 計画の見直し\n\n## 1. 計画の見直し\n\n- 山田主査: 見直します。\n- **青木委員**: 賛成です。\n\n## 次回\n12月\n"
    rows, _ = source_rows(text.encode(), "memo.txt")
    assert said(import_rows(rows, "memo.txt")) == [("山田主査", "見直します。"), ("青木委員", "賛成です。")]


def test_a_number_sign_before_one_line_does_not_make_markdown() -> None:
    assert said(read("# 注\n委員長：*始めます*。\n委員：賛成です。\n"))[0] == ("委員長", "*始めます*。")


def test_kana_before_labels_and_items_are_numbers() -> None:
    head = "出席者\n　　ア．委　員　　青木委員長、木村委員\n　　イ．事務局　　図書館　猿賀館長、唐竹司書\n案件\n　　ア．調査の結果について\n　　イ．素案について\n会議の経過\n\n"
    found = read(head + "ア．調査の結果について\n〈事務局〉半分でした。\n〈木村委員〉多いですね。\n\nイ．素案について\n〈委員長〉御意見はありますか。\n")
    meeting = found.minutes.meeting
    assert [one.name for one in meeting.members] == ["青木", "木村"]
    assert [one.name for one in meeting.secretariat] == ["猿賀", "唐竹"]
    assert [(one.speaker, one.agenda) for one in found.minutes.utterances] == [("事務局", 1), ("木村委員", 1), ("委員長", 2)]


def test_a_column_of_sections_before_the_speakers_is_no_part_of_their_labels() -> None:
    rows = "議題\t①会費について\n\t②行事について\n次第\t発言者\t内容\n開会\t課長\t始めます。\n\t会長\tお願いします。\n議題①　会費について\t木村委員\t賛成です。\n\t事務局\t承知しました。\n議題②　行事について\t木村委員\t反対です。\n"
    found = read(rows)
    assert said(found) == [("課長", "始めます。"), ("会長", "お願いします。"), ("木村委員", "賛成です。"), ("事務局", "承知しました。"), ("木村委員", "反対です。")]
    assert [one.agenda for one in found.minutes.utterances] == [None, None, 1, 1, 2]
