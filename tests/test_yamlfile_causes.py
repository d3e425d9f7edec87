"""Where a parser stops and where the slip is are told apart, whichever parser reads."""

from __future__ import annotations

import pytest

from drafting.problems import InputError
from drafting.yamlfile import composer, parse

FILE = "r.yaml"
LIST = """r:
  - id: R1
    theme: 窓口
    title: 題
    body: 文
    cites: [1-U001]
  - id: R2
    theme: 窓口
"""
INDENT = "この行の字下げ（半角空白の数）が、上の項目とそろっていません。"
BEHIND = "の後に文が続いています。文章なら、全体を「'」で囲んでください"


@pytest.fixture(params=["libyaml", "ruamel"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "ruamel":
        monkeypatch.setattr(composer, "_events", composer._slow_events)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("right", "typed", "told"),
    [
        ("title: 題", "title:題", "4:5: 「title:」の後に半角の空白がありません。「title: 」のように空けてください。"),
        ("cites: [", "cites:[", "6:5: 「cites:」の後に半角の空白がありません。"),
        ("id: R1", "id:R1", "2:5: 「id:」の後に半角の空白がありません。"),
        ("theme: 窓口\n    title", "theme: 窓口\n    # 題名\n    title:題\n    title", "5:5: 「title:」の後に半角の空白がありません。"),
        ("- id: R1", "-id: R1", "2:3: 「-」の後に半角の空白がありません。"),
        ("- id: R2", "-id: R2", "7:3: 「-」の後に半角の空白がありません。"),
        ("    title: 題", "     title: 題", f"4:6: {INDENT}"),
        ("    theme: 窓口\n    title: 題", "    theme: '窓口'\n     title: 題", f"4:6: {INDENT}"),
        ("    title: 題", "   title: 題", f"4:4: {INDENT}"),
        ("  - id: R2", " - id: R2", "7:2: 一覧の字下げがそろっていません。"),
        ("  - id: R2", "   - id: R2", "7:4: 一覧の字下げがそろっていません。"),
        ("body: 文", "body: |\n      一\n    二", "7:5: この行は、項目の名前でも、上の文章の続きでもありません。"),
        ("    title: 題", "    覚え書き\n    title: 題", "4:5: この行は、項目の名前でも、上の文章の続きでもありません。"),
        ("body: 文", 'body: "重要"な文', f"5:15: 「\"」で囲んだ言葉{BEHIND}"),
        ("body: 文", "body: '重要'な文", f"5:15: 「'」で囲んだ言葉{BEHIND}"),
        ("body: 文", "body: [重要]な文", f"5:15: 「[ ]」{BEHIND}"),
        ("body: 文", "body: {重要} な文", f"5:16: 「{{ }}」{BEHIND}"),
        ("body: 文", "body: - 文", "5:11: 文章の頭の「- 」は一覧の記号と読まれます。文章なら全体を「'」で囲んでください。"),
        ("body: 文", "body: ? 文", "5:11: 文章の頭の「? 」はYAMLの記号と読まれます。"),
        ("body: 文", "body: 文\n      続き: 文", "6:9: 文の中の「: 」が項目の区切りと読まれます。"),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_was_typed_not_where_the_parser_stopped(right: str, typed: str, told: str) -> None:
    assert right in LIST
    with pytest.raises(InputError) as caught:
        parse(LIST.replace(right, typed, 1), FILE)
    (problem,) = caught.value.problems
    assert f"{problem.place.line}:{problem.place.column}: {problem.message}".startswith(told)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_a_slip_is_told_at_its_line_whatever_ends_the_lines(newline: str) -> None:
    with pytest.raises(InputError, match=r"r\.yaml:4:5: エラー\[Y002\]: 「title:」の後"):
        parse(LIST.replace("title: 題", "title:題").replace("\n", newline), FILE)
