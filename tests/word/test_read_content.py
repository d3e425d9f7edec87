from __future__ import annotations

import pytest
from read_build import box, dele, field, ins, p, part, r, read, tbl, tc, tr
from word_build import everything, write

from drafting.draft import Heading
from drafting.word.reading import Document, read_document, texts_of, unread_problems
from drafting.word.reading.numerals import numeral


def text(*content: str) -> str:
    return texts_of(read(p(*content))).accepted


def unread(document: Document) -> list[tuple[str, str]]:
    return [(each.kind.value, each.words) for each in document.unread]


def test_tabs_breaks_and_hyphens_are_characters() -> None:
    inner = "<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:ptab/>"
    assert text(r(inner)) == "甲\t乙\n丙\n\u2011\u00ad\t"
    assert text(f'{p("x")}'[5:-6], r("<w:lastRenderedPageBreak/>")) == "x"


def test_tab_stops_are_no_tabs() -> None:
    assert texts_of(read(p("甲", properties='<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs>'))).accepted == "甲"


def test_blanks_at_the_ends_count_only_where_the_file_says_so() -> None:
    assert text(r("<w:t> 甲 </w:t>"), r('<w:t xml:space="preserve"> 乙 </w:t>'), r("<w:t>\u3000丙\u3000</w:t>")) == "甲 乙 \u3000丙\u3000"
    assert text(r("<w:t>二\n行</w:t>")) == "二 行"


def test_comments_and_sections_of_xml_cut_no_text() -> None:
    assert text(r("<w:t>前<!-- 注 -->後<![CDATA[<b>]]></w:t>")) == "前後<b>"


