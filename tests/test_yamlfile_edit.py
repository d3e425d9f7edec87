"""One edit touches one value: every other byte stays, in every layout that YAML allows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.problems import WriteError
from drafting.yamlfile import parse
from drafting.yamlfile.edit import Edit, set_values
from drafting.yamlfile.items import add_item, delete_item, move_item
from drafting.yamlfile.nodes import Mapping, Scalar, Sequence

FILE = "r.yaml"
TITLE = ("recommendations", 1, "title")

# The value of R2's title in one layout after another; the text around it is the same.
LAYOUTS = {
    "plain": "    title: 古い題名\n",
    "plain with blanks behind": "    title: 古い題名   \n",
    "plain with a comment": "    title: 古い題名  # 要確認\n",
    "plain over two lines": "    title: 古い\n      題名\n",
    "single quotes": "    title: '古い題名'\n",
    "double quotes": '    title: "古い\\u984c名"  # 注\n',
    "literal": "    title: |\n      古い題名\n",
    "literal, kept, followed by blank lines": "    title: |+\n      古い題名\n\n\n",
    "literal, stripped, with a comment": "    title: |-  # 注\n      古い題名\n\n",
    "literal, deep and said so": "    title: |4\n         古い題名\n",
    "folded": "    title: >\n      古い\n      題名\n",
    "empty": "    title:\n",
    "empty with a comment": "    title:   # まだ\n",
}
BEFORE = "# 先頭\nrecommendations:\n  # R1 の前\n  - {id: R1, title: 一, cites: [1-U001]}\n\n  # R2 の前\n  - id: R2\n"
AFTER = "    # 題名の後\n    body: 本文\n\n# 末尾"


def value(text: str, *path: str | int) -> str:
    node = parse(text, FILE)
    for step in path:
        node = node.items[int(step)] if isinstance(node, Sequence) else node.entries[str(step)]  # type: ignore[union-attr]
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("new", ["新しい題名", "一\n二", "一\n二\n", "# 題: 'あ' \"い\"", "  前後  ", "null", "{あ}", "-"])
def test_setting_a_value_changes_nothing_outside_it(layout: str, newline: str, new: str) -> None:
    text = (BEFORE + layout + AFTER).replace("\n", newline)
    changed = set_values(text, [Edit(TITLE, new)], FILE)
    assert value(changed, *TITLE) == new
    assert changed.startswith(BEFORE.replace("\n", newline) + "    title:")
    assert changed.endswith(newline + AFTER.replace("\n", newline))
    comment = layout[layout.index("#") :].split("\n")[0] if "#" in layout else ""
    assert comment in changed
    if newline == "\r\n":
        assert changed.count("\n") == changed.count("\r\n")


@pytest.mark.parametrize("new", ["二", "1-U002, 1-U003", "[あ]", "a: b", "一\n二", ""])
def test_a_value_in_brackets_stays_in_them(new: str) -> None:
    text = BEFORE + "    title: 題\n" + AFTER
    changed = set_values(text, [Edit(("recommendations", 0, "cites", 0), new)], FILE)
    assert value(changed, "recommendations", 0, "cites", 0) == new
    assert changed.startswith(BEFORE[: BEFORE.index("1-U001")])
    assert changed.endswith(BEFORE[BEFORE.index("]}") :] + "    title: 題\n" + AFTER)


def test_the_order_of_edits_does_not_matter() -> None:
    text = BEFORE + "    title: 題\n" + AFTER
    edits = [
        Edit(TITLE, "長い\n題"),
        Edit(("recommendations", 1, "body"), "短い"),
        Edit(("recommendations", 0, "title"), "二"),
        Edit(("recommendations", 1, "note"), "控え"),
    ]
    results = {set_values(text, order, FILE) for order in itertools.permutations(edits)}
    one_by_one = set()
    for order in itertools.permutations(edits):
        current = text
        for edit in order:
            current = set_values(current, [edit], FILE)
        one_by_one.add(current)
    assert len(results) == 1
    assert results == one_by_one


def test_a_missing_key_is_added_behind_the_last_one() -> None:
    text = BEFORE + "    title: 題\n" + AFTER
    changed = set_values(text, [Edit(("recommendations", 1, "reason"), "対象外のため")], FILE)
    assert changed == text.replace("    body: 本文\n", "    body: 本文\n    reason: 対象外のため\n")


def test_a_shared_value_is_never_edited_through() -> None:
    text = "recommendations:\n  - {id: R1, theme: &t 窓口}\n  - {id: R2, theme: *t}\n"
    for index in (0, 1):
        with pytest.raises(WriteError, match="共有された値"):
            set_values(text, [Edit(("recommendations", index, "theme"), "別")], FILE)


def test_a_place_that_is_not_there_is_said() -> None:
    with pytest.raises(WriteError, match="見つかりません"):
        set_values(BEFORE, [Edit(("recommendations", 7, "title"), "x")], FILE)


scalars = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\n :#'\"-|>{}[]&*!%@`　"), max_size=40)


@given(layout=st.sampled_from(list(LAYOUTS.values())), new=scalars)
def test_any_text_reads_back_as_it_was_set(layout: str, new: str) -> None:
    if new[:1] >= "\ufffe" or any(c in "\ufffe\uffff\ufeff" for c in new):
        return
    changed = set_values(BEFORE + layout + AFTER, [Edit(TITLE, new)], FILE)
    assert value(changed, *TITLE) == new
    assert changed.startswith(BEFORE)
    assert changed.endswith("\n" + AFTER)


LIST = """# 先頭
recommendations:
  # --- 窓口 ---
  # R1 の前
  - id: R1
    body: |
      一

    # R1 の後

  # R2 の前
  - id: R2
    body: い  # 行末注
    # R2 の後
  # R3 の前
  - id: R3
    cites: [1-U005]
