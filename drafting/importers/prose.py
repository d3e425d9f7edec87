"""Minutes in lines: who speaks is told by a label in front of the words, or on a line above them.

One reader for all of those layouts; they differ by their opener (`openings.py`) and by how far a
label that is no known role may be trusted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from drafting.importers.headings import (
    is_aside,
    is_break,
    is_closing,
    is_end,
    is_heading,
    is_narration,
    is_ruling,
    is_section,
    item_of,
    numbered,
    opens_long_note,
)
from drafting.importers.joining import ends_sentence
from drafting.importers.label_keys import key
from drafting.importers.markup import paragraphs
from drafting.importers.names import Names
from drafting.importers.openings import BLANK, LONGEST_LABEL, PREFIX, Opener, Opening
from drafting.importers.record import Event, Kind
from drafting.importers.roles import BRACKETS, MARKS, clean_label, is_certain_speaker, is_speaker
from drafting.importers.rows import Row, is_blank, is_page_break
from drafting.importers.vocabulary import FIELDS, POINTERS, TITLES
from drafting.japanese import display_width

_LONGEST_NOTE = 6  # lines
_SAID = re.compile("[。、]")


class Trust(Enum):
    """What may stand in the place of a label, besides a person whom the head names."""

    ROLES = "a known role"
    REPEATED = "also what comes back again and again, as only a name does"
    SIGNED = "also an office without a person, for the sign leaves no doubt"
    ANY = "whatever the opener finds"


class What(Enum):
    """What a line without a label is."""

    WORDS = "words of a speech"
    ASIDE = "a note that interrupts a speech"
    HEADING = "the speech before is over"
    FURNITURE = "of the page, not of the record"


_NOT_NAMES = re.compile(
    "意見|質疑|議事|議題|案件|資料|説明|報告|審議|協議|概要|要旨|開会|閉会|休憩|再開|その他|結論|結果|次第|連絡|目標|課題|方針|施策|事業"
    "|計画|日時|場所|別紙|参考|注|補足|まとめ|論点|諮問|答申|理由|目的|背景|現状|対応|検討|指標|今後|主な|例|一覧|図|表|備考|第.{0,3}[章節条回]"
)
_NAME = re.compile("[一-龯々ヶァ-ヶーA-Za-zＡ-Ｚａ-ｚ]{1,8}(?:[ \u3000][一-龯々ァ-ヶーぁ-ん]{1,6})?(?:[(（][^()（）]{1,8}[)）])?(?:氏|さん|様|先生|教授)?")
_BODY = re.compile("[一-龯々ヶァ-ヶー・A-Za-zＡ-Ｚａ-ｚ0-9]{2,16}(?:[ \u3000][一-龯々ヶァ-ヶーぁ-ん]{1,8})?")
_ENOUGH = 3
_NEVER = frozenset(label for label, name in FIELDS.items() if label not in ("委員", "事務局", "担当課", "所管課", "傍聴者", "傍聴人", "説明員", "関係者")) | POINTERS | TITLES


class Speakers:
    """Which labels open a speech in one file: roles, names of the head, and labels that come back."""

    def __init__(self, opener: Opener, trust: Trust, rows: Iterable[Row], names: Names) -> None:
        self._opener, self._trust, self._names = opener, trust, names
        self._repeated = _repeated(opener, rows, trust) if trust is not Trust.ANY else frozenset()
        if trust is Trust.SIGNED:
            self._repeated |= _alone_in_brackets(opener, rows)

    def opening(self, row: Row) -> Opening | None:
        """Label and words of a row that opens a speech."""
        text = row.text
        head, rest = (text[:200], text[200:]) if len(text) > 2000 else (text, "")
        found = self._behind_prefix(head) or self._first(head)
        return found._replace(text=found.text + rest) if found else None

    def _behind_prefix(self, text: str) -> Opening | None:
        """An opening behind a number or a time; a list in a speech (「1 委員の数」) has no speaker there."""
        prefix = PREFIX.match(text)
        if not prefix or self._trust is Trust.ANY:
            return None
        found = self._first(text[prefix.end() :])
        if found is None or not is_certain_speaker(clean_label(found.label)) or (found.text and not _SAID.search(found.text)):
            return None
        return found._replace(before=prefix[0].strip(BLANK))

    def _first(self, text: str) -> Opening | None:
        readings = list(self._opener(text))
        if self._trust is not Trust.ANY:
            # 「相馬 由美 委員長」 is one label, though 相馬 is in the head too.
            readings.sort(key=lambda found: not is_certain_speaker(clean_label(found.label)))
        return next((found for found in readings if self.knows(clean_label(found.label))), None)

    def is_item(self, row: Row) -> bool:
        """True if a row is the title of an item of the agenda in the head."""
        return self._names.is_item(row.text)

    def knows(self, label: str) -> bool:
        """True if a clean label is a speaker of this file."""
        if self._trust is Trust.ANY:
            return True
        if not label or key(label) in _NEVER or any(sign in label and close not in label for sign, close in BRACKETS.items()):
            return False
        if is_certain_speaker(label) or label in self._repeated:
            return True
        if self._trust is Trust.SIGNED and is_speaker(label):
            return True
        return self._names.holds(label)


def _repeated(opener: Opener, rows: Iterable[Row], trust: Trust) -> frozenset[str]:
    """Labels that look like names and open two rows or more; offices (こども政策課) where no sign marks a label."""
    counts: Counter[str] = Counter()
    for row in rows:
        for found in opener(row.text[:200]):
            label = clean_label(found.label)
            if len(label) > 16 or _NOT_NAMES.search(label):
                continue
            if is_speaker(label) if trust is Trust.ROLES else (_NAME.fullmatch(label) and not is_speaker(label)):
                counts[label] += 1
                break
    return frozenset(label for label, count in counts.items() if count >= 2)


def _alone_in_brackets(opener: Opener, rows: Iterable[Row]) -> frozenset[str]:
    """Bodies and people that stand in brackets above words (《老人クラブ連合会》), where most who do are speakers."""
    known = 0
    found: set[str] = set()
    waiting = ""
    for row in rows:
        if waiting and not is_blank(row) and row.text.lstrip(BLANK)[:1] not in BRACKETS:
            found.add(waiting)
        waiting = ""
        text = row.text.strip(BLANK)
        if not text or len(text) > LONGEST_LABEL or text[0] not in BRACKETS:
            continue
        label = next((clean_label(one.label) for one in opener(text) if not one.text.strip()), "")
        if label and is_certain_speaker(label):
            known += 1
        elif label and _BODY.fullmatch(label) and not _NOT_NAMES.search(label) and not is_speaker(label):
            waiting = label
    return frozenset(found) if known >= _ENOUGH and known >= len(found) // 2 else frozenset()


def prose_events(
    rows: Sequence[Row], speakers: Speakers, told: Callable[[str], What | None] = lambda text: None
) -> Iterator[Event]:
    """What each row of the record is. `told` knows some lines better than the general rules."""
    openings = [None if is_blank(row) else speakers.opening(row) for row in rows]
    around = _Around(rows, openings, frozenset(i for i, row in enumerate(rows) if openings[i] is None and speakers.is_item(row)))
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
        elif opening := openings[i]:
            speaker, resumes = opening.label, False
            if opening.before:
                yield Event(Kind.GAP, row.line, opening.before)
            yield _event(Kind.SPEECH, row, opening.text, opening.label)
        else:
            kind, skip = _unspoken(i, around, told)
            whole = paragraphs("".join(r.text.strip(BLANK) for r in rows[i : i + skip + 1]) if skip else row.text)
            if kind is What.WORDS and speaker:
                yield _event(Kind.SPEECH if resumes else Kind.MORE, row, row.text, speaker)
                resumes = False
            elif kind is What.WORDS:
                yield Event(Kind.UNPLACED, row.line, whole)
            elif kind is What.FURNITURE:
                yield Event(Kind.PAGE, row.line, whole)
            else:
                yield Event(Kind.NOTE, row.line, whole.strip(BLANK))
                resumes = kind is What.ASIDE
                speaker = speaker if resumes else ""


class _Around:
    """The rows with their openings, and what stands before and behind each."""

    def __init__(self, rows: Sequence[Row], openings: Sequence[Opening | None], items: frozenset[int]) -> None:
        self.rows, self.openings, self.items = rows, openings, items
        filled = [i for i, row in enumerate(rows) if not is_blank(row)]
        self._behind = dict(pairwise(filled))
        self._before = {behind: before for before, behind in self._behind.items()}

    def is_listed(self, i: int) -> bool:
        """True if a numbered line is one of a list: the line right before or behind it has the next number."""
        mine = numbered(self.rows[i].text)
        neighbours = ((j, numbered(self.rows[j].text)) for j in (i - 1, i + 1) if 0 <= j < len(self.rows))
        return mine is not None and any(other is not None and other[0] - mine[0] == j - i for j, other in neighbours)

    def stands_alone(self, i: int) -> bool:
        """True if a short line is cut off from the sentences around it: a speech, a heading or
        nothing follows, and no sentence is left open before it."""
        behind, before = self._behind.get(i), self._before.get(i)
        if behind is not None and not (self.openings[behind] or self._heads(behind)):
            return False
        if before is None or before < i - 1 or self._heads(before):
            return True
        return ends_sentence(self.rows[before].text)

    def awaits_words(self, i: int) -> bool:
        """True if a label stands alone right before this row."""
        before = self._before.get(i)
        opening = None if before is None else self.openings[before]
        return opening is not None and not opening.text.strip()

    def _heads(self, i: int) -> bool:
        text = self.rows[i].text
        return bool(not self.openings[i] and (i in self.items or numbered(text) or is_heading(text) or is_aside(text) or is_end(text)))


def _unspoken(i: int, around: _Around, told: Callable[[str], What | None]) -> tuple[What, int]:
    """What a row without a label is, and how many rows behind it belong to it."""
    text = around.rows[i].text.strip(BLANK)
    if known := told(around.rows[i].text):
        return known, 0
    is_title = bool(item_of(text)) or (is_heading(text) and text[0] in "＜<〈《≪【〔［[")
    if around.awaits_words(i) and not (is_aside(text) or is_title):
        return What.WORDS, 0
    if is_end(text) or is_section(text) or is_closing(text):
        return What.HEADING, 0
    if is_ruling(text) or is_break(text) or is_aside(text):
        return What.ASIDE, 0
    if is_title or (i in around.items and around.stands_alone(i)):
        return What.HEADING, 0
    if (is_heading(text) or numbered(text)) and not around.is_listed(i) and around.stands_alone(i):
        return What.HEADING, 0
    if (is_narration(text) or text[0] == "※") and around.stands_alone(i):
        return What.ASIDE, 0
    if opens_long_note(text) and (length := _note_length(i, around)):
        return What.ASIDE, length
    return What.WORDS, 0


def _note_length(i: int, around: _Around) -> int:
    """How many rows behind this one close the bracket that it opens; 0 if none does."""
    text = ""
    for length, row in enumerate(around.rows[i : i + _LONGEST_NOTE]):
        if is_blank(row) or around.openings[i + length]:
            return 0
        text += row.text.strip(BLANK)
        if length and not opens_long_note(text):
            return length if is_aside(text) or is_heading(text) else 0
    return 0


def _event(kind: Kind, row: Row, text: str, label: str = "") -> Event:
    indent = display_width(row.text[: len(row.text) - len(row.text.lstrip(BLANK))]) if kind is Kind.MORE else 0
    return Event(kind, row.line, paragraphs(text).strip(BLANK), label, indent, display_width(row.text[:400]))


def _first_point(lines: Sequence[Row]) -> int:
    """Where the speech begins: at the last list mark, where the lines have any."""
    marked = [i for i, row in enumerate(lines) if row.text.lstrip(BLANK)[:1] in MARKS and row.text.strip(BLANK)]
    return marked[-1] if marked else 0


def trailing_events(rows: Sequence[Row], speakers: Speakers) -> Iterator[Event]:
    """As `prose_events`, where the label closes the speech: 「…ではないか。（委員）」."""
    waiting: list[Row] = []
    for row in rows:
        if is_blank(row) or is_page_break(row):
            continue
        opening = speakers.opening(row)
        if opening:
            lines = [*waiting, row]
            first = _first_point(lines)
            yield from (Event(Kind.NOTE if is_narration(r.text.strip(BLANK)) else Kind.UNPLACED, r.line, r.text) for r in lines[:first])
            lines = lines[first:]
            pieces = [*(r.text for r in lines[:-1]), opening.text]
            yield _event(Kind.SPEECH, lines[0], pieces[0].lstrip(BLANK + MARKS), opening.label)
            yield from (_event(Kind.MORE, r, text) for r, text in zip(lines[1:], pieces[1:], strict=True))
            waiting = []
        elif not waiting and (is_heading(row.text) or is_aside(row.text) or numbered(row.text)):
            yield Event(Kind.NOTE, row.line, paragraphs(row.text).strip(BLANK))
        else:
            waiting.append(row)
    yield from (Event(Kind.UNPLACED, row.line, row.text) for row in waiting)
