"""Markdown of a template → blocks: structure, numbers, cross-references, lists that clerks type."""

from __future__ import annotations

import pytest
from drafts import FULL, draft, refusal, styled, text

from drafting.draft import (
    Contents,
    ContentsEntry,
    Draft,
    Heading,
    Orientation,
    PageBreak,
    Pages,
    Paragraph,
    SectionBreak,
    Table,
)
from drafting.render.values import Mark, Ref
from drafting.views import Text, Where

# --- headings ---


def numbers(made: Draft) -> list[str]:
    return [block.number for block in made.blocks if isinstance(block, Heading)]


def test_headings_count_and_start_anew_below_each_higher_one() -> None:
    made = draft("# 一\n## 二\n### 三\n### 四\n## 五\n### 六\n# 七\n## 八\n#### 九\n##### 十\n###### 末\n")
    assert numbers(made) == ["第1", "1", "(1)", "(2)", "2", "(1)", "第2", "1", "ア", "(ア)", "a"]


def test_digits_and_brackets_follow_the_house_style() -> None:
    assert numbers(styled("# 一\n## 二\n### 三\n### 題 {提言見出し}\n", FULL)) == ["第１", "１", "（１）", "提言１"]


def test_recommendations_count_through_the_whole_report() -> None:
    made = draft("# 一\n### 甲 {提言見出し}\n### 節\n# 二\n### 乙 {提言見出し}\n")
    assert numbers(made) == ["第1", "提言1", "(1)", "第2", "提言2"]
    assert [block.style for block in made.blocks if isinstance(block, Heading)] == ["", "提言見出し", "", "", "提言見出し"]


def test_a_heading_with_a_style_of_its_own_has_no_number() -> None:
    made = draft("# はじめに {章題（番号なし）}\n# 一\n")
    assert [(text(block), block.number) for block in made.blocks if isinstance(block, Heading)] == [("はじめに", ""), ("一", "第1")]


def test_braces_in_a_value_are_no_style() -> None:
    (block,) = draft("# <v>", v="題 {章題}").blocks
    assert isinstance(block, Heading)
    assert (text(block), block.style, block.number) == ("題 {章題}", "", "第1")


def test_a_value_of_several_lines_is_one_line_in_a_heading() -> None:
    assert text(draft("# 前<v>後", v="一\n二\r\n三").blocks[0]) == "前一二三後"


# --- cross-references and contents ---


@pytest.mark.parametrize(
    ("target", "number"), [("章", "第2"), ("節", "第2の1"), ("項", "第2の1(1)"), ("提言", "提言1")], ids=["chapter", "section", "item", "recommendation"]
)
def test_a_reference_prints_the_number_wherever_it_stands(target: str, number: str) -> None:
    body = "# 零\n\n# 一<章>\n\n## 二<節>\n\n### 三<項>\n\n### 四<提言> {提言見出し}\n"
    places = "<r>を見る\n\n| <r> | 乙 |\n|---|---|\n| <r> | 丁 |\n\n- <r>\n\n"
    marks = {name: Mark(name) for name in ("章", "節", "項", "提言")}
    made = draft(places + body, r=Ref(target), **marks)
    first, table, item = made.blocks[:3]
    assert isinstance(table, Table)
    assert (text(first), table.head[0][0].text, table.rows[0][0][0].text, text(item)) == (f"{number}を見る", number, number, number)
    assert all(span.target == target for span in (table.head[0][0], table.rows[0][0][0]))


def test_a_reference_to_nothing_names_what_is_missing() -> None:
    assert refusal("<r>を見る", r=Ref("R9")) == (
        "templates/x.md.j2:1:1: エラー[T024]: 「R9」の番号を載せようとしましたが、その見出しがこの文書にありません。"
    )


def test_a_link_inside_the_document_and_the_address_of_one_outside_are_kept() -> None:
    (block,) = draft("[甲](#R1)と[乙](https://example.jp/?a=1)").blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.target) for span in block.spans] == [("甲", "R1"), ("と", ""), ("乙", ""), ("（https://example.jp/?a=1）", "")]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "\\\\\\\\server\\\\share", "data:text/html,x", "../x.md"])
def test_a_link_to_anything_else_is_refused(target: str) -> None:
    assert "エラー[T023]: リンク先「" in refusal(f"[甲]({target})")


def test_the_contents_hold_three_levels_with_their_numbers() -> None:
    made = draft("::: 目次\n:::\n\n# 一<a>\n## <v>\n### 三\n#### 四\n# 末 {章題}\n", a=Mark("R1"), v="二の題")
    (contents,) = (block for block in made.blocks if isinstance(block, Contents))
    ids = [block.id for block in made.blocks if isinstance(block, Heading)]
    assert contents.entries == (
        ContentsEntry(1, "第1", "一", "R1"),
        ContentsEntry(2, "1", "二の題", ids[1]),
        ContentsEntry(3, "(1)", "三", ids[2]),
        ContentsEntry(1, "", "末", ids[4]),
    )


