"""及び・並びに、又は・若しくは: which joins more closely, and that only the last of a list is joined by a word.

並びに joins what 及び has joined already; 若しくは divides within what 又は divides
（法制執務の慣行）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.house_style.find import Finding
from drafting.checks.house_style.rule import Rule
from drafting.patterns import lazy_pattern

_NOUN = "[一-鿿々ァ-ヶーA-Za-z0-9]{1,12}"
_COMMA = lazy_pattern("(?<=[一-鿿々ァ-ヶーA-Za-z])、(?:及び|又は)(?=[一-鿿々ァ-ヶーA-Za-z])")
_WITHOUT = (("K410", "並びに", ("及び",)), ("K411", "若しくは", ("又は",)))
_END = lazy_pattern("[。\n]")


def check_conjunctions(text: str, rules: dict[str, Rule]) -> Iterator[Finding]:
    """K410 並びに in a sentence without 及び, K411 若しくは without 又は, K412 A及びB及びC, K413 A、及びB."""
    for code, word, partners in _WITHOUT:
        if code in rules:
            yield from _alone(text, rules[code], word, partners)
    if "K412" in rules:
        for word in ("及び", "又は"):
            if word in text:
                pattern = f"{word}{_NOUN}{word}(?={_NOUN})"
                yield from (Finding(rules["K412"], *match.span()) for match in re.finditer(pattern, text))
    if "K413" in rules and ("、及び" in text or "、又は" in text):
        yield from (Finding(rules["K413"], *match.span(), match[0][1:]) for match in _COMMA.finditer(text))


def _alone(text: str, rule: Rule, word: str, partners: tuple[str, ...]) -> Iterator[Finding]:
    at = text.find(word)
    while at >= 0:
        start = max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1
        stop = _END.search(text, at)
        sentence = text[start : stop.start() if stop else len(text)]
        if not any(partner in sentence for partner in partners):
            yield Finding(rule, at, at + len(word))
        at = text.find(word, at + len(word))
