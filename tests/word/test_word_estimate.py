"""The pages that the contents name before a layout engine has counted them."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from word_build import REFERENCE, draft, h, p, span, table, to_pdf_bytes

from drafting.draft import Block, Draft, Orientation, Paragraph, SectionBreak, Span
from drafting.model import PROFILES, Format
from drafting.word.document import parse_xml, w
from drafting.word.estimate import estimate_pages
from drafting.word.package import MAIN_PART, read_package
from drafting.word.pages import read_pages
from drafting.word.section import Paper, read_papers
from drafting.word.writer import write_word

PAPER = Paper(8788, 13680, 22)  # 39.9 letters, 38 lines
PAPERS = {Orientation.PORTRAIT: PAPER, Orientation.LANDSCAPE: PAPER}
SENTENCE = "公民館の予約の方法については、利用する人の声を踏まえ、分かりやすく見直すことを検討されたい。"


def pages(*blocks: Block, notes: tuple[tuple[Span, ...], ...] = ()) -> list[int]:
    found, last = estimate_pages(draft(*blocks, notes=notes), PAPERS)
    return [*found.values(), last]


def noted(text: str, *numbers: int) -> Paragraph:
    return Paragraph((span(text), *(span("", note=number) for number in numbers)))


def test_a_heading_stands_behind_the_lines_before_it() -> None:
    assert pages(*[p("文")] * 30, h(1, "第1", "章", id="a")) == [1, 1]
    assert pages(*[p("文")] * 80, h(1, "第1", "章", id="a"), p("文")) == [3, 3]


def test_notes_take_their_room_once_on_the_page_of_their_first_mark() -> None:
    note = ((span("注" * 400),),)
    plain, with_note = [*[p("文")] * 33, h(1, "第1", "章", id="a")], [noted("文", 1), *[p("文")] * 32, h(1, "第1", "章", id="a")]
    assert (pages(*plain), pages(*with_note, notes=note)) == ([1, 1], [2, 2])
    again = [noted("文", 1), noted("文", 1), *[p("文")] * 20, h(1, "第1", "章", id="a")]
    assert pages(*again, notes=note) == [1, 1]


def long_report() -> Draft:
    blocks: list[Block] = [SectionBreak()]
    count = 0
    for chapter in range(1, 9):
        blocks.append(h(1, f"第{chapter}", f"{'長い' * 20}章{chapter}", id=f"c{chapter}"))
        for number in range(1, 5):
            blocks.append(h(2, str(number), "節", id=f"c{chapter}-{number}"))
            blocks += [p(SENTENCE * (1 + (chapter * number) % 5)) for _ in range(3)]
            count += 1
            blocks.append(noted(SENTENCE, count))
        blocks.append(table(["回", "内容"], *[[f"第{each}回", SENTENCE * (each % 4 + 1)] for each in range(6)]))
    return draft(*blocks, notes=tuple((span(SENTENCE * (each % 3 + 1)),) for each in range(count)))


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("profile", ["", *PROFILES])
def test_the_estimate_is_a_page_off_at_most_on_a_report_with_notes_and_tables(profile: str) -> None:
    made = long_report()
    form = replace(PROFILES.get(profile, Format()), digits="半角", paren="半角")
    counted = read_pages(to_pdf_bytes(write_word(made, REFERENCE, form)[0]), made)
    body = parse_xml(read_package(REFERENCE, "x")[MAIN_PART]).find(w("body"))
    estimated, _ = estimate_pages(made, read_papers(body, form, round(form.size * 2)))
    assert counted is not None and max(counted.values()) > 15
    assert max(abs(counted[key] - estimated[key]) for key in estimated) <= 1
