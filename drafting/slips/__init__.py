"""Suspected slips in what was said: listed for confirmation with the speaker, never changed.

Only what is certain enough to ask about is listed (domain R42, R45, R46); a rule that can fire on
right text has no place here. Words inside 「」 are somebody else's and are left alone. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafting.model import Minutes, Utterance
from drafting.problems import Place
from drafting.slips.numbers import contradictions
from drafting.slips.rules import RULES, Found, Rule
from drafting.slips.style import missing_stops, polite_ends

__all__ = ["ConfirmationRow", "Slip", "confirmation_rows", "find_slips"]
_CLAUSE_ENDS = "、。！？\n"
_SENTENCE_ENDS = "。！？\n"


class Slip(NamedTuple):
    """One suspicion. `words` is the clause it stands in, `proposal` that clause as it may have been
    meant ("" where only the speaker can know), `sentence` the whole sentence."""

    code: str
    reference: str
    place: Place
    words: str
    suspicion: str
    proposal: str
    sentence: str
    speaker: str


class ConfirmationRow(NamedTuple):
    """A row of the 確認依頼リスト (domain 4.1): 発言番号, 発言, 原文, 疑い, 修正案, 確認先, 結果 (empty)."""

    reference: str
    sentence: str
    words: str
    suspicion: str
    proposal: str
    ask: str
    result: str = ""


def find_slips(minutes: Minutes) -> Iterator[Slip]:
    """The suspected slips in the order of the record; none that a `reading` has mended."""
    by_record: dict[str, list[Found]] = {}
    for find in (missing_stops, polite_ends, contradictions):
        for id, found in find(minutes.utterances):
            by_record.setdefault(id, []).append(found)
    rules = _rules_that_find("\n".join(said.text for said in minutes.utterances))
    for said in minutes.utterances:
        slips = [*_in_text(said.text, rules), *by_record.get(said.id, [])]
        if said.reading:
            slips = [one for one in slips if not _mended(said, one)]
        yield from (_slip(said, found) for found in sorted(slips, key=lambda one: one.start))


def confirmation_rows(minutes: Minutes) -> tuple[ConfirmationRow, ...]:
    """The rows of the list that asks speakers what they said; the last column is filled by hand."""
    return tuple(
        ConfirmationRow(slip.reference, slip.sentence, slip.words, slip.suspicion, slip.proposal, slip.speaker)
        for slip in find_slips(minutes)
    )


def _rules_that_find(whole: str) -> tuple[Rule, ...]:
    """The rules that find anything in a whole record: most find nothing, and are not asked of each speech."""
    return tuple(rule for rule in RULES if next(rule(whole), None) is not None)


def _in_text(text: str, rules: Iterable[Rule] = RULES) -> list[Found]:
    return [found for rule in rules for found in rule(text)]


def _mended(said: Utterance, found: Found) -> bool:
    """True where the reading no longer has the clause, or has it and nothing of the kind is wrong with it."""
    words = _part(said.text, found, _CLAUSE_ENDS)
    stands = words in said.reading if words[-1:] in _CLAUSE_ENDS else f"{words}\n" in said.reading + "\n"
    seen_alone = found.code in {one.code for one in _in_text(said.text)}
    return not stands or (seen_alone and found.code not in {one.code for one in _in_text(said.reading)})


def _slip(said: Utterance, found: Found) -> Slip:
    start, end = _span(said.text, found, _CLAUSE_ENDS)
    proposal = ""
    if found.proposal is not None:
        proposal = said.text[start : found.start] + found.proposal + said.text[found.end : end]
    words = said.text[start:end].strip()
    sentence = _part(said.text, found, _SENTENCE_ENDS)
    return Slip(found.code, said.reference, said.place, words, found.suspicion, proposal.strip(), sentence, said.speaker)


def _part(text: str, found: Found, ends: str) -> str:
    start, end = _span(text, found, ends)
    return text[start:end].strip()


def _span(text: str, found: Found, ends: str) -> tuple[int, int]:
    """The clause or sentence around a find, with the sign that ends it."""
    start = max(text.rfind(sign, 0, found.start) for sign in ends) + 1
    stops = [at for sign in ends if (at := text.find(sign, max(found.start, found.end - 1))) >= 0]
    return start, min(stops) + 1 if stops else len(text)
