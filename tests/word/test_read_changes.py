from __future__ import annotations

import pytest
from read_build import box, change, dele, docx, ins, mark, p, part, r, read, tbl, tc, tr

from drafting.word.package import open_package, write_package
from drafting.word.reading import ChangeKind, Document, extent_text, read_document, texts_of

A, B = {"author": "甲委員"}, {"author": "乙委員"}


def changes(document: Document) -> list[tuple[str, str, str]]:
    return [(each.kind.value, each.author, each.words) for each in document.changes]


def lines(document: Document) -> tuple[list[str], list[str]]:
    accepted, rejected = texts_of(document)
    return accepted.split("\n"), rejected.split("\n")


def test_a_change_has_its_author_date_kind_and_words() -> None:
    document = read(p("市民への", ins("分かりやすい", date="2025-12-01T09:00:00Z", **A), dele("古い", **B), "発信"))
    assert texts_of(document) == ("市民への分かりやすい発信", "市民への古い発信")
    assert changes(document) == [("挿入", "甲委員", "分かりやすい"), ("削除", "乙委員", "古い")]
    assert document.changes[0].date == "2025-12-01T09:00:00Z"
    assert (document.changes[1].accepted, document.changes[1].rejected) == ((0, 10), (0, 4))


def test_a_deletion_inside_an_insertion_of_somebody_else_is_in_neither_text_and_both_are_told() -> None:
    document = read(p("A", ins(r("甲"), **A), ins(dele("乙", **B), **A), ins(r("丙"), **A), "Z"))
    assert texts_of(document) == ("A甲丙Z", "AZ")
    assert changes(document) == [("挿入", "甲委員", "甲乙丙"), ("削除", "乙委員", "乙")]
    inside_out = read(p("A", dele(ins("乙", **A), **B), "Z"))
    assert texts_of(inside_out) == ("AZ", "AZ")
    assert len(inside_out.changes) == 2


def test_one_change_cut_into_runs_is_one_and_the_next_after_plain_words_is_another() -> None:
    document = read(p(ins("甲"), ins(r("乙", "<w:b/>")), ins("丙"), "、", ins("丁")))
    assert [words for _, _, words in changes(document)] == ["甲乙丙", "丁"]


def test_changes_of_several_people_with_the_same_id_stay_apart() -> None:
    document = read(p(ins("甲", **A), ins("乙", **B), ins("丙", author="")))
    assert changes(document) == [("挿入", "甲委員", "甲"), ("挿入", "乙委員", "乙"), ("挿入", "", "丙")]


def test_moved_text_is_in_its_old_place_or_in_its_new_one() -> None:
    name = 'w:name="move1" w:author="a" w:date=""'
    document = read(
        p(f'<w:moveFromRangeStart w:id="9" {name}/>', change("moveFrom", "動く文。"), '<w:moveFromRangeEnd w:id="9"/>', "残る文。"),
        p("次。", f'<w:moveToRangeStart w:id="8" {name}/>', change("moveTo", "動く文。"), '<w:moveToRangeEnd w:id="8"/>'),
    )
    assert lines(document) == (["残る文。", "次。動く文。"], ["動く文。残る文。", "次。"])
    assert [(each.kind, each.words, each.move) for each in document.changes] == [
        (ChangeKind.MOVE_FROM, "動く文。", "move1"), (ChangeKind.MOVE_TO, "動く文。", "move1"),
    ]  # fmt: skip


def test_an_inserted_paragraph_is_gone_when_rejected_also_at_the_end() -> None:
    new = p(ins("二"), mark=mark("ins"))
    assert lines(read(p("一"), new, p("三"))) == (["一", "二", "三"], ["一", "三"])
    assert lines(read(p("一"), new)) == (["一", "二"], ["一"])
    assert changes(read(p("一"), new, p("三"))) == [("挿入", "審査 花子", "二\n")]


def test_split_and_merged_paragraphs() -> None:
    assert lines(read(p("前半", mark=mark("ins")), p("後半"))) == (["前半", "後半"], ["前半後半"])
    assert lines(read(p("前半", mark=mark("del")), p("後半"))) == (["前半後半"], ["前半", "後半"])
    three = read(p("一", mark=mark("del")), p("二", mark=mark("del")), p("三"))
    assert lines(three) == (["一二三"], ["一", "二", "三"])
    assert three.accepted[0].sources == (0, 1, 2)
    assert changes(three) == [("削除", "審査 花子", "\n"), ("削除", "審査 花子", "\n")]


def test_a_mark_that_one_inserted_and_another_deleted_is_in_neither_text() -> None:
    assert lines(read(p("一", mark=mark("ins", **A) + mark("del", **B)), p("二"))) == (["一二"], ["一二"])


def test_a_merged_paragraph_has_the_shape_of_the_mark_that_is_left() -> None:
    document = read(p("一", mark=mark("del"), properties='<w:pStyle w:val="a"/>'), p("二", properties='<w:pStyle w:val="b"/>'))
    assert ([each.style for each in document.accepted], [each.style for each in document.rejected]) == (["b"], ["a", "b"])


