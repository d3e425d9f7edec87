"""From a recommendation back to what was said: quotations and the passages nearest to them. Pure."""

from __future__ import annotations

from drafting.japanese import sentences
from drafting.model import Utterance


def holds_quotation(said: Utterance, quote: str) -> bool:
    """True if the words stand verbatim in the utterance, as published or in the corrected reading."""
    return quote in said.text or (bool(said.reading) and quote in said.reading)


def closest_passage(said: Utterance, quote: str) -> str:
    """The passage of the utterance most like the quotation, "" if less than half is alike.

    The passage has about the length of the quotation, so that the difference can be seen.
    """
    from difflib import SequenceMatcher

    best, likeness = "", 0.5
    for sentence in sentences(said.text + "\n" + said.reading):
        matcher = SequenceMatcher(None, sentence, quote, autojunk=False)
        if matcher.real_quick_ratio() == 0:
            continue
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        found = sum(block.size for block in blocks) / len(quote)
        if blocks and found > likeness:
            start = max(0, blocks[0].a - blocks[0].b)
            end = min(len(sentence), blocks[-1].a + len(quote) - blocks[-1].b)
            best, likeness = sentence[start:end], found
    return best


def difference(old: str, new: str) -> str:
    """Both texts in one, what differs as ［old→new］: "大き［い→な］字"; what is gone or added has one side."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces = []
    for kind, a, b, c, d in matcher.get_opcodes():
        pieces.append(old[a:b] if kind == "equal" else f"［{old[a:b] or '（なし）'}→{new[c:d] or '（なし）'}］")
    return "".join(pieces)
