"""Web pages → rows: what a reader of the page sees, and what is told instead of dropped."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.importers import import_minutes, import_rows
from drafting.importers.html import html_rows
from drafting.importers.html_page import find_minutes, text_of
from drafting.importers.html_tree import parse_html
from drafting.importers.markup import checked_option
from drafting.problems import InputError


def cells(page: str) -> list[tuple[str, ...]]:
    return [row.cells for row in html_rows(page, "a.html")[0]]


def lines(page: str) -> list[str]:
    return [row.text for row in html_rows(page, "a.html")[0]]


def codes(page: str) -> list[str]:
    return [problem.code for problem in html_rows(page, "a.html")[1]]


def test_each_paragraph_and_each_piece_between_breaks_is_a_row_at_its_line() -> None:
    rows, problems = html_rows("<h1>会議録</h1>\n<p>一<br>二\n<p>三<br><br>四<div>五</div>六", "a.html")
    assert [(row.text, row.line) for row in rows] == [
        ("会議録", 1), ("一", 2), ("二", 2), ("三", 3), ("", 3), ("四", 3), ("五", 3), ("六", 3),
    ]  # fmt: skip
    assert problems == []


def test_a_line_end_of_the_file_is_no_blank_between_japanese_letters() -> None:
    assert lines("<p>本日は\n  晴れ A\nB</p>") == ["本日は晴れ A B"]


def test_the_cells_of_a_table_row_are_one_row_and_merged_cells_are_filled_up() -> None:
    page = "<table><tr><th>発言者<th colspan=2>内容<tr><td rowspan=2>委員<td><p>一<p>二<td>x<tr><td>三<td>y</table>"
    assert cells(page) == [("発言者", "内容", ""), ("委員", "一\n二", "x"), ("", "三", "y")]


def test_a_span_of_rows_and_columns_keeps_the_cells_in_their_columns() -> None:
    page = "<table><tr><td rowspan=0>a<td>b<td rowspan=2 colspan=2>c<td>d<tr><td>e<td>f<tr><td>g</table>"
    assert cells(page) == [("a", "b", "c", "", "d"), ("", "e", "", "", "f"), ("", "g")]


def test_a_table_for_layout_gives_the_rows_of_its_blocks() -> None:
    assert lines("<table><tr><td><p>一<p>二<table><tr><td>委員<td>三のことば</table></table>") == ["一", "二", "委員\t三のことば"]


def test_a_definition_list_is_read_as_speaker_and_words() -> None:
    page = "<dl><dt>委員長<dd>一<br>二<dt>委員<dd>三<dd>四<dt>事務局</dl>"
    assert cells(page) == [("委員長", "一\n二"), ("委員", "三"), ("", "四"), ("事務局", "")]


def test_lists_keep_their_bullets_and_numbers_and_items_with_a_mark_get_no_second_one() -> None:
    page = "<ul><li>一<ul><li>子</ul><li>○委員　二</ul><ol start=3><li>三<li>四</ol><ol type=a><li>五</ol><ul style='list-style: none'><li>六</ul>"
    assert lines(page) == ["・一", "\u3000・子", "○委員　二", "3. 三", "4. 四", "a. 五", "六"]


def test_ruby_boxes_pictures_and_entities_are_text() -> None:
    page = (
        "<p><ruby>誹謗<rt>ひぼう</rt></ruby>と<ruby>中傷<rp>(</rp><rt>ちゅうしょう<rp>)</rp></ruby>、"
        "<img src=a.png alt=図1>A&amp;B&nbsp;&lt;事務局&gt;&#12354;<wbr>い<!-- 注 --><ins>う</ins>"
    )
    assert lines(page) == ["誹謗（ひぼう）と中傷(ちゅうしょう)、図1A&B <事務局>あいう"]
    box = lines('<table><tr><td>公開<td><input type="checkbox" />可・<input type=radio checked>不可</table>')[0]
    assert checked_option(box.split("\t")[1]) == "不可"


def test_what_looks_like_a_tag_and_is_none_stays() -> None:
    assert lines("<p><A委員> x<y and z>w <事務局>はい</A委員> 1<2") == ["<A委員> x<y and z>w <事務局>はい</A委員> 1<2"]


def test_preformatted_text_keeps_its_lines_and_its_tabs() -> None:
    rows, _ = html_rows("<pre>\n委員長：一\n委員\t二  三\n\n四</pre>", "a.html")
    assert [(row.cells, row.line) for row in rows if row.text] == [(("委員長：一",), 2), (("委員", "二  三"), 3), (("四",), 5)]


def test_struck_and_hidden_words_are_told() -> None:
    rows, problems = html_rows("<p>予算は<del>十万</del>百万円<p style='display: none'>裏<p hidden>隠", "a.html")
    assert [row.text for row in rows] == ["予算は百万円"]
    assert [(problem.code, problem.place.line) for problem in problems] == [("I060", 1), ("I061", 1)]
    assert "裏" in problems[0].message and "隠" in problems[0].message and "十万" in problems[1].message


SITE = """<html><head><title>○○市</title></head><body><a class="skip-link" href="#x">本文へ</a>
<div id="gNavi"><ul><li>くらし<li>市政</ul></div><p class="topicPath">トップ &gt; 会議録</p>
<div id="tmp_honbun"><h1>会議録</h1><p>委員長：これから会議を開きます。皆さん、よろしくお願いします。</p>
<p>委員：質問があります。窓口の待ち時間は、どのくらいでしょうか。</p><p>ページの先頭へ戻る</p>
<div class="box"><h2>お問い合わせ</h2><p>企画課</p></div></div><div id="footer">電話 000</div></body></html>"""


def test_what_is_of_the_site_is_left_out_and_told_in_one_warning() -> None:
    rows, problems = html_rows(SITE, "a.html")
    assert [row.text[:4] for row in rows] == ["会議録", "委員長：", "委員：質"]
    assert [problem.code for problem in problems] == ["I060"]
    for words in ("「○○市」", "「本文へ」", "ほか"):
        assert words in problems[0].message


@pytest.mark.parametrize(
    "around",
    [
        "<nav>メニュー一覧</nav><main>{}</main>", "<header>市</header>{}<footer>住所</footer>", "<div role=main>{}</div><aside>関連</aside>",
        "<form id=aspnetForm><div class=contents>{}</div></form>", "<div id=menu>{}</div>", "<article>{}</article>",
    ],
)  # fmt: skip
def test_the_minutes_are_found_whatever_frame_a_site_puts_around_them(around: str) -> None:
    minutes = "<p>委員長：これから会議を開きます。</p><p>委員：質問があります。</p>"
    assert lines(around.format(minutes)) == ["委員長：これから会議を開きます。", "委員：質問があります。"]


@pytest.mark.parametrize(
    "broken",
    ["<p>委員長：一</b></div></p>", "<b><p>委員長：一</b>", "委員長：一<!-- 注", "委員長：一<p class='", "<table>委員長：一", "<div><script>委員長：一"],
)
def test_a_broken_page_loses_no_text(broken: str) -> None:
    assert "委員長：一" in "".join(lines(broken))


def test_deep_nesting_is_read() -> None:
    assert "".join(lines("<div>" * 5000 + "深い" + "</div>" * 5000 + "後")) == "深い後"


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="ページに文がありません"):
        html_rows("<html><body><img src=a.png></body></html>", "a.html")


def test_control_characters_are_taken_out_and_told() -> None:
    assert codes("<p>あ\x0bい</p>") == ["I010"]


def test_a_page_becomes_minutes() -> None:
    rows, _ = html_rows(SITE.replace("<h1>", "<p>日時　令和7年11月28日(金)</p><h1>"), "a.html")
    minutes = import_rows(rows, "a.html").minutes
    assert [(said.speaker, said.role) for said in minutes.utterances] == [("委員長", "委員長"), ("委員", "委員")]


WORDS = st.text(st.sampled_from("あ漢A1<&> \u3000。\n「"), min_size=1, max_size=6)
TAGS = st.sampled_from("p div li ul ol td tr table dl dt dd b a h1 span center th tbody ruby rt br hr pre blockquote x-y nav footer".split())


def trees(depth: int = 3) -> st.SearchStrategy[str]:
    leaf: st.SearchStrategy[str] = WORDS.map(html.escape)
    return st.recursive(
        leaf, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4), st.booleans()).map(_element), max_leaves=12
    )  # fmt: skip


def _element(parts: tuple[str, list[str], bool]) -> str:
    tag, children, ended = parts
    return f"<{tag}>{''.join(children)}" + (f"</{tag}>" if ended else "")


def bare(text: str) -> str:
    return "".join(text.split())


@given(trees())
def test_all_text_of_any_page_is_in_its_rows_or_is_told(page: str) -> None:
    expected = bare(html.unescape(_without_tags(page)))
    kept = find_minutes(parse_html(page))
    told = "".join(text for text, _ in kept.left_out)
    assert sorted(bare(text_of(kept.main) + told)) == sorted(expected)
    if bare(text_of(kept.main)):
        rows: Any = html_rows(page, "a.html")[0]
        found = sorted(bare("".join(cell for row in rows for cell in row.cells)))
        for letter in bare(text_of(kept.main)):
            assert letter in found
            found.remove(letter)
        assert set(found) <= set("・0123456789.（）")


def _without_tags(page: str) -> str:
    inside, text = False, []
    for letter in page:
        if letter == "<":
            inside = True
        elif letter == ">":
            inside = False
        elif not inside:
            text.append(letter)
    return "".join(text)


LAYOUTS = Path(__file__).parents[3] / "shared" / "layouts"


def as_paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n"))


def as_breaks(text: str) -> str:
    return "<div>" + html.escape(text).replace("\n", "<br>\n") + "</div>"


def as_tables(text: str) -> str:
    """Lines with TABs as rows of tables, the others as paragraphs."""
    pieces = []
    for line in text.split("\n"):
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t"))
        pieces.append(f"<table><tr>{cells}</tr></table>" if "\t" in line else f"<p>{html.escape(line)}</p>")
    return "\n".join(pieces)


@pytest.mark.skipif(not LAYOUTS.exists(), reason="the folder shared/layouts is absent")
@pytest.mark.parametrize("page", [as_paragraphs, as_breaks, as_tables])
@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_a_page_gives_the_minutes_that_its_text_gives(path: Path, page: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    if "\t" in text and page is not as_tables:
        pytest.skip("TABs are blanks in a page")
    frame = f"<html><body><nav>トップ</nav><main>{page(text)}</main></body></html>"
    ours = import_rows(html_rows(frame, "a")[0], "a").minutes
    theirs = import_minutes(text, "a")[0]
    assert [(said.speaker, said.role, said.text) for said in ours.utterances] == [(said.speaker, said.role, said.text) for said in theirs.utterances]
    assert ours.meeting == theirs.meeting
