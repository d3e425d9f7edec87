"""Cross-references, places and the contents: filled in once all numbers are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from drafting.draft import Block, Contents, ContentsEntry, Heading, Paragraph, Span, Spans, Table
from drafting.render.inline import PLACE, refuse

_CONTENTS_LEVELS = 3
_NOWHERE = "―"


class Known(NamedTuple):
    """What a reference may name: the numbers of headings and the places of recommendations, by their ids; which ids there are."""

    numbers: Mapping[str, str]
    places: Mapping[str, str]
    template: str
    marked: Set[str] = frozenset()


def resolve(blocks: Sequence[Block], known: Known) -> tuple[Block, ...]:
    """The blocks with cross-references and the table of contents filled in. Raises TemplateError T024."""
    blocks = [_with_numbers(block, known) for block in blocks]
    entries = tuple(
        ContentsEntry(block.level, block.number, "".join(span.text for span in block.spans), block.id)
        for block in blocks
        if isinstance(block, Heading) and block.level <= _CONTENTS_LEVELS
    )
    return tuple(Contents(entries) if isinstance(block, Contents) else block for block in blocks)


def _with_numbers(block: Block, known: Known) -> Block:
    if isinstance(block, Heading | Paragraph):
        if any(span.target for span in block.spans):
            return replace(block, spans=numbered(block.spans, known))
    elif isinstance(block, Table):
        head = tuple(numbered(cell, known) for cell in block.head)
        rows = tuple(tuple(numbered(cell, known) for cell in row) for row in block.rows)
        return replace(block, head=head, rows=rows)
    return block


def numbered(spans: Spans, known: Known) -> Spans:
    """The spans with the number of its target in each cross-reference, and each place as it is printed. Raises TemplateError T024."""
    if not any(span.target for span in spans):
        return spans
    return tuple(_filled(span, known) if span.target else span for span in spans)


def _filled(span: Span, known: Known) -> Span:
    if span.text == PLACE:
        target = span.target if span.target in known.marked else ""
        return span._replace(text=known.places.get(span.target, _NOWHERE), target=target)
    return span if span.text else span._replace(text=_number_of(span.target, known))


def _number_of(target: str, known: Known) -> str:
    if target not in known.numbers:
        refuse(known.template, "T024", f"「{target}」の番号を載せようとしましたが、その見出しがこの文書にありません。")
    return known.numbers[target]
