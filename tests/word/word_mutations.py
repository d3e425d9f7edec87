"""Faults to put into a sound draft: a rich one, and mutations of its parts and its package by name."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from word_build import REFERENCE, everything

from drafting.model import Format
from drafting.word.document import W, parse_xml, serialize, w
from drafting.word.package import MAIN_PART, read_package, write_package
from drafting.word.writer import write_word


def sound() -> bytes:
    return write_word(everything(), REFERENCE, Format())[0]


RICH = """<w:p xmlns:w="{W}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:pPr><w:numPr>
<w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="10"/><w:ind w:left="20"/><w:jc w:val="both"/></w:pPr>
<w:ins w:id="9001" w:author="委員" w:date="2025-12-01T09:00:00Z"><w:r><w:rPr><w:b/><w:color w:val="FF0000"/><w:sz w:val="21"/></w:rPr><w:t>足す</w:t></w:r></w:ins>
<w:del w:id="9002" w:author="委員" w:date="2025-12-01T09:00:00Z"><w:r><w:delText>消す</w:delText></w:r></w:del>
<w:moveFromRangeStart w:id="9003" w:author="委員" w:date="2025-12-01T09:00:00Z" w:name="move1"/><w:moveFrom w:id="9004" w:author="委員"><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="9003"/>
<w:moveToRangeStart w:id="9005" w:author="委員" w:date="2025-12-01T09:00:00Z" w:name="move1"/><w:moveTo w:id="9006" w:author="委員"><w:r><w:t>移</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="9005"/>
<w:bookmarkStart w:id="9007" w:name="extra"/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:bookmarkEnd w:id="9007"/>
<w:permStart w:id="9008" w:edGrp="everyone"/><w:permEnd w:id="9008"/></w:p>"""

Mutation = Callable[[Any, random.Random], object]


def element(name: str, **attributes: str) -> Any:
    found = parse_xml(f'<w:{name} xmlns:w="{W}"/>'.encode())
    for attribute, value in attributes.items():
        found.set(w(attribute), value)
    return found


def mutated_xml(data: bytes, part: str, change: Callable[[Any], object]) -> bytes:
    parts = read_package(data, "a")
    root = parse_xml(parts[part])
    change(root)
    return write_package({**parts, part: serialize(root)})


def rich() -> bytes:
    def add(root: Any) -> None:
        root[0].insert(3, parse_xml(RICH.format(W=W).encode()))

    return mutated_xml(sound(), MAIN_PART, add)


def mutated(mutation: Mutation, part: str, seed: int = 0) -> bytes:
    rng = random.Random(seed)
    return mutated_xml(rich(), part, lambda root: mutation(root if part != MAIN_PART else root[0], rng))


def a(root: Any, name: str, rng: random.Random) -> Any:
    return rng.choice(list(root.iter(w(name))))


def set_value(name: str, attribute: str, value: str) -> Mutation:
    return lambda root, rng: a(root, name, rng).set(w(attribute), value)


def drop(name: str, attribute: str) -> Mutation:
    def change(root: Any, rng: random.Random) -> None:
        del a(root, name, rng).attrib[w(attribute)]

    return change


def remove(name: str) -> Mutation:
    def change(root: Any, rng: random.Random) -> None:
        found = a(root, name, rng)
        found.getparent().remove(found)

    return change


def put_in(parent: str, at: int, name: str, **attributes: str) -> Mutation:
    def change(root: Any, rng: random.Random) -> None:
        found = a(root, parent, rng)
        found.insert(at if at >= 0 else len(found), element(name, **attributes))

    return change


def same_twice(name: str, attribute: str) -> Mutation:
    def change(root: Any, rng: random.Random) -> None:
        one, two = rng.sample(list(root.iter(w(name))), 2)
        one.set(w(attribute), two.get(w(attribute)))

    return change


def to_end(name: str) -> Mutation:
    """Move an element that has brothers to the end of its parent."""

    def change(root: Any, rng: random.Random) -> None:
        found = rng.choice([e for e in root.iter(w(name)) if e.getnext() is not None])
        found.getparent().append(found)

    return change


def text(change: Callable[[str], str]) -> Mutation:
    def mutate(root: Any, rng: random.Random) -> None:
        found = rng.choice([e for e in root.iter(w("t")) if e.text])
        found.text = change(found.text)
        found.attrib.clear()

    return mutate


RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = f'<w:tc xmlns:w="{W}"><w:p/></w:tc>'.encode()
TABLE = f'<w:tbl xmlns:w="{W}"><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.encode()
LINK = f'<w:hyperlink xmlns:w="{W}" xmlns:r="{RID[1:-3]}" r:id="rId99"/>'.encode()
DRAWING = (
    f'<w:drawing xmlns:w="{W}"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="図"/></wp:inline></w:drawing>'
).encode()

NUMBERING, STYLES, NOTES = "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"
MUTATIONS: dict[str, tuple[str, Mutation]] = {
    "bookmark id doubled": (MAIN_PART, same_twice("bookmarkStart", "id")), "bookmark name doubled": (MAIN_PART, same_twice("bookmarkStart", "name")),
    "bookmark name long": (MAIN_PART, set_value("bookmarkStart", "name", "a" * 41)), "bookmark name blank": (MAIN_PART, set_value("bookmarkStart", "name", "")),
    "bookmark name with blank": (MAIN_PART, set_value("bookmarkStart", "name", "a b")), "bookmark name digit": (MAIN_PART, set_value("bookmarkStart", "name", "1a")),
    "bookmark without name": (MAIN_PART, drop("bookmarkStart", "name")), "bookmark without end": (MAIN_PART, remove("bookmarkEnd")),
    "bookmark without start": (MAIN_PART, remove("bookmarkStart")), "bookmark id no number": (MAIN_PART, set_value("bookmarkStart", "id", "x")),
    "revision id doubled": (MAIN_PART, set_value("ins", "id", "9002")), "revision without author": (MAIN_PART, drop("del", "author")),
    "revision without id": (MAIN_PART, drop("ins", "id")), "revision date": (MAIN_PART, set_value("del", "date", "昨日")),
    "move without range start": (MAIN_PART, remove("moveFromRangeStart")), "move without range end": (MAIN_PART, remove("moveToRangeEnd")),
    "move of one side": (MAIN_PART, set_value("moveToRangeStart", "name", "other")), "permission open": (MAIN_PART, remove("permEnd")),
    "comment missing": (MAIN_PART, put_in("r", -1, "commentReference", id="5")), "comment range open": (MAIN_PART, put_in("p", -1, "commentRangeStart", id="5")),
    "footnote missing": (MAIN_PART, set_value("footnoteReference", "id", "77")), "footnote reserved": (MAIN_PART, set_value("footnoteReference", "id", "0")),
    "footnote id doubled": (NOTES, same_twice("footnote", "id")), "footnote removed": (NOTES, lambda root, rng: root.remove(root[-1])),
    "footnote empty": (NOTES, lambda root, rng: [root[-1].remove(p) for p in list(root[-1])]),
    "numId missing": (MAIN_PART, set_value("numId", "val", "777")), "abstractNum missing": (NUMBERING, set_value("abstractNumId", "val", "777")),
    "num before abstractNum": (NUMBERING, lambda root, rng: root.insert(0, a(root, "num", rng))), "num doubled": (NUMBERING, same_twice("num", "numId")),
    "abstractNum doubled": (NUMBERING, lambda root, rng: [e.set(w("abstractNumId"), "1") for e in root.iter(w("abstractNum"))]),
    "level doubled": (NUMBERING, lambda root, rng: a(root, "abstractNum", rng).append(element("lvl", ilvl="0")) or root[0].append(element("lvl", ilvl="0"))),
    "numFmt unknown": (NUMBERING, set_value("numFmt", "val", "kanji")), "ilvl too deep": (MAIN_PART, set_value("ilvl", "val", "9")),
    "pPr at the end": (MAIN_PART, to_end("pPr")), "rPr at the end": (MAIN_PART, to_end("rPr")), "tcPr at the end": (MAIN_PART, to_end("tcPr")),
    "tblPr at the end": (MAIN_PART, to_end("tblPr")), "tblGrid at the end": (MAIN_PART, to_end("tblGrid")), "body sectPr first": (MAIN_PART, lambda body, rng: body.insert(0, body[-1])),
    "pStyle at the end of pPr": (MAIN_PART, to_end("pStyle")), "b after sz": (MAIN_PART, to_end("b")), "pgSz last": (MAIN_PART, to_end("pgSz")),
    "two sectPr": (MAIN_PART, lambda body, rng: body.append(element("sectPr"))), "two pPr": (MAIN_PART, put_in("p", 0, "pPr")),
    "two jc": (MAIN_PART, lambda body, rng: a(body, "jc", rng).addnext(element("jc", val="left"))),
    "run in body": (MAIN_PART, lambda body, rng: body.insert(rng.randrange(len(body)), element("r"))), "p in p": (MAIN_PART, put_in("p", -1, "p")),
    "table in run": (MAIN_PART, put_in("r", -1, "tbl")), "unknown element": (MAIN_PART, put_in("p", -1, "paragraph")), "p in run": (MAIN_PART, put_in("r", -1, "p")),
    "text in p": (MAIN_PART, put_in("p", -1, "t")), "cell without p": (MAIN_PART, lambda body, rng: [c.remove(e) for c in [a(body, "tc", rng)] for e in list(c) if e.tag == w("p")]),
    "cell ends in table": (MAIN_PART, lambda body, rng: a(body, "tc", rng).append(parse_xml(TABLE))), "row without cells": (MAIN_PART, put_in("tbl", -1, "tr")),
    "no tblGrid": (MAIN_PART, remove("tblGrid")), "no tblPr": (MAIN_PART, remove("tblPr")), "grid too narrow": (MAIN_PART, remove("gridCol")),
    "cell over the grid": (MAIN_PART, lambda body, rng: a(body, "tr", rng).append(parse_xml(CELL))), "cell spans too much": (MAIN_PART, lambda body, rng: a(body, "tcPr", rng).find(w("tcW")).addnext(element("gridSpan", val="9"))),
    "sz fraction": (MAIN_PART, set_value("sz", "val", "10.5")), "color name": (MAIN_PART, set_value("color", "val", "red")), "jc unknown": (MAIN_PART, set_value("jc", "val", "middle")),
    "width": (MAIN_PART, set_value("gridCol", "w", "広い")), "indent": (MAIN_PART, set_value("ind", "left", "1.5")), "spacing": (MAIN_PART, set_value("spacing", "before", "-1")),
    "on-off": (MAIN_PART, set_value("b", "val", "はい")), "break": (MAIN_PART, set_value("br", "type", "paper")), "value missing": (MAIN_PART, drop("jc", "val")),
    "bare attribute": (MAIN_PART, lambda body, rng: a(body, "t", rng).set("space", "preserve")), "field mark": (MAIN_PART, set_value("fldChar", "fldCharType", "start")),
    "field open": (MAIN_PART, lambda body, rng: (marks := list(body.iter(w("fldChar"))))[-1].getparent().remove(marks[-1])),
    "field not begun": (MAIN_PART, lambda body, rng: (mark := next(body.iter(w("fldChar")))).getparent().remove(mark)),
    "style missing": (MAIN_PART, set_value("pStyle", "val", "NoSuchStyle")), "base missing": (STYLES, set_value("basedOn", "val", "NoSuchStyle")),
    "style doubled": (STYLES, same_twice("style", "styleId")), "style based on itself": (STYLES, lambda root, rng: (s := rng.choice([e for e in root.iter(w("style")) if e.find(w("basedOn")) is not None])).find(w("basedOn")).set(w("val"), s.get(w("styleId")))),
    "style order": (STYLES, to_end("name")), "line end in text": (MAIN_PART, text(lambda t: f"{t}\nb")), "tab in text": (MAIN_PART, text(lambda t: f"{t}\tb")),
    "blank before text": (MAIN_PART, text(lambda t: f" {t}")), "blank after text": (MAIN_PART, text(lambda t: f"{t} ")),
    "text in a paragraph": (MAIN_PART, lambda body, rng: setattr(a(body, "p", rng), "text", "落ちた文")),
    "text after a run": (MAIN_PART, lambda body, rng: setattr(a(body, "r", rng), "tail", "落ちた文")),
    "deleted text outside": (MAIN_PART, lambda body, rng: setattr(a(body, "t", rng), "tag", w("delText"))),
    "text in a deletion": (MAIN_PART, lambda body, rng: setattr(a(body, "delText", rng), "tag", w("t"))),
    "relationship missing": (MAIN_PART, lambda body, rng: a(body, "r", rng).getparent().append(parse_xml(LINK))),
    "footer of no part": (MAIN_PART, lambda body, rng: a(body, "footerReference", rng).set(RID, "rId999")),
    "footer that is styles": (MAIN_PART, lambda body, rng: a(body, "footerReference", rng).set(RID, "rId1")),
    "docPr doubled": (MAIN_PART, lambda body, rng: [a(body, "r", rng).append(parse_xml(DRAWING)) for _ in range(2)]),
}  # fmt: skip


PACKAGE_FAULTS: dict[str, Callable[[dict[str, bytes]], object]] = {
    "part without type": lambda parts: parts.update({"word/media/a.xyz": b"x"}),
    "type written twice": lambda parts: replace(parts, "[Content_Types].xml", b"<Override ", b'<Override PartName="/word/styles.xml" ContentType="a"/><Override '),
    "part that nothing leads to": lambda parts: replace(parts, "word/_rels/document.xml.rels", b"footnotes.xml", b"styles.xml"),
    "part missing": lambda parts: parts.pop("word/styles.xml"),
    "wrong type": lambda parts: replace(parts, "[Content_Types].xml", b"wordprocessingml.styles+xml", b"wordprocessingml.settings+xml"),
    "relationship doubled": lambda parts: replace(parts, "word/_rels/document.xml.rels", b'Id="rId2"', b'Id="rId1"'),
    "wrong root": lambda parts: parts.update({"word/settings.xml": parts["word/styles.xml"]}),
    "no main part": lambda parts: replace(parts, "_rels/.rels", b"/officeDocument\"", b"/other\""),
    "rels of no part": lambda parts: parts.update({"word/_rels/gone.xml.rels": parts["word/_rels/document.xml.rels"]}),
    "prefix not declared": lambda parts: replace(parts, MAIN_PART, b"<w:document ", b'<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w99" '),
    "not well-formed": lambda parts: replace(parts, MAIN_PART, b"</w:body>", b""),
    "control character": lambda parts: replace(parts, MAIN_PART, b"</w:t>", b"&#11;</w:t>"),
    "not UTF-8": lambda parts: replace(parts, MAIN_PART, "章".encode(), "章".encode("cp932")),
}  # fmt: skip


def replace(parts: dict[str, bytes], part: str, old: bytes, new: bytes) -> None:
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
