"""Heads and forms of ordinary minutes that were read wrongly at first sight, one test a class."""

from __future__ import annotations

import pytest

from drafting.importers import import_minutes, import_rows
from drafting.importers.headings import is_outcome
from drafting.importers.people import members, others
from drafting.importers.rows import Row
from drafting.model import Minutes, Narrative

BODY = "\n委員長：始めます。\n委員：賛成です。\n委員：反対です。\n事務局：承知しました。\n委員長：終わります。\n"


def read(text: str) -> Minutes:
    return import_minutes(text, "minutes.txt")[0]


def said(minutes: Minutes) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in minutes.utterances]


def notes(minutes: Minutes) -> list[str]:
    return [one.text.strip() for one in minutes.record if isinstance(one, Narrative)]


def titles(minutes: Minutes) -> list[str]:
    return [item.title for item in minutes.meeting.agenda]


@pytest.mark.parametrize("told", ["（資料1により事務局から説明）", "（事務局説明　省略）", "事務局から資料１に基づき説明。"])
def test_what_was_done_below_an_item_is_no_part_of_its_title_and_the_items_count_on(told: str) -> None:
    found = read(f"第2回甲市交通会議議事録\n日時：令和6年11月8日（金）\n議事\n(1) 路線の再編について\n{told}\n\n委員：足りるのか。\n事務局：足りる。\n\n(2) 運賃の改定について\n{told}\n\n委員：高くないか。\n事務局：検討する。\n")
    assert titles(found) == ["路線の再編について", "運賃の改定について"]
    assert [one.agenda for one in found.utterances] == [1, 1, 2, 2]
    assert notes(found).count(told) == 2


def test_an_item_that_the_head_has_listed_is_not_listed_again_where_its_part_begins() -> None:
    found = read("第1回甲市ごみ審議会会議概要\n○日時　令和7年6月18日（水）\n○次第\n　１　開会\n　２　議題\n　　(1) 有料化の検討状況について\n　　(2) 剪定枝の資源化について\n\n○議題(1)　有料化の検討状況について\n" + BODY)
    assert titles(found) == ["有料化の検討状況について", "剪定枝の資源化について"]


def test_the_votes_on_an_item_are_no_title() -> None:
    found = read("第1回甲市図書館協議会（書面開催）会議結果\n５　議題\n　（１）事業報告について\n　（２）事業計画について\n６　議決の結果\n　　議題（２）　承認　８名　　不承認　０名\n\n７　意見\n" + BODY)
    assert titles(found) == ["事業報告について", "事業計画について"]
    assert "議題（２）　承認　８名　　不承認　０名" in notes(found)


def test_the_opening_of_the_meeting_is_no_paper() -> None:
    found = read("第1回甲市環境審議会議事要旨\n日時：令和6年11月8日（金）\n資料：資料1 報告書\n　　　資料2 設問\n\n1．開会\n" + BODY)
    assert found.meeting.documents == ("資料1 報告書", "資料2 設問")


def test_a_roll_of_seats_with_schools_in_brackets_is_of_the_head() -> None:
    text = "甲市こども議会会議録\n日時　令和6年8月21日（水）\n出席議員\n　１番　朝倉　ひなた（花園小６年）　　２番　池上　さくら（花園小６年）\n　３番　尾崎　樹（南小５年）　　　　　４番　川辺　めい（花園中２年）\n\n○議長（尾崎　樹君）　開会します。\n○１番（朝倉ひなた君）　質問します。\n○議長（尾崎　樹君）　市長。\n○市長（柴崎信夫君）　お答えします。\n"
    found = read(text)
    assert ["".join(label.split()) for label, _ in said(found)] == ["議長（尾崎樹君）", "１番（朝倉ひなた君）", "議長（尾崎樹君）", "市長（柴崎信夫君）"]
    assert ["".join(one.name.split()) for one in found.meeting.members] == ["朝倉ひなた", "池上さくら", "尾崎樹", "川辺めい"]


