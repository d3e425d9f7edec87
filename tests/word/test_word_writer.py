"""A draft becomes a Word file: its texts, styles, bookmarks, tables and notes."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_build import (
    REFERENCE,
    draft,
    dump,
    everything,
    findings,
    h,
    p,
    part,
    span,
    table,
    write,
)

from drafting.draft import (
    Anchor,
    Contents,
    ContentsEntry,
    Paragraph,
    SectionBreak,
    Span,
)
from drafting.model import Format, Margins
from drafting.problems import DraftingError, Severity
from drafting.word import blocks, writer
from drafting.word.document import block_name, w
from drafting.word.package import read_package, write_package
from drafting.word.texts import read_texts
from drafting.word.writer import write_word

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t &<>\"'"), max_size=40)


def without(reference: bytes, name: str) -> bytes:
    parts = read_package(reference, "x")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(f'w:name w:val="{name}"'.encode(), b'w:name w:val="?"')
    return write_package(parts)


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


# --- forms ---
