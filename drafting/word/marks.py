"""Bookmarks and comments of one document while it is written: around texts from YAML, around blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafting.draft import Anchor, Span, Spans, Tracked
from drafting.problems import DraftingError, Place, Problem
from drafting.word.document import anchor_name, field_xml, run_look, run_xml
from drafting.word.ruby import has_ruby, ruby_xml, split_ruby
from drafting.word.tracked import Revisions, revised


@dataclass
class Marks:
    """What must stay unique in a document, and the anchor that is open at the moment.

    `names` gives the bookmark of each block that can be referred to, by its id, `remarks` the
    number of the comment on an anchor; `slot` is the index of the empty piece where the
    bookmark of the open anchor ends, unless its text goes on. Footnote n has the w:id
    n - 1 + `first_note`; `notes` are the footnotes in the order of their marks. Readings become
    ruby over characters of `ruby` half-points, unless that is 0.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    first_note: int = 1
    remarks: Mapping[Anchor, int] = field(default_factory=dict)
    ruby: int = 0
    open: Anchor | None = None
    slot: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)
    revisions: Revisions = field(default_factory=Revisions)


def write_spans(pieces: list[str], spans: Spans, marks: Marks) -> None:
    """Append the runs of a paragraph to `pieces`, with its bookmarks, links and note marks.

    Neighbouring spans of one anchor share a bookmark, across paragraphs and cells too, so
    the bookmark may stay open: `close` ends it where its text ended.
    """
    for span in spans:
        if span.anchor != marks.open and (span.anchor or span.text):
            close(pieces, marks)
            if span.anchor:
                marks.open = span.anchor
                pieces.append(bookmark_start(anchor_name(span.anchor), marks) + _remark_start(marks))
        pieces.append(_linked(span, marks))
        if span.note:
            pieces.append(_note_mark(span, marks))
        if span.anchor:
            marks.slot = len(pieces)
            pieces.append("")


def close(pieces: list[str], marks: Marks) -> None:
    """End the bookmark of the open anchor after the last piece of its text."""
    if marks.open:
        pieces[marks.slot] = bookmark_end(anchor_name(marks.open), marks) + _remark_end(marks)
        marks.open = None


def _remark_start(marks: Marks) -> str:
    number = marks.remarks.get(marks.open) if marks.remarks and marks.open else None
    return "" if number is None else f'<w:commentRangeStart w:id="{number}"/>'


def _remark_end(marks: Marks) -> str:
    number = marks.remarks.get(marks.open) if marks.remarks and marks.open else None
    if number is None:
        return ""
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def bookmark_start(name: str, marks: Marks) -> str:
    """w:bookmarkStart (ECMA-376 17.13.6.2); a name that stands already is a bug of the caller."""
    key = name.lower()
    if key in marks.numbers:
        message = f"内部の誤り: しおり「{name}」が二度使われました。開発者に知らせてください。"
        raise DraftingError(Problem("W902", message, Place("")))
    marks.numbers[key] = len(marks.numbers) + 1
    return f'<w:bookmarkStart w:id="{marks.numbers[key]}" w:name="{name}"/>'


def bookmark_end(name: str, marks: Marks) -> str:
    """w:bookmarkEnd of the bookmark of this name, which has been started."""
    return f'<w:bookmarkEnd w:id="{marks.numbers[name.lower()]}"/>'


def _linked(span: Span, marks: Marks) -> str:
    """The run of a span; a cross-reference leads to its block, where that block has an id."""
    with_ruby = marks.ruby and span.tracked != Tracked.DELETED and has_ruby(span.text)
    run = revised(_ruby_runs(span, marks.ruby) if with_ruby else run_xml(span), span.tracked, marks.revisions)
    if run and (name := marks.names.get(span.target)):
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{run}</w:hyperlink>'
    return run


def _ruby_runs(span: Span, size: int) -> str:
    return "".join(
        ruby_xml(text, reading, run_look(span), size) if reading else run_xml(span._replace(text=text))
        for text, reading in split_ruby(span.text)
    )


def _note_mark(span: Span, marks: Marks) -> str:
    """The mark of a footnote. Word allows one mark a note, so later ones refer to the first."""
    note, name = span.note, f"_Note{span.note}"
    if name.lower() in marks.numbers:
        runs = field_xml(f"NOTEREF {name} \\f \\h", str(marks.notes.index(note) + 1))
        return revised(runs, span.tracked, marks.revisions)
    start = bookmark_start(name, marks)
    marks.notes.append(note)
    mark = '<w:vertAlign w:val="superscript"/>'
    run = f'<w:r><w:rPr>{mark}</w:rPr><w:footnoteReference w:id="{note - 1 + marks.first_note}"/></w:r>'
    return start + revised(run, span.tracked, marks.revisions) + bookmark_end(name, marks)
