"""The text of one placement in a reviewer's file, and who changed what in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from drafting.differences import Hunk, changes, course_of, touching
from drafting.issued import IssuedText
from drafting.review.doubts import doubt_of, in_roll, lost_lines, unread_in
from drafting.review.extents import Sources, offset_in, sources_of, with_edges
from drafting.review.forms import printed, printed_with_ruby, shows_ruby, without_indents
from drafting.review.lists import signed_text, signs_of
from drafting.review.outcome import Found, Trouble
from drafting.word.reading import Change, ChangeKind, Document, extent_text
from drafting.word.reading.values import Bookmark, Extent, Position, UnreadKind

ADDING = (ChangeKind.INSERTION, ChangeKind.MOVE_TO)


class Index(NamedTuple):
    """A file, made ready: bookmarks and changes by name, numbers of changes by w:p, where addresses begin, paragraphs
    that belong to no address by their text, those among them that neither YAML nor template put there, lists that the draft had, and how
    much more often each paragraph stands there than it was issued."""

    document: Document
    sources: Sources
    bookmarks: dict[str, list[Bookmark]]
    inside: dict[str, list[Change]]
    by_source: dict[int, list[int]]
    starts: list[Position]
    loose: dict[str, list[int]]
    strange: frozenset[int]
    lists: frozenset[str]
    spare: Counter[str]


class Placement(NamedTuple):
    """A text of the record, its bookmarks, the changes in them, between which paragraphs it should stand."""

    issued: IssuedText
    bookmarks: tuple[Bookmark, ...]
    changes: tuple[Change, ...]
    between: tuple[int, int]


def untracked(file: str) -> str:
    """Who is named for a change that was made with tracking off."""
    return f"変更履歴なし（{file}）"


def author_of(author: str, file: str) -> str:
    """The name on a change; where it was removed, the file's."""
    return author or f"氏名なし（{file}）"


def index_of(document: Document, names: Mapping[str, IssuedText], frame: Container[str] = frozenset()) -> Index:
    """The index of a file; `names` are the bookmarks of its record, `frame` is what its template holds."""
    bookmarks: dict[str, list[Bookmark]] = {}
    taken: set[int] = set()
    for bookmark in document.bookmarks:
        if bookmark.name in names:
            bookmarks.setdefault(bookmark.name, []).append(bookmark)
            start, end = bookmark.accepted
            taken.update(range(start.paragraph, end.paragraph + 1) if start != end else ())
    inside: dict[str, list[Change]] = {}
    by_source: dict[int, list[int]] = {}
    for number, change in enumerate(document.changes):
        by_source.setdefault(change.paragraph, []).append(number)
        for name in change.bookmarks:
            inside.setdefault(name, []).append(change)
    loose: dict[str, list[int]] = {}
    for i, paragraph in enumerate(document.accepted):
        if i not in taken and paragraph.text:
            loose.setdefault(paragraph.text, []).append(i)
    starts = sorted({each.accepted.start for group in bookmarks.values() for each in group})
    strange = frozenset(i for text, found in loose.items() if frame and text.strip() not in frame for i in found)
    issued = Counter(line for text in names.values() for line in text.text.split("\n"))
    spare = Counter(each.text for each in document.accepted if each.text)
    spare.subtract(issued)
    lists = frozenset(each.numbering.list for each in document.accepted if each.numbering and each.text in issued)
    return Index(document, sources_of(document), bookmarks, inside, by_source, starts, loose, strange, lists, spare)


def find_text(index: Index, placement: Placement) -> tuple[Found, Extent | None]:
    """What became of a text, and its extent where it has one."""
    document = index.document
    issued = placement.issued
    marks = placement.bookmarks
    whole = Found(issued.address, issued.occurrence, document.name, issued.text, "")
    if len(marks) != 1:
        return _without_home(index, placement, whole), None
    extent = with_edges(document, index.sources, marks[0], index.starts)
    signs = signs_of(document, extent, issued.text, index.lists)
    accepted, rejected = signed_text(document, extent, signs), extent_text(document.rejected, marks[0].rejected)
    ruby = shows_ruby(issued.text, accepted, rejected) and any(unread_in(document, extent, UnreadKind.RUBY))
    base = (printed_with_ruby if ruby else printed)(issued.text).text
    now, was = without_indents(printed(accepted).text, base), printed(rejected).text
    edits = [each for each in placement.changes if each.kind is not ChangeKind.FORMATTING]
    whole = whole._replace(issued=base, accepted=now, ruby=ruby, authors=_authors(edits, document.name))
    if not was and any(each.kind is ChangeKind.MOVE_TO for each in edits):
        return whole._replace(trouble=Trouble.MOVED, instead=now), extent
    if now == base:
        return _doubted(index, extent, whole), extent
    if not now:
        return _emptied(index, placement, whole, was, edits), extent
    edges = [document.changes[number] for number in _edge_numbers(index, extent)] if extent != marks[0].accepted else []
    hunks = _attributed(index, extent, whole, was, [*edits, *edges], signs)
    return _doubted(index, extent, whole._replace(hunks=tuple(hunks))), extent


