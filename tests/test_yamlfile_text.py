"""Text → YAML → the same text, for every text that a file may hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.files import FORBIDDEN, check_characters
from drafting.problems import has_errors
from drafting.yamlfile import Mapping, Scalar, parse, scan_typing
from drafting.yamlfile.text import block_text, quote_text

# Pieces that YAML, an input method or a careless writer could read as something else.
PIECES = (
    "あ", "窓口の案内。", "x", " ", "  ", "\u3000", "\t", "\xa0", ":", ": ", "：", "#", " #", "＃", "-", "- x", "---", "...", "?", "? ", "|", ">",
    "'", '"', "\\", "\\n", "{", "}", "[", "]", ",", "&a", "*a", "!tag", "%", "@", "`", "~", "null", "No", "010", "2025-02-30", "12:30", "=", "<<",
    "\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "\r", "\r\n", "😀", "👨\u200d👩", "か\u3099", "\ue000", "・", "（1）", "$", "\xad",
)  # fmt: skip
ONE_LINE = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=20),
).filter(lambda text: not FORBIDDEN.search(text))
TEXT = st.one_of(
    st.lists(st.sampled_from((*PIECES, "\n", "\n\n")), max_size=10).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=20),
).filter(lambda text: not FORBIDDEN.search(text))


def value(text: str, key: str = "key") -> str:
    """The text under a key, wherever it stands; the file must pass the scans that every file passes."""
    assert not has_errors([*check_characters(text, "t.yaml"), *scan_typing(text, "t.yaml")])
    node = parse(text, "t.yaml")
    assert isinstance(node, Mapping)
    found = node.entries[key]
    assert isinstance(found, Scalar)
    return found.text


def test_ordinary_text_is_written_plain() -> None:
    assert quote_text("案内の見直し（窓口） 第2回") == "案内の見直し（窓口） 第2回"


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("", "''"),
        ("null", "'null'"),
        ("No", "'No'"),
        ("~", "'~'"),
        ("- あ", "'- あ'"),
        ("そう'だ", "'そう''だ'"),
        ("資料 #2", "'資料 #2'"),
        ("件名: 窓口", "'件名: 窓口'"),
        (" 前後 ", "' 前後 '"),
        ("一\n二", '"一\\n二"'),
        ("一\u2028二", '"一\\u2028二"'),
    ],
)
def test_text_that_means_something_to_yaml_is_quoted(text: str, yaml: str) -> None:
    assert quote_text(text) == yaml


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("一行\n", " |\n    一行"),
        ("一\n\n二\n", " |\n    一\n\n    二"),
        ("一\n二", " |-\n    一\n    二"),
        ("　字下げ\n", " |\n    　字下げ"),
        ("  二つ空ける\n", " |2\n      二つ空ける"),
        ("\n二行目から\n", " |2\n\n    二行目から"),
        ("", " ''"),
        ("\n", ' "\\n"'),
        ("一\r二\n", ' "一\\r二\\n"'),
    ],
)
def test_prose_is_written_as_a_block(text: str, yaml: str) -> None:
    assert block_text(text, 2) == yaml


@given(TEXT)
@example("\n\n")
@example("\t")
def test_a_quoted_text_reads_back_as_itself(text: str) -> None:
    yaml = quote_text(text)
    assert "\n" not in yaml
    assert value(f"key: {yaml}\nnext: x\n") == text


@given(ONE_LINE, ONE_LINE)
def test_a_quoted_text_reads_back_inside_braces(text: str, other: str) -> None:
    yaml = f"list:\n  - {{key: {quote_text(text)}, next: {quote_text(other)}}}\n"
    node = parse(yaml, "t.yaml").entries["list"].items[0]  # type: ignore[union-attr]
    assert {name: child.text for name, child in node.entries.items()} == {"key": text, "next": other}  # type: ignore[union-attr]


@pytest.mark.parametrize("indent", [0, 2, 4, 8])
@given(text=TEXT)
@example(text="一\n\n\n")
@example(text="\n　\n")
@example(text=" \n一")
@example(text="\t一")
@example(text="#\n")
@example(text="一\n---\n")
@example(text="一\n--- \n...\n")
def test_a_block_reads_back_as_itself_whatever_follows(indent: int, text: str) -> None:
    yaml = f"key:{block_text(text, 0)}\nnext: x\n" if not indent else ""
    if indent:
        opening = "".join(" " * at + f"k{at}:\n" for at in range(0, indent, 2))
        pad = " " * indent
        yaml = f"{opening}{pad}key:{block_text(text, indent)}\n{pad}next: x\n"
    node = parse(yaml, "t.yaml")
    for at in range(0, indent, 2):
        node = node.entries[f"k{at}"]  # type: ignore[union-attr]
    assert {name: child.text for name, child in node.entries.items()} == {"key": text, "next": "x"}  # type: ignore[union-attr]
    assert not has_errors(scan_typing(yaml, "t.yaml"))


@pytest.mark.parametrize(("line", "column", "blank"), [("a: |　", 5, "全角の空白"), ("a: |-\u00a0 ", 6, "特殊な空白（NBSP）")])
def test_a_full_width_blank_behind_a_block_sign_is_told_once(line: str, column: int, blank: str) -> None:
    said = f"「|」の後ろに{blank}があります。消してください。"
    found = scan_typing(f"{line}\n  　字下げした文\n  － 文の線\nb: 一\n", "t.yaml")
    assert [str(one) for one in found] == [f"t.yaml:1:{column}: エラー[Y034]: {said}"]


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("body: ｜", 7, "「｜」が全角です。半角の「|」にしてください。"),
        ("- body: ＞　", 9, "「＞」が全角です。半角の「>」にしてください。"),
        ("- ｛at: 1-U001, quote: 窓口｝", 3, "「｛」が全角です。半角の「{」にしてください（閉じる方も）。"),
        ("cites: ｛at: 1-U001｝", 8, "「｛」が全角です。半角の「{」にしてください（閉じる方も）。"),
        ("cites: ［1-U001］", 8, "「［」が全角です。半角の「[」にしてください（閉じる方も）。"),
    ],
)
def test_a_full_width_sign_of_yaml_is_told_before_the_parser_takes_it_for_text(line: str, column: int, said: str) -> None:
    assert [str(one) for one in scan_typing(f"a: 一\n{line}\n", "t.yaml")] == [f"t.yaml:2:{column}: エラー[Y038]: {said}"]


@pytest.mark.parametrize("line", ["title: ｜の記号", "title: ［参考］案内", "body: |\n  ｜\n  ｛at: 一｝", "title: 「｜」", "- ｛甲｝の件", "title: ＞＞次へ"])
def test_such_signs_in_a_text_are_text(line: str) -> None:
    assert scan_typing(f"{line}\n", "t.yaml") == []
