"""Which entry of one record is which of another: what is equal first, then what is alike.

Both records keep their order, so the pairs ascend on both sides. What is unique in both anchors
the rest (patience diff); only the gaps between anchors are compared by likeness, in blocks of a
fixed size, so that the work grows with the length of the records and not with its square.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from drafting.model import Narrative, Utterance
from drafting.patterns import lazy_pattern

Entry = Narrative | Utterance
Pair = tuple[int, int]
_Key = Callable[[Entry], Hashable]
_Gap = tuple[int, int, int, int]

_ALIKE, _SAME_SPEAKER, _BLOCK, _EDGE = 0.4, 0.1, 32, 16
_NO_LETTER = lazy_pattern(r"[\W_]+")


def align(old: Sequence[Entry], new: Sequence[Entry]) -> list[Pair]:
    """Indices (old, new) of the entries that are the same one, ascending on both sides.

    Two utterances are the same when their texts are equal or share at least four tenths of their
    pairs of letters (a little less where the speaker is the same); a narrative and an utterance
    only when their texts are equal.
    """
    pairs: list[Pair] = []
    for key, ends in ((_whole, True), (_whole, True), (_text, True), (_squeezed, True), (_head, False), (_tail, False)):
        found = [pair for gap in _gaps(pairs, len(old), len(new)) for pair in _anchors(old, new, gap, key, ends)]
        pairs = sorted(pairs + found)
    for _ in range(2):  # the second time for what lay on both sides of an edge between two blocks
        gaps = _gaps(pairs, len(old), len(new))
        pairs = sorted(pairs + [pair for gap in gaps for block in _blocks(gap) for pair in _alike(old, new, block)])
    return pairs


def likeness(old: Sequence[Entry], new: Sequence[Entry]) -> float:
    """The share of the old letters that stand in entries found again, 0 to 1."""
    letters = sum(len(entry.text) for entry in old)
    return sum(len(old[i].text) for i, _ in align(old, new)) / letters if letters else 0.0


def _speaker(entry: Entry) -> str | None:
    return entry.speaker if isinstance(entry, Utterance) else None


def _whole(entry: Entry) -> Hashable:
    return _speaker(entry), entry.text


def _text(entry: Entry) -> Hashable:
    return entry.text


def _squeezed(entry: Entry) -> Hashable:
    """The letters alone: a change of widths, blanks or punctuation does not count."""
    return _speaker(entry) is None, _NO_LETTER.sub("", unicodedata.normalize("NFKC", entry.text)) or None


def _head(entry: Entry) -> Hashable:
    return (_speaker(entry), entry.text[:_EDGE]) if len(entry.text) >= 2 * _EDGE else None


def _tail(entry: Entry) -> Hashable:
    return (_speaker(entry), entry.text[-_EDGE:]) if len(entry.text) >= 2 * _EDGE else None


def _gaps(pairs: Sequence[Pair], old: int, new: int) -> Iterator[_Gap]:
    """The stretches between pairs where both sides still have entries."""
    i = j = 0
    for one, other in [*pairs, (old, new)]:
        if i < one and j < other:
            yield i, one, j, other
        i, j = one + 1, other + 1


def _anchors(old: Sequence[Entry], new: Sequence[Entry], gap: _Gap, key: _Key, ends: bool) -> Iterator[Pair]:
    """Pairs with equal keys: from both ends of the gap inwards (`ends`), then those unique on both sides."""
    start, stop, low, high = gap
    left = [key(entry) for entry in old[start:stop]]
    right = [key(entry) for entry in new[low:high]]
    head = tail = 0
    while ends and head < min(len(left), len(right)) and left[head] == right[head] is not None:
        yield start + head, low + head
        head += 1
    while ends and tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail] is not None:
        yield stop - 1 - tail, high - 1 - tail
        tail += 1
    left, right = left[head : len(left) - tail], right[head : len(right) - tail]
    once, again = Counter(left), Counter(right)
    at = {value: j for j, value in enumerate(right) if again[value] == 1}
    unique = [(i, at[value]) for i, value in enumerate(left) if value is not None and once[value] == 1 and value in at]
    for i, j in _ascending(unique):
        yield start + head + i, low + head + j


def _ascending(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of the pairs that ascends on both sides (they ascend on the left already)."""
    tops: list[int] = []  # the lowest right side that ends a chain of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        length = bisect_left(tops, j)
        tops[length : length + 1] = [j]
        ends[length : length + 1] = [k]
        before.append(ends[length - 1] if length else -1)
    chain: list[Pair] = []
    k = ends[-1] if ends else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def _blocks(gap: _Gap) -> Iterator[_Gap]:
    """A long gap cut into pieces of like proportion."""
    start, stop, low, high = gap
    count = max(1, max(stop - start, high - low) // _BLOCK)
    for k in range(count):
        i, j = start + (stop - start) * k // count, low + (high - low) * k // count
        yield i, start + (stop - start) * (k + 1) // count, j, low + (high - low) * (k + 1) // count


def _alike(old: Sequence[Entry], new: Sequence[Entry], gap: _Gap) -> list[Pair]:
    """The pairs of a gap, in order, whose likeness adds up to the most."""
    start, stop, low, high = gap
    left = [(entry, _grams(entry.text)) for entry in old[start:stop]]
    right = [(entry, _grams(entry.text)) for entry in new[low:high]]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    like = [[_score(*one, *other) for other in right] for one in left]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            pair = best[i + 1][j + 1] + like[i][j] if like[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    pairs: list[Pair] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if like[i][j] and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            pairs.append((start + i, low + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _grams(text: str) -> frozenset[str]:
    marked = f"^{text}$"
    return frozenset(marked[i : i + 2] for i in range(len(marked) - 1))


def _score(one: Entry, grams: frozenset[str], other: Entry, others: frozenset[str]) -> float:
    """How alike two entries are, 0 where they cannot be the same (Dice's measure over pairs of letters)."""
    if type(one) is not type(other):
        return 0.0
    dice = 2 * len(grams & others) / (len(grams) + len(others))
    score = dice + (_SAME_SPEAKER if _speaker(one) == _speaker(other) else 0.0)
    return score if score >= _ALIKE + _SAME_SPEAKER / 2 else 0.0
