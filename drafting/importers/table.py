"""The layout of 豊中市 (L01): a table 発言者 | 内容, its header repeated on every page.

[x] repeated header rows  [x] cells cut by a page break, with `<p>` or without  [x] section rows
[x] other columns before 発言者 or between  [ ] a lost speaker column (L15)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.importers.header import head_length
from drafting.importers.headings import is_heading
from drafting.importers.labels import key
from drafting.importers.layout import Layout
from drafting.importers.markup import paragraphs
from drafting.importers.record import Event, Kind
from drafting.importers.roles import clean_label, is_speaker
from drafting.importers.rows import Row, is_blank

_SPEAKER_HEADS = frozenset(("発言者", "発言者名", "発言者氏名", "発言委員"))
_TEXT_HEADS = frozenset((
    "内容", "発言", "発言内容", "発言の内容", "発言要旨", "発言の要旨", "会議の経過", "審議内容", "議事内容",
))  # fmt: skip
_LONGEST_SECTION = 120


def _columns(row: Row) -> tuple[int, int] | None:
    """The columns of speaker and text if a row is the header of the table."""
    if len(row.cells) < 2:
        return None
    names = [key(cell) for cell in row.cells]
    speaker = next((i for i, name in enumerate(names) if name in _SPEAKER_HEADS), None)
    text = next((i for i, name in enumerate(names) if name in _TEXT_HEADS), None)
    return None if speaker is None or text is None or text < speaker else (speaker, text)


def _is_speech(row: Row) -> bool:
    return len(row.cells) > 1 and is_speaker(clean_label(row.cells[0])) and bool(row.cells[1].strip())


def _head_length(rows: Sequence[Row]) -> int:
    for i, row in enumerate(rows):
        if _columns(row):
            return i
    return head_length(rows, _is_speech)


def _score(rows: Sequence[Row]) -> float:
    filled = [row for row in rows if not is_blank(row)]
    speeches = sum(_is_speech(row) for row in filled)
    with_header = any(_columns(row) and len(row.cells) > 1 for row in filled[:1])
    if with_header and any(len(row.cells) > 1 and row.cells[1].strip() for row in filled[1:]):
        return 1.0
    return speeches / len(filled) if filled else 0.0


def _events(rows: Sequence[Row]) -> Iterator[Event]:
    speaker, text = 0, 1
    for row in rows:
        if is_blank(row):
            yield Event(Kind.PAGE, row.line)
        elif columns := _columns(row):
            speaker, text = columns
            yield Event(Kind.PAGE, row.line)
        else:
            yield _event(row, speaker, text)


def _event(row: Row, speaker: int, text: int) -> Event:
    label = row.cells[speaker] if len(row.cells) > speaker else ""
    # A TAB typed inside a speech has split its cell; the end of the row is all one text.
    words = "\t".join(row.cells[text:]).rstrip("\t")
    if not words.strip(" \t"):
        return _section(row, label)
    if is_heading(label):
        return Event(Kind.NOTE, row.line, paragraphs(row.text))
    if not label.strip():
        return Event(Kind.MORE, row.line, paragraphs(words))
    return Event(Kind.SPEECH, row.line, paragraphs(words), label)


def _section(row: Row, label: str) -> Event:
    """A row with one filled cell: a section, a speaker whose words follow, or nobody knows."""
    whole = paragraphs(row.text)
    if len(row.cells) > 1 and is_speaker(clean_label(label)) and not is_heading(label):
        return Event(Kind.SPEECH, row.line, "", label)
    in_table = len(row.cells) > 1 and len(whole) <= _LONGEST_SECTION and "。" not in whole
    understood = in_table or is_heading(whole)
    return Event(Kind.NOTE if understood else Kind.UNPLACED, row.line, whole)


LAYOUT = Layout("speaker-table", "表（発言者｜内容）", _head_length, _score, _events)
