"""Whatever was said comes back from a PDF, character for character, in order, in each geometry."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_build import Sheet, Speech, pdf, ruled_table, set_lines, two_columns, with_page_numbers, wrapped

from drafting.importers import import_rows
from drafting.importers.pdf import pdf_rows
from drafting.problems import DraftingError

_SENTENCES = st.text(st.sampled_from("いろはにほへと見直案件図書館資料2025PDFア～「」、１・々"), min_size=4, max_size=70)
# A speech begins with a word, and ends as speeches do: what else a line can mean is the business of the layouts.
_SAID = st.lists(_SENTENCES, min_size=1, max_size=4).map(lambda parts: "".join(f"はい{part}です。" for part in parts))
_SPEECHES = st.lists(st.tuples(st.sampled_from(["会長", "山本委員", "事務局", "Ａ委員"]), _SAID), min_size=4, max_size=8)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def read(sheets: list[Sheet]) -> str:
    """All letters of the rows, blanks and heads of the table left out."""
    rows, _ = pdf_rows(pdf(sheets), "会議録.pdf")
    return squeezed("".join("".join(row.cells) for row in rows if row.cells != ("発言者", "内容")))


def said(sheets: list[Sheet]) -> list[Speech]:
    rows, _ = pdf_rows(pdf(sheets), "会議録.pdf")
    return [(one.speaker, squeezed(one.text)) for one in import_rows(rows, "会議録.pdf", layout="speaker-table").minutes.utterances]


@settings(max_examples=40)
@given(_SPEECHES, st.integers(4, 20), st.integers(12, 30))
def test_speeches_in_a_ruled_table_come_back(speeches: list[Speech], lines: int, column: int) -> None:
    sheets = with_page_numbers(ruled_table(speeches, lines_a_page=lines, heading=("発言者", "内容"), column=column))
    assert said(sheets) == speeches


@settings(max_examples=40)
@given(_SPEECHES, st.integers(4, 20), st.integers(20, 38), st.integers(6, 10))
def test_speeches_in_two_columns_come_back(speeches: list[Speech], lines: int, column: int, x: int) -> None:
    sheets = with_page_numbers(two_columns(speeches, lines_a_page=lines, column=column, x=x))
    assert said(sheets) == speeches


def test_a_speech_that_comes_back_at_the_head_of_pages_is_no_running_head() -> None:
    speeches = [("会長", "はい0000です。" * times) for times in (1, 1, 3, 1)]
    assert said(with_page_numbers(two_columns(speeches, lines_a_page=4, column=20, x=6))) == speeches


@settings(max_examples=40)
@given(_SPEECHES, st.integers(4, 20), st.integers(20, 40), st.sampled_from(["（{}）\u3000", "○{}\u3000", "{}：", "【{}】"]))
def test_lines_of_prose_come_back_in_order(speeches: list[Speech], lines: int, width: int, label: str) -> None:
    whole = [label.format(who) + text for who, text in speeches]
    sheets = with_page_numbers(set_lines([(0, line) for text in whole for line in wrapped(text, width)], lines_a_page=lines))
    assert read(sheets) == squeezed("".join(whole))


_SOUND = pdf(two_columns([("会長", "それでは始めます。"), ("委員", "はい。")] * 4))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(_SOUND) - 1), st.binary(min_size=0, max_size=6)), min_size=1, max_size=6), st.integers(0, len(_SOUND)))
def test_no_damage_makes_the_reader_crash(changes: list[tuple[int, bytes]], end: int) -> None:
    data = bytearray(_SOUND)
    for at, new in changes:
        data[at : at + len(new)] = new
    for damaged in (bytes(data), bytes(data[:end])):
        try:
            rows, _ = pdf_rows(damaged, "会議録.pdf")
        except DraftingError as error:
            assert all(problem.place.file == "会議録.pdf" for problem in error.problems)
        else:
            assert all(row.line >= 1 for row in rows)
