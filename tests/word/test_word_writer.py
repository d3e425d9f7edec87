from __future__ import annotations

import io
import re
import shutil
import struct
import zlib
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from word_build import REFERENCE, draft, dump, everything, h, p, part, span, table, to_lines, to_text, write

from drafting.draft import (
    Anchor,
    Contents,
    ContentsEntry,
    Emblem,
    Finish,
    Heading,
    Orientation,
    PageBreak,
    Pages,
    Paragraph,
    SectionBreak,
    Span,
)
from drafting.model import PROFILES, Format, Margins
from drafting.numbering import HEADINGS, number_text
from drafting.problems import DraftingError, Severity
from drafting.word import blocks, writer
from drafting.word.document import block_name, w
from drafting.word.package import MAIN_PART, read_package, write_package
from drafting.word.pictures import read_picture
from drafting.word.texts import read_texts
from drafting.word.writer import write_word

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t &<>\"'"), max_size=40)
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


def without(reference: bytes, name: str) -> bytes:
    parts = read_package(reference, "x")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(f'w:name w:val="{name}"'.encode(), b'w:name w:val="?"')
    return write_package(parts)


def findings(data: bytes, folder: Path) -> list[str]:
    path = folder / "draft.docx"
    path.write_bytes(data)
    return [f"{each.part_uri}: {each.description}" for each in OpenXmlValidator().validate(path).errors]


def test_a_file_with_everything_in_it_is_valid(tmp_path: Path) -> None:
    data, problems = write_word(everything(), REFERENCE, Format())
    assert problems == []
    assert findings(data, tmp_path) == []


def test_another_format_is_valid_too(tmp_path: Path) -> None:
    form = Format("游明朝", "游ゴシック", "Century", 10.5, Margins(20, 20, 20, 20), "全角", "全角", page_number="1")
    data = write(h(1, "第１", "章"), h(2, "１", "節"), h(3, "（１）", "項"), p("本文"), form=form)
    assert findings(data, tmp_path) == []


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert write_word(everything(), REFERENCE, Format()) == write_word(everything(), REFERENCE, Format())


def test_python_docx_reads_the_same_texts() -> None:
    data = write_word(everything(), REFERENCE, Format())[0]
    document = docx.Document(io.BytesIO(data))
    body = [each.text for each in document.paragraphs if each.text]
    cells = {cell.text for each in document.tables for row in each.rows for cell in row.cells}
    assert set(body) <= set(read_texts(data))
    assert "学識経験者\n◎委員長" in cells
    assert document.core_properties.title == "答申（案）"
    assert document.core_properties.author == ""


def test_blocks_stand_in_their_styles_and_their_numbers_are_not_text() -> None:
    data = write(
        p("豊中市長　様", "宛名"), h(1, "第1", "章", id="c1"), p("本文", address="texts.closing"),
        h(3, "提言1", "相談", "recommendation"), p("項目", bullet="・"), h(2, "", "節", ""),
    )  # fmt: skip
    assert dump(data) == (
        "宛名 | 豊中市長　様\n"
        f"heading 1 | [{block_name('c1')}:章:{block_name('c1')}]\n"
        "本文 | [d_texts_closing:本文:d_texts_closing]\n"
        "提言見出し | 相談\n"
        "箇条 | ・項目\n"
        "heading 2 | 節"
    )


def test_neighbouring_texts_of_one_anchor_share_a_bookmark_over_paragraphs() -> None:
    data = write(
        p("一", address="R1.body"), p("二", address="R1.body"),
        Paragraph((span("三", "R1.body"), span("強", "R1.body", strong=True), span("。"), span("題", "R1.title"))),
        Paragraph((Span("再", Anchor("R1.title", 2)),)),
    )  # fmt: skip
    assert dump(data).split("\n") == [
        "本文 | [d_R1_body:一",
        "本文 | 二",
        "本文 | 三強:d_R1_body]。[d_R1_title:題:d_R1_title]",
        "本文 | [d_R1_title__2:再:d_R1_title__2]",
    ]


