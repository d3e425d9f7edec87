"""Edits that would read well and still be wrong: what the file shows beside its letters says that something else was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.patterns import lazy_pattern
from drafting.review.outcome import Found, Trouble
from drafting.word.reading import Document
from drafting.word.reading.values import Extent, Paragraph, UnreadKind

# A number that the draft prints by itself, typed before a title: 第5　, 提言4　, 3．, （2）. Not 第2期計画
_NUMBERED = lazy_pattern(r"[ 　\t]*(?:(?:第[0-9０-９一二三四五六七八九十]+章?|提言[0-9０-９]+|[0-9０-９]+[.．、]?)[ 　\t]|[0-9０-９]+[.．、]|[(（][0-9０-９]+[)）])")
_ROWS = "committee.members."
_HEADINGS = ("heading", "章題", "節題")


def is_heading(paragraph: Paragraph) -> bool:
    """True for the paragraphs of titles, whoever's style they have."""
    return paragraph.style.lower().startswith(_HEADINGS) or "見出し" in paragraph.style


def doubt_of(document: Document, extent: Extent, whole: Found) -> Trouble | None:
    """Why the text that was found is not taken, though its bookmark stands; None where nothing speaks against it."""
    if any(words in whole.accepted for words in unread_in(document, extent, UnreadKind.STRUCK)):
        return Trouble.STRUCK
    if not whole.hunks:
        return None
    if whole.address.endswith(".title"):
        if "\n" in whole.accepted:
            return Trouble.HEADED
        typed = _NUMBERED.match(whole.accepted) and not _NUMBERED.match(whole.issued)
        return Trouble.NUMBERED if typed else None
    paragraphs = [*_paragraphs(document, extent)]
    if len({each.cell for each in paragraphs}) > 1:
        return Trouble.TABLED
    return Trouble.HEADED if len({is_heading(each) for each in paragraphs}) > 1 else None


def _paragraphs(document: Document, extent: Extent) -> Iterator[Paragraph]:
    """Those of which the extent has words: it may end before the first letter of the next title."""
    (first, begin), (last, end) = extent
    for i in range(first, min(last + 1, len(document.accepted))):
        if document.accepted[i].text[begin if i == first else 0 : end if i == last else None]:
            yield document.accepted[i]


def unread_in(document: Document, extent: Extent, kind: UnreadKind) -> Iterator[str]:
    """The words of the things of a kind in the paragraphs of an extent."""
    things = [each for each in document.unread if each.kind is kind and each.accepted]
    if things:
        sources = {source for paragraph in _paragraphs(document, extent) for source in paragraph.sources}
        yield from (each.words for each in things if each.paragraph in sources)


def lost_lines(whole: Found, silent: str) -> list[str]:
    """The paragraphs of the issued text of which more than half is gone, with tracking off; `silent` is who is named for that.

    Of two paragraphs that end alike a hunk may leave the end of the wrong one.
    """
    found: list[str] = []
    kept = whole.accepted.split("\n")
    end = -1
    for line in whole.issued.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        gone = sum(max(0, min(hunk.end, end) - max(hunk.start, start)) for hunk, who in whole.hunks if silent in who)
        if line not in kept and gone * 2 > len(line):
            found.append(line)
    return found


def in_roll(one: Found) -> bool:
    """True for a cell of the roll of members."""
    return one.address.startswith(_ROWS)


def whole_rows(found: Sequence[Found]) -> Iterator[Found]:
    """The texts; of a row of the roll all cells that were edited are in doubt where one is, or where it got the name of another member.

    Half of a row would give a member the office of somebody else.
    """
    members = [one for one in found if in_roll(one)]
    known = {one.issued for one in members if one.address.endswith(".name")}
    doubted = {_row(one) for one in members if one.trouble or (one.hunks and one.address.endswith(".name") and one.accepted in known)}
    for one in found:
        if one.hunks and _row(one) in doubted:
            who = tuple(dict.fromkeys(name for _, names in one.hunks for name in names))
            one = one._replace(trouble=Trouble.ROW, instead=one.accepted, authors=who, hunks=())
        yield one


def _row(one: Found) -> str:
    return one.address.rpartition(".")[0]
