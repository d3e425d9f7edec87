"""What is not known yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from checked import KNOWN, MINUTES, holding, item, lines

from drafting.checks.open_points import check_open_points
from drafting.committee import read_committee
from drafting.model import (
    Committee,
    Member,
    Proceeding,
    Recommendation,
    Recommendations,
    Texts,
    Theme,
)
from drafting.yamlfile import parse


def test_nothing_is_open_when_all_is_said() -> None:
    assert lines(check_open_points(KNOWN, holding(item()))) == []


def test_a_fact_that_is_missing_says_where_to_write_it() -> None:
    committee = replace(KNOWN, letter=replace(KNOWN.letter, date=None), consultation=replace(KNOWN.consultation, number=""))
    assert lines(check_open_points(committee, holding())) == [
        "inputs/committee.yaml:2:3: 注意[P001]: 答申の日が未入力です。答申案には○○と載ります。"
        "分かったら letter の date に「2026-03-26」のように書いてください。",
        "inputs/committee.yaml:2:3: 注意[P001]: 諮問の文書番号が未入力です。答申案には○○と載ります。"
        "分かったら consultation の number に（番号がなければ「なし」と）書いてください。",
    ]


@pytest.mark.parametrize(
    ("committee", "items", "message"),
    [
        (replace(KNOWN, texts=Texts(closing="○○年")), (), "inputs/committee.yaml:2:3: 注意[P002]: おわりに（closing）に「○○年」が残っています。"),
        (replace(KNOWN, members=(Member("○○"),)), (), "inputs/committee.yaml:2:3: 注意[P002]: 委員名簿に「○○」が残っています。"),
        (KNOWN, (item(title="○○の件"),), "inputs/recommendations.yaml:3:5: 注意[P002]: R1 に「○○の件」が残っています。"),
        (
            KNOWN,
            (item(status="候補"),),
            "inputs/recommendations.yaml:3:5: 注意[P003]: R1 はまだ候補です。載せると決めたら status を「検討中」か「確定」にしてください。",
        ),
    ],
    ids=["text", "roll", "recommendation", "candidate"],
)
def test_what_is_still_open_is_a_warning(committee: Committee, items: tuple[Recommendation, ...], message: str) -> None:
    (found,) = lines(check_open_points(committee, holding(*items)))
    assert found.startswith(message)


def test_the_words_of_the_example_that_were_left_standing_are_open_wherever_they_stand() -> None:
    left = "（記入例）書いてください。"
    committee = replace(KNOWN, texts=Texts(closing=left), consultation=replace(KNOWN.consultation, items=left))
    found = lines(check_open_points(committee, Recommendations((Theme("（記入例）分野"),), (item(body=left),))))
    assert [line.split(": ", 1)[1].split("残")[0] for line in found] == [
        "注意[P002]: おわりに（closing）に「（記入例）」が", "注意[P002]: 分野名に「（記入例）」が",
        "注意[P002]: R1 に「（記入例）」が", "注意[P002]: consultation の items に「（記入例）」が",
    ]  # fmt: skip


def test_a_form_that_is_called_an_example_in_a_sentence_is_not_open() -> None:
    assert lines(check_open_points(KNOWN, holding(item(body="市は、申請書（記入例）を窓口に置かれたい。")))) == []
    assert len(lines(check_open_points(KNOWN, holding(item(body="市は、改められたい。\n\n　（記入例）理由を書く。"))))) == 1


def test_what_is_open_in_committee_yaml_is_told_at_its_own_line() -> None:
    text = (
        "committee:\n  name: 甲委員会\nconsultation:\n  title: 計画\n  number: 甲第○号\n  date: 2025-11-28\n"
        "letter:\n  title: 答申\n  number: なし\n  addressee_name: ○○　○○\n  addressee_title: 甲市長\n  chair_name: 森\n"
        "meetings:\n  - session: 2\n    place: ○○会議室\n"
    )
    committee, problems = read_committee(parse(text, "c.yaml"), "c.yaml")
    assert problems == []
    found = [line.split("。")[0] for line in lines(check_open_points(committee, holding()))]
    assert found == [
        "c.yaml:8:3: 注意[P001]: 答申の日が未入力です",
        "c.yaml:10:19: 注意[P002]: letter の addressee_name に「○○　○○」が残っています",
        "c.yaml:5:11: 注意[P002]: consultation の number に「甲第○号」が残っています",
        "c.yaml:14:5: 注意[P002]: meetings の第2回に「○○会議室」が残っています",
    ]


def test_an_addressee_without_city_or_title_is_open() -> None:
    bare = replace(KNOWN, letter=replace(KNOWN.letter, addressee_title=""))
    (found,) = lines(check_open_points(bare, holding()))
    assert "宛名の職名（市長など）が未入力です" in found
    assert lines(check_open_points(replace(bare, city="甲市"), holding())) == []


def test_a_meeting_without_date_or_place_is_told_unless_committee_yaml_says_it_or_no_table_prints_it() -> None:
    told = lines(check_open_points(KNOWN, holding(item()), [MINUTES]))
    assert [line.split("。")[0] for line in told] == [
        ":1:1: 注意[P001]: 第1回の開催日が未入力です", ":1:1: 注意[P001]: 第1回の開催場所が未入力です"
    ]  # fmt: skip
    known = replace(KNOWN, meetings=(Proceeding(1, date(2026, 1, 16), "会議室"),))
    assert lines(check_open_points(known, holding(item()), [MINUTES])) == []
    assert lines(check_open_points(replace(KNOWN, parts_off=frozenset(["schedule"])), holding(item()), [MINUTES])) == []
