"""What differs between two wordings of a text, in pieces that read well: words, not scattered letters.

Sentences are compared first, then words as Japanese shows them: a run of kanji, of katakana, of hiragana, of digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from drafting.differences.alignment import gaps
from drafting.patterns import lazy_pattern


class Side(Enum):
    """Where the words of a piece stand."""

    BOTH = "両方"
    OLD = "前だけ"
    NEW = "今だけ"


class Piece(NamedTuple):
    """Some words, and in which wording they stand."""

    side: Side
    text: str


_SENTENCE = lazy_pattern(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+")
_CLAUSE = lazy_pattern(r"[^。、！？\n]*[。、！？\n]|[^。、！？\n]+")
_WORD = lazy_pattern(r"[一-鿿々〆]+|[ァ-ヺー]+|[ぁ-ゖ]+|[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|.", re.DOTALL)
# The fewest words that mark the same place of two long texts; one sentence does
_LEAST_WORDS = 2
# Equal words shorter than this between two changes are read with them
_LEAST_KEPT = 2
# A sentence of which less than this stays is read as a new one
_LEAST_SHARED = 0.3


def compare_texts(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in order. Those of BOTH and OLD are `old`, those of BOTH and NEW are
    `new`; between two pieces of BOTH what is gone stands before what came."""
    return list(_joined(_aligned(_SENTENCE.findall(old), _SENTENCE.findall(new), 1, _words)))


def changed_clauses(old: str, new: str) -> list[tuple[str, str]]:
    """The clauses that differ, old and new, in order, as a clerk would read them out; "" where there is nothing on one side."""
    before, after = _CLAUSE.findall(old), _CLAUSE.findall(new)
    return [
        ("".join(before[gap.start : gap.end]).strip("\n"), "".join(after[gap.new_start : gap.new_end]).strip("\n"))
        for gap in gaps(before, after, 1)
    ]


def _aligned(before: list[str], after: list[str], least: int, finer: Callable[[str, str], Iterable[Piece]]) -> Iterator[Piece]:
    """The pieces of two sequences; what was replaced is told by `finer`."""
    done = 0
    for gap in gaps(before, after, least):
        yield Piece(Side.BOTH, "".join(before[done : gap.start]))
        gone, came = "".join(before[gap.start : gap.end]), "".join(after[gap.new_start : gap.new_end])
        yield from finer(gone, came) if gone and came else _replaced(gone, came)
        done = gap.end
    yield Piece(Side.BOTH, "".join(before[done:]))


def _words(old: str, new: str) -> Iterable[Piece]:
    pieces = list(_joined(_aligned(_WORD.findall(old), _WORD.findall(new), _LEAST_WORDS, _replaced)))
    pieces = list(_joined(_readable(pieces)))
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