def test_both_sides_of_a_list_in_one_cell_are_told_apart_by_their_brackets() -> None:
    rows = [Row(("日時", "令和6年2月14日"), 1), Row(("出席者", "【委員】荒巻座長、今泉委員、大河原委員【事務局】山田課長、森主査"), 2)]
    meeting = import_rows([*rows, *(Row((line,), 9) for line in BODY.split("\n"))], "a.docx").minutes.meeting
    assert [(one.name, one.department) for one in meeting.members] == [("荒巻", ""), ("今泉", ""), ("大河原", "")]
    assert [one.name for one in meeting.secretariat] == ["山田", "森"]


def test_a_list_that_stands_elsewhere_names_nobody_though_it_counts_them() -> None:
    assert members("別添名簿のとおり（委員15名中13名出席）")[0] == ()


def test_what_stands_in_the_next_cell_of_a_roll_is_no_part_of_the_name() -> None:
    (person,) = others("服部　透\t気象予報士")
    assert (person.name, person.department) == ("服部　透", "気象予報士")


def test_a_teacher_in_charge_is_nobodys_name() -> None:
    assert [one.name for one in members("委員８名、校長、教頭、教務主任")[0]] == []


def test_a_row_of_a_form_below_the_cell_of_the_record_is_nobodys_words() -> None:
    rows = [
        Row(("会議名", "第1回甲町学校運営協議会"), 1), Row(("日時", "令和7年5月15日"), 2),
        Row(("会議の内容", "会長：始めます。\n委員Ａ：賛成です。\n校長：相談します。"), 3), Row(("その他", "次回は９月18日（木）"), 4),
    ]  # fmt: skip
    found = import_rows(rows, "a.docx").minutes
    assert said(found)[-1] == ("校長", "相談します。")
    assert "その他\t次回は９月18日（木）" in notes(found)


@pytest.mark.parametrize("number", ["(2)", "２．", "（２）"])
def test_a_number_before_a_tab_is_no_speaker(number: str) -> None:
    found = read(f"第4回甲市準備委員会会議録\n日時\t令和6年11月29日（金）\n議事\n(1)\t校章について\n（事務局）\t五点に絞りました。\n（委員）\t一番がよいです。\n{number}\t校歌について\n（委員）\t川の名を入れたいです。\n（事務局）\t伝えます。\n")
    assert [label for label, _ in said(found)] == ["事務局", "委員", "委員", "事務局"]
    assert f"{number}\t校歌について" in notes(found)


def test_who_asks_may_stand_in_brackets_behind_the_sign_of_a_question() -> None:
    text = "第10回甲市交通会議議事録\n1.日時　2025年3月19日(水)\n\nQ.（委員）説明は済んでいるか。\nA.（事務局）了解を得ている。\nQ.（住民代表）回数券はないのか。\nA.（バス事業者）増便は難しい。\n意見（会長）ベンチがほしい。\n→全会一致で承認\nQ.（委員）根拠は何か。\nA.（事務局）燃料費である。\n→賛成多数で承認\n"
    found = read(text)
    assert [label for label, _ in said(found)] == ["委員", "事務局", "住民代表", "バス事業者", "会長", "委員", "事務局"]
    assert {"→全会一致で承認", "→賛成多数で承認"} <= set(notes(found))


@pytest.mark.parametrize("text", ["→賛成多数で承認", "→ 全員賛成で可決", "⇒起立全員により"])
def test_votes_behind_an_arrow_are_outcomes(text: str) -> None:
    assert is_outcome(text) is (not text.endswith("により"))


def test_a_theme_is_a_heading_as_an_item_is() -> None:
    found = read("第1回甲区懇談会記録\n日時　令和6年7月6日（土）\n\nテーマ１　避難所について\n\n（区長）形にします。\n（課長）箱を置きます。\n（区長）必ずします。\n\nテーマ２　ごみ集積所について\n\n（課長）網を配ります。\n")
    assert said(found)[2] == ("区長", "必ずします。")
    assert "テーマ２　ごみ集積所について" in notes(found)


