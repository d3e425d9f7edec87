"""The build id that our writer puts into a draft that is handed out (docProps/custom.xml)."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.word.package import BUILD_PROPERTY, open_package
from drafting.word.reading.related import root_of

_PART = "docProps/custom.xml"


def read_build(data: bytes, name: str) -> str:
    """The build id of a Word file, "" where it has none. Raises what `read_document` raises."""
    return _build_of(open_package(data, name), name)


def _build_of(parts: Mapping[str, bytes], name: str) -> str:
    part = next((each for each in parts if each.lower() == _PART.lower()), None)
    if part is None:
        return ""
    for prop in root_of(parts, part, name):
        if prop.get("name") == BUILD_PROPERTY:
            return "".join(str(text) for text in prop.itertext()).strip()
    return ""
