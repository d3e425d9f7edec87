"""The running heads and feet of a Word file (ECMA-376 17.10): their words."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.patterns import lazy_pattern
from drafting.word.document import parse_xml, w
from drafting.word.package import read_package

FURNITURE = lazy_pattern(r"word/(?:header|footer)[^/]*\.xml")


def furniture_texts(data: bytes, name: str) -> Iterator[str]:
    """The words of each paragraph of the running heads and feet of a Word file. Raises as `read_package` does."""
    for part, content in read_package(data, name).items():
        if FURNITURE.fullmatch(part):
            yield from ("".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in parse_xml(content).iter(w("p")))
