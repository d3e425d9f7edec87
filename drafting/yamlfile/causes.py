"""Where a parser stopped → what was typed that made it stop, which is often a line above."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafting.patterns import lazy_pattern

_KEY = "[A-Za-z_][A-Za-z_0-9]*"
_LINE_END = lazy_pattern("\r\n|\r|\n")
_TIGHT_COLON = lazy_pattern(f"(?P<lead> *(?:- +)*)(?P<what>{_KEY}):(?=[^\\s:/])")
_TIGHT_DASH = lazy_pattern("(?P<lead> *)-(?=[^\\s-])")
_KEY_ALONE = lazy_pattern(f" *(?:- +)*{_KEY} *")
_CLOSED = lazy_pattern(".*?[:\\-,] +([\"'\\[{]).*[\"'\\]}] *")
_PAIRS = {"[": "[ ]", "{": "{ }"}

_INDENT = "この行の字下げ（半角空白の数）が、上の項目とそろっていません。同じ深さにそろえてください。"
_LIST = "一覧の字下げがそろっていません。「- 」の位置を上の項目とそろえてください。"
_NEITHER = (
    "この行は、項目の名前でも、上の文章の続きでもありません。文章の続きなら字下げを上の行とそろえ、"
    "項目なら名前の後に「: 」（半角コロンと半角空白）を付けてください。"
)


class Spot(NamedTuple):
    """A line and a column, both from 0, as the parsers count."""

    line: int
    column: int


class Cause(NamedTuple):
    """What is wrong, in words for a clerk, and where."""

    message: str
    at: Spot


def find_cause(text: str, reason: str, stopped: Spot, began: Spot | None) -> Cause | None:
    """The cause of a parser's error, or None where its own place and words are as good.

    `stopped` is where the parser gave up, `began` where what it was reading begins.
    """
    lines = [*_LINE_END.split(text), ""]  # libyaml stops on the line behind the last
    if "could not find expected ':'" in reason and began:
        return _tight(lines[began.line], began.line) or Cause(_NEITHER, began)
    before = lines[stopped.line][: stopped.column]
    if "mapping values" in reason and _KEY_ALONE.fullmatch(before):
        return _tight_above(lines, stopped.line) or Cause(_INDENT, _first_letter(lines, stopped.line))
    if re.search("expected key|expected '-'|expected <block end>", reason):
        return _behind_value(before, stopped) or _out_of_line(lines, stopped)
    return None


def _behind_value(before: str, stopped: Spot) -> Cause | None:
    """Words behind a quotation or a bracket that is closed."""
    match = _CLOSED.fullmatch(before)
    if match is None:
        return None
    pair = _PAIRS.get(match[1])
    around = f"「{pair}」" if pair else f"「{match[1]}」で囲んだ言葉"
    more = "" if pair else "（中の「'」は「''」と2つ書きます）"
    return Cause(f"{around}の後に文が続いています。文章なら、全体を「'」で囲んでください{more}。", stopped)


def _out_of_line(lines: list[str], stopped: Spot) -> Cause | None:
    """A line that begins where no line may."""
    line = lines[stopped.line]
    if line[: stopped.column].strip():
        return None
    if tight := _tight(line, stopped.line):
        return tight
    return Cause(_LIST if line[stopped.column :].startswith("- ") else _INDENT, stopped)


def _tight_above(lines: list[str], number: int) -> Cause | None:
    """A blank that is missing in the line above: what stands below is read as its going on."""
    above = next((one for one in range(number - 1, -1, -1) if lines[one].strip() and not lines[one].lstrip().startswith("#")), None)
    return None if above is None else _tight(lines[above], above)


def _tight(line: str, number: int) -> Cause | None:
    if match := _TIGHT_COLON.match(line):
        message = f"「{match['what']}:」の後に半角の空白がありません。「{match['what']}: 」のように空けてください。"
        return Cause(message, Spot(number, match.start("what")))
    if match := _TIGHT_DASH.match(line):
        return Cause("「-」の後に半角の空白がありません。「- 」のように空けてください。", Spot(number, match.end("lead")))
    return None


def _first_letter(lines: list[str], number: int) -> Spot:
    return Spot(number, len(lines[number]) - len(lines[number].lstrip(" ")))
