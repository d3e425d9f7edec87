"""People whose labels no role tells, on lines of their own above words that are set in."""

from __future__ import annotations

from drafting.importers import import_minutes

HEAD = "令和7年度　甲市防災会議　議事録\n\n開催日　　令和7年7月31日（木）\n会　場　　甲市防災センター\n\n"
SPEECHES = "会長\n　始めます。\n事務局\n　資料1を説明します。\n会長\n　御質問はございませんか。\n"


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.speaker, one.role, one.text.strip()) for one in import_minutes(HEAD + text, "a.txt")[0].utterances]


def test_a_person_without_a_known_role_stands_above_the_words_as_all_the_others_do() -> None:
    found = said(SPEECHES + "消防団長\n　何日間の警戒を続けるのか、書いてください。\n団員は皆、仕事を持っております。\n事務局\n　加えます。\n")
    assert found[2] == ("会長", "委員長", "御質問はございませんか。")
    assert found[3][:2] == ("消防団長", "不明") and found[3][2].startswith("何日間の警戒を")


def test_the_end_of_a_sentence_is_no_person_whatever_it_ends_in() -> None:
    found = said(SPEECHES.replace("御質問はございませんか。", "長くお待たせしました、次は\n消防団長\n　にお願いします。"))
    assert [speaker for speaker, _, _ in found] == ["会長", "事務局", "会長"]


def test_a_heading_above_words_that_are_set_in_is_no_person() -> None:
    for line in ("質疑", "費用の増大", "今後の成長", "避難所の延長", "施設の一覧"):
        assert line not in [speaker for speaker, _, _ in said(SPEECHES + f"{line}\n　次の二点です。\n事務局\n　はい。\n")], line


def test_where_words_are_not_set_in_a_line_that_no_role_tells_stays_in_the_speech() -> None:
    flat = SPEECHES.replace("\u3000", "")
    assert "消防団長" not in [speaker for speaker, _, _ in said(flat + "消防団長\n何日間続けるのか。\n事務局\n加えます。\n")]
