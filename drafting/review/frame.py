"""What only the template or the reference holds, changed with tracking off: paragraphs that the record does not know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from drafting.issued import HOLE, LOOKED_UP, Issued, IssuedText
from drafting.review.contents import is_contents, strange_lines
from drafting.review.finding import untracked
from drafting.review.outcome import Unplaced
from drafting.word.reading import Document, StoryKind

_READ = (StoryKind.BODY, StoryKind.FOOTNOTE)
_EDGES = (StoryKind.HEADER, StoryKind.FOOTER)
_NEAR = 30
SHOWN = "…"
# As Word counts pages: digits, Roman and Chinese numerals, circled ones, letters, 1-3, - 1 -
_NUMBER = "[0-9０-９A-Za-zⅠ-ⅿ①-⓿〇零一二三四五六七八九十百千 －-]{0,9}?"
_MOST_LETTERS = 60  # of what Word looks up
_WORDS = f".{{0,{_MOST_LETTERS}}}?"
_MOST_FORMS = 2  # in one paragraph


class Frame(NamedTuple):
    """A paragraph by its number, with a hole for each text from YAML, and as it reads."""

    paragraph: int
    text: str
    words: str


def changed_frame(document: Document, issued: Issued, names: Mapping[str, IssuedText]) -> Iterator[Unplaced]:
    """The paragraphs, before all tracked changes, whose words around the texts are not those issued; and those that are gone.

    A text from YAML that lost its bookmark is not said here, a second copy of one is. Records of the first kind
    hold no frame: then nothing is said.
    """
    if not issued.frame:
        return
    left = Counter(text.strip() for text in issued.frame)
    homeless = Counter(_without_home(document, names))
    near = ""
    who = untracked(document.name)
    for _, text, words in frames(document, names):
        if left[text] > 0:
            left[text] -= 1
        elif homeless[text] > 0:
            homeless[text] -= 1
        elif text.replace(HOLE, "").strip():
            yield Unplaced(document.name, who, "書き換え・追加", text.replace(HOLE, SHOWN), near)
        near = words[:_NEAR]
    for line in strange_lines(document, (*issued.frame, *(each.text for each in issued.texts))):
        yield Unplaced(document.name, who, "書き換え・追加", line.replace("\t", "\u3000"), "目次")
    for text in left.elements():
        if text.replace(HOLE, "").strip():
            yield Unplaced(document.name, who, "元の文がない", text.replace(HOLE, SHOWN), "")


def changed_edges(document: Document, issued: Issued) -> Iterator[Unplaced]:
    """The running heads and feet, before all tracked changes, with words that were not issued. One that is gone is not said: a word
    processor drops those that no page shows, and LibreOffice (7.4) writes one twice in a paragraph."""
    if not issued.edges:
        return
    known = re.compile(f"(?:{'|'.join(map(_pattern, issued.edges))}){{1,{_MOST_FORMS}}}")
    most = _MOST_FORMS * (max(map(len, issued.edges)) + _MOST_LETTERS)
    told: set[str] = set()
    for paragraph in document.rejected:
        text = _blanks(paragraph.text)
        if paragraph.story.kind in _EDGES and text and text not in told and (len(text) > most or not known.fullmatch(text)):
            told.add(text)
            yield Unplaced(document.name, untracked(document.name), "書き換え・追加", text, paragraph.story.kind.value)


def _pattern(form: str) -> str:
    """What a head or foot may read like. All that repeats in it is bounded: else to look at a long line could take for ever."""
    numbers = (_WORDS.join(map(re.escape, part.split(LOOKED_UP))) for part in _blanks(form).split(HOLE))
    return _NUMBER.join(numbers)


def _blanks(text: str) -> str:
    return " ".join(text.split())


def _without_home(document: Document, names: Mapping[str, IssuedText]) -> Iterator[str]:
    """The lines of the texts around which no bookmark stands any more."""
    there = {each.name for each in document.bookmarks if each.rejected.start != each.rejected.end}
    for name, issued in names.items():
        if name not in there:
            yield from (line.strip() for line in issued.text.split("\n"))


def frames(document: Document, names: Container[str]) -> Iterator[Frame]:
    """Each paragraph without the changes. Contents are left out: Word makes them."""
    holes: dict[int, list[tuple[int, int | None]]] = {}
    for bookmark in document.bookmarks:
        start, end = bookmark.rejected
        if bookmark.name not in names or start == end:
            continue
        for at in range(start.paragraph, end.paragraph + 1):
            first = start.offset if at == start.paragraph else 0
            holes.setdefault(at, []).append((first, end.offset if at == end.paragraph else None))
    for at, paragraph in enumerate(document.rejected):
        if paragraph.story.kind not in _READ or is_contents(paragraph):
            continue
        pieces, done = [], 0
        for first, last in sorted(holes.get(at, ()), key=lambda hole: hole[0]):
            pieces += [paragraph.text[done:first], HOLE]
            done = last if last is not None else len(paragraph.text)
        text = "".join([*pieces, paragraph.text[done:]]).strip()
        if text:
            yield Frame(at, text, paragraph.text.strip())
