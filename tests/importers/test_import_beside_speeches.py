"""What stands between and beside speeches: labels of several people, sections, numbers of questions."""

from __future__ import annotations

import pytest

from drafting.importers import Imported, import_rows
from drafting.importers.roles import is_speaker, role_of
from drafting.importers.rows import Row, text_rows
from drafting.model import Narrative

HEAD = "第1回甲市環境審議会会議録\n日時　令和5年5月25日（木）\n\n"


def read(text: str) -> Imported:
    return import_rows(text_rows(HEAD + text, "a.txt")[0], "a.txt")


def said(found: Imported) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in found.minutes.utterances]


def kept(found: Imported) -> list[str]:
    return [one.text for one in found.minutes.record if isinstance(one, Narrative)]


@pytest.mark.parametrize(("before", "behind"), [("〈", "〉　"), ("【", "】"), ("（", "）"), ("○", "　"), ("", "：")])
@pytest.mark.parametrize("label", ["倉橋委員、佐保委員", "Ａ委員、Ｂ委員、Ｃ委員"])
def test_a_label_may_name_several_people(before: str, behind: str, label: str) -> None:
    lines = [("会長", "始めます。"), ("倉橋委員", "賛成です。"), ("事務局", "承知しました。"), (label, "異議なし。"), ("会長", "終わります。")]
    assert said(read("".join(f"{before}{who}{behind}{words}\n" for who, words in lines))) == lines


def test_people_of_two_roles_who_speak_at_once_have_no_role() -> None:
    assert (role_of("倉橋委員、佐保委員"), role_of("会長、倉橋委員")) == ("委員", "不明")
    assert is_speaker("会長、倉橋委員") and not is_speaker("会長、目標") and not is_speaker("高齢者、委員会の会長")


def test_numbers_of_questions_beside_question_and_answer_are_told_and_not_lost() -> None:
    table = [("No.", "質問・意見", "回答"), ("1", "試行はどこか。", "１２の自治会である。"), ("2", "制度を設けては。", "協議する。")]
    found = import_rows([*text_rows(HEAD, "a.txt")[0], *(Row(cells, i) for i, cells in enumerate(table, 9))], "a.docx")
    assert [text for _, text in said(found)] == ["試行はどこか。", "１２の自治会である。", "制度を設けては。", "協議する。"]
    assert [problem.code for problem in found.problems if problem.code in ("I023", "I030")] == ["I023"]


def test_a_last_section_that_counts_on_ends_the_speech_before_it_without_a_blank_line() -> None:
    found = read("○会長　始めます。\n４　協議事項\n○委員　賛成です。\n○事務局　次回、案を示す。\n５　その他\n特になし\n")
    assert said(found)[-1] == ("事務局", "次回、案を示す。")
    assert kept(found)[-2:] == ["５　その他", "特になし"]


def test_a_list_that_ends_in_other_things_stays_in_its_speech() -> None:
    found = read("○会長　始めます。\n１　協議事項\n○委員　賛成です。\n○事務局　三つあります。\n１　費用\n２　その他\n○会長　終わります。\n")
    assert said(found)[2] == ("事務局", "三つあります。\n１　費用\n２　その他")


def test_who_left_the_room_is_a_note_and_no_speaker() -> None:
    assert not is_speaker("申請者Ａ退室") and is_speaker("企画室")
    rows = [("発言者", "内容"), ("委員", "年に何回か。"), ("申請者", "二回です。"), ("（申請者Ａ退室）", ""), ("委員", "よい。")]
    found = import_rows([*text_rows(HEAD, "a.txt")[0], *(Row(cells, i) for i, cells in enumerate(rows, 9))], "a.docx")
    assert kept(found)[-1] == "（申請者Ａ退室）"
    assert [problem.code for problem in found.problems if problem.code == "I014"] == []


def test_a_list_of_long_points_that_ends_in_other_things_stays_in_its_speech() -> None:
    points = "三つあります。\n１　費用のこと\nこれは来年度の予算に関わります。\n２　その他\n以上です。"
    found = read(f"○会長　始めます。\n１　協議事項\n○委員　賛成です。\n○事務局　{points}\n○会長　終わります。\n")
    assert (said(found)[2][0], said(found)[2][1].replace("\n", "")) == ("事務局", points.replace("\n", ""))
