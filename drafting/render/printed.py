"""From what a template printed back to the template: at which line of it a line of the output was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, Severity
from drafting.render.parser import make_parser
from drafting.render.values import RESERVED

_VALUES = lazy_pattern(f"{RESERVED.pattern}+")
_PARTS = lazy_pattern(r"\n[ \t]*\n")
_STARS = "**"
# Parts of which no two are alike; a template has few, and what a loop prints is alike but for the values
_MOST = 100


def in_template(problem: Problem, markdown: str, text: str) -> Problem:
    """The problem at a line of what was printed, told at the line of the template `text` that printed it.

    The template's own words of the line are looked for: the whole line, else its longest piece between
    values. Where a loop prints one line many times, or two lines are alike, it is the first of them.
    """
    lines = markdown.split("\n")
    at = _line_of(lines[problem.place.line - 1], text) if problem.place.line <= len(lines) else 1
    return Problem(problem.code, problem.message, Place(problem.place.file, at), problem.severity)


def _line_of(printed: str, text: str) -> int:
    """The line of the template that holds the words of a printed line, 1 where none does."""
    own = [line.strip() for line in text.split("\n")]
    if printed.strip() in own:
        return own.index(printed.strip()) + 1
    pieces = sorted((piece.strip() for piece in RESERVED.split(printed)), key=len, reverse=True)
    for piece in filter(None, pieces):
        found = next((number for number, line in enumerate(own, 1) if piece in line), 0)
        if found:
            return found
    return 1


def leftover_stars(markdown: str, text: str, name: str) -> Iterator[Problem]:
    """T030, a warning for each `**` of the template that Markdown reads as letters: beside brackets it makes nothing bold."""
    if _STARS not in text:
        return
    parser = make_parser().disable("text_join")  # so that an escaped sign is no letter of the text
    # A value stays one letter: without it the stars around it would touch
    parts = dict.fromkeys(_VALUES.sub("\U000f0000", part) for part in _PARTS.split(markdown) if _STARS in part)
    told: set[int] = set()
    for part in list(parts)[:_MOST]:
        for line in _lines_with_stars(parser.parse(part), part.split("\n")):
            if (at := _line_of(line, text)) not in told:
                told.add(at)
                message = "「**」がそのまま印刷されます。「」や（）などの記号は「**」の外に出してください。"
                yield Problem("T030", message, Place(name, at), Severity.WARNING)


def _lines_with_stars(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """The lines of a part that print stars."""
    first = next(number for number, line in enumerate(lines) if _STARS in line)
    for token in tokens:
        at = token.map[0] if token.map else first  # a footnote within a line knows no place
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                at += 1
            elif child.type == "text" and _STARS in child.content:
                yield lines[at]
