"""The zip around a Word file: opened with limits, closed with the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import unquote

from lxml import etree

from drafting.patterns import lazy_pattern
from drafting.problems import InputError, LimitError, Place, Problem
from drafting.word.document import Element, parse_xml, w
from drafting.word.foreign import OLE, ZIP, is_lock_file, kind_of_bytes, kind_of_members, kind_of_ole, kind_of_type

MAX_INFLATED = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 5000
# A small file is harmless however well it compresses (blank pictures reach 1000:1).
RATIO_FREE = 1024 * 1024

MAIN_PART = "word/document.xml"
BUILD_PROPERTY = "drafting-build"  # in docProps/custom.xml of what is handed out
TYPES_PART = "[Content_Types].xml"
RELS_PART = "_rels/.rels"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT_DOCUMENT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_DOCTYPE = lazy_pattern(rb"<!DOCTYPE|<\0!\0D\0O\0C\0T\0Y\0P\0E|\0<\0!\0D\0O\0C\0T\0Y\0P\0E")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_DAMAGED = "壊れています。元のファイルをもう一度受け取ってください。"
_SAVE_AS = "Word で開き、「名前を付けて保存」で「Word 文書 (*.docx)」を選んで保存し直してください。"


def read_package(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file that we write into: its body lies where we put it, in the usual namespaces.

    Raises as `open_package` does, and InputError D011.
    """
    parts = open_package(data, name)
    root = parse_xml(parts[MAIN_PART]).tag if MAIN_PART in parts else main_part(parts)
    if root != w("document"):
        # "Strict Open XML 文書" uses other namespaces throughout
        _refuse("D011", name, f"文書の形式が違います（{root}）。" + _SAVE_AS)
    return parts


