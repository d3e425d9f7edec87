"""Lines → paragraphs: which line breaks of a source are the writer's, and which only its paper's.

A text taken from a PDF is broken where the line was full; the break is no part of what was said.
A break where the line was short, before an indent or a list mark ends a paragraph ("\\n").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

SENTENCE_ENDS = "。！？!?）)」』】〕."
_OPEN_ENDS = "、，,「『（(・"
LIST_MARK = re.compile(
    "[・･●○◎■□◆◇▪•※＊*]|[-－―→⇒][ \u3000]?|[(（]?(?:[0-9０-９]{1,2}|[ア-ン]|[a-zａ-ｚ])[)）.．、\u3000 ](?![0-9０-９])|[①-⑳⑴-⒇]|[(（][0-9０-９ア-ンa-zａ-ｚ]{1,2}[)）]"
)
# 「所得割：6.8％」 above 「均等割：2万8千円」
_VALUE = re.compile("[^。、，：:「」]{1,16}[：:][^。：:]{1,24}")
_HUNG = ("、", "，", "。", "．")
_KATAKANA = re.compile("[ァ-ヴー]")
_ASCII_WORD = re.compile("[A-Za-z]")
_SLACK = 6  # columns: a full line may lack three letters where kinsoku or half-width digits push a word down
_NARROWEST, _WIDEST = 24, 150
_LONG_LINE = 130


class Line(NamedTuple):
    """A line of a speech: its words, its indent and its whole width in columns, and what is before it.

    `gap` counts a blank line before it, `seam` is "" or "page" (a page ended between) or "cut"
    (a cell went on over the page: whatever the line ends in, the sentence may go on). `whole` tells that it is a paragraph.
    """

    text: str
    indent: int = 0
    width: int = 0
    gap: bool = False
    seam: str = ""
    whole: bool = False


class Paper(NamedTuple):
    """How the lines of a file were set: `full` columns where they are wrapped, else 0; the `widest` has so many.

    `hang` is the indent of all lines that go on with a sentence, -1 where they have not the same.
    """

    full: int = 0
    widest: int = 0
    indented: bool = False
    spaced: bool = False
    long: bool = False
    hang: int = -1


def measure(speeches: Sequence[Sequence[Line]]) -> Paper:
    """The paper of a file, told from all its speeches.

    It is wrapped if lines that stop within a sentence all stop at about the same column.
    """
    pairs = [(a, b) for lines in speeches for a, b in pairwise(lines) if b.seam != "cut"]
    within = _within_sentences(pairs)
    spaced = len(pairs) > 2 and sum(b.gap for _, b in pairs) > 0.8 * len(pairs)
    widest = max((line.width for lines in speeches for line in lines), default=0)
    long = widest > _LONG_LINE
    if len(within) < 3:
        return Paper(widest=widest, spaced=spaced and bool(within), long=long)
    tenth, most = within[len(within) // 10], _without_hung_signs(pairs, within[-max(1, len(within) // 50)])
    full = most if _NARROWEST <= most <= _WIDEST and most - tenth <= 2 * _SLACK else 0
    after_end = [b.indent for a, b in pairs if full and ends_sentence(a.text)]
    base = min((b.indent for _, b in pairs), default=0)
    indented = bool(after_end) and sum(indent > base for indent in after_end) * 2 > len(after_end)
    hangs = {b.indent for a, b in pairs if full and a.text.strip() and not ends_sentence(a.text) and not _opens_point(a, b) and not _opens_point(a, a)}
    hang = hangs.pop() if len(hangs) == 1 else -1
    return Paper(full, full or widest, indented, spaced and len(within) * 4 > len(pairs), long and not full, hang)


def _within_sentences(pairs: Sequence[tuple[Line, Line]]) -> list[int]:
    """The widths of the lines that stop within a sentence, without the short last points of lists."""
    stopping = [(a, b) for a, b in pairs if a.text.strip() and not ends_sentence(a.text) and not _opens_point(a, b)]
    widest = max((a.width for a, _ in stopping), default=0)
    return sorted(a.width for a, b in stopping if not (_opens_point(a, a) and b.indent <= a.indent and a.width < widest - 3 * _SLACK))


def _without_hung_signs(pairs: Sequence[tuple[Line, Line]], most: int) -> int:
    """The width of the paper if nothing but commas and full stops stand over the edge of lines that are full without it."""
    hung = [a.width for a, _ in pairs if a.width >= most - 1 and a.text.rstrip()[-1:] in _HUNG]
    over = sum(a.width >= most - 1 for a, _ in pairs)
    full = sum(most - 3 <= a.width < most - 1 and not ends_sentence(a.text) for a, _ in pairs)
    return most - 2 if len(hung) == over and full > over else most


def ends_sentence(text: str) -> bool:
    """True if a line may be the end of a paragraph."""
    return text.rstrip(" \t\u3000")[-1:] in SENTENCE_ENDS if text.strip() else False


def join_lines(lines: Sequence[Line], paper: Paper) -> str:
    """The text of a speech, one line a paragraph."""
    if not lines:
        return ""
    base = paper.hang if paper.hang >= 0 else min((line.indent for line in lines[1:]), default=0)
    pieces = [lines[0].text]
    before = lines[0]
    for line in lines[1:]:
        if before.text:
            pieces.append(_joint(before, line, base, paper))
        pieces.append(line.text)
        before = line
    return "".join(pieces)


def _joint(a: Line, b: Line, base: int, paper: Paper) -> str:
    """What goes between two lines: nothing, "\\n", or a blank between two words of Latin letters."""
    if b.seam == "cut" or not _ends_paragraph(a, b, base, paper):
        both_latin = bool(_ASCII_WORD.match(a.text[-1:]) and _ASCII_WORD.match(b.text[:1]))
        return " " if both_latin and b.seam != "cut" else ""
    return "\n"


def _ends_paragraph(a: Line, b: Line, base: int, paper: Paper) -> bool:
    end = a.text.rstrip(" \t\u3000")
    closed, open_end = ends_sentence(end), end[-1:] in _OPEN_ENDS
    short = a.width < paper.widest - 3 * _SLACK
    if short and not b.seam and (_in_list(a, b, open_end) or (_VALUE.fullmatch(end) and _VALUE.fullmatch(b.text.strip(" \t\u3000")))):
        return True
    if open_end and not b.gap:
        return False
    if a.whole and not paper.full and not b.seam and not paper.widest - _SLACK <= a.width <= _WIDEST:
        return True  # The widest lines may be cut by a paper that nothing else tells of.
    if _opens_point(a, b) and (closed or not paper.full or a.width < paper.full - _SLACK):
        return True
    if b.gap and not b.seam and not paper.spaced:
        return closed or not (open_end or _is_full(a, paper))
    if paper.full and not b.seam:
        if not _is_full(a, paper):
            return closed or b.indent > base or a.width < paper.full - 3 * _SLACK
        return closed and (b.indent > base if paper.indented else a.width < paper.full - 2 or -1 < paper.hang < b.indent)
    if closed:
        return not (b.seam and paper.indented and b.indent <= base)
    return not b.seam and (b.indent > base or (paper.long and not open_end))


def _opens_point(a: Line, b: Line) -> bool:
    """True if `b` begins with the mark of a list. 「プラスチッ」「ク、…」 is one word, no point ク."""
    return bool(LIST_MARK.match(b.text)) and not (_KATAKANA.match(a.text[-1:]) and _KATAKANA.match(b.text[:1]))


def _in_list(a: Line, b: Line, open_end: bool) -> bool:
    """True between 「次の点を、」 and the list it announces, and between the last point of a list and what follows, where no line is full."""
    return _opens_point(a, b) or (bool(LIST_MARK.match(a.text)) and not open_end and b.indent <= a.indent)


def _is_full(line: Line, paper: Paper) -> bool:
    return bool(paper.full) and line.width >= paper.full - _SLACK
