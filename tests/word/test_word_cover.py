"""A cover stays one page, whatever its title is."""

from __future__ import annotations

from typing import Any

import pytest
from word_build import REFERENCE, draft, needs_office, p, part, to_lines
from word_faults import png

from drafting.draft import Draft, Emblem, Finish, PageBreak, Picture
from drafting.model import PROFILES, Format
from drafting.word.document import w
from drafting.word.writer import write_word

EMBLEM = Picture(png(120, 120), "png", 120, 120)
NAME = "甲市持続可能な地域社会の実現に向けたデジタル化及び市民参加推進計画策定評価委員会"



def covered(title: str) -> Draft:
    marked = p("（案）", "表紙案")
    return draft(Emblem(), p(title, "表紙題名"), marked, p("令和8年3月", "表紙日付"), p(NAME, "表紙名称"), PageBreak(), p("次の頁"))


def look(title: str, form: Format | None = None, finish: Finish | None = None) -> dict[str, tuple[int, int, int]]:
    """Size, space before and pitch of the cover's styles, as written."""
    data = write_word(covered(title), REFERENCE, form or Format(), finish or Finish())[0]

    def number(style: Any, path: str, name: str) -> int:
        found = style.find(path)
        return int(found.get(w(name), "0")) if found is not None else 0

    return {
        style.find(w("name")).get(w("val")): (
            number(style, f"{w('rPr')}/{w('sz')}", "val"),
            number(style, f"{w('pPr')}/{w('spacing')}", "before"),
            number(style, f"{w('pPr')}/{w('spacing')}", "line"),
        )
        for style in part(data, "word/styles.xml").iter(w("style"))
        if style.find(w("name")).get(w("val")).startswith("表紙")
    }


def test_a_title_that_has_room_changes_nothing() -> None:
    assert look("題" * 20) == look("題") == look("甲\n乙")


def test_the_gaps_yield_before_the_letters_do() -> None:
    plain, long = look("題"), look("題" * 90)
    assert long["表紙題名"][0] == plain["表紙題名"][0] and long["表紙日付"][1] < plain["表紙日付"][1]


@pytest.mark.parametrize("finish", [Finish(), Finish(emblem=EMBLEM)], ids=["plain", "emblem"])
@pytest.mark.parametrize("profile", [*PROFILES])
def test_the_longer_a_title_the_smaller_it_is_but_it_can_be_read(profile: str, finish: Finish) -> None:
    sizes = [look("題" * length, PROFILES[profile], finish)["表紙題名"] for length in range(20, 420, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0][0] > sizes[-1][0] >= 24
    assert {style[0] for style in look("題" * 400).values()} >= {32}  # the other letters of the cover stay as they are


def test_a_draft_without_a_cover_keeps_its_styles() -> None:
    data = write_word(draft(p("本文" * 900)), REFERENCE, Format())[0]
    other = write_word(draft(p("本文")), REFERENCE, Format())[0]
    assert [e.attrib for e in part(data, "word/styles.xml").iter()] == [e.attrib for e in part(other, "word/styles.xml").iter()]


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("length", [40, 80, 150, 300])
def test_the_cover_is_one_page_in_libreoffice(length: int) -> None:
    for form in (Format(), *PROFILES.values()):
        pages = to_lines(write_word(covered("題" * length), REFERENCE, form, Finish(emblem=EMBLEM))[0])
        assert len(pages) == 2 and pages[1] == ["次の頁"]
