"""Names spaced out to one width in a typed roll."""

from __future__ import annotations

import pytest

from drafting.importers.officers import officers
from drafting.importers.people import members
from drafting.importers.spaced import joined_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("川　渡　　仁", "川渡　仁"),
        ("轟　　　直　樹", "轟　直樹"),
        ("東鳴子　佳　代", "東鳴子　佳代"),
        ("花　渕　美　咲", "花渕美咲"),
        ("鬼　首　　すみれ", "鬼首　すみれ"),
        ("高橋　修　　熊谷　翔", ""),
        ("青木　森　林", ""),
        ("青木　太郎", ""),
        ("青木　森　林　原　東　西　南", ""),
        ("川　渡　　仁、森　花", ""),
    ],
)
def test_one_spaced_name_is_put_together_and_several_names_are_not(text: str, name: str) -> None:
    assert joined_name(text) == name


def test_members_and_officers_behind_their_titles_are_read() -> None:
    roll = "教　育　長　　　　鬼　首　　隆\n教育長職務代理者　中山平　すみれ\n委　　　員　　　　東鳴子　佳　代"
    assert [person.name for person in members(roll)[0]] == ["鬼首　隆", "中山平　すみれ", "東鳴子　佳代"]
    staff = officers("教　育　次　長　　轟　　　直　樹\n学校教育課長　　　潟　沼　文　子")
    assert [(person.name, person.title) for person in staff] == [("轟　直樹", "教育次長"), ("潟沼文子", "課長")]


def test_two_officers_in_a_line_stay_two() -> None:
    assert [person.name for person in officers("局長　高橋　修　　主任　熊谷　翔")] == ["高橋　修", "熊谷　翔"]


def test_what_an_officer_does_is_no_officer() -> None:
    assert [person.name for person in officers("館長　苗代、資料係　稲葉（記録）")] == ["苗代", "稲葉"]
