"""The form that a city gives its drafts: grids, page numbers, readings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_build import (
    REFERENCE,
    draft,
    findings,
    h,
    p,
    part,
    write,
)

from drafting.draft import (
    Paragraph,
    SectionBreak,
    Span,
)
from drafting.model import PROFILES, Format
from drafting.numbering import HEADINGS, number_text
from drafting.word.document import w
from drafting.word.texts import read_texts
from drafting.word.writer import write_word

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t &<>\"'"), max_size=40)


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_is_valid(name: str, tmp_path: Path) -> None:
    form = PROFILES[name]
    numbers = [number_text(HEADINGS.levels[2], n, form.digits, form.paren) for n in range(1, 13)]
    data, problems = write_word(draft(*(h(3, number, "項") for number in numbers), p("文")), REFERENCE, form)
    assert problems == []
    assert findings(data, tmp_path) == []


def test_a_grid_has_the_pitch_of_its_lines_and_characters() -> None:
    data = write(p("文"), form=PROFILES["42x40"])
    grid = part(data).find(f".//{w('docGrid')}")
    assert {name.removeprefix(w("")): value for name, value in grid.attrib.items()} == {
        "type": "linesAndChars", "linePitch": "350", "charSpace": "4",
    }  # fmt: skip
    normal = next(style for style in part(data, "word/styles.xml").iter(w("style")) if style.get(w("styleId")) == "Normal")
    assert w("line") not in normal.find(f".//{w('spacing')}").attrib


def test_a_grid_too_close_for_its_letters_is_told() -> None:
    problems = write_word(draft(p("文")), REFERENCE, Format(characters=60, lines=60, size=14))[1]
    assert [problem.code for problem in problems] == ["W002", "W002"]
    assert "1行に60字は" in problems[0].message


def texts_of(data: bytes, name: str) -> str:
    return "".join(part(data, name).itertext())


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("- 1 -", "-  PAGE 1 -"), ("1/10", " PAGE 1/ SECTIONPAGES 1"), ("１頁", " PAGE \\* DBCHAR １頁"), ("頁", "頁")],
)
def test_page_numbers_take_the_form_they_are_given(pattern: str, text: str) -> None:
    data = write(p("表紙"), SectionBreak(), p("文"), form=Format(page_number=pattern))
    assert texts_of(data, "word/footer_drafting.xml").replace("  ", " ").strip() == text.replace("  ", " ").strip()


def test_pages_without_number_have_no_footer() -> None:
    body = part(write(p("表紙"), SectionBreak(), p("文"), form=Format(page_number="なし")))
    assert list(body.iter(w("footerReference"))) == []


def test_letter_and_contents_may_have_small_roman_numbers(tmp_path: Path) -> None:
    data = write(p("表紙"), SectionBreak(), p("文"), form=Format(front_page_number="ローマ数字"))
    cover, section = part(data).iter(w("sectPr"))
    assert cover.find(w("pgNumType")).get(w("fmt")) == "lowerRoman"
    assert cover.find(w("titlePg")) is not None
    assert section.find(w("pgNumType")).get(w("fmt")) is None
    assert findings(data, tmp_path) == []


def test_a_reading_in_brackets_becomes_ruby_and_reads_back_in_brackets(tmp_path: Path) -> None:
    text = "市民への誹謗（ひぼう）と（案）、図（ず1）、（かな）、挨拶（あいさつ）\n終"
    data = write(p(text, address="R1.body"), form=Format(ruby=True))
    assert len(list(part(data).iter(w("ruby")))) == 2
    assert read_texts(data) == [text]
    assert findings(data, tmp_path) == []
    assert list(part(write(p(text))).iter(w("ruby"))) == []


@given(st.lists(st.text("漢字（）かなー々a\n", max_size=12), max_size=3))
def test_ruby_changes_no_text(paragraphs: list[str]) -> None:
    data = write(*(Paragraph((Span(text),)) for text in paragraphs), form=Format(ruby=True))
    assert read_texts(data) == paragraphs