def test_a_paragraph_cannot_join_a_table_or_leave_its_cell() -> None:
    gone = p(dele("消"), mark=mark("del"))
    assert lines(read(p("前", mark=mark("del")), tbl(tr("表")), p("後"))) == (["前", "表", "後"], ["前", "表", "後"])
    assert lines(read(gone, tbl(tr("表")), p("後"))) == (["表", "後"], ["消", "表", "後"])
    cell = read(tbl(tr(tc(gone), tc(p("一"), gone))), p("後"))
    assert lines(cell) == (["", "一", "後"], ["消", "一", "消", "後"])


def test_inserted_and_deleted_rows_go_as_a_whole_even_if_their_runs_are_not_marked() -> None:
    document = read(tbl(
        tr("見出し"), tr(tc(p("旧い", "行")), properties=mark("del", **A)), tr(tc(p(ins("新", **A))), properties=mark("ins", **A)),
        tr("両方", properties=mark("ins", **A) + mark("del", **B)),
    ), p())  # fmt: skip
    assert lines(document) == (["見出し", "新", ""], ["見出し", "旧い行", ""])
    assert changes(document) == [
        ("行の削除", "甲委員", "旧い行"), ("行の挿入", "甲委員", ""), ("挿入", "甲委員", "新"),
        ("行の挿入", "甲委員", "両方"), ("行の削除", "乙委員", "両方"),
    ]  # fmt: skip
    assert [each.cell.row for each in document.accepted if each.cell] == [0, 1]


def test_words_around_a_deleted_table_join() -> None:
    document = read(p("前", mark=mark("del")), tbl(tr("表", properties=mark("del"))), p("後"))
    assert lines(document) == (["前後"], ["前", "表", "後"])


def test_inserted_deleted_and_merged_cells() -> None:
    document = read(tbl(
        tr(tc(p("新"), properties=mark("cellIns")), tc(p("旧"), properties=mark("cellDel")), tc(p("残"))),
        tr(tc(p("結合"), properties='<w:cellMerge w:id="5" w:author="a" w:vMerge="cont"/>')),
    ), p())  # fmt: skip
    assert lines(document) == (["新", "残", "結合", ""], ["旧", "残", "結合", ""])
    assert [(each.kind.value, each.words) for each in document.changes] == [
        ("セルの挿入", "新"), ("セルの削除", "旧"), ("セルの結合", ""),
    ]  # fmt: skip
    assert [each.cell.column for each in document.accepted if each.cell] == [0, 1, 0]
    assert document.accepted[2].cell and document.accepted[2].cell.merge == "continue"
    assert document.rejected[2].cell and document.rejected[2].cell.merge == ""


def test_formatting_changes_change_no_text() -> None:
    bold = f"<w:b/>{mark('rPrChange')[:-2]}><w:rPr/></w:rPrChange>"
    old = f'<w:pStyle w:val="新"/>{mark("pPrChange")[:-2]}><w:pPr><w:pStyle w:val="旧"/></w:pPr></w:pPrChange>'
    document = read(p("一", r("太字", bold), "二"), p("見出し", properties=old))
    assert lines(document) == (["一太字二", "見出し"],) * 2
    assert changes(document) == [("書式の変更", "審査 花子", "太字"), ("書式の変更", "審査 花子", "")]
    assert (document.accepted[1].style, document.rejected[1].style) == ("新", "旧")


def test_changes_are_read_in_notes_headers_boxes_controls_and_links() -> None:
    changed = p("元", ins("新"), dele("旧"))
    run = f"<w:hyperlink>{ins('連結')}</w:hyperlink>"
    document = read(
        p("本文", r('<w:footnoteReference w:id="2"/>'), box(p("箱", ins("中"))), run),
        f"<w:sdt><w:sdtPr><w:alias w:val=\"名\"/></w:sdtPr><w:sdtContent>{changed}</w:sdtContent></w:sdt>",
        footnotes=part("footnotes", f'<w:footnote w:id="0" w:type="separator">{p("線")}</w:footnote><w:footnote w:id="2">{changed}</w:footnote>'),
        header_1=part("hdr", changed), footer_1=part("ftr", p()),
    )  # fmt: skip
    assert lines(document) == (
        ["本文連結", "箱中", "元新", "元新", "元新"], ["本文", "箱", "元旧", "元旧", "元旧"],
    )  # fmt: skip
    assert [each.story.kind.name for each in document.accepted] == ["BODY", "BODY", "BODY", "FOOTNOTE", "HEADER", "FOOTER"]
    assert [each.story.box for each in document.accepted] == [0, 1, 0, 0, 0, 0]


def test_a_footnote_is_there_where_its_mark_is() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{p("注")}</w:footnote><w:footnote w:id="3">{p("迷子")}</w:footnote>')
    document = read(p("本文", dele(r('<w:footnoteReference w:id="2"/>'))), footnotes=notes)
    assert texts_of(document) == ("本文", "本文\n注")