def test_a_reference_in_a_heading_stands_in_the_contents_as_well() -> None:
    made = draft("::: 目次\n:::\n\n# 甲<m>\n# <r>について\n", m=Mark("R1"), r=Ref("R1"))
    (contents,) = (block for block in made.blocks if isinstance(block, Contents))
    assert [entry.text for entry in contents.entries] == ["甲", "第1について"]


# --- paragraphs, containers, lists, tables, notes ---


def test_a_container_gives_its_paragraphs_the_style_of_its_name() -> None:
    made = draft("::: 宛名\n甲\n\n<v>\n:::\n\n乙\n", v="一\n二")
    assert [(text(block), block.style) for block in made.blocks if isinstance(block, Paragraph)] == [
        ("甲", "宛名"), ("一", "宛名"), ("二", "宛名"), ("乙", ""),
    ]  # fmt: skip


def test_three_container_names_are_instructions() -> None:
    kinds = [type(block) for block in draft("::: 目次\n:::\n\n::: 改ページ\n:::\n\n::: 改節\n:::\n").blocks]
    assert kinds == [Contents, PageBreak, SectionBreak]


@pytest.mark.parametrize("name", ["横向き", "landscape"])
def test_what_a_landscape_container_holds_lies_between_two_turns(name: str) -> None:
    found = draft(f":::: {name}\n::: 右寄せ\n甲\n:::\n\n乙\n::::\n\n丙\n").blocks
    assert [block if isinstance(block, SectionBreak) else block.style for block in found] == [  # type: ignore[union-attr]
        SectionBreak(Pages.ON, Orientation.LANDSCAPE), "右寄せ", "", SectionBreak(Pages.ON), "",
    ]  # fmt: skip


def test_a_place_is_printed_as_its_headings_are_numbered() -> None:
    markdown = "# 章\n\n## 提言\n\n### <title> {提言見出し}\n\n| 甲 |\n|---|\n| <place> |\n| <none> |\n"
    values = {"title": Text("案内", "R1.title"), "place": Where("R1"), "none": Where("R9")}
    table = draft(markdown, **values).blocks[-1]
    assert isinstance(table, Table)
    assert [row[0][0].text for row in table.rows] == ["第1の1　提言1", "―"]


@pytest.mark.parametrize(
    ("markdown", "line"),
    [("窓口の\n案内", "窓口の案内"), ("Word\nfile", "Word file"), ("窓口\nWord", "窓口Word"), ("一\\\n二", "一\n二"), ("一  \n二", "一\n二")],
)
def test_a_line_end_of_the_template_joins_japanese_and_parts_english(markdown: str, line: str) -> None:
    assert text(draft(markdown).blocks[0]) == line


def test_strong_and_emphasis_reach_the_values_inside() -> None:
    (block,) = draft("**重要<v>**は*注*", v="「値」").blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.strong, span.emphasis) for span in block.spans] == [
        ("重要", True, False), ("「値」", True, False), ("は", False, False), ("注", False, True),
    ]  # fmt: skip


def test_lists_count_and_indent_by_their_depth() -> None:
    made = draft("- 一\n- 二\n  1. 三\n  2. 四\n\n次\n\n3. 五\n4. 六\n")
    assert [(text(block), block.bullet, block.indent, block.hang) for block in made.blocks if isinstance(block, Paragraph)] == [
        ("一", "・", 1, 0), ("二", "・", 1, 0), ("三", "ア\u3000", 2, 0), ("四", "イ\u3000", 2, 0), ("次", "", 0, 0), ("五", "(3)\u3000", 1, 0),
        ("六", "(4)\u3000", 1, 0),
    ]  # fmt: skip


def test_a_footnote_keeps_its_place_and_its_text() -> None:
    made = draft("本文[^1]と^[行の<v>]続き\n\n[^1]: 一つ目\n\n    二つ目\n", v="中")
    (block,) = made.blocks
    assert isinstance(block, Paragraph)
    assert [span.note for span in block.spans] == [0, 1, 0, 2, 0]
    assert ["".join(span.text for span in note) for note in made.notes] == ["一つ目\n二つ目", "行の中"]


@pytest.mark.parametrize(
    ("markdown", "code"),
    [("![甲](a.png)", "T022"), ("```\n甲\n```", "T021"), ("> 甲", "T021"), ("---", "T021"), ("::: <v>\n甲\n:::", "T025")],
    ids=["picture", "fence", "quotation", "rule", "value as a name"],
)
def test_what_no_draft_can_hold_is_refused(markdown: str, code: str) -> None:
    assert f"templates/x.md.j2:1:1: エラー[{code}]" in refusal(markdown, v="宛名")


def test_html_is_text() -> None:
    assert text(draft("<b>太字</b> &lt;").blocks[0]).startswith("<b>太字</b>")
