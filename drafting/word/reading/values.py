"""What a Word file says, as values: its paragraphs in two states, its changes, its comments."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from drafting.dataclass import dataclass


class StoryKind(Enum):
    """Where text can stand in a file; the value is the word for users."""

    BODY = "本文"
    FOOTNOTE = "脚注"
    ENDNOTE = "文末脚注"
    HEADER = "ヘッダー"
    FOOTER = "フッター"
    COMMENT = "コメント"


class Story(NamedTuple):
    """A flow of text. `key` is the id of the note or comment or the name of the part.

    `number` counts notes of a kind from 1; `box` counts the text boxes of the file from 1, 0
    outside of boxes; `anchor` is the w:p in which the note or box stands, -1 if it stands in none.
    """

    kind: StoryKind
    key: str = ""
    number: int = 0
    box: int = 0
    anchor: int = -1


class Cell(NamedTuple):
    """A place in a table: `row` counts the rows of this state, `column` the columns of the grid, from 0.

    `span` is how many columns the cell covers; `merge` is "restart" or "continue" in cells
    merged downwards, else "". `outer` is the cell around a nested table.
    """

    table: int
    row: int
    column: int
    span: int = 1
    merge: str = ""
    outer: Cell | None = None


class Numbering(NamedTuple):
    """The list that a paragraph belongs to: w:numId, the level from 0, and the number as printed.

    `separator` is what stands between number and text: a blank in place of Word's tab.
    """

    list: str
    level: int
    label: str
    separator: str


class Paragraph(NamedTuple):
    """A paragraph in one state of the file.

    `sources` are the indexes of the w:p elements it is made of, in reading order from 0: more
    than one where a paragraph mark is not there in this state. Tabs are "\\t", breaks "\\n". `bold` letters at its start
    are set so by their runs.
    """

    text: str
    style: str
    numbering: Numbering | None
    story: Story
    cell: Cell | None
    sources: tuple[int, ...]
    bold: int = 0


class Position(NamedTuple):
    """Before the character `offset` of a paragraph of one state; the end of a file is one paragraph further."""

    paragraph: int
    offset: int


class Extent(NamedTuple):
    """From `start` up to `end`, in one state."""

    start: Position
    end: Position


class Bookmark(NamedTuple):
    """A bookmark in both states. A name that occurs twice (copy and paste) is there twice."""

    name: str
    accepted: Extent
    rejected: Extent


class ChangeKind(Enum):
    """What a reviewer did; the value is the word for users."""

    INSERTION = "挿入"
    DELETION = "削除"
    MOVE_FROM = "移動元"
    MOVE_TO = "移動先"
    ROW_INSERTION = "行の挿入"
    ROW_DELETION = "行の削除"
    CELL_INSERTION = "セルの挿入"
    CELL_DELETION = "セルの削除"
    CELL_MERGE = "セルの結合"
    FORMATTING = "書式の変更"


class Change(NamedTuple):
    """One tracked change, from its first word to its last.

    `author` and `date` are as written, "" where they were removed. `words` has "\\n" for a
    paragraph mark; words of a row that are tracked by themselves are a change of their own.
    `paragraph` is the index of the first w:p, `bookmarks` are the names around it (none of Word's
    own), `accepted` and `rejected` where it begins in both states, `move` the name that both halves of a
    move share.
    """

    kind: ChangeKind
    author: str
    date: str
    words: str
    story: Story
    paragraph: int
    bookmarks: tuple[str, ...]
    accepted: Position
    rejected: Position
    move: str = ""


class Comment(NamedTuple):
    """A comment. `parent` is the id of the comment it answers; an answer stands where its parent does.

    `accepted` and `rejected` are the passage it is about, None without one (`quoted_text`
    gives the words). `paragraph` is the index of its w:p, -1 when nothing in the file refers to it.
    """

    id: str
    author: str
    date: str
    text: str
    parent: str | None
    resolved: bool
    story: Story
    paragraph: int
    bookmarks: tuple[str, ...]
    accepted: Extent | None
    rejected: Extent | None


class UnreadKind(Enum):
    """What is not text, or text that Word does not show (HIDDEN) or shows as gone (STRUCK); the value is the word for users."""

    PICTURE = "図"
    EQUATION = "数式"
    OBJECT = "埋め込まれたオブジェクト"
    CHART = "グラフ"
    DIAGRAM = "SmartArt"
    INK = "手書き"
    SHAPE = "図形の中の文字"
    CHUNK = "埋め込まれた別の文書"
    SYMBOL = "文字に直せない記号"
    RUBY = "ふりがな"
    HIDDEN = "隠し文字"
    STRUCK = "取消線の引かれた言葉"


class Unread(NamedTuple):
    """A thing that is not in the texts as Word shows them; `words` are those known of it. A thing that was deleted is not `accepted`."""

    kind: UnreadKind
    words: str
    story: Story
    paragraph: int
    accepted: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A Word file read: both states, in reading order.

    First the body, each text box after its paragraph, then footnotes, endnotes, headers, footers.
    `accepted` is the text with all changes accepted, `rejected` with none.
    """

    name: str
    accepted: tuple[Paragraph, ...]
    rejected: tuple[Paragraph, ...]
    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    bookmarks: tuple[Bookmark, ...]
    unread: tuple[Unread, ...]
