"""The checker of Word files: each fault is found, and a sound file has none."""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import OpenXmlValidator
from word_build import REFERENCE, draft, everything, h, p, table, write

from drafting.draft import Heading, PageBreak
from drafting.model import Format
from drafting.problems import DraftingError, Problem, Severity
from drafting.word.audit import MOST, audit_word
from drafting.word.audit.schema import MODELS, REPEATED
from drafting.word.audit.types import WORDS, is_of_type
from drafting.word.document import W, parse_xml, serialize, w
from drafting.word.package import MAIN_PART, read_package, write_package
from drafting.word.writer import write_word

CASES = Path(__file__).parents[3] / "shared" / "bad-input" / "cases"
CORRUPT = sorted(CASES.glob("X*.docx"))
REVIEWED = sorted(path for path in CASES.glob("R[0-9]*.docx"))
# These are faulty: a text box that stands in no shape, a name of two bookmarks, one id for all revisions.
REALLY_FAULTY = {"R16": {"D104"}, "R26": {"D108"}, "R28": {"D108"}}
ALWAYS = "A required relationship type"

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


def audit(data: bytes) -> list[Problem]:
    return list(audit_word(data, "a.docx"))


def codes(data: bytes) -> set[str]:
    try:
        return {problem.code for problem in audit(data) if problem.severity is Severity.ERROR}
    except DraftingError as error:
        return {problem.code for problem in error.problems}


def sound() -> bytes:
    return write_word(everything(), REFERENCE, Format())[0]


@pytest.mark.skipif(not CASES.exists(), reason="the folder shared/bad-input is absent")
def test_there_are_cases() -> None:
    assert len(CORRUPT) > 20 and len(REVIEWED) > 15


@pytest.mark.parametrize("path", CORRUPT, ids=lambda path: path.stem)
def test_a_corrupt_file_is_flagged_and_no_less_than_openxml_audit_does(path: Path) -> None:
    found = audit(path.read_bytes())
    assert found and all(problem.severity is Severity.ERROR for problem in found)
    theirs = [e.description for e in OpenXmlValidator().validate(path).errors if not e.description.startswith(ALWAYS)]
    assert len(found) >= len(theirs)


@pytest.mark.parametrize("path", REVIEWED, ids=lambda path: path.stem)
def test_a_reviewed_file_has_no_fault(path: Path) -> None:
    assert codes(path.read_bytes()) == REALLY_FAULTY.get(path.stem, set())


@pytest.mark.parametrize(
    "data",
    [
        REFERENCE,
        sound(),
        write(p("一")),
        write(h(1, "第1", "章"), table(["a", "b"], ["1", "2\n3"]), PageBreak(), p("  前後  ")),
        write_word(draft(Heading((), 1, "第1", "heading"), p("")), REFERENCE, Format())[0],
        Path("outputs/答申案.docx").read_bytes(),
        Path("templates/reference.docx").read_bytes(),
    ],
)
def test_what_we_write_has_no_fault(data: bytes) -> None:
    assert audit(data) == []


def test_what_python_docx_makes_has_no_fault() -> None:
    document = docx.Document()
    document.add_heading("題", 1)
    document.add_paragraph(" 前後\tの 空白 ", style="List Bullet")
    grid = document.add_table(2, 3, style="Table Grid")
    grid.cell(0, 0).merge(grid.cell(1, 1))
    document.add_page_break()
    target = io.BytesIO()
    document.save(target)
    assert audit(target.getvalue()) == []


