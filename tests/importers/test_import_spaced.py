"""Names spaced out to one width in a typed roll."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("柏 原 大 輔 秋 森 元 子", ["柏原大輔", "秋森元子"]),
        ("小 坪 正 幸 関 五 郎", ["小坪正幸", "関五郎"]),
        ("高 島 健 一 亀 沢 満", ["高島健一", "亀沢満"]),
        ("高 島 正 男 千 野   勇", ["高島正男", "千野勇"]),
        ("稲 垣   修 堀 内 光 博", ["稲垣修", "堀内光博"]),
        ("佐々木   稔 辻     稔", ["佐々木稔", "辻稔"]),
        ("山 科 陽 一 三 雲 真紀子", ["山科陽一", "三雲真紀子"]),
        ("佐 野 雄 孝 佐久間 正 一", ["佐野雄孝", "佐久間正一"]),
        ("大 滝   尚   斎 木 哲 雄   小 沢 明 仁", ["大滝尚", "斎木哲雄", "小沢明仁"]),
        ("◎道 山 文 男  〇町 山 皇 介   星 山 良 行", ["道山文男", "町山皇介", "星山良行"]),
        ("副 会 長 大 田 芳 明 田 島 千代美", ["大田芳明", "田島千代美"]),
        ("委 員 長  琴 浦 みさと  副委員長  清 川 和 幸", ["琴浦みさと", "清川和幸"]),
    ],
)
def test_several_spaced_names_in_a_line_are_told_apart(line: str, names: list[str]) -> None:
    assert [re.sub(" +", "\u3000", person.name) for person in members(line)[0]] == names


def test_what_stands_before_several_names_is_the_title_of_all() -> None:
    read = members("会 長 佐 原 正 雄\n副 会 長 大 田 芳 明 田 島 千代美\n委 員 高 島 正 男 千 野   勇")[0]
    assert [person.role for person in read] == ["委員長", "副委員長", "副委員長", "委員", "委員"]


@given(st.lists(st.sampled_from(["青木太郎", "森花子", "小野寺正", "山科陽一", "辻堂健介", "西村明"]), min_size=2, max_size=4), st.sampled_from([" ", "\u3000"]))
def test_no_letter_of_spaced_names_is_lost_or_doubled(people: list[str], gap: str) -> None:
    line = (gap * 2).join(gap.join(name) for name in people)
    assert "".join(person.name for person in members(line)[0]) == "".join(people)
