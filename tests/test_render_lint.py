"""A template looked at before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.render.lint import lint_template, unclosed_boxes


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


def test_of_two_boxes_of_one_name_the_one_that_is_not_closed_is_shown() -> None:
    text = "::: 宛名\n文\n:::\n\n::: 宛名\n文\n"
    assert [problem.place.line for problem in unclosed_boxes(text, text, "x.md.j2")] == [5]
    looped = "{% for a in b %}\n::: 宛名\n文\n{% endfor %}\n"
    assert [problem.place.line for problem in unclosed_boxes("::: 宛名\n文\n" * 3, looped, "x.md.j2")] == [2]
