"""Headings between speeches, sentences of the writer, and heads that a typist of another city would set otherwise."""

from __future__ import annotations

import pytest

from drafting.importers import import_rows, source_rows
from drafting.importers.headings import is_narration
from drafting.model import Minutes, Narrative

HEAD = """霧沢市環境審議会　会議録

日時　　令和6年5月13日（月）　午後2時～3時
場所　　市役所　第1会議室
議題
"""


def read(text: str) -> Minutes:
    rows, _ = source_rows(text.encode(), "a.txt")
    return import_rows(rows, "a.txt").minutes


def said(minutes: Minutes) -> list[tuple[str, str, int | None]]:
    return [(one.speaker, one.text, one.agenda) for one in minutes.utterances]


@pytest.mark.parametrize("number", ["①", "(1)　", "１　", "〈承認事項〉"])
def test_the_title_of_an_item_behind_a_closed_sentence_is_a_heading_whatever_follows(number: str) -> None:
    second = number.replace("①", "②").replace("1", "2").replace("１", "２").replace("承認", "報告")
    one, two = f"{number}家庭のごみの減量について", f"{second}排水の基準の見直しについて"
    body = f"""
{one}
　資料1により事務局が説明した。主な質疑は次のとおり。
質問：集める日を増やせないか。
回答：来年度から増やす。

{two}
　資料2により事務局が説明した。主な質疑は次のとおり。
質問：基準はいつ変わるのか。
回答：4月に変わる。
"""
    found = read(HEAD + f"　{one}\n　{two}\n" + body)
    assert [agenda for *_, agenda in said(found)] == [1, 1, 2, 2]
    assert [text for _, text, _ in said(found)] == ["集める日を増やせないか。", "来年度から増やす。", "基準はいつ変わるのか。", "4月に変わる。"]
    assert "資料2により事務局が説明した。主な質疑は次のとおり。" in [one.text for one in found.record if isinstance(one, Narrative)]


@pytest.mark.parametrize(
    "sentence",
    [
        "事務局が資料2に基づき説明した。",
        "資料1により事務局が説明した。主な質疑は次のとおり。",
        "以上で議事を終了し、会長が閉会を宣言した。",
        "副会長があいさつを述べ、会議を閉じた。",
        "事務局から資料3について報告があった。",
    ],
)
def test_what_the_writer_tells_is_said_by_nobody(sentence: str) -> None:
    assert is_narration(sentence)


@pytest.mark.parametrize("sentence", ["会長が説明したことに賛成である。", "事務局が説明した案でよいと思う。", "次回までに事務局が資料を作る。"])
def test_a_speech_that_names_an_office_is_no_sentence_of_the_writer(sentence: str) -> None:
    assert not is_narration(sentence)


def test_words_in_brackets_above_items_are_their_kind_and_no_items() -> None:
    head = HEAD.replace("議題\n", "議題　〈承認事項〉\n　　　　業務の委託について\n　　　〈報告事項〉\n　　　　相談の実績について\n")
    found = read(head + "\n○会長　それでは始めます。\n○委員　よろしくお願いします。\n")
    assert [(item.number, item.title, item.kind) for item in found.meeting.agenda] == [(1, "業務の委託について", "承認"), (2, "相談の実績について", "報告")]


def test_a_head_numbered_in_kanji_is_read() -> None:
    found = read(
        "令和五年度第一回槙原町学校給食運営委員会会議録\n\n"
        "一　日時　　令和五年六月二十日（火）午前十時三十分から午前十一時四十五分まで\n"
        "二　場所　　槙原町学校給食センター　二階会議室\n"
        "三　出席委員（三名）\n　　宮内委員長　　青柳委員　　神保委員\n"
        "四　欠席委員（一名）\n　　庄司副委員長\n"
        "五　事務局\n　　保坂給食センター所長　　別役栄養教諭\n"
        "六　議題\n　（一）給食費の改定について\n\n"
        "○宮内委員長　それでは始めます。\n○青柳委員　改定の時期を伺う。\n"
    ).meeting
    assert (found.committee, found.session, found.place_held) == ("槙原町学校給食運営委員会", 1, "槙原町学校給食センター　二階会議室")
    names = [[one.name for one in people] for people in (found.members, found.absent, found.secretariat)]
    assert names == [["宮内", "青柳", "神保"], ["庄司"], ["保坂", "別役"]]


