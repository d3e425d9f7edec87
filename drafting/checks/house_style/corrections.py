"""The corrections that can be made without reading the sentence: what stands there, what shall, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.checks.house_style import corpus_of, find_style, locator
from drafting.checks.house_style.exempt import Exempt
from drafting.checks.house_style.texts import COPY
from drafting.house_style import HouseStyle
from drafting.patterns import lazy_pattern
from drafting.problems import Place
from drafting.workspace import Source
from drafting.yamlfile import parse
from drafting.yamlfile.edit import Replacement, replace_words

# What one correction brings to light (１０００人 → 1000人 → 1,000人) is corrected too; no text needs more rounds.
_ROUNDS = 9
# Somebody else's words, also where they are not found in the minutes; an open quotation lasts to the end.
_QUOTED = lazy_pattern("「[^」]*」?|『[^』]*』?")


class Correction(NamedTuple):
    """One safe correction. `replacement` is how `yamlfile.edit.replace_words` makes it."""

    code: str
    place: Place
    old: str
    new: str
    replacement: Replacement


def correct(sources: Mapping[str, Source], style: HouseStyle, exempt: Exempt) -> Iterator[tuple[str, list[Correction]]]:
    """The files with what is corrected in them, round after round: each round's places are in the text that the
    round before left. Nothing safe is left to correct after the last."""
    now = dict(sources)
    for _ in range(_ROUNDS):
        found = corrections(now, style, exempt)
        for file in dict.fromkeys(one.place.file for one in found):
            mine = [one for one in found if one.place.file == file]
            text = make(now[file].text, mine, file)
            now[file] = Source(text, parse(text, file))
            yield file, mine
        if not found:
            return


def make(text: str, found: Sequence[Correction], file: str) -> str:
    """The text of a file with the corrections of one round made."""
    return replace_words(text, [one.replacement for one in found], file)


def corrections(sources: Mapping[str, Source], style: HouseStyle, exempt: Exempt) -> list[Correction]:
    """The safe corrections of the texts as they stand, none overlapping another. Quotations of any kind, a copy of
    another's document and a value that & and * share are left alone."""
    corpus = corpus_of(sources)
    locate = locator(sources)
    found: list[Correction] = []
    end = 0
    for finding in find_style(corpus, style, exempt):
        passage, at = corpus.at(finding.start)
        free = finding.start >= end and passage.kind != COPY and not passage.node.shared
        if not (finding.rule.safe and finding.right and free):
            continue
        old = corpus.text[finding.start : finding.end]
        if _is_quoted(passage.node.text, at, at + len(old)):
            continue
        end = finding.end
        replacement = Replacement(passage.path, at, at + len(old), finding.right)
        found.append(Correction(finding.rule.code, locate(passage, at), old, finding.right, replacement))
    return found


def _is_quoted(text: str, start: int, end: int) -> bool:
    return any(match.start() < end and start < match.end() for match in _QUOTED.finditer(text))
