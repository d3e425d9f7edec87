"""A draft with what changed since an issue marked, address by address. Pure.

Only texts at addresses are compared: they are what the secretariat and the committee write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import NamedTuple

from drafting.differences import Piece, Side, compare_texts
from drafting.draft import Anchor, Block, Draft, Heading, PageBreak, Paragraph, Span, Spans, Table, Tracked
from drafting.editions.record import issued_texts
from drafting.issued import Issued, IssuedText

_TRACKED = {Side.BOTH: "", Side.OLD: Tracked.DELETED, Side.NEW: Tracked.INSERTED}


class Since(NamedTuple):
    """A marked draft; the issued texts that have no place in it any more; the addresses whose changes cannot be marked."""

    draft: Draft
    gone: tuple[IssuedText, ...]
    unmarked: tuple[str, ...]


class _Comparison(NamedTuple):
    """The anchors that were issued, and of each text that changed the pieces still to come."""

    issued: frozenset[Anchor]
    pieces: dict[Anchor, list[Piece]]


def mark_since(draft: Draft, issued: Issued) -> Since:
    """The draft with tracked changes: accepting all gives its own texts, rejecting all those of `issued`.

    A heading or paragraph all of whose texts are new is inserted as a whole. What stood at an
    address that the draft does not print is told as gone.
    """
    old = {Anchor(text.address, text.occurrence): text.text for text in issued.texts}
    new = {Anchor(text.address, text.occurrence): text.text for text in issued_texts(draft)}
    changed = [anchor for anchor, text in new.items() if anchor in old and old[anchor] != text]
    scattered = _scattered(draft)
    pieces = {anchor: compare_texts(old[anchor], new[anchor])[::-1] for anchor in changed if anchor not in scattered}
    comparison = _Comparison(frozenset(old), pieces)
    pairs = zip_longest(draft.blocks, draft.blocks[1:])
    blocks = tuple(made for block, following in pairs for made in _block(comparison, block, following))
    notes = tuple(_spans(comparison, note)[0] for note in draft.notes)
    gone = tuple(text for text in issued.texts if Anchor(text.address, text.occurrence) not in new)
    unmarked = tuple(dict.fromkeys(anchor.address for anchor in changed if anchor in scattered))
    return Since(replace(draft, blocks=blocks, notes=notes), gone, unmarked)


def _scattered(draft: Draft) -> frozenset[Anchor]:
    """The anchors whose text goes on in another cell, note or block that does not follow: there a change of lines cannot be marked."""
    homes: dict[Anchor, tuple[int, int]] = {}
    found = set()
    for place, spans in _places(draft):
        for anchor in {span.anchor for span in spans if span.anchor}:
            if anchor in homes and (place[1] or homes[anchor] != (place[0] - 1, 0)):
                found.add(anchor)
            homes[anchor] = place
    return frozenset(found)


def _places(draft: Draft) -> Iterator[tuple[tuple[int, int], Spans]]:
    """The spans of each paragraph with its place: the number of its block, and of its cell (0 outside of tables)."""
    for number, block in enumerate(draft.blocks):
        if isinstance(block, Heading | Paragraph):
            yield (number, 0), block.spans
        elif isinstance(block, Table):
            cells = (cell for row in (block.head, *block.rows) for cell in row)
            yield from (((number, cell), spans) for cell, spans in enumerate(cells, 1))
    yield from (((-2, note), spans) for note, spans in enumerate(draft.notes, 1))


def _block(comparison: _Comparison, block: Block, following: Block | None) -> Iterator[Block]:
    if isinstance(block, Table):
        rows = tuple(tuple(_spans(comparison, cell)[0] for cell in row) for row in (block.head, *block.rows))
        yield replace(block, head=rows[0], rows=rows[1:])
    elif isinstance(block, Heading | Paragraph):
        if _all_new(comparison, block.spans):
            # Before a table or a new section the end of a paragraph cannot go
            mark = Tracked.INSERTED if isinstance(following, Heading | Paragraph | PageBreak) else ""
            yield replace(block, spans=_inserted(block.spans), mark=mark)
        else:
            spans, mark = _spans(comparison, block.spans)
            yield from _split(block, spans, mark) if isinstance(block, Paragraph) else (replace(block, spans=spans, mark=mark),)
    else:
        yield block


def _all_new(comparison: _Comparison, spans: Spans) -> bool:
    anchors = {span.anchor for span in spans if span.anchor}
    return bool(anchors) and not anchors & comparison.issued


def _inserted(spans: Spans) -> Spans:
    return tuple(span._replace(tracked=Tracked.INSERTED) for span in spans)


def _spans(comparison: _Comparison, spans: Spans) -> tuple[Spans, str]:
    """The spans of a paragraph, tracked, and what became of its end."""
    found: list[Span] = []
    mark = ""
    for anchor, group in groupby(spans, key=lambda span: span.anchor):
        if anchor is None or (anchor in comparison.issued and anchor not in comparison.pieces):
            found += group
        elif anchor not in comparison.issued:
            found += _inserted(tuple(group))
        else:
            coming = comparison.pieces[anchor]
            last = Span("", anchor)
            for last in group:
                found += _taken(last, coming)
            found += _gone(last, coming)
            mark = _TRACKED[_take(coming, 1).side] if coming else ""
    return tuple(found), mark


def _taken(span: Span, coming: list[Piece]) -> Iterator[Span]:
    """A span of the draft in the pieces it is made of, what is gone before them."""
    left = len(span.text)
    if not left:
        yield span
    while left:
        yield from _gone(span, coming)
        piece = _take(coming, left)
        left -= len(piece.text)
        yield span._replace(text=piece.text, tracked=_TRACKED[piece.side])


def _gone(span: Span, coming: list[Piece]) -> Iterator[Span]:
    """What is gone at this point, in the look of the span it stands by."""
    while coming and coming[-1].side is Side.OLD:
        yield span._replace(text=coming.pop().text, target="", note=0, tracked=Tracked.DELETED)


def _take(coming: list[Piece], most: int) -> Piece:
    """The next piece (they come from the end of the list), at most so many letters of it."""
    piece = coming.pop()
    if len(piece.text) > most:
        coming.append(piece._replace(text=piece.text[most:]))
    return piece._replace(text=piece.text[:most])


def _split(block: Paragraph, spans: Iterable[Span], mark: str) -> Iterator[Paragraph]:
    """The paragraph, ended where a line end is gone: one paragraph more until that is accepted."""
    part: list[Span] = []
    for span in spans:
        if span.tracked != Tracked.DELETED:
            part.append(span)
            continue
        lines = span.text.split("\n")
        for line in lines[:-1]:
            yield replace(block, spans=(*part, span._replace(text=line)), mark=Tracked.DELETED)
            block, part = replace(block, bullet="", id=""), []
        if lines[-1]:
            part.append(span._replace(text=lines[-1]))
    yield replace(block, spans=tuple(part), mark=mark)
