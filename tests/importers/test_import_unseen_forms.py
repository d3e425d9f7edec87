"""Forms of heads and of labels that real clerks write and that were read wrongly at first sight, one test a class."""

from __future__ import annotations

import pytest

from drafting.importers import import_minutes, import_rows
from drafting.importers.fields import agenda_items, committee_of
from drafting.importers.people import members
from drafting.importers.rows import Row
from drafting.model import Minutes, Narrative, Utterance

BODY = "\n委員長：始めます。\n委員：賛成です。\n委員：反対です。\n事務局：承知しました。\n委員長：終わります。\n"


def read(text: str) -> Minutes:
    return import_minutes(text, "minutes.txt")[0]


def said(minutes: Minutes) -> list[tuple[str, str]]:
    return [(one.speaker, one.role) for one in minutes.record if isinstance(one, Utterance)]


def names(people: tuple[object, ...]) -> list[str]:
    return ["".join(person.name.split()) for person in people]  # type: ignore[attr-defined]


def test_a_label_in_brackets_may_hold_a_remark_in_the_same_brackets() -> None:
    text = "第2回甲市交通会議会議録\n日時　令和5年3月23日（木）\n\n（会長）\n・始める。\n（Ａ委員（バス事業者））\n・運転手が足りない。\n（Ｂ委員（老人会））\n・電話がつながらない。\n（事務局）\n・検討する。\n"
    assert said(read(text)) == [("会長", "委員長"), ("Ａ委員（バス事業者）", "委員"), ("Ｂ委員（老人会）", "委員"), ("事務局", "事務局")]


SLASHES = (
    "会議名：第1回甲市空き家協議会\n日時　：令和5年5月25日（木）\n（1）委員　　：次頁、委員出席簿参照\n【委員出席簿】\n　役　職／氏　名／出欠／備　考\n"
    "　会　長／宍戸（ししど）正和（まさかず）／〇／甲大学教授\n　委　員／千石（せんごく）修（おさむ）／×／宅建協会\n　委　員／入谷（いりや）久美（くみ）／〇／公募\n\n【議事録】\n"
)


def test_a_roll_with_slashes_is_of_the_head_and_names_people() -> None:
    found = read(SLASHES + "会長：始めます。\n事務局：説明します。\n委員Ａ：賛成です。\n会長：終わります。\n")
    assert [label for label, _ in said(found)] == ["会長", "事務局", "委員Ａ", "会長"]
    assert (names(found.meeting.members), names(found.meeting.absent)) == (["宍戸正和", "入谷久美"], ["千石修"])
    kept = " ".join(one.text for one in found.record if isinstance(one, Narrative))
    assert "ししど" in kept and "おさむ" in kept and "次頁" not in kept


def test_a_roll_ends_where_the_speeches_begin() -> None:
    roll = [Row(("日時", "令和5年3月23日（木）"), 1), Row(("区分", "氏名", "所属", "出欠"), 2), Row(("会長", "平賀　節子", "甲大学", "出"), 3), Row(("委員", "真野　明日香", "公募", "出"), 4)]
    body = [Row(("平賀会長", "始めます。"), 5), Row(("真野委員", "賛成です。"), 6), Row(("平賀会長", "終わります。"), 7)]
    assert [label for label, _ in said(import_rows(roll + body, "a.docx").minutes)] == ["平賀会長", "真野委員", "平賀会長"]


def test_an_organisation_that_the_head_names_speaks() -> None:
    head = "第1回甲市地域福祉委員会\n■と　き　令和7年7月15日（火）\n■出席者　椎葉、菅野\n■事務局　福祉課：鶴見課長\n　　　　　社会福祉協議会：常盤事務局長\n\n"
    text = head + "＜委員長＞始めます。\n＜椎葉委員＞通訳は必要です。\n＜社会福祉協議会＞協力をお願いしております。\n＜委員長＞終わります。\n"
    assert said(read(text))[2] == ("社会福祉協議会", "事務局")


@pytest.mark.parametrize("value", ["下表のとおり", "別紙名簿のとおり", "次頁、委員出席簿参照", "別紙のとおり"])
def test_a_list_that_stands_elsewhere_names_nobody(value: str) -> None:
    assert members(value)[0] == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会長　久我隆三\n委員　１番　荻島初枝、２番　早瀬圭一、４番　仁科文夫", ["久我隆三", "荻島初枝", "早瀬圭一", "仁科文夫"]),
        ("１番　　橘　　正　人　　　２番　千　田　幸　子\n３番　津　村　　博　　　５番　遠　山　　進", ["橘正人", "千田幸子", "津村博", "遠山進"]),
        ("⑴　鹿島委員、香取委員", ["鹿島", "香取"]),
    ],
)
def test_numbers_of_seats_and_of_lists_are_of_no_name(text: str, found: list[str]) -> None:
    assert names(members(text)[0]) == found


