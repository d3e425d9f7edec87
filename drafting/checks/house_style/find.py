"""Where the words of a table stand in a corpus. Letters are looked for before patterns are compiled: most rules
find nothing in most reports, and looking for letters costs a hundredth of a search by pattern."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator
from operator import add
from typing import NamedTuple

from drafting.checks.house_style.rule import Entry, Rule
from drafting.japanese import kanji_number
from drafting.patterns import lazy_pattern

_FIRST = lazy_pattern(r"\[[^\]]+\](?![?*{])")


class Finding(NamedTuple):
    """Letters [start, end) of the corpus break a rule. `right` is what they should be, None where the writer
    must decide; `shown` replaces the words in the message where the place alone is not enough."""

    rule: Rule
    start: int
    end: int
    right: str | None = None
    shown: str = ""


class Pieces(NamedTuple):
    """The letters of a text, and all pairs of neighbours: few words have all their pairs in a text that lacks them."""

    letters: frozenset[str]
    pairs: frozenset[str]


def pieces_of(text: str) -> Pieces:
    """The pieces of a text. Pairs are told apart as numbers of eight bytes: a third of what so many small texts cost."""
    codes = memoryview(text.encode("utf-32-le", "surrogatepass"))
    pairs = set(codes[: len(text) // 2 * 8].cast("Q"))
    pairs.update(codes[4 : 4 + (len(text) - 1) // 2 * 8].cast("Q") if text else ())
    told = array("Q", pairs).tobytes().decode("utf-32-le", "surrogatepass")
    return Pieces(frozenset(told or text), frozenset(map(add, told[::2], told[1::2])))


def find_words(rule: Rule, text: str, pieces: Pieces) -> Iterator[Finding]:
    """The findings of a rule's table. `pieces` are those of the text."""
    computed = _COMPUTED.get(rule.code)
    for entry in rule.entries:
        literal = entry.literal
        if not pieces.letters.issuperset(literal) or not pieces.pairs.issuperset(map(add, literal, literal[1:])):
            continue
        if not literal and (first := _FIRST.match(entry.wrong)) and not any(map(re.compile(first[0]).match, pieces.letters)):
            continue
        if literal not in text:
            continue
        for match in _matches(entry, literal, text):
            right = computed(match[0]) if computed else match.expand(entry.right) if entry.right else None
            yield Finding(rule, match.start(), match.end(), right)


def _matches(entry: Entry, literal: str, text: str) -> Iterator[re.Match[str]]:
    pattern = re.compile(entry.before + entry.wrong + entry.after)
    if not literal:
        yield from pattern.finditer(text)
        return
    at = text.find(literal)
    while at >= 0:
        match = pattern.match(text, at)
        if match:
            yield match
        at = text.find(literal, match.end() if match else at + 1)


def _widened(found: str) -> str:
    """Half-width kana as full-width ones, a voiced mark joined to its letter (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", found)


def _one_sign(found: str) -> str:
    return "。" if "。" in found else "、"


def _with_commas(found: str) -> str:
    return f"{int(found):,}"


def _in_digits(found: str) -> str:
    """第三 as 第3, 一千二百万 as 1,200万."""
    number = found.removeprefix("第")
    digits = ""
    for part, unit in re.findall("([^万億]+)([万億]?)", number):
        thousands, _, rest = part.rpartition("千")
        value = (kanji_number(thousands or "一") or 0) * 1000 if "千" in part else 0
        digits += f"{value + (kanji_number(rest) or 0):,}{unit}"
    return found[: len(found) - len(number)] + digits


_COMPUTED: dict[str, Callable[[str], str]] = {"K507": _widened, "K508": _widened, "K510": _with_commas, "K522": _one_sign, "K523": _in_digits}
