"""Where every character of the source went. What went nowhere is an error: nothing is lost silently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafting.importers.markup import paragraphs
from drafting.importers.roles import UNKNOWN
from drafting.importers.rows import Row
from drafting.model import Narrative, Utterance
from drafting.problems import Place, Problem

_BLANK = re.compile("\\s+")
_SHOWN = 40
# A number to Unicode, a circle to a clerk: 「〇会長　…」.
_SIGNS = "〇"


class Account(NamedTuple):
    """Counts of characters, blanks apart: of the source; of what was said, of the labels of speakers, of
    narratives; of the rows that the head was read from; of page furniture and heads of columns; of signs."""

    source: int
    utterances: int
    speakers: int
    narratives: int
    head: int
    pages: int
    signs: int


def account(
    received: Sequence[Row], removed: Sequence[str], head: Sequence[Row], record: Sequence[Narrative | Utterance], file: str
) -> tuple[Account, list[Problem]]:
    """The account, and an error (I030) for words of the record that are in no utterance and no narrative.

    `received` are the rows as the reader gave them, `removed` the texts taken out as page furniture and
    heads of columns, `head` the rows that the head was read from (it accounts for its own words);
    `record` what came of the others.
    """
    source = _count(_texts(received))
    said = _count(entry.text for entry in record if isinstance(entry, Utterance))
    speakers = _count(entry.speaker for entry in record if isinstance(entry, Utterance) and entry.speaker != UNKNOWN)
    narratives = _count(entry.text for entry in record if isinstance(entry, Narrative))
    in_head, pages = _count(_texts(head)), _count(removed)
    # A speech that goes on behind a note has its label again, which stands in the source once.
    speakers &= source - said - narratives - in_head - pages
    lost = source - said - speakers - narratives - in_head - pages
    signs = Counter({c: n for c, n in lost.items() if c in _SIGNS or not c.isalnum()})
    words = lost - signs
    counts = Account(
        source.total(), said.total(), speakers.total(), narratives.total(), in_head.total(), pages.total(), signs.total()
    )
    return counts, _lost(words, received, head, file) if words else []


def _texts(rows: Iterable[Row]) -> Iterable[str]:
    return (paragraphs(cell) for row in rows for cell in row.cells)


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(_BLANK.sub("", "".join(texts)))


def _lost(words: Counter[str], received: Sequence[Row], head: Sequence[Row], file: str) -> list[Problem]:
    rare = min(words, key=lambda c: (words[c], c))
    known = {row.line for row in head}
    row = next((row for row in received if rare in row.text and row.line not in known), received[0])
    shown = "".join(words)[:_SHOWN]
    message = (
        f"会議録の{words.total()}文字（「{shown}」など）を、発言にも地の文にも置けませんでした。"
        f"{row.line}行目の近くを、もとの会議録と見比べてください。"
    )
    return [Problem("I030", message, Place(file, row.line, 1))]