def test_a_side_in_square_brackets_that_is_a_house_breaks_nothing() -> None:
    found = read("第1回甲町病院評価委員会議事録\n日時　令和6年8月28日（水）\n出席者\n【委員】\n　委員長　　球磨　康夫（甲大学　教授）\n　委　員　　多良木　文（公募）\n【病院】\n　院長　相良、事務長　人吉\n" + BODY)
    assert ["".join(one.name.split()) for one in found.meeting.members] == ["球磨康夫", "多良木文"]
    assert len(found.utterances) == 5


@pytest.mark.parametrize("last", ["地方自治法第123条第２項の規定により署名する。", "会議規則により、ここに署名する。"])
def test_who_signs_by_a_rule_says_nothing(last: str) -> None:
    found = read(f"甲組合議会会議録\n日時　令和6年11月27日（水）\n\n○議長（国広明美君）　開会します。\n○３番（宇土浩君）　賛成です。\n○議長（国広明美君）　閉会します。\n\n　{last}\n　　議　　長　　国　広　明　美\n　　署名議員　　井　手　久　子\n")
    assert [label for label, _ in said(found)] == ["議長（国広明美君）", "３番（宇土浩君）", "議長（国広明美君）"]


@pytest.mark.parametrize("number", ["{}/3", "{}", "P.{}", "{}ページ"])
def test_a_running_head_with_the_number_of_its_page_is_of_no_sentence(number: str) -> None:
    head = "第2回甲市行財政改革推進委員会　　　　　"
    pages = [head + number.format(n) for n in (1, 2)]
    found = read(f"第2回甲市行財政改革推進委員会会議録\n日時：令和6年10月15日\n\n【委員長】始めます。\n【委員】これは改革の\n{pages[0]}\n\n効果と言えるのか。\n【事務局】見直します。\n{pages[1]}\n\n説明会も行います。\n")
    assert [words for _, words in said(found)] == ["始めます。", "これは改革の効果と言えるのか。", "見直します。\n説明会も行います。"]


def test_a_report_on_a_talk_is_named_without_the_word_for_it() -> None:
    found = read("桜台地区住民説明会（下水道工事について）の記録\n\n1　日時　令和6年5月18日（土）\n2　場所　集会所\n" + BODY)
    assert found.meeting.title == "桜台地区住民説明会（下水道工事について）の記録"


def test_the_other_side_in_brackets_right_behind_a_name_opens_its_own_list() -> None:
    rows = [Row(("日時", "令和6年10月29日"), 1), Row(("出席者", "（委員）会長：串本、副会長：田辺、すさみ、日置（事務局）建築住宅課：古座課長、太地主査"), 2)]
    meeting = import_rows([*rows, *(Row((line,), 9) for line in BODY.split("\n"))], "a.docx").minutes.meeting
    assert [(one.name, one.department) for one in meeting.members] == [("串本", ""), ("田辺", ""), ("すさみ", ""), ("日置", "")]
    assert [one.name for one in meeting.secretariat] == ["古座", "太地"]


def test_the_items_count_on_from_one_that_a_word_for_opinions_follows() -> None:
    found = read("第1回甲市食育会議\n日時　令和6年7月17日（水）\n議題1　計画の評価について\n主な意見\n・高いのか。（委員）\n・高い。（事務局）\n議題2　食品ロスについて\n主な意見\n・減るのか。（委員）\n・減る。（事務局）\n")
    assert titles(found) == ["計画の評価について", "食品ロスについて"]
    assert [one.agenda for one in found.utterances] == [1, 1, 2, 2]


@pytest.mark.parametrize("heading", ["協議事項", "報告事項", "審議事項"])
def test_the_kind_of_the_items_below_alone_in_its_line_is_a_heading(heading: str) -> None:
    found = read(f"第5回甲市社会教育委員の会議\n日時：令和6年10月18日(金)\n\n緑川議長\n報告をお願いします。\n生涯学習課長\n今年は14人です。\n{heading}\n(1)提言について\n青木副議長\n案を読み上げます。\n緑川議長\n修正します。\n")
    assert said(found)[1] == ("生涯学習課長", "今年は14人です。")
    assert {heading, "(1)提言について"} <= set(notes(found))


