"""Covers, bodies, sheets that lie across: the sections of a written draft."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from word_build import (
    h,
    p,
    part,
    table,
    write,
)

from drafting.draft import (
    Contents,
    ContentsEntry,
    Orientation,
    PageBreak,
    Pages,
    SectionBreak,
)
from drafting.word.document import w

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t &<>\"'"), max_size=40)


LYING, STANDING = SectionBreak(Pages.ON, Orientation.LANDSCAPE), SectionBreak(Pages.ON)


def test_only_what_follows_the_section_break_has_page_numbers_from_1() -> None:
    body = part(write(p("表紙"), SectionBreak(), p("本文"), SectionBreak(), p("資料")))
    footers = [len(each.findall(w("footerReference"))) for each in body.iter(w("sectPr"))]
    assert footers == [0, 1, 1]
    assert {each.find(w("pgNumType")).get(w("start")) for each in body.iter(w("sectPr"))} == {"1"}


UPRIGHT = ("11906", "", True)


ACROSS = ("16838", "landscape", True)


def papers(body: Any) -> list[tuple[str, str, bool, bool]]:
    """Of each section: how wide the paper is, how it lies, whether it has a footer and counts from 1."""
    return [
        (
            section.find(w("pgSz")).get(w("w")),
            section.find(w("pgSz")).get(w("orient"), ""),
            section.find(w("footerReference")) is not None,
            section.find(w("pgNumType")) is not None,
        )
        for section in body.iter(w("sectPr"))
    ]


def test_a_landscape_section_lies_between_upright_ones_and_its_pages_count_on() -> None:
    body = part(write(p("一"), LYING, p("二"), STANDING, p("三")))
    assert papers(body) == [(*UPRIGHT, True), (*ACROSS, False), (*UPRIGHT, False)]


def test_a_document_may_begin_or_end_lying_and_an_empty_section_leaves_a_page_break() -> None:
    assert papers(part(write(LYING, p("一"), STANDING))) == [(*ACROSS, True)]
    assert papers(part(write(p("一"), LYING, p("二"), STANDING))) == [(*UPRIGHT, True), (*ACROSS, False)]
    body = part(write(p("一"), LYING, STANDING, p("二")))
    assert papers(body) == [(*UPRIGHT, True)]
    assert len(list(body.iter(w("pageBreakBefore")))) == 1


def test_a_landscape_section_behind_a_cover_keeps_the_count_of_the_body() -> None:
    body = part(write(p("表紙"), SectionBreak(), p("本文"), LYING, table(["甲"], ["乙"])))
    assert papers(body) == [("11906", "", False, True), (*UPRIGHT, True), (*ACROSS, False)]


def test_a_table_in_a_landscape_section_is_as_wide_as_its_paper() -> None:
    body = part(write(table(["甲"], ["乙"]), LYING, table(["甲"], ["乙"]), STANDING, table(["甲"], ["乙"])))
    widths = [sum(int(column.get(w("w"))) for column in grid) for grid in body.iter(w("tblGrid"))]
    assert widths[0] == widths[2] < widths[1]


def test_breaks_at_the_ends_and_next_to_each_other_make_no_empty_page() -> None:
    body = part(
        write(PageBreak(), SectionBreak(), p("一"), PageBreak(), SectionBreak(), PageBreak(), p("二"), PageBreak())
    )
    assert len(list(body.iter(w("sectPr")))) == 2
    assert list(body.iter(w("pageBreakBefore"))) == []


def test_a_section_that_ends_with_contents_survives_their_renewal() -> None:
    contents = Contents((ContentsEntry(1, "第1", "章", "c"),))
    body = part(write(contents, SectionBreak(), h(1, "第1", "章", id="c")))
    field, end, own = body.findall(f".//{w('p')}")[:3]
    assert [each.find(f".//{w('sectPr')}") is not None for each in (field, end, own)] == [False, False, True]
