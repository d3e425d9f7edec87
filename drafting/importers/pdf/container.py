"""The bytes of a PDF before a library opens them: what is no PDF, cut short, damaged or blown up.

PDFium repairs what it can and says nothing of it; a clerk must know that a page may lack words.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from drafting.problems import InputError, LimitError, Place, Problem

MAX_BYTES = 100 * 1024 * 1024
MAX_INFLATED = 512 * 1024 * 1024

_STREAM = re.compile(rb"\bstream\r?\n")
_CHUNK = 1 << 20
_LONGEST_DICTIONARY = 2000


def check_container(data: bytes, file: str) -> list[Problem]:
    """An error (I041) where parts of the file are damaged but it can be read.

    Raises InputError I041 for what is no PDF or was cut short, LimitError I052 beyond
    `MAX_BYTES`, or beyond `MAX_INFLATED` bytes of text, fonts and drawings.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(file, f"大きすぎます（{MAX_BYTES // 1024**2}MBまで）。ファイルを分けてください。")
    # ISO 32000-1 Annex H: readers look for the signs in the first and last 1,024 bytes.
    if b"%PDF-" not in data[:1024]:
        message = "PDF ではありません。会議録の PDF かどうか、ファイルを開いて確かめてください。"
        raise InputError(Problem("I041", message, Place(file)))
    end = data.rfind(b"%%EOF")
    if end < 0 or b"endobj" in data[end:] or b"endstream" in data[end:]:
        message = "PDF が途中で切れています。元のファイルをもう一度受け取ってください。"
        raise InputError(Problem("I041", message, Place(file)))
    if b"/Encrypt" in data or not any(_damaged(data, file)):
        return []
    message = "PDF の一部が壊れています。読めなかった文があるかもしれません。元のファイルをもう一度受け取るか、1ページずつ見比べてください。"
    return [Problem("I041", message, Place(file))]


def _damaged(data: bytes, file: str) -> Iterator[bool]:
    """For each compressed stream that is no picture, whether it cannot be inflated."""
    inflated = 0
    for match in _STREAM.finditer(data):
        before = data[max(0, match.start() - _LONGEST_DICTIONARY) : match.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if b"FlateDecode" not in dictionary or re.search(rb"ASCII|/Subtype\s*/Image", dictionary):
            continue
        end = data.find(b"endstream", match.end())
        size, whole = _inflate(data[match.end() : end if end >= 0 else len(data)], MAX_INFLATED - inflated)
        inflated += size
        if inflated >= MAX_INFLATED:
            raise _too_large(file, "展開すると大きすぎます。ファイルを分けるか、Word 形式で保存し直してください。")
        yield not whole


def _inflate(packed: bytes, limit: int) -> tuple[int, bool]:
    """How many bytes come out (up to about `limit`), and whether the stream is whole."""
    stream = zlib.decompressobj()
    size = 0
    try:
        while not stream.eof and size < limit:
            piece = stream.decompress(packed, _CHUNK)
            packed = stream.unconsumed_tail
            size += len(piece)
            if not piece and not packed:
                break
    except zlib.error:
        return size, False
    return size, stream.eof


def _too_large(file: str, message: str) -> LimitError:
    return LimitError(Problem("I052", message, Place(file)))