def open_package(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of any Word file by their names, in the order of the file.

    `name` is the file as messages call it. Entries whose names point out of the package are left
    out. Raises InputError for what is no plain .docx and LimitError for what would inflate too
    far; nothing is inflated before the sizes are known.
    """
    _refuse_foreign(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_entries(entries, len(data), name)
            parts = {_part_name(entry): archive.read(entry) for entry in entries if _is_inside(_part_name(entry))}
    except _DAMAGE:
        if zipfile.is_zipfile(io.BytesIO(data)):
            _refuse("D003", name, _DAMAGED)
        if data.startswith(ZIP):
            _refuse("D013", name, "途中で切れています。元のファイルをもう一度受け取ってください。")
        _refuse("D001", name, "Word の文書（.docx）ではありません。" + _SAVE_AS)
    except MemoryError:
        _exceed("D004", name, "展開するにはメモリーが足りません。")
    _check_parts(parts, name)
    return parts


def main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the part with the body: what the package says, else the usual name.

    Word for the web writes word/document2.xml. Raises lxml's XMLSyntaxError.
    """
    for each in parse_xml(parts[RELS_PART]) if RELS_PART in parts else ():
        target = each.get("Target", "").lstrip("/")
        if each.get("Type", "").endswith("/officeDocument") and target in parts:
            return str(target)
    return MAIN_PART


def part_at(target: str, folder: str, names: Mapping[str, str]) -> str:
    """The part that a relationship from `folder` leads to; `names` are those of the parts by their names in lower case.

    Part names are compared without case (ECMA-376 part 2, 6.2.2.3), and some writers escape them in the zip too.
    """
    written = target.split("#", 1)[0]
    raw, plain = (posixpath.normpath(posixpath.join("/", folder, each)).lstrip("/") for each in (written, unquote(written)))
    return names.get(raw.lower()) or names.get(plain.lower()) or plain


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The zip of `parts`: sorted, dated 1980-01-01, so that the same parts give the same bytes.

    What would pack as well as a bomb (a clerk's line of one letter 200,000 times) is stored as it
    is: else neither our checker nor a mail gateway would let it pass.
    """
    packed = _zip(parts, zipfile.ZIP_DEFLATED)
    size = sum(map(len, parts.values()))
    return _zip(parts, zipfile.ZIP_STORED) if _is_bomb(size, len(packed)) else packed


def _is_bomb(inflated: int, size: int) -> bool:
    return inflated > RATIO_FREE and inflated > size * MAX_RATIO


def _zip(parts: Mapping[str, bytes], method: int) -> bytes:
    target = io.BytesIO()
    first = [part for part in (TYPES_PART, RELS_PART) if part in parts]
    with zipfile.ZipFile(target, "w") as archive:
        for part in first + sorted(set(parts) - set(first)):
            entry = zipfile.ZipInfo(part, _EARLIEST)
            entry.compress_type = method
            entry.create_system = 0  # else the bytes tell on which system they were written
            archive.writestr(entry, parts[part], compresslevel=6)
    return target.getvalue()


def _refuse_foreign(data: bytes, name: str) -> None:
    """Refuse what is no zip, with what it is instead."""
    if is_lock_file(name):
        message = "Word が文書を開いている間だけ置く目印のファイルです。「~$」の付かない、もとの文書を指定してください。"
        _refuse("D014", name, message)
    if not data:
        _refuse("D012", name, "中身が空（0バイト）です。元のファイルをもう一度受け取ってください。")
    if data.startswith(OLE):
        kind = kind_of_ole(data)
        if kind == "encrypted":
            _refuse("D002", name, "パスワード付きの文書です。パスワードを外し、" + _SAVE_AS)
        if kind:
            _refuse("D015", name, f"{kind}です。" + _SAVE_AS)
        _refuse("D002", name, "パスワード付きの文書か、古い形式（.doc）の文書です。パスワードを外し、" + _SAVE_AS)
    if kind := kind_of_bytes(data):
        _refuse("D009", name, f"Word の文書ではなく、{kind}です。Word の文書（.docx）を指定してください。")


def _part_name(entry: zipfile.ZipInfo) -> str:
    """The name with "/" on every system: some writers use "\\"."""
    return entry.filename.replace("\\", "/")


def _is_inside(part: str) -> bool:
    return not part.startswith("/") and ".." not in part.split("/") and ":" not in part


def _check_entries(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """Refuse by the directory of the zip alone. zipfile never reads more than it declares."""
    if len(entries) > MAX_ENTRIES:
        _exceed("D005", name, f"中の部品が {MAX_ENTRIES:,} 個を超えています（{len(entries):,} 個）。")
    inflated = sum(entry.file_size for entry in entries)
    if _is_bomb(inflated, size):
        # No honest document is packed like this: bad input, not a large one
        _refuse("D006", name, f"圧縮率が {MAX_RATIO} 倍を超えていて、安全に開けません。" + _SAVE_AS)
    if inflated > MAX_INFLATED:
        _exceed("D004", name, f"展開すると {MAX_INFLATED >> 20} MB を超えます（{inflated >> 20:,} MB）。")
    if any(entry.flag_bits & 1 for entry in entries):
        _refuse("D002", name, "パスワード付きの文書です。パスワードを外し、" + _SAVE_AS)
    # Part names are compared without case (ECMA-376 part 2, 6.2.2.3)
    if len({_part_name(entry).lower() for entry in entries}) < len(entries):
        _refuse("D007", name, "同じ名前の部品が二つ入っています。" + _SAVE_AS)


def _check_parts(parts: dict[str, bytes], name: str) -> None:
    xml = [part for part in parts if part.lower().endswith((".xml", ".rels"))]
    for part in xml:
        if _DOCTYPE.search(parts[part]):
            _refuse_doctype(part, name)
    tags: dict[str, str] = {}
    try:
        for part in xml:
            root = parse_xml(parts[part])
            tags[part] = root.tag
            # What a DOCTYPE looks like depends on the encoding; the parser knows them all
            if root.getroottree().docinfo.internalDTD is not None:
                _refuse_doctype(part, name)
    except etree.XMLSyntaxError as error:
        _refuse("D003", name, f"壊れています（{part} の{error.lineno}行目）。元のファイルをもう一度受け取ってください。")
    main = main_part(parts)
    if main not in parts or TYPES_PART not in parts:
        kind = kind_of_members(parts)
        what = f"Word の文書ではなく、{kind}" if kind else "Word の文書の本文が入っていないファイル"
        _refuse("D009", name, f"{what}です。Word の文書（.docx）を指定してください。")
    kind = _content_type(parse_xml(parts[TYPES_PART]), main)
    if kind != MAIN_TYPE:
        if other := kind_of_type(kind) or kind_of_members(parts):
            _refuse("D009", name, f"Word の文書ではなく、{other}です。Word の文書（.docx）を指定してください。")
        what = "マクロ付きの文書（.docm）" if "macroEnabled" in kind else "ひな型（.dotx）など、普通の文書（.docx）ではない形式"
        _refuse("D010", name, f"{what}です。" + _SAVE_AS)
    if tags.get(main) not in (w("document"), _STRICT_DOCUMENT):
        _refuse("D011", name, f"文書の形式が違います（{tags.get(main)}）。" + _SAVE_AS)


def _refuse_doctype(part: str, name: str) -> NoReturn:
    _refuse("D008", name, f"安全でない宣言（DOCTYPE）が {part} にあります。" + _SAVE_AS)


def _content_type(types: Element, part: str) -> str:
    for entry in types:
        if entry.get("PartName", "").lower() == f"/{part}".lower():
            return str(entry.get("ContentType", ""))
    extension = part.rpartition(".")[2].lower()
    for entry in types:
        if entry.get("Extension", "").lower() == extension:
            return str(entry.get("ContentType", ""))
    return ""


def _refuse(code: str, name: str, message: str) -> NoReturn:
    raise InputError(Problem(code, f"「{name}」は、{message}", Place(name)))


def _exceed(code: str, name: str, message: str) -> NoReturn:
    raise LimitError(Problem(code, f"「{name}」は大きすぎます。{message}", Place(name)))
