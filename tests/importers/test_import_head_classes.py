"""Heads of minutes in the many ways of the cities: titles, labels, lists of people."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.importers import import_minutes, import_rows
from drafting.importers.fields import committee_of
from drafting.importers.people import members
from drafting.importers.rows import Row
from drafting.model import Meeting, Narrative, Person
from drafting.problems import Problem

BODY = "\n委員長：始めます。\n委員：賛成です。\n委員：反対です。\n事務局：承知しました。\n委員長：終わります。\n"


def read(head: str) -> tuple[Meeting, list[Problem]]:
    minutes, problems = import_minutes(head + BODY, "minutes.txt")
    return minutes.meeting, problems


def names(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]


@pytest.mark.parametrize(
    "title",
    [
        "令和4年度第2回甲市都市計画審議会　質疑の概要",
        "令和4年度第2回甲市都市計画審議会 議事メモ(公開版)",
        "令和4年度第2回甲市都市計画審議会の会議録",
        "令和4年度第2回甲市都市計画審議会　主な意見の要旨",
        "令和4年度第2回甲市都市計画審議会　意見交換のまとめ",
        "令和4年度　第2回　甲市都市計画審議会　要点筆記",
        "令和4年度　第2回甲市都市計画審議会　概要",
    ],
)
def test_the_title_of_a_record_of_any_name_names_the_committee(title: str) -> None:
    found, problems = read(f"{title}\n\n日　時　令和4年10月3日（月）\n場　所　第1会議室\n")
    assert (found.committee, found.session, found.title) == ("甲市都市計画審議会", 2, title)
    assert problems == []


@pytest.mark.parametrize(("title", "name"), [("第2回甲市まちづくり検討会議の概要", "甲市まちづくり検討会議"), ("第2回甲市環境審議会会議の概要", "甲市環境審議会")])
def test_a_body_that_is_called_a_meeting_keeps_its_name(title: str, name: str) -> None:
    assert committee_of(title) == name


@pytest.mark.parametrize("line", ["令和元年度　第２回委員会（令和２年１月３０日（木））", "第２回（令和２年１月３０日開催）", "　　　令和元年度第２回　令和２年１月３０日"])
def test_the_line_below_the_title_tells_session_and_date_where_nothing_else_does(line: str) -> None:
    minutes, problems = import_minutes(f"甲市行政改革推進委員会　会議録\n\n{line}\n\n開　会　午前10時\n場　所　役場\n{BODY}", "minutes.txt")
    assert (minutes.meeting.session, minutes.meeting.date) == (2, date(2020, 1, 30))
    assert line.strip() in [one.text.strip() for one in minutes.record if isinstance(one, Narrative)]
    assert problems == []


@pytest.mark.parametrize("label", ["町執行部", "市当局", "村理事者", "執行部"])
def test_the_officers_of_a_city_under_any_name_are_not_absent_members(label: str) -> None:
    found, _ = read(f"日時　令和4年10月3日\n場所　役場\n出席委員　青木委員、木村委員\n欠席委員　湯元健児委員\n{label}　　総務部長　中禅寺昭、財政課長　菖蒲博\n")
    assert names(found.absent) == ["湯元健児"]
    assert names(found.secretariat) == ["中禅寺昭", "菖蒲博"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教　育　長　　大 曲　　 隆", ["大曲　隆"]),
        ("委　　　員　　峰 吉 川 　仁", ["峰吉川　仁"]),
        ("職務代理者　　刈和野　志津", ["刈和野　志津"]),
        ("会　　　長　　神 宮 寺 　学", ["神宮寺　学"]),
    ],
)
@pytest.mark.parametrize("label", ["４　出席委員　", "出席委員　　"])
def test_roles_spaced_out_before_spaced_names_are_roles(label: str, text: str, expected: list[str]) -> None:
    found, problems = read(f"日時　令和4年10月3日\n場所　役場\n{label}　{text}\n")
    assert names(found.members) == expected
    assert problems == []


def test_a_spaced_role_of_somebody_absent_is_no_name() -> None:
    found, _ = read("日時　令和4年10月3日\n場所　役場\n欠席委員　　委　　　員　　峰 吉 川 　仁\n")
    assert names(found.absent) == ["峰吉川　仁"]


def test_a_roll_with_two_people_a_row_is_read_column_by_column() -> None:
    found, problems = read("日時\t令和4年10月3日\n場所\t役場\n出席委員\n役職\t氏名\t役職\t氏名\n会長\t魚見　康介\t委員\t江川　悟\n副会長\t白浜　奈央\t委員\t立石　ミナ\n委員\t森　花子\t\t\n")
    assert names(found.members) == ["魚見　康介", "白浜　奈央", "森　花子", "江川　悟", "立石　ミナ"]
    assert [one.role for one in found.members][:2] == ["委員長", "副委員長"]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("野分市薬剤師会　　　　　　千歳　　香\n野分市医師会　　　　　　　砧　　隆之", ["千歳　　香", "砧　　隆之"]),
        ("相浦アドバイザー、早岐アドバイザー", ["相浦", "早岐"]),
        ("古殿委員、鵜殿委員", ["古殿", "鵜殿"]),
        ("青木殿、木村様", ["青木", "木村"]),
    ],
)
def test_words_beside_the_names_of_members_are_no_names(text: str, expected: list[str]) -> None:
    assert names(members(text)[0]) == expected


def test_a_meeting_on_paper_names_its_committee_without_saying_so() -> None:
    assert committee_of("令和3年度第2回甲市高齢者福祉計画策定委員会（書面開催）") == "甲市高齢者福祉計画策定委員会"


def test_those_who_answered_on_paper_are_the_members() -> None:
    found, _ = read("会議名\t第2回甲市環境審議会（書面開催）\n開催日\t令和4年1月24日（月）\n回答のあった委員\t藤里　弘、八森　玲子（2名）\n")
    assert names(found.members) == ["藤里　弘", "八森　玲子"]


def test_those_who_explain_are_not_absent() -> None:
    found, _ = read("会議名\t第2回甲市環境審議会\n開催日時\t令和6年7月5日（金）\n欠席委員氏名\t峰浜　直美\n説明員の職氏名\t環境部長　能代　洋、環境政策課長　比内　徹\n")
    assert (names(found.absent), names(found.members)) == (["峰浜　直美"], [])


def test_those_who_listened_are_counted_under_any_label() -> None:
    assert read("会議名\n　第2回甲市環境審議会\n開催日時\n　令和6年7月5日（金）\n会議を傍聴した人\n　3人\n")[0].observers == 3


def test_a_surname_that_ends_as_a_department_is_no_department() -> None:
    assert names(members("委員長　戸部　渉（総務局行政部参事）")[0]) == ["戸部　渉"]


def test_the_closing_time_has_a_label_and_a_line_of_its_own() -> None:
    found, problems = read("会議録\n1　開会の日時\n　　令和5年3月23日（木）　午後2時00分\n2　閉会の日時\n　　令和5年3月23日（木）　午後4時30分\n3　招集の場所\n　　会議室1\n")
    assert (found.start, found.end, found.place_held, problems) == ("14:00", "16:30", "会議室1", [])


def test_the_count_behind_a_label_is_of_it_and_the_break_below_is_not() -> None:
    found, _ = read("甲市総合教育会議会議録\n○日　時　令和5年3月23日（木）\n\n○傍　　聴（2名）\n\n\n　　　◇　午後1時30分　開会　◇\n")
    assert found.observers == 2


def test_items_in_circled_brackets_go_on_over_blank_lines() -> None:
    found, _ = read("○日　時　令和5年3月23日（木）\n\n○次　第\n\n　1　開　会\n\n　2　議　事\n\n　　⑴運営要綱について\n\n　　⑵教育大綱について\n\n　3　閉　会\n\n○傍聴者　2名\n")
    assert [item.title for item in found.agenda] == ["運営要綱について", "教育大綱について"]


def test_a_heading_below_a_table_is_no_item_of_its_last_row() -> None:
    rows = [Row(("会議名", "第2回甲市環境審議会"), 1), Row(("議題", "（1）計画の素案について\n（2）意見の募集について"), 2), Row(("1　委員からの意見",), 3)]
    rows += [Row(("委員", "賛成です。"), 4), Row(("事務局", "承知しました。"), 5), Row(("委員", "以上です。"), 6)]
    assert [item.title for item in import_rows(rows, "a.docx").minutes.meeting.agenda] == ["計画の素案について", "意見の募集について"]


def test_values_beside_both_halves_of_a_label_are_of_it() -> None:
    head = "会議の名称　　　　　第1回甲町総合教育会議\n開催日時　　　　　　令和5年3月23日（木）\n欠席者（委員等）の　藤里千秋　教育委員\n氏名・欠席者数　　　欠席者　1名\n"
    found, _ = read(head + "事務局職員　　　　　総務課長　八森蓮\nの職・氏名　　　　　学校教育課長　峰浜小夜\n")
    assert (names(found.absent), names(found.secretariat)) == (["藤里千秋"], ["八森蓮", "峰浜小夜"])


def test_the_body_before_the_role_of_a_member_is_no_name() -> None:
    text = "甲区教育委員会委員長　　大　森　はるか\n甲区教育委員会委員　　　小　坂　銀次郎\n甲区教育委員会教育長　　鹿角　千　代"
    assert ["".join(name.split()) for name in names(members(text)[0])] == ["大森はるか", "小坂銀次郎", "鹿角千代"]


def test_the_session_stands_in_a_line_of_its_own_anywhere_in_the_head() -> None:
    assert read("甲区教育委員会会議録\n○開会日　平成25年6月28日（金）\n○場　所　教育委員会室\n\n平成25年第20回定例会\n\n○傍聴者数　3人\n")[0].session == 20


def test_and_others_is_nobody() -> None:
    assert names(read("日時　令和5年3月23日（木）\n出席者\n事務局　八森　悠（スポーツ施設課長）　外\n")[0].secretariat) == ["八森　悠"]


def test_the_opening_right_below_an_item_of_its_own_line_is_a_heading() -> None:
    head = "第87回甲市都市計画審議会会議録\n開催日時　令和7年5月27日（火）\n傍聴者　なし\n議案　　議案第1号　甲都市計画用途地域の変更について\n"
    for opening in ("１　開　会", "１ 開会", "1. 開会"):
        minutes, _ = import_minutes(f"{head}{opening}\n事務局\n　始めます。\n議長\n　審議に入ります。\n事務局\n　説明します。\n", "a.txt")
        assert [item.title for item in minutes.meeting.agenda] == ["甲都市計画用途地域の変更について"], opening
        assert opening in [one.text for one in minutes.record if isinstance(one, Narrative)]


def test_a_sentence_about_items_is_no_item() -> None:
    text = (
        "第1回甲市社会教育委員会議（書面開催）会議録\n４　議題\n（１）推進方針について\n（２）補助金について\n５　審議結果\n"
        "議題（１）及び議題（２）のいずれも、承認されました。\n６　主な意見\n【委員意見】\n・増やしてほしい。\n【事務局回答】\n・増やします。\n【委員意見】\n・なぜか。\n"
    )
    minutes, _ = import_minutes(text, "a.txt")
    assert [item.title for item in minutes.meeting.agenda] == ["推進方針について", "補助金について"]
    assert "議題（１）及び議題（２）のいずれも、承認されました。" in [one.text for one in minutes.record if isinstance(one, Narrative)]


def test_one_item_below_its_heading_in_the_record_is_the_agenda() -> None:
    text = "甲市防災会議　議事録\n開催日　令和7年7月31日（木）\n\n１　開会\n事務局：始めます。\n２　会長あいさつ\n会長：どうぞよろしく。\n３　議題\n（１）計画の修正について\n会長：説明を。\n事務局：はい。\n４　閉会\n事務局：終わります。\n"
    assert [item.title for item in import_minutes(text, "a.txt")[0].meeting.agenda] == ["計画の修正について"]


def test_the_end_of_a_line_within_a_reason_in_brackets_is_no_part_of_it() -> None:
    rows = [Row(("第3回甲市情報公開審査会　会議要録",), 1), Row(("公開の状況", "一部非公開（甲市情報公開条例第7条第1号に該当するた\nめ）"), 2)]
    meeting = import_rows([*rows, *(Row((line,), 9) for line in BODY.split("\n"))], "a.pdf").minutes.meeting
    assert (meeting.public, meeting.private_reason) == ("一部不可", "甲市情報公開条例第7条第1号に該当するため")


def test_a_day_by_which_answers_were_wanted_is_not_the_day_of_a_meeting() -> None:
    for line in ("２　意見提出期間　令和7年6月2日（月）から令和7年6月13日（金）まで", "・回答期限：令和7年2月28日（金）", "提出締切　令和7年2月28日（金）"):
        meeting, _ = read(f"令和6年度第2回甲市図書館協議会（書面開催）会議録\n\n{line}\n")
        assert meeting.date is None, line
    meeting, _ = read("令和6年度第2回甲市図書館協議会会議録\n\n令和7年2月28日（金）\n")
    assert meeting.date == date(2025, 2, 28)


def test_items_that_count_on_below_the_first_beside_its_label_are_a_list_of_the_head() -> None:
    found, _ = read("第2回甲市地域公共交通会議会議録\n日時　　令和7年11月6日（木）\n傍聴者　2人\n議題　　1　交通計画の素案について\n　　　　2　その他\n")
    assert [item.title for item in found.agenda] == ["交通計画の素案について", "その他"]


@pytest.mark.parametrize(("cut", "rest"), [("会議", "録"), ("議事要", "旨"), ("主な意見と回", "答"), ("会", "議録（要旨）")])
def test_a_centred_title_that_the_paper_has_cut_within_its_last_word_is_whole(cut: str, rest: str) -> None:
    found, _ = read(f"　　令和7年度第3回甲市障がい者施策推進協議会　{cut}\n　　　　　　　　　　　　{rest}\n日時：令和8年1月15日（木）\n")
    assert (found.title, found.committee, found.session) == (f"令和7年度第3回甲市障がい者施策推進協議会　{cut}{rest}", "甲市障がい者施策推進協議会", 3)


def test_a_line_below_a_whole_title_is_no_part_of_it() -> None:
    minutes, _ = import_minutes(f"第3回甲市障がい者施策推進協議会　会議録\n　　　　　　　　　　　録\n日時：令和8年1月15日（木）\n{BODY}", "a.txt")
    assert minutes.meeting.title == "第3回甲市障がい者施策推進協議会　会議録"
    assert "録" in [one.text.strip() for one in minutes.record if isinstance(one, Narrative)]
