"""A city's emblem on the cover."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import strategies as st
from word_build import (
    REFERENCE,
    draft,
    dump,
    findings,
    p,
    part,
    write,
)

from drafting.draft import (
    Emblem,
    Finish,
)
from drafting.model import Format
from drafting.word.package import read_package
from drafting.word.pictures import read_picture
from drafting.word.writer import write_word

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t &<>\"'"), max_size=40)


JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(10) + b"\xff\xc0\0\x11\x08\0\x20\0\x40\x03" + bytes(9) + b"\xff\xd9"


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_an_emblem_stands_in_line_within_its_limits(tmp_path: Path) -> None:
    picture = read_picture(png(400, 200), "甲市の市章")
    data = write_word(draft(Emblem(), p("表紙")), REFERENCE, Format(), Finish(emblem=picture))[0]
    assert findings(data, tmp_path) == []
    assert read_package(data, "x")["word/media/emblem.png"] == png(400, 200)
    extent = next(part(data).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"))
    assert (extent.get("cx"), extent.get("cy")) == ("2160000", "1080000")
    assert docx.Document(io.BytesIO(data)).inline_shapes[0].width == 2160000


def test_without_a_picture_an_emblem_leaves_nothing() -> None:
    assert dump(write(Emblem(), p("表紙"))) == "本文 | 表紙"


def test_the_size_of_a_jpeg_is_read_from_its_frame() -> None:
    picture = read_picture(JPEG, "")
    assert (picture.kind, picture.width, picture.height) == ("jpeg", 64, 32)


@pytest.mark.parametrize("data", [b"", b"GIF89a" + bytes(40), png(2, 2)[:20], png(2, 2)[:-16], JPEG[:12], b"\xff\xd8\xff\xff" * 9])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="PNG か JPEG"):
        read_picture(data, "")


def test_a_picture_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="20000×1"):
        read_picture(png(20000, 1), "")
