"""The table of rules in docs/house-style.md, made from the rules and their examples.

`python tests/house_style/write_manual.py` writes it; a test compares.
"""

from __future__ import annotations

import re
from pathlib import Path

from drafting.checks.house_style import RULES
from drafting.checks.house_style.rule import Rule

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs/house-style.md"
BEGIN, END = "<!-- 規則の表: ここから -->\n", "<!-- 規則の表: ここまで -->\n"


def table() -> str:
    """The rows of all rules, with one wrong example each."""
    wrong: dict[str, str] = {}
    code = ""
    for line in (HERE / "examples.txt").read_text(encoding="utf-8").splitlines():
        code = line if line.startswith("K") else code
        if line.startswith("×"):
            wrong.setdefault(code, line[2:])
    head = "| 番号 | 重さ | 規則 | 知らせる例 | どうするか | `--fix` | よりどころ |\n|---|---|---|---|---|---|---|\n"
    return head + "".join(_row(rule, wrong.get(rule.code, "")) for rule in RULES.values())


def _row(rule: Rule, example: str) -> str:
    short = example if len(example) <= 40 else example[:38] + "…"
    escaped = re.sub(r"([<>|])", r"\\\1", short)
    cells = (rule.code, rule.severity.value if rule.standard else "切", rule.title, escaped, rule.advice, "直す" if rule.safe else "", rule.source)
    return f"| {' | '.join(cells)} |\n"


def page(text: str) -> str:
    """The page with the table of today."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + "\n" + table() + "\n" + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
