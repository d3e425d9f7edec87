"""Minutes in lines: who speaks is told by a label in front of the words, or on a line above them.

One reader for all of those layouts; they differ by their opener (`openings.py`) and by how far a
label that is no known role may be trusted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from drafting.importers.beneath import signatures_from
from drafting.importers.headings import is_outcome
from drafting.importers.label_keys import key
from drafting.importers.markup import paragraphs
from drafting.importers.names import Names
from drafting.importers.offices import BODY
from drafting.importers.once import at_the_edge, bodies_before_words
from drafting.importers.openings import BLANK, PREFIX, Opener, Opening, alone, bare, indent_of, is_pair
from drafting.importers.record import Event, Kind
from drafting.importers.roles import BRACKETS, clean_label, is_certain_speaker, is_speaker
from drafting.importers.rows import Row, is_blank, is_page_break
from drafting.importers.unnamed import NAME, NEVER, NOT_NAMES, alone_above_words, alone_in_brackets, bold_opening
from drafting.importers.unspoken import Around, What, unspoken
from drafting.japanese import display_width

_SAID = re.compile("[。、]")


class Trust(Enum):
    """What may stand in the place of a label, besides a person whom the head names."""

    ROLES = "a known role"
    REPEATED = "also what comes back again and again, as only a name does"
    SIGNED = "also an office without a person, for the sign leaves no doubt"
    ANY = "whatever the opener finds"


_ENOUGH, _SENTENCE = 3, 10


class Speakers:
    """Which labels open a speech in one file: roles, names of the head, and labels that come back."""

    def __init__(self, opener: Opener, trust: Trust, rows: Sequence[Row], names: Names) -> None:
        self._opener, self._trust, self._names = opener, trust, names
        self._repeated: frozenset[str] = frozenset()
        self._is_numbered = False
        self._is_numbered = sum(self._behind_prefix(row.text[:200]) is not None for row in rows) >= _ENOUGH
        self._are_bold = False
        self._repeated = _repeated(opener, rows, trust) if trust is not Trust.ANY else frozenset()
        if trust is Trust.SIGNED:
            self._repeated |= alone_in_brackets(opener, rows) | bodies_before_words(opener, rows)
        if opener is bare:
            self._repeated |= at_the_edge(opener, rows) | bodies_before_words(opener, rows)
        if opener is alone:
            self._repeated |= alone_above_words(rows)
        self._are_bold = trust is not Trust.ANY and self._have_bold_labels(rows)

    def opening(self, row: Row) -> Opening | None:
        """Label and words of a row that opens a speech."""
        text = row.text
        if self._trust is Trust.ANY and is_outcome(text):  # 「→ 全会一致で承認」 is no answer
            return None
        head, rest = (text[:200], text[200:]) if len(text) > 2000 else (text, "")
        found = self._behind_prefix(head) or self._first(head) or (bold_opening(head, row.bold) if self._are_bold else None)
        return found._replace(text=found.text + rest) if found else None

    def _behind_prefix(self, text: str) -> Opening | None:
        """An opening behind a number or a time; a list in a speech (「1 委員の数」) has no speaker there."""
        prefix = PREFIX.match(text)
        if not prefix or self._trust is Trust.ANY:
            return None
        found = self._first(text[prefix.end() :])
        if found is None or not (is_certain_speaker(clean_label(found.label)) or is_pair(prefix[0])):
            return None
        if found.text and not _SAID.search(found.text) and not (self._is_numbered and len(found.text) >= _SENTENCE):
            return None
        return found._replace(before=prefix[0].strip(BLANK))

    def _first(self, text: str) -> Opening | None:
        readings = list(self._opener(text))
        if self._trust is not Trust.ANY:
            # 「相馬 由美 委員長」 is one label, though 相馬 is in the head too.
            readings.sort(key=lambda found: not is_certain_speaker(clean_label(found.label)))
        return next((found for found in readings if self.knows(clean_label(found.label))), None)

    def _have_bold_labels(self, rows: Sequence[Row]) -> bool:
        """True if speakers are set in bold: all that speak, and most of what stands in bold before other words or alone and is no body."""
        bold = [(row, bold_opening(row.text[:200], row.bold)) for row in rows if row.bold]
        strange = [(row, found.label) for row, found in bold if found and not is_speaker(clean_label(found.label))]
        if not strange:
            return False
        opened = sum(self.opening(row) is not None for row, _ in bold)
        others = {label for row, label in strange if not BODY.search(label) and self.opening(row) is None}
        if opened < _ENOUGH or opened <= len(others):
            return False
        return opened > 2 * sum(not row.bold and self.opening(row) is not None for row in rows)

    def is_item(self, row: Row) -> bool:
        """True if a row is the title of an item of the agenda in the head."""
        return self._names.is_item(row.text)

    def knows(self, label: str) -> bool:
        """True if a clean label is a speaker of this file."""
        if self._trust is Trust.ANY:
            return True
        if not label or key(label) in NEVER or any(sign in label and close not in label for sign, close in BRACKETS.items()):
            return False
        if is_certain_speaker(label) or label in self._repeated:
            return True
        if self._trust is Trust.SIGNED and (is_speaker(label) or self._names.is_office(label)):
            return True
        return self._names.holds(label)


def _repeated(opener: Opener, rows: Iterable[Row], trust: Trust) -> frozenset[str]:
    """Labels that look like names and open two rows or more; offices (こども政策課) where no sign marks a label."""
    counts: Counter[str] = Counter()
    for row in rows:
        for found in opener(row.text[:200]):
            label = clean_label(found.label)
            if len(label) > 16 or NOT_NAMES.search(label):
                continue
            if is_speaker(label) if trust is Trust.ROLES else (NAME.fullmatch(label) and not is_speaker(label)):
                counts[label] += 1
                break
    return frozenset(label for label, count in counts.items() if count >= 2)


def prose_events(
    rows: Sequence[Row], speakers: Speakers, told: Callable[[str], What | None] = lambda text: None
) -> Iterator[Event]:
    """What each row of the record is. `told` knows some lines better than the general rules."""
    signed = signatures_from(rows)
    if signed < len(rows) and speakers.opening(rows[signed]):
        signed = len(rows)
    openings = [None if is_blank(row) or i >= signed else speakers.opening(row) for i, row in enumerate(rows)]
    around = Around(rows, openings, frozenset(i for i, row in enumerate(rows) if openings[i] is None and speakers.is_item(row)))
    speaker = ""
    skip = 0
    resumes = False
    for i, row in enumerate(rows):
        if skip:
            skip -= 1
        elif is_page_break(row):
            yield Event(Kind.PAGE, row.line)
        elif is_blank(row):
            yield Event(Kind.GAP, row.line)
        elif i >= signed:
            yield Event(Kind.NOTE, row.line, row.text.strip(BLANK))
        elif opening := openings[i]:
            speaker, resumes = opening.label, False
            if opening.before:
                yield Event(Kind.GAP, row.line, opening.before)
            yield line_event(Kind.SPEECH, row, opening.text, opening.label)
        else:
            kind, skip = unspoken(i, around, told)
            whole = paragraphs("".join(r.text.strip(BLANK) for r in rows[i : i + skip + 1]) if skip else row.text)
            if kind is What.WORDS and speaker:
                yield line_event(Kind.SPEECH if resumes else Kind.MORE, row, row.text, speaker)
                resumes = False
            elif kind is What.WORDS and not around.is_title(i):
                yield Event(Kind.UNPLACED, row.line, whole)
            elif kind is What.FURNITURE:
                yield Event(Kind.PAGE, row.line, whole)
            else:
                yield Event(Kind.NOTE, row.line, whole.strip(BLANK))
                resumes = kind is What.ASIDE
                speaker = speaker if resumes else ""


def line_event(kind: Kind, row: Row, text: str, label: str = "") -> Event:
    """An event with the words of a row and how it is set."""
    indent = indent_of(row.text) if kind is Kind.MORE else 0
    return Event(kind, row.line, paragraphs(text).strip(BLANK), label, indent, display_width(row.text[:400]), row.whole)