def _doubted(index: Index, extent: Extent, whole: Found) -> Found:
    """The text with its hunks, or with what speaks against taking them."""
    trouble = doubt_of(index.document, extent, whole)
    if trouble is None and not in_roll(whole) and any(_stands(index, extent, line) for line in lost_lines(whole, untracked(whole.file))):
        trouble = Trouble.SHIFTED
    if trouble is None:
        return whole
    who = dict.fromkeys(name for _, names in whole.hunks for name in names)
    return whole._replace(trouble=trouble, instead=whole.accepted, authors=tuple(who) or whole.authors, hunks=())


def _stands(index: Index, extent: Extent, line: str) -> bool:
    """True if a paragraph that is gone from a text stands elsewhere, or may stand beside it in other words."""
    if index.spare.get(line, -1) >= 0:
        return True
    paragraphs = index.document.accepted
    (first, _), (last, _) = extent
    return any(at in index.strange and paragraphs[at].cell == paragraphs[first].cell for at in (first - 1, last + 1))


def _authors(edits: list[Change], file: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(author_of(each.author, file) for each in edits))


def _edge_numbers(index: Index, extent: Extent) -> Iterator[int]:
    paragraphs = index.document.accepted[extent.start.paragraph : extent.end.paragraph + 1]
    for source in sorted({source for paragraph in paragraphs for source in paragraph.sources}):
        for number in index.by_source.get(source, ()):
            if extent.start <= index.document.changes[number].accepted <= extent.end:
                yield number


def _without_home(index: Index, placement: Placement, whole: Found) -> Found:
    """A bookmark that is not there, or more than once."""
    if placement.bookmarks:
        texts = [extent_text(index.document.accepted, each.accepted) for each in placement.bookmarks]
        return whole._replace(trouble=Trouble.DOUBLED, instead="／".join(texts))
    return _elsewhere(index, placement, whole, placement.issued.text) or whole._replace(trouble=Trouble.LOST)


def _elsewhere(index: Index, placement: Placement, whole: Found, text: str) -> Found | None:
    """The text outside of every bookmark: as it was if it stands where it should, else moved."""
    lines = printed(text).text.split("\n")
    paragraphs = index.document.accepted
    for at in index.loose.get(lines[0], ()):
        if [each.text for each in paragraphs[at : at + len(lines)]] == lines:
            first, last = placement.between
            if first <= at <= last:
                return whole._replace(accepted=whole.issued)
            return whole._replace(trouble=Trouble.MOVED, instead=text)
    return None


def _emptied(index: Index, placement: Placement, whole: Found, was: str, edits: list[Change]) -> Found:
    if any(each.kind is ChangeKind.MOVE_FROM for each in edits):
        return whole._replace(trouble=Trouble.MOVED)
    if stands := _elsewhere(index, placement, whole, whole.issued):
        return stands
    if was == whole.issued and edits:
        return whole._replace(trouble=Trouble.DELETED)
    position = placement.bookmarks[0].accepted.start
    there = index.document.accepted[position.paragraph].text if position.paragraph < len(index.document.accepted) else ""
    return whole._replace(trouble=Trouble.EMPTIED, instead=there)


def _attributed(
    index: Index, extent: Extent, whole: Found, was: str, edits: list[Change], signs: Mapping[int, str]
) -> Iterator[tuple[Hunk, tuple[str, ...]]]:
    """Each hunk of issued → accepted with those whose tracked changes touch it."""
    file = index.document.name
    spots = sorted((*_spot(index, extent, each, signs), author_of(each.author, file)) for each in edits)
    firsts = [first for first, _, _ in spots]
    reach = [*accumulate((last for _, last, _ in spots), max)]
    everyone = dict.fromkeys(author for _, _, author in spots)
    silent = course_of(changes(whole.issued, was) if was != whole.issued else [])
    shift = 0
    for hunk in changes(whole.issued, whole.accepted):
        start, end = hunk.start + shift, hunk.start + shift + len(hunk.text)
        shift += len(hunk.text) - (hunk.end - hunk.start)
        near = spots[bisect_left(reach, start) : bisect_right(firsts, end)]
        who = [author for _, last, author in near if last >= start]
        low, high = touching(silent, hunk.start, hunk.end)
        if low < high or not everyone:
            who.append(untracked(file))
        yield hunk, tuple(dict.fromkeys(who or everyone))


def _spot(index: Index, extent: Extent, change: Change, signs: Mapping[int, str]) -> tuple[int, int]:
    """From which letter to which of the accepted text a change goes."""
    start = offset_in(index.sources, extent, change.accepted)
    start += sum(len(sign) for at, sign in signs.items() if at <= change.accepted.paragraph)
    return start, start + (len(change.words) if change.kind in ADDING else 0)
