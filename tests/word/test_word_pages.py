"""Page numbers counted by a layout engine: read from its PDF, or not believed."""

from __future__ import annotations

import re
import shutil

import pytest
from word_build import REFERENCE, draft, h, p, part, to_pdf_bytes

from drafting.draft import Contents, ContentsEntry, Orientation, Pages, SectionBreak
from drafting.model import Format
from drafting.word.pages import read_pages
from drafting.word.texts import read_texts
from drafting.word.writer import write_word

DRAFT = draft(
    Contents((ContentsEntry(1, "第1", "一", "a"), ContentsEntry(1, "第2", "二", "b"))),
    SectionBreak(), h(1, "第1", "一", id="a"), *[p("文" * 300)] * 12, h(1, "第2", "二", id="b"),
)  # fmt: skip


def title(text: str) -> str:
    return f"/Title<FEFF{text.encode('utf-16-be').hex()}>"


def pdf(*objects: str) -> bytes:
    return "\n".join(f"{number} 0 obj\n<<{body}>>\nendobj" for number, body in enumerate(objects, 1)).encode("latin-1")


PAGES = "/Type/Pages /Kids[ 11 0 R 12 0 R 13 0 R 14 0 R ]"


def test_bookmarks_give_the_pages_counted_from_the_section() -> None:
    made = pdf(
        PAGES, "/Outlines 3 0 R", "/First 4 0 R", f"{title('第1　一')}\n/Dest[12 0 R/XYZ 1 2 0]/Next 5 0 R",
        f"{title('第2 二')}/Dest[14 0 R/XYZ]",
    )  # fmt: skip
    assert read_pages(made, DRAFT) == {"a": 1, "b": 3}


@pytest.mark.parametrize(
    "made",
    [
        b"",
        b"%PDF-1.7 no bookmarks",
        pdf(PAGES, "/Outlines 3 0 R", "/First 4 0 R", f"{title('第1　一')}/Dest[12 0 R]"),
        pdf(PAGES, "/Outlines 3 0 R", "/First 4 0 R", f"{title('別')}/Dest[12 0 R]/Next 5 0 R", f"{title('第2　二')}/Dest[12 0 R]"),
        pdf(PAGES, "/Outlines 3 0 R", "/First 4 0 R", f"{title('一')}/Dest[12 0 R]/Next 4 0 R"),
    ],
    ids=["empty", "no bookmarks", "one missing", "another title", "a ring"],
)
def test_bookmarks_of_another_document_are_not_believed(made: bytes) -> None:
    assert read_pages(made, DRAFT) is None


def test_a_turned_section_goes_on_with_the_pages_before() -> None:
    made = pdf(
        PAGES, "/Outlines 3 0 R", "/First 4 0 R", f"{title('第1　一')}/Dest[12 0 R]/Next 5 0 R",
        f"{title('資料')}/Dest[14 0 R]",
    )  # fmt: skip
    turned = SectionBreak(Pages.ON, Orientation.LANDSCAPE)
    assert read_pages(made, draft(SectionBreak(), h(1, "第1", "一", id="a"), turned, h(1, "", "資料", id="b"))) == {"a": 1, "b": 3}


def test_counted_pages_stand_in_the_contents_and_word_has_nothing_to_ask() -> None:
    data = write_word(DRAFT, REFERENCE, Format(), pages={"a": 1, "b": 7})[0]
    assert read_texts(data)[:2] == ["第1\u3000一\t1", "第2\u3000二\t7"]
    assert "dirty" not in re.sub(r"\s", "", str({**next(part(data).iter("{*}fldChar")).attrib}))


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_the_pages_are_those_that_libreoffice_prints() -> None:
    made = to_pdf_bytes(write_word(DRAFT, REFERENCE, Format())[0])
    pages = read_pages(made, DRAFT)
    assert pages is not None
    assert (pages["a"], pages["b"]) == (1, 3)
