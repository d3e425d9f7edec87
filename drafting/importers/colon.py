"""The layout of 日高市, 神奈川県, 江別市 and others (L06): 「委員長：…」, one speech a line or more.

[x] full-width and half-width colon  [x] letter-spaced labels  [x] 「委員長（相馬君）：」
[x] further lines of a speech  [x] headings and notes in brackets between speeches
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.importers.header import head_length
from drafting.importers.headings import is_heading
from drafting.importers.labels import FIELDS, key
from drafting.importers.layout import Layout
from drafting.importers.markup import paragraphs
from drafting.importers.record import Event, Kind
from drafting.importers.roles import clean_label, is_speaker
from drafting.importers.rows import Row, is_blank

_LABEL = re.compile("([○◎◆●・ \u3000]{0,8}[^：:。、「」\t]{1,40})[：:](.*)", re.DOTALL)
_NEVER = frozenset(label for label, name in FIELDS.items() if label not in ("委員", "事務局", "担当課", "所管課"))
_BRACKET = re.compile("[【】〔〕\\[\\]［］<>＜＞〈〉]")
_WHOLE_NOTE = re.compile("[ \u3000]*[(（][^()（）]{1,80}[)）]")


def _split(row: Row) -> tuple[str, str] | None:
    """Label and words of a row that starts a speech."""
    match = _LABEL.fullmatch(row.text)
    if not match or key(match[1]) in _NEVER or not is_speaker(label := clean_label(match[1])):
        return None
    # 「[担当課：説明]」 is a note of another layout.
    return None if _BRACKET.search(label) else (match[1], match[2])


def _is_speech(row: Row) -> bool:
    return _split(row) is not None


def _score(rows: Sequence[Row]) -> float:
    filled = [row for row in rows if not is_blank(row)]
    return sum(map(_is_speech, filled)) / len(filled) if filled else 0.0


def _events(rows: Sequence[Row]) -> Iterator[Event]:
    for row in rows:
        if is_blank(row):
            continue
        whole = paragraphs(row.text)
        if speech := _split(row):
            yield Event(Kind.SPEECH, row.line, paragraphs(speech[1]), speech[0])
        elif is_heading(whole) or _WHOLE_NOTE.fullmatch(whole):
            yield Event(Kind.NOTE, row.line, whole)
        else:
            yield Event(Kind.MORE, row.line, whole)


LAYOUT = Layout("colon", "発言者と「：」（例 委員長：…）", lambda rows: head_length(rows, _is_speech), _score, _events)
