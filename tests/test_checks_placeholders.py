"""The signs that clerks leave where something is still to be written, and the same signs where they are right."""

from __future__ import annotations

import pytest
from checked import holding, item

from drafting.checks.open_points import check_open_points
from drafting.model import Committee, Member
from drafting.problems import Place

FILE = Place("inputs/committee.yaml", 2, 3)


def told(body: str) -> list[str]:
    found = check_open_points(Committee(), holding(item(body=body)))
    return [f"{problem.code} {problem.message}" for problem in found if problem.code in ("P002", "P007")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("窓口の数は、××である。", "××"),
        ("窓口の数は、＿＿＿である。", "＿＿＿"),
        ("窓口の数は12である【要確認】。", "【要確認】"),
        ("窓口の数は12である（数値要確認）。", "（数値要確認）"),
        ("窓口の数は、ＴＢＤである。", "ＴＢＤ"),
        ("時期は TBD とする。", "TBD"),
        ("●●計画を定める。", "●●"),
        ("△△市の例を見る。", "△△"),
        ("□□センターを置く。", "□□"),
        ("窓口の数は、【P】である。", "【P】"),
        ("窓口の数は12である。※後日記入", "※後日"),
        ("窓口の数は、＊＊＊である。", "＊＊＊"),
        ("窓口の数は、ｘｘである。", "ｘｘ"),
        ("XX年に始める。", "XX"),
        ("市は、XXX人に尋ねた。", "XXX"),
    ],
)
def test_a_sign_of_what_is_still_to_be_written_is_open(body: str, words: str) -> None:
    assert told(body) == [f"P002 R1 に「{words}」が残っています。分かったら書き直してください。"]


@pytest.mark.parametrize("body", ["窓口案内計画（仮）を定める。", "改める日（未定）に合わせる。", "来年度に改める（調整中）。", "窓口の数は、（　　）である。", "窓口の数は、【調整中】である。"])
def test_what_may_be_a_sign_is_told_as_such_and_holds_nothing_back(body: str) -> None:
    (found,) = told(body)
    assert found.startswith("P007 ") and "かもしれません" in found


@pytest.mark.parametrize(
    "body",
    [
        "各事業を○、△、×の3段階で評価する。",
        "90×60センチメートルの机を置く。",
        "（仮称）中央図書館に窓口を設ける。",
        "（仮）中央図書館に窓口を設ける。",
        "□はい　□いいえ",
        "■窓口の現状",
        "●窓口の現状\n●窓口の課題",
        "収支は△1,200千円である。",
        "国と日程を調整中であり、結果は未定である。",
        "★★★の評価を得た。",
        "a__b.html と init__.py を置く。",
        "XML及びUXの改善を進める。",
        "TBDメソッドではなくATBDを使う。",
        "【現状】市は案内の札を出している。",
        "【P.12】を見る。",
        "※数値は令和7年4月1日現在",
        "該当する欄に○を付ける。",
        "第XX回を表すローマ数字",
    ],
)
def test_the_same_signs_where_they_are_right_are_not(body: str) -> None:
    assert told(body) == []


def test_a_sign_in_the_roll_is_open_too() -> None:
    committee = Committee(members=(Member("●●", place=Place("inputs/committee.yaml", 9, 7)),), place=FILE)
    assert any(found.code == "P002" and found.place.line == 9 for found in check_open_points(committee, holding(item())))
