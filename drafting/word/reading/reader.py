"""Reading a Word file: both its texts, every change, every comment.

`read_document` gives a `Document`; `texts_of` its two texts, `Document.changes` the changes,
`Document.comments` the comments, `quoted_text` what a comment is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.problems import Place, Problem, Severity
from drafting.word.document import Element, w
from drafting.word.package import main_part, open_package
from drafting.word.reading.changes import finished
from drafting.word.reading.comments import read_comments
from drafting.word.reading.inline import look_ahead
from drafting.word.reading.numbering import Lists, read_lists
from drafting.word.reading.ranges import bookmarks_of, extent_text
from drafting.word.reading.related import related_parts, root_of
from drafting.word.reading.state import NoteMark, Reading, Scope
from drafting.word.reading.styles import Styles, read_styles
from drafting.word.reading.values import Comment, Document, Paragraph, Story, StoryKind, Unread, UnreadKind
from drafting.word.reading.views import View
from drafting.word.reading.walk import walk_story

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_NOTES = {StoryKind.FOOTNOTE: ("footnotes", "footnote"), StoryKind.ENDNOTE: ("endnotes", "endnote")}
_EDGES = {StoryKind.HEADER: "header", StoryKind.FOOTER: "footer"}


class Texts(NamedTuple):
    """The text with all changes accepted, and with none."""

    accepted: str
    rejected: str


def read_document(data: bytes, name: str) -> Document:
    """What a Word file says. `name` is the file as messages call it.

    Raises InputError (D001–D015, each its own reason) for what is no plain, whole .docx and
    LimitError for one that is too large.
    """
    parts = open_package(data, name)
    related = related_parts(parts)
    styles = read_styles(_one(parts, related, "styles", name))
    lists = read_lists(_one(parts, related, "numbering", name))
    reading = _reading(styles, lists)
    _read_body(reading, root_of(parts, main_part(parts), name))
    for kind, (relation, tag) in _NOTES.items():
        _read_notes(reading, _one(parts, related, relation, name), kind, tag)
    for kind, relation in _EDGES.items():
        for part in related.get(relation, ()):
            _read_edge(reading, root_of(parts, part, name), Story(kind, part))
    comments: tuple[Comment, ...] = ()
    if (root := _one(parts, related, "comments", name)) is not None:
        texts = _reading(styles, lists)
        look_ahead(texts, root)
        comments = read_comments(root, _one(parts, related, "commentsExtended", name), texts, reading)
        reading.unread += texts.unread
    accepted, rejected = (tuple(view.paragraphs) for view in reading.views)
    changes, bookmarks = finished(reading.changes), bookmarks_of(reading.bookmarks)
    return Document(name, accepted, rejected, changes, comments, bookmarks, tuple(reading.unread))


def _one(parts: Mapping[str, bytes], related: Mapping[str, Sequence[str]], kind: str, name: str) -> Element | None:
    found = related.get(kind, ())
    return root_of(parts, found[0], name) if found else None


def _reading(styles: Styles, lists: Lists) -> Reading:
    return Reading((View(lists), View(lists)), styles, Story(StoryKind.BODY))


def _read_body(reading: Reading, root: Element) -> None:
    look_ahead(reading, root)
    walk_story(reading, root, Scope(), Story(StoryKind.BODY))


def _read_notes(reading: Reading, root: Element | None, kind: StoryKind, tag: str) -> None:
    """The notes of a kind in the order of their marks. A note is there where its mark is."""
    if root is None:
        return
    look_ahead(reading, root)
    notes = {each.get(w("id")): each for each in root.iter(w(tag)) if each.get(w("type")) not in _SEPARATORS}
    for number, mark in enumerate(_first_marks(reading.notes, kind), 1):
        if (note := notes.get(mark.id)) is not None:
            walk_story(reading, note, Scope(mark.shows), Story(kind, mark.id, number, anchor=mark.paragraph))


def _first_marks(marks: Sequence[NoteMark], kind: StoryKind) -> Iterator[NoteMark]:
    """One mark a note: of two (a moved passage holds both) it is there where either is."""
    found: dict[str, NoteMark] = {}
    for mark in marks:
        if mark.kind is kind:
            before = found.get(mark.id, mark)
            shows = (before.shows[0] or mark.shows[0], before.shows[1] or mark.shows[1])
            found[mark.id] = before._replace(shows=shows)
    yield from found.values()


def _read_edge(reading: Reading, root: Element, story: Story) -> None:
    look_ahead(reading, root)
    walk_story(reading, root, Scope(), story)


def texts_of(document: Document) -> Texts:
    """Both texts, a line a paragraph, cells and stories one after the other. Notes, headers and footers without a word are left out."""
    return Texts(_text(document.accepted), _text(document.rejected))


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(each.text for each in paragraphs if each.text or each.story.kind is StoryKind.BODY)


def quoted_text(document: Document, comment: Comment) -> str:
    """The words that a comment is about; those before the changes, if they were deleted."""
    if comment.accepted is None or comment.rejected is None:
        return ""
    now = extent_text(document.accepted, comment.accepted)
    return now or extent_text(document.rejected, comment.rejected)


def unread_problems(document: Document) -> list[Problem]:
    """A warning for each thing in the file that is not in its texts (D020, for readings D021), hidden (D022) or struck (D023)."""
    return [_unread_problem(each, document.name) for each in document.unread]


def _unread_problem(unread: Unread, name: str) -> Problem:
    about = f"「{unread.words}」" if unread.words else ""
    where = f"{unread.story.kind.value}の{unread.paragraph + 1}番目の段落"
    if unread.kind is UnreadKind.RUBY:
        code, message = "D021", f"ふりがな{about}は読み込みませんでした（{where}）。もとの漢字だけを本文とします。"
    elif unread.kind is UnreadKind.HIDDEN:
        code, message = "D022", f"隠し文字{about}があります（{where}）。画面には出ませんが、本文として読みました。"
    elif unread.kind is UnreadKind.STRUCK:
        code, message = "D023", f"{unread.kind.value}{about}があります（{where}）。変更履歴ではないので、残すものとして読みました。消すなら、その所を手で直してください。"
    else:
        code = "D020"
        message = f"{unread.kind.value}{about}があります（{where}）。文字として読めないので、Word で開いて中身を確かめてください。"
    return Problem(code, message, Place(name, unread.paragraph + 1, 1), Severity.WARNING)
