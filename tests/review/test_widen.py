"""What was typed with tracking off right beside a text, where Word or LibreOffice leave the cursor outside of the bookmark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handed_out import draft
from homes_read import bookmark, mapped
from lxml import etree
from reviewers import changed, tracked

from drafting.word.document import W


def _run(words: str) -> Any:
    return etree.fromstring(f'<w:r xmlns:w="{W}"><w:t xml:space="preserve">{words}</w:t></w:r>')


def _typed(data: bytes, address: str, before: str, behind: str) -> bytes:
    def type_(root: Any) -> None:
        start, end = bookmark(root, address)
        if before:
            start.addprevious(_run(before))
        if behind:
            end.addnext(_run(behind))

    return changed(data, type_)


def _accepted(folder: Path, data: bytes) -> dict[str, str]:
    one = mapped(folder, data)
    assert not one.unplaced and not any(each.trouble for each in one.found)
    return {each.address: each.accepted for each in one.found if each.hunks}


def test_a_sentence_typed_behind_a_text_is_taken(issued: Path) -> None:
    found = _accepted(issued, _typed(draft(issued), "R2.body", "", "費用も示されたい。"))
    assert found == {"R2.body": "誹謗（ひぼう）を防ぐため、職員を支えられたい。費用も示されたい。"}


def test_words_typed_before_a_text_are_taken(issued: Path) -> None:
    found = _accepted(issued, _typed(draft(issued), "R2.body", "あわせて、", ""))
    assert found == {"R2.body": "あわせて、誹謗（ひぼう）を防ぐため、職員を支えられたい。"}


def test_a_title_is_widened_too(issued: Path) -> None:
    assert _accepted(issued, _typed(draft(issued), "R1.title", "", "など")) == {"R1.title": "案内の見直しなど"}


def test_words_beside_a_text_are_told_where_tracked_ones_stand_between(issued: Path) -> None:
    """Which letters are whose cannot be said; nothing may be lost."""

    def both(root: Any) -> None:
        end = bookmark(root, "R2.body")[1]
        end.addnext(_run("費用も示されたい。"))
        mark = etree.fromstring(f'<w:ins xmlns:w="{W}" w:id="9" w:author="甲委員"/>')
        mark.append(_run("また、"))
        end.addnext(mark)

    one = mapped(issued, changed(draft(issued), both))
    said = [each.words for each in one.unplaced] + [each.accepted for each in one.found if each.hunks]
    assert any("費用も示されたい。" in each for each in said) and any("また、" in each for each in said)


def test_words_of_the_template_in_the_paragraph_are_not_taken_for_the_texts(issued: Path) -> None:
    """The name of the committee stands alone on the cover and in a sentence elsewhere: two kinds of paragraphs changed."""
    data = _typed(_typed(draft(issued), "R2.body", "", "費用も示されたい。"), "consultation.date", "", "頃")
    one = mapped(issued, data)
    assert {"R2.body", "consultation.date"}.isdisjoint(each.address for each in one.found if each.hunks)
    assert any("費用も示されたい。" in each.words for each in one.unplaced) and any("頃" in each.words for each in one.unplaced)


def test_a_widened_text_names_all_who_changed_it(issued: Path) -> None:
    data = _typed(tracked(draft(issued), "R2.body", "支えられ", "守られ", "甲委員"), "R2.body", "", "費用も示されたい。")
    one = mapped(issued, data)
    assert {name for each in one.found for _, who in each.hunks for name in who} == {"甲委員", "変更履歴なし（戻り.docx）"}
