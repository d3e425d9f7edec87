"""Cover and letter: titles that are not torn, senders that have room."""

from __future__ import annotations

import pytest
from word_build import h, p, part, table, write

from drafting.model import Format
from drafting.word.document import NAMESPACES, R, w
from drafting.word.letter import sender_indent, title_margin
from drafting.word.package import read_package, write_package
from drafting.word.parts import ENDNOTES, put_part
from drafting.word.reference import build_reference

PLAN = "甲市デジタル・ガバメント戦略2.0 後継戦略について（答申）"


def first_line(text: str, line: float) -> str:
    """What stands on the first line with the margins that `title_margin` gives."""
    margin = title_margin(text, line)
    assert margin is not None
    room, width = line - 2 * margin, 0.0
    for index, letter in enumerate(text):
        width += 1.0 if ord(letter) > 0xFF else 0.5
        if width > room and letter != " ":
            return text[:index].strip()
    raise AssertionError("one line")


@pytest.mark.parametrize(
    ("text", "line", "first"),
    [
        (PLAN, 17.6, "甲市デジタル・ガバメント戦略2.0"),
        (PLAN, 20.1, "甲市デジタル・ガバメント戦略2.0"),
        ("甲市こども計画の策定に当たっての考え方について（答申）", 18.0, "甲市こども計画の策定に当たっての"),
        ("水道料金及び下水道使用料の改定の在り方について（答申）", 17.6, "水道料金及び下水道使用料の改定の"),
    ],
)
def test_a_title_of_two_lines_is_cut_between_words(text: str, line: float, first: str) -> None:
    assert first_line(text, line) == first


@pytest.mark.parametrize("text", ["水道料金の改定について（答申）", "甲" * 30, "題" * 100, "甲\n乙" * 8])
def test_a_title_of_one_line_or_without_a_cut_stands_as_it_is(text: str) -> None:
    assert title_margin(text, 17.6) is None


def test_a_long_sender_ends_a_character_before_the_edge_and_a_short_one_stands_where_all_do() -> None:
    assert sender_indent([p("委" * 14, style="発信者"), p("委員長", style="発信者")], 40.0) is None
    assert sender_indent([p("委" * 14, style="発信者"), p("会" * 25, style="発信者")], 40.0) == 14
    assert sender_indent([p("委" * 90, style="発信者")], 40.0) == 0


def test_what_introduces_a_table_a_list_or_quotations_stays_with_it() -> None:
    made = part(write(p("次のとおり"), p("一", bullet="・"), p("二", bullet="・"), p("次の発言があった。"), p("「三」", style="引用"), p("四")))
    kept = [each.find(f"{w('pPr')}/{w('keepNext')}") is not None for each in made.iter(w("p"))]
    assert kept == [True, False, False, True, False, False]


def test_readings_go_with_the_letters_of_their_style() -> None:
    data = write(h(1, "第1", "誹謗（ひぼう）"), p("誹謗（ひぼう）"), table(["頭"], ["誹謗（ひぼう）"]), form=Format(ruby=True))
    sizes = [each.get(w("val")) for each in part(data).iter(w("hpsBaseText"))]
    assert sizes == ["28", "22", "20"]


def test_endnotes_and_their_pictures_of_the_reference_stay_out_of_the_draft() -> None:
    package = read_package(build_reference(), "reference")
    notes = (
        f'<w:endnotes {NAMESPACES}><w:endnote w:type="separator" w:id="-1"><w:p/></w:endnote>'
        '<w:endnote w:id="2"><w:p><w:r><w:t>秘密</w:t></w:r></w:p></w:endnote></w:endnotes>'
    )
    put_part(package, ENDNOTES, notes.encode())
    package["word/_rels/endnotes.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{R}/image" Target="media/secret.png"/></Relationships>'
    ).encode()
    package["word/media/secret.png"] = b"secret"
    made = read_package(write(p("文"), reference=write_package(package)), "draft")
    assert not any(b"secret" in content or "秘密".encode() in content for content in made.values())
    assert b"separator" in made["word/endnotes.xml"]
