"""The corrections that can be made without reading the sentence: what stands there, what shall, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from drafting.checks.house_style import corpus_of, find_style, locator
from drafting.checks.house_style.exempt import Exempt
from drafting.checks.house_style.texts import COPY
from drafting.house_style import HouseStyle
from drafting.problems import Place
from drafting.workspace import Source
from drafting.yamlfile.edit import Replacement


class Correction(NamedTuple):
    """One safe correction. `replacement` is how `yamlfile.edit.replace_words` makes it."""

    code: str
    place: Place
    old: str
    new: str
    replacement: Replacement


def corrections(sources: Mapping[str, Source], style: HouseStyle, exempt: Exempt) -> list[Correction]:
    """All safe corrections, none overlapping another. A copy of another's document and a value that & and * share
    are left alone."""
    corpus = corpus_of(sources)
    locate = locator(sources)
    found: list[Correction] = []
    end = 0
    for finding in find_style(corpus, style, exempt):
        passage, at = corpus.at(finding.start)
        free = finding.start >= end and passage.kind != COPY and not passage.node.shared
        if not (finding.rule.safe and finding.right and free):
            continue
        end = finding.end
        old = corpus.text[finding.start : end]
        replacement = Replacement(passage.path, at, at + len(old), finding.right)
        found.append(Correction(finding.rule.code, locate(passage, at), old, finding.right, replacement))
    return found