def test_groups_roles_and_names_spaced_out_to_columns_are_read() -> None:
    found = read(
        HEAD.replace("議題\n", "")
        + "○　委　員（敬称略）\n　　学識経験者　　　　会　長　　猪　俣　　慎　吾\n　　　　　　　　　　　副会長　　谷田部　　美　和\n"
        "　　環境団体　　　　　委　員　　五　味　　　　学\n○　欠席委員：市　民　　委　員　　八重樫　　幸　恵\n"
        "○　事務局：環境課　　阿久津課長、飛田係長\n\n事務局：開会いたします。\n会長：議事に入ります。\n"
    ).meeting
    names = [[one.name for one in people] for people in (found.members, found.absent, found.secretariat)]
    assert names == [["猪俣　慎吾", "谷田部　美和", "五味　学"], ["八重樫　幸恵"], ["阿久津", "飛田"]]


def test_officers_in_brackets_behind_the_word_for_their_office_are_officers() -> None:
    found = read(
        HEAD.replace("議題\n", "")
        + "出席者　　大武尚子委員長、鬼頭由香委員\n　　　　　事務局（五百旗頭公民館長、相馬係長、藁科主事）\n\n委員長）始めます。\n委員）資料について伺う。\n"
    ).meeting
    assert [one.name for one in found.members] == ["大武尚子", "鬼頭由香"]
    assert [one.name for one in found.secretariat] == ["五百旗頭", "相馬", "藁科"]


@pytest.mark.parametrize(("words", "held"), [("一部非公開", "一部不可"), ("非公開", "不可"), ("公開", "可")])
def test_whether_a_meeting_is_open_may_stand_behind_a_blank(words: str, held: str) -> None:
    assert read(HEAD.replace("議題\n", f"会議の公開　{words}\n") + "\n○会長　始めます。\n○委員　伺う。\n").meeting.public == held


def test_the_steps_of_a_meeting_are_no_items_of_its_agenda() -> None:
    body = "次第１　開会\n○事務局　開会する。\n次第２　協議\n○会長　意見を伺う。\n次第３　避難計画の見直しについて\n○委員　賛成である。\n○会長　終わる。\n"
    found = read(HEAD + "　１　避難計画の見直しについて\n　２　備蓄について\n\n" + body)
    assert [agenda for *_, agenda in said(found)] == [None, None, 1, 1]


DAY = "霧沢市環境審議会　会議録\n\n日　付　　令和6年5月13日（月）\n場所　　市役所　第1会議室\n\n"


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("　　午後１時３０分　開会\n\n", "\n　　午後３時１０分　閉会\n", ("13:30", "15:10")),
        ("", "\n（午後７時４５分終了）\n", ("", "19:45")),
        ("（午前９時３０分開会）\n", "（午後４時散会）\n\n（午前１０時開会）\n○会長　二日目。\n（午後３時閉会）\n", ("", "")),
    ],
)
def test_the_hours_that_the_record_notes_are_those_of_the_meeting(before: str, behind: str, told: tuple[str, str]) -> None:
    found = read(DAY + before + "○会長　始めます。\n○委員　賛成です。\n　　午後２時　休憩\n　　午後２時１０分　再開\n○会長　終わります。\n" + behind)
    assert (found.meeting.start, found.meeting.end) == told
    notes = [one.text.strip() for one in found.record if isinstance(one, Narrative)]
    assert all(line.strip() in notes for line in (before + behind).split("\n") if line.strip() and line[0] != "○")


def test_hours_in_the_head_are_not_changed_by_the_record() -> None:
    found = read(HEAD + "　１　備蓄について\n\n○会長　始めます。\n○委員　賛成です。\n○会長　終わります。\n午後３時１０分　閉会\n")
    assert (found.meeting.start, found.meeting.end) == ("14:00", "15:00")
