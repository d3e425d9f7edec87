"""The neutral middle between templates and output formats: a draft is a sequence of blocks.

`render` makes blocks from a template, `render.markdown` and `word.writer` write them. A text
that came from YAML carries its `Anchor`, so that Word can mark it and a review finds its way
home. Style names are the names of paragraph styles in `reference.docx`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from typing import NamedTuple

from drafting.dataclass import dataclass


class Anchor(NamedTuple):
    """A placement of a text from YAML: its address ("R1.body") and which placement it is."""

    address: str
    occurrence: int


class Tracked:
    """What became of words since an issue: "" is nothing. Accepting all leaves out what is deleted, rejecting all what is inserted."""

    INSERTED, DELETED = "ins", "del"


class Lined:
    """A line through words or under them: the look of words that went or came, where nothing is tracked."""

    THROUGH, UNDER = "through", "under"


class Span(NamedTuple):
    """A run of text in one format. "\\n" is a line break, "\\t" a tab.

    `target` is the id of a block this text refers to (a cross-reference), `note` the number
    of the footnote whose mark stands here (then `text` is empty). `marked` text stands out (in
    Word on yellow): somebody must still decide on it. `tracked` is what became of it (`Tracked`), `lined` a
    line through or under it (`Lined`).
    """

    text: str
    anchor: Anchor | None = None
    strong: bool = False
    emphasis: bool = False
    target: str = ""
    note: int = 0
    marked: bool = False
    tracked: str = ""
    lined: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` 1–6, `number` as printed ("第1", "") and the scheme it counts in.

    `mark` is what became of the end of the paragraph (`Tracked`): without it the next one goes on.
    """

    spans: Spans
    level: int
    number: str = ""
    scheme: str = ""
    style: str = ""
    id: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `indent` and `hang` are in characters (全角); "" is the body style.

    `bullet` is what a list of the template prints before the text; a list that a clerk typed
    keeps its marker in the text. `mark` is as in a heading.
    """

    spans: Spans
    style: str = ""
    indent: int = 0
    hang: int = 0
    bullet: str = ""
    id: str = ""
    mark: str = ""


class Align:
    """Alignments of a table column."""

    LEFT, CENTER, RIGHT = "left", "center", "right"


MOST_COLUMNS = 63  # of a table: Word opens no wider one (Microsoft, operating parameter limitations of Word)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `head` and each row of `rows` have one cell (spans) for each of `aligns`.

    `widths` are relative; () shares the width by content.
    """

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    aligns: tuple[str, ...]
    widths: tuple[int, ...] = ()
    style: str = ""


class ContentsEntry(NamedTuple):
    """A line of the table of contents."""

    level: int
    number: str
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents (目次), already filled."""

    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a page."""


class Orientation(Enum):
    """How the paper lies."""

    PORTRAIT = "縦"
    LANDSCAPE = "横"


class Pages(Enum):
    """How the pages of a section count: from 1, or on from those before."""

    FROM_ONE = "1から"
    ON = "続き"


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """The next block starts a section: a new page. Where pages count from 1, those before have no number (cover)."""

    pages: Pages = Pages.FROM_ONE
    orientation: Orientation = Orientation.PORTRAIT


@dataclass(frozen=True, slots=True)
class Emblem:
    """The city's emblem stands here, if there is one."""


Block = Heading | Paragraph | Table | Contents | PageBreak | SectionBreak | Emblem


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft; `notes[i]` is the text of footnote i+1."""

    blocks: tuple[Block, ...]
    notes: tuple[Spans, ...] = ()
    title: str = ""


class Picture(NamedTuple):
    """A picture for the cover: its bytes, "png" or "jpeg", pixels across and down, its words for the blind."""

    data: bytes
    kind: str
    width: int
    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Finish:
    """What an edition adds to a written draft and what it leaves out.

    `remarks` are comments, lines of text beside the placement they belong to. `sign` stands in
    a frame at the top right of each page, `header` behind it. `build` is the id kept in the properties of the file. With
    `clean` nothing of the program's own stays: no bookmarks but those Word itself would set.
    `emblem` stands where the draft has an Emblem. `day` (ISO 8601, or "") dates tracked changes.
    """

    remarks: Mapping[Anchor, tuple[str, ...]] = field(default_factory=dict)
    sign: str = ""
    header: str = ""
    line_numbers: bool = False
    tracked: bool = False
    build: str = ""
    clean: bool = False
    emblem: Picture | None = None
    day: str = ""


def all_spans(draft: Draft) -> Iterator[Spans]:
    """The spans of each paragraph, heading, cell and note, in the order they are printed, notes last."""
    for block in draft.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.spans
        elif isinstance(block, Table):
            yield from (cell for row in (block.head, *block.rows) for cell in row)
    yield from draft.notes
