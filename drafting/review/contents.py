"""The table of contents in a reviewer's file: Word makes its lines anew, and where tracking is on it tracks that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafting.patterns import lazy_pattern
from drafting.review.forms import solid
from drafting.word.reading import ChangeKind, Document, StoryKind
from drafting.word.reading.values import Paragraph

_STYLES = ("toc", "contents")  # as Word and LibreOffice call them
_PAGE = lazy_pattern(r"[0-9０-９ivxIVX-]*$")
_ADDING = (ChangeKind.INSERTION, ChangeKind.MOVE_TO)


def is_contents(paragraph: Paragraph) -> bool:
    """True for a line of the table of contents."""
    return paragraph.style.lower().startswith(_STYLES)


def changes_in_contents(document: Document) -> Iterator[int]:
    """The changes that are nobody's, by number: those in lines of the contents. One that adds words is left out where
    the line names no paragraph of the file: somebody typed that."""
    paragraphs = (*document.accepted, *document.rejected)
    lines = {source for one in paragraphs if is_contents(one) for source in one.sources}
    lines -= {source for one in paragraphs if not is_contents(one) for source in one.sources}
    if not lines:
        return
    named = {words for one in paragraphs if one.story.kind is StoryKind.BODY and not is_contents(one) for words in _names(one)}
    made = lines.intersection(source for one in document.accepted if is_contents(one) and _is_made(one, named) for source in one.sources)
    for number, change in enumerate(document.changes):
        if change.kind is not ChangeKind.FORMATTING and change.paragraph in (made if change.kind in _ADDING else lines):
            yield number


def strange_lines(document: Document, issued: Iterable[str]) -> Iterator[str]:
    """The lines of the contents that name nothing, typed with tracking off; `issued` are all words of the draft that was handed out.

    A line of the old contents may have an old number before its words.
    """
    named = {words for one in document.accepted if not is_contents(one) for words in _names(one)}
    old = tuple({solid(line) for text in issued for line in text.split("\n")} - {""})
    typed = {change.paragraph for change in document.changes if change.kind is not ChangeKind.FORMATTING}
    for line in document.accepted:
        words = _PAGE.sub("", solid(line.text))
        if is_contents(line) and words and not typed.intersection(line.sources) and not _is_made(line, named) and not words.endswith(old):
            yield line.text


def _names(paragraph: Paragraph) -> Iterator[str]:
    yield solid(paragraph.text)
    if paragraph.numbering:
        yield solid(paragraph.numbering.label + paragraph.text)


def _is_made(line: Paragraph, named: set[str]) -> bool:
    words = solid(line.text)
    return words in named or _PAGE.sub("", words) in named
