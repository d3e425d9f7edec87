"""The zip around a Word file: opened with limits, closed with the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn

from lxml import etree

from drafting.problems import InputError, LimitError, Place, Problem
from drafting.word.document import Element, parse_xml, w

MAX_INFLATED = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 5000
# A small file is harmless however well it compresses (blank pictures reach 1000:1).
RATIO_FREE = 1024 * 1024

MAIN_PART = "word/document.xml"
TYPES_PART = "[Content_Types].xml"
RELS_PART = "_rels/.rels"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_DOCTYPE = re.compile(rb"<!DOCTYPE|<\0!\0D\0O\0C\0T\0Y\0P\0E|\0<\0!\0D\0O\0C\0T\0Y\0P\0E")
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_SAVE_AS = "Word で開き、「名前を付けて保存」で「Word 文書 (*.docx)」を選んで保存し直してください。"


def read_package(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file by their names, in the order of the file.

    `name` is the file as messages call it. Raises InputError for what is no plain .docx and
    LimitError for what would inflate too far; nothing is inflated before the sizes are known.
    """
    if data.startswith(_OLE):
        _refuse("D002", name, "パスワード付きの文書か、古い形式（.doc）の文書です。パスワードを外し、" + _SAVE_AS)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_entries(entries, len(data), name)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except _DAMAGE as error:
        if zipfile.is_zipfile(io.BytesIO(data)):
            _refuse("D003", name, f"ファイルが壊れています（{error}）。元のファイルをもう一度受け取ってください。")
        _refuse("D001", name, "Word の文書（.docx）ではありません。" + _SAVE_AS)
    except MemoryError:
        _exceed("D004", name, "展開するにはメモリーが足りません。")
    _check_parts(parts, name)
    return parts


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The zip of `parts`: sorted, dated 1980-01-01, so that the same parts give the same bytes."""
    target = io.BytesIO()
    first = [part for part in (TYPES_PART, RELS_PART) if part in parts]
    with zipfile.ZipFile(target, "w") as archive:
        for part in first + sorted(set(parts) - set(first)):
            entry = zipfile.ZipInfo(part, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the bytes tell on which system they were written
            archive.writestr(entry, parts[part], compresslevel=6)
    return target.getvalue()


def _check_entries(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """Refuse by the directory of the zip alone. zipfile never reads more than it declares."""
    if len(entries) > MAX_ENTRIES:
        _exceed("D005", name, f"中の部品が {MAX_ENTRIES:,} 個を超えています（{len(entries):,} 個）。")
    inflated = sum(entry.file_size for entry in entries)
    if inflated > MAX_INFLATED:
        _exceed("D004", name, f"展開すると {MAX_INFLATED >> 20} MB を超えます（{inflated >> 20:,} MB）。")
    if inflated > RATIO_FREE and inflated > size * MAX_RATIO:
        _exceed("D006", name, f"圧縮率が {MAX_RATIO} 倍を超えていて、安全に開けません。")
    if any(entry.flag_bits & 1 for entry in entries):
        _refuse("D002", name, "パスワード付きの文書です。パスワードを外し、" + _SAVE_AS)
    # Part names are compared without case (ECMA-376 part 2, 6.2.2.3)
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        _refuse("D007", name, "同じ名前の部品が二つ入っています。" + _SAVE_AS)


def _check_parts(parts: dict[str, bytes], name: str) -> None:
    for part, content in parts.items():
        if part.endswith((".xml", ".rels")) and _DOCTYPE.search(content):
            _refuse("D008", name, f"安全でない宣言（DOCTYPE）が {part} にあります。" + _SAVE_AS)
    if MAIN_PART not in parts or TYPES_PART not in parts:
        kind = "Excel のブック" if "xl/workbook.xml" in parts else "Word の文書ではないファイル"
        _refuse("D009", name, f"{kind}です。Word の文書（.docx）を指定してください。")
    try:
        roots = {part: parse_xml(content) for part, content in parts.items() if part.endswith((".xml", ".rels"))}
    except etree.XMLSyntaxError as error:
        _refuse("D003", name, f"ファイルが壊れています（{error}）。元のファイルをもう一度受け取ってください。")
    kind = _main_type(roots[TYPES_PART])
    root = roots[MAIN_PART].tag
    if kind != MAIN_TYPE:
        what = "マクロ付きの文書（.docm）" if "macroEnabled" in kind else "普通の文書（.docx）ではない形式"
        _refuse("D010", name, f"{what}です。" + _SAVE_AS)
    if root != w("document"):
        # "Strict Open XML 文書" uses other namespaces throughout
        _refuse("D011", name, f"文書の形式が違います（{root}）。" + _SAVE_AS)


def _main_type(types: Element) -> str:
    for entry in types:
        if entry.get("PartName", "").lower() == f"/{MAIN_PART}":
            return str(entry.get("ContentType", ""))
    return ""


def _refuse(code: str, name: str, message: str) -> NoReturn:
    raise InputError(Problem(code, f"「{name}」は{message}", Place(name)))


def _exceed(code: str, name: str, message: str) -> NoReturn:
    raise LimitError(Problem(code, f"「{name}」は大きすぎます。{message}", Place(name)))
