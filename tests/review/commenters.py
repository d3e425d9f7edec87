"""Comments put into a draft that we handed out, in XML written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lxml import etree
from reviewers import DOCUMENT, runs

from drafting.word.document import W, parse_xml, w
from drafting.word.package import read_package, write_package

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {
    "comments": ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", _KIND + "comments+xml"),
    "commentsExtended": ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", _KIND + "commentsExtended+xml"),
}


class Said(NamedTuple):
    """A comment on the first words of an address ("" for the heading 審議の経過), or an answer to the comment `to` by number."""

    author: str
    text: str
    address: str = ""
    to: int | None = None
    done: bool = False
    date: str = "2026-01-20T10:00:00Z"


def commented(data: bytes, *said: Said) -> bytes:
    """The file with these comments; it has none before."""
    parts = dict(read_package(data, "照会.docx"))
    body = parse_xml(parts[DOCUMENT])
    comments = etree.Element(w("comments"), nsmap={"w": W, "w14": _W14})
    threads = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15})
    for number, one in enumerate(said):
        _comment(comments, number, one)
        thread = etree.SubElement(threads, f"{{{_W15}}}commentEx")
        thread.set(f"{{{_W15}}}paraId", f"{number + 1:08X}")
        if one.to is not None:
            thread.set(f"{{{_W15}}}paraIdParent", f"{one.to + 1:08X}")
        else:
            _marked(body, number, runs(body, one.address)[:1] if one.address else _heading(body))
        thread.set(f"{{{_W15}}}done", str(int(one.done)))
    parts[DOCUMENT] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    _add(parts, "comments", comments)
    _add(parts, "commentsExtended", threads)
    return write_package(parts)


def _comment(comments: Any, number: int, one: Said) -> None:
    element = etree.SubElement(comments, w("comment"), {w("id"): str(number), w("author"): one.author, w("date"): one.date})
    for line in one.text.split("\n"):
        paragraph = etree.SubElement(element, w("p"), {f"{{{_W14}}}paraId": f"{number + 1:08X}"})
        etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = line


def _heading(body: Any) -> list[Any]:
    return [next(run for run in body.iter(w("r")) if "".join(run.itertext()) == "審議の経過" and run.getparent().tag == w("p"))]


def _marked(body: Any, number: int, passage: Sequence[Any]) -> None:
    parent, first = passage[0].getparent(), passage[0]
    at = parent.index(first)
    parent.insert(at, etree.Element(w("commentRangeStart"), {w("id"): str(number)}))
    mark = etree.Element(w("r"))
    etree.SubElement(mark, w("commentReference"), {w("id"): str(number)})
    parent.insert(at + 2, etree.Element(w("commentRangeEnd"), {w("id"): str(number)}))
    parent.insert(at + 3, mark)


def _add(parts: dict[str, bytes], name: str, root: Any) -> None:
    relation, kind = _PARTS[name]
    parts[f"word/{name}.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    override = f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    link = f'<Relationship Id="rId{name}" Type="{relation}" Target="{name}.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link.encode())
