"""What a file is that is no Word document, in the words of the user."""

from __future__ import annotations

from collections.abc import Collection

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
LOCK_PREFIX = "~$"
_STARTS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "リッチテキスト（.rtf）"),
    (b"7z\xbc\xaf", "圧縮ファイル（.7z）"),
    (b"\x89PNG", "画像"),
    (b"\xff\xd8\xff", "画像"),
)
_TEXT_STARTS = (
    (("<!doctype html", "<html"), "ウェブページ（.html）"),
    (("<?mso-application", "<pkg:package", "<w:worddocument"), "Word の XML 文書（.xml）"),
)
_MEMBERS = (
    ("xl/workbook.xml", "Excel のブック"),
    ("xl/workbook.bin", "Excel のブック"),
    ("ppt/presentation.xml", "PowerPoint のスライド"),
    ("META-INF/manifest.xml", "OpenDocument の文書（.odt など）"),
    ("Contents/content.hpf", "ハングルの文書（.hwpx）"),
)
_SEARCHED = 4096


def is_lock_file(name: str) -> bool:
    """True for the small file 「~$…」 that Word keeps beside a document while it is open."""
    return name.replace("\\", "/").rpartition("/")[2].startswith(LOCK_PREFIX)


def kind_of_ole(data: bytes) -> str:
    """What an OLE compound file ([MS-CFB]) holds, by the names of its streams: "encrypted", "doc" …, or ""."""
    names = (
        ("EncryptedPackage", "encrypted"),
        ("WordDocument", "Word の古い形式（.doc）"),
        ("Workbook", "Excel の古い形式（.xls）"),
        ("PowerPoint Document", "PowerPoint の古い形式（.ppt）"),
        ("JSRV_SegmentInformation", "一太郎の文書（.jtd）"),
    )
    return next((kind for name, kind in names if name.encode("utf-16-le") in data), "")


def kind_of_bytes(data: bytes) -> str:
    """What a file without a zip around it is, "" when nothing tells."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    head = data[:_SEARCHED].decode("utf-8", "ignore").lstrip("\ufeff \r\n\t").lower()
    for starts, kind in _TEXT_STARTS:
        if head.startswith(starts) or (head.startswith("<?xml") and any(start in head for start in starts)):
            return kind
    return ""


def kind_of_members(names: Collection[str]) -> str:
    """What a zip is by the parts inside it, "" when nothing tells."""
    return next((kind for member, kind in _MEMBERS if member in names), "")


def kind_of_type(content_type: str) -> str:
    """What a package is by the content type of its main part, "" when it is of Word or unknown."""
    names = (("spreadsheetml", "Excel のブック"), ("ms-excel", "Excel のブック"), ("presentationml", "PowerPoint のスライド"))
    return next((kind for part, kind in names if part in content_type), "")
