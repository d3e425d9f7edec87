"""What a text points to, and the lists that a clerk types: counts that were announced, numbers that run on."""

from __future__ import annotations

import pytest

from drafting.checks.links import check_links
from drafting.checks.numbered import check_numbered
from drafting.checks.typed_lists import check_typed_lists
from drafting.model import Committee, Recommendation, Recommendations, Texts, Theme
from drafting.problems import Place

FILE = "inputs/recommendations.yaml"


def saying(body: str) -> Recommendations:
    return Recommendations((Theme("窓口"),), (Recommendation("R1", "窓口", "案内", body, place=Place(FILE, 3, 5), body_place=Place(FILE, 7, 7)),))


def linked(body: str) -> list[str]:
    committee = Committee(name="甲市計画委員会")
    return [found.code for check in (check_links, check_numbered) for found in check(committee, saying(body))]


def listed(*lines: str) -> list[str]:
    return [f"{found.place.line - 6} {found.code} {found.message.partition(': ')[2]}" for found in check_typed_lists(Committee(), saying("\n".join(lines)))]


@pytest.mark.parametrize(
    "body",
    [
        "要綱は、「次のとおり支給する」と定めている。",
        "令和3年度の答申の提言7を受け、市は窓口を改めた。",
        "前回の提言9を受けたものである。",
        "甲市総合計画審議会の答申（令和3年3月）の提言7を踏まえる。",
        "市民会議が出した提言10件を踏まえる。",
        "若者会議の提言5のとおり、窓口を改めた。",
        "条例の別表のとおりとする。",
        "現行計画の図1のとおりである。",
        "国の資料に示された表2を参照されたい。",
        "次に、案内を見直されたい。",
        "次に示すべきは、費用である。",
        "市は、次に掲げる事項に取り組まれたい。\n（1）案内",
    ],
)
def test_what_points_elsewhere_or_is_quoted_is_right(body: str) -> None:
    assert linked(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("市は、次に掲げる事項に取り組まれたい。", ["L001"]),
        ("市は、以下に示す点に留意されたい。", ["L001"]),
        ("本答申の提言7を急がれたい。", ["L004"]),
        ("本委員会の提言7を急がれたい。", ["L004"]),
        ("甲市計画委員会の提言7を急がれたい。", ["L004"]),
        ("特に「提言7」を急がれたい。", ["L004"]),
        ("費用は、別表2に示す。", ["L003"]),
        ("待ち時間は、図1のとおりである。", ["L003"]),
        ("待ち時間は、表3を参照されたい。", ["L003"]),
        ("待ち時間は、図1のとおりである。\n図1 待ち時間", []),
    ],
)
def test_what_is_not_there_is_told(body: str, expected: list[str]) -> None:
    assert linked(body) == expected


@pytest.mark.parametrize("words", ["次のとおり答申する。", "審議を重ね、以下のとおり取りまとめた。", "本委員会は、次のとおり提言する。", "次に掲げる提言を行う。"])
def test_the_chapters_follow_the_introduction_and_the_recommendations_a_lead(words: str) -> None:
    assert list(check_links(Committee(texts=Texts(introduction=words, principles=words)), Recommendations((), ()))) == []
    assert list(check_links(Committee(), Recommendations((Theme("窓口", lead=words),), ()))) == []
    assert [found.code for found in check_links(Committee(texts=Texts(closing=words)), Recommendations((), ()))] == ["L001"]


def test_the_number_of_items_that_was_announced_is_that_of_the_list() -> None:
    assert listed("次の3点を基本とする。", "（1）甲", "（2）乙") == ["1 L008 「次の3点」とありますが、続く箇条書きは2つです。数か箇条書きを直してください。"]
    assert [line[:6] for line in listed("以下の五つの柱を立てる。", "①甲", "②乙", "③丙", "④丁")] == ["1 L008"]
    assert [line[:6] for line in listed("次の四つに努められたい。", "・甲", "・乙", "・丙")] == ["1 L008"]


