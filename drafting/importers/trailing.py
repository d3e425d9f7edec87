"""Minutes in lines where the label closes the speech: 「…ではないか。（委員）」.

[x] several lines a speech  [x] the label alone on the next line  [x] the label broken over two lines
[x] every label on a line of its own below its words
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.importers.headings import is_aside, is_end, is_heading, is_narration, numbered
from drafting.importers.labels import labelled
from drafting.importers.markup import paragraphs
from drafting.importers.openings import BLANK, LONGEST_LABEL, Opening
from drafting.importers.prose import Speakers, line_event
from drafting.importers.record import Event, Kind
from drafting.importers.roles import BRACKETS, MARKS, clean_label
from drafting.importers.rows import Row, is_blank

_FEWEST = 2


def labels_below(rows: Sequence[Row], speakers: Speakers) -> list[int]:
    """The rows of labels that stand alone below the words of a speech; [] where such labels stand above them.

    Below: a sentence stands over the first label of the record, and no words under the last one.
    """
    filled = [i for i, row in enumerate(rows) if not is_blank(row)]
    first_sentence = next((i for i in filled if "。" in rows[i].text), len(rows))
    head = max((i for i in filled if i < first_sentence and labelled(rows[i])), default=-1)
    places = [place for place, i in enumerate(filled) if i > head and _is_label(rows[i].text.strip(BLANK), speakers)]
    labels = [filled[place] for place in places]
    over = rows[filled[places[0] - 1]].text.strip(BLANK) if places and places[0] else ""
    if len(places) < _FEWEST or filled[places[0] - 1] <= head or not over.endswith("。") or is_narration(over):
        return []
    under = rows[filled[places[-1] + 1]].text.strip(BLANK) if places[-1] + 1 < len(filled) else ""
    return labels if _ends_record(under) or all(_closes_block(rows, i) for i in labels) else []


def _ends_record(text: str) -> bool:
    """True for nothing, 「閉会」 and a heading: no words of a speech."""
    return not text or (is_end(text) and "。" not in text) or bool(numbered(text)) or (is_heading(text) and not is_aside(text))


def _closes_block(rows: Sequence[Row], i: int) -> bool:
    """True if a blank row stands below this row and none above it."""
    return not is_blank(rows[i - 1]) and (i + 1 == len(rows) or is_blank(rows[i + 1]))


def _is_label(text: str, speakers: Speakers) -> bool:
    return len(text) <= LONGEST_LABEL and BRACKETS.get(text[:1], "\0") == text[-1:] and speakers.knows(clean_label(text))


def trailing_events(rows: Sequence[Row], speakers: Speakers) -> Iterator[Event]:
    """What each row of the record is; words that no label closes are unplaced."""
    waiting: list[Row] = []
    for row in rows:
        if is_blank(row):
            continue
        if opening := speakers.opening(row):
            yield from _speech([*waiting, row], opening)
            waiting = []
        elif waiting and (opening := _label_below(waiting[-1], row, speakers)):
            yield from _speech(waiting, opening)
            waiting = []
        elif not waiting and (is_heading(row.text) or is_aside(row.text) or numbered(row.text)):
            yield Event(Kind.NOTE, row.line, paragraphs(row.text).strip(BLANK))
        else:
            waiting.append(row)
    yield from (Event(Kind.UNPLACED, row.line, row.text) for row in waiting)


def _label_below(last: Row, row: Row, speakers: Speakers) -> Opening | None:
    """The label that closes the words of the row before, where this row is nothing but it or the end of it."""
    rest = row.text.strip(BLANK)
    opening = speakers.opening(Row((last.text.rstrip(BLANK) + rest,), last.line))
    return opening if opening and opening.label.endswith(rest) else None


def _speech(lines: Sequence[Row], opening: Opening) -> Iterator[Event]:
    """The events of the lines up to a label: those before the last list mark are of no speech."""
    first = _first_point(lines)
    yield from (Event(Kind.NOTE if is_narration(r.text.strip(BLANK)) else Kind.UNPLACED, r.line, r.text) for r in lines[:first])
    lines = lines[first:]
    pieces = [*(r.text for r in lines[:-1]), opening.text]
    yield line_event(Kind.SPEECH, lines[0], pieces[0].lstrip(BLANK + MARKS), opening.label)
    yield from (line_event(Kind.MORE, r, text) for r, text in zip(lines[1:], pieces[1:], strict=True))


def _first_point(lines: Sequence[Row]) -> int:
    """Where the speech begins: at the last list mark, where the lines have any."""
    marked = [i for i, row in enumerate(lines) if row.text.lstrip(BLANK)[:1] in MARKS and row.text.strip(BLANK)]
    return marked[-1] if marked else 0
