"""The running heads and feet of a Word file, as its reader reads them: what is compared when the file comes back."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafting.patterns import lazy_pattern
from drafting.word.document import Element, W, parse_xml, serialize, w
from drafting.word.furniture import FURNITURE
from drafting.word.package import MAIN_PART, open_package, write_package
from drafting.word.reading.reader import read_document
from drafting.word.reading.values import StoryKind

_EDGES = (StoryKind.HEADER, StoryKind.FOOTER)
_KEPT = lazy_pattern(r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/document\.xml\.rels|word/styles\.xml")
_NO_BODY = f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode()
_CHAR, _SIMPLE, _CODE, _TEXT = w("fldChar"), w("fldSimple"), w("instrText"), w("t")
_SHOWN = (_TEXT, w("tab"), w("br"), w("cr"), w("noBreakHyphen"), w("sym"))
_COUNTING = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"))
# Their results are typed by hand, or drawn by Word without one
_TYPED = frozenset(("HYPERLINK", "MACROBUTTON", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "EQ", "SYMBOL", "ADVANCE", ""))


def edge_forms(data: bytes, name: str, number: str, words: str) -> Iterator[str]:
    """Each paragraph with words, `number` in the place of what Word counts and `words` of what it looks up elsewhere.

    Raises as `read_document` does.
    """
    parts = {part: content for part, content in open_package(data, name).items() if FURNITURE.fullmatch(part) or _KEPT.fullmatch(part)}
    for part in filter(FURNITURE.fullmatch, parts):
        root = parse_xml(parts[part])
        _mark_fields(root, number, words)
        parts[part] = serialize(root)
    document = read_document(write_package(parts | {MAIN_PART: _NO_BODY}), name)
    for paragraph in document.rejected:
        if paragraph.story.kind in _EDGES and (text := paragraph.text.strip()):
            yield text


def _mark_fields(root: Element, number: str, words: str) -> None:
    """Put a mark in the place of the result of each outermost field."""
    for field in list(root.iter(_SIMPLE)):
        if mark := _mark(field.get(w("instr"), ""), number, words):
            field[:] = [_run(mark)]
    depth, code, shown = 0, "", list[Element]()
    for each in list(root.iter(_CHAR, _CODE, *_SHOWN)):
        kind = each.get(w("fldCharType")) if each.tag == _CHAR else ""
        if kind == "begin":
            depth += 1
            if depth == 1:
                code, shown = "", []
        elif kind == "end" and depth:
            depth -= 1
            if depth == 0 and (mark := _mark(code, number, words)):
                for one in shown:
                    one.getparent().remove(one)
                each.addnext(_run(mark)[0])
        elif depth == 1 and each.tag == _CODE:
            code += each.text or ""
        elif depth and each.tag in _SHOWN:
            shown.append(each)


def _mark(code: str, number: str, words: str) -> str:
    """The mark for a field with this instruction; "" where its result is typed."""
    kind = (code.split() or [""])[0].upper()
    return number if kind in _COUNTING else "" if kind in _TYPED else words


def _run(text: str) -> Element:
    run = etree.Element(w("r"))
    etree.SubElement(run, _TEXT).text = text
    return run
