"""Texts whose home is hurt, and what was changed where no text stands: told, never taken for deleted."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

from handed_out import draft, sent
from homes_read import bookmark, mapped, troubles
from lxml import etree
from reviewers import changed, runs, tracked
from workspaces import drafting

from drafting.review.outcome import Trouble
from drafting.word.document import W, w


def test_an_emptied_bookmark_is_no_deletion(issued: Path) -> None:
    def empty(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        start.addnext(end)

    one = mapped(issued, changed(draft(issued), empty))
    assert troubles(one) == {} and not any(each.hunks for each in one.found)


def test_an_emptied_bookmark_with_other_words_beside_it_is_a_conflict(issued: Path) -> None:
    def rewrite(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        runs(root, "R1.title")[0].find(w("t")).text = "別の題"
        start.addnext(end)

    assert troubles(mapped(issued, changed(draft(issued), rewrite))) == {"R1.title": Trouble.EMPTIED}


def test_a_text_that_was_cut_and_pasted_elsewhere_has_moved(issued: Path) -> None:
    def cut(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        paragraph = start.getparent()
        body = paragraph.getparent()
        for mark in (start, end):
            mark.getparent().remove(mark)
        body.remove(paragraph)
        body.insert(0, paragraph)

    assert troubles(mapped(issued, changed(draft(issued), cut))) == {"R1.title": Trouble.MOVED}


def test_a_text_that_is_gone_without_a_trace_is_lost_not_deleted(issued: Path) -> None:
    def cut(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.getparent().remove(paragraph)

    assert troubles(mapped(issued, changed(draft(issued), cut))) == {"R1.title": Trouble.LOST}


def test_a_paragraph_pasted_twice_is_a_conflict(issued: Path) -> None:
    def double(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.addnext(copy.deepcopy(paragraph))

    assert troubles(mapped(issued, changed(draft(issued), double))) == {"R1.title": Trouble.DOUBLED}


def test_a_text_deleted_as_a_whole_is_for_the_clerk_to_decide(issued: Path) -> None:
    one = mapped(issued, tracked(draft(issued), "R1.title", "案内の見直し", "", "甲委員"))
    assert troubles(one) == {"R1.title": Trouble.DELETED}


def test_what_is_typed_behind_the_last_word_belongs_to_the_text(issued: Path) -> None:
    def add(root: Any) -> None:
        end = bookmark(root, "R1.body")[1]
        mark = etree.fromstring(
            f'<w:ins xmlns:w="{W}" w:id="7" w:author="甲委員" w:date="2026-01-20T10:00:00Z"><w:r><w:t>追加する。</w:t></w:r></w:ins>'
        )
        end.addnext(mark)

    one = mapped(issued, changed(draft(issued), add))
    body = next(each for each in one.found if each.address == "R1.body")
    assert body.accepted.endswith("追加する。")
    assert body.hunks[0][1] == ("甲委員",) and one.unplaced == ()


def test_words_between_chapters_are_told_with_their_author(issued: Path) -> None:
    def add(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        paragraph.addprevious(
            etree.fromstring(
                f'<w:p xmlns:w="{W}"><w:pPr><w:rPr><w:ins w:id="8" w:author="乙委員" w:date=""/></w:rPr></w:pPr>'
                '<w:ins w:id="7" w:author="乙委員" w:date=""><w:r><w:t>新しい段落</w:t></w:r></w:ins></w:p>'
            )
        )

    name = sent(issued, "乙.docx", changed(draft(issued), add))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 1 and "挿入　乙委員" in result.stdout and "新しい段落" in result.stdout
    assert "文章に入れるときは、その提言の body などに書いてください" in result.stdout


def test_a_printed_date_names_the_item_to_edit(issued: Path) -> None:
    name = sent(issued, "甲.docx", tracked(draft(issued), "letter.date", "令和", "平成", "甲委員"))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 1 and "inputs/committee.yaml の letter の date" in result.stdout


def test_words_of_the_template_changed_with_tracking_off_are_told(issued: Path) -> None:
    def rewrite(root: Any) -> None:
        text = next(each for each in root.iter(w("t")) if (each.text or "").startswith("はじめに") and each.getparent().getparent().tag == w("p"))
        heading = [each for each in root.iter(w("t")) if each.text == text.text][-1]
        heading.text = "まえがき"

    one = mapped(issued, changed(draft(issued), rewrite))
    assert [(each.kind, each.words) for each in one.unplaced] == [("書き換え・追加", "まえがき"), ("元の文がない", "はじめに")]
    assert one.unplaced[0].author == "変更履歴なし（戻り.docx）"


def test_words_added_behind_a_text_with_tracking_off_are_of_that_text(issued: Path) -> None:
    def add(root: Any) -> None:
        bookmark(root, "R1.title")[1].addnext(etree.fromstring(f'<w:r xmlns:w="{W}"><w:t>について</w:t></w:r>'))

    one = mapped(issued, changed(draft(issued), add))
    assert [each.accepted for each in one.found if each.hunks] == ["案内の見直しについて"] and not one.unplaced


def test_a_copy_of_a_text_pasted_with_tracking_off_is_told(issued: Path) -> None:
    def paste(root: Any) -> None:
        copied = copy.deepcopy(bookmark(root, "R2.body")[0].getparent())
        for mark in [*copied.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
            mark.getparent().remove(mark)
        bookmark(root, "R1.title")[0].getparent().addprevious(copied)

    one = mapped(issued, changed(draft(issued), paste))
    (told,) = one.unplaced
    assert (told.kind, told.words) == ("書き換え・追加", "誹謗（ひぼう）を防ぐため、職員を支えられたい。")
    assert told.where == "提言"


def test_a_line_added_with_tracking_off_is_told_with_the_words_before_it(issued: Path) -> None:
    def add(root: Any) -> None:
        paragraph = runs(root, "R1.body")[-1].getparent()
        paragraph.addnext(etree.fromstring(f'<w:p xmlns:w="{W}"><w:r><w:t>新しい一文。</w:t></w:r></w:p>'))

    (told,) = mapped(issued, changed(draft(issued), add)).unplaced
    assert (told.words, told.where) == ("新しい一文。", "毎年、その結果を公表されたい。   # 本文の一部")


def test_contents_made_anew_with_tracking_on_are_counted_only(issued: Path) -> None:
    def renew(root: Any) -> None:
        for run in [run for run in root.iter(w("r")) if run.find(w("t")) is not None]:
            style = next(run.iterancestors(w("p"))).find(f"{w('pPr')}/{w('pStyle')}")
            if style is not None and style.get(w("val")).lower().startswith("toc"):
                mark = etree.Element(w("ins"), {w("id"): "9000", w("author"): "甲委員", w("date"): "2026-01-20T10:00:00Z"})
                run.addprevious(mark)
                mark.append(run)

    name = sent(issued, "甲.docx", changed(tracked(draft(issued), "R1.title", "案内", "表示", "甲委員"), renew))
    result = drafting(issued, "review", name, "--apply")
    assert result.returncode == 0, result.stdout
    assert re.search("甲.docx: 文章の変更 1、コメント 0、目次だけの変更 [0-9]+（取り込みません）", result.stdout)


def test_words_typed_among_the_contents_are_told(issued: Path) -> None:
    def add(root: Any) -> None:
        line = next(each for each in root.iter(w("pStyle")) if each.get(w("val")).lower().startswith("toc")).getparent().getparent()
        copied = copy.deepcopy(line)
        for run in [*copied.iter(w("r"))]:
            run.getparent().remove(run)
        mark = f'<w:ins xmlns:w="{W}" w:id="9000" w:author="甲委員" w:date=""><w:r><w:t>章を一つ加えられたい。</w:t></w:r></w:ins>'
        copied.append(etree.fromstring(mark))
        line.addnext(copied)

    one = mapped(issued, changed(draft(issued), add))
    assert [(each.author, each.words) for each in one.unplaced] == [("甲委員", "章を一つ加えられたい。")] and not one.contents


def test_words_typed_into_a_line_of_the_contents_with_tracking_off_are_told(issued: Path) -> None:
    def retype(root: Any) -> None:
        lines = (each.getparent().getparent() for each in root.iter(w("pStyle")) if each.get(w("val")).lower().startswith("toc"))
        text = next(text for line in lines for text in line.iter(w("t")) if "案内の見直し" in (text.text or ""))
        text.text = "案内の改善"

    one = mapped(issued, changed(draft(issued), retype))
    assert [(each.kind, each.where) for each in one.unplaced] == [("書き換え・追加", "目次")] and "案内の改善" in one.unplaced[0].words


def test_the_old_contents_of_an_edited_title_are_nobodys_words(issued: Path) -> None:
    data = changed(draft(issued), lambda root: setattr(runs(root, "R1.title")[0].find(w("t")), "text", "案内の改善"))
    assert not mapped(issued, data).unplaced


def test_words_inserted_between_marks_that_were_torn_apart_are_told(issued: Path) -> None:
    """The bookmark of the title was left behind when its paragraph was moved: what was typed there belongs to no text."""

    def tear(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        paragraph, after = start.getparent(), bookmark(root, "R1.body")[0].getparent()
        run = f'<w:ins xmlns:w="{W}" w:id="9" w:author="甲委員"><w:r><w:t>加えた言葉</w:t></w:r></w:ins>'
        after.insert(1, start)
        after.insert(2, etree.fromstring(run))
        after.insert(3, end)
        paragraph.getparent().append(paragraph)

    one = mapped(issued, changed(draft(issued), tear))
    said = [each.words for each in one.unplaced] + [f"{each.accepted}{each.instead}" for each in one.found if each.hunks or each.trouble]
    assert any("加えた言葉" in each for each in said)


def test_words_inserted_in_an_emptied_text_are_told(issued: Path) -> None:
    """The end of the bookmark stands before its beginning."""

    def tear(root: Any) -> None:
        paragraph = bookmark(root, "R1.title")[0].getparent()
        run = f'<w:ins xmlns:w="{W}" w:id="9" w:author="甲委員"><w:r><w:t>加えた言葉</w:t></w:r></w:ins>'
        start, end = bookmark(root, "R1.body")
        end.getparent().remove(end)
        paragraph.addprevious(end)
        start.addnext(etree.fromstring(run))

    assert "加えた言葉" in [each.words for each in mapped(issued, changed(draft(issued), tear)).unplaced]


def test_a_paragraph_of_the_template_deleted_between_marks_that_were_torn_apart_is_told(issued: Path) -> None:
    """Its deletion is no part of what happened to the name that was moved away."""

    def tear(root: Any) -> None:
        start, end = bookmark(root, "R1.title")
        own, body = start.getparent(), bookmark(root, "R1.body")[0].getparent()
        deleted = (
            f'<w:p xmlns:w="{W}"><w:pPr/><w:del w:id="9" w:author="甲委員"><w:r><w:delText>次の事項に留意されたい。</w:delText></w:r></w:del></w:p>'
        )
        other = etree.fromstring(deleted)
        other.insert(1, start)
        other.append(end)
        body.addprevious(other)
        own.getparent().insert(0, own)

    assert "次の事項に留意されたい。" in [each.words for each in mapped(issued, changed(draft(issued), tear)).unplaced]
