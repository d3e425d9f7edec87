"""A file that came back, read against its record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafting.draft import Anchor
from drafting.issued import read_issued
from drafting.review.mapping import map_review
from drafting.review.outcome import Mapped, Reviewed, Trouble
from drafting.word.document import anchor_name, w
from drafting.word.reading import read_document


def mapped(root: Path, data: bytes) -> Mapped:
    path = next((root / "outputs/issued").glob("*.json"))
    return map_review(Reviewed(read_document(data, "戻り.docx"), read_issued(path.read_bytes(), path.name)))


def troubles(one: Mapped) -> dict[str, Trouble | None]:
    return {each.address: each.trouble for each in one.found if each.trouble}


def bookmark(root: Any, address: str) -> tuple[Any, Any]:
    name = anchor_name(Anchor(address, 1))
    start = next(each for each in root.iter(w("bookmarkStart")) if each.get(w("name")) == name)
    end = next(each for each in root.iter(w("bookmarkEnd")) if each.get(w("id")) == start.get(w("id")))
    return start, end
