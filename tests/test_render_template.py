"""Running templates: values beside the text, limits, and errors that name their line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendering import REPORT, Holder, refusal, render, shown

from drafting.draft import Draft, Heading, Paragraph, Table
from drafting.files import FORBIDDEN
from drafting.problems import TemplateError
from drafting.render import run_template
from drafting.render.values import RESERVED, Values
from drafting.views import Text


def test_values_and_template_text_come_out_in_their_order(tmp_path: Path) -> None:
    source = "# {{ committee.name }}の答申\n\n{% for item in recommendations %}\n{{ item.title }}は{{ item.body }}\n{% endfor %}\n"
    assert shown(render(tmp_path, source)) == ["甲市委員会の答申", "案内は直す。"]


def test_a_number_is_printed_and_a_filter_may_make_text(tmp_path: Path) -> None:
    assert shown(render(tmp_path, "{{ recommendations|length }}件（{{ 'r1'|upper }}）")) == ["1件（R1）"]


def test_a_captured_block_and_a_macro_are_the_templates_own_text(tmp_path: Path) -> None:
    source = "{% macro m(x) %}**{{ x }}**{% endmacro %}{% set c %}*二*{% endset %}{{ m('一') }}と{{ c }}"
    draft = render(tmp_path, source)
    (block,) = draft.blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.strong, span.emphasis) for span in block.spans] == [("一", True, False), ("と", False, False), ("二", False, True)]


MIXTURES = {
    "tilde": "{{ c ~ value }}",
    "plus": "{{ c + value }}",
    "join": "{{ [c, value]|join }}",
    "joined by": "{{ [value, value]|join(c) }}",
    "sum": "{{ [value, c]|sum(start='') }}",
    "replace": "{{ c|replace('x', value) }}",
    "percent": "{{ c % value }}",
    "times": "{{ c * 2 }}",
}


@pytest.mark.parametrize("mixture", MIXTURES.values(), ids=MIXTURES.keys())
def test_template_text_is_never_mixed_with_a_value(mixture: str, tmp_path: Path) -> None:
    source = "{% set c %}x %s{% endset %}" + mixture
    with pytest.raises(TemplateError) as caught:
        render(tmp_path, source, Holder("**太字** <b>"))
    assert caught.value.problems[0].code in ("T013", "T016")


# --- no text of a clerk is markup, and none is lost ---

PIECES = (
    "あ", "窓口。", "**", "*", "_", "`", "#", "# ", "- ", "1. ", "> ", "|", "---", ":::", "::: 表紙", "[x](y)", "![x](y)", "<b>", "&lt;", "{{ x }}", "{% x %}",
    "{#", "\\", "~~~", "```", "    ", "\t", "　", "・", "（1）", "①", "ア ", "\xa0", "😀", "$", "[^1]", "^[x]", "{章題}", "\u2028", "\x85", "=", "  ",
)  # fmt: skip
LINE_ENDS = ("\n", "\n\n", "\r\n", "\r")
VALUES = st.one_of(
    st.lists(st.sampled_from((*PIECES, *LINE_ENDS)), max_size=8).map("".join), st.text(st.characters(codec="utf-8"), max_size=20)
).filter(lambda text: not FORBIDDEN.search(text) and not RESERVED.search(text))

# Template → how the text of the value is shown by the one block that stands for it ({} is the value).
SETTINGS = {
    "mixed": ("前{{ value }}後", "前{}後"),
    "heading": ("# {{ value }}", "{}"),
    "strong": ("前**「{{ value }}」** 後", None),
    "cell": ("| 甲 | 乙 |\n|---|---|\n| {{ value }} | 丙{{ value }} |", "甲|乙/{}|丙{}"),
    "list": ("- {{ value }}", "{}"),
    "note": ("本文[^1]\n\n[^1]: {{ value }}", None),
}


def line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def spans_of(draft: Draft) -> list[Any]:
    found: list[Any] = []
    for block in draft.blocks:
        if isinstance(block, (Heading, Paragraph)):
            found += block.spans
        elif isinstance(block, Table):
            found += [span for row in (block.head, *block.rows) for cell in row for span in cell]
    return found + [span for note in draft.notes for span in note]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.mark.parametrize("setting", ["mixed", "heading", "cell", "list"])
@given(value=VALUES)
def test_a_value_is_shown_as_exactly_its_text_with_its_address(setting: str, value: str, folder: Path) -> None:
    source, form = SETTINGS[setting]
    text = line_ends(value)
    if setting == "heading":
        text = text.replace("\n", "")
    draft = render(folder, source, Holder(Text(value, "R1.body")))
    anchored = [span for span in spans_of(draft) if span.anchor]
    assert [span.text for span in anchored] == [text] * ((form or "").count("{}") if text else 0)
    assert [span.anchor.address for span in anchored] == ["R1.body"] * len(anchored)
    assert [span.anchor.occurrence for span in anchored] == list(range(1, len(anchored) + 1))
    assert form is not None
    assert shown(draft) == ([form.replace("{}", text)] if form.replace("{}", text) or setting in ("heading", "cell") else [])


@given(value=VALUES)
def test_a_value_alone_gives_a_paragraph_for_each_of_its_lines(value: str, folder: Path) -> None:
    draft = render(folder, "{{ value }}", Holder(Text(value, "R1.body")))
    assert shown(draft) == [line for line in line_ends(value).split("\n") if line]
    assert all(span.anchor and span.anchor.address == "R1.body" for span in spans_of(draft))


@pytest.mark.parametrize("setting", ["strong", "note"])
@given(value=VALUES)
def test_no_setting_loses_a_value(setting: str, value: str, folder: Path) -> None:
    draft = render(folder, SETTINGS[setting][0], Holder(Text(value, "R1.body")))
    assert [span.text for span in spans_of(draft) if span.anchor] == ([line_ends(value)] if value else [])


@given(first=VALUES, second=VALUES)
def test_values_beside_each_other_stay_apart(first: str, second: str, folder: Path) -> None:
    draft = render(folder, "前{{ value }}{{ other }}後", Holder(Text(first, "a"), Text(second, "b")))
    wanted = {"a": line_ends(first), "b": line_ends(second)}
    assert {span.anchor.address: span.text for span in spans_of(draft) if span.anchor} == {k: v for k, v in wanted.items() if v}


@given(st.lists(VALUES, max_size=5))
def test_the_table_of_values_gives_back_what_was_put_in(texts: list[str]) -> None:
    values = Values()
    line = "甲".join(values.put(text) for text in texts)
    found = [value for _, value in values.split(line) if value is not None]
    assert found == texts
    assert values.unprinted() == []


def test_a_value_that_reaches_no_block_is_known() -> None:
    values = Values()
    values.put("失われた")
    assert values.unprinted() == ["失われた"]


# --- errors ---


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("題\n{{ leter.title }}", "2:1: エラー[T011]: 「leter」という値はありません。「letter」ではありませんか。"),
        ("題\n本文 {{ letter.titel }}", "2:4: エラー[T011]: 「titel」という値はありません。「title」ではありませんか。"),
        ("{% if x %}\n{% if parts.cover %}\n{% endif %}\n", "1:1: エラー[T010]: 「{% if %}」が閉じていません。「{% endif %}」を書いてください。"),
        ("題\n{{ letter.title｜upper }}", "2:16: エラー[T010]: 「｜」が全角です。半角で書いてください。"),
        ("{{ letter.title|uper }}", "1:1: エラー[T010]: 「uper」という変換はありません。名前を確かめてください。"),
        ("{% fo x in themes %}", "1:1: エラー[T010]: 「fo」という命令はありません。名前と、対になる始まりがあるかを確かめてください。"),
        ("題\n{% if edition = '確定' %}{% endif %}", "2:1: エラー[T010]: 「=」の所が読めません。比べるなら「==」と書いてください。"),
        ("題\n{% for x in themes %}\n{% endif %}", "3:1: エラー[T010]: 「{% endif %}」の前に「{% for %}」を閉じてください（「{% endfor %}」）。"),
        ("題\n{{ letter title }}", "2:1: エラー[T010]: 「title」の所が読めません。"),
        ("題\n{{ letter.title", "2:1: エラー[T010]: 書き方が違います。「{{ }}」と「{% %}」が閉じているか確かめてください。"),
        ("題\n{% include 'y.md.j2' %}", "2:1: エラー[T012]: ひな型「y.md.j2」が templates フォルダーにありません。"),
        ("{{ themes }}", "1:1: エラー[T015]: 一覧や組はそのまま印刷できません。{% if %} や {% for %} を使ってください。"),
        ("{{ none }}", "1:1: エラー[T015]: 値がありません（None）。{% if %} や {% for %} を使ってください。"),
        ("題\n{{ 1 // 0 }}", "2:1: エラー[T016]: ひな型の計算ができません（0で割っています）。式を見直してください。"),
        ("{% if letter is x %}{% endif %}", "1:1: エラー[T016]: 「x」という変換や調べ方はありません。名前を確かめてください。"),
        ("{% for i in range(10**20) %}x{% endfor %}", "1:1: エラー[T014]: 処理が終わりません"),
        ("文[^{{ letter.title }}]", "1:1: エラー[T028]: 脚注の名前に {{ }} は使えません。本文の中に「^[脚注の文]」と書いてください。"),
        ("文[^a]", "1:1: エラー[T028]: 脚注「[^a]」の文がありません。「[^a]: …」の行を書いてください。"),
        ("文[^a]: 続き\n\n[^a]: 注\n\n[^b]: 失われる注", "5:1: エラー[T028]: 脚注「[^b]」の印が本文にありません。印を書くか、脚注を消してください。"),
        ("{{ letter.title.upper() }}", "1:1: エラー[T013]: この操作は使えません（書き込みや、値の内部を調べることはできません）。"),
    ],
    ids=["name", "attribute", "open block", "full-width bar", "filter", "tag", "equals", "end", "word", "open", "include", "list", "none", "division", "test", "range", "named note", "note", "text", "method"],
)
def test_a_slip_is_told_at_its_line_with_what_to_do(source: str, message: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, source).startswith(f"templates/x.md.j2:{message}")


def test_an_error_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("題\n\n{{ leter }}\n", encoding="utf-8")
    assert refusal(tmp_path, "{% include 'part.md.j2' %}").startswith("templates/part.md.j2:3:1: エラー[T011]: 「leter」")


def test_the_line_is_the_templates_even_when_the_program_lies_under_the_same_folder(tmp_path: Path) -> None:
    path = tmp_path / "x.md.j2"
    path.write_text("題\n\n{% set c %}x{% endset %}{{ c|upper }}\n", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        run_template(REPORT, Path("/"), path.relative_to("/").as_posix(), "")
    assert caught.value.problems[0].place.file == path.relative_to("/").as_posix()
    assert caught.value.problems[0].place.line == 3


def test_a_template_cannot_leave_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    inner = tmp_path / "templates"
    inner.mkdir()
    assert "エラー[T012]" in refusal(inner, "{% include '../secret.txt' %}")
    (inner / "link.j2").symlink_to(tmp_path / "secret.txt")
    assert "エラー[T012]" in refusal(inner, "{% include 'link.j2' %}")


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_a_template_saved_on_windows_is_read_as_on_any_machine(newline: str, tmp_path: Path) -> None:
    source = "# 題\n\n一つ目\n\n| 甲 |\n|---|\n| 乙 |\n"
    assert shown(render(tmp_path, source.replace("\n", newline))) == ["題", "一つ目", "甲/乙"]
