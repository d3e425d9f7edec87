"""A reviewer's file and the record of its draft → what became of the text of each address.

Only a text whose bookmark stands there once, with words in it, is read as an edit. All else is
said as it is (`Trouble`): nothing that is missing is taken for deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.draft import Anchor
from drafting.issued import NO_RECORD, IssuedText
from drafting.review.arrivals import Homes, is_shown
from drafting.review.contents import changes_in_contents
from drafting.review.doubts import whole_rows
from drafting.review.finding import Index, Placement, find_text, index_of, untracked
from drafting.review.frame import changed_edges, changed_frame
from drafting.review.orders import changed_order
from drafting.review.outcome import Found, Mapped, Reviewed, Unplaced
from drafting.review.remarks import remarks_of
from drafting.review.restore import restore_bookmarks
from drafting.review.widen import widen_bookmarks
from drafting.word.document import anchor_name
from drafting.word.reading import Change, ChangeKind, Document, extent_text
from drafting.word.reading.values import Bookmark, Extent, Position

_NEAR = 30


def map_review(reviewed: Reviewed) -> Mapped:
    """What became of each placement of the record in the file, what stands outside of all, and the comments."""
    issued = reviewed.issued
    names = {anchor_name(Anchor(each.address, each.occurrence)): each for each in issued.texts}
    document = widen_bookmarks(restore_bookmarks(reviewed.document, names), issued, names)
    index = index_of(document, names, frozenset(text.strip() for text in issued.frame))
    homes: dict[str, tuple[Found, Extent | None]] = {}
    placed: set[int] = set()
    for name, placement in zip(names, _placements(index, names), strict=True):
        _, extent = homes[name] = find_text(index, placement)
        if extent and placement.bookmarks and extent != placement.bookmarks[0].accepted:
            placed.update(_at_the_edges(index, placement.bookmarks[0], extent))
    contents = frozenset(changes_in_contents(document))
    return Mapped(
        document.name,
        issued.build,
        tuple(whole_rows([one for one, _ in homes.values()])),
        (
            *_unplaced(document, homes, contents.union(placed)),
            *changed_frame(document, issued, names),
            *changed_edges(document, issued),
            *changed_order(index, {name: names[name] for name, (one, _) in homes.items() if not one.trouble}),
        ),
        remarks_of(document, names),
        sum(change.kind is ChangeKind.FORMATTING for change in document.changes),
        len(contents),
    )


def map_unknown(document: Document) -> Mapped | None:
    """A file that was not handed out by us: its changes and comments by place. None where nothing in it speaks of a review."""
    mapped = map_review(Reviewed(document, NO_RECORD))
    marks: dict[str, list[Bookmark]] = {}
    for bookmark in document.bookmarks:
        if not bookmark.name.startswith("_"):  # Word's own
            marks.setdefault(bookmark.name, []).append(bookmark)
    if not (marks or document.changes or document.comments or document.unread):
        return None
    doubled = [group for group in marks.values() if len(group) > 1]
    return replace(mapped, unplaced=(*mapped.unplaced, *(_doubled(document, group) for group in doubled)))


def _doubled(document: Document, marks: Sequence[Bookmark]) -> Unplaced:
    words = "／".join(extent_text(document.accepted, each.accepted) for each in marks)
    return Unplaced(document.name, untracked(document.name), "文章の複写（どれを使うか確かめてください）", words, _where(document, marks[0].accepted.start))


def _placements(index: Index, names: Mapping[str, IssuedText]) -> Iterator[Placement]:
    """Each text of the record with its bookmarks and the paragraphs between which it stood."""
    order = list(names)
    where = [index.bookmarks[name][0].accepted.start.paragraph if len(index.bookmarks.get(name, ())) == 1 else None for name in order]
    after = len(index.document.accepted)
    ends: list[int] = []
    for at in reversed(where):
        ends.append(after)
        after = at if at is not None else after
    before = 0
    for name, at, end in zip(order, where, reversed(ends), strict=True):
        yield Placement(names[name], tuple(index.bookmarks.get(name, ())), tuple(index.inside.get(name, ())), (before, end))
        before = at if at is not None else before


def _at_the_edges(index: Index, bookmark: Bookmark, extent: Extent) -> Iterator[int]:
    """The changes that typed what the extent takes in beyond the bookmark, by number."""
    sources = {
        source
        for i in range(extent.start.paragraph, extent.end.paragraph + 1)
        for source in index.document.accepted[i].sources
    }
    for source in sources:
        for number in index.by_source.get(source, ()):
            at = index.document.changes[number].accepted
            if extent.start <= at <= bookmark.accepted.start or bookmark.accepted.end <= at <= extent.end:
                yield number


def _unplaced(document: Document, homes: Homes, placed: frozenset[int]) -> Iterator[Unplaced]:
    """What belongs to no address. A paragraph mark that went with the words before it is no change of its own."""
    before: Change | None = None
    for number, change in enumerate(document.changes):
        home = number in placed or is_shown(change, homes)
        if change.kind is ChangeKind.FORMATTING or home:
            before = change if home else before
            continue
        if before and not change.words.strip("\n") and change[:3] == before[:3] and change.paragraph == before.paragraph:
            continue
        yield Unplaced(document.name, change.author, change.kind.value, change.words, _where(document, change.accepted, change.words))


def _where(document: Document, position: Position, words: str = "") -> str:
    """The words around a place, or those of the paragraph before it; whole new paragraphs (`words`) do not tell where they are."""
    at = min(position.paragraph, len(document.accepted) - 1)
    if at >= 0 and (anchor := document.accepted[at].story.anchor) >= 0 and not document.accepted[at].story.box:  # of a note
        at = next((i for i, each in enumerate(document.accepted) if anchor in each.sources), at)
    new = words.split("\n") if "\n" in words else ()
    while at >= 0 and (not document.accepted[at].text or document.accepted[at].text in new):
        at -= 1
    return document.accepted[at].text[:_NEAR] if at >= 0 else ""