def test_an_empty_text_keeps_its_bookmark_so_that_a_reviewer_can_fill_it() -> None:
    assert dump(write(p("", address="R1.note"))) == "本文 | [d_R1_note::d_R1_note]"


def test_an_anchor_that_comes_again_after_other_text_is_a_bug() -> None:
    with pytest.raises(DraftingError, match=r"W902.*d_R1_body"):
        write(p("一", address="R1.body"), p("間"), p("二", address="R1.body"))


def test_bookmark_numbers_are_unique_and_every_start_has_its_end() -> None:
    body = part(write_word(everything(), REFERENCE, Format())[0])
    starts = [each.get(w("id")) for each in body.iter(w("bookmarkStart"))]
    assert len(starts) == len(set(starts)) > 5
    assert sorted(starts) == sorted(each.get(w("id")) for each in body.iter(w("bookmarkEnd")))


def test_styles_that_the_reference_lacks_are_supplied_and_told_at_once(tmp_path: Path) -> None:
    reference = without(without(REFERENCE, "引用"), "heading 2")
    data, problems = write_word(draft(p("一", "引用"), h(2, "1", "節"), p("二", "引用")), reference, Format())
    (problem,) = problems
    assert str(problem).startswith("templates/reference.docx:1:1: 注意[W001]: スタイル「引用」「heading 2」がないため、drafting の形で補いました")
    assert problem.severity is Severity.WARNING
    assert dump(data) == "引用 | 一\nheading 2 | 節\n引用 | 二"
    assert findings(data, tmp_path) == []


def test_a_style_that_nobody_defines_is_told_and_the_body_style_taken() -> None:
    data, problems = write_word(draft(p("一", "謎"), p("二", "謎")), REFERENCE, Format())
    (problem,) = problems
    assert str(problem).startswith("templates/reference.docx:1:1: 注意[W001]: スタイル「謎」がないため、本文のスタイルで書きました")
    assert dump(data) == "本文 | 一\n本文 | 二"