def test_a_text_box_waits_until_its_paragraph_is_whole() -> None:
    document = read(p("前", box(p("箱")), mark=mark("del")), p("後"))
    assert lines(document) == (["前後", "箱"], ["前", "後", "箱"])
    nested = read(p("外", box(p("箱", box(p("内箱"))))))
    assert lines(nested) == (["外", "箱", "内箱"],) * 2


def test_bookmarks_are_found_in_both_texts_and_around_changes() -> None:
    start, end = '<w:bookmarkStart w:id="7" w:name="d_R1_body"/>', '<w:bookmarkEnd w:id="7"/>'
    document = read(p("前", start, "一", ins("新")), p(dele("旧"), "二", end, "後", ins("外")))
    (bookmark,) = document.bookmarks
    assert extent_text(document.accepted, bookmark.accepted) == "一新\n二"
    assert extent_text(document.rejected, bookmark.rejected) == "一\n旧二"
    assert [each.bookmarks for each in document.changes] == [("d_R1_body",), ("d_R1_body",), ()]


def test_an_insertion_over_the_border_of_two_bookmarks_is_two_changes() -> None:
    marks = [f'<w:bookmarkStart w:id="{i}" w:name="d_R{i}_body"/>' for i in (1, 2)]
    document = read(p(marks[0], ins("甲"), '<w:bookmarkEnd w:id="1"/>', marks[1], ins("乙"), '<w:bookmarkEnd w:id="2"/>'))
    assert [(each.words, each.bookmarks) for each in document.changes] == [("甲", ("d_R1_body",)), ("乙", ("d_R2_body",))]


def test_bookmarks_between_paragraphs_emptied_doubled_or_without_an_end() -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    document = read(
        start.format(1, "a"), p("一"), end.format(1), start.format(2, "空"), end.format(2), p("二"),
        p(start.format(3, "a"), "写し", end.format(3)), p(start.format(4, "_GoBack"), ins("三")), end.format(99),
    )  # fmt: skip
    found = [(each.name, extent_text(document.accepted, each.accepted)) for each in document.bookmarks]
    assert found == [("a", "一"), ("空", ""), ("a", "写し"), ("_GoBack", "")]
    assert document.changes[0].bookmarks == ()


def test_a_bookmark_that_libreoffice_cut_at_the_border_of_paragraphs_is_one() -> None:
    start = '<w:bookmarkStart w:id="{}" w:name="{}"/>'
    document = read(
        p(start.format(1, "a"), "一", mark=mark("ins")), p(start.format(2, "a"), "二", '<w:bookmarkEnd w:id="2"/>'),
        p(start.format(3, "b"), "三"), p(ins("四")), p(start.format(4, "b"), "五", '<w:bookmarkEnd w:id="4"/>'),
        p(start.format(5, "c")), p(ins("六")),
    )  # fmt: skip
    found = [(each.name, extent_text(document.accepted, each.accepted)) for each in document.bookmarks]
    assert found == [("a", "一\n二"), ("b", "三\n四\n五"), ("c", "")]
    assert [each.bookmarks for each in document.changes] == [("a",), ("b",), ()]


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "shift_jis"])
def test_parts_in_other_encodings_are_read(codec: str) -> None:
    text = part("document", f"<w:body>{p('本文', ins('新'))}</w:body>").decode().replace("UTF-8", codec.removesuffix("-sig"))
    assert texts_of(read(main=text.encode(codec))) == ("本文新", "本文")


def test_a_strict_file_is_read_like_any_other() -> None:
    parts = open_package(docx(p("本文", ins("新")), header_1=part("hdr", p("上"))), "x")
    strict = {
        name: content.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
        for name, content in parts.items()
    }  # fmt: skip
    assert strict != parts
    assert texts_of(read_document(write_package(strict), "x")) == ("本文新\n上", "本文\n上")


def test_the_body_may_have_another_name() -> None:
    parts = open_package(docx(p("本文")), "x")
    parts = {name.replace("word/document.xml", "word/document2.xml"): content for name, content in parts.items()}
    parts = {name: content.replace(b"word/document.xml", b"word/document2.xml") for name, content in parts.items()}
    assert texts_of(read_document(write_package(parts), "x")) == ("本文", "本文")


def test_a_control_or_element_nobody_knows_hides_no_text() -> None:
    unknown = f'<x:new xmlns:x="urn:new">{r("新しい")}</x:new>'
    assert texts_of(read(p(unknown, f"<w:smartTag>{r('札')}</w:smartTag>"))).accepted == "新しい札"
    assert texts_of(read(f'<x:block xmlns:x="urn:new">{p("段落")}</x:block>')).accepted == "段落"


def test_changes_around_whole_paragraphs_are_understood() -> None:
    assert lines(read(p("一"), change("ins", p("二")), p("三"))) == (["一", "二", "三"], ["一", "三"])
