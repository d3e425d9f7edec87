"""Files in which the text that was found is not what the reviewer meant: told as it is, and not written."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from handed_out import YAML, draft, sent
from homes_read import bookmark, mapped, troubles
from lxml import etree
from reviewers import changed, runs, silent, tracked
from workspaces import drafting

from drafting.review.outcome import Trouble
from drafting.word.document import W, w

BODY = ("市は、窓口の案内を見直されたい。", "毎年、その結果を公表されたい。")


def _xml(words: str) -> Any:
    return etree.fromstring(f'<x xmlns:w="{W}">{words}</x>')[0]


def _paragraph(root: Any, address: str, number: int = 0) -> Any:
    return runs(root, address)[number].getparent()


def _like(paragraph: Any, words: str) -> Any:
    """A new paragraph of the style of another one."""
    new = etree.Element(w("p"))
    new.append(copy.deepcopy(paragraph.find(w("pPr"))))
    new.append(_xml(f"<w:r><w:t>{words}</w:t></w:r>"))
    return new


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>"])
def test_words_struck_by_hand_are_for_the_clerk_to_decide(mark: str, issued: Path) -> None:
    def strike(root: Any) -> None:
        run = runs(root, "R1.title")[0]
        run.addnext(_xml("<w:r><w:t>案内を改めること</w:t></w:r>"))
        if run.find(w("rPr")) is None:
            run.insert(0, etree.Element(w("rPr")))
        run.find(w("rPr")).append(_xml(mark))

    data = changed(draft(issued), strike)
    assert troubles(mapped(issued, data)) == {"R1.title": Trouble.STRUCK}
    result = drafting(issued, "review", sent(issued, "甲.docx", data), "--apply")
    assert result.returncode == 1 and "注意[D023]: 取消線の引かれた言葉「案内の見直し」があります" in result.stderr


def test_struck_words_that_were_deleted_with_tracking_are_not_told(issued: Path) -> None:
    def strike(root: Any) -> None:
        for each in root.iter(w("delText")):
            run = each.getparent()
            properties = run.find(w("rPr"))
            if properties is None:
                run.insert(0, properties := etree.Element(w("rPr")))
            properties.append(_xml("<w:strike/>"))

    data = changed(tracked(draft(issued), "R1.body", "見直され", "改められ", "甲委員"), strike)
    one = mapped(issued, data)
    assert troubles(one) == {} and [each.address for each in one.found if each.hunks] == ["R1.body"]


@pytest.mark.parametrize("number", ["第5　", "提言3　", "3．", "（2）", "2　"])
def test_a_number_typed_before_a_title_does_not_become_part_of_it(number: str, issued: Path) -> None:
    assert troubles(mapped(issued, silent(draft(issued), "R1.title", "案内", f"{number}案内"))) == {"R1.title": Trouble.NUMBERED}


@pytest.mark.parametrize("word", ["第2期の", "3年間の", "提言の"])
def test_a_number_that_belongs_to_the_words_of_a_title_is_taken(word: str, issued: Path) -> None:
    assert troubles(mapped(issued, silent(draft(issued), "R1.title", "案内", f"{word}案内"))) == {}


def test_a_title_typed_into_a_body_splits_it_and_is_no_paragraph_of_it(issued: Path) -> None:
    def split(root: Any) -> None:
        _paragraph(root, "R1.body", 1).addprevious(_like(_paragraph(root, "R1.title"), "結果の公表"))

    assert troubles(mapped(issued, changed(draft(issued), split))) == {"R1.body": Trouble.HEADED}


def test_a_title_of_two_paragraphs_is_for_the_clerk_to_decide(issued: Path) -> None:
    def split(root: Any) -> None:
        title = _paragraph(root, "R1.title")
        start = bookmark(root, "R1.title")[0]
        new = _like(title, "窓口の")
        new.insert(1, start)
        title.addprevious(new)

    assert troubles(mapped(issued, changed(draft(issued), split))) == {"R1.title": Trouble.HEADED}


def test_a_table_pasted_into_a_body_is_no_paragraph_of_it(issued: Path) -> None:
    def paste(root: Any) -> None:
        table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>平日</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        _paragraph(root, "R1.body", 1).addprevious(_xml(table))

    assert troubles(mapped(issued, changed(draft(issued), paste))) == {"R1.body": Trouble.TABLED}


def test_a_paragraph_that_was_cut_and_pasted_out_of_its_text_is_not_deleted(issued: Path) -> None:
    def move(root: Any) -> None:
        start = bookmark(root, "R1.body")[0]
        first, second = _paragraph(root, "R1.body", 0), _paragraph(root, "R1.body", 1)
        second.insert(1, start)
        _paragraph(root, "R2.title").addprevious(first)

    one = mapped(issued, changed(draft(issued), move))
    assert troubles(one) == {"R1.body": Trouble.SHIFTED} and BODY[0] in [each.words for each in one.unplaced]


def test_a_bookmark_that_a_program_cut_short_deletes_nothing(issued: Path) -> None:
    """As LibreOffice leaves it on the way through RTF; the words outside were edited as well."""

    def shorten(root: Any) -> None:
        start = bookmark(root, "R1.body")[0]
        runs(root, "R1.body")[0].find(w("t")).text = "市は、案内を改められたい。"
        _paragraph(root, "R1.body", 1).insert(1, start)

    assert troubles(mapped(issued, changed(draft(issued), shorten))) == {"R1.body": Trouble.SHIFTED}


def test_a_paragraph_deleted_with_tracking_off_is_still_an_edit(issued: Path) -> None:
    def delete(root: Any) -> None:
        start, second = bookmark(root, "R1.body")[0], _paragraph(root, "R1.body", 1)
        first = start.getparent()
        second.insert(1, start)
        first.getparent().remove(first)

    one = mapped(issued, changed(draft(issued), delete))
    assert troubles(one) == {} and [each.accepted[: len(BODY[1])] for each in one.found if each.hunks] == [BODY[1]]


def test_an_indent_typed_by_hand_is_no_edit(issued: Path) -> None:
    data = silent(draft(issued), "R1.body", "毎年、", "　毎年、")
    assert not any(each.hunks for each in mapped(issued, data).found)


def test_what_two_people_did_together_is_told_where_only_one_is_accepted(issued: Path) -> None:
    both = tracked(tracked(draft(issued), "R1.body", "見直", "改善", "甲委員"), "R1.body", "されたい。", "せよ。", "乙委員")
    name = sent(issued, "甲.docx", both)
    before = (issued / YAML).read_bytes()
    result = drafting(issued, "review", name, "--accept", "甲委員", "--apply")
    assert (issued / YAML).read_bytes() == before and result.returncode == 1
    assert "--accept に書かれていない人と重ねて直した所です" in result.stdout


@pytest.fixture
def roll(issued: Path) -> Path:
    """A workspace whose draft was handed out with a roll of two members."""
    (issued / "inputs/committee.yaml").write_text("committee: {name: 評価委員会, members: [{name: 青木　一郎}, {name: 森　花子}]}\n", encoding="utf-8")
    for each in (issued / "outputs/issued").glob("*.json"):
        each.unlink()
    assert drafting(issued, "build", "--edition", "照会").returncode == 0
    return issued


def _member(root: Any, number: int, words: str) -> None:
    runs(root, f"committee.members.{number}.name")[0].find(w("t")).text = words


def test_members_who_changed_rows_are_not_given_each_others_office(roll: Path) -> None:
    def swap(root: Any) -> None:
        _member(root, 1, "森　花子")
        _member(root, 2, "青木　一郎")

    both = {f"committee.members.{number}.name": Trouble.ROW for number in (1, 2)}
    assert troubles(mapped(roll, changed(draft(roll), swap))) == both


def test_a_name_of_the_roll_that_was_corrected_is_taken(roll: Path) -> None:
    one = mapped(roll, changed(draft(roll), lambda root: _member(root, 2, "森　華子")))
    assert troubles(one) == {} and [each.address for each in one.found if each.hunks] == ["committee.members.2.name"]


def test_a_paragraph_that_was_cut_into_another_text_is_not_deleted_from_its_own(issued: Path) -> None:
    def move(root: Any) -> None:
        last = _paragraph(root, "R1.body", 1)
        end = bookmark(root, "R1.body")[1]
        _paragraph(root, "R1.body", 0).append(end)
        start = bookmark(root, "R2.body")[0]
        start.getparent().addprevious(last)
        last.insert(1, start)

    one = mapped(issued, changed(draft(issued), move))
    assert troubles(one)["R1.body"] is Trouble.SHIFTED
    assert any("毎年、" in each.accepted for each in one.found if each.address == "R2.body")


def test_a_reading_deleted_with_tracking_off_is_an_edit_where_readings_are_in_brackets(issued: Path) -> None:
    one = mapped(issued, silent(draft(issued), "R2.body", "（ひぼう）", ""))
    assert [(each.address, each.accepted) for each in one.found if each.hunks] == [("R2.body", "誹謗を防ぐため、職員を支えられたい。")]


def test_half_a_reading_deleted_with_tracking_off_is_not_doubled(issued: Path) -> None:
    one = mapped(issued, silent(draft(issued), "R2.body", "う）を", ""))
    found = next(each for each in one.found if each.hunks)
    assert (found.issued, found.accepted) == ("誹謗（ひぼう）を防ぐため、職員を支えられたい。", "誹謗（ひぼ防ぐため、職員を支えられたい。")
