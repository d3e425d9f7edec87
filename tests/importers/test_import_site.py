"""Minutes copied from a city's web page: the path to the page, its buttons, and whom to ask stand around them."""

from __future__ import annotations

import pytest

from drafting.importers import Imported, import_rows
from drafting.importers.rows import text_rows
from drafting.model import Narrative

MINUTES = "第2回甲市環境審議会　議事録\n\n日時：令和7年11月28日（金）午後2時～4時\n場所：第1会議室\n\n委員長：始めます。\n委員：賛成です。\n委員長：以上で終わります。\n"


def read(text: str) -> Imported:
    rows, _ = text_rows(text, "minutes.txt")
    return import_rows(rows, "minutes.txt")


def codes(found: Imported) -> set[str]:
    return {problem.code for problem in found.problems}


@pytest.mark.parametrize(
    "path",
    [
        "甲市トップページ ＞ 市政情報 ＞ 審議会",
        "ホーム > 市政 > 会議録",
        "現在地：トップページ › 組織から探す › 環境課",
        "HOME ＞ 審議会・委員会 ＞ 環境審議会",
        "トップページ\n> 市政情報\n> 環境審議会",
        "本文へスキップ\nホーム » 市政情報\n印刷",
    ],
)
def test_the_path_to_a_page_names_no_meeting_and_is_told(path: str) -> None:
    found = read(f"{path}\n\n{MINUTES}")
    assert (found.minutes.meeting.committee, found.minutes.meeting.session) == ("甲市環境審議会", 2)
    assert found.minutes.meeting.title == "第2回甲市環境審議会　議事録"
    assert "I060" in codes(found) and not codes(found) & {"I013", "I030"}


@pytest.mark.parametrize("line", ["最終更新日：2024年7月19日", "更新日　令和7年12月1日", "ページ番号：1002345"])
def test_what_the_page_says_of_itself_is_a_narrative_and_no_date_of_the_meeting(line: str) -> None:
    found = read(MINUTES.replace("\n\n", f"\n{line}\n\n", 1))
    assert found.minutes.meeting.date is not None and found.minutes.meeting.date.year == 2025
    assert line in [one.text for one in found.minutes.record if isinstance(one, Narrative)]
    assert not codes(found) & {"I013", "I022", "I030"}


@pytest.mark.parametrize(
    "foot",
    [
        "このページに関するお問い合わせ\n環境部緑化課　電話：0000-00-0000",
        "■お問い合わせ先\n環境部緑化課\n電話：0000-00-0000（直通）",
        "（担当）環境部　緑化課",
        "担当課：環境部緑化課",
        "【会議録作成】緑化課　計画係",
        "このページに関するお問い合わせ先\n緑化課\nPDFの閲覧にはAdobe Readerが必要です。",
    ],
)
def test_whom_to_ask_is_said_by_nobody(foot: str) -> None:
    found = read(f"{MINUTES}\n{foot}\n")
    assert [one.text for one in found.minutes.utterances] == ["始めます。", "賛成です。", "以上で終わります。"]
    assert [one.text for one in found.minutes.record if isinstance(one, Narrative)] == foot.split("\n")
    assert not codes(found) & {"I013", "I030"}


@pytest.mark.parametrize("last", ["\n担当課：御意見を踏まえて検討する。\n", "担当課：来年度から実施\n", "\n担当課：来年度から実施\n", "\n担当課：来年度の予定\n委員：分かりました。\n"])
def test_an_office_that_answers_at_the_end_speaks(last: str) -> None:
    assert "担当課" in [one.speaker for one in read(MINUTES + last).minutes.utterances]


def test_a_committee_s_order_of_day_below_its_papers_is_the_agenda() -> None:
    head = "場所：第1会議室\n資料\n次第（PDF：85KB）\n資料1_骨子（PDF：90KB）\n\n次第\n1 開会\n2 議題\n(1) 計画の見直しについて\n(2) 樹木の指定について\n3 閉会\n\n議事内容\n"
    meeting = read(MINUTES.replace("場所：第1会議室\n", head)).minutes.meeting
    assert [item.title for item in meeting.agenda] == ["計画の見直しについて", "樹木の指定について"]
    assert meeting.documents == ("次第（PDF：85KB）", "資料1_骨子（PDF：90KB）")
