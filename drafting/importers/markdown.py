"""Markdown → rows: the minutes as written, without the marks of Markdown.

[x] headings (# and underlined)  [x] bullets, numbers  [x] quotations  [x] tables  [x] emphasis, code, links, pictures
[x] hard breaks, escapes, entities, rules, fences, comments  [ ] HTML beyond <br>: `markup` tells of it

Line by line, without a parser: minutes are texts first, and a line must stay a line. A mark is
taken for a mark only where it cannot be the writer's character; lines are never joined.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from drafting.importers.rows import Row, text_lines
from drafting.problems import Problem

_FENCE = re.compile(" {0,3}(`{3,}|~{3,})[ -_a-~]*")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(" {0,3}(?:=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_QUOTE = re.compile("(?: {0,3}>[ \t]?)*")
# 「- 2 -」 is the number of a page.
_BULLET = re.compile(r"([ \t]*)[*+-][ \t]+(?![0-9０-９]{1,4}[ \t]*-[ \t]*$)(\[[ xX]\][ \t]+)?(?=\S)")
_NUMBER = re.compile(r"([ \t]*)([0-9]{1,9})[.)][ \t]+(?=\S)")
_TABLE_RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL_END = re.compile(r"(?<!\\)\|")
_BREAK_TAG = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_PUNCTUATION = r"!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~"
# One pass over a line: what comes first wins, so that an escape or code hides the marks in it.
_INLINE = re.compile(
    rf"\\([{_PUNCTUATION}])"
    r"|(`+)(?!`)(.{1,1000}?)(?<!`)\2(?!`)"
    r"|!?\[((?:[^\[\]\\]|\\.)*)\]\([!-'*-~]*\)"
    r"|<((?:https?|mailto):[^<>\s]+)>"
    r"|(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
# Bounded: else a line of many lone marks would be searched to its end from each of them.
_STRONG = re.compile(r"(\*\*\*|\*\*|(?<!\w)___|(?<!\w)__)(?=[^\s*_])(.{1,1000}?)(?<=[^\s*_])\1")
# 「2*3*4」 and 「a_b_c」 are no emphasis; 「は*強調*です」 is.
_EMPHASIS = re.compile(r"(?<![0-9A-Za-z０-９*])(\*)(?=[^\s*])([^*]{1,1000}?)(?<=[^\s*])\*(?![0-9A-Za-z０-９*])")
_UNDERSCORES = re.compile(r"(?<!\w)(_)(?=[^\s_])([^_]{1,1000}?)(?<=[^\s_])_(?!\w)")


def markdown_rows(text: str, file: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a Markdown text, one a line, at the line where it stands; table rows have their cells.

    Bullets become 「・」, numbers stay; rules, fences and the line under the head of a table become
    blank rows. Warnings and errors as of `text_rows`.
    """
    lines, problems = text_lines(text, file)
    return list(_rows(lines)), problems


def _rows(lines: Sequence[str]) -> Iterator[Row]:
    fence = ""
    in_table = False
    # A fence that nobody closes is three characters of the writer's, and what follows is no code.
    closed_at = {line.strip(): number for number, line in enumerate(lines, 1) if _FENCE.fullmatch(line)}
    for number, line in enumerate(lines, 1):
        following = lines[number] if number < len(lines) else ""
        opened = _FENCE.fullmatch(line)
        if fence:
            closes = line.strip() == fence
            yield Row(("",) if closes else tuple(line.split("\t")), number)
            fence = "" if closes else fence
            continue
        if opened and closed_at.get(opened[1], 0) > number:
            fence = opened[1]
            yield Row(("",), number)
            continue
        line = line[_QUOTE.match(line).end() :]  # type: ignore[union-attr]  # it matches always
        in_table = "|" in line and (in_table or _is_table_rule(following))
        if in_table:
            yield Row(("",) if _is_table_rule(line) else _cells(line), number)
        else:
            yield Row(tuple(_line(line, lines[number - 2] if number > 1 else "").split("\t")), number, _bold(line))


def _is_table_rule(line: str) -> bool:
    return "|" in line and _TABLE_RULE.fullmatch(line) is not None


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    pieces = _CELL_END.split(inner)
    if inner.endswith("|") and not inner.endswith("\\|"):
        pieces.pop()
    return tuple("\n".join(part.strip() for part in _BREAK_TAG.split(plain(piece.strip()))) for piece in pieces)


def _line(line: str, before: str) -> str:
    if _RULE.fullmatch(line) or (_UNDERLINE.fullmatch(line) and before.strip() and not _HEADING.fullmatch(before)):
        return ""
    if heading := _HEADING.fullmatch(line):
        return plain(heading[1] or "")
    if bullet := _BULLET.match(line):
        box = {"": "", "[ ]": "☐", "[x]": "☑", "[X]": "☑"}[(bullet[2] or "").strip()]
        return f"{_indent(bullet[1])}・{box}{plain(line[bullet.end() :])}"
    if number := _NUMBER.match(line):
        return f"{_indent(number[1])}{number[2]}. {plain(line[number.end() :])}"
    return plain(line.rstrip(" ").removesuffix("\\") if line.endswith("\\") else line.rstrip(" "))


def _bold(line: str) -> str:
    """What stands in bold at the start of a line; a heading is bold."""
    if heading := _HEADING.fullmatch(line):
        return plain(heading[1] or "")
    strong = _STRONG.match(line.lstrip(" "))
    return plain(strong[2]) if strong else ""


def _indent(blanks: str) -> str:
    """One full-width blank for each level of a nested list."""
    return "\u3000" * (len(blanks.expandtabs(4)) // 2)


def plain(text: str) -> str:
    """A line without inline marks: emphasis, code, links (their words stay), escapes, entities.

    What is no mark stays: 「*」 beside blanks, 「_」 within a word, a mark that has no partner.
    """
    if not any(sign in text for sign in "\\`[<&*_"):
        return text
    hidden: list[str] = []

    def hide(words: str) -> str:
        hidden.append(words)
        return f"\0{len(hidden) - 1}\0"

    def replace(match: re.Match[str]) -> str:
        if match[1]:
            return hide(match[1])
        if match[2]:
            return hide(match[3].strip() or match[3])
        if match[4] is not None:
            return match[4] if match[4].strip() else match[0]
        return hide(match[5] or html.unescape(match[6]))

    text = _INLINE.sub(replace, text)
    for pattern in (_STRONG, _STRONG, _EMPHASIS, _UNDERSCORES):
        text = pattern.sub(r"\2", text)
    return re.sub("\0([0-9]+)\0", lambda match: hidden[int(match[1])], text)
