"""On which page each heading is: read from the bookmarks of a PDF that a layout engine made of our file.

Only what LibreOffice writes is understood (plain objects, `/Outlines` with a direct `/Dest`,
ISO 32000-1 12.3.3); of anything else nothing is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.draft import Draft, Heading, Pages, SectionBreak
from drafting.patterns import lazy_pattern

_OBJECT = lazy_pattern(rb"(?<!\d)(\d+) 0 obj\s*(<<.*?>>)\s*endobj", re.DOTALL)
_KIDS = lazy_pattern(rb"/Type\s*/Pages\b.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_TITLE = lazy_pattern(rb"/Title\s*<FEFF([0-9A-Fa-f]*)>")
_DEST = lazy_pattern(rb"/Dest\s*\[\s*(\d+) 0 R")
_NUMBER = lazy_pattern(rb"(\d+) 0 R")


def read_pages(pdf: bytes, draft: Draft) -> dict[str, int] | None:
    """The printed page number of each heading by its id, or None if the bookmarks are not those of the draft.

    Where a section counts from 1, its first heading is taken to stand on its first page: our
    templates begin a section with one.
    """
    outline = list(_outline(pdf))
    headings = [block for block in draft.blocks if isinstance(block, Heading)]
    if len(outline) != len(headings):
        return None
    titles = ["".join(span.text for span in heading.spans) for heading in headings]
    if any(not _plain(found).endswith(_plain(title)) for (found, _), title in zip(outline, titles, strict=True)):
        return None
    physical = iter(page for _, page in outline)
    pages: dict[str, int] = {}
    offset: int | None = None
    for block in draft.blocks:
        if isinstance(block, SectionBreak) and block.pages is Pages.FROM_ONE:
            offset = None
        elif isinstance(block, Heading):
            page = next(physical)
            if offset is None:
                offset = 1 - page
            pages[block.id] = page + offset
    return pages


def _outline(pdf: bytes) -> Iterator[tuple[str, int]]:
    """Title and physical page (from 1) of each bookmark, in the order of the document."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    kids = _KIDS.search(pdf)
    order = {int(number): page for page, number in enumerate(_NUMBER.findall(kids[1]), 1)} if kids else {}
    waiting = [number for number in [_link(pdf, b"Outlines")] if number]
    waiting = [_link(objects.get(number, b""), b"First") for number in waiting]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        body = objects.get(number, b"")
        if not body or number in seen:
            continue
        seen.add(number)
        title, aim = _TITLE.search(body), _DEST.search(body)
        if title and aim and int(aim[1]) in order:
            yield bytes.fromhex(title[1].decode()).decode("utf-16-be", "replace"), order[int(aim[1])]
        waiting += [_link(body, b"Next"), _link(body, b"First")]


def _link(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb"\s+(\d+) 0 R", body)
    return int(found[1]) if found else 0


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
