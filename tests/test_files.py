"""Encodings, and characters that no document can hold."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.files import (
    DOUBTFUL,
    FORBIDDEN,
    check_characters,
    decode,
    place_at,
    read_bytes,
)
from drafting.problems import InputError, LimitError, Place, Severity

NAME = "inputs/会議録.txt"
PROSE = "市民サービス①～－髙﨑㈱を見直すこと。\n窓口の案内板を大きくしてほしい。\n"


def refusal(call: Callable[[], object]) -> str:
    """The one line a user reads when `call` refuses."""
    with pytest.raises((InputError, LimitError)) as caught:
        call()
    return str(caught.value)


@pytest.mark.parametrize(
    ("codec", "bom", "name", "label"),
    [
        ("utf-8", b"", "utf-8", ""),
        ("utf-8", b"\xef\xbb\xbf", "utf-8", ""),
        ("utf-16-le", b"\xff\xfe", "utf-16-le", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
        ("cp932", b"", "cp932", "シフトJIS（cp932）"),
    ],
    ids=["UTF-8", "BOM", "UTF-16 LE", "UTF-16 BE", "UTF-32 LE", "UTF-32 BE", "cp932"],
)
def test_a_text_is_read_whatever_japanese_windows_saved_it_as(codec: str, bom: bytes, name: str, label: str) -> None:
    decoded = decode(bom + PROSE.encode(codec), NAME)
    assert (decoded.text, decoded.encoding, decoded.bom) == (PROSE, name, bom)
    told = [f"{NAME}:1:1: 注意[F011]: 文字コードは{label}でした。そのまま読みました（UTF-8で保存し直すと確実です）。"]
    assert [str(problem) for problem in decoded.problems] == (told if label else [])


def test_euc_is_told_from_shift_jis() -> None:
    text = "窓口の案内板を大きくしてほしい。"
    decoded = decode(text.encode("euc_jp"), NAME)
    assert (decoded.text, decoded.encoding) == (text, "euc_jp")


def test_half_width_katakana_of_shift_jis_stays_shift_jis() -> None:
    text = "氏名のﾌﾘｶﾞﾅを書く欄を大きくしてほしい。"
    assert decode(text.encode("cp932"), NAME).text == text


@given(st.text("あいうア漢字、。「」①abc \n", min_size=1))
def test_every_encoding_gives_the_same_text_or_refuses(text: str) -> None:
    for codec, bom in (("utf-8", b""), ("utf-16-le", b"\xff\xfe"), ("utf-32-be", b"\x00\x00\xfe\xff")):
        assert decode(bom + text.encode(codec), NAME).text == text


def test_a_broken_byte_is_named_with_line_and_column_and_never_replaced() -> None:
    data = "一行目\n二行目は".encode() + b"\xff" + "壊れている".encode()
    assert refusal(lambda: decode(data, NAME)) == (
        f"{NAME}:2:5: エラー[F012]: UTF-8として読めない文字があります（壊れたバイト FF）。元のファイルから写し直してください。"
    )


def test_a_broken_byte_behind_a_bom_is_placed_after_it() -> None:
    data = b"\xef\xbb\xbf" + "あ".encode() + b"\xff"
    assert f"{NAME}:1:2:" in refusal(lambda: decode(data, NAME))


def test_utf_16_without_a_bom_is_refused_and_not_guessed() -> None:
    assert refusal(lambda: decode("一 a b c d e f".encode("utf-16-le"), NAME)) == (
        f"{NAME}:1:1: エラー[F010]: 文字コードが分かりません（UTF-16のようです）。メモ帳などで「UTF-8」として保存し直してください。"
    )


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(lambda: read_bytes(tmp_path / "ない.txt", "ない.txt")) == (
        "ない.txt:1:1: エラー[F001]: ファイルが見つかりません。名前と場所を確かめてください。"
    )
    assert refusal(lambda: read_bytes(tmp_path, "箱")) == (
        "箱:1:1: エラー[F002]: ファイルではなくフォルダーです。中のファイルを指定してください。"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refusal(lambda: read_bytes(tmp_path / "a.txt", "a.txt")) == (
        "a.txt:1:1: エラー[F003]: ふつうのファイルではないので読めません。ファイルを指定してください。"
    )


def test_a_file_is_read_up_to_the_limit_and_not_beyond(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1024 * 1024)
    assert len(read_bytes(path, "a.txt", 1024 * 1024)) == 1024 * 1024
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    assert refusal(lambda: read_bytes(path, "a.txt", 1024 * 1024)) == (
        "a.txt:1:1: エラー[F004]: 大きすぎます（1MBまで）。ファイルを分けてください。"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_places_count_lines_of_every_kind_and_columns_in_characters(newline: str) -> None:
    text = f"一行目{newline}二😀行目"
    assert place_at(text, text.index("行目", 4), NAME) == Place(NAME, 2, 3)
    assert place_at(text, 0, NAME) == Place(NAME, 1, 1)


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\x00", "エラー[F020]: 使えない文字（U+0000）があります。消して打ち直してください。"),
        ("\x0b", "エラー[F020]: 使えない文字（U+000B）があります。消して打ち直してください。"),
        ("\x7f", "エラー[F020]: 使えない文字（U+007F）があります。消して打ち直してください。"),
        ("\ud800", "エラー[F020]: 使えない文字（U+D800）があります。消して打ち直してください。"),
        ("\uffff", "エラー[F020]: 使えない文字（U+FFFF）があります。消して打ち直してください。"),
        ("\ue000", "注意[F021]: 外字（U+E000）があります。ほかの機械では別の字になることがあります。"),
        ("\u200b", "注意[F021]: 目に見えない文字（U+200B）があります。ほかの機械では別の字になることがあります。"),
        ("\u202e", "注意[F021]: 目に見えない文字（U+202E）があります。ほかの機械では別の字になることがあります。"),
        ("\ufeff", "注意[F021]: 目に見えない文字（U+FEFF）があります。ほかの機械では別の字になることがあります。"),
    ],
)
def test_odd_characters_are_named_at_their_place(character: str, message: str) -> None:
    assert [str(problem) for problem in check_characters(f"一\n二{character}", NAME)] == [f"{NAME}:2:2: {message}"]


@pytest.mark.parametrize("character", ["\t", "\r", "\n", "\u3000", "👨\u200d👩\u200d👧", "か\u3099", "\xad", "𠮷"])
def test_ordinary_characters_pass(character: str) -> None:
    assert check_characters(f"一{character}", NAME) == []


def test_a_byte_order_mark_at_the_head_is_no_finding() -> None:
    assert check_characters("\ufeff一", NAME) == []


@given(st.characters(codec=None))
def test_a_character_is_forbidden_doubtful_or_neither(character: str) -> None:
    found = check_characters("一" + character, NAME)
    wanted = [Severity.ERROR] if FORBIDDEN.match(character) else [Severity.WARNING] if DOUBTFUL.match(character) else []
    assert [problem.severity for problem in found] == wanted


@pytest.mark.parametrize(("codec", "shown"), [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("iso2022_jp", "JIS（ISO-2022-JP）")])
def test_japanese_in_an_encoding_without_a_mark_is_named_and_refused(codec: str, shown: str) -> None:
    said = "会議を始めます。\n次に、資料を説明します。\n"
    assert f"エラー[F010]: 文字コードが分かりません（{shown}のようです）" in refusal(lambda: decode(said.encode(codec), NAME))


def test_a_lone_nul_in_a_text_is_no_sign_of_utf_16() -> None:
    assert decode("会議\n\0を始め\0ます。\n".encode(), NAME).text == "会議\n\0を始め\0ます。\n"
