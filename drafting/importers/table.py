"""Minutes as a table: 発言者 | 内容 (豊中市, L01), its header repeated on every page, or 意見 | 回答.

[x] repeated header rows  [x] cells cut by a page break, with `<p>` or without  [x] section rows
[x] other columns before 発言者 (sections, numbers) or between  [x] no header row at all  [x] two columns of words
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from drafting.importers.boundary import head_length
from drafting.importers.columns import SPEAKER_HEADS, is_text_head
from drafting.importers.headings import is_aside, is_break, is_end, is_heading, item_of, numbered
from drafting.importers.label_keys import key
from drafting.importers.layout import Layout, Reading
from drafting.importers.markup import paragraphs
from drafting.importers.names import Names
from drafting.importers.openings import Opening
from drafting.importers.record import Event, Kind
from drafting.importers.roles import clean_label, is_speaker
from drafting.importers.rows import Row, is_blank
from drafting.importers.unlabelled import apart, settled
from drafting.japanese import display_width

_OPINION = re.compile("(?:委員|各委員|構成員)?(?:から)?(?:の)?(?:主な)?(?:御|ご)?(?:意見|質問|質疑|提案|要望|指摘|発言)(?:[・、等]*(?:意見|質問|質疑|要望|提案|等|内容|要旨))*|問|委員")
_ANSWER = re.compile("(?:事務局|市|担当課|所管課|本市|町|県)?(?:の|から)?(?:の)?(?:回答|答弁|応答|説明|対応|考え方|見解)(?:[・、等]*(?:対応|考え方|方針|等|内容|要旨))*|答|事務局")
_LONGEST_SECTION = 120
_NUMBER_SIGNS = " \t\u3000-－0123456789０１２３４５６７８９.．()（）:："


class _Columns(NamedTuple):
    """Where the speaker and the words stand; two columns of words have no speaker but their heads."""

    speaker: int
    text: int
    heads: tuple[str, ...] = ()
    end: int | None = None  # where a further column with a head begins
    answer: int | None = None  # where the words of another stand: 委員名｜意見｜事務局の回答


def _columns(row: Row) -> _Columns | None:
    """The columns if a row is the header of the table."""
    if len(row.cells) < 2 or len(row.text) > 120:
        return None
    names = [key(cell) for cell in row.cells]
    speaker = next((i for i, name in enumerate(names) if name in SPEAKER_HEADS), None)
    if speaker is not None:
        behind = range(speaker + 1, len(names))
        answer = next((i for i in behind if _ANSWER.fullmatch(names[i])), None)
        text = next((i for i in behind if is_text_head(names[i]) or (answer and i < answer and _OPINION.fullmatch(names[i]))), None)
        if text is None:
            return None
        if answer is not None and answer > text:
            return _Columns(speaker, text, tuple(cell.strip() for cell in row.cells), answer=answer)
        return _Columns(speaker, text, end=next((i for i in range(text + 1, len(names)) if names[i]), None))
    asked = next((i for i, name in enumerate(names) if name and _OPINION.fullmatch(name)), None)
    answered = next((i for i, name in enumerate(names) if name and _ANSWER.fullmatch(name)), None)
    if asked is None or answered is None or answered <= asked:
        return None
    return _Columns(asked, answered, tuple(cell.strip() for cell in row.cells))


def _opening(row: Row) -> Opening | None:
    label = row.cells[0]
    if len(row.cells) < 2 or len(label) > 60 or not row.cells[1].strip() or not is_speaker(clean_label(label)):
        return None
    return Opening(label, row.cells[1])


def _read(rows: Sequence[Row], names: Names) -> Reading:
    header, columns = next(((i, found) for i, row in enumerate(rows) if (found := _columns(row))), (None, _Columns(0, 1)))
    head = head_length(rows, _opening) if header is None else _with_heading(rows, header)
    opened = {i for i in range(head, len(rows)) if _opening(rows[i])}
    if header is not None:
        filled = [i for i in range(head + 1, len(rows)) if not is_blank(rows[i]) and not _columns(rows[i])]
        opened |= {i for i in filled if len(rows[i].cells) > max(1, columns.speaker) and (rows[i].cells[0].strip() or rows[i].cells[columns.speaker].strip())}
        opened = opened or ({i for i in filled if len(rows[i].cells) > 1 and any(map(str.strip, rows[i].cells[1:]))})
    return Reading(head, frozenset(opened), partial(_events, names=names), declared=header is not None)


def _with_heading(rows: Sequence[Row], header: int) -> int:
    """The row of the heading right above a table, where it repeats an item of the head; else that of the table."""
    above = next((i for i in range(header - 1, -1, -1) if not is_blank(rows[i])), 0)
    item = item_of(rows[above].text) if above else None
    return above if item and item[1].strip() and any(item[1].strip() in row.text for row in rows[:above]) else header


def _events(rows: Sequence[Row], names: Names) -> Iterator[Event]:
    columns = _Columns(0, 1)
    label = resumed = said = ""
    for i, row in enumerate(rows):
        if is_blank(row):
            yield Event(Kind.CUT, row.line)
        elif found := _columns(row):
            columns = found
            yield Event(Kind.CUT, row.line, row.text)
        elif columns.answer is not None:
            label = _asker(row, columns) or label
            yield from _answered(row, columns, columns.answer, label)
        elif columns.heads:
            yield from _both(row, columns)
        else:
            yield from _beside(row, columns)
            for event in apart(settled(_event(row, columns), rows, i, said, names)):
                if event.kind is Kind.MORE and resumed:
                    event = event._replace(kind=Kind.SPEECH, label=resumed)
                resumed = ""
                if event.kind is Kind.SPEECH:
                    label = event.label
                elif event.kind is Kind.NOTE:
                    resumed = label if is_aside(event.text) or is_break(event.text) else ""
                said = event.text if event.kind in (Kind.SPEECH, Kind.MORE) else ""
                yield event


def _beside(row: Row, columns: _Columns) -> Iterator[Event]:
    """What stands in other columns beside a speech: numbers go, words stay as a note."""
    if len(row.cells) <= columns.text or not row.cells[columns.speaker].strip() or not row.cells[columns.text].strip():
        return
    behind = row.cells[columns.end :] if columns.end else ()
    before = (cell for i, cell in enumerate(row.cells[: columns.text]) if i != columns.speaker)
    others = [cell.strip().replace("\n", "\u3000") for cell in (*before, *behind) if cell.strip()]
    numbers = [cell for cell in others if not cell.strip(_NUMBER_SIGNS)]
    if numbers:
        yield Event(Kind.GAP, row.line, " ".join(numbers))
    if words := [cell for cell in others if cell.strip(_NUMBER_SIGNS)]:
        yield Event(Kind.NOTE, row.line, paragraphs(" ".join(words)))


def _event(row: Row, columns: _Columns) -> Event:
    speaker, text = columns.speaker, columns.text
    label = row.cells[speaker] if len(row.cells) > speaker else ""
    # A TAB typed inside a speech has split its cell; the end of the row is all one text.
    words = "\t".join(row.cells[text : columns.end]).rstrip("\t")
    if not words.strip(" \t"):
        return _section(row, label)
    if label.strip() and not label.strip(_NUMBER_SIGNS):
        # 「(2)⇥校歌について」 typed with a TAB is a heading or a point of the speech before.
        return Event(Kind.MORE if "。" in words else Kind.NOTE, row.line, paragraphs(row.text))
    if is_heading(label) or (not label.strip() and item_of(words.strip())):
        return Event(Kind.NOTE, row.line, paragraphs(row.text))
    others = [cell for i, cell in enumerate(row.cells[:text]) if i != speaker and cell.strip(_NUMBER_SIGNS)]
    if not label.strip() and others and len(row.cells) > 2:
        return Event(Kind.NOTE, row.line, paragraphs(row.text.strip("\t")))
    width = display_width(words[:400])
    if not label.strip():
        return Event(Kind.MORE, row.line, paragraphs(words), width=width)
    return Event(Kind.SPEECH, row.line, paragraphs(words), label.replace("\n", ""), width=width)


def _section(row: Row, label: str) -> Event:
    """A row with one filled cell: a section, a speaker whose words follow, or nobody knows."""
    whole = paragraphs(row.text).strip("\t")
    if len(row.cells) > 1 and is_speaker(clean_label(label)) and not is_heading(label):
        return Event(Kind.SPEECH, row.line, "", label)
    in_table = len(row.cells) > 1 and len(whole) <= _LONGEST_SECTION and "。" not in whole
    understood = in_table or is_heading(whole) or numbered(whole) is not None or is_aside(whole) or is_break(whole) or is_end(whole)
    return Event(Kind.NOTE if understood else Kind.UNPLACED, row.line, whole)


def _asker(row: Row, columns: _Columns) -> str:
    return row.cells[columns.speaker].strip().replace("\n", "") if len(row.cells) > columns.text else ""


def _answered(row: Row, columns: _Columns, answer: int, label: str) -> Iterator[Event]:
    """The opinion of whom the row or one above it names, and the answer under its head; what stands beside both is a note."""
    if len(row.cells) <= columns.text or not any(cell.strip() for cell in row.cells[columns.text :]):
        yield Event(Kind.NOTE, row.line, paragraphs(row.text.strip("\t")))
        return
    taken = {columns.speaker, columns.text, answer}
    for i, cell in enumerate(row.cells):
        if not cell.strip():
            continue
        if i not in taken and not cell.strip(_NUMBER_SIGNS):
            yield Event(Kind.GAP, row.line, cell.strip())
        elif i not in taken:
            yield Event(Kind.NOTE, row.line, paragraphs(cell.strip()))
    for i, name in ((columns.text, label or columns.heads[columns.text]), (answer, columns.heads[answer])):
        cell = row.cells[i] if i < len(row.cells) else ""
        if cell.strip():
            yield Event(Kind.SPEECH, row.line, paragraphs(cell), name, width=display_width(cell[:400]))


def _both(row: Row, columns: _Columns) -> Iterator[Event]:
    """The opinion and the answer of a row, each a speech under the head of its column."""
    filled = [i for i, cell in enumerate(row.cells) if cell.strip()]
    if len(row.cells) < 2 or not any(i >= columns.speaker for i in filled):
        yield Event(Kind.NOTE, row.line, paragraphs(row.text.strip("\t")))
        return
    before = [cell for cell in row.cells[: columns.speaker] if cell.strip()]
    if numbers := [cell.strip() for cell in before if not cell.strip(_NUMBER_SIGNS)]:
        yield Event(Kind.GAP, row.line, " ".join(numbers))
    if words := "\t".join(cell for cell in before if cell.strip(_NUMBER_SIGNS)):
        yield Event(Kind.NOTE, row.line, paragraphs(words))
    for i in (columns.speaker, columns.text):
        cell = row.cells[i] if i < len(row.cells) else ""
        if cell.strip():
            yield Event(Kind.SPEECH, row.line, paragraphs(cell), columns.heads[i], width=display_width(cell[:400]))
    behind = "\t".join(row.cells[columns.text + 1 :]).strip()
    between = "\t".join(row.cells[columns.speaker + 1 : columns.text]).strip()
    for rest in (between, behind):
        if rest:
            yield Event(Kind.NOTE, row.line, paragraphs(rest))


LAYOUT = Layout("speaker-table", "表（発言者｜内容）", _read)
