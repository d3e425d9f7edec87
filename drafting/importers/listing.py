"""Minutes that do not say who spoke: lists of opinions (L09), topics with notes under them (L10), and
tables that have lost the column of the speakers (L15). Each point is a speech of 不明: nobody is guessed.

[x] bullets, one or more lines each  [x] a legend 「○：委員、●：事務局」  [x] topics and indented points
[x] 「発言者 発言要旨」 without speakers  [ ] two columns of a page read one after the other
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.importers.headings import is_aside, is_break, is_end, is_heading, is_ruling, item_of, numbered
from drafting.importers.joining import Line, ends_sentence, measure
from drafting.importers.label_keys import key
from drafting.importers.labels import labelled
from drafting.importers.markup import paragraphs
from drafting.importers.openings import BLANK, indent_of
from drafting.importers.record import Event, Kind
from drafting.importers.roles import UNKNOWN, clean_label, is_speaker
from drafting.importers.rows import Row, is_blank, is_page_break
from drafting.importers.vocabulary import POINTERS, TITLES
from drafting.japanese import display_width

_BULLET = re.compile(f"[{BLANK}]*([○〇◯●◎◇◆□■・･•▪※＊*‣>＞➢✓→⇒-]|[-－―])[{BLANK}]*(?=\\S)(.*)", re.DOTALL)
_LEGEND = re.compile(f"([○〇◯●◎◇◆□■・])[{BLANK}]*(?:[：:は…=＝]|印は?)*[{BLANK}]*([^、。,，;；\\s○〇◯●◎◇◆□■・)）]{{1,12}})")
_LONGEST_LEGEND = 80
_SUMMARY = re.compile("要旨|概要|主な(?:意見|発言)|意見(?:等|の概要)?|審議(?:内容|経過|事項)?|発言内容|論点")
_SPEAKER_AND_TEXT = re.compile("(?:発言者|氏名|委員名)[ \u3000]+(?:発言(?:要旨|内容|の要旨)?|内容|会議の経過|審議内容|意見(?:等|の要旨)?)")


def bullets_score(rows: Sequence[Row]) -> int:
    """How many points a list of bullets has; 0 if hardly any is a sentence."""
    points = [match for row in rows[bullets_head(rows) :] if (match := _bullet(row))]
    sentences = sum("。" in match[2] or len(match[2]) > 15 for match in points)
    return len(points) if len(points) >= 2 and sentences * 2 >= len(points) else 0


def _bullet(row: Row) -> re.Match[str] | None:
    text = row.text
    if labelled(row) or key(text) in POINTERS | TITLES or is_ruling(text):
        return None
    return _BULLET.fullmatch(text)


def bullets_head(rows: Sequence[Row]) -> int:
    """The first bullet behind the last label of a head, or behind 「主な意見」 and the like."""
    first = next((i for i, row in enumerate(rows) if (match := _bullet(row)) and "。" in match[2]), len(rows))
    last = max((i + 1 for i, row in enumerate(rows[:first]) if labelled(row)), default=0)
    marker = next((i + 1 for i in range(last, first) if _is_marker(rows[i])), None)
    return marker if marker is not None else next((i for i in range(last, len(rows)) if _bullet(rows[i])), last)


def _is_marker(row: Row) -> bool:
    text = row.text.strip(BLANK)
    return len(text) <= 40 and "。" not in text and not labelled(row) and bool(_SUMMARY.search(key(text) or text)) and not _BULLET.match(text)


def bullet_events(rows: Sequence[Row], legend: Mapping[str, str]) -> Iterator[Event]:
    """Each bullet a speech of nobody known, or of whom the legend says (mark → label)."""
    inside = False
    for i, row in enumerate(rows):
        if _is_seam(row):
            yield Event(Kind.PAGE if is_page_break(row) else Kind.GAP, row.line)
            continue
        match = _bullet(row)
        whole = paragraphs(row.text)
        if match and match[1] in legend and "。" not in row.text and len(_LEGEND.findall(row.text)) > 1:
            yield Event(Kind.NOTE, row.line, whole.strip(BLANK))
        elif match and (match[1] in legend or not legend) and not item_of(whole) and not is_break(whole):
            inside = True
            yield _event(Kind.SPEECH, row, match[2], legend.get(match[1], UNKNOWN))
        elif (_is_note(whole) and not (inside and _is_listed(rows, i))) or (not inside and "。" not in whole):
            inside = False
            yield Event(Kind.NOTE, row.line, whole.strip(BLANK))
        else:
            yield _event(Kind.MORE if inside else Kind.UNPLACED, row, row.text)


def _is_listed(rows: Sequence[Row], i: int) -> bool:
    """True if a numbered line is one of a list: the line right before or behind it has the next number."""
    mine = numbered(rows[i].text)
    neighbours = ((j, numbered(rows[j].text)) for j in (i - 1, i + 1) if 0 <= j < len(rows))
    return mine is not None and any(other is not None and other[0] - mine[0] == j - i for j, other in neighbours)


def legend_of(rows: Sequence[Row]) -> dict[str, str]:
    """Marks and whose they are, from a line such as 「（○：委員、●：事務局）」."""
    for row in rows[:200]:
        if "。" in row.text or len(row.text) > _LONGEST_LEGEND:
            continue
        found = [(mark, clean_label(label)) for mark, label in _LEGEND.findall(row.text)]
        if len(found) >= 2 and all(is_speaker(label) or label in ("意見", "質問", "回答") for _, label in found):
            return dict(found)
    return {}


def _is_seam(row: Row) -> bool:
    return is_blank(row) or is_page_break(row)


def _is_note(text: str) -> bool:
    return bool(item_of(text) or is_aside(text) or is_end(text) or is_break(text) or is_ruling(text) or numbered(text)) or is_heading(text)


def topics_score(rows: Sequence[Row]) -> int:
    """How many points stand indented under topics; 0 unless a heading says that this is a summary."""
    filled = [row for row in rows if not is_blank(row)]
    if not any(_is_marker(row) for row in filled[:60]):
        return 0
    start = topics_head(rows)
    body = [row for row in rows[start:] if not is_blank(row)]
    points = _points(body)
    return sum(points) if any(points) and len(body) > 2 else 0


def topics_head(rows: Sequence[Row]) -> int:
    """The row behind the heading of the summary (or the heading itself if nothing is before it)."""
    markers = [i for i, row in enumerate(rows) if _is_marker(row)]
    last_label = max((i for i, row in enumerate(rows) if labelled(row)), default=-1)
    return next((i + 1 for i in markers if i > last_label), last_label + 1)


def _points(rows: Sequence[Row]) -> list[bool]:
    """For each row: is it a point under a topic? Topics are numbered or stand further left."""
    found: list[bool] = []
    topic = -1
    for i, row in enumerate(rows):
        indent = indent_of(row.text)
        following = indent_of(rows[i + 1].text) if i + 1 < len(rows) else 0
        heading = _is_note(row.text) or (following > indent and not row.text.rstrip(BLANK).endswith("。"))
        if heading:
            topic = indent
        found.append(not heading and topic >= 0 and (indent > topic or numbered(rows[max(0, i - 1)].text) is not None or (bool(found) and found[-1])))
    return found


def topic_events(rows: Sequence[Row]) -> Iterator[Event]:
    """Topics are headings, the points under them speeches of nobody known."""
    filled = [row for row in rows if not _is_seam(row)]
    for row, point in zip(filled, _points(filled), strict=True):
        if point:
            bullet = _BULLET.fullmatch(row.text)
            yield _event(Kind.SPEECH, row, bullet[2] if bullet else row.text, UNKNOWN)
        else:
            yield Event(Kind.NOTE, row.line, paragraphs(row.text).strip(BLANK))


def lost_column_head(rows: Sequence[Row]) -> int:
    """The row of the column heads 「発言者 発言要旨」."""
    return next((i for i, row in enumerate(rows) if _is_column_head(row)), len(rows))


def _is_column_head(row: Row) -> bool:
    return len(row.cells) == 1 and bool(_SPEAKER_AND_TEXT.fullmatch(row.text.strip(BLANK)))


def lost_column_score(rows: Sequence[Row]) -> int:
    """How many rows stand under column heads that promise speakers."""
    return sum(not _is_seam(row) for row in rows[lost_column_head(rows) + 1 :])


def lost_column_events(rows: Sequence[Row]) -> Iterator[Event]:
    """Each row a speech of nobody known, joined where a sentence was cut or a line was full."""
    lines = [Line(row.text, indent_of(row.text), display_width(row.text[:400])) for row in rows if not _is_seam(row)]
    full = measure([lines]).full
    open_sentence = False
    for row in rows:
        whole = paragraphs(row.text)
        if _is_seam(row) or _is_column_head(row):
            yield Event(Kind.PAGE, row.line, whole.strip())
        elif _is_note(whole) and not open_sentence:
            yield Event(Kind.NOTE, row.line, whole.strip(BLANK))
        else:
            yield _event(Kind.MORE if open_sentence else Kind.SPEECH, row, row.text, UNKNOWN)
            end = whole.rstrip(BLANK)
            is_full = bool(full) and display_width(row.text[:400]) >= full - 4
            open_sentence = end.endswith(("、", "，", "「", "（")) or (is_full and not ends_sentence(end))


def _event(kind: Kind, row: Row, text: str, label: str = "") -> Event:
    return Event(kind, row.line, paragraphs(text).strip(BLANK), label, indent_of(row.text), display_width(row.text[:400]))
