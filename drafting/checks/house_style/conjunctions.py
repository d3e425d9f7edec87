"""及び・並びに、又は・若しくは: which joins more closely, and that only the last of a list is joined by a word.

並びに joins what 及び has joined already; 若しくは divides within what 又は divides
（公用文作成の考え方（文化審議会建議） 解説; 法制執務の慣行）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.house_style.find import Finding
from drafting.checks.house_style.rule import Rule

_NOUN = "[一-鿿々ァ-ヶーA-Za-z0-9]{1,12}"
_REPEATED = tuple(re.compile(f"{word}{_NOUN}{word}(?={_NOUN})") for word in ("及び", "又は"))
_WITHOUT = (("K410", "並びに", ("及び",)), ("K411", "若しくは", ("又は",)))
_END = re.compile("[。\n]")


def check_conjunctions(text: str, rules: dict[str, Rule]) -> Iterator[Finding]:
    """K410 並びに in a sentence without 及び, K411 若しくは without 又は, K412 A及びB及びC."""
    for code, word, partners in _WITHOUT:
        if code in rules:
            yield from _alone(text, rules[code], word, partners)
    if "K412" in rules:
        for pattern, word in zip(_REPEATED, ("及び", "又は"), strict=True):
            if word in text:
                yield from (Finding(rules["K412"], match.start(), match.end()) for match in pattern.finditer(text))


def _alone(text: str, rule: Rule, word: str, partners: tuple[str, ...]) -> Iterator[Finding]:
    at = text.find(word)
    while at >= 0:
        start = max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1
        stop = _END.search(text, at)
        sentence = text[start : stop.start() if stop else len(text)]
        if not any(partner in sentence for partner in partners):
            yield Finding(rule, at, at + len(word))
        at = text.find(word, at + len(word))
