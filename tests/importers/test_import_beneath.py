"""What stands beneath the record, and notes between speeches: said by nobody, lost by nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.importers import import_minutes
from drafting.importers.beneath import is_next_time
from drafting.model import Minutes, Narrative

CERTIFICATE = "　以上、会議の顛末を記載し、その正確なることを証するため、ここに署名する。\n"
SIGNERS = "　　令和６年９月２６日\n　　議　長　　渋　川　一　郎\n　　署名委員　　草　津　恵　美\n"


def said(minutes: Minutes) -> list[tuple[str, str]]:
    return [(u.speaker, u.text) for u in minutes.utterances]


def told(minutes: Minutes) -> list[str]:
    return [entry.text for entry in minutes.record if isinstance(entry, Narrative)]


@pytest.mark.parametrize(
    "body",
    [
        "議長　　これで閉会します。\n委員　　はい。\n",
        "○議長（渋川一郎）　これで閉会します。\n○委員（草津恵美）　はい。\n",
        "議長：これで閉会します。\n委員：はい。\n",
        "【議長】\nこれで閉会します。\n【委員】\nはい。\n",
    ],
)
@pytest.mark.parametrize("certificate", [CERTIFICATE, "　会議録を作成し、相違ないことを証\nするため、ここに署名する。\n", "　議事録署名人は、次のとおり記名押印する。\n"])
def test_those_who_sign_say_nothing(body: str, certificate: str) -> None:
    minutes, problems = import_minutes(body + "\n" + certificate + SIGNERS, "a.txt")
    assert [text for _, text in said(minutes)] == ["これで閉会します。", "はい。"]
    assert "議　長　　渋　川　一　郎" in told(minutes)
    assert problems == []


def test_the_certificate_stands_above_the_first_who_signs() -> None:
    signers = "　　令和　　年　　月　　日\n　　　　会　　　長\n　　　　議事録署名人\n　　　　議事録署名人\n"
    minutes, _ = import_minutes("会　　　長：これで閉会します。\n事　務　局：はい。\n\n" + CERTIFICATE + signers, "a.txt")
    assert [text for _, text in said(minutes)] == ["これで閉会します。", "はい。"]


def test_who_speaks_of_the_signatures_speaks() -> None:
    text = "議長　会議録の署名は、青木委員にお願いする。\n青木委員　承知した。\n議長　以上で終わる。\n"
    assert len(said(import_minutes(text, "a.txt")[0])) == 3


def test_a_certificate_before_more_speeches_ends_nothing() -> None:
    text = "議長：会議録に署名する。\n" + CERTIFICATE + "委員：一つ伺う。\n議長：どうぞ。\n"
    assert [speaker for speaker, _ in said(import_minutes(text, "a.txt")[0])] == ["議長", "委員", "議長"]


@given(st.lists(st.sampled_from(["委員：数値を示してほしい。", "事務局：次回示す。", "会長：よろしいか。"]), min_size=2, max_size=8))
def test_signatures_beneath_change_no_speech(lines: list[str]) -> None:
    body = "\n".join(lines) + "\n"
    assert said(import_minutes(body + "\n" + CERTIFICATE + SIGNERS, "a.txt")[0]) == said(import_minutes(body, "a.txt")[0])


@pytest.mark.parametrize(
    "text", ["次回：令和7年5月22日（木）午前10時から", "次回の開催日　令和8年1月16日", "第４回　令和６年８月３日（土）　同じ会場", "※次回会議の日程：1月16日"]
)
def test_the_date_of_the_next_meeting_is_known(text: str) -> None:
    assert is_next_time(text)


@pytest.mark.parametrize("text", ["次回は1月16日を予定しています。", "第４回の調査では令和６年の値を使った。", "次回：未定", "次回の議題：総合計画"])
def test_what_somebody_says_of_the_next_meeting_is_not_its_date_alone(text: str) -> None:
    assert not is_next_time(text)


def test_the_next_date_behind_the_last_speech_is_no_part_of_it() -> None:
    minutes, problems = import_minutes("会長：始めます。\n会長：以上です。\n\n次回：令和7年5月22日（木）\n", "a.txt")
    assert said(minutes)[-1] == ("会長", "以上です。")
    assert told(minutes) == ["次回：令和7年5月22日（木）"]
    assert problems == []


def test_a_date_that_goes_on_with_a_speech_stays_in_it() -> None:
    minutes, _ = import_minutes("事務局：日程は次のとおりです。\n次回：令和7年5月22日（木）\n会長：はい。\n", "a.txt")
    assert said(minutes)[0][1].endswith("次回：令和7年5月22日（木）")


def test_what_came_of_a_question_is_no_part_of_it() -> None:
    minutes, _ = import_minutes("会長　異議はないか。\n　→　異議なし\n委員　一つ伺う。\n", "a.txt")
    assert said(minutes) == [("会長", "異議はないか。"), ("委員", "一つ伺う。")]
    assert told(minutes) == ["→　異議なし"]


def test_a_note_alone_below_a_label_is_what_this_speaker_did() -> None:
    text = "夏目部会長\n　説明をお願いします。\n\n尾崎課長\n　（資料３を説明）\n\n芥川委員\n　目標が変わっていない。\n"
    minutes, problems = import_minutes(text, "a.txt")
    assert said(minutes)[1] == ("尾崎課長", "（資料３を説明）")
    assert problems == []


def test_a_note_between_label_and_words_is_no_speech() -> None:
    minutes, _ = import_minutes("【委員】\nはい。\n【会長】\n（資料配布）\n始めます。\n", "a.txt")
    assert said(minutes) == [("委員", "はい。"), ("会長", "始めます。")]


def test_a_heading_that_counts_on_ends_the_speech_whatever_stands_below_it() -> None:
    text = "１　はじめに\n進行：始めます。\n佐野係長：ふせんが６３枚出ました。\n\n２　グループワーク\nテーマ１　球技\nテーマ２　広場\n\n３　発表\n進行：お願いします。\n"
    minutes, _ = import_minutes(text, "a.txt")
    assert said(minutes)[1] == ("佐野係長", "ふせんが６３枚出ました。")
    assert "２　グループワーク" in told(minutes)


def test_a_list_in_a_speech_does_not_count_on_from_a_heading() -> None:
    text = "１　開会\n会長：次の点を伺います。\n２　費用\n３　期限\n委員：はい。\n会長：以上です。\n"
    assert said(import_minutes(text, "a.txt")[0])[0] == ("会長", "次の点を伺います。\n２　費用\n３　期限")


def test_the_number_of_a_question_in_the_bracket_of_its_speaker_is_of_the_record() -> None:
    text = "[質問1：讃岐委員]\n少ないのではないか。\n[回答1：事務局]\n1,840人です。\n[意見2：鳴門氏]\n県との整合も要る。\n[回答2：事務局]\nはい。\n[意見3：伊予委員]\nはい。\n"
    minutes, problems = import_minutes(text, "a.txt")
    assert [speaker for speaker, _ in said(minutes)] == ["讃岐委員", "事務局", "鳴門氏", "事務局", "伊予委員"]
    assert [problem.code for problem in problems] == ["I023", "I017"]


def test_a_report_by_an_officer_named_in_brackets_is_told_by_the_writer() -> None:
    text = "委員：一つ。\n事務局：追記する。\n\n(2) 定員の変更\n事務局(宿毛課長)より資料2に基づき説明。\n\n委員：二つ。\n"
    assert said(import_minutes(text, "a.txt")[0])[1] == ("事務局", "追記する。")


def test_a_number_right_before_a_bracket_is_of_the_record() -> None:
    text = "Q1（鯵坂委員） 何割か。\nA1（事務局） 約6割である。\n意見（鱒渕委員） 広げてほしい。\n"
    assert [speaker for speaker, _ in said(import_minutes(text, "a.txt")[0])] == ["鯵坂委員", "事務局", "鱒渕委員"]
