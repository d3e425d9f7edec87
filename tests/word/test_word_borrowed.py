"""A city's reference.docx: what of it goes into a draft, what stays behind, and what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_build import REFERENCE, p, part, write
from word_faults import png

from drafting.draft import Orientation, Pages, SectionBreak
from drafting.model import Format
from drafting.problems import DraftingError, InputError, Severity
from drafting.word.audit import audit_word
from drafting.word.document import R, W, w
from drafting.word.package import MAIN_PART, TYPES_PART, read_package

RELS = "word/_rels/document.xml.rels"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
_END = "</Relationships>"


def city(changes: Mapping[str, tuple[str, str]] = {}, added: Mapping[str, bytes] = {}, links: str = "") -> bytes:
    """Our reference as another program saved it: in each part of `changes` the first text became the second."""
    parts = read_package(REFERENCE, "x") | dict(added)
    for name, (old, new) in (*changes.items(), (RELS, (_END, links + _END))):
        text = parts[name].decode()
        assert old in text
        parts[name] = text.replace(old, new, 1).encode()
    types = "".join(f'<Override PartName="/{name}" ContentType="application/octet-stream"/>' for name in added if name.endswith(".bin"))
    images = '<Default Extension="png" ContentType="image/png"/>'
    parts[TYPES_PART] = parts[TYPES_PART].replace(b"</Types>", f"{images}{types}</Types>".encode())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 5, 9, 0, 0)), content)
    return target.getvalue()


def link(id: str, kind: str, target: str, base: str = R) -> str:
    outside = ' TargetMode="External"' if ":" in target else ""
    return f'<Relationship Id="{id}" Type="{base}/{kind}" Target="{target}"{outside}/>'


def names_of(data: bytes) -> set[str]:
    return set(zipfile.ZipFile(io.BytesIO(data)).namelist())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"word/styles.xml": ("</w:styles>", '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="q"/><w:rPr><w:sz w:val="10.5"/></w:rPr></w:style></w:styles>')}, "D107"),
        ({"word/styles.xml": ("</w:styles>", '<w:style w:type="paragraph" w:styleId="Subject"><w:name w:val="q"/></w:style></w:styles>')}, "D108"),
        ({"word/styles.xml": ("</w:styles>", '<w:style w:type="paragraph" w:styleId="Q"/></w:styles>')}, "D105"),
        ({MAIN_PART: ('<w:pgSz w:w="11906"', '<w:pgSz w:w="広い"')}, "D107"),
        ({"word/numbering.xml": ("</w:numbering>", '<w:num w:numId="七"><w:abstractNumId w:val="1"/></w:num></w:numbering>')}, "D107"),
    ],
)
def test_a_reference_that_word_would_mend_is_refused_with_its_faults(changes: dict[str, tuple[str, str]], told: str) -> None:
    with pytest.raises(InputError) as caught:
        write(p("文"), reference=city(changes))
    assert told in [problem.code for problem in caught.value.problems]
    assert {problem.place.file for problem in caught.value.problems} == {"templates/reference.docx"}


def test_measures_with_a_unit_are_read_as_word_reads_them() -> None:
    margins = '<w:pgMar w:top="25mm" w:right="17mm" w:bottom="25mm" w:left="30mm" w:header="15mm" w:footer="12.5mm" w:gutter="0mm"/>'
    paper = re.sub("<w:pgSz[^>]*/><w:pgMar[^>]*/>", f'<w:pgSz w:w="210mm" w:h="297mm"/>{margins}', _section())
    style = (
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="q"/><w:pPr><w:spacing w:line="18pt" w:lineRule="exact"/><w:ind w:left="-1cm" w:leftChars="9"/>'
        '</w:pPr><w:rPr><w:sz w:val="10.5pt"/></w:rPr></w:style></w:styles>'
    )
    reference = city({MAIN_PART: (_section(), paper), "word/styles.xml": ("</w:styles>", style)})
    data = write(p("文"), reference=reference, form=Format(size=22, lines=20))
    assert list(audit_word(data, "x")) == []
    made = part(data).find(f".//{w('pgMar')}")
    assert [made.get(w(name)) for name in ("top", "left", "footer")] == ["1417", "1701", "709"]
    own = next(each for each in part(data, "word/styles.xml") if each.get(w("styleId")) == "Q")
    assert [own.find(f".//{w('sz')}").get(w("val")), own.find(f".//{w('ind')}").get(w("left"))] == ["42", "-1134"]


def _section() -> str:
    text = read_package(REFERENCE, "x")[MAIN_PART].decode()
    return text[text.index("<w:sectPr") : text.index("</w:body>")]


def test_landscape_pages_of_a_paper_with_fixed_margins_are_valid() -> None:
    data = write(SectionBreak(Pages.ON, Orientation.LANDSCAPE), p("文"), reference=city({MAIN_PART: ('w:top="1417"', 'w:top="-1417"')}))
    assert list(audit_word(data, "x")) == []


@pytest.mark.parametrize("names", ["<w:name/>", '<w:name w:val="甲"/><w:aliases/>'])
def test_a_style_without_the_letters_of_its_name_stops_nothing(names: str) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="Q">{names}</w:style></w:styles>'
    assert "word/document.xml" in names_of(write(p("文"), reference=city({"word/styles.xml": ("</w:styles>", style)})))


def test_a_style_that_is_missing_stops_nothing_since_word_takes_another_one() -> None:
    changes = {"word/styles.xml": ('w:styleId="Footer"', 'w:styleId="Footer9"')}
    assert "word/document.xml" in names_of(write(p("文"), reference=city(changes)))


def with_running_head(picture: str, added: Mapping[str, bytes] = {}, before: str = "<w:footerReference") -> bytes:
    """Our reference with a running head whose picture lies at `picture`, named in its section before a thing there."""
    head = f'<w:hdr xmlns:w="{W}"><w:p/></w:hdr>'.encode()
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link("rId1", "image", picture)}</Relationships>'
    return city(
        {MAIN_PART: (before, f'<w:headerReference w:type="default" r:id="rIdH"/>{before}'),
         TYPES_PART: ("</Types>", '<Override PartName="/word/header9.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>')},
        {"word/header9.xml": head, "word/_rels/header9.xml.rels": rels.encode(), **added},
        link("rIdH", "header", "header9.xml"),
    )  # fmt: skip


def test_a_running_head_whose_picture_is_missing_is_refused() -> None:
    with pytest.raises(InputError, match=r"D102.*gone\.png"):
        write(p("文"), reference=with_running_head("media/gone.png"))


@pytest.mark.parametrize(("target", "name"), [("media/a%201.png", "a%201.png"), ("media/a%201.png", "a 1.png"), ("media/A.PNG", "a.png"), ("/word/media/a.png", "a.png")])
def test_a_picture_of_a_running_head_is_found_in_whatever_letters_its_name_is_written(target: str, name: str) -> None:
    data = write(p("文"), reference=with_running_head(target, {f"word/media/{name}": png()}))
    assert f"word/media/{name}" in names_of(data)
    assert list(audit_word(data, "x")) == []


def test_a_running_head_that_is_named_behind_a_foot_is_as_good() -> None:
    """So Word names those of the first page, behind all others."""
    data = write(p("文"), reference=with_running_head("media/a.png", {"word/media/a.png": png()}, before="<w:pgSz"))
    assert list(audit_word(data, "x")) == [] and "word/media/a.png" in names_of(data)


def test_running_heads_that_the_last_section_has_of_the_one_before_it_are_taken() -> None:
    """As Word writes a cover with 「前と同じ」 behind it."""
    cover = '<w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:footerReference w:type="default" r:id="rIdH"/></w:sectPr></w:pPr></w:p>'
    reference = with_running_head("media/a.png", {"word/media/a.png": png()})
    main = read_package(reference, "x")[MAIN_PART].decode()
    own = '<w:headerReference w:type="default" r:id="rIdH"/>'
    assert own in main
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[MAIN_PART] = main.replace(own, "").replace("<w:body>", cover, 1).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    data = write(p("文"), reference=target.getvalue())
    assert list(audit_word(data, "x")) == [] and "word/media/a.png" in names_of(data)
    section = part(data).find(f".//{w('sectPr')}")
    assert [each.get(f"{{{R}}}id") for each in section.findall(w("headerReference"))] == ["rIdH"]
    assert [each.get(f"{{{R}}}id") for each in section.findall(w("footerReference"))] != ["rIdH"]  # its own


def test_the_settings_of_a_printer_stay_behind() -> None:
    reference = city(
        {MAIN_PART: ("</w:sectPr>", '<w:printerSettings r:id="rIdP"/></w:sectPr>')},
        {"word/printerSettings/printerSettings1.bin": b"x"},
        link("rIdP", "printerSettings", "printerSettings/printerSettings1.bin"),
    )
    data = write(p("文"), SectionBreak(Pages.ON, Orientation.LANDSCAPE), p("文"), reference=reference)
    assert list(audit_word(data, "x")) == [] and not any("printer" in name for name in names_of(data))


def test_faults_of_its_own_text_do_no_harm_since_that_stays_behind() -> None:
    broken = '<w:body><w:p><w:r><w:t>見本 </w:t></w:r><w:bookmarkStart w:id="1" w:name="d_R1_body"/></w:p><w:p><w:hyperlink w:anchor="nai"/></w:p>'
    data = write(p("文"), reference=city({MAIN_PART: ("<w:body>", broken)}))
    assert list(audit_word(data, "x")) == []
    assert "見本" not in zipfile.ZipFile(io.BytesIO(data)).read(MAIN_PART).decode()


def test_what_only_its_own_text_uses_stays_behind() -> None:
    reference = city(
        added={"word/media/a.png": png(), "word/embeddings/b.bin": b"x", "word/vbaProject.bin": b"x", "customXml/c.xml": b"<a/>"},
        links=link("r1", "image", "media/a.png") + link("r2", "oleObject", "embeddings/b.bin") + link("r3", "vbaProject", "vbaProject.bin", MICROSOFT)
        + link("r4", "customXml", "../customXml/c.xml") + link("r5", "attachedTemplate", "file:///C:/x.dotx"),
    )  # fmt: skip
    data = write(p("文"), reference=reference)
    assert names_of(data) == names_of(write(p("文")))
    assert list(audit_word(data, "x")) == []


def test_the_template_that_it_was_made_from_and_its_locks_stay_behind() -> None:
    settings = (
        '<w:writeProtection w:recommended="1"/><w:zoom w:percent="100"/><w:removePersonalInformation/><w:attachedTemplate r:id="rId1"/>'
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    )
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link("rId1", "attachedTemplate", "file:///C:/x.dotx")}</Relationships>'
    reference = city({"word/settings.xml": ('<w:zoom w:percent="100"/>', settings)}, {"word/_rels/settings.xml.rels": rels.encode()})
    data = write(p("文"), reference=reference)
    assert "word/_rels/settings.xml.rels" not in names_of(data)
    kept = [each.tag.rpartition("}")[2] for each in part(data, "word/settings.xml")]
    assert kept[:3] == ["zoom", "removePersonalInformation", "defaultTabStop"]


def test_a_copy_for_reviewers_keeps_their_names() -> None:
    from drafting.word.settings import settings_xml

    given = f'<w:settings xmlns:w="{W}"><w:removePersonalInformation/><w:removeDateAndTime/></w:settings>'.encode()
    assert b"remove" in settings_xml(given, tracked=False)
    assert b"remove" not in settings_xml(given, tracked=True)


def test_the_properties_of_a_file_that_libreoffice_saved_as_iso_are_replaced_not_doubled() -> None:
    lower = ("package/2006/relationships/metadata/core", "officedocument/2006/relationships/metadata/core")
    people = ("<dc:creator></dc:creator>", "<dc:creator>秘密</dc:creator>")
    data = write(p("文"), reference=city({"_rels/.rels": lower, "docProps/core.xml": people}))
    assert list(audit_word(data, "x")) == [] and names_of(data) == names_of(write(p("文")))
    assert "秘密" not in zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()


@pytest.mark.parametrize("target", ['Target="gone.xml"', ""])
def test_settings_that_are_not_where_the_file_says_are_a_fault_of_the_reference(target: str) -> None:
    with pytest.raises(InputError, match="D102"):
        write(p("文"), reference=city({RELS: ('Target="settings.xml"', target)}))


PARTS = {name: content for name, content in read_package(REFERENCE, "x").items() if not name.startswith("docProps")}
TAGS = {name: sorted(set(re.findall(rb"<[\w:]+[^<>?]*>", content))) for name, content in PARTS.items()}


@given(st.data())
def test_a_reference_damaged_in_any_place_is_refused_or_gives_a_sound_file(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    tag = data.draw(st.sampled_from(TAGS[name]))
    value = data.draw(st.sampled_from((b'""', b'"-9"', b'"x"', b'"99999999999"')))
    new = data.draw(st.sampled_from((b"", tag * 2, re.sub(rb' [\w:]+="[^"]*"', b"", tag), re.sub(rb'"[^"]*"', value, tag, count=1))))
    parts = read_package(REFERENCE, "x") | {name: PARTS[name].replace(tag, new, 1)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part_name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part_name, (2026, 1, 5, 9, 0, 0)), content)
    try:
        written = write(p("文", style="件名"), reference=target.getvalue())
    except DraftingError:
        return
    found = [problem for problem in audit_word(written, "x") if problem.severity is Severity.ERROR]
    assert {problem.code for problem in found} <= {"D111", "D113", "D116"}
