"""Pictures as bytes: of which format they are, and whether anything can be seen of them."""

from __future__ import annotations

from drafting.word.pictures import jpeg_size

# What each format begins with. Formats that begin with nothing of their own (PICT) are not judged.
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"),
    (b"\x01\0\0\0", "emf"), (b"\xd7\xcd\xc6\x9a", "wmf"), (b"\x01\0\t\0", "wmf"), (b"\x02\0\t\0", "wmf"), (b"\0\0\x01\0", "icon"),
    (b"II\xbc", "wdp"), (b"\x1f\x8b", "gz"), (b"%PDF", "pdf"), (b"\0\0\0\x0cjP", "jp2"),
)  # fmt: skip
_WORDS = {"jpg": "jpeg", "pjpeg": "jpeg", "x-png": "png", "x-bmp": "bmp", "x-ms-bmp": "bmp", "tif": "tiff"}
# Of these the beginning is known, and nothing else can be shown under their name.
_JUDGED = ("png", "jpeg", "gif", "bmp", "tiff")


def format_of(data: bytes) -> str:
    """The format that the bytes themselves show ("png", "svg" …), "" for none."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if b"<svg" in data[:4096]:
        return "svg"
    if data[4:8] == b"ftyp":
        return "heic"
    return next((name for beginning, name in _BEGINNINGS if data.startswith(beginning)), "")


def format_of_type(content_type: str) -> str:
    """ "image/x-png" → "png"; "" for the type of no picture."""
    kind, _, name = content_type.partition("/")
    return _WORDS.get(name.lower(), name.lower()) if kind.lower() == "image" else ""


def unreadable(data: bytes, content_type: str) -> str:
    """Why a picture cannot be shown, in Japanese without a full stop; "" for one that can."""
    if not data:
        return "の中身が空です"
    said, found = format_of_type(content_type), format_of(data)
    if not said:
        return f"の種類が画像ではありません（{content_type or 'なし'}）"
    if not found and said in _JUDGED:
        return "の中身が、画像として読めません"
    cut = found == "png" and (b"IEND" not in data or not (any(data[16:20]) and any(data[20:24])))
    if cut or (found == "jpeg" and 0 in (jpeg_size(data) or (0, 0))):
        return "の中身が途中で切れているか、大きさがありません"
    return ""


def differs(data: bytes, content_type: str) -> str:
    """The format of the bytes where the package says another one, "" where they agree or nothing is known."""
    said, found = format_of_type(content_type), format_of(data)
    return found if found and said in _JUDGED and found != said else ""
