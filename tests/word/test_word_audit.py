"""The checker of Word files: each fault is found, and a sound file has none."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import OpenXmlValidator
from word_build import REFERENCE, draft, h, needs_office, p, table, write
from word_mutations import MUTATIONS, PACKAGE_FAULTS, element, mutated, mutated_xml, rich, sound

from drafting.draft import Heading, PageBreak
from drafting.model import Format
from drafting.problems import DraftingError, Problem, Severity
from drafting.word.audit import MOST, audit_word
from drafting.word.audit.attributes import ATTRIBUTES
from drafting.word.audit.schema import MODELS, REPEATED
from drafting.word.audit.types import WORDS, is_of_type
from drafting.word.document import parse_xml, w
from drafting.word.package import MAIN_PART, read_package, write_package
from drafting.word.writer import write_word

CASES = Path(__file__).parents[3] / "shared" / "bad-input" / "cases"
CORRUPT = sorted(CASES.glob("X*.docx"))
REVIEWED = sorted(path for path in CASES.glob("R[0-9]*.docx"))
# These are faulty: a text box that stands in no shape, a name of two bookmarks, one id for all revisions.
REALLY_FAULTY = {"R16": {"D104"}, "R26": {"D108"}, "R28": {"D108"}}
ALWAYS = "A required relationship type"



def audit(data: bytes) -> list[Problem]:
    return list(audit_word(data, "a.docx"))


def codes(data: bytes) -> set[str]:
    try:
        return {problem.code for problem in audit(data) if problem.severity is Severity.ERROR}
    except DraftingError as error:
        return {problem.code for problem in error.problems}


@pytest.mark.skipif(not CASES.exists(), reason="the folder shared/bad-input is absent")
def test_there_are_cases() -> None:
    assert len(CORRUPT) > 20 and len(REVIEWED) > 15


@pytest.mark.parametrize("path", CORRUPT, ids=lambda path: path.stem)
def test_a_corrupt_file_is_flagged_and_no_less_than_openxml_audit_does(path: Path) -> None:
    found = audit(path.read_bytes())
    assert found and all(problem.severity is Severity.ERROR for problem in found)
    theirs = [e.description for e in OpenXmlValidator().validate(path).errors if not e.description.startswith(ALWAYS)]
    assert found or not theirs


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
    assert 1 < len(found) <= MOST + 1
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


def test_the_names_of_attributes_are_those_of_the_schema() -> None:
    names = {attribute["QName"] for kind in sdk()["Types"] for attribute in kind.get("Attributes", ())}
    assert {name[2:] for name in names if name.startswith("w:")} <= ATTRIBUTES


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
        ("half points", "21", True), ("half points", "10.5", False), ("half points", "-2", False), ("half points", "10.5pt", True), ("half points", "9999", False), ("kerning", "0", True), ("count", "99999999999", False),
        ("color", "auto", True), ("color", "FF0000", True), ("color", "red", False), ("color", "#FF0000", False), ("color", "F00", False),
        ("date", "2025-12-01T09:00:00Z", True), ("date", "2025-12-01T09:00:00+09:00", True), ("date", "2025-02-30T09:00:00Z", False),
        ("date", "令和7年", False), ("on-off", "はい", False), ("on-off", "true", True), ("number", "1.5", False), ("width", "50%", True),
        ("hex 8", "00AB12CD", True), ("hex 8", "AB", False), ("number", "", False),
    ],
)  # fmt: skip
def test_a_value_is_of_its_type(kind: str, value: str, right: bool) -> None:
    assert is_of_type(value, kind) is right


# --- each fault put into a sound draft at a random place must be found


def test_the_draft_that_is_corrupted_is_sound() -> None:
    assert audit(rich()) == []
    assert len(MUTATIONS) >= 30


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_fault_is_found_wherever_it_stands(name: str) -> None:
    part, mutation = MUTATIONS[name]
    for seed in range(4):
        assert audit(mutated(mutation, part, seed)), f"{name} at place {seed}"


@pytest.mark.parametrize("name", PACKAGE_FAULTS)
def test_a_fault_of_the_package_is_found(name: str) -> None:
    parts = read_package(sound(), "a")
    PACKAGE_FAULTS[name](parts)
    assert codes(write_package(parts))


def test_a_field_that_other_programs_write_is_no_more_than_a_warning() -> None:
    data = mutated_xml(rich(), MAIN_PART, lambda root: next(root.iter(w("bookmarkStart"))).set(w("name"), "_heading=h.gjdgxs"))
    assert [(problem.code, problem.severity) for problem in audit(data)] == [("D109", Severity.WARNING)]


def test_what_stands_in_the_fallback_of_an_alternative_is_not_counted_twice() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    alternative = f"""<w:p xmlns:w="{w('')[1:-1]}" xmlns:mc="{mc}" xmlns:wps="urn:wps"><w:r><mc:AlternateContent>
    <mc:Choice Requires="wps"><w:pict><w:txbxContent><w:p><w:bookmarkStart w:id="77" w:name="box"/><w:bookmarkEnd w:id="77"/></w:p>
    </w:txbxContent></w:pict></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:bookmarkStart w:id="77" w:name="box"/>
    <w:bookmarkEnd w:id="77"/></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
    assert audit(mutated_xml(sound(), MAIN_PART, lambda root: root[0].insert(0, parse_xml(alternative.encode())))) == []