def test_lists_under_circled_brackets_are_lists_of_each_side() -> None:
    found = read("日時　令和7年2月18日（火）\n４　出席者\n　⑴　委員（2名）　鹿島委員（会長）、香取委員\n　⑵　事務局　こども部長　都築、こども課長　那須\n" + BODY)
    assert (names(found.meeting.members), names(found.meeting.secretariat)) == (["鹿島", "香取"], ["都築", "那須"])


def test_a_mayor_at_the_head_of_a_list_of_members_is_one_of_them() -> None:
    head = "令和4年度第1回甲市総合教育会議会議録\n\n日時\n令和4年7月28日（木）\n\n出席者の氏名\n市長　榊原達也、教育長　野々村誠一、委員　鳥海亮、委員　三枝千春\n\n会議に出席した職員の職、氏名\n副市長　大森健介、教育部長　月岡浩\n\n"
    found = read(head + "市長　開会します。\n\n教育長　試みています。\n\n鳥海委員　賛成です。\n\n市長　終わります。\n")
    assert names(found.meeting.members) == ["榊原達也", "野々村誠一", "鳥海亮", "三枝千春"]
    assert names(found.meeting.secretariat) == ["大森健介", "月岡浩"]
    assert said(found) == [("市長", "市長"), ("教育長", "委員"), ("鳥海委員", "委員"), ("市長", "市長")]


def test_a_cell_that_lists_those_present_holds_no_record() -> None:
    rows = [Row(("会議の名称", "第3回甲市水道審議会"), 1), Row(("開催日時", "令和5年10月19日（木）"), 2)]
    rows += [Row(("議長（会長）の氏名", "会長　諏訪部哲"), 3), Row(("出席者（委員）の\n氏名・出席者数", "副会長　妹尾道代\n委員　団野昭、築山由里\n計3名"), 4)]
    rows += [Row(("発言者", "内容"), 5), Row(("議長", "始めます。"), 6), Row(("団野委員", "賛成です。"), 7)]
    done = import_rows(rows, "a.docx")
    assert names(done.minutes.meeting.members) == ["妹尾道代", "団野昭", "築山由里"]
    assert done.problems == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("会議録（令和3年度第4回甲市入札監視委員会）", "甲市入札監視委員会"),
        ("令和7年度　第1回　甲市地域福祉委員会（会議録）", "甲市地域福祉委員会"),
        ("令和6年度第2回甲市環境審議会　会議録（要点筆記）", "甲市環境審議会"),
        ("会議録（要点筆記）", ""),
    ],
)
def test_the_word_for_minutes_may_stand_on_either_side_of_the_brackets(title: str, name: str) -> None:
    assert committee_of(title) == name


def test_a_title_with_the_meeting_in_brackets_names_it() -> None:
    found = read("会議録（令和3年度第4回甲市入札監視委員会）\n\n日時　令和4年1月21日（金）\n場所　第1会議室\n" + BODY).meeting
    assert (found.title, found.committee, found.session) == ("会議録（令和3年度第4回甲市入札監視委員会）", "甲市入札監視委員会", 4)


def test_papers_of_two_kinds_are_counted_each_by_itself() -> None:
    items = agenda_items("議案第１号　農業計画の変更について\n議案第２号　規約の変更について\n報告第１号　今後の日程について")
    assert [(item.number, item.title, item.kind) for item in items] == [(1, "農業計画の変更について", ""), (2, "規約の変更について", ""), (3, "今後の日程について", "報告")]


def test_a_heading_above_a_table_that_repeats_an_item_opens_the_record() -> None:
    rows = [Row(("日時　令和6年9月3日（火）",), 1), Row(("議題　（１）推進計画の進み具合について",), 2), Row(("　　　（２）体育館の利用料について",), 3), Row(("議題（１）　推進計画の進み具合について",), 4)]
    rows += [Row(("委員の意見", "事務局の回答"), 5), Row(("少ないのではないか。", "増やした。"), 6), Row(("議題（２）　体育館の利用料について",), 7), Row(("委員の意見", "事務局の回答"), 8), Row(("高くはないか。", "平均である。"), 9)]
    found = import_rows(rows, "a.docx").minutes
    assert [item.title for item in found.meeting.agenda] == ["推進計画の進み具合について", "体育館の利用料について"]
    assert [one.agenda for one in found.record if isinstance(one, Utterance)] == [1, 1, 2, 2]


