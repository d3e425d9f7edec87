"""Numbers that a text names: chapters, annexes, 提言, 附帯意見, figures, meetings. Are they there?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from workspaces import RECOMMENDATIONS, drafting, make_workspace

from drafting.checks.links import check_links
from drafting.checks.numbered import check_numbered
from drafting.checks.pointers import check_pointers, find_pointers
from drafting.checks.sessions import check_sessions
from drafting.draft import Block, Draft, Heading, Paragraph, Span
from drafting.model import (
    Committee,
    Letter,
    Meeting,
    Minutes,
    Proceeding,
    Recommendation,
    Recommendations,
    Texts,
    Theme,
)
from drafting.problems import Place, Problem

HERE = Path(__file__).parent
RIGHT, WRONG = ((HERE / f"numbers_{name}.txt").read_text(encoding="utf-8").splitlines()[1:] for name in ("right", "wrong"))
COMMITTEE = Committee(name="みどり野市図書館協議会", letter=Letter(date=date(2026, 8, 30)))
MINUTES = [Minutes(Meeting(str(number), session=number), ()) for number in (1, 2)]
FILE = "inputs/recommendations.yaml"


def headings(*sections: int) -> list[Block]:
    """The chapters 第1, 第2 … with so many sections each."""
    blocks: list[Block] = []
    for chapter, count in enumerate(sections, 1):
        blocks.append(Heading((Span("章"),), 1, f"第{chapter}", "heading"))
        blocks += [Heading((Span("節"),), 2, str(section), "heading") for section in range(1, count + 1)]
    return blocks


ANNEXES = [Heading((Span("資料編"),), 1), *(Heading((Span(f"資料{number}　名簿"),), 2) for number in (1, 2, 3))]
DRAFT = Draft((*headings(2, 0, 0, 3, 2, 2, 1, 1), *ANNEXES))


def saying(body: str) -> Recommendations:
    kinds = ("提言", "提言", "提言", "提言", "附帯意見", "少数意見")
    items = [Recommendation(f"R{i}", "窓口", "題", "文", kind=kind) for i, kind in enumerate(kinds, 1)]
    items[1] = Recommendation("R2", "窓口", "題", body, place=Place(FILE, 3, 5), body_place=Place(FILE, 7, 7))
    return Recommendations((Theme("窓口"),), tuple(items))


def told(body: str, *blocks: Block, committee: Committee = COMMITTEE) -> list[Problem]:
    said = saying(body)
    draft = Draft((*DRAFT.blocks, Paragraph((Span(body),)), *blocks))
    return [
        *check_links(committee, said), *check_numbered(committee, said), *check_sessions(committee, said, MINUTES),
        *check_pointers(list(find_pointers(committee, said)), draft),
    ]  # fmt: skip


@pytest.mark.parametrize("sentence", WRONG)
def test_a_number_that_is_not_there_is_told(sentence: str) -> None:
    assert {one.code for one in told(sentence)} & {"L003", "L004", "L009", "L010", "M017"}


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_number_that_is_there_or_is_of_other_papers_is_right(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("名簿は資料9のとおり。", "R2: 「資料9」とありますが、答申案にありません（資料1から資料3まで）。番号を確かめてください。"),
        ("第９章で述べたとおりである。", "R2: 「第９章」とありますが、答申案にありません（第1から第8まで）。番号を確かめてください。"),
        ("第4の7で述べた。", "R2: 「第4の7」とありますが、答申案にありません（第4は3まで）。番号を確かめてください。"),
        ("提言1から9までを急ぐ。", "R2: 「提言1から9」という提言はありません（提言1から提言4まで）。番号を確かめてください。"),
        ("附帯意見2を急ぐ。", "R2: 「附帯意見2」という附帯意見はありません（附帯意見は1件）。番号を確かめてください。"),
        (
            "第3回会議で述べた。",
            "R2: 「第3回会議」とありますが、会議録と committee.yaml の meetings にあるのは第2回までです。回を確かめるか、抜けている会議を足してください。",
        ),
    ],
)
def test_a_finding_says_what_there_is_and_stands_at_its_words(sentence: str, message: str) -> None:
    (found,) = told("一行目。\nなお、" + sentence)
    assert found.message == message
    assert str(found.place).startswith(f"{FILE}:8:") and found.place.column > 9


def test_full_width_digits_are_the_same_numbers() -> None:
    assert told("資料３のとおりである。第４の３で述べた。提言４を急ぐ。") == []
    assert told("待ち時間は、図９のとおりである。\n図9　待ち時間") == []


def test_parts_that_a_template_numbers_in_letters_are_known() -> None:
    more = (Heading((Span("第9章　見通し"),), 1), Paragraph((Span("参考資料4　用語"),)), Paragraph((Span("資料5　用語"),)))
    assert told("第9章で述べた。用語は参考資料4に掲げる。資料5のとおりである。", *more) == []


def test_a_list_that_a_chapter_without_sections_counts_is_no_section() -> None:
    assert told("第3の2に述べた考え方による。") == []


def test_a_letter_without_chapters_says_nothing_of_them() -> None:
    pointers = list(find_pointers(COMMITTEE, saying("第9章で述べた。名簿は資料9のとおり。")))
    assert len(pointers) == 2
    assert list(check_pointers(pointers, Draft((Heading((Span("提言"),), 2, "1", "heading"),)))) == []


def test_meetings_of_the_committee_file_count_and_an_introduction_may_run_ahead() -> None:
    texts = Texts(introduction="第3回会議まで審議した。")
    assert [one.code for one in check_sessions(Committee(texts=texts, letter=COMMITTEE.letter), saying("文"), MINUTES)] == ["M017"]
    assert list(check_sessions(Committee(texts=texts), saying("文"), MINUTES)) == []
    planned = Committee(texts=texts, letter=COMMITTEE.letter, meetings=(Proceeding(session=3),))
    assert list(check_sessions(planned, saying("第3回会議で述べた。"), MINUTES)) == []
    assert list(check_sessions(COMMITTEE, saying("第3回会議で述べた。"), [])) == []


def test_check_and_build_tell_a_part_that_the_draft_does_not_have(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    body = RECOMMENDATIONS.replace("body: 案内の方法", "body: 第99章で述べたとおり、案内の方法")
    (tmp_path / "inputs/recommendations.yaml").write_text(body, encoding="utf-8")
    told = "inputs/recommendations.yaml:5:11: 注意[L009]: R1: 「第99章」とありますが、答申案にありません"
    assert told in drafting(tmp_path, "check").stderr
    assert told in drafting(tmp_path, "build").stderr
    assert "L009" not in drafting(tmp_path, "build", "--template", "letter").stderr
    (tmp_path / "templates/report.md.j2").write_text("{{ nothing }}", encoding="utf-8")
    assert "L009" not in drafting(tmp_path, "check").stderr
