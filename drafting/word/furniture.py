"""The running heads and feet of a Word file (ECMA-376 17.10): their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.word.document import Element, parse_xml, w
from drafting.word.package import read_package

_FURNITURE = re.compile(r"word/(?:header|footer)[^/]*\.xml")
_TEXT, _FIELD, _SIMPLE = w("t"), w("fldChar"), w("fldSimple")
_BLANKS = {w("tab"), w("br"), w("cr")}


def furniture_texts(data: bytes, name: str) -> Iterator[str]:
    """The words of each paragraph of the running heads and feet of a Word file. Raises as `read_package` does."""
    for paragraph in _paragraphs(data, name):
        yield "".join(text.text or "" for text in paragraph.iter(_TEXT))


def furniture_forms(data: bytes, name: str, hole: str) -> Iterator[str]:
    """The same with `hole` for the result of each field: a page number is not the same on two pages. Paragraphs without words are left out."""
    for paragraph in _paragraphs(data, name):
        pieces: list[str] = []
        depth = 0
        for each in paragraph.iter(_TEXT, _FIELD, _SIMPLE, *_BLANKS):
            if each.tag == _FIELD:
                kind = each.get(w("fldCharType"))
                depth += {"begin": 1, "end": -1}.get(str(kind), 0)
                if kind == "end" and depth == 0:
                    pieces.append(hole)
            elif each.tag == _SIMPLE:
                pieces.append(hole)
            elif depth or any(True for _ in each.iterancestors(_SIMPLE)):
                continue
            elif each.tag == _TEXT:
                pieces.append(each.text or "")
            elif each.getparent().tag == w("r"):
                pieces.append(" ")
        if text := "".join(pieces).strip():
            yield text


def _paragraphs(data: bytes, name: str) -> Iterator[Element]:
    for part, content in read_package(data, name).items():
        if _FURNITURE.fullmatch(part):
            yield from parse_xml(content).iter(w("p"))
