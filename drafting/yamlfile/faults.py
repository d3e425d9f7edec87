"""What YAML parsers complain of, told to a clerk: where it is and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from drafting.problems import Place, Problem

if TYPE_CHECKING:
    from drafting.yamlfile.causes import Cause


class Mark(Protocol):
    """A position as the parsers give it: all count from 0, in characters."""

    index: int
    line: int
    column: int


TAG = "「!」で始まる言葉はYAMLの記号（タグ）と読まれます。文章なら全体を「'」で囲んでください。"
ALIAS = "「*」で始まる言葉はYAMLの記号（別名）と読まれます。文章なら全体を「'」で囲んでください。"


def at(mark: Mark, file: str, code: str, message: str) -> Problem:
    """A problem at a parser's position."""
    return Problem(code, message, Place(file, mark.line + 1, mark.column + 1))


# What the parsers say, and what a clerk should do. The first match counts.
_CURES = (
    ("scanning an alias", ALIAS),
    (" tag", TAG),
    ("line break", "「|」「>」で始まる言葉はYAMLの記号と読まれます。文章なら全体を「'」で囲んでください。"),
    ("scanning an anchor", "「&」で始まる言葉はYAMLの記号と読まれます。文章なら全体を「'」で囲んでください。"),
    ("found unexpected end of stream", "引用符が閉じていません。文の終わりに同じ引用符を付けてください。"),
    ("cannot start any token", "この記号で文を始められません。文章の全体を「'」で囲んでください。"),
    ("sequence entries are not allowed", "文章の頭の「- 」は一覧の記号と読まれます。文章なら全体を「'」で囲んでください。"),
    ("mapping keys are not allowed", "文章の頭の「? 」はYAMLの記号と読まれます。文章なら全体を「'」で囲んでください。"),
    ("<document start>", "上の「...」の行で文書が終わると読まれました。「...」の行を消してください。"),
    ("mapping values are not allowed", "文の中の「: 」が項目の区切りと読まれます。文章の全体を「'」で囲むか、「：」（全角）にしてください。"),
    ("could not find expected ':'", "項目の名前の後に「: 」（半角コロンと半角空白）がありません。"),
    ("did not find expected key", "項目の並びが崩れています。上の行と字下げ（半角空白の数）をそろえ、引用符の閉じ忘れがないか見てください。"),
    ("did not find expected '-' indicator", "一覧の字下げがそろっていません。「- 」の位置を上の項目とそろえてください。"),
    ("expected <block end>", "字下げ（半角空白の数）がそろっていません。上の行とそろえてください。"),
    ("expected ',' or", "「[ ]」か「{ }」が閉じていないか、「,」がありません。"),
    ("found duplicate anchor", "「&」はYAMLの記号です。文章なら全体を「'」で囲んでください。"),
    ("node content", "「[ ]」や「{ }」が閉じていないか、「,」などの記号で始まっています。文章なら全体を「'」で囲んでください。"),
    ("Unicode character escape", "使えない文字（「\\u」で始まる番号）があります。消して、文字そのものを打ってください。"),
    ("escape character", "「\"」で囲んだ中の「\\」は記号と読まれます。文章の全体を「'」で囲んでください。"),
    ("found a tab", "字下げにタブが使われています。半角の空白にしてください。"),
    ("found character", "この文字はここでは使えません。"),
    ("unacceptable character", "使えない文字（制御文字）があります。消してください。"),
    ("special characters are not allowed", "使えない文字（制御文字）があります。消してください。"),
)


def explain(error: Any, text: str, file: str) -> Problem:
    """A parser's error as a Problem; a quotation or bracket that is not closed is told where it opens."""
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    context = str(getattr(error, "context", "") or "")
    began = getattr(error, "context_mark", None)
    if mark and (cause := _cause(text, reason, mark, began)):
        return Problem("Y002", cause.message, Place(file, cause.at.line + 1, cause.at.column + 1))
    opened = bool(re.search("quoted scalar", context) or re.search("end of stream|expected ',' or|line break", reason))
    if re.search("alias|anchor| tag", context):
        opened, reason = True, context
    if opened or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    cure = next((cure for sign, cure in _CURES if sign in reason), "YAMLとして読めません。記号と字下げを確かめてください。")
    return Problem("Y002", cure, _place_in(text, mark, file))


def _cause(text: str, reason: str, mark: Mark, began: Mark | None) -> Cause | None:
    from drafting.yamlfile.causes import Spot, find_cause  # few files have a fault

    return find_cause(text, reason, Spot(mark.line, mark.column), Spot(began.line, began.column) if began else None)


def _place_in(text: str, mark: Mark | None, file: str) -> Place:
    """The place of a mark; libyaml's end of the stream is a line that an editor does not have."""
    if mark is None:
        return Place(file)
    if mark.index < len(text):
        return Place(file, mark.line + 1, mark.column + 1)
    written = text.rstrip()
    return Place(file, written.count("\n") + 1, len(written) - written.rfind("\n"))