@pytest.mark.office
@needs_office
def test_what_libreoffice_saves_has_no_fault(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(sound())
    sources = [tmp_path / "own.docx", Path("outputs/答申案.docx").resolve()]
    sources += [path for path in REVIEWED if path.stem not in REALLY_FAULTY]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    saved = sorted((tmp_path / "saved").glob("*.docx"))
    assert len(saved) == len(sources)
    assert {path.stem: found for path in saved if (found := codes(path.read_bytes()))} == {}


def test_a_finding_says_where_it_is_in_words_and_what_to_do() -> None:
    data = mutated(lambda body, rng: body.findall(w("p"))[2].insert(0, element("r")) or True, MAIN_PART)
    data = mutated_xml(data, MAIN_PART, lambda root: root.iter(w("jc")).__next__().set(w("val"), "middle"))
    found = [problem for problem in audit(data) if problem.code == "D107"]
    assert len(found) == 1
    assert re.fullmatch(r"本文の\d+段落目(「.*」|（文字のない段落）): 配置（jc）の val の値「middle」が正しくありません。Word で開き、.*", found[0].message)


def test_many_findings_of_one_kind_are_counted() -> None:
    data = mutated_xml(sound(), MAIN_PART, lambda root: [t.set(w("x"), "1") or t.set("bare", "1") for t in root.iter(w("t"))])
    found = audit(data)
    assert len(found) == MOST + 1
    assert "ほかに" in found[-1].message


# --- the tables against the schema of the Open XML SDK, which openxml-audit carries


def sdk() -> dict[str, Any]:
    folder = resources("openxml_audit") / "data" / "openxml" / "schemas"
    found: dict[str, Any] = json.loads((folder / "schemas_openxmlformats_org_wordprocessingml_2006_main.json").read_text())
    return found


def names_in(particle: dict[str, Any]) -> Iterator[str]:
    if "Items" not in particle:
        yield particle.get("Name", "").split("/")[-1]
    for item in particle.get("Items", ()):
        yield from names_in(item)


def test_the_orders_are_those_of_the_schema() -> None:
    compared = set()
    for kind in sdk()["Types"]:
        name = kind["Name"].split("/")[-1].removeprefix("w:")
        if "Particle" not in kind or name not in MODELS or not kind["Name"].split("/")[-1].startswith("w:"):
            continue
        model = MODELS[name]
        theirs = [each[2:] for each in names_in(kind["Particle"]) if each.startswith("w:")]
        lacking = set(theirs) - set(model.first) - model.middle - set(model.last)
        # w:rPr stands in w:ins within formulas only.
        assert lacking <= {"rPr"}, name
        if len(set(theirs)) == len(theirs):
            assert [each for each in theirs if each in model.first] == [each for each in model.first if each in theirs], name
        compared.add(name)
    assert len(compared) > 60


def test_the_words_are_those_of_the_schema() -> None:
    enums = {enum["Name"]: {facet["Value"] for facet in enum["Facets"]} for enum in sdk()["Enums"]}
    pairs = {
        "paragraph jc": "JustificationValues", "shading": "ShadingPatternValues", "underline": "UnderlineValues",
        "highlight": "HighlightColorValues", "number format": "NumberFormatValues", "theme color": "ThemeColorValues",
        "tab": "TabStopValues", "leader": "TabStopLeaderCharValues", "section": "SectionMarkValues", "break": "BreakValues",
        "vertical position": "VerticalPositionValues", "emphasis mark": "EmphasisMarkValues", "field mark": "FieldCharValues",
        "table layout": "TableLayoutValues", "merge": "MergedCellValues", "header": "HeaderFooterValues", "grid": "DocGridValues",
        "text direction": "TextDirectionValues", "style": "StyleValues", "suffix": "LevelSuffixValues", "proof": "ProofingErrorValues",
        "ruby align": "RubyAlignValues", "note": "FootnoteEndnoteValues", "hint": "FontTypeHintValues", "theme font": "ThemeFontValues",
        "orientation": "PageOrientationValues", "multi-level": "MultiLevelValues", "height rule": "HeightRuleValues",
        "line rule": "LineSpacingRuleValues", "lock": "LockingValues", "restart": "RestartNumberValues", "clear": "BreakTextRestartLocationValues",
        "text alignment": "VerticalTextAlignmentValues", "width unit": "TableWidthUnitValues", "protection": "DocumentProtectionValues",
    }  # fmt: skip
    for ours, theirs in pairs.items():
        assert enums[theirs] <= WORDS[ours], ours


def test_what_may_be_repeated_is_a_child_of_its_parent() -> None:
    assert all(child in MODELS[parent].first for parent, child in REPEATED)


@pytest.mark.parametrize(
    ("kind", "value", "right"),
    [
        ("half points", "21", True), ("half points", "10.5", False), ("half points", "-2", False), ("half points", "10.5pt", True),
        ("color", "auto", True), ("color", "FF0000", True), ("color", "red", False), ("color", "#FF0000", False), ("color", "F00", False),
        ("date", "2025-12-01T09:00:00Z", True), ("date", "2025-12-01T09:00:00+09:00", True), ("date", "2025-02-30T09:00:00Z", False),
        ("date", "令和7年", False), ("on-off", "はい", False), ("on-off", "true", True), ("number", "1.5", False), ("width", "50%", True),
        ("hex 8", "00AB12CD", True), ("hex 8", "AB", False), ("number", "", False),
    ],
)  # fmt: skip
def test_a_value_is_of_its_type(kind: str, value: str, right: bool) -> None:
    assert is_of_type(value, kind) is right


# --- mutations: each fault put into a sound draft at a random place must be found

RICH = """<w:p xmlns:w="{W}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:pPr><w:numPr>
<w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="10"/><w:ind w:left="20"/><w:jc w:val="both"/></w:pPr>
<w:ins w:id="9001" w:author="委員" w:date="2025-12-01T09:00:00Z"><w:r><w:rPr><w:b/><w:color w:val="FF0000"/><w:sz w:val="21"/></w:rPr><w:t>足す</w:t></w:r></w:ins>
<w:del w:id="9002" w:author="委員" w:date="2025-12-01T09:00:00Z"><w:r><w:delText>消す</w:delText></w:r></w:del>
<w:moveFromRangeStart w:id="9003" w:author="委員" w:name="move1"/><w:moveFrom w:id="9004" w:author="委員"><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="9003"/>
<w:moveToRangeStart w:id="9005" w:author="委員" w:name="move1"/><w:moveTo w:id="9006" w:author="委員"><w:r><w:t>移</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="9005"/>
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
    rng = random.Random(seed)  # noqa: S311  # places, no secrets
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
    "level doubled": (NUMBERING, lambda root, rng: a(root, "abstractNum", rng).findall(w("lvl"))[1].set(w("ilvl"), "0")),
    "numFmt unknown": (NUMBERING, set_value("numFmt", "val", "kanji")), "ilvl too deep": (MAIN_PART, set_value("ilvl", "val", "9")),
    "pPr at the end": (MAIN_PART, to_end("pPr")), "rPr at the end": (MAIN_PART, to_end("rPr")), "tcPr at the end": (MAIN_PART, to_end("tcPr")),
    "tblPr at the end": (MAIN_PART, to_end("tblPr")), "tblGrid at the end": (MAIN_PART, to_end("tblGrid")), "body sectPr first": (MAIN_PART, lambda body, rng: body.insert(0, body[-1])),
    "pStyle at the end of pPr": (MAIN_PART, to_end("pStyle")), "b after sz": (MAIN_PART, to_end("b")), "pgSz last": (MAIN_PART, to_end("pgSz")),
    "two sectPr": (MAIN_PART, lambda body, rng: body.append(element("sectPr"))), "two pPr": (MAIN_PART, put_in("p", 0, "pPr")),
    "two jc": (MAIN_PART, lambda body, rng: (jc := a(body, "jc", rng)).addnext(element("jc", val="left"))),
    "run in body": (MAIN_PART, lambda body, rng: body.insert(rng.randrange(len(body)), element("r"))), "p in p": (MAIN_PART, put_in("p", -1, "p")),
    "table in run": (MAIN_PART, put_in("r", -1, "tbl")), "unknown element": (MAIN_PART, put_in("p", -1, "paragraph")), "p in run": (MAIN_PART, put_in("r", -1, "p")),
    "text in p": (MAIN_PART, put_in("p", -1, "t")), "cell without p": (MAIN_PART, lambda body, rng: [(c := a(body, "tc", rng)).remove(e) for e in list(c) if e.tag == w("p")]),
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
RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = f'<w:tc xmlns:w="{W}"><w:p/></w:tc>'.encode()
TABLE = f'<w:tbl xmlns:w="{W}"><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.encode()
LINK = f'<w:hyperlink xmlns:w="{W}" xmlns:r="{RID[1:-3]}" r:id="rId99"/>'.encode()
DRAWING = (
    f'<w:drawing xmlns:w="{W}"><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="図"/></wp:inline></w:drawing>'
).encode()


def test_the_draft_that_is_corrupted_is_sound() -> None:
    assert audit(rich()) == []
    assert len(MUTATIONS) >= 30


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_fault_is_found_wherever_it_stands(name: str) -> None:
    part, mutation = MUTATIONS[name]
    for seed in range(4):
        assert codes(mutated(mutation, part, seed)), f"{name} at place {seed}"


PACKAGE_FAULTS: dict[str, Callable[[dict[str, bytes]], object]] = {
    "part without type": lambda parts: parts.update({"word/media/a.xyz": b"x"}),
    "part missing": lambda parts: parts.pop("word/styles.xml"),
    "wrong type": lambda parts: replace(parts, "[Content_Types].xml", b"wordprocessingml.styles+xml", b"wordprocessingml.settings+xml"),
    "relationship doubled": lambda parts: replace(parts, "word/_rels/document.xml.rels", b'Id="rId2"', b'Id="rId1"'),
    "wrong root": lambda parts: parts.update({"word/settings.xml": parts["word/styles.xml"]}),
    "no main part": lambda parts: replace(parts, "_rels/.rels", b"/officeDocument\"", b"/other\""),
    "rels of no part": lambda parts: parts.update({"word/_rels/gone.xml.rels": parts["word/_rels/document.xml.rels"]}),
    "prefix not declared": lambda parts: replace(parts, MAIN_PART, b"<w:document ", b'<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w99" '),
    "not well-formed": lambda parts: replace(parts, MAIN_PART, b"</w:body>", b""),
    "control character": lambda parts: replace(parts, MAIN_PART, b"</w:t>", b"&#11;</w:t>"),
    "not UTF-8": lambda parts: replace(parts, MAIN_PART, "脚".encode(), "脚".encode("cp932")) or replace(parts, MAIN_PART, "章".encode(), "章".encode("cp932")),
}  # fmt: skip


def replace(parts: dict[str, bytes], part: str, old: bytes, new: bytes) -> None:
    assert old in parts[part], f"{old!r} is not in {part}" if part != MAIN_PART or old[:1] == b"<" else ""
    parts[part] = parts[part].replace(old, new, 1)


@pytest.mark.parametrize("name", PACKAGE_FAULTS)
def test_a_fault_of_the_package_is_found(name: str) -> None:
    parts = read_package(sound(), "a")
    PACKAGE_FAULTS[name](parts)
    assert codes(write_package(parts))