@pytest.mark.parametrize(
    "lines",
    [
        ("次の3点を基本とする。", "（1）甲", "（2）乙", "（3）丙"),
        ("次の2点を基本とする。", "（1）甲", "・い", "・ろ", "・は", "（2）乙", "これは大切である。"),
        ("次の3点を基本とする。", "（1）甲", "・い", "・ろ", "（2）乙", "・は"),
        ("次の2点を基本とする。", "（1）甲", "（2）乙", "進め方は、次のとおりとする。", "（1）丙", "（2）丁", "（3）戊"),
        ("次の2つの事業について、以下に取り組まれたい。", "（1）甲", "（2）乙", "（3）丙"),
        ("次の2点を基本とする。", "", "（1）甲", "", "（2）乙"),
        ("次の2点が重要である。1点目は、甲である。2点目は、乙である。",),
        ("次の3年間に進める。", "（1）甲", "（2）乙"),
        ("次の2つの段階に分ける。", "（1）甲", "（2）乙", "（3）丙"),
        ("次の2点を基本とする。", "市は、案内を見直されたい。"),
    ],
)
def test_a_list_that_agrees_or_that_is_not_the_one_announced_is_right(lines: tuple[str, ...]) -> None:
    assert listed(*lines) == []


def test_typed_numbers_run_on() -> None:
    assert listed("（1）甲", "（2）乙", "（4）丙") == ["3 L007 「（2）」の次が「（4）」です。番号を確かめてください。"]
    assert listed("①甲", "②乙", "②丙") == ["3 L007 「②」の次が「②」です。番号を確かめてください。"]
    assert listed("ア　甲", "イ　乙", "エ　丙") == ["3 L007 「イ」の次が「エ」です。番号を確かめてください。"]
    assert listed("1　甲", "（1）い", "（2）ろ", "3　乙") == ["4 L007 「1」の次が「3」です。番号を確かめてください。"]
    assert listed("（1）甲", "①い", "③ろ", "（2）乙") == ["3 L007 「①」の次が「③」です。番号を確かめてください。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("（1）甲", "①い", "②ろ", "（2）乙", "①は", "②に"),
        ("（1）甲", "（2）乙", "進め方は、次のとおりとする。", "（1）丙", "（2）丁"),
        ("①甲", "②乙", "③丙", "①及び③を急がれたい。"),
        ("①甲", "②乙", "③丙", "③については、費用に留意されたい。"),
        ("（1）とりわけ甲を急ぐこと。", "（2）のみならず乙", "（3）は、丙である。"),
        ("（イ）甲", "（ロ）乙", "（ハ）丙"),
        ("③甲", "⑤乙"),
        ("（1）甲", "１　い", "２　ろ", "（2）乙"),
        ("2025 年の実績", "12 月の実績"),
        ("1点目は、甲である。もう1点は、乙である。",),
        ("1点目と3点目は、市が行う。",),
        ("「1点目は費用、3点目は人員」との発言があった。",),
        ("第一に、甲である。第二に、乙である。第三に、丙である。",),
        ("まず、甲である。第2に、乙である。",),
        ("1つ目は、甲である。次に、2つ目は、乙である。3つ目は、丙である。",),
    ],
)
def test_lists_in_lists_and_lists_that_begin_anew_are_right(lines: tuple[str, ...]) -> None:
    assert listed(*lines) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1点目は、甲である。3点目は、乙である。", "「3点目」がありますが、「2点目」がありません。番号を確かめてください。"),
        ("第一に、甲である。第三に、乙である。", "「第三に」がありますが、その前の「第二に」がありません。番号を確かめてください。"),
    ],
)
def test_points_that_are_counted_in_sentences_run_on(text: str, message: str) -> None:
    (found,) = listed(text)
    assert found.startswith("1 L007") and message.replace("その前の", "") in found.replace("その前の", "")
