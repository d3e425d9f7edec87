"""Where quotations stand in what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.model import Utterance


def quoted_spans(said: Utterance, quote: str) -> list[tuple[int, int]]:
    """Where a quotation stands in the words of an utterance; also one of the text that the reading corrects."""
    words = said.words
    if found := list(_occurrences(words, quote)):
        return found
    if not said.reading:
        return []
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, said.text, words, autojunk=False)
    moves = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]
    return [(_moved(start, moves), max(_moved(end, moves), _moved(start, moves) + 1)) for start, end in _occurrences(said.text, quote)]


def _occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + len(quote))


def _moved(index: int, moves: Sequence[tuple[int, int, int]]) -> int:
    """Where a place in the text is in the reading: in a block that both share, or at its edge."""
    for a, b, size in moves:
        if index <= a + size:
            return b + max(0, index - a)
    return moves[-1][1] if moves else 0
