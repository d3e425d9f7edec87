"""Lists of people whose lines end within a name or a title are read as people, none cut, none joined to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.importers import import_minutes
from drafting.importers.officers import officers
from drafting.importers.people import members
from drafting.importers.wrapped import whole_names


def names(text: str) -> list[str]:
    return [person.name for person in members(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("矢作浩一、犬塚真由美、額田\n徹、藤川千代", ["矢作浩一", "犬塚真由美", "額田徹", "藤川千代"]),
        ("矢作浩一，犬塚真由美，藤\n　川千代，額田徹", ["矢作浩一", "犬塚真由美", "藤川千代", "額田徹"]),
        ("矢作　浩一、犬塚　真由美、額田\n徹、藤川　千代", ["矢作　浩一", "犬塚　真由美", "額田　徹", "藤川　千代"]),
        ("矢作　浩一、額田　徹、犬塚　真\n由美、藤川　千代", ["矢作　浩一", "額田　徹", "犬塚　真由美", "藤川　千代"]),
        ("矢作委員、犬塚委員、額田\n委員、藤川委員", ["矢作", "犬塚", "額田", "藤川"]),
        ("委員：矢作浩一、犬塚真由美、額田\n徹、藤川千代", ["矢作浩一", "犬塚真由美", "額田徹", "藤川千代"]),
        ("矢作会長、犬塚副会長、額田委\n員、藤川委員", ["矢作", "犬塚", "額田", "藤川"]),
    ],
)
def test_a_name_cut_by_the_end_of_a_line_is_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("矢作浩一、犬塚真由美\n額田徹、藤川千代", ["矢作浩一", "犬塚真由美", "額田徹", "藤川千代"]),
        ("乾、漆原、小日向\n目黒、鳥居坂", ["乾", "漆原", "小日向", "目黒", "鳥居坂"]),
        ("矢作　浩一、額田　徹\n犬塚　真由美、藤川　千代", ["矢作　浩一", "額田　徹", "犬塚　真由美", "藤川　千代"]),
        ("矢作委員、犬塚委員\n額田委員、藤川委員", ["矢作", "犬塚", "額田", "藤川"]),
        ("林、矢作、犬塚\n森、藤川", ["林", "矢作", "犬塚", "森", "藤川"]),
    ],
)
def test_a_line_that_ends_with_a_whole_name_is_joined_to_nothing(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_title_cut_by_the_end_of_a_line_is_one() -> None:
    found = [(one.name, one.title, one.department) for one in officers("下水道課長　豊川修、業務係\n長　蒲郡礼子")]
    assert found == [("豊川修", "課長", "下水道課"), ("蒲郡礼子", "係長", "業務係")]
    assert [one.name for one in officers("企画課\n長谷川課長、小川係長")] == ["長谷川", "小川"]


@given(st.text(alphabet="山田太郎花子、　\n委員長課（）", max_size=30))
def test_nothing_but_line_ends_goes(text: str) -> None:
    assert "".join(whole_names(text).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "line",
    ["開会　13:30　閉会 15:15", "開会：13時30分　閉会：15時15分", "開会 午後1時30分、閉会 午後3時15分", "開会時刻　午後1時30分　閉会時刻　午後3時15分", "開始 13:30 ～ 終了 15:15"],
)
def test_start_and_end_are_read_from_one_line(line: str) -> None:
    minutes, problems = import_minutes(f"第2回甲市環境審議会会議録\n日時　令和7年11月28日（金）\n{line}\n場所　第1会議室\n\n委員長：始めます。\n委員：はい。\n", "a.txt")
    assert (minutes.meeting.start, minutes.meeting.end) == ("13:30", "15:15")
    assert problems == []