# 末尾
"""
R2 = "  # R2 の前\n  - id: R2\n    body: い  # 行末注\n    # R2 の後\n"


def test_a_deleted_item_takes_only_its_own_comments_along() -> None:
    assert delete_item(LIST, ("recommendations", 1), FILE) == LIST.replace(R2, "")


def test_the_heading_of_a_group_stays_when_its_first_item_goes() -> None:
    changed = delete_item(LIST, ("recommendations", 0), FILE)
    assert changed.startswith("# 先頭\nrecommendations:\n  # --- 窓口 ---\n  # R2 の前\n")


def test_a_moved_item_takes_its_comments_along() -> None:
    changed = move_item(LIST, ("recommendations", 1), 0, FILE)
    assert changed.startswith("# 先頭\nrecommendations:\n  # --- 窓口 ---\n" + R2)
    assert sorted(changed.split("\n")) == sorted(LIST.split("\n"))


def test_moving_there_and_back_is_no_change() -> None:
    moved = move_item(LIST, ("recommendations", 2), 0, FILE)
    assert move_item(moved, ("recommendations", 0), 2, FILE) == LIST


def test_an_item_is_added_below_the_last_one() -> None:
    changed = add_item(LIST, ("recommendations",), {"id": "R4", "body": "一\n二\n"}, FILE)
    added = "  - id: R4\n    body: |\n      一\n      二\n"
    assert changed == LIST.replace("# 末尾\n", added + "# 末尾\n")


def test_a_list_can_be_emptied_and_filled_again() -> None:
    text = LIST
    for _ in range(3):
        text = delete_item(text, ("recommendations", 0), FILE)
    assert text == "# 先頭\nrecommendations: []\n# 末尾\n" or "# --- 窓口 ---" in text
    again = add_item(text, ("recommendations",), {"id": "R9"}, FILE)
    assert value(again, "recommendations", 0, "id") == "R9"


@given(st.lists(st.tuples(st.sampled_from("dma"), st.integers(0, 5), st.integers(0, 5)), max_size=6))
def test_no_comment_of_another_item_is_lost_by_any_edits(steps: list[tuple[str, int, int]]) -> None:
    text, alive = LIST, ["R1", "R2", "R3"]
    for number, (step, index, to) in enumerate(steps):
        if step == "a":
            text = add_item(text, ("recommendations",), {"id": f"N{number}"}, FILE)
            alive.append(f"N{number}")
        elif alive and step == "d":
            text = delete_item(text, ("recommendations", index % len(alive)), FILE)
            alive.pop(index % len(alive))
        elif alive:
            text = move_item(text, ("recommendations", index % len(alive)), to % len(alive), FILE)
            alive.insert(to % len(alive), alive.pop(index % len(alive)))
    root = parse(text, FILE)
    assert isinstance(root, Mapping)
    items = root.entries["recommendations"]
    assert isinstance(items, Sequence)
    assert [item.entries["id"].text for item in items.items] == alive  # type: ignore[union-attr]
    for name in {"R1", "R2"} & set(alive):
        lines = text.split("\n")
        assert lines[lines.index(f"  - id: {name}") - 1] == f"  # {name} の前"
        assert f"    # {name} の後" in lines
    assert text.startswith("# 先頭\n")
    assert text.endswith("# 末尾\n")


FLOW = "cites: [1-U005, {at: 1-U006, quote: 'あ'},  # 注\n  1-U007]\nnone: []\nmore:\n  - [a, b]\n"


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, "cites: [{at: 1-U006, quote: 'あ'},  # 注\n  1-U007]"),
        (1, "cites: [1-U005, 1-U007]"),
        (2, "cites: [1-U005, {at: 1-U006, quote: 'あ'}]"),
    ],
)
def test_an_item_in_brackets_is_deleted_with_its_comma(index: int, expected: str) -> None:
    assert delete_item(FLOW, ("cites", index), FILE) == expected + FLOW[FLOW.index("\nnone") :]


def test_items_in_brackets_change_places_and_the_comment_stays() -> None:
    expected = "cites: [1-U007, 1-U005,  # 注\n  {at: 1-U006, quote: 'あ'}]"
    assert move_item(FLOW, ("cites", 2), 0, FILE) == expected + FLOW[FLOW.index("\nnone") :]


def test_an_item_is_added_inside_the_brackets() -> None:
    assert "  1-U007, 1-U008]" in add_item(FLOW, ("cites",), "1-U008", FILE)
    assert "- [a, b, 'c, d']" in add_item(FLOW, ("more", 0), "c, d", FILE)
    assert "{at: 1-U009, quote: い}]" in add_item(FLOW, ("cites",), {"at": "1-U009", "quote": "い"}, FILE)


def test_an_empty_list_takes_its_first_text() -> None:
    assert "none:\n  - 一\nmore" in add_item(FLOW, ("none",), "一", FILE).replace("none: \n", "none:\n")


@given(st.lists(st.tuples(st.sampled_from("dma"), st.integers(0, 5), st.integers(0, 5)), max_size=8))
def test_any_edits_of_a_list_in_brackets_give_the_list_they_should(steps: list[tuple[str, int, int]]) -> None:
    text, alive = "a: [x0, x1,\n  x2]  # 注\nb: 終\n", ["x0", "x1", "x2"]
    for number, (step, index, to) in enumerate(steps):
        if step == "a":
            text = add_item(text, ("a",), f"n{number}", FILE)
            alive.append(f"n{number}")
        elif alive and step == "d":
            text = delete_item(text, ("a", index % len(alive)), FILE)
            alive.pop(index % len(alive))
        elif alive:
            text = move_item(text, ("a", index % len(alive)), to % len(alive), FILE)
            alive.insert(to % len(alive), alive.pop(index % len(alive)))
    root = parse(text, FILE)
    assert isinstance(root, Mapping)
    items = root.entries["a"]
    assert isinstance(items, Sequence)
    assert [item.text for item in items.items] == alive  # type: ignore[union-attr]
    assert text.endswith("  # 注\nb: 終\n")
