"""The vocabulary of WordprocessingML: names, escaping, runs, fields, names of bookmarks.

Everything here turns values into XML text. Body text is joined from strings and not built of
elements: that is five times as fast and needs a third of the memory on a large report.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from lxml import etree

from drafting.draft import Anchor, Lined, Span
from drafting.patterns import lazy_pattern

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

Element = Any  # lxml carries no types

# ECMA-376 17.16.2: a bookmark name has at most 40 characters. Word compares them without case.
NAME_LIMIT = 40
_HASH_DIGITS = 12
# Only such keys stay readable: under case folding and "." → "_" no two of them become one name.
_PLAIN_KEY = lazy_pattern(r"(?:[A-Z]+[0-9]+|[a-z]+)(?:\.(?:[0-9]*[a-z][a-z0-9]*|[0-9]+))*")
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = lazy_pattern("([\n\t])")
_BREAK_XML = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_BOLD, _DOTS, _YELLOW = "<w:b/><w:bCs/>", '<w:em w:val="dot"/>', '<w:highlight w:val="yellow"/>'
_LINES = {"": ("", ""), Lined.THROUGH: ("<w:strike/>", ""), Lined.UNDER: ("", '<w:u w:val="single"/>')}
_PROPERTIES = {
    (strong, dots, marked, lined): f"{_BOLD * strong}{through}{_YELLOW * marked}{under}{_DOTS * dots}"
    for strong in (False, True)
    for dots in (False, True)
    for marked in (False, True)
    for lined, (through, under) in _LINES.items()
}
# By strong, emphasis, marked and lined, in the order of 17.3.2.28
_RUN_FORMAT = {look: f"<w:rPr>{properties}</w:rPr>" if properties else "" for look, properties in _PROPERTIES.items()}


def w(name: str) -> str:
    """The name of a w: element or attribute as lxml spells it."""
    return f"{{{W}}}{name}"


def parse_xml(data: bytes) -> Element:
    """The root of a part of the package; no entity is resolved and no network used.

    Raises lxml's XMLSyntaxError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def serialize(root: Element) -> bytes:
    """The bytes of a part of the package."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def escape(text: str) -> str:
    """`text` for XML content or an attribute.

    Raises ValueError for characters that XML 1.0 forbids, and for "\\r", which would come
    back as "\\n": both are refused where files are read, with their position.
    """
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"XML に書けない文字 U+{ord(found[0]):04X} があります（{found.start() + 1} 文字目）。")
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def text_xml(text: str) -> str:
    """`text` as it stands in a run: w:t with w:br for "\\n" and w:tab for "\\t"."""
    if "\n" not in text and "\t" not in text:
        return _plain_text(text)
    return "".join(_BREAK_XML.get(part) or _plain_text(part) for part in _BREAKS.split(text))


def _plain_text(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text != text.strip() or "  " in text else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def run_xml(span: Span) -> str:
    """The run of a span, "" when it has no text. 傍点 stand for emphasis: Japanese has no italics."""
    if not span.text:
        return ""
    return f"<w:r>{run_look(span)}{text_xml(span.text)}</w:r>"


def run_look(span: Span) -> str:
    """The w:rPr of a span, "" for plain text."""
    return _RUN_FORMAT[span.strong, span.emphasis, span.marked, span.lined]


def field_xml(instruction: str, result: str, attributes: str = "") -> str:
    """A complex field (17.16.18) with the text that it shows until Word works it out anew."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{attributes}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>{text_xml(result)}</w:r>{FIELD_END}'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmark_name(prefix: str, key: str, occurrence: int = 1) -> str:
    """A name for a bookmark, the same for the same key and different for different keys.

    At most 40 characters of [A-Za-z0-9_]. Readable where that is safe; else a readable
    part and a hash of the key. "__" stands only before an occurrence or a hash.
    """
    suffix = "" if occurrence == 1 else f"__{occurrence}"
    name = f"{prefix}{key.replace('.', '_')}{suffix}"
    if _PLAIN_KEY.fullmatch(key) and len(name) <= NAME_LIMIT:
        return name
    digest = sha256(f"{key}\0{occurrence}".encode()).hexdigest()
    tail = f"__h{digest[:_HASH_DIGITS]}"
    readable = re.sub("[^A-Za-z0-9]+", "_", key).strip("_")
    return f"{prefix}{readable}"[: NAME_LIMIT - len(tail)].rstrip("_") + tail


def anchor_name(anchor: Anchor) -> str:
    """The bookmark around the text of `anchor`: "R1.body" → "d_R1_body", again → "d_R1_body__2"."""
    return bookmark_name("d_", anchor.address, anchor.occurrence)


def block_name(identifier: str) -> str:
    """The bookmark of the block with this id, the aim of cross-references."""
    return bookmark_name("r_", identifier)


WIDEST = 1.25  # what `columns` says of one letter at most


def columns(text: str) -> float:
    """About how many full-width characters wide `text` is; counted in C, not by character."""
    return (len(text) + len(text.encode("utf-8", "replace"))) / 4


def longest_line(text: str) -> float:
    """The width of the widest line of `text` in full-width characters."""
    return max(map(columns, text.split("\n"))) if "\n" in text else columns(text)
