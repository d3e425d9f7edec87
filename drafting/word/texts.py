"""Reading texts back: what a reader of the file sees, paragraph by paragraph."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from lxml import etree

from drafting.draft import Contents, Draft, Heading, Paragraph, Spans, Table, Tracked
from drafting.word.contents import entry_text
from drafting.word.document import w
from drafting.word.package import MAIN_PART, read_package
from drafting.word.ruby import RUBY, ruby_text
from drafting.word.table import has_head

_PARAGRAPH, _RUN = w("p"), w("r")
_MARKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_TEXT, _DELETED = w("t"), w("del")
_INSIDE = (_TEXT, RUBY, *_MARKS)
_DONE = (_PARAGRAPH, w("tr"))


def read_texts(data: bytes) -> list[str]:
    """The text of every paragraph of the body of a .docx, in order; cells stand row by row.

    A line break is "\\n", a tab "\\t". Numbers that Word counts itself are not in it.
    """
    return list(paragraph_texts(read_package(data, "docx")[MAIN_PART]))


def paragraph_texts(part: bytes) -> Iterator[str]:
    """The text of every paragraph of a part that we wrote (none in another); one row or paragraph is in memory at a time."""
    pieces: list[str] = []
    for _, each in etree.iterparse(io.BytesIO(part), tag=(*_INSIDE, *_DONE)):
        tag = each.tag
        if tag == _TEXT:
            pieces.append(each.text or "")
        elif tag in _DONE:
            if tag == _PARAGRAPH:
                yield "".join(pieces)
                pieces = []
            each.clear()
            around = each.getparent()
            while each.getprevious() is not None:
                del around[0]
        elif tag == RUBY:  # ends behind its word and its reading
            inside = sum(1 for _ in each.iter(_TEXT))
            pieces[len(pieces) - inside :] = [ruby_text(each)]
        elif each.getparent().tag == _RUN and each.getparent().getparent().tag != _DELETED:  # w:tab is also a tab stop
            pieces.append(_MARKS[tag])


def draft_texts(draft: Draft, pages: Mapping[str, int]) -> Iterator[str]:
    """What `paragraph_texts` must give for a draft, but for empty paragraphs. What is deleted is not in it."""
    seen: list[int] = []
    for block in draft.blocks:
        if isinstance(block, Paragraph):
            yield block.bullet + _text(block.spans, seen)
        elif isinstance(block, Heading):
            yield _text(block.spans, seen)
        elif isinstance(block, Contents):
            yield from (entry_text(entry, str(pages.get(entry.id, ""))) for entry in block.entries)
        elif isinstance(block, Table):
            rows = (block.head, *block.rows) if has_head(block) else block.rows
            yield from (_text(cell, seen) for row in rows for cell in row)


def _text(spans: Spans, seen: list[int]) -> str:
    """The text of a paragraph. A second mark of a footnote prints its number as text."""
    pieces = []
    for span in spans:
        if span.tracked == Tracked.DELETED:
            continue
        pieces.append(span.text)
        if span.note in seen:
            pieces.append(str(seen.index(span.note) + 1))
        elif span.note:
            seen.append(span.note)
    return "".join(pieces)
