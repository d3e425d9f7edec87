"""Whatever is done to a file, it is read or refused with a reason; nothing else ever comes out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_build import box, dele, docx, field, ins, mark, p, part, r, tbl, tc, tr

from drafting.importers.word import word_rows
from drafting.problems import DraftingError, InputError, LimitError
from drafting.word.package import open_package, write_package
from drafting.word.reading import quoted_text, read_document, texts_of, unread_problems

WHOLE = docx(
    p('<w:bookmarkStart w:id="1" w:name="d_R1_body"/>', "前", ins("新"), dele("旧"), '<w:bookmarkEnd w:id="1"/>', mark=mark("del")),
    p('<w:commentRangeStart w:id="1"/>', field("PAGE", "3"), '<w:commentRangeEnd w:id="1"/>', r('<w:commentReference w:id="1"/>'), box(p("箱"))),
    tbl(tr(tc(p("広"), properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')), tr("一", tc(tbl(tr("内")), p()), properties=mark("ins"))),
    p(r('<w:footnoteReference w:id="2"/>'), r('<w:sym w:font="Wingdings" w:char="F0FC"/>'), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    comments=part("comments", f'<w:comment w:id="1" w:author="a">{p("意見")}</w:comment>'),
    footnotes=part("footnotes", f'<w:footnote w:id="2">{p("注", ins("新"))}</w:footnote>'),
    numbering=part("numbering", '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'),
    styles=part("styles", '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="a"/></w:style>'),
)  # fmt: skip
PARTS = open_package(WHOLE, "x")
TAGS = {name: re.findall(rb"<[^>]*>", content) for name, content in PARTS.items()}


def _read(data: bytes) -> None:
    try:
        document = read_document(data, "意見.docx")
    except (InputError, LimitError) as error:
        assert all("意見.docx" in problem.message and problem.code.startswith("D") for problem in error.problems)
        return
    texts_of(document)
    unread_problems(document)
    for comment in document.comments:
        quoted_text(document, comment)
    assert all(row.line > 0 for row in word_rows(data, "意見.docx")[0])


@pytest.mark.slow
@settings(max_examples=600)
@given(st.binary(max_size=3), st.floats(0, 1), st.integers(0, 40))
def test_bytes_changed_anywhere(new: bytes, where: float, gone: int) -> None:
    at = int(where * len(WHOLE))
    _read(WHOLE[:at] + new + WHOLE[at + gone :])


@pytest.mark.slow
@settings(max_examples=600)
@given(st.data())
def test_elements_and_attributes_lost_doubled_or_wrong(data: Any) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    content = PARTS[name]
    for _ in range(data.draw(st.integers(1, 3))):
        tag = data.draw(st.sampled_from(TAGS[name]))
        change = data.draw(st.sampled_from(("drop", "double", "empty", "value", "rename")))
        new = {
            "drop": b"", "double": tag * 2, "empty": re.sub(rb' [\w:]+="[^"]*"', b"", tag),
            "value": re.sub(rb'"[^"]*"', data.draw(st.sampled_from((b'"-9"', b'"99999999999999999"', b'""'))), tag), "rename": re.sub(rb"w:\w+", b"w:x", tag, count=1),
        }[change]  # fmt: skip
        content = content.replace(tag, new, 1)
    _read(write_package(PARTS | {name: content}))


@pytest.mark.parametrize("lost", sorted(PARTS))
def test_a_part_that_is_missing_is_refused_or_done_without(lost: str) -> None:
    _read(write_package({name: content for name, content in PARTS.items() if name != lost}))


def test_a_declaration_in_a_part_of_another_name_is_refused() -> None:
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]>' + PARTS["word/footnotes.xml"].partition(b"?>")[2]
    rels = PARTS["word/_rels/document.xml.rels"].replace(b"footnotes.xml", b"notes.bin")
    moved = PARTS | {"word/_rels/document.xml.rels": rels, "word/notes.bin": entity}
    with pytest.raises(InputError) as caught:
        read_document(write_package(moved), "x")
    assert caught.value.problems[0].code == "D008"


def test_a_document_nested_without_measure_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("底") + "</w:sdtContent></w:sdt>" * 5000
    with pytest.raises(DraftingError):
        read_document(docx(deep), "意見.docx")
    nested = "<w:smartTag>" * 200 + r("底") + "</w:smartTag>" * 200
    assert texts_of(read_document(docx(p(nested)), "意見.docx")).accepted == "底"
