"""The record of what is handed out, and the id that ties a Word file to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from hashlib import sha256
from itertools import groupby
from typing import Any

from drafting.draft import Anchor, Draft, Heading, Paragraph, Spans, Table, all_spans
from drafting.issued import HOLE, Issued, IssuedText
from drafting.model import Format

_DIGITS = 16


def make_record(draft: Draft, form: Format, reference: bytes, issued: Issued) -> Issued:
    """`issued` (all but texts and build) with the texts of the draft and the build id.

    The id is a hash of all that decides what the Word file says and how it looks, so the same
    content always has the same id, on any day and machine.
    """
    named = replace(issued, texts=tuple(issued_texts(draft)), frame=tuple(issued_frame(draft)))
    content = json.dumps([draft, form, named, sha256(reference).hexdigest()], default=_values, ensure_ascii=False)
    return replace(named, build=sha256(content.encode("utf-8")).hexdigest()[:_DIGITS])


def _values(value: Any) -> list[Any]:
    """A dataclass or member of an Enum as the list of its values, with its name: blocks of one content may differ in kind."""
    if isinstance(value, Enum):
        return [type(value).__name__, value.value]
    return [type(value).__name__, *(getattr(value, field.name) for field in fields(value))]


def issued_texts(draft: Draft) -> Iterator[IssuedText]:
    """The text of each placement in the order of the document, notes last."""
    for anchor, group in groupby(_pieces(draft), lambda piece: piece[0]):
        paragraphs = [piece[1:] for piece in group]
        joined = "".join(("\n" if new and number else "") + text for number, (text, new) in enumerate(paragraphs))
        yield IssuedText(anchor.address, anchor.occurrence, joined)


def issued_frame(draft: Draft) -> Iterator[str]:
    """What the template holds of each paragraph that has words of its own, with a hole where a text from YAML stands."""
    for block in draft.blocks:
        if isinstance(block, Heading | Paragraph):
            yield from _framed(getattr(block, "bullet", ""), block.spans)
        elif isinstance(block, Table):
            for cell in (cell for row in (block.head, *block.rows) for cell in row):
                yield from _framed("", cell)
    for note in draft.notes:
        yield from _framed("", note)


def _framed(bullet: str, spans: Spans) -> Iterator[str]:
    pieces = [bullet]
    before = None
    for span in spans:
        if span.anchor is None:
            pieces.append(span.text)
        elif span.anchor != before:
            pieces.append(HOLE)
        before = span.anchor
    text = "".join(pieces)
    if text.strip():
        yield text


def _pieces(draft: Draft) -> Iterator[tuple[Anchor, str, bool]]:
    """Anchor, text, and whether the text begins a paragraph, of each anchored span."""
    for spans in all_spans(draft):
        new = True
        for span in spans:
            if span.anchor:
                yield span.anchor, span.text, new
                new = False
