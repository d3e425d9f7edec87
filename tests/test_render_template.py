"""Running templates: values beside the text, limits, and errors that name their line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import drafting.render.sandbox as sandbox_room
import drafting.render.template as template_room
from drafting.draft import Draft, Heading, Paragraph, Table
from drafting.files import FORBIDDEN
from drafting.model import (
    Citation,
    Committee,
    Format,
    Meeting,
    Minutes,
    Recommendation,
    Recommendations,
    Theme,
    Utterance,
)
from drafting.problems import Place, Severity, TemplateError
from drafting.render import build_draft, run_template
from drafting.render.lint import lint_template, unclosed_boxes
from drafting.render.sandbox import TooMuch
from drafting.render.time_limit import time_limit
from drafting.render.values import RESERVED, Values
from drafting.report import build_report
from drafting.views import Report, Text
from drafting.yamlfile import Mapping, Scalar, Sequence, parse

ITEM = Recommendation("R1", "窓口", "案内", "直す。", cites=(Citation("1-U001"),))
MINUTES = Minutes(Meeting("1", session=1), (Utterance("U001", "1", "委員", "委員", "字が小さい。"),))
REPORT = build_report(Committee(name="甲市委員会"), Recommendations((Theme("窓口"),), (ITEM,)), [MINUTES])


class Holder(NamedTuple):
    """The smallest thing a template can print from."""

    value: str
    other: str = ""


def render(folder: Path, source: str, report: Any = REPORT, label: str = "templates") -> Draft:
    (folder / "x.md.j2").write_text(source, encoding="utf-8", newline="")
    markdown, values = run_template(report, folder, "x.md.j2", label)
    return build_draft(markdown, values, Format(), "題", "templates/x.md.j2")


def shown(draft: Draft) -> list[str]:
    """The text of each block, tables as cells with bars between."""
    lines = []
    for block in draft.blocks:
        if isinstance(block, (Heading, Paragraph)):
            lines.append("".join(span.text for span in block.spans))
        elif isinstance(block, Table):
            rows = (block.head, *block.rows)
            lines.append("/".join("|".join("".join(span.text for span in cell) for cell in row) for row in rows))
    return lines


def refusal(folder: Path, source: str) -> str:
    with pytest.raises(TemplateError) as caught:
        render(folder, source)
    return str(caught.value)


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
        ("題\n{% include 'y.md.j2' %}", "2:1: エラー[T012]: ひな型「y.md.j2」が templates フォルダーにありません。"),
        ("{{ themes }}", "1:1: エラー[T015]: 一覧や組はそのまま印刷できません。{% if %} や {% for %} を使ってください。"),
        ("{{ none }}", "1:1: エラー[T015]: 値がありません（None）。{% if %} や {% for %} を使ってください。"),
        ("題\n{{ 1 // 0 }}", "2:1: エラー[T016]: ひな型の計算ができません（0で割っています）。式を見直してください。"),
        ("{% if letter is x %}{% endif %}", "1:1: エラー[T016]: 「x」という変換や調べ方はありません。名前を確かめてください。"),
        ("{% for i in range(10**20) %}x{% endfor %}", "1:1: エラー[T014]: 処理が終わりません"),
        ("文[^{{ letter.title }}]", "1:1: エラー[T028]: 脚注の名前に {{ }} は使えません。本文の中に「^[脚注の文]」と書いてください。"),
        ("文[^a]", "1:1: エラー[T028]: 脚注「[^a]」の文がありません。「[^a]: …」の行を書いてください。"),
        ("文[^a]: 続き\n\n[^a]: 注\n\n[^b]: 失われる注", "1:1: エラー[T028]: 脚注「[^b]」の印が本文にありません。印を書くか、脚注を消してください。"),
        ("{{ letter.title.upper() }}", "1:1: エラー[T013]: この操作は使えません（書き込みや、値の内部を調べることはできません）。"),
    ],
    ids=["name", "attribute", "open block", "full-width bar", "filter", "tag", "include", "list", "none", "division", "test", "range", "named note", "note", "text", "method"],
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


BOMBS = {
    "loops": "{% for i in range(9999) %}{% for j in range(9999) %}{% for k in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
    "doubled text": "{% set n = namespace(v='ab') %}{% for i in range(40) %}{% set n.v = n.v ~ n.v %}{% endfor %}{{ n.v }}",
    "doubled by plus": "{% set n = namespace(v='ab') %}{% for i in range(40) %}{% set n.v = n.v + n.v %}{% endfor %}{{ n.v }}",
    "doubled list": "{% set n = namespace(v=[1, 2]) %}{% for i in range(40) %}{% set n.v = n.v + n.v %}{% endfor %}{{ n.v|length }}",
    "power": "{{ (9**9**8)|string|length }}",
    "times": "{{ ('ab' * 10**9)|length }}",
    "filled": "{{ [1]|batch(1000000000, 0)|list|length }}",
    "joined by much": "{{ range(99999)|join('ab' * 99999)|length }}",
    "joined of attributes": "{{ range(99999)|join('ab' * 99999, attribute='real')|length }}",
    "replaced by much": "{{ ('a' * 99999)|replace('a', 'b' * 99999)|length }}",
    "lists kept": "{% set n = namespace(v=[]) %}{% for i in range(99999) %}{% set n.v = n.v + [range(99999)|list] %}{% endfor %}",
    "letters of a text": "{{ ('ab' * 9999999)|list|length }}",
    "a long value often": "{% set v = 'ab' * 999999 %}{% for i in range(99999) %}{{ v }}{% endfor %}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
}


# The limit may strike in a hook that a test tool has put into the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS.keys())
def test_a_template_that_would_never_end_is_stopped(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_SECONDS", 0.3)
    assert "エラー[T014]: 処理が終わりません" in refusal(tmp_path, source)


def test_only_numbers_are_summed(tmp_path: Path) -> None:
    assert "エラー[T016]" in refusal(tmp_path, "{{ [[1], [2]]|sum(start=[])|length }}")
    assert shown(render(tmp_path, "{{ [1, 2]|sum }} {{ [1, 2]|sum(start=3) }}")) == ["3 6"]


@pytest.mark.parametrize("source", ["{{ (v ~ v)|length }}", "{{ [v, v]|join|length }}", "{{ v|replace('a', 'aa')|length }}", "{{ (v + v)|length }}"])
def test_a_text_beyond_the_limit_is_refused_even_if_it_is_not_printed(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (template_room, sandbox_room):
        monkeypatch.setattr(room, "MAX_CHARACTERS", 19)
    assert "エラー[T014]" in refusal(tmp_path, "{% set v = 'aaaaaaaaaa' %}" + source)
    assert shown(render(tmp_path, "{% set v = 'aaaaaa' %}" + source)) == ["12"]


def test_a_list_inside_lists_is_not_made_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_SECONDS", 2)
    build = "{% set n = namespace(v=[1]) %}{% for i in range(40) %}{% set n.v = [n.v, n.v] %}{% endfor %}"
    for use in ("{{ n.v|string|length }}", "{{ n.v|join|length }}", "{{ (n.v ~ '')|length }}", "{{ n.v|upper }}"):
        assert "エラー[T015]" in refusal(tmp_path, build + use)


def test_a_time_limit_that_somebody_swallows_strikes_again_and_not_behind_the_block() -> None:
    with pytest.raises(TooMuch), time_limit(0.02):
        try:
            while True:
                pass
        except TooMuch:
            pass
        while True:
            pass
    with time_limit(0.05):
        pass
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        pass


# --- looking at a template without running it ---


def lint(folder: Path, source: str) -> list[str]:
    (folder / "x.md.j2").write_text(source, encoding="utf-8")
    return [str(problem) for problem in lint_template(folder / "x.md.j2", "templates/x.md.j2")]


def test_a_template_too_deep_to_read_is_told(tmp_path: Path) -> None:
    assert lint(tmp_path, "{{ " + "(" * 400 + "1" + ")" * 400 + " }}")[0].startswith("templates/x.md.j2:1:1: エラー[T014]")


def test_braces_of_two_widths_are_told(tmp_path: Path) -> None:
    assert [line.partition(": ")[0] for line in lint(tmp_path, "{｛ x }}\n｛{ x }}\n{％ if x %}")] == [
        f"templates/x.md.j2:{line}:1" for line in (1, 2, 3)
    ]


def test_a_sound_template_has_no_findings(tmp_path: Path) -> None:
    source = "{% set n = namespace(x=0) %}{% for i in range(2) %}{{ i }}{% endfor %}{% for item in themes %}{{ item.title }}{% endfor %}"
    assert lint(tmp_path, source) == []


def test_all_unknown_names_and_full_width_braces_are_told_at_once(tmp_path: Path) -> None:
    assert lint(tmp_path, "題\n｛｛ title ｝｝\n{{ leter.title }}\n{% for x in themse %}{% endfor %}\n") == [
        "templates/x.md.j2:2:1: 注意[T017]: 全角の「｛」はそのまま印刷されます。値を入れるなら半角の「{{ }}」で書いてください。",
        "templates/x.md.j2:3:1: エラー[T011]: 「leter」という値はありません。「letter」ではありませんか。",
        "templates/x.md.j2:4:1: エラー[T011]: 「themse」という値はありません。「themes」ではありませんか。",
    ]


def test_a_template_that_does_not_compile_is_told_at_its_line(tmp_path: Path) -> None:
    assert lint(tmp_path, "題\n{% if parts.cover %}\n") == [
        "templates/x.md.j2:2:1: エラー[T010]: 「{% if %}」が閉じていません。「{% endif %}」を書いてください。"
    ]


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("＃　おわりに", 1, "見出しの「＃」が全角なので、そのまま印刷されます。"),
        ("#＃ 題", 1, "見出しの「＃」が全角なので、そのまま印刷されます。"),
        ("#おわりに", 1, "「#」の後に半角の空白がないので、見出しにならず、"),
        ("##　題", 1, "「#」の後に半角の空白がないので、見出しにならず、"),
        ("###{{ letter.title }}", 1, "「#」の後に半角の空白がないので、見出しにならず、"),
        ("  ：：： 宛名", 3, "囲みの「：」が全角なので、そのまま印刷されます。"),
        ("::：", 1, "囲みの「：」が全角なので、そのまま印刷されます。"),
    ],
)
def test_a_sign_that_is_printed_as_it_stands_is_told(line: str, column: int, said: str, tmp_path: Path) -> None:
    (told,) = lint(tmp_path, f"題\n{line}\n")
    assert told.startswith(f"templates/x.md.j2:2:{column}: 注意[T018]: {said}")


@pytest.mark.parametrize("text", ["# 題\n", "{#\n#説明 ＃\n#}\n", "文 #1 ＃2\n", "::: 宛名\n文：：：\n:::\n", "#\n", "\\\\#1の件\n"])
def test_signs_that_are_right_or_text_are_not_told(text: str, tmp_path: Path) -> None:
    assert lint(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("::: 宛名\n文\n", ["::: 宛名"]),
        ("::: 宛名\n文\n::: 件名\n題\n:::\n", ["::: 宛名"]),
        ("文\n:::\n", [":::"]),
        (":::: 横向き\n::: 右寄せ\n文\n:::\n::::\n::: 市章\n:::\n", []),
        (":::: 横向き\n::: 右寄せ\n文\n:::\n", [":::: 横向き"]),
        (":::宛名\n文\n:::\n", []),
    ],
)
def test_a_box_without_its_other_half_is_told(text: str, told: list[str]) -> None:
    found = unclosed_boxes(text, "題\n" + text, "x.md.j2")
    assert [problem.code for problem in found] == ["T019"] * len(told)
    assert all(f"「{box}」" in problem.message for box, problem in zip(told, found, strict=True))
    assert [problem.place.line for problem in found] == [1 if box == ":::" else 2 for box in told]


# --- the collection of bad input ---

BAD_INPUT = Path(__file__).parents[2] / "shared/bad-input"


def plain(node: Any) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(child) for name, child in node.entries.items()} if isinstance(node, Mapping) else None


def cases() -> list[Any]:
    path = BAD_INPUT / "manifest.yaml"
    if not path.exists():
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"{path} is not on this machine"))]
    found = [case for case in plain(parse(path.read_text(encoding="utf-8"), "manifest"))["cases"] if case["cmd"] == "render"]
    assert found
    return [pytest.param(case, id=f"{case['id']} {case['title'][:40]}") for case in found]


def outcome(case: dict[str, Any]) -> tuple[list[str], list[Any]]:
    """What the draft shows, and the problems a user is told."""
    folder = BAD_INPUT / "cases"
    if not (folder / case["file"]).exists():
        pytest.skip(f"{case['file']} is not in the collection")
    try:
        markdown, values = run_template(REPORT, folder, case["file"], "")
        draft = build_draft(markdown, values, Format(), "題", case["file"])
        return shown(draft), list(lint_template(folder / case["file"], case["file"]))
    except TemplateError as error:
        return [], list(error.problems)


@pytest.mark.parametrize("case", cases())
def test_a_template_of_the_collection_has_the_outcome_of_the_manifest(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_SECONDS", 0.3)
    lines, problems = outcome(case)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if case["outcome"] == "reject":
        assert errors
    elif case["outcome"] == "ok-warn":
        assert errors == []
        assert problems
    else:
        assert errors or lines
    assert all(problem.place.file == case["file"] for problem in problems)
    if "loc" in case:
        assert problems[0].place == Place(case["file"], *map(int, case["loc"]))


def test_the_collection_is_read_by_report_fields_that_exist() -> None:
    assert isinstance(REPORT, Report)
