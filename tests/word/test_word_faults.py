"""The checker of Word files on the smallest files: each class of fault is told, and its sound neighbour is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from word_faults import (
    DOC_PR,
    EXTENT,
    NAMES,
    PICTURE_URI,
    SHAPE,
    STYLES,
    anchored,
    bookmark,
    cell,
    code,
    drawing,
    field,
    fill,
    graphic,
    inline,
    link,
    mark,
    p,
    pack,
    package,
    png,
    r,
    row,
    table,
)

from drafting.problems import Problem, Severity
from drafting.word.audit import audit_word

TEXT = p(r())
LIST = p(r(), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
NUMBERING = f'<w:abstractNum w:abstractNumId="0">{LEVEL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
NOTED = p('<w:r><w:footnoteReference w:id="1"/></w:r>')
NOTE = f'<w:footnote w:id="1">{TEXT}</w:footnote>'
COMMENTED = p(f'<w:commentRangeStart w:id="1"/>{r()}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
BY = 'w:author="甲" w:date="2025-12-01T09:00:00Z"'
HEADED = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
PAPER = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="9" w:left="{side}" w:header="1" w:footer="1" w:gutter="0"/></w:sectPr>'
FRAME = f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{TEXT}</w:sdtContent></w:sdt>'
RUBY = '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr>'
READ = "<w:r><w:ruby>{properties}<w:rt>" + r("よ") + "</w:rt><w:rubyBase>" + r("読") + "</w:rubyBase></w:ruby></w:r>"


def comment(inner: str = TEXT) -> str:
    return f'<w:comment w:id="1" w:author="甲">{inner}</w:comment>'


def moved(side: str, id: int) -> str:
    return (
        f'<w:move{side}RangeStart w:id="{id}" {BY} w:name="m"/><w:move{side} w:id="{id + 1}" {BY}>{r()}</w:move{side}><w:move{side}RangeEnd w:id="{id}"/>'
    )


def style(inner: str, attributes: str = 'w:type="paragraph"') -> str:
    return f'{STYLES}<w:style {attributes} w:styleId="A"><w:name w:val="A"/>{inner}</w:style>'


Parts = dict[str, bytes]

SOUND: dict[str, Parts] = {
    "text": package(TEXT), "picture": package(inline()), "anchored picture": package(anchored()), "list": package(LIST, numbering=NUMBERING),
    "line without height": package(drawing(f'<wp:inline><wp:extent cx="5" cy="0"/>{DOC_PR}<a:graphic><a:graphicData uri="urn:line"><v:line/></a:graphicData></a:graphic></wp:inline>')),
    "linked picture": package(inline(shown=graphic(NAMES + fill('<a:blip r:link="rIdPicture"/>') + SHAPE))),
    "links": package(p(bookmark("B") + link('w:anchor="b"') + field("REF b \\h") + field('HYPERLINK \\l "b"') + field("PAGEREF B") + field('HYPERLINK "#b"'))),
    "links out": package(p(field('HYPERLINK "https://a.example" \\l "x"') + link('w:anchor="_top"') + link('r:id="rIdOut" w:anchor="x"')),
                         extra='<Relationship Id="rIdOut" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://a.example" TargetMode="External"/>'),
    "long name cut by Word": package(p(bookmark("a" * 40) + link(f'w:anchor="{"A" * 45}"'))),
    "bookmark that a field sets": package(p(field('SET total "5"') + field("REF total"))),
    "instruction with blanks of its own": package(p(mark("begin") + code(" PAGE ").replace(' xml:space="preserve"', "") + mark("end"))),
    "field within an instruction": package(p(mark("begin") + code(" REF ") + field("PAGE") + mark("separate") + r() + mark("end"))),
    "merged downwards": package(table(row(cell('<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')), row(cell('<w:gridSpan w:val="2"/><w:vMerge/>')))),
    "note": package(NOTED, footnotes=NOTE), "comment": package(COMMENTED, comments=comment()), "ruby": package(p(READ.format(properties=RUBY))),
    "move": package(p(moved("From", 1)) + p(moved("To", 3))), "margins": package(TEXT, section=PAPER.format(top=1000, side=1000)),
    "bold said twice by LibreOffice": package(p(r(), "<w:rPr><w:b/><w:b/><w:bCs/></w:rPr>")),
    "paper in millimetres": package(TEXT, section='<w:sectPr><w:pgSz w:w="210mm" w:h="297mm"/></w:sectPr>'),
    "mark of a paragraph": package(TEXT.replace("<w:p>", '<w:p w14:paraId="0A1B2C3D">')),
    "level set by LibreOffice": package(LIST, numbering=NUMBERING.replace("</w:num>", f'<w:lvlOverride w:ilvl="0">{LEVEL}<w:startOverride w:val="3"/></w:lvlOverride><w:lvlOverride w:ilvl="0"/></w:num>')),
    "comment of no date in LibreOffice": package(COMMENTED, comments=comment().replace(' w:author="甲"', ' w:author="甲" w:date="0-00-00T00:00:00Z"')),
}  # fmt: skip

LINKS = {
    "link": link('w:anchor="gone"'), "REF": field("REF gone \\h"), "PAGEREF": field("PAGEREF gone"), "NOTEREF": field("NOTEREF gone"),
    "HYPERLINK": field('HYPERLINK \\l "gone"'), "HYPERLINK bare": field("HYPERLINK \\l gone"), "HYPERLINK #": field('HYPERLINK "#gone"'),
    "simple field": f'<w:fldSimple w:instr=" REF gone ">{r()}</w:fldSimple>', "lower case": field("ref gone"),
    "instruction in pieces": mark("begin") + code(" PAGE") + code("REF gone ") + mark("separate") + r() + mark("end"),
    "field without result": mark("begin") + code(" REF gone ") + mark("end"),
}  # fmt: skip

PICTURES = {
    "no extent": inline(extent=""), "size 0": inline(extent='<wp:extent cx="0" cy="0"/>'), "height 0": inline(extent='<wp:extent cx="5" cy="0"/>'),
    "size below 0": inline(extent='<wp:extent cx="-5" cy="5"/>'), "size in words": inline(extent='<wp:extent cx="広" cy="5"/>'),
    "size of a fraction": inline(extent='<wp:extent cx="1.5" cy="5"/>'), "size too large": inline(extent='<wp:extent cx="99999999999999" cy="5"/>'),
    "no height": inline(extent='<wp:extent cx="5"/>'), "no docPr": inline(properties=""), "docPr without id": inline(properties='<wp:docPr name="図"/>'),
    "docPr id": inline(properties='<wp:docPr id="一" name="図"/>'), "docPr without name": inline(properties='<wp:docPr id="1"/>'),
    "blip without embed": inline(shown=graphic(NAMES + fill("<a:blip/>") + SHAPE)), "embed empty": inline(shown=graphic(NAMES + fill('<a:blip r:embed=""/>') + SHAPE)),
    "no blip": inline(shown=graphic(NAMES + fill("") + SHAPE)), "no relationship": inline(shown=graphic(NAMES + fill('<a:blip r:embed="rId99"/>') + SHAPE)),
    "relationship of styles": inline(shown=graphic(NAMES + fill('<a:blip r:embed="rId1"/>') + SHAPE)), "no blipFill": inline(shown=graphic(NAMES + SHAPE)),
    "no names": inline(shown=graphic(fill() + SHAPE)), "no shape": inline(shown=graphic(NAMES + fill())), "order of a picture": inline(shown=graphic(fill() + NAMES + SHAPE)),
    "no graphic": inline(shown=""), "no graphicData": inline(shown="<a:graphic/>"), "graphicData empty": inline(shown=f'<a:graphic><a:graphicData uri="{PICTURE_URI}"/></a:graphic>'),
    "graphicData without uri": inline(shown="<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"), "picture empty": inline(shown=graphic("")),
    "order": inline(extent=DOC_PR, properties=EXTENT), "two graphics": inline(shown=graphic() + graphic()), "drawing empty": drawing(""), "picture without frame": drawing("<pic:pic/>"),
    "no simplePos": anchored(point=""), "no position": anchored(place=""), "no wrap": anchored(wrap=""), "anchored size 0": anchored(extent='<wp:extent cx="0" cy="0"/>'),
    "anchor without attributes": anchored(attributes=""), "position empty": anchored(place='<wp:positionH relativeFrom="page"/><wp:positionV relativeFrom="page"/>'),
    "position from nowhere": anchored(place='<wp:positionH relativeFrom="紙"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'),
    "imagedata of nothing": p("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"),
}  # fmt: skip

IMAGES = {"text": b"hello", "a page": b"<html></html>", "cut off": png()[:30], "no pixels": png(0, 0), "JPEG cut off": b"\xff\xd8\xff\xe0\0\x10JFIF\0"}

FAULTS: dict[str, Parts] = {
    "D104 two sizes": package(p(r("x", '<w:sz w:val="20"/><w:sz w:val="22"/>'))), "D104 two sizes of a mark": package(p(r(), '<w:rPr><w:sz w:val="20"/><w:sz w:val="22"/></w:rPr>')),
    "D102 a note where a part should be": package(TEXT) | {"word/settings.xml": b'<w:footnote xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'},
    "D111 footnote unused": package(TEXT, footnotes=NOTE), "D104 note on a note": package(NOTED, footnotes=f'<w:footnote w:id="1">{NOTED}</w:footnote>'),
    "D104 note in a header": package(NOTED, section=HEADED, header=NOTED, footnotes=NOTE), "D104 comment on a comment": package(COMMENTED, comments=comment(COMMENTED)),
    "D104 note on a comment": package(COMMENTED + NOTED, comments=comment(NOTED), footnotes=NOTE),
    "D108 levels set twice": package(LIST, numbering=NUMBERING.replace("</w:num>", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' * 2 + "</w:num>")),
    "D111 bullet missing": package(LIST, numbering=NUMBERING.replace("</w:lvl>", '<w:lvlPicBulletId w:val="4"/></w:lvl>')), "D107 start below 0": package(LIST, numbering=NUMBERING.replace('start w:val="1"', 'start w:val="-1"')),
    "D105 style without name": package(TEXT, styles=f'{STYLES}<w:style w:type="paragraph" w:styleId="A"/>'), "D107 default style": package(TEXT, styles=style("", 'w:type="paragraph" w:default="はい"')),
    "D115 merged from nothing": package(table(row(cell(), cell()), row(cell("<w:vMerge/>"), cell()))), "D115 merged in the first row": package(table(row(cell('<w:vMerge w:val="continue"/>'), cell()))),
    "D115 merged aside": package(table(row(cell(), cell('<w:vMerge w:val="restart"/>')), row(cell("<w:vMerge/>"), cell()))), "D115 span of 0": package(table(row(cell('<w:gridSpan w:val="0"/>'), cell()))),
    "D115 64 columns": package(table(row(*[cell()] * 64), columns=64)), "D107 look of a table": package(table(row(cell(), cell()), properties='<w:tblLook w:val="zz"/>')),
    "D107 paper of no width": package(TEXT, section='<w:sectPr><w:pgSz w:w="0" w:h="16838"/></w:sectPr>'), "D107 paper too wide": package(TEXT, section='<w:sectPr><w:pgSz w:w="99999" w:h="16838"/></w:sectPr>'),
    "D107 margins at the sides": package(TEXT, section=PAPER.format(top=9, side=6000)), "D107 margins at the top": package(TEXT, section=PAPER.format(top=17000, side=9)),
    "D103 header of no part": package(TEXT, section='<w:sectPr><w:headerReference w:type="default"/></w:sectPr>'), "D103 altChunk of nothing": package(f"<w:altChunk/>{TEXT}"),
    "D104 two headers": package(TEXT, section=HEADED.replace("</w:sectPr>", '<w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'), header=TEXT),
    "D104 section in a cell": package(table(row(cell(inner=p(r(), "<w:sectPr/>")), cell()))), "D107 no columns": package(TEXT, section='<w:sectPr><w:cols w:num="0"/></w:sectPr>'),
    "D105 tabs empty": package(p(r(), "<w:tabs/>")), "D106 unknown attribute": package(p('<w:r><w:t w:colour="1">x</w:t></w:r>')), "D106 sign without letter": package(p('<w:r><w:sym w:font="a"/></w:r>')),
    "D114 unknown element": package(p('<x:r xmlns:x="urn:x"><x:t>x</x:t></x:r>')), "D114 element without namespace": package(TEXT.replace("w:", "")), "D107 xml:space": package(p('<w:r><w:t xml:space="keep">x</w:t></w:r>')),
    "D105 ruby without properties": package(p(READ.format(properties=""))), "D105 ruby without size": package(p(READ.format(properties=RUBY.replace('<w:hps w:val="10"/>', "")))),
    "D110 instruction alone": package(p(code("PAGE"))), "D110 instruction in the result": package(p(mark("begin") + code("PAGE") + mark("separate") + code("PAGE") + mark("end"))),
    "D107 dirty": package(p(mark("begin", ' w:dirty="はい"') + code("PAGE") + mark("end"))), "D107 who may edit": package(p('<w:permStart w:id="1" w:edGrp="皆"/><w:permEnd w:id="1"/>')),
    "D107 mark of a paragraph": package(TEXT.replace("<w:p>", '<w:p w14:paraId="FFFFFFFF">')), "D107 mark of letters": package(TEXT.replace("<w:p>", '<w:p w14:paraId="xyz">')),
}  # fmt: skip

WARNED: dict[str, Parts] = {
    "D111 level missing": package(LIST.replace('ilvl w:val="0"', 'ilvl w:val="3"'), numbering=NUMBERING), "D111 base of another kind": package(TEXT, styles=style('<w:basedOn w:val="Char"/>')),
    "D111 partner of the same kind": package(TEXT, styles=style('<w:link w:val="Normal"/>')), "D108 frames of one number": package(FRAME + FRAME),
    "D108 two moves of one name": package(p(moved("From", 1)) + p(moved("To", 3)) + p(moved("From", 11)) + p(moved("To", 13))),
    "D102 template elsewhere": package(TEXT, extra='<Relationship Id="rIdT" Type="urn:x/attachedTemplate" Target="file:///c:/a.dotx" TargetMode="External"/>'),
    "D102 unknown outside": package(TEXT, extra='<Relationship Id="rIdT" Type="urn:x/beacon" Target="https://a.example" TargetMode="External"/>'),
    "D106 nobody": package(p(f'<w:ins w:id="1" w:author=" ">{r()}</w:ins>')), "D104 insertion in an insertion": package(p(f'<w:ins w:id="1" {BY}><w:ins w:id="2" {BY}>{r()}</w:ins></w:ins>')),
    "D102 address with a blank": package(p(link('r:id="rIdT"')), extra='<Relationship Id="rIdT" Type="urn:x/hyperlink" Target="https://a.example/a b" TargetMode="External"/>'),
    "D117 JPEG called PNG": package(inline(), media=b"\xff\xd8\xff\xc0\0\x11\x08\0\x01\0\x01\x03" + bytes(16)),
}  # fmt: skip

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
CREATED = '<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created>'
CUSTOM = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">{}</Properties>'
PROPERTIES = {
    "D108 title twice": CORE.format("<dc:title>a</dc:title><dc:title>b</dc:title>"), "D107 date": CORE.format(CREATED.format("令和7年")),
    "D106 date without type": CORE.format("<dcterms:created>2025-12-01T09:00:00Z</dcterms:created>"), "D107 number of a property": CUSTOM.format('<property pid="1" name="a"/>'),
    "D108 property twice": CUSTOM.format('<property pid="2" name="a"/><property pid="3" name="A"/>'),
}  # fmt: skip

Change = tuple[str, str, str]
PACKAGES: dict[str, Change] = {
    "D101 type of relationships": ("[Content_Types].xml", "application/vnd.openxmlformats-package.relationships+xml", "application/xml"),
    "D101 entry without type": ("[Content_Types].xml", "</Types>", '<Override PartName="/word/x.xml"/></Types>'),
    "D101 encoding": ("word/document.xml", "UTF-8", "shift_jis"), "D117 picture of text": ("[Content_Types].xml", "image/png", "text/plain"),
    "D102 relationship without kind": ("word/_rels/document.xml.rels", ' Target="styles.xml"', ' Target="styles.xml"/><Relationship Id="rIdN" Target="styles.xml"'),
    "D102 relationship to nowhere": ("word/_rels/document.xml.rels", ' Target="styles.xml"', ' Target="styles.xml"/><Relationship Id="rIdN" Type="urn:x/y"'),
    "D102 styles twice": ("word/_rels/document.xml.rels", ' Target="styles.xml"', ' Target="styles.xml"/><Relationship Id="rIdN" Type="urn:x/styles" Target="styles.xml"'),
    "D102 styles led to as another thing": ("word/_rels/document.xml.rels", "/styles\"", "/other\""), "D102 target mode": ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="styles.xml" TargetMode="out"'),
    "D103 picture outside": ("word/_rels/document.xml.rels", 'Target="media/a.png"', 'Target="https://a.example/a.png" TargetMode="External"'),
}  # fmt: skip


def audit(parts: Parts) -> list[Problem]:
    return list(audit_word(pack(parts), "a.docx"))


def errors(parts: Parts) -> set[str]:
    return {problem.code for problem in audit(parts) if problem.severity is Severity.ERROR}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_has_no_finding(name: str) -> None:
    assert audit(SOUND[name]) == []


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("place", ["body", "header", "footnote"])
def test_a_link_to_a_bookmark_that_is_not_there_is_told(name: str, place: str) -> None:
    paragraph = p(LINKS[name])
    files: dict[str, Callable[[], Parts]] = {
        "body": lambda: package(paragraph),
        "header": lambda: package(TEXT, section=HEADED, header=paragraph),
        "footnote": lambda: package(NOTED, footnotes=f'<w:footnote w:id="1">{paragraph}</w:footnote>'),
    }
    found = audit(files[place]())
    assert [problem.code for problem in found] == ["D116"] and "「gone」" in found[0].message


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_is_not_whole_is_told(name: str) -> None:
    assert errors(package(PICTURES[name])) & {"D103", "D117"}


@pytest.mark.parametrize("name", IMAGES)
def test_a_picture_that_cannot_be_shown_is_told_where_it_stands(name: str) -> None:
    found = audit(package(TEXT + inline(), media=IMAGES[name]))
    assert [problem.code for problem in found] == ["D117"]
    assert found[0].message.startswith("本文の2段落目（文字のない段落）: 画像「word/media/a.png」") and "画像を入れ直してください" in found[0].message


def test_a_picture_of_no_bytes_is_told() -> None:
    assert errors({**package(inline()), "word/media/a.png": b""}) == {"D117"}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told(name: str) -> None:
    assert name.split()[0] in errors(FAULTS[name])


@pytest.mark.parametrize("name", WARNED)
def test_what_word_mends_without_loss_is_a_warning(name: str) -> None:
    assert {(problem.code, problem.severity) for problem in audit(WARNED[name])} == {(name.split()[0], Severity.WARNING)}


def with_properties(content: str, kind: str) -> Parts:
    parts = package(TEXT)
    types = f'<Override PartName="/docProps/a.xml" ContentType="application/{kind}+xml"/></Types>'
    relation = f'<Relationship Id="rId2" Type="urn:x/{kind}" Target="docProps/a.xml"/></Relationships>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode())
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    return parts | {"docProps/a.xml": content.encode()}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_slip_in_the_properties_is_told(name: str) -> None:
    assert errors(with_properties(PROPERTIES[name], "core-properties")) == {name.split()[0]}


@pytest.mark.parametrize("date", ["2025", "2025-12", "2025-12-01", "2025-12-01T09:00Z", "2025-12-01T09:00:00+09:00", "2025-12-01T09:00:00.5Z"])
def test_every_form_of_a_date_may_stand_in_the_properties(date: str) -> None:
    assert audit(with_properties(CORE.format(CREATED.format(date)), "core-properties")) == []


@pytest.mark.parametrize("name", PACKAGES)
def test_a_fault_of_types_and_relationships_is_told(name: str) -> None:
    part, old, new = PACKAGES[name]
    parts = package(inline())
    assert old.encode() in parts[part]
    assert name.split()[0] in errors({**parts, part: parts[part].replace(old.encode(), new.encode(), 1)})


def test_a_macro_in_a_file_that_may_hold_none_is_told() -> None:
    macros = '<Relationship Id="rIdMacro" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    parts = package(TEXT, extra=macros) | {"word/vbaProject.bin": b"x"}
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>').encode()
    found = list(audit_word(pack(parts), "x.docx"))
    assert [problem.code for problem in found] == ["D101"]
    assert "マクロ" in found[0].message and "開けません" in found[0].message


def test_a_doubled_core_is_told() -> None:
    parts = with_properties(CORE.format(""), "core-properties")
    again = b'<Relationship Id="rId3" Type="urn:x/core-properties" Target="docProps/a.xml"/></Relationships>'
    assert errors({**parts, "_rels/.rels": parts["_rels/.rels"].replace(b"</Relationships>", again)}) == {"D102"}
