"""The comments of a reviewer's file: at which address each stands, or where in words; and as rows of the ledger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from drafting.comments import Comment as Row
from drafting.comments import Reply
from drafting.issued import IssuedText
from drafting.patterns import lazy_pattern
from drafting.review.outcome import Mapped, Remark
from drafting.word.reading import Comment, Document, extent_text, quoted_text
from drafting.word.reading.values import Extent, Paragraph, Position, StoryKind

_NEAR = 30
_HEADINGS = ("heading", "見出し", "章題", "節題")
_NOWHERE = "文中に印のないコメント"
_WHEN = lazy_pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})")


class _Places(NamedTuple):
    """What is looked up for each comment, made once: the texts of addresses in their order, paragraphs by w:p, headings above."""

    ends: tuple[Position, ...]
    texts: tuple[tuple[Extent, str], ...]
    by_source: dict[int, int]
    headings: tuple[str, ...]


def remarks_of(document: Document, names: Mapping[str, IssuedText]) -> tuple[Remark, ...]:
    """The comments in their order; `names` are the bookmarks of the record."""
    places = _places(document, names)
    return tuple(
        Remark(
            document.name, _address(comment, names, places), quoted_text(document, comment), _issued(document, comment),
            _where(document, comment, places), comment,
        )
        for comment in document.comments
    )  # fmt: skip


def _places(document: Document, names: Mapping[str, IssuedText]) -> _Places:
    texts = sorted((each.accepted, names[each.name].address) for each in document.bookmarks if each.name in names)
    by_source: dict[int, int] = {}
    headings: list[str] = []
    heading = ""
    for i, paragraph in enumerate(document.accepted):
        for source in paragraph.sources:
            by_source.setdefault(source, i)
        if paragraph.text and paragraph.style.lower().startswith(_HEADINGS):
            heading = _printed(paragraph)
        headings.append(heading if paragraph.story.kind is StoryKind.BODY else "")
    return _Places(tuple(extent.end for extent, _ in texts), tuple(texts), by_source, tuple(headings))


def _printed(paragraph: Paragraph) -> str:
    label = paragraph.numbering.label if paragraph.numbering else ""
    words = f"{label}{paragraph.text}".replace("\t", " ").replace("\n", " ")
    return words if len(words) <= _NEAR else f"{words[:_NEAR]}…"


def _address(comment: Comment, names: Mapping[str, IssuedText], places: _Places) -> str:
    """The innermost address around the mark of the comment, else the first whose text the passage touches: Word puts
    the mark behind the bookmark where the whole text is selected."""
    for name in reversed(comment.bookmarks):
        if name in names:
            return names[name].address
    if comment.accepted is None or comment.accepted.start == comment.accepted.end:
        return ""
    start, end = comment.accepted
    at = bisect_right(places.ends, start)
    return places.texts[at][1] if at < len(places.texts) and places.texts[at][0].start < end else ""


def _issued(document: Document, comment: Comment) -> str:
    """The passage in the draft as it was handed out: nobody's changes make another of it."""
    was = extent_text(document.rejected, comment.rejected) if comment.rejected else ""
    return was or quoted_text(document, comment)


def _where(document: Document, comment: Comment, places: _Places) -> str:
    """「第2　審議の経過」の「本委員会は」のあたり."""
    at = comment.accepted.start.paragraph if comment.accepted else places.by_source.get(comment.paragraph, -1)
    if at < 0 or not document.accepted:
        return _NOWHERE
    at = min(at, len(document.accepted) - 1)
    story = document.accepted[at].story
    while at > 0 and not document.accepted[at].text and document.accepted[at - 1].story == story:
        at -= 1
    near, heading = _printed(document.accepted[at]), places.headings[at]
    room = "" if story.kind is StoryKind.BODY else f"{story.kind.value}{story.number or ''}の"
    return f"{f'「{heading}」の' if heading not in ('', near) else ''}{room}「{near}」のあたり"


def ledger_rows(mapped: Mapped, file: str) -> tuple[Row, ...]:
    """The comments of a file as rows of the ledger, answers with what they answer; ids are given there. `file` is its name there."""
    remarks = {remark.comment.id: remark for remark in mapped.remarks}
    threads: dict[str, list[Remark]] = {}
    roots: dict[str, str] = {}
    for remark in mapped.remarks:
        threads.setdefault(_root(remark.comment, remarks, roots), []).append(remark)
    return tuple(_row(root, thread, mapped.build, file) for root, thread in threads.items())


def _root(comment: Comment, remarks: Mapping[str, Remark], known: dict[str, str]) -> str:
    """The id of the comment that began the thread, of one in a circle any that is met twice; `known` keeps what was found."""
    way: dict[str, None] = {}
    while comment.id not in known and comment.id not in way and comment.parent is not None and comment.parent in remarks:
        way[comment.id] = None
        comment = remarks[comment.parent].comment
    root = known.get(comment.id, comment.id)
    known.update(dict.fromkeys((*way, comment.id), root))
    return root


def _row(root: str, thread: Sequence[Remark], build: str, file: str) -> Row:
    first = next(one for one in thread if one.comment.id == root)
    comment = first.comment
    replies = (Reply(one.comment.author, _when(one.comment.date), one.comment.text) for one in thread if one is not first)
    return Row(
        "", comment.author, _when(comment.date), first.address or first.where, first.issued, comment.text, tuple(replies),
        comment.resolved, file=file, build=build,
    )  # fmt: skip


def _when(written: str) -> str:
    """Date and time of Word without the seconds, which not every program keeps; "" for what is no time."""
    match = _WHEN.match(written)
    try:
        datetime.fromisoformat(match[0] if match else "")
    except ValueError:
        return ""
    return f"{match[1]} {match[2]}" if match else ""