CITY = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="游明朝"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="標準"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="見出し１"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="21"><w:name w:val="Heading 2"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Body Text"/><w:basedOn w:val="a"/></w:style>
</w:styles>"""


def test_a_city_s_own_styles_are_found_under_the_names_that_programs_give_them(tmp_path: Path) -> None:
    reference = write_package(read_package(REFERENCE, "x") | {"word/styles.xml": CITY.encode()})
    contents = Contents((ContentsEntry(1, "第1", "章", "c"),))
    data, (problem,) = write_word(
        draft(contents, h(1, "第1", "章", id="c"), h(2, "1", "節"), h(3, "(1)", "項"), p("文"), p("引", "引用")), reference, Format()
    )
    assert "「toc 1」「heading 3」「引用」「footer」" in problem.message
    assert dump(data).split("\n")[2:] == ["見出し１ | [r_c:[_Toc00000001:章:r_c]:_Toc00000001]", "Heading 2 | 節", "heading 3 | 項", "Body Text | 文", "引用 | 引"]
    assert "\\u" in "".join(part(data).itertext())
    styles = part(data, "word/styles.xml")
    by_name = {style.find(w("name")).get(w("val")): style for style in styles.iter(w("style"))}
    assert [by_name[name].find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}").get(w("val")) for name in ("見出し１", "Heading 2", "heading 3")] == ["0", "1", "2"]
    assert by_name["引用"].find(f"{w('rPr')}/{w('rFonts')}") is None  # the city's own font
    assert by_name["引用"].find(f"{w('rPr')}/{w('sz')}").get(w("val")) == "24"
    assert by_name["heading 3"].find(w("basedOn")).get(w("val")) == "a"
    assert findings(data, tmp_path) == []


def test_the_japanese_name_of_a_built_in_style_will_do() -> None:
    assert dump(write(p("表1", "図表番号"))) == "caption | 表1"


def test_a_cross_reference_links_to_the_block_and_an_unknown_one_is_plain_text() -> None:
    body = part(write(h(1, "第1", "章", id="c"), Paragraph((span("第1", target="c"), span("第2", target="none")))))
    (link,) = body.iter(w("hyperlink"))
    assert link.get(w("anchor")) == block_name("c")


def test_only_what_follows_the_section_break_has_page_numbers_from_1() -> None:
    body = part(write(p("表紙"), SectionBreak(), p("本文"), SectionBreak(), p("資料")))
    footers = [len(each.findall(w("footerReference"))) for each in body.iter(w("sectPr"))]
    assert footers == [0, 1, 1]
    assert {each.find(w("pgNumType")).get(w("start")) for each in body.iter(w("sectPr"))} == {"1"}


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


LYING, STANDING = SectionBreak(Pages.ON, Orientation.LANDSCAPE), SectionBreak(Pages.ON)
UPRIGHT = ("11906", "", True)
ACROSS = ("16838", "landscape", True)


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


def test_contents_hold_number_title_and_page_and_name_the_styles_listed() -> None:
    contents = Contents((ContentsEntry(1, "第1", "章", "c"), ContentsEntry(3, "提言1", "相談", "R1")))
    data = write(
        contents,
        SectionBreak(),
        h(1, "第1", "章", id="c"),
        *[p("文" * 60)] * 60,
        h(3, "提言1", "相談", "recommendation", id="R1"),
    )
    assert read_texts(data)[:2] == ["第1\u3000章\t1", "提言1\u3000相談\t4"]
    assert '\\o "1-1" \\h \\z \\t "提言見出し,3"' in "".join(part(data).itertext())


def test_footnotes_are_native_and_a_second_mark_refers_to_the_first() -> None:
    data = write(
        Paragraph((span("文"), span("", note=1), span("再"), span("", note=1))), notes=((span("注", "texts.n"),),)
    )
    assert [each.get(w("id")) for each in part(data).iter(w("footnoteReference"))] == ["1"]
    assert "NOTEREF _Note1" in "".join(part(data).itertext())
    assert "".join(part(data, "word/footnotes.xml").itertext()).strip() == "注"


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    body = part(write(table(["回", "内容"], ["第1回", "諮問\n審議"]), table(["", ""], ["名", "値"])))
    first, second = body.iter(w("tbl"))
    assert len(list(first.iter(w("tblHeader")))) == 1
    assert len(list(first.iter(w("cantSplit")))) == 2
    assert len(list(second.iter(w("tr")))) == 1
    assert first.getnext().tag == w("p") != second.tag
    for grid in body.iter(w("tblGrid")):
        assert sum(int(column.get(w("w"))) for column in grid) == 8788


def test_a_row_that_takes_much_of_a_page_may_break_over_two() -> None:
    (made,) = part(write(table(["意見", "回答"], ["短い", "答え"], ["長い", "答えの文。" * 200]))).iter(w("tbl"))
    assert [row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in made.findall(w("tr"))] == [True, True, False]


def test_the_text_of_a_note_begins_where_its_other_lines_do() -> None:
    note = part(write(Paragraph((span("文"), span("", note=1))), notes=((span("注"),),)), "word/footnotes.xml")[-1]
    assert [each.tag for each in note.iter(w("footnoteRef"), w("tab"), w("t"))] == [w("footnoteRef"), w("tab"), w("t")]


def test_a_row_with_too_many_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="3 個の欄"):
        write(table(["一", "二"], ["1", "2", "3"]))


def test_fonts_sizes_margins_change_only_where_the_format_says_so() -> None:
    plain, data = write(p("文")), write(p("文"), form=Format(font="游明朝", size=12, margins=Margins(left=20)))
    before, after = part(plain, "word/styles.xml"), part(data, "word/styles.xml")
    assert read_package(plain, "x")["word/styles.xml"].count("ＭＳ ゴシック".encode()) == read_package(data, "x")[
        "word/styles.xml"
    ].count("ＭＳ ゴシック".encode())
    fonts = {each.get(w("eastAsia")) for each in after.iter(w("rFonts"))}
    assert fonts == {"游明朝", "ＭＳ ゴシック"}
    sizes = [[int(each.get(w("val"))) for each in root.iter(w("sz"))] for root in (before, after)]
    assert [round(size * 12 / 11) for size in sizes[0]] == sizes[1]
    assert part(data).find(f".//{w('pgMar')}").get(w("left")) == "1134"
    assert part(data).find(f".//{w('pgMar')}").get(w("right")) == "1417"


def test_a_reference_of_a_city_keeps_its_own_fonts_and_sizes() -> None:
    parts = read_package(REFERENCE, "x")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("ＭＳ 明朝".encode(), "BIZ UD明朝".encode())
    styles = part(write(p("文"), reference=write_package(parts)), "word/styles.xml")
    assert {each.get(w("eastAsia")) for each in styles.iter(w("rFonts"))} == {"BIZ UD明朝", "ＭＳ ゴシック"}


def test_writing_on_a_file_that_we_wrote_adds_no_list_and_no_part() -> None:
    once = write(h(1, "第1", "章"))
    twice = write(h(1, "第1", "章"), reference=once)
    assert read_package(once, "x") == read_package(twice, "x")


def test_a_text_that_would_not_come_back_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "write_spans", lambda *_: None)
    with pytest.raises(DraftingError, match=r"W900.*1 番目の段落"):
        write(p("消える文"))
    assert writer.REFERENCE == "templates/reference.docx"


@given(st.lists(st.lists(texts, max_size=3), max_size=4))
def test_every_text_comes_back_as_it_was(paragraphs: list[list[str]]) -> None:
    data = write(*(Paragraph(tuple(map(Span, spans))) for spans in paragraphs))
    assert read_texts(data) == ["".join(spans) for spans in paragraphs]


@given(st.lists(st.tuples(st.integers(0, 5), texts), min_size=1, max_size=6))
def test_every_cell_comes_back_as_it_was(cells: list[tuple[int, str]]) -> None:
    rows = [[text, "x"] for _, text in cells]
    assert read_texts(write(table(["見出し", "値"], *rows)))[2::2][: len(rows)] == [row[0] for row in rows]


def test_the_size_of_the_work_grows_with_the_blocks() -> None:
    """Counted in pieces of text, not by the clock."""

    def pieces(count: int) -> int:
        return write(*[p("文", address=f"R{n}.body") for n in range(count)]).__len__()

    assert pieces(400) < pieces(200) * 2.5


@pytest.mark.office
@needs_office
def test_libreoffice_prints_the_numbers_of_the_draft() -> None:
    full = Format(digits="全角", paren="全角")
    cases = [
        (Format(), ["第1", "1", "(1)", "ア", "イ", "(ア)", "a", "b", "(2)", "2", "(1)", "第2", "1", "第3"]),
        (full, ["第１", "１", "（１）", "ア", "（ア）", "a", "（２）", "第２", "１"]),
        (Format(), ["第1", "1", "2", "第5", "1", "(3)", "(4)", "1", "2", "第6", "1"]),  # starts anew
    ]
    for form, numbers in cases:
        headings = [Heading((span(f"題{n}"),), _level(number), number, "heading") for n, number in enumerate(numbers)]
        lines = [line.strip() for line in to_text(write(*headings, form=form))]
        assert [line for line in lines if line] == [f"{number}\u3000題{n}" for n, number in enumerate(numbers)]


def _level(number: str) -> int:
    patterns = ("第.+", "[0-9０-９]+", "[(（][0-9０-９]+[)）]", "[ア-ン]+", "[(（][ア-ン]+[)）]", "[a-z]+")
    return next(level for level, pattern in enumerate(patterns, 1) if re.fullmatch(pattern, number))


@pytest.mark.office
@needs_office
def test_libreoffice_opens_a_file_with_everything_and_loses_no_text() -> None:
    printed = "\n".join(to_text(write_word(everything(), REFERENCE, Format())[0]))
    for text in ("提言4\u3000相談の充実", "学識経験者", "第2\u3000章2", "充実されたい。", "・項目", "はじめに"):
        assert text in printed


# --- forms ---


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


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


def test_an_emblem_stands_in_line_within_its_limits(tmp_path: Path) -> None:
    picture = read_picture(png(400, 200), "甲市の市章")
    data = write_word(draft(Emblem(), p("表紙")), REFERENCE, Format(), Finish(emblem=picture))[0]
    assert findings(data, tmp_path) == []
    assert read_package(data, "x")["word/media/emblem.png"] == png(400, 200)
    extent = next(part(data).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"))
    assert (extent.get("cx"), extent.get("cy")) == ("2160000", "1080000")
    assert docx.Document(io.BytesIO(data)).inline_shapes[0].width == 2160000


def test_without_a_picture_an_emblem_leaves_nothing() -> None:
    assert dump(write(Emblem(), p("表紙"))) == "本文 | 表紙"


JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(10) + b"\xff\xc0\0\x11\x08\0\x20\0\x40\x03" + bytes(9) + b"\xff\xd9"


def test_the_size_of_a_jpeg_is_read_from_its_frame() -> None:
    picture = read_picture(JPEG, "")
    assert (picture.kind, picture.width, picture.height) == ("jpeg", 64, 32)


@pytest.mark.parametrize("data", [b"", b"GIF89a" + bytes(40), png(2, 2)[:20], png(2, 2)[:-16], JPEG[:12], b"\xff\xd8\xff\xff" * 9])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="PNG か JPEG"):
        read_picture(data, "")


def test_a_picture_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="20000×1"):
        read_picture(png(20000, 1), "")


@pytest.mark.office
@needs_office
def test_libreoffice_sets_forty_lines_of_forty_two_characters() -> None:
    lines = to_lines(write(*[p("一二三四五六七八九十" * 60, "本文（字下げなし）")] * 6, form=PROFILES["42x40"]))
    assert len(lines[0]) == 40
    assert {len(line) for line in lines[0]} == {42, 12}  # 12: the last of 600 characters


@pytest.mark.office
@needs_office
def test_numbers_follow_when_a_heading_is_inserted() -> None:
    data = write(h(1, "第1", "一"), h(2, "1", "あ"), h(2, "2", "い"), h(1, "第2", "二"), h(2, "1", "う"))
    parts = read_package(data, "x")
    body = parts[MAIN_PART].decode()
    at = body.index("<w:p>", body.index("あ"))
    parts[MAIN_PART] = f'{body[:at]}<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>新</w:t></w:r></w:p>{body[at:]}'.encode()
    lines = [line.strip() for line in to_text(write_package(parts)) if line.strip()]
    assert lines == ["第1\u3000一", "1\u3000あ", "2\u3000新", "3\u3000い", "第2\u3000二", "1\u3000う"]


@pytest.mark.office
@needs_office
def test_libreoffice_prints_single_digits_wide_and_more_narrow() -> None:
    form = PROFILES["42x40"]
    headings = []
    for chapter in range(1, 12):
        headings.append(h(1, number_text(HEADINGS.levels[0], chapter, form.digits), f"章{chapter}"))
        last = 12 if chapter in (1, 3, 10) else 2
        headings += [h(2, number_text(HEADINGS.levels[1], n, form.digits), f"題{n}") for n in range(1, last + 1)]
        headings.append(h(3, "（１）", "項"))
    lines = [line.strip() for line in to_text(write(*headings, form=form)) if line.strip()]
    assert lines == [f"{each.number}\u3000{each.spans[0].text}" for each in headings]
