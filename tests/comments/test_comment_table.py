"""照会意見対応表: what reviewers said of the draft, place by place."""

from __future__ import annotations

from dataclasses import replace

from drafting.comment_table import comment_sheet
from drafting.comments import Comment, Reply
from drafting.sheet_page import write_sheets
from drafting.views import Column, Sheet

PLACES = {"texts.introduction": "", "R1.title": "第1の2　提言1", "R1.body": "第1の2　提言1", "R2.body": "第1の2　提言2", "themes.窓口.lead": "第1の1"}
ONE = Comment("C1", "甲委員", "2026-01-20 10:00", "R1.body", "窓口の案内", "硬い。")


def rows(*comments: Comment) -> list[tuple[str, ...]]:
    return list(comment_sheet(comments, PLACES).rows)


def test_a_row_says_who_when_where_what_and_what_became_of_it() -> None:
    answer = Reply("乙委員", "2026-01-21", "同感。")
    done = replace(ONE, replies=(answer, Reply("", "", "二\n行")), resolved=True, response="反映", reason="改めた。", remarks="第3回")
    sheet = comment_sheet([done], PLACES)
    assert [column.name for column in sheet.columns] == ["No.", "意見者", "日付", "箇所", "対象の文言", "意見", "対応", "理由・対応の内容", "備考"]
    assert sheet.rows == (
        ("C1", "甲委員", "令和8年\n1月20日", "第1の2　提言1\n本文", "窓口の案内", "硬い。\n（返信　乙委員）同感。\n（返信　氏名なし）二\n行", "反映", "改めた。", "第3回\nWordで解決済み"),
    )  # fmt: skip


def test_what_is_not_decided_stands_out() -> None:
    assert [row[6] for row in rows(ONE, replace(ONE, id="C2", response="確認中"), replace(ONE, id="C3", response="参考"))] == ["未定", "確認中", "参考"]


def test_what_is_not_known_is_left_out() -> None:
    assert rows(Comment("C1", "", "", "", "", "電話"))[0] == ("C1", "氏名なし", "", "", "", "電話", "未定", "", "")


def test_rows_follow_the_draft_and_answers_what_they_answer() -> None:
    made = [
        replace(ONE, id="C1", at="表紙のあたり"), replace(ONE, id="C2", at="R2.body"), replace(ONE, id="C3", at="R1.title"),
        replace(ONE, id="C4", at="R2.body", reply_to="C3"), replace(ONE, id="C5", at="R1.title", reply_to="C4"),
        replace(ONE, id="C6", at="R2.body"), replace(ONE, id="C7", at="R9.body"),
    ]  # fmt: skip
    found = rows(*made)
    assert [row[0] for row in found] == ["C3", "C4", "C5", "C2", "C6", "C1", "C7"]
    assert [row[8] for row in found if row[8]] == ["C3への返信", "C4への返信"]


def test_rows_that_answer_one_another_are_there_once() -> None:
    made = [replace(ONE, id="C1", reply_to="C2"), replace(ONE, id="C2", reply_to="C1"), replace(ONE, id="C3", reply_to="C9")]
    assert [row[0] for row in rows(*made)] == ["C3", "C1", "C2"]


def test_a_place_is_said_in_words_where_the_draft_has_no_number_for_it() -> None:
    at = ["themes.窓口.lead", "themes.古い分野.title", "R9.body", "texts.introduction", "letter.date", "committee.members.1.name", "表紙のあたり"]
    assert [row[3] for row in (rows(replace(ONE, at=where))[0] for where in at)] == [
        "第1の1\n現状と課題", "分野「古い分野」\n題名", "R9\n本文", "はじめに", "鑑文・表紙\n日付", "委員会\n名称・氏名", "表紙のあたり",
    ]  # fmt: skip


def test_no_text_becomes_markup_on_the_page() -> None:
    sheet = Sheet("表", "説明<b>", (Column("欄", 5), Column("数", 5, "number")), (('<script>alert("x")</script>\n&', "1"),))
    page = write_sheets("表&", [sheet])
    assert "<script" not in page and "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;<br>&amp;" in page
    assert "<title>表&amp;</title>" in page and "説明&lt;b&gt;" in page and "http" not in page.replace("http-equiv", "")


def test_an_empty_sheet_says_so() -> None:
    assert "該当するものはない。" in write_sheets("表", [comment_sheet([], PLACES)])
