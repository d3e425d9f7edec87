"""Links and cross-references within the document: the bookmark that each names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafting.word.audit.finding import Finding
from drafting.word.audit.package import Package
from drafting.word.document import NAME_LIMIT, Element, R, w

_LINK, _BOOKMARK, _FIELD, _SIMPLE, _CODE = w("hyperlink"), w("bookmarkStart"), w("fldChar"), w("fldSimple"), w("instrText")
_TOKEN = re.compile(r'\\[^\s"]|"[^"]*"|[^\s"]+')
_REFERENCES = ("REF", "PAGEREF", "NOTEREF")
_SETTING = ("SET", "ASK")  # they make the bookmark that they name
_TOP = ("_top", "_parent")  # places that every document has
_CURE_LINK = "リンクを付け直すか、「リンクの削除」で外してください。"
_CURE_REFERENCE = "目次なら更新し、相互参照なら挿入し直してください。"


class _Field(NamedTuple):
    """A field where it begins, and its instruction, token by token."""

    element: Element
    tokens: list[str]


def link_findings(package: Package) -> Iterator[Finding]:
    """D116: links and cross-references whose bookmark is not there."""
    fields = {part: list(_fields(elements)) for part, elements in package.elements.items()}
    known = {_key(e.get(w("name"), "")) for elements in package.elements.values() for e in elements if e.tag == _BOOKMARK}
    known |= {_key(_argument(f)) for found in fields.values() for f in found if _keyword(f) in _SETTING} | set(_TOP)
    for part, elements in package.elements.items():
        for element in elements:
            if element.tag == _LINK and f"{{{R}}}id" not in element.attrib:
                yield from _link(part, element, element.get(w("anchor"), ""), known)
        for field in fields[part]:
            if _keyword(field) == "HYPERLINK":
                yield from _link(part, field.element, _place_within(field), known)
            elif _keyword(field) in _REFERENCES and (name := _argument(field)) and _key(name) not in known:
                message = f"参照先のしおり「{name}」がありません（更新するか印刷すると「エラー!」と出ます）"
                yield Finding("D116", part, field.element, message, cure=_CURE_REFERENCE)


def _link(part: str, element: Element, name: str, known: set[str]) -> Iterator[Finding]:
    if name and _key(name) not in known:
        yield Finding("D116", part, element, f"リンクの飛び先のしおり「{name}」がありません", cure=_CURE_LINK)


def _key(name: str) -> str:
    """Word keeps 40 characters of a name and compares them without case."""
    return name[:NAME_LIMIT].lower()


def _fields(elements: list[Element]) -> Iterator[_Field]:
    """The fields of a part. What a field within the instruction will give is not known: those are left out."""
    stack: list[tuple[Element, list[str]] | None] = []
    for element in elements:
        if element.tag == _SIMPLE:
            yield _Field(element, _TOKEN.findall(element.get(w("instr"), "")))
        elif element.tag == _CODE and stack and stack[-1] is not None:
            stack[-1][1].append(element.text or "")
        elif element.tag == _FIELD:
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                if stack and stack[-1] is not None and stack[-1][1]:
                    stack[-1][1].append('"')
                stack.append((element, []))
            elif stack:
                if stack[-1] is not None:
                    yield _Field(stack[-1][0], _TOKEN.findall("".join(stack[-1][1])))
                stack[-1] = None
                if kind == "end":
                    stack.pop()


def _keyword(field: _Field) -> str:
    return field.tokens[0].upper() if field.tokens else ""


def _argument(field: _Field) -> str:
    """The first word of an instruction behind its keyword that is no switch."""
    return next((token.strip('"') for token in field.tokens[1:] if not token.startswith("\\")), "")


def _place_within(field: _Field) -> str:
    """The bookmark that HYPERLINK goes to in this document, "" where it leads out of it."""
    tokens = field.tokens
    switch = next((at for at, token in enumerate(tokens) if token.lower() == "\\l"), 0)
    address = tokens[1].strip('"') if len(tokens) > 1 and not tokens[1].startswith("\\") else ""
    if address:
        return address[1:] if address.startswith("#") else ""
    return tokens[switch + 1].strip('"') if switch and switch + 1 < len(tokens) else ""
