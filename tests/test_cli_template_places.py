"""What a template printed and no draft can hold is told at the line of the template that printed it."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import drafting

BEFORE = "{# 三行の\n説明\n#}\n{% for theme in themes %}\n## {{ theme.title }}\n\n{{ theme.lead }}\n\n{% endfor %}\n"  # nine lines


def build(folder: Path, template: str) -> tuple[int, str]:
    assert drafting(folder, "init").returncode == 0
    (folder / "templates" / "x.md.j2").write_text(template, encoding="utf-8")
    run = drafting(folder, "build", "--template", "x")
    assert "Traceback" not in run.stderr
    return run.returncode, "\n".join(line for line in run.stderr.splitlines() if "P002" not in line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("----------", "エラー[T021]: 区切り線（---）は使えません。"),
        ("> 引用", "エラー[T021]: 引用（>）は使えません。"),
        ("```", "エラー[T021]: コード（```）は使えません。"),
        ("一行目\n二行目 ![図](a.png)", "エラー[T022]: 画像や、この書き方は使えません。"),
        ("[表]({{ committee.chair }})", "エラー[T023]: リンク先「委員長」は使えません。"),
        ("文[^注]", "エラー[T028]: 脚注「[^注]」の文がありません。"),
        ("# 一{{ 'a'|mark }}\n\n# 二{{ 'a'|mark }}", "エラー[T029]: mark の名前「a」が2か所にあります。"),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |", "エラー[T026]: 表の欄が多すぎます"),
    ],
    ids=["rule", "quotation", "code", "picture", "link", "footnote", "mark", "table"],
)
def test_the_line_is_that_of_the_template(line: str, told: str, tmp_path: Path) -> None:
    code, said = build(tmp_path, f"{BEFORE}\n{line}\n")
    number = 11 + line.count("\n")
    assert code == 4 and said.startswith(f"templates/x.md.j2:{number}:1: {told}")
    assert not list((tmp_path / "outputs").glob("*"))


def test_of_two_lines_alike_the_one_that_printed_it_is_told(tmp_path: Path) -> None:
    code, said = build(tmp_path, "題\n\n{% if false %}\n\n> 引用\n\n{% endif %}\n\n> 引用\n")
    assert (code, said.split(": ")[0]) == (4, "templates/x.md.j2:5:1")  # the first of two that could be meant


def test_a_link_to_a_heading_that_is_not_there_is_told_and_printed_as_text(tmp_path: Path) -> None:
    code, said = build(tmp_path, f"{BEFORE}\n[参照](#ない)と[こちら](#ある)\n\n# 章{{{{ 'ある'|mark }}}}\n")
    assert code == 0
    assert said == (
        "templates/x.md.j2:11:1: 注意[L006]: リンク「参照」の行き先「ない」が、この文書にありません。見出しに mark で付けた名前を書いてください。"
    )
    assert "参照とこちら" in (tmp_path / "outputs" / "x.md").read_text(encoding="utf-8").replace("[", "").replace("](#ある)", "")


@pytest.mark.parametrize(("link", "target"), [("#{{ 'あい' }}", "あい"), ("#あ", "あ")])
def test_a_link_that_a_value_leads_nowhere_or_whose_name_begins_another_is_told_at_its_line(link: str, target: str, tmp_path: Path) -> None:
    code, said = build(tmp_path, f"[有](#ある)\n\n# 章{{{{ 'ある'|mark }}}}\n\n[無]({link})\n")
    assert code == 0 and said.startswith(f"templates/x.md.j2:5:1: 注意[L006]: リンク「無」の行き先「{target}」")


@pytest.mark.parametrize("line", ["**「重要」**は大事である。", "本文の**（注）**を見る。", "- 一\n- **「二」**と三", "**一**の\nは**「二」**と三", "| **甲** | 乙 |\n|---|---|\n| は**「一」**と | 二 |"])
def test_stars_that_are_printed_as_they_stand_are_told(line: str, tmp_path: Path) -> None:
    code, said = build(tmp_path, f"{BEFORE}\n{line}\n")
    assert code == 0
    number = 11 + line.count("\n")
    assert said == (
        f"templates/x.md.j2:{number}:1: 注意[T030]: 「**」がそのまま印刷されます。「」や（）などの記号は「**」の外に出してください。"
    )


@pytest.mark.parametrize(
    "line",
    [
        "**重要**は大事である。", "\\*\\*印", "**「重要」** は大事である。", "**重\n要**", "{{ '**' }}「あ」{{ '**' }}は", "{% set x = '甲' %}名は**{{ x }}**、**{{ x }}{{ x }}**である。",
        "| **甲** | 乙 |\n|---|---|\n| **{{ '一' }}** | 二 |", "- ***{{ '一' }}***：二",
    ],
)  # fmt: skip
def test_stars_that_are_right_or_a_value_are_not_told(line: str, tmp_path: Path) -> None:
    assert build(tmp_path, f"{BEFORE}\n{line}\n") == (0, "")
