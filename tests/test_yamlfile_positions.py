"""Every letter of a value is found again in the file, and words are replaced where they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.problems import Place
from drafting.yamlfile import parse
from drafting.yamlfile.edit import Replacement, replace_words
from drafting.yamlfile.nodes import Mapping, Scalar
from drafting.yamlfile.positions import place_of_letter, source_indices
from drafting.yamlfile.text import block_text, double_quoted, quote_text, single_quoted

FILE = "r.yaml"
LAYOUTS = {
    "plain": "取り組み を進める",
    "plain over lines": "取り組み\n    を進める\n\n    また",
    "literal": "|\n    取り組み\n\n      を　進める\n    また",
    "literal with a hint": "|2-  # 注\n      取り組み\n    を",
    "folded": ">\n    取り組み\n    を進める\n\n    また",
    "single quotes": "'取り''組み\n    を進める'",
    "double quotes": '"取り組み\\u3042\\n \\"を\\" 進\\\n    める"',
}


def node_of(source: str) -> Scalar:
    root = parse(source, FILE)
    assert isinstance(root, Mapping)
    node = root.entries["a"]
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_each_letter_stands_where_it_is_written(layout: str, newline: str) -> None:
    source = f"# 前\nz: い\na: {layout}\nb: 後\n".replace("\n", newline)
    node = node_of(source)
    indices = source_indices(source, node)
    assert len(indices) == len(node.text) + 1
    assert indices == sorted(indices)
    for letter, index in zip(node.text, indices, strict=False):
        assert source[index] in (letter, "\\") or letter in " \n"


@given(st.text("あいう取組 　\n'\"\\#:,。1a", min_size=1), st.sampled_from(["block", "single", "double"]))
def test_any_text_is_found_letter_by_letter(text: str, style: str) -> None:
    if style == "single":
        text = text.replace("\n", "")
    value = {"block": block_text(text, 0).lstrip(" "), "single": single_quoted(text), "double": double_quoted(text)}[style]
    source = f"b: 前\na: {value}\nc: 後\n"
    node = node_of(source)
    assert node.text == text
    for letter, index in zip(text, source_indices(source, node), strict=False):
        assert source[index] in (letter, "\\") or letter in " \n"


def test_a_place_counts_lines_and_letters_from_one() -> None:
    block, plain = "b: い\r\na: |\r\n  一\r\n  二三\r\n", "b: い\na: 一二三\n"
    assert place_of_letter(block, node_of(block), block.index("三"), FILE) == Place(FILE, 4, 4)
    assert place_of_letter(plain, node_of(plain), plain.index("三"), FILE) == Place(FILE, 2, 6)


def test_a_line_end_of_two_letters_belongs_to_the_line_that_it_ends() -> None:
    source = "a: |\r\n  一\r\n  二\r\n"
    node = node_of(source)
    assert place_of_letter(source, node, source.index("一") + 2, FILE) == Place(FILE, 2, 5)
    assert place_of_letter(source, node, source.index("二"), FILE) == Place(FILE, 3, 3)


@given(st.text("あ取 　\n#:|-1", min_size=1), st.sampled_from(["block", "plain"]))
def test_what_stands_as_it_is_and_what_takes_a_closer_look_stand_at_the_same_places(text: str, style: str) -> None:
    if style == "plain" and quote_text(text) != text:
        return
    source = f"b: 前\na: {text if style == 'plain' else block_text(text, 0).lstrip(' ')}\nc: 後\n"
    node = node_of(source)
    quick = source_indices(source, node)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("drafting.yamlfile.positions._straight", lambda source, node: None)
        assert quick == source_indices(source, node)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_replacing_a_word_changes_only_that_word(layout: str) -> None:
    source = f"a: {layout}  # 注\nb: 後\n" if "|" not in layout and ">" not in layout else f"a: {layout}\nb: 後\n"
    text = node_of(source).text
    if "を" not in text:
        return
    at = text.index("を")
    changed = replace_words(source, [Replacement(("a",), at, at + 1, "をも")], FILE)
    assert node_of(changed).text == text.replace("を", "をも", 1)
    assert changed == source.replace("を", "をも", 1)


def test_a_word_that_yaml_would_take_for_a_sign_is_quoted() -> None:
    changed = replace_words("a: {b: 1000人}\n", [Replacement(("a", "b"), 0, 4, "1, 000")], FILE)
    assert changed == "a: {b: '1, 000人'}\n"
