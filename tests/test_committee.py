"""`committee.yaml` → `Committee`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafting.committee import PART_TITLES, read_committee
from drafting.model import PARTS, PROFILES, Committee, Consultation, Format, Letter, Margins, Member, Proceeding, Texts
from drafting.yamlfile import parse

FILE = "inputs/committee.yaml"


def read(text: str) -> tuple[Committee, list[str]]:
    value, problems = read_committee(parse(text, FILE), FILE)
    return value, [str(problem) for problem in problems]


def test_what_is_not_said_takes_its_default() -> None:
    assert read("committee: {name: 甲市委員会}\n") == (Committee(name="甲市委員会"), [])


def test_every_field_is_read() -> None:
    text = """\
committee:
  name: 甲市計画評価委員会
  city: 甲市
  chair: 会長
  order: 敬称略
  members: [青木, {name: 森, role: 会長, affiliation: 甲大学, category: 学識経験者, note: 欠}]
consultation: {title: 計画について, number: 甲第1号, date: 2025-11-28, basis: 条例第1条, items: 一, reason: 二}
letter:
  title: 計画について（答申）
  number: なし
  date: 2026-03-26
  addressee_title: 甲市長
  addressee_name: 乙
  honorific: 殿
  chair_name: 森
  seal: 公印省略
texts:
  introduction: |
    一つ目。
    二つ目。
  principles: 考え方
  closing: 結び
meetings: [{session: 1, date: 2025-11-28, place: 会議室, agenda: [諮問, 審議], observers: 2, note: 書面}]
parts: {cover: no, contents: true, minority: いいえ}
format:
  font: 明朝
  heading_font: ゴシック
  latin_font: Arial
  size: 10.5
  margins: {left: 25.5}
  digits: 全角
  paren: 全角
  date_style: 和暦
  supplementary: 付帯意見
  page_number: 1頁
"""
    value, messages = read(text)
    assert messages == []
    assert value == Committee(
        "甲市計画評価委員会",
        "甲市",
        "会長",
        (Member("青木"), Member("森", "会長", "甲大学", "学識経験者", "欠")),
        "敬称略",
        Consultation("計画について", "甲第1号", date(2025, 11, 28), "条例第1条", "一", "二"),
        Letter("計画について（答申）", "なし", date(2026, 3, 26), "甲市長", "乙", "殿", "森", "公印省略"),
        Texts("一つ目。\n二つ目。", "考え方", "結び"),
        (Proceeding(1, date(2025, 11, 28), "会議室", ("諮問", "審議"), 2, "書面"),),
        frozenset(("cover", "minority")),
        Format("明朝", "ゴシック", "Arial", 10.5, Margins(left=25.5), "全角", "全角", "和暦", "付帯意見", "1頁"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("letter: {}\n", "1:1: エラー[Y011]: 「committee」（委員会）がありません。必ず書いてください。"),
        ("committee: {nam: 甲}\n", "1:13: エラー[Y010]: 知らない項目「nam」です。「name」ではありませんか。"),
        ("committee: {}\nformat: {size: 10.2}\n", "2:16: エラー[Y016]: 「10.2」は使えません。8から16まで、0.5きざみの数を半角で書いてください。"),
        ("committee: {}\nparts: {cover: 多分}\n", "2:16: エラー[Y014]: 「多分」は使えません。true（する）か false（しない）を書いてください。"),
        ("committee: {}\nletter: {date: 2026-02-29}\n", "2:16: エラー[Y017]: 「2026-02-29」という日はありません。"),
        ("committee: {}\nletter: {seal: 朱印}\n", "2:16: エラー[Y014]: 「朱印」は選べません。「印」ではありませんか。"),
    ],
    ids=["no committee", "unknown key", "size", "switch", "date", "seal"],
)
def test_a_fault_is_told_at_its_place(text: str, message: str) -> None:
    assert read(text)[1] == [f"{FILE}:{message}"]


def test_what_is_wrong_takes_its_default_and_the_rest_stays() -> None:
    value, messages = read("committee: {name: 甲}\nformat: {size: 大, digits: 全角}\nletter: {date: 未定, number: 甲第1号}\n")
    assert (value.format.size, value.format.digits) == (11, "全角")
    assert (value.letter.date, value.letter.number) == (None, "甲第1号")
    assert len(messages) == 2


@pytest.mark.parametrize(("line", "code"), [("{role: 委員}", "Y011"), ("{name: }", "Y012"), ("{name: []}", "Y013")])
def test_a_member_without_a_name_is_told_and_the_others_stay(line: str, code: str) -> None:
    value, messages = read(f"committee:\n  name: 甲\n  members: [{{name: 青木}}, {line}]\n")
    assert [member.name for member in value.members] == ["青木"]
    assert len(messages) == 1 and f"エラー[{code}]" in messages[0]


def test_every_part_has_a_japanese_name() -> None:
    assert tuple(PART_TITLES) == PARTS


def test_a_profile_gives_a_whole_form_and_each_key_overrides_one_of_its() -> None:
    value, messages = read("committee: {}\nformat: {profile: 42x40, digits: 半角, lines: 38, margins: {right: 20}}\n")
    assert messages == []
    base = PROFILES["42x40"]
    assert value.format == replace(base, digits="半角", lines=38, margins=replace(base.margins, right=20))


def test_a_profile_nobody_knows_is_told_with_the_known_ones() -> None:
    assert read("committee: {}\nformat: {profile: 大阪}\n")[1] == [
        f"{FILE}:2:19: エラー[Y014]: 「大阪」は選べません。使えるのは 豊中・42x40 です。"
    ]


def test_the_profile_of_toyonaka_is_the_default() -> None:
    assert PROFILES["豊中"] == Format()
