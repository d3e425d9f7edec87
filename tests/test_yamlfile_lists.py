"""Lists made anew out of old and new items: comments and layout stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.problems import WriteError
from drafting.yamlfile import parse
from drafting.yamlfile.lists import commented_items, remove_values, rewrite_list
from drafting.yamlfile.splices import values_of

RECORD = """record:
  # 一
  - id: U1
    text: |
      あ
      # 文の中

  # --- 後半 ---
  - id: U2 # 二
    text: い
  - id: U3
    text: う
after: x
"""


@pytest.mark.parametrize(
    ("order", "want"),
    [
        ([0, 1, "- id: U4\n  text: |\n    え", 2], RECORD.replace("  - id: U3", "  - id: U4\n    text: |\n      え\n  - id: U3")),
        ([1, 2], RECORD.replace("  - id: U1\n    text: |\n      あ\n      # 文の中\n\n", "")),
        ([0, 1], RECORD.replace("  - id: U3\n    text: う\n", "")),
        (["- id: U0", 0, 1, 2], RECORD.replace("  # 一\n", "  - id: U0\n  # 一\n")),
        ([0, 1, 2], RECORD),
    ],
    ids=["added", "first-removed", "last-removed", "put-first", "same"],
)
def test_items_come_and_go_and_the_rest_stays_as_typed(order: list[int | str], want: str) -> None:
    assert rewrite_list(RECORD, ("record",), order, "m.yaml") == want


def test_line_ends_and_a_missing_last_one_are_kept() -> None:
    text = "record:\r\n- a\r\n- b"
    assert rewrite_list(text, ("record",), [0, 1, "- c"], "m.yaml") == "record:\r\n- a\r\n- b\r\n- c\r\n"


def test_lists_in_brackets_empty_lists_and_missing_lists_take_items() -> None:
    assert rewrite_list("a: [{name: x}, y]\n", ("a",), [1, "- {name: z}"], "m.yaml") == "a: [y, {name: z}]\n"
    assert rewrite_list("m:\n  a: []\n  b: c\n", ("m", "a"), ["- x"], "m.yaml") == "m:\n  a: \n    - x\n  b: c\n"
    assert rewrite_list("m:\n  b: c # d\nn: o\n", ("m", "a"), ["- x", "- y"], "m.yaml") == "m:\n  b: c # d\n  a:\n    - x\n    - y\nn: o\n"
    assert rewrite_list("a:\n  - x\n  - y\n", ("a",), [], "m.yaml") == "a: []\n"


def test_a_list_in_brackets_with_comments_is_left_to_the_clerk() -> None:
    with pytest.raises(WriteError, match="Y063"):
        rewrite_list("a: [x, # 一\n  y]\n", ("a",), [0, "- z"], "m.yaml")


def test_items_with_comments_are_known() -> None:
    assert commented_items(RECORD, ("record",), "m.yaml") == {0, 1}


def test_a_value_goes_with_its_line_or_alone() -> None:
    text = "a: 1\nb: |\n  x\n\n  y\nc: {d: 1, e: 2}\nf: 3 # g\n"
    assert remove_values(text, [("a",), ("b",)], "m.yaml") == "c: {d: 1, e: 2}\nf: 3 # g\n"
    assert remove_values(text, [("f",)], "m.yaml").endswith("f:  # g\n")


@given(st.lists(st.text("あい #:-\n", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_the_list_reads_as_the_order_says(texts: list[str], data: st.DataObject) -> None:
    from drafting.yamlfile.text import double_quoted

    written = "".join(f"  # {k}\n  - {double_quoted(text)}\n" for k, text in enumerate(texts))
    kept = sorted(data.draw(st.sets(st.integers(0, len(texts) - 1))))
    order: list[int | str] = [one for k in kept for one in (["- 新"] * data.draw(st.integers(0, 1)) + [k])]
    after = rewrite_list(f"a:\n{written}b: c\n", ("a",), order, "m.yaml")
    want = ["新" if isinstance(one, str) else texts[one] for one in order]
    assert [value for path, value in values_of(parse(after, "m.yaml")).items() if len(path) == 2] == want