def test_below_headings_of_ceremony_the_items_are_those_numbered_anew() -> None:
    text = "第2回甲市交通会議会議録\n日時　令和5年3月23日（木）\n\n１　開会\n２　会長挨拶\n（会長）始める。\n３　議事\n（１）計画の素案について\n（委員）賛成です。\n（２）今後の日程について\n（事務局）２月に決定したい。\n４　閉会\n"
    assert [item.title for item in read(text).meeting.agenda] == ["計画の素案について", "今後の日程について"]


def test_surnames_that_the_head_names_speak_where_nobody_speaks_under_a_role() -> None:
    head = "令和5年度第3回甲市地域協議会　会議録\n\n【日　時】令和5年12月19日（火）\n【出席者】\n　委　員：菅沼 敏（会長）、曽根 太一\n　事務局：地域振興課　津島 係長\n【会議内容】\n"
    found = read(head + "津島　始めさせていただきます。\n菅沼　議題の１番です。\n曽根　賛成します。\n津島　終わります。\n")
    assert said(found) == [("津島", "事務局"), ("菅沼", "委員長"), ("曽根", "委員"), ("津島", "事務局")]


def test_a_clerk_of_a_committee_speaks_under_the_word_that_heads_a_list_too() -> None:
    head = "令和6年第8回甲市農業委員会総会議事録\n１．開催日時　令和6年8月20日（火）\n６．農業委員会事務局職員\n　　事務局長　三好　武、書記　村瀬　桜\n７．会議の概要\n"
    found = read(head + "議長（会長）　　説明を求めます。\n書記　　申請は２件です。\n３番委員　　賛成です。\n書記　　承知しました。\n")
    assert [label for label, _ in said(found)] == ["議長（会長）", "書記", "３番委員", "書記"]
    assert names(found.meeting.secretariat) == ["三好武", "村瀬桜"]


def test_an_item_behind_a_break_is_a_heading() -> None:
    text = "第2回甲市総合計画審議会議事録\n日時　令和2年10月28日（水）\n\n（１）計画の素案（教育）\n（部会長）\n　始めます。\n（事務局）\n　検討します。\n――（休憩　１０：３０～１０：４０）――\n（２）計画の素案（福祉）\n（部会長）\n　再開します。\n（委員①）\n　賛成です。\n"
    found = read(text)
    assert [label for label, _ in said(found)] == ["部会長", "事務局", "部会長", "委員①"]


def test_whom_to_ask_below_the_last_speech_is_nobodys_words() -> None:
    head = "令和6年度第1回甲市給食委員会の会議結果\n開催日時　令和6年7月30日（火曜日）\n\n（委員）配ってほしい。\n（事務局）検討する。\n（会長）終わる。\n"
    last = [one for one in read(head + "お問い合わせ\n教育部給食課\n電話：000-000-0000\n").record if isinstance(one, Utterance)][-1]
    assert last.text.strip() == "終わる。"


def test_a_reason_that_begins_with_an_item_is_no_item() -> None:
    head = "５　議題\n　（１）進捗状況について\n　（２）事業所の指定について\n６　公開・非公開の別\n　　一部非公開\n７　非公開の理由\n　　議題（２）は、法人の情報を含むため\n８　傍聴人の数\n　　0人\n"
    found = read("１　日時\n　　令和6年11月21日（木）\n" + head + BODY).meeting
    assert [item.title for item in found.agenda] == ["進捗状況について", "事業所の指定について"]
    assert found.private_reason == "議題（２）は、法人の情報を含むため"


def test_a_meeting_on_paper_is_named_by_the_title_of_its_outcome() -> None:
    title = "令和3年度第1回甲市公民館運営審議会（書面開催）の結果について"
    found = read(f"{title}\n\n１　開催日　令和3年9月6日（月）\n{BODY}").meeting
    assert (found.title, found.committee, found.session) == (title, "甲市公民館運営審議会", 1)


def test_an_opinion_signed_at_its_end_is_of_whom_signed_it() -> None:
    head = "令和3年度第1回甲市公民館運営審議会会議録\n開催日　令和3年9月6日（月）\n\n"
    found = read(head + "【意見】動画はありますか。（Ａ委員）\n【回答】２講座を配信しました。\n【意見】講座を増やしてほしい。（Ｂ委員）\n【回答】４回追加します。\n")
    assert [label for label, _ in said(found)] == ["Ａ委員", "回答", "Ｂ委員", "回答"]
    assert next(one.text.strip() for one in found.record if isinstance(one, Utterance)) == "動画はありますか。"
