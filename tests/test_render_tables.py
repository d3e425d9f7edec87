"""The rule for tables reads what markdown-it's own rule reads."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.rules_block import table
from markdown_it.token import Token

from drafting.render.parser import make_parser

_CELLS = st.text(st.sampled_from("aあ |\\\u3000\t\x85-:*`_[]^~\"#"), max_size=6)
_LINES = st.one_of(
    st.text(st.sampled_from("|-: \t"), max_size=9),
    st.text(st.sampled_from("a|-:> #*`~+1.\\\u3000\t"), max_size=9),
    st.sampled_from(["", "::: 箱", ":::", "# 題", "- 項", "  - 項", "> 引用", "***", "```", "|---|---|", "---|---", "| 一 | 二 | 三 |"]),
    st.lists(_CELLS, max_size=4).map(lambda cells: "|" + "|".join(cells) + "|"),
    st.lists(_CELLS, min_size=1, max_size=4).map("|".join),
)
_TABLES = st.builds(
    lambda before, head, marks, rows: "\n".join([*before, "|".join(head), "|".join(marks), *rows]),
    st.lists(_LINES, max_size=2),
    st.lists(_CELLS, min_size=1, max_size=3),
    st.lists(st.sampled_from(["-", ":-", "---:", ":-:", " -- "]), min_size=1, max_size=3),
    st.lists(_LINES, max_size=5),
)


@given(st.one_of(_TABLES, st.lists(_LINES, max_size=8).map("\n".join)))
def test_every_table_is_read_as_markdown_it_reads_it(markdown: str) -> None:
    theirs = make_parser()
    theirs.block.ruler.at("table", table, {"alt": ["paragraph", "reference"]})
    assert _ours(make_parser().parse(markdown)) == _theirs(theirs.parse(markdown))


def test_a_table_goes_on_to_the_next_blank_line_and_its_long_row_stays_long() -> None:
    tokens = make_parser().parse("| 甲 | 乙 |\n|:-:|---|\n| 一 |\n一つだけ\n| 1 | 2 \\| 3 | *4* |\n\n後")
    assert tokens[0].meta == {"rows": [("甲", "乙"), ("一",), ("一つだけ",), ("1", "2 | 3", tokens[1])], "aligns": ["center", ""]}
    assert (tokens[0].map, tokens[1].content, [token.type for token in tokens[2:]]) == (
        [0, 5], "*4*", ["paragraph_open", "inline", "paragraph_close"],
    )  # fmt: skip


def _ours(tokens: Sequence[Token]) -> list[object]:
    """What stands where: of a table its cells, shortened and filled up as markdown-it does."""
    found: list[object] = []
    in_cells = [cell for token in tokens if token.type == "table" for row in token.meta["rows"] for cell in row]
    for token in tokens:
        if token.type == "table":
            aligns, rows = token.meta["aligns"], token.meta["rows"]
            found.append((token.map, aligns, [_filled([_cell(cell) for cell in row], len(aligns)) for row in rows]))
        elif not any(token is cell for cell in in_cells):
            found.append((token.type, token.content, token.map))
    return found


def _filled(cells: list[object], columns: int) -> list[object]:
    return [*cells, *[("", [])] * columns][:columns]


def _cell(cell: str | Token) -> object:
    if isinstance(cell, str):
        return cell, [("text", cell)] if cell else []
    return cell.content, [(child.type, child.content) for child in cell.children or []]


def _theirs(tokens: Sequence[Token]) -> list[object]:
    found: list[object] = []
    inside: list[Token] = []
    for token in tokens:
        if inside or token.type == "table_open":
            inside.append(token)
            if token.type == "table_close":
                found.append(_table(inside))
                inside = []
        else:
            found.append((token.type, token.content, token.map))
    return found


def _table(tokens: Sequence[Token]) -> object:
    rows: list[list[object]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_cell(token))
    aligns = [str(token.attrGet("style") or "").removeprefix("text-align:") for token in tokens if token.type == "th_open"]
    return tokens[0].map, aligns, rows
