"""Parts as elements: names, Strict namespaces read as the usual ones, what a name stands for."""

from __future__ import annotations

from typing import Any

from lxml import etree

from drafting.word.document import Element, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML = "urn:schemas-microsoft-com:vml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W16SE = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = "http://schemas.openxmlformats.org/"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = ("0", "false", "off")


def parse_part(data: bytes) -> Element:
    """The root of a part, without comments, in the usual ("Transitional") namespaces.

    "Strict" files (ISO/IEC 29500-1) differ in their namespaces only, as far as we read.
    Raises lxml's XMLSyntaxError.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser)
    if _STRICT.encode() in data or _STRICT.encode("utf-16-le") in data or _STRICT.encode("utf-16-be") in data:
        for element in root.iter("*"):
            element.tag = _usual_name(element.tag)
            for name, value in list(element.attrib.items()):
                if name.startswith("{" + _STRICT):
                    del element.attrib[name]
                    element.set(_usual_name(name), value)
    return root


def _usual_name(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return name
    space, _, local = name[1:].partition("}")
    return f"{{{usual_namespace(space)}}}{local}"


def usual_namespace(space: str) -> str:
    """The usual namespace (or type of relationship) for one of Strict; others as they are.

    http://purl.oclc.org/ooxml/drawingml/main → http://schemas.openxmlformats.org/drawingml/2006/main
    """
    if not space.startswith(_STRICT):
        return space
    family, _, rest = space.removeprefix(_STRICT).partition("/")
    return f"{_USUAL}{family}/2006/{rest}"


def value(parent: Any, *path: str) -> str:
    """The w:val of the element at a path of w: names below `parent`, "" if there is none."""
    for name in path:
        parent = None if parent is None else parent.find(w(name))
    return "" if parent is None else str(parent.get(w("val"), ""))


def number(text: str, default: int = 0) -> int:
    """A whole number in an attribute; `default` where there is none."""
    try:
        return int(text)
    except ValueError:
        return default


def is_on(element: Element) -> bool:
    """Whether a switch such as w:b is set (17.17.4): it is unless it says otherwise."""
    return element is not None and element.get(w("val"), "1") not in _OFF


def shown_text(element: Element) -> str:
    """The text of a w:t as Word shows it: blanks at its ends count with xml:space="preserve" only."""
    text = element.text or ""
    if "\n" in text or "\r" in text:
        text = text.replace("\r", " ").replace("\n", " ")
    if text[:1] in (" ", "\t") or text[-1:] in (" ", "\t"):
        space = next((each.get(_SPACE) for each in _upwards(element) if each.get(_SPACE)), "")
        return text if space == "preserve" else text.strip(" \t")
    return text


def _upwards(element: Element) -> Any:
    yield element
    yield from element.iterancestors()
