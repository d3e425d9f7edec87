"""People and particulars in heads: nobody of one side is taken for one of the other, no name loses a part."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.importers import import_minutes, import_rows, source_rows
from drafting.importers.names import Names
from drafting.importers.officers import officers
from drafting.importers.people import members
from drafting.importers.roles import role_of
from drafting.importers.rows import Row
from drafting.model import Meeting, Narrative, Person, Utterance

BODY = "\n委員長：始めます。\n委員：賛成です。\n委員：反対です。\n事務局：承知しました。\n委員長：終わります。\n"
TITLE = "第1回甲市環境審議会会議録\n日時\t令和5年5月25日（木）10時～11時\n"


def read(head: str) -> tuple[Meeting, list[str]]:
    minutes, problems = import_minutes(head + BODY, "minutes.txt")
    assert [problem for problem in problems if problem.code == "I030"] == []
    return minutes.meeting, [one.text for one in minutes.record if isinstance(one, Narrative)]


def names(people: tuple[Person, ...]) -> list[str]:
    return ["".join(person.name.split()) for person in people]


def test_a_surname_that_ends_as_a_section_is_a_name_behind_the_number_of_a_seat() -> None:
    found = members("３番　柏木　透　　　　４番　田名部　修\n５番　香月　玲　　　　６番　真壁　登")[0]
    assert [(person.name, person.department) for person in found] == [("柏木　透", ""), ("田名部　修", ""), ("香月　玲", ""), ("真壁　登", "")]


def test_behind_nobody_no_list_of_the_absent_goes_on() -> None:
    found, _ = read(TITLE + "出席委員\t尾上委員長、諏訪委員\n欠席委員\tなし\n館内出席者一同\t院長、館長補佐\n傍聴者\t3名\n")
    assert (names(found.members), found.absent, found.observers) == (["尾上", "諏訪"], (), 3)


@pytest.mark.parametrize("text", ["院長、看護部長、事務局長、経営企画課長", "学校教育課長ほか３人", "課長 外2名"])
def test_titles_without_names_name_nobody(text: str) -> None:
    assert officers(text) == ()


def test_the_staff_of_a_hospital_is_its_own_side() -> None:
    found, _ = read(TITLE + "出席委員\t尾上委員長、諏訪委員\n病院側出席者\t事務長　名越、看護部長　大槻\n傍聴者\t3名\n")
    assert names(found.secretariat) == ["名越", "大槻"] and names(found.members) == ["尾上", "諏訪"]


def test_a_label_that_a_reader_has_glued_to_the_member_before_it_opens_the_other_side() -> None:
    found, _ = read(TITLE + "出席者\t（委員）新妻会長、Ａ委員、Ｄ委員（事務局）住宅政策課長、係長　森下\n")
    assert [(person.name, person.department) for person in found.members] == [("新妻", ""), ("Ａ", ""), ("Ｄ", "")]
    assert names(found.secretariat) == ["森下"]


def test_roles_spaced_out_to_one_width_open_a_list_of_people_without_a_label() -> None:
    found, _ = read("第1回甲市環境審議会会議録\n\n　令和5年5月25日（木）、審議会を開催した。出席者は次のとおりである。\n\n　　座　長　　越野　美智子\n　　委　員　　倉橋　徹　　佐保　めぐみ\n　　事務局　　環境課　浦課長\n")
    assert names(found.members) == ["越野美智子", "倉橋徹", "佐保めぐみ"] and names(found.secretariat) == ["浦"]


@pytest.mark.parametrize(("value", "public"), [("公　開", "可"), ("非 公 開", "不可"), ("一部非公　開", "一部不可")])
def test_words_spaced_out_tell_whether_the_meeting_was_public(value: str, public: str) -> None:
    found, kept = read(f"{TITLE}公開の可否\t{value}\n")
    assert found.public == public and kept == []


def test_the_order_of_the_day_counts_its_items_before_a_tab() -> None:
    found, _ = read(TITLE + "議事日程\t日程第１\t署名委員の指名について\n\t日程第２\t議案第２１号　規則の一部改正について\n")
    assert [(item.number, item.title) for item in found.agenda] == [(1, "署名委員の指名について"), (2, "議案第２１号　規則の一部改正について")]


@pytest.mark.parametrize(("label", "role"), [("申請者Ａ", "説明員"), ("応募団体１", "説明員"), ("国語部会調査員", "説明員"), ("調査員長", "不明")])
def test_who_applies_or_has_looked_into_something_explains_it(label: str, role: str) -> None:
    assert role_of(label) == role


@pytest.mark.parametrize(
    ("label", "role"),
    [("商工会　会長", "不明"), ("民生委員・児童委員協議会会長", "不明"), ("地域福祉推進協議会会長", "委員長"), ("推進協議会会長", "委員長"), ("協議会会長", "委員長"), ("桐谷会長", "委員長")],
)
def test_the_chair_of_another_body_is_no_chair_here(label: str, role: str) -> None:
    assert Names(Meeting("1", committee="甲市地域福祉推進協議会", date=date(2025, 4, 1))).role(label) == role


def test_whose_part_the_chair_of_another_body_has_is_asked() -> None:
    text = "第1回甲市福祉審議会 会議録\n日時　令和7年5月1日\n\n会長：始めます。\n商工会　会長：空き店舗が多い。\n委員：同感である。\n事務局：調べる。\n"
    minutes, problems = import_minutes(text, "x.txt")
    assert [one.role for one in minutes.record if isinstance(one, Utterance)] == ["委員長", "不明", "委員", "事務局"]
    assert [(one.code, one.place.line) for one in problems] == [("I017", 5)]


RUNNING = "甲市環境審議会（令和５年度第１回）"


@pytest.mark.parametrize("head", [RUNNING, "甲市環境審議会　第１回会議録"])
def test_the_running_head_above_a_title_that_says_more_is_no_part_of_it(head: str) -> None:
    title = "令和５年度　第１回甲市環境審議会　会議録"
    found, kept = read(f"{head}\n{title}\n\n日時　令和5年5月25日（木）\n")
    assert (found.title, found.committee, kept) == (title, "甲市環境審議会", [])


def test_a_line_that_adds_to_the_name_of_the_meeting_is_a_part_of_the_title() -> None:
    found, _ = read("甲市総合計画審議会\n第2部会（第3回）会議録\n\n日時　令和5年5月25日（木）\n")
    assert "甲市総合計画審議会" in found.title and "第2部会" in found.title


@pytest.mark.parametrize("end", ["第2回甲市環境審議会を開催した。", "第2回甲市環境審\n議会を開催した。"])
def test_a_sentence_tells_when_and_where_the_meeting_was_held(end: str) -> None:
    found, kept = read(f"甲市環境審議会会議録\n\n　令和5年5月25日（木）午後6時から、甲市公民館302号室において、{end}\n\n議題　計画の素案について\n")
    assert (found.date, found.start, found.place_held, found.session) == (date(2023, 5, 25), "18:00", "甲市公民館302号室", 2)
    assert kept[0].strip().startswith("令和5年5月25日（木）午後6時から")


def test_how_a_meeting_was_held_is_no_place() -> None:
    found, _ = read("甲市環境審議会会議録\n\n　令和5年5月25日（木）午後6時から、委員全員の出席で、第2回甲市環境審議会を開催した。\n\n議題　計画の素案について\n")
    assert found.place_held == ""


def test_a_step_of_the_meeting_with_nothing_below_it_is_an_item_of_the_order() -> None:
    found, _ = read(TITLE + "5　次第\n　1 開会\n　2 会長挨拶\n　3 報告事項\n　4 協議事項\n　5 その他\n6　会議の内容\n")
    assert [item.title for item in found.agenda] == ["開会", "会長挨拶", "報告事項", "協議事項", "その他"]
    nested, _ = read(TITLE + "5　次第\n　1 開会\n　2 会長挨拶\n　3 報告事項\n　　(1) ごみの減量について\n　4 協議事項\n　　(1) 計画について\n　5 閉会\n")
    assert [item.title for item in nested.agenda] == ["ごみの減量について", "計画について"]


def test_the_first_item_right_above_the_record_is_a_heading_and_those_in_it_go_on() -> None:
    text = TITLE + "２　審議事項\n（１）基準の改正について\n委員長：始めます。\n委員：賛成です。\n（２）樹木の指定について\n事務局：説明します。\n委員：賛成です。\n３　閉会\n"
    meeting = import_minutes(text, "a.txt")[0].meeting
    assert [(item.number, item.title) for item in meeting.agenda] == [(1, "基準の改正について"), (2, "樹木の指定について")]


def test_a_roll_in_markdown_tells_who_was_absent() -> None:
    text = "# 第1回甲市環境審議会会議録\n\n- 日時：令和7年12月18日（木）10:00～11:30\n\n| 氏名 | 役職 | 出欠 |\n|:--|:--|:-:|\n| 渡会 一成 | 委員長 | 出席 |\n| 西脇 光 | 委員 | 欠席 |\n\n"
    rows, _ = source_rows((text + BODY).encode(), "a.md")
    meeting = import_rows(rows, "a.md").minutes.meeting
    assert (names(meeting.members), names(meeting.absent)) == (["渡会一成"], ["西脇光"])


def test_the_day_may_stand_beside_the_hour_of_the_opening() -> None:
    found, _ = read("第12回甲町教育委員会定例会　会議録\n開会　令和７年１２月２２日（月）　午前９時３０分\n閉会　午前１０時５分\n場所　町役場\n")
    assert (found.date, found.start, found.end) == (date(2025, 12, 22), "09:30", "10:05")


def test_a_record_called_an_abstract_is_a_record() -> None:
    found, kept = read("令和７年度第１回甲市消費者教育協議会　会議要録\n\n日時　令和7年6月27日（金）\n\n【会議要録】\n")
    assert (found.committee, found.session, kept) == ("甲市消費者教育協議会", 1, [])


def test_who_was_there_is_read_beside_a_short_label_where_each_name_has_a_remark() -> None:
    found, kept = read("計画　第１回懇談会　発言録\n\nとき　令和７年６月３日（火）\n出席　青柳　修一（座長）、鍋島　海斗（公募）、塔野　剛（警察署）\n欠席　丹下　実（公募）、吉野　梓（公募）\n事務局　道路課　日比野、熊田\n")
    assert [(person.name, person.role) for person in found.members] == [("青柳　修一", "委員長"), ("鍋島　海斗", "委員"), ("塔野　剛", "委員")]
    assert (names(found.absent), names(found.secretariat), found.session, kept) == (["丹下実", "吉野梓"], ["日比野", "熊田"], 1, [])


@pytest.mark.parametrize("surname", ["伊集院", "小室", "美濃部", "軽部", "北部", "別所"])
def test_a_surname_that_ends_as_a_section_is_a_name_among_surnames(surname: str) -> None:
    assert names(members(f"会長　福永、委員　甲斐、早川、野島、{surname}")[0]) == ["福永", "甲斐", "早川", "野島", surname]
    assert names(members(f"福永、{surname}、早川")[0]) == ["福永", surname, "早川"]


def test_a_department_among_surnames_is_nobody() -> None:
    assert names(members("福永、総務部、早川")[0]) == ["福永", "早川"]
    assert names(members("小室、総務部")[0]) == []


def test_a_surname_that_ends_in_machi_is_a_name_among_members() -> None:
    assert names(members("山下会長、石動委員、佐原委員、深町委員")[0]) == ["山下", "石動", "佐原", "深町"]
    assert names(members("大町委員、石動委員")[0]) == ["大町", "石動"]


def test_a_line_of_those_present_that_begins_with_the_office_lists_its_people() -> None:
    found, _ = read(TITLE + "出席者\t委員　萩、湯本、尾形\n事務局　健康推進課長　木島、保健師　熊坂\n傍聴者\t0人\n")
    assert names(found.members) == ["萩", "湯本", "尾形"]
    rows = [Row(("第1回甲市環境審議会会議録",), 1), Row(("出席者", "委員　萩、湯本、尾形\n事務局　健康推進課長　木島、保健師　熊坂"), 2), Row(("傍聴者", "0人"), 3)]
    meeting = import_rows([*rows, *(Row((line,), 9) for line in BODY.split("\n"))], "a.docx").minutes.meeting
    assert names(meeting.members) == ["萩", "湯本", "尾形"] and names(meeting.secretariat) == ["木島", "熊坂"]


def test_the_side_of_a_university_or_a_school_is_its_own() -> None:
    found, _ = read(TITLE + "出席者\t外部委員：相原、小津　大学側：学長　三国、理事　佐分利\n傍聴者\t0人\n")
    assert names(found.members) == ["相原", "小津"] and names(found.secretariat) == ["三国", "佐分利"]


def test_a_deputy_head_is_no_surname() -> None:
    found = members("会長　宮前、委員　熊倉、蓮見、校長　椎名、教頭　有働")[0]
    assert names(found) == ["宮前", "熊倉", "蓮見", "椎名", "有働"]
    assert (role_of("教頭"), role_of("副校長"), role_of("校長")) == ("事務局", "事務局", "事務局")


def test_a_name_is_parted_from_a_department_of_after_school_care() -> None:
    assert [(one.name, one.department) for one in officers("梶保育課長、柴放課後育成課長、森学務課長")] == [("梶", "保育課"), ("柴", "放課後育成課"), ("森", "学務課")]


def test_the_office_that_a_reader_has_glued_to_the_last_name_opens_the_other_side() -> None:
    found, _ = read(TITLE + "出席者\t委員　萩、湯本、尾形事務局　健康推進課長　木島、保健師　熊坂\n傍聴者\t0人\n")
    assert names(found.members) == ["萩", "湯本", "尾形"] and names(found.secretariat) == ["木島", "熊坂"]
    found, _ = read(TITLE + "出席者\t委員　萩、湯本、議会事務局　次長　木島\n傍聴者\t0人\n")
    assert "議会" not in names(found.members)


def test_who_alone_has_a_title_in_the_head_speaks_by_it() -> None:
    text = TITLE + "出席者\t外部委員：相原、小津　大学側：学長　三国、理事　佐分利\n\n・学生の割合を示してほしい。（委員）\n・次回の資料に載せる。（学長）\n・よい。（委員）\n"
    minutes, _ = import_minutes(text, "a.txt")
    assert [(one.speaker, one.role) for one in minutes.utterances] == [("委員", "委員"), ("学長", "事務局"), ("委員", "委員")]


def test_the_beginning_of_a_title_in_the_head_is_nobody() -> None:
    meeting = Meeting("1", secretariat=officers("大学側　学長補佐官　三国、学長　森"))
    assert not Names(meeting).holds("学") and not Names(Meeting("1", secretariat=(Person("三国", "", "栄養士監"),))).holds("栄養")
