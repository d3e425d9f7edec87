"""Blocks → Markdown: a reader gets every text back as it was."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from drafting.draft import Block, Contents, ContentsEntry, Draft, Heading, PageBreak, Paragraph, Span, Spans, Table
from drafting.files import FORBIDDEN
from drafting.render import write_markdown

PIECES = (
    "あ", "窓口。", "x", "1", "**", "*", "_", "__", "`", "``", "#", "# ", " #", "- ", "-", "+ ", "1. ", "1) ", "> ", "|", "||", "---", "===", ":::", "[x](y)",
    "![x]", "[^1]", "[x]: y", "<b>", "<!--", "&lt;", "&", "\\", "\\\\", "~~", "~~~", "```", "    ", "\t", "　", "\xa0", " ", "  ", "!", "[", "]", "(", ")", ":-", ":--|",
    "-|-", "|-", "http://a.jp", "www.a.jp", "a@b.jp", "<http://a>", "😀", "\u2028", "\u2003", "\ufeff", "か\u3099", "{x}", "$x$", "=", "“", "・",
)  # fmt: skip
LINE = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\x85"), max_size=15),
    st.text("*_`[]()<>&!#|-+=~\\ 1.ab\t", max_size=12),
).filter(lambda text: not FORBIDDEN.search(text) and "\r" not in text)
ONE_LINE = LINE.map(lambda text: text.replace("\n", ""))
TEXT = st.lists(ONE_LINE, min_size=1, max_size=3).map("\n".join)


def parse(markdown: str) -> list[Token]:
    return footnote_plugin_on(MarkdownIt("commonmark").enable("table")).parse(markdown)


def footnote_plugin_on(parser: MarkdownIt) -> MarkdownIt:
    footnote_plugin(parser)
    return parser


def read(token: Token) -> str:
    """The text a reader sees in an inline token; a line break is a line end."""
    shown = ""
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            shown += child.content
        elif child.type == "softbreak":
            shown += "(softbreak)"
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content == "<br>"):
            shown += "\n"
        elif child.type not in ("strong_open", "strong_close", "em_open", "em_close"):
            shown += f"({child.type} {child.content})"
    return shown


def texts(markdown: str) -> list[str]:
    return [read(token) for token in parse(markdown) if token.type == "inline"]


def kinds(markdown: str) -> list[str]:
    return [token.type for token in parse(markdown) if token.nesting == 1]


def written(*blocks: Block, notes: tuple[Spans, ...] = ()) -> str:
    return write_markdown(Draft(blocks, notes))


def paragraph(text: str, **how: object) -> Paragraph:
    return Paragraph((Span(text),), **how)  # type: ignore[arg-type]


# --- what it looks like ---


def test_ordinary_text_is_written_as_it_is() -> None:
    draft = (
        Heading((Span("証明書の発行"),), 1, "第1"),
        paragraph("「窓口」で50%（約3割）を、A-1の欄に書く。2.5倍。"),
        Paragraph((Span("強い"), Span("重要", strong=True), Span("注", emphasis=True)),),
    )
    assert written(*draft) == "# 第1　証明書の発行\n\n「窓口」で50%（約3割）を、A-1の欄に書く。2.5倍。\n\n強い**重要***注*\n"


def test_a_list_is_tight_and_what_follows_it_is_apart() -> None:
    blocks = (paragraph("一", bullet="・", indent=1), paragraph("二", bullet="ア\u3000", indent=2), paragraph("次"))
    assert written(*blocks) == "- 一\n  - ア\u3000二\n\n次\n"


def test_a_table_has_its_alignment_and_line_breaks() -> None:
    table = Table(((Span("甲"),), (Span("乙"),)), (((Span("一\n二"),), (Span("a|b"),)),), ("center", "right"))
    assert written(table) == "| 甲 | 乙 |\n| :---: | ---: |\n| 一<br>二 | a\\|b |\n"


def test_contents_are_a_list_with_the_numbers_of_the_headings() -> None:
    entries = (ContentsEntry(1, "第1", "章", "a"), ContentsEntry(2, "1", "節*", "b"), ContentsEntry(1, "", "末", "c"))
    assert written(Contents(entries)) == "- 第1　章\n  - 1　節\\*\n- 末\n"


def test_footnotes_stand_at_the_end() -> None:
    assert written(Paragraph((Span("本文"), Span("", note=1))), notes=((Span("注。"),),)) == "本文[^1]\n\n[^1]: 注。\n"


def test_a_page_break_leaves_no_trace() -> None:
    assert written(paragraph("一"), PageBreak(), paragraph("二")) == "一\n\n二\n"


def test_an_empty_draft_is_a_line_end() -> None:
    assert written() == "\n"


# --- every text comes back ---


@given(TEXT)
@example("a|b\n:-|-")
@example("a\n===")
@example("a\n")
@example("\na")
@example("a\n\nb")
@example("1. a\n2) b")
@example("    a")
@example("a\\\nb")
def test_a_paragraph_reads_back_as_one_paragraph_with_its_text(text: str) -> None:
    assume(text.strip("\n"))
    markdown = written(paragraph(text))
    assert kinds(markdown) == ["paragraph_open"]
    assert texts(markdown) == [text.rstrip("\n")]


@pytest.mark.parametrize("level", [1, 3, 6])
@pytest.mark.parametrize("number", ["", "第1", "(1)", "1"])
@given(text=ONE_LINE)
@example(text="C #")
@example(text="#")
@example(text="a ##")
def test_a_heading_reads_back_as_a_heading_with_number_and_text(level: int, number: str, text: str) -> None:
    assume(text)
    markdown = written(Heading((Span(text),), level, number))
    assert kinds(markdown) == ["heading_open"]
    assert parse(markdown)[0].tag == f"h{level}"
    assert texts(markdown) == [f"{number}　{text}" if number else text]


@given(TEXT, TEXT, TEXT)
@example("a\\", "|", "\\|")
@example("a\\\\|", "\\\n|", "`|`")
def test_the_cells_of_a_table_read_back(head: str, first: str, second: str) -> None:
    table = Table(((Span(head),), (Span("乙"),)), (((Span(first),), (Span(second),)),), ("left", "right"))
    markdown = written(table)
    assert kinds(markdown) == ["table_open", "thead_open", "tr_open", "th_open", "th_open", "tbody_open", "tr_open", "td_open", "td_open"]
    assert texts(markdown) == [head, "乙", first, second]


@pytest.mark.parametrize("bullet", ["・", "ア\u3000", "(1)\u3000", "1\u3000", "第1\u3000"])
@given(text=TEXT)
@example(text="- a")
@example(text="")
def test_a_list_item_reads_back_as_one_item(bullet: str, text: str) -> None:
    assume(text.strip("\n"))
    markdown = written(paragraph(text, bullet=bullet), paragraph("次", bullet=bullet))
    assert kinds(markdown) == ["bullet_list_open", "list_item_open", "paragraph_open", "list_item_open", "paragraph_open"]
    mark = "" if bullet == "・" else bullet
    assert texts(markdown) == [mark + text.rstrip("\n"), mark + "次"]


@given(TEXT)
def test_a_footnote_reads_back(text: str) -> None:
    assume(text.strip("\n"))
    markdown = written(Paragraph((Span("本文"), Span("", note=1))), notes=((Span(text),),))
    assert text.rstrip("\n") in texts(markdown)


@given(st.lists(ONE_LINE.filter(bool), min_size=1, max_size=4))
def test_the_lines_of_the_contents_read_back(titles: list[str]) -> None:
    assume(all(title.strip() for title in titles))
    entries = tuple(ContentsEntry(1 + (i > 0), "1", title, "x") for i, title in enumerate(titles))
    assert texts(written(Contents(entries))) == [f"1　{title}" for title in titles]


SPANS = st.lists(st.builds(lambda text, strong, emphasis: Span(text, None, strong, emphasis), ONE_LINE, st.booleans(), st.booleans()), min_size=1, max_size=4).map(tuple)


@given(SPANS)
@example((Span("a", strong=True), Span("b", emphasis=True), Span("c")))
@example((Span("a", strong=True), Span("b", strong=True, emphasis=True)))
@example((Span("「重要」", strong=True), Span("は")))
@example((Span("あ", emphasis=True), Span(""), Span("い", emphasis=True)))
def test_formats_never_leave_their_markers_in_the_text(spans: Spans) -> None:
    text = "".join(span.text for span in spans)
    assume(text)
    markdown = written(Paragraph(spans))
    assert kinds(markdown) == ["paragraph_open"]
    assert texts(markdown) == [text]


@given(st.lists(TEXT.filter(lambda text: bool(text.strip("\n"))), min_size=1, max_size=4))
def test_paragraphs_stay_apart(several: list[str]) -> None:
    assert texts(written(*map(paragraph, several))) == [text.rstrip("\n") for text in several]
