from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from word_build import REFERENCE

from drafting.problems import DraftingError, InputError, LimitError
from drafting.word import package
from drafting.word.foreign import OLE
from drafting.word.package import MAIN_PART, TYPES_PART, open_package, read_package, write_package


def changed(**parts: bytes) -> bytes:
    names = {"types": TYPES_PART, "main": MAIN_PART}
    return write_package(read_package(REFERENCE, "x") | {names.get(name, name): data for name, data in parts.items()})


def refusal(data: bytes, kind: type[DraftingError] = InputError) -> str:
    with pytest.raises(kind) as caught:
        read_package(data, "意見.docx")
    (problem,) = caught.value.problems
    assert "「意見.docx」" in problem.message
    return problem.code


def types(old: bytes, new: bytes) -> bytes:
    return changed(types=read_package(REFERENCE, "x")[TYPES_PART].replace(old, new))


def test_the_parts_come_back_in_order_and_the_same_parts_give_the_same_bytes() -> None:
    parts = read_package(REFERENCE, "x")
    assert next(iter(parts)) == TYPES_PART
    assert write_package(dict(reversed(parts.items()))) == write_package(parts) == REFERENCE


def test_every_entry_has_the_same_date() -> None:
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(REFERENCE)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "D012"),
        (b"text", "D001"),
        (b"PK\3\4", "D013"),
        (b"PK\5\6", "D001"),
        (OLE, "D002"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "D002"),
        (OLE + "WordDocument".encode("utf-16-le"), "D015"),
        (OLE + "Workbook".encode("utf-16-le"), "D015"),
        (b"%PDF-1.7", "D009"),
        (b"{\\rtf1\\ansi", "D009"),
        (b"\r\n<!DOCTYPE html><p>", "D009"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "D009"),
    ],
)
def test_what_is_no_zip_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_truncated_or_damaged_file_is_refused() -> None:
    assert refusal(REFERENCE[: len(REFERENCE) // 2]) == "D013"
    assert refusal(REFERENCE[:-200]) == "D013"
    middle = REFERENCE.index(b"word/styles.xml") + 60
    assert refusal(REFERENCE[:middle] + b"\0\0\0\0" + REFERENCE[middle + 4 :]) == "D003"


def test_a_part_that_is_not_xml_is_refused() -> None:
    assert refusal(changed(main=b"<w:document")) == "D003"


@pytest.mark.parametrize("name", ["~$意見.docx", "共有/~$意見.docx", "共有\\~$意見.docx"])
def test_the_lock_file_of_word_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_package(REFERENCE, name)
    assert caught.value.problems[0].code == "D014"


def test_entries_that_point_out_of_the_package_are_left_out() -> None:
    target = io.BytesIO(REFERENCE)
    with zipfile.ZipFile(target, "a") as archive:
        for name in ("../../evil.txt", "/etc/evil", "word/../../evil", "C:/evil", "..\\evil"):
            archive.writestr(name, b"x")
    assert open_package(target.getvalue(), "x") == open_package(REFERENCE, "x")


def test_parts_named_with_backslashes_are_found() -> None:
    source, target = zipfile.ZipFile(io.BytesIO(REFERENCE)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for entry in source.infolist():
            archive.writestr(entry.filename.replace("/", "\\"), source.read(entry))
    assert open_package(target.getvalue(), "x") == open_package(REFERENCE, "x")


@pytest.mark.parametrize("what", ["OpenDocument", "PowerPoint", "Excel"])
def test_other_kinds_of_zip_are_called_by_their_name(what: str) -> None:
    part = {"OpenDocument": "META-INF/manifest.xml", "PowerPoint": "ppt/presentation.xml", "Excel": "xl/workbook.xml"}
    with pytest.raises(InputError, match=what):
        read_package(write_package({part[what]: b"<a/>"}), "x")


def test_what_we_pack_is_never_packed_like_a_bomb() -> None:
    assert open_package(changed(**{"word/media/a.bin": b"\0" * 3_000_000}), "x")["word/media/a.bin"] == b"\0" * 3_000_000


def test_what_inflates_too_far_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = io.BytesIO(REFERENCE)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", b"\0" * 30_000_000)
    assert refusal(bomb.getvalue(), InputError) == "D006"
    monkeypatch.setattr(package, "MAX_INFLATED", 10_000)
    assert refusal(REFERENCE, LimitError) == "D004"
    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    assert refusal(REFERENCE, LimitError) == "D005"


def test_doubled_parts_are_refused_whatever_their_case() -> None:
    target = io.BytesIO(REFERENCE)
    with zipfile.ZipFile(target, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/DOCUMENT.xml", b"<a/>")
    assert refusal(target.getvalue()) == "D007"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_doctype_is_refused_in_every_encoding(codec: str) -> None:
    assert refusal(changed(**{"word/x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode(codec)})) == "D008"


def test_what_is_no_document_is_refused() -> None:
    assert refusal(write_package({TYPES_PART: b"<Types/>", "xl/workbook.xml": b"<a/>"})) == "D009"
    assert (
        refusal(types(package.MAIN_TYPE.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml")) == "D010"
    )
    assert refusal(changed(main=b"<w:other xmlns:w='urn:x'/>")) == "D011"
    assert refusal(changed(main=b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')) == "D011"
