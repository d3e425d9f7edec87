"""A picture in the text: PNG or JPEG, its size read from its own bytes, put in line (DrawingML, 20.4)."""

from __future__ import annotations

import struct

from drafting.draft import Picture
from drafting.word.document import R, escape
from drafting.word.parts import Kind

MAX_BYTES = 5 * 1024 * 1024
_MOST_PIXELS = 10_000
_EMU_PER_PIXEL = 9525  # at 96 pixels an inch
_MOST_WIDE, MOST_HIGH = 80 * 36_000, 30 * 36_000  # EMU, 36,000 a millimetre
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Start of frame: the segments that hold the size; 0xC4, 0xC8 and 0xCC are others
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def read_picture(data: bytes, words: str) -> Picture:
    """The picture in a file. Raises ValueError, in Japanese, for what is none or too large."""
    kind, size = ("png", _png_size(data)) if data.startswith(_PNG) else ("jpeg", jpeg_size(data))
    if size is None:
        raise ValueError("PNG か JPEG の画像ではないか、壊れています。")
    width, height = size
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        raise ValueError(f"画像の大きさ（{width}×{height}）が使えません。縦横とも {_MOST_PIXELS:,} 画素までです。")
    return Picture(data, kind, width, height, words)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 33 or b"IEND" not in data[-16:]:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while data.startswith(_JPEG) and at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 1 if marker == 0xFF else 2 + max(length, 2)
    return None


def media_kind(picture: Picture) -> Kind:
    """The part that holds the picture."""
    return Kind(f"word/media/emblem.{picture.kind}", f"{R}/image", f"image/{picture.kind}")


def drawing_xml(picture: Picture, relation: str) -> str:
    """The run with the picture: its own size, made smaller to fit 80 × 30 mm."""
    width, height = picture.width * _EMU_PER_PIXEL, picture.height * _EMU_PER_PIXEL
    shrink = min(1.0, _MOST_WIDE / width, MOST_HIGH / height)
    extent = f'cx="{max(1, round(width * shrink))}" cy="{max(1, round(height * shrink))}"'
    draw = "http://schemas.openxmlformats.org/drawingml/2006"
    name = f'id="1" name="emblem" descr="{escape(picture.words)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{draw}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {name}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{draw}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{draw}/main"><a:graphicData uri="{draw}/picture"><pic:pic xmlns:pic="{draw}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
