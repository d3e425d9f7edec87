"""What differs between two wordings of a text, in pieces that read well: words, not scattered letters.

Lines are compared first, then sentences, then words as Japanese shows them (a run of kanji, of
katakana, of hiragana, of digits), so a small change in a long text costs little more than reading it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import NamedTuple


class Side(Enum):
    """Where the words of a piece stand."""

    BOTH = "両方"
    OLD = "前だけ"
    NEW = "今だけ"


class Piece(NamedTuple):
    """Some words, and in which wording they stand."""

    side: Side
    text: str


_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+")
_WORD = re.compile(r"[一-鿿々〆]+|[ァ-ヺー]+|[ぁ-ゖ]+|[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|.", re.DOTALL)
# Equal words shorter than this between two changes are read with them
_LEAST_KEPT = 2
# A sentence of which less than this stays is read as a new one
_LEAST_SHARED = 0.3
# Pairs of words, about a second of comparing; beyond that the two are told as a whole
_MOST_PAIRS = 4_000_000


def compare_texts(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in order. Those of BOTH and OLD are `old`, those of BOTH and NEW are
    `new`; between two pieces of BOTH what is gone stands before what came."""
    return list(_joined(_compare(old, new, (_LINE, _SENTENCE))))


def _compare(old: str, new: str, levels: Sequence[re.Pattern[str]]) -> Iterator[Piece]:
    if not levels:
        yield from _words(old, new)
        return
    finer: Callable[[str, str], Iterable[Piece]] = lambda a, b: _compare(a, b, levels[1:])  # noqa: E731
    yield from _aligned(levels[0].findall(old), levels[0].findall(new), finer)


def _aligned(before: list[str], after: list[str], finer: Callable[[str, str], Iterable[Piece]]) -> Iterator[Piece]:
    """The pieces of two sequences; what was replaced is told by `finer`."""
    head, tail = _equal_ends(before, after)
    yield Piece(Side.BOTH, "".join(before[:head]))
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(old) * len(new) > _MOST_PAIRS:
        yield from _replaced("".join(old), "".join(new))
    else:
        for step, i, stop, j, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            gone, came = "".join(old[i:stop]), "".join(new[j:end])
            if step == "equal":
                yield Piece(Side.BOTH, gone)
            elif step == "replace":
                yield from finer(gone, came)
            else:
                yield from _replaced(gone, came)
    yield Piece(Side.BOTH, "".join(before[len(before) - tail :]))


def _equal_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    head = tail = 0
    most = min(len(before), len(after))
    while head < most and before[head] == after[head]:
        head += 1
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, tail


def _words(old: str, new: str) -> Iterable[Piece]:
    pieces = list(_aligned(_WORD.findall(old), _WORD.findall(new), _replaced))
    pieces = list(_joined(_readable(list(_joined(pieces)))))
    shared = sum(len(piece.text) for piece in pieces if piece.side is Side.BOTH)
    return pieces if shared >= _LEAST_SHARED * min(len(old), len(new)) else _replaced(old, new)


def _replaced(old: str, new: str) -> Iterable[Piece]:
    return Piece(Side.OLD, old), Piece(Side.NEW, new)


def _readable(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, a short one of BOTH between two changes told as gone and come; a line end stays."""
    for number, piece in enumerate(pieces):
        inside = 0 < number < len(pieces) - 1
        if piece.side is Side.BOTH and inside and len(piece.text) < _LEAST_KEPT and "\n" not in piece.text:
            yield from _replaced(piece.text, piece.text)
        else:
            yield piece


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without empty ones; neighbours are one, what is gone before what came."""
    for same, group in groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.side is Side.BOTH):
        found = list(group)
        for side in (Side.BOTH,) if same else (Side.OLD, Side.NEW):
            if text := "".join(piece.text for piece in found if piece.side is side):
                yield Piece(side, text)