def test_symbols_become_characters_and_unknown_ones_are_reported() -> None:
    sym = '<w:sym w:font="{}" w:char="{}"/>'
    assert text(r(sym.format("Wingdings", "F0FC") + sym.format("Symbol", "F061") + sym.format("ＭＳ 明朝", "2460"))) == "✓α①"
    assert text(r("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>'), r("\uf0fe")) == "☑\uf0fe"
    assert text(r('<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/>')) == "😊"
    document = read(p(r(sym.format("Webdings", "F04E"))))
    assert (texts_of(document).accepted, unread(document)) == ("\uf04e", [("文字に直せない記号", "Webdings F04E")])


def test_an_emoji_in_two_ways_is_there_once() -> None:
    ways = '<mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback>'
    assert text(r(f"<mc:AlternateContent>{ways}</mc:AlternateContent>")) == "😊"
    only = '<mc:Choice Requires="new"><x:y xmlns:x="urn:new"/></mc:Choice><mc:Fallback><w:t>代わり</w:t></mc:Fallback>'
    assert text(r(f"<mc:AlternateContent>{only}</mc:AlternateContent>")) == "代わり"


def test_of_a_word_with_its_reading_the_word_is_the_text() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('とよなか')}</w:rt><w:rubyBase>{r('豊')}{ins('中')}</w:rubyBase></w:ruby>"
    document = read(p(r(ruby), "市"))
    assert texts_of(document) == ("豊中市", "豊市")
    assert unread(document) == [("ふりがな", "とよなか")]
    assert unread_problems(document)[0].code == "D021"


def test_of_a_field_the_result_is_the_text_and_never_the_instruction() -> None:
    assert text("第", field("PAGE", "3"), "頁") == "第3頁"
    assert text(f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>') == "3"
    nested = field("IF 1 = 1", "答").replace("<w:instrText>IF 1 = 1</w:instrText></w:r>", f"<w:instrText>IF </w:instrText></w:r>{field('PAGE', '9')}")
    assert text(nested) == "答"
    document = read(p(dele(field("REF a", "旧").replace("instrText", "delInstrText")), ins(field("REF b", "新"))))
    assert texts_of(document) == ("新", "旧")


def test_a_field_over_several_paragraphs_and_one_that_never_ends_hide_nothing() -> None:
    begin, middle, end = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    document = read(p(begin, r("<w:instrText>TOC</w:instrText>"), middle, "目次1"), p("目次2", end), p(begin, "後の文"), p("次の文"))
    assert texts_of(document).accepted == "目次1\n目次2\n後の文\n次の文"


def test_fields_that_word_draws_by_itself_are_text_too() -> None:
    tick = "<w:ffData><w:checkBox><w:default w:val=\"0\"/>{}</w:checkBox></w:ffData>"
    assert text(field("FORMCHECKBOX", None, tick.format("")), "公開", field("FORMCHECKBOX", "", tick.format("<w:checked/>"))) == "□公開☑"
    items = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="可"/><w:listEntry w:val="不可"/></w:ddList></w:ffData>'
    assert text(field("FORMDROPDOWN", None, items)) == text(field("FORMDROPDOWN", "", items)) == "不可"
    document = read(p(field(r'EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9(とよなか),豊中)', None), field(r"EQ \o\ac(○,印)", None)))
    assert (texts_of(document).accepted, unread(document)) == ("豊中印", [("ふりがな", "とよなか")])
    assert unread(read(p(field(r"EQ \f(1,2)", None)))) == [("数式", r"EQ \f(1,2)")]


def test_what_is_no_text_never_vanishes_without_a_word() -> None:
    picture = r('<w:drawing><wp:inline><wp:docPr id="1" name="図 1" descr="位置図"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>')
    document = read(
        p("式", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
        p(picture, r('<w:pict><v:shape><v:imagedata/></v:shape></w:pict>')),
        p(r('<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>')),
        p(r('<w:drawing><a:graphic><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></w:drawing>')),
        '<w:altChunk r:id="rId9"/>', p(ins(picture)),
        p(r('<w:pict><v:shape><v:textpath string="見本"/></v:shape></w:pict>')),
    )  # fmt: skip
    assert unread(document) == [
        ("数式", "x=1"), ("図", "位置図"), ("図", ""), ("埋め込まれたオブジェクト", "Excel.Sheet.12"), ("グラフ", ""),
        ("埋め込まれた別の文書", ""), ("図", "位置図"), ("図形の中の文字", "見本"),
    ]  # fmt: skip
    assert [str(problem.place) for problem in unread_problems(document)][:2] == ["意見.docx:1:1", "意見.docx:2:1"]
    assert [(each.kind.value, each.words) for each in document.changes] == [("挿入", "")]
    assert texts_of(document).accepted.strip("\n") == "式"


def test_a_text_box_is_read_once_and_a_picture_with_a_box_too() -> None:
    document = read(p("外", box(p("一"), p("二"))))
    assert texts_of(document).accepted == "外\n一\n二"
    assert unread(document) == []


def test_cells_know_their_place() -> None:
    inner = tbl(tr("内"))
    wide = tc(p("広"), properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    document = read(tbl(tr(wide, "右"), tr(tc(p(), properties='<w:gridSpan w:val="2"/><w:vMerge/>'), tc(inner, p("外")), properties='<w:gridBefore w:val="1"/>')), p())
    places = [(each.text, *each.cell[:5]) for each in document.accepted if each.cell]
    assert places == [
        ("広", 0, 0, 0, 2, "restart"), ("右", 0, 0, 2, 1, ""), ("", 0, 1, 1, 2, "continue"), ("内", 1, 0, 0, 1, ""), ("外", 0, 1, 3, 1, ""),
    ]  # fmt: skip
    nested = next(each.cell for each in document.accepted if each.text == "内")
    assert nested and nested.outer and nested.outer.column == 3


LEVELS = [("decimal", "第%1"), ("decimalFullWidth", "（%2）"), ("decimalEnclosedCircle", "%3"), ("aiueoFullWidth", "%1-%4")]


def numbering(*more: str) -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/></w:lvl>'
        for i, (form, label) in enumerate(LEVELS)
    )
    dot = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:suff w:val="space"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    abstracts = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:abstractNum w:abstractNumId="2">{dot}</w:abstractNum>'
    nums = "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{rest}</w:num>' for id, abstract, rest in (
        ("1", "1", ""), ("2", "1", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'), ("3", "2", ""), ("4", "1", ""),
    ))  # fmt: skip
    return part("numbering", abstracts + nums + "".join(more))


def item(words: str, list_id: str, level: int = 0) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def labels(*body: str, **parts: bytes) -> list[str]:
    document = read(*body, numbering=numbering(), **parts)
    return [each.numbering.label if each.numbering else "" for each in document.accepted]


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    found = labels(item("", "1"), item("", "1", 1), item("", "1", 1), item("", "1", 2), item("", "1"), item("", "1", 1), item("", "1", 3))
    assert found == ["第1", "（１）", "（２）", "①", "第2", "（１）", "2-ア"]


def test_lists_go_on_begin_anew_or_show_a_sign() -> None:
    assert labels(item("", "1"), item("", "4"), item("", "2"), item("", "2"), item("", "3"), item("", "9"), item("", "0")) == [
        "第1", "第2", "第5", "第6", "•", "", "",
    ]  # fmt: skip


def test_a_style_carries_its_list_and_a_paragraph_may_leave_it() -> None:
    styles = part("styles", '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="k"><w:name w:val="kind"/><w:basedOn w:val="h"/></w:style>')  # fmt: skip
    styled = [p("", properties=f'<w:pStyle w:val="{id}"/>{more}') for id, more in (("h", ""), ("k", ""), ("h", '<w:numPr><w:numId w:val="0"/></w:numPr>'))]
    document = read(*styled, p(), numbering=numbering(), styles=styles)
    assert [each.style for each in document.accepted] == ["heading 1", "kind", "heading 1", "Normal"]
    assert labels(*styled, p(), styles=styles) == ["第1", "第2", "", ""]


def test_inserted_items_count_in_the_accepted_text_only() -> None:
    new = p(ins("新"), mark='<w:ins w:id="1" w:author="a"/>', properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    document = read(item("一", "1"), new, item("二", "1"), numbering=numbering())
    assert [[e.numbering.label for e in view if e.numbering] for view in (document.accepted, document.rejected)] == [["第1", "第2", "第3"], ["第1", "第2"]]


@pytest.mark.parametrize(("form", "value", "shown"), [
    ("decimal", 12, "12"), ("decimalFullWidth", 12, "１２"), ("decimalZero", 3, "03"), ("decimalEnclosedCircle", 21, "㉑"),
    ("decimalEnclosedParen", 2, "⑵"), ("upperLetter", 27, "AA"), ("lowerRoman", 14, "xiv"), ("upperRoman", 4000, "4000"),
    ("aiueo", 3, "ｳ"), ("aiueoFullWidth", 47, "アア"), ("iroha", 2, "ﾛ"), ("irohaFullWidth", 47, "ス"),
    ("japaneseCounting", 110, "百十"), ("japaneseCounting", 21, "二十一"), ("japaneseLegal", 12, "壱拾弐"),
    ("ideographDigital", 10, "一〇"), ("ideographTraditional", 3, "丙"), ("ideographTraditional", 11, "11"),
    ("none", 5, ""), ("bullet", 5, ""), ("hebrew1", 5, "5"), ("decimalEnclosedCircle", 0, "0"), ("upperLetter", 10**9, "1000000000"),
])  # fmt: skip
def test_numerals(form: str, value: int, shown: str) -> None:
    assert numeral(value, form) == shown


def test_the_numbers_of_our_own_headings_are_read_as_they_were_counted() -> None:
    draft = everything()
    document = read_document(write(*draft.blocks, notes=draft.notes), "答申.docx")
    read_back = [(each.numbering.label.strip("\u3000") if each.numbering else "", each.text) for each in document.accepted]
    headings = [(block.number, block.spans[0].text) for block in draft.blocks if isinstance(block, Heading) and block.number]
    assert [pair for pair in read_back if pair[0]] == headings


def test_hidden_letters_are_text_and_are_told() -> None:
    document = read(p("前", r("秘密", "<w:vanish/>"), r("見える", '<w:vanish w:val="0"/>'), r("", "<w:vanish/>")))
    assert (texts_of(document).accepted, unread(document)) == ("前秘密見える", [("隠し文字", "秘密")])
    assert [problem.code for problem in unread_problems(document)] == ["D022"]


def test_letters_struck_by_hand_are_text_and_are_told() -> None:
    document = read(p("前", r("消す", "<w:strike/>"), r("残す", '<w:strike w:val="0"/>'), r("これも", "<w:dstrike/>")))
    assert (texts_of(document).accepted, unread(document)) == (
        "前消す残すこれも",
        [("取消線の引かれた言葉", "消す"), ("取消線の引かれた言葉", "これも")],
    )
    assert {problem.code for problem in unread_problems(document)} == {"D023"}