@pytest.mark.parametrize("text", ["田中委員（会長）、森委員（副会長）、林委員", "田中委員（会長）　森委員（副会長）　林委員", "田中アドバイザー（座長）、森委員（副座長）、林委員", "田中（会長）、森（副会長）、林"])
def test_a_role_in_brackets_is_of_the_member_before_it(text: str) -> None:
    assert [(one.name, one.role) for one in members(text)[0]] == [("田中", "委員長"), ("森", "副委員長"), ("林", "委員")]


@pytest.mark.parametrize("text", ["（会長）田中委員（副会長）森委員（委員）林委員", "（会長）田中、（副会長）森、（委員）林"])
def test_a_role_in_brackets_is_of_the_member_behind_it_where_it_stands_first(text: str) -> None:
    assert [(one.name, one.role) for one in members(text)[0]] == [("田中", "委員長"), ("森", "副委員長"), ("林", "委員")]


def test_the_opening_by_an_officer_is_nobodys_name() -> None:
    found = read("甲市推薦会会議録\n日時　令和6年12月3日（火）\n出席者　委員14名\n　　　　福祉課長　　秋吉\n\n１　開　会（次長）\n２　会長挨拶\n３　議　事\n" + BODY)
    assert [one.name for one in found.meeting.members] == ["秋吉"]


def test_what_the_secretariat_explained_below_the_first_item_is_no_officer() -> None:
    found = read("第1回甲市審議会会議概要\n日時：令和6年8月6日（火）\n出席者：会長、委員６名\n\n【議題１】相談の状況について\n（事務局）資料１により説明\n\n（委員）増えているのか。\n（事務局）増えている。\n（会長）改善が必要である。\n")
    assert found.meeting.secretariat == ()
    assert said(found)[0] == ("事務局", "資料１により説明")


def test_items_numbered_within_numbered_headings_count_on() -> None:
    found = read("第2回甲市環境審議会会議録\n日時　令和6年11月29日（金）\n\n1　議題（1）計画の進捗状況\n\n【会長】\n説明をお願いします。\n【委員】\n増やしてほしい。\n【会長】\n次です。\n\n2　議題（2）環境白書について\n\n【委員】\n図が読めない。\n【会長】\n終わります。\n")
    assert titles(found) == ["計画の進捗状況", "環境白書について"]
    assert [one.agenda for one in found.utterances] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize("side", ["病　院", "病院", "学校"])
def test_the_house_that_is_talked_about_has_a_side_of_its_own(side: str) -> None:
    rows = [Row(("日時", "令和6年3月5日"), 1), Row(("委　員", "潮見　正（委員長）、沖田　ゆり（看護協会）"), 2), Row((side, "事務局長　岬、看護部長　渚"), 3)]
    meeting = import_rows([*rows, *(Row((line,), 9) for line in BODY.split("\n"))], "a.docx").minutes.meeting
    assert ["".join(one.name.split()) for one in meeting.members] == ["潮見正", "沖田ゆり"]
    assert [one.name for one in meeting.secretariat] == ["岬", "渚"]


def test_a_crowd_is_nobodys_name() -> None:
    assert members("三日月市民　58名、新月町民　31名")[0] == ()


def test_an_item_above_what_the_secretariat_explained_is_a_heading() -> None:
    found = read(
        "第1回甲町支援会議議事要旨\n日時：令和6年7月30日（火）\n議事：以下のとおり\n\n（１）保育所について\n\n　【事務局説明】\n　　待機児童は０人である。\n\n　【質疑・意見】\n"
        "　　委　員　　どのくらいあるか。\n　　事務局　　７世帯である。\n　　委　員　　加点してほしい。\n　　事務局　　改める。\n\n（２）一時預かりについて\n\n　【事務局説明】\n　　六時間に延ばす。\n\n　【質疑・意見】\n　　委　員　　つながらない。\n　　会　長　　よい取組である。\n"
    )
    assert said(found)[3] == ("事務局", "改める。")
    assert titles(found)[0] == "保育所について"
