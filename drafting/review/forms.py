"""A text as it stands in YAML and as a reviewer's file prints it: without blank lines, readings in brackets as ruby."""

from __future__ import annotations

from typing import NamedTuple

from drafting.differences import Hunk, apply_hunks
from drafting.word.ruby import split_ruby

_BLANKS = " \u3000\t"


class Printed(NamedTuple):
    """`text` as printed; its letter i stands for the letters of the source from at[i] up to at[i + 1]."""

    text: str
    at: tuple[int, ...]


def solid(text: str) -> str:
    """The letters of a text without any blank or line end: what two programs leave alike."""
    return "".join(text.split())


def printed(source: str) -> Printed:
    """The form in which texts are compared: a line a paragraph, no blank lines, no line end at the end."""
    return _printed(source, frozenset())


def printed_with_ruby(source: str) -> Printed:
    """The form where readings are above the words: 誹謗（ひぼう） is 誹謗."""
    return _printed(source, _readings(source))


def without_indents(text: str, issued: str) -> str:
    """The text without the blanks that somebody typed before its paragraphs: the draft indents by itself. Paragraphs of blanks go."""
    before = issued.split("\n")
    if any(line[:1] in _BLANKS for line in before if line):
        return text
    lines = (line.lstrip(_BLANKS) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _printed(source: str, gone: frozenset[int]) -> Printed:
    letters: list[str] = []
    at: list[int] = []
    end = 0
    for i, letter in enumerate(source):
        blank_line = letter in "\r\n" and (not letters or letters[-1] == "\n")
        if i in gone or blank_line:
            continue
        letters.append("\n" if letter == "\r" else letter)
        at.append(i)
        end = i + 1 if letter not in "\r\n" else end
    while letters and letters[-1] == "\n":
        letters.pop()
        at.pop()
    return Printed("".join(letters), (*at, end))


def _readings(source: str) -> frozenset[int]:
    """The indexes of the letters of readings and their brackets."""
    gone: set[int] = set()
    position = 0
    for word, reading in split_ruby(source):
        position += len(word)
        if reading:
            gone.update(range(position, position + len(reading) + 2))
            position += len(reading) + 2
    return frozenset(gone)


def shows_ruby(issued: str, *found: str) -> bool:
    """True if the readings of an issued text are not in brackets in the texts found in a file: they are above the words."""
    pieces = [f"{word[-1]}（{reading}）" for word, reading in split_ruby(issued) if reading]
    return bool(pieces) and not any(piece in text for piece in pieces for text in found)


def into_source(source: str, form: Printed, hunks: list[Hunk]) -> str:
    """The source with hunks of its printed form done; blank lines and the end of the text stay as typed."""
    return apply_hunks(source, [Hunk(*_range(form, hunk), hunk.text) for hunk in hunks])


def _range(form: Printed, hunk: Hunk) -> tuple[int, int]:
    start = form.at[hunk.start]
    if hunk.start == hunk.end:
        return start, start
    return start, form.at[hunk.end]
