"""Scalars of YAML → texts, numbers, days and switches; what is wrong with one is told at its place."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from drafting.files import FORBIDDEN
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity, did_you_mean
from drafting.schema.kinds import Day, Number, Switch, Text, Whole
from drafting.yamlfile.nodes import Node, Scalar, Sequence, place_of

_DATE = lazy_pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_JOINED = lazy_pattern(r"[^\x00-\x7f] [^\x00-\x7f]")
_YES, _NO = frozenset(("true", "yes", "on", "はい", "する")), frozenset(("false", "no", "off", "いいえ", "しない"))


def wrong(node: Node, file: str, problems: list[Problem], message: str, code: str = "Y013") -> None:
    """Tell what is wrong with a value."""
    problems.append(Problem(code, message, place_of(node, file)))


def _scalar(node: Node, file: str, problems: list[Problem], what: str) -> str | None:
    if type(node) is Scalar:
        return node.text
    shape = "一覧（「- 」の並び）" if type(node) is Sequence else "「項目: 値」の組"
    wrong(node, file, problems, f"{what}を書くところに{shape}があります。")
    return None


def _read_text(node: Node, kind: Text, file: str, problems: list[Problem]) -> str | None:
    if type(node) is not Scalar:
        return _scalar(node, file, problems, "文章")
    text = node.text
    if text == "":
        return text
    style = node.style
    if style not in ("|", ">") and node.end.line > node.mark.line:
        _report_joined(node, file, problems)
    if style == '"' and (bad := FORBIDDEN.search(text)):
        wrong(node, file, problems, f"使えない文字（U+{ord(bad[0]):04X}）が入っています。消してください。", "F020")
        return None
    if kind.choices and text not in kind.choices:
        meant = kind.meant.get(text)
        message = f"「{text}」は選べません。{f'「{meant}」と書いてください。' if meant else did_you_mean(text, kind.choices)}"
        wrong(node, file, problems, message, "Y014")
        return None
    if kind.pattern and not re.fullmatch(kind.pattern, text, re.ASCII):
        wrong(node, file, problems, f"「{text}」の書き方が違います。{kind.hint}", "Y015")
        return None
    return text


def _report_joined(node: Scalar, file: str, problems: list[Problem]) -> None:
    """Y039 where lines without `|` become one, with a blank between Japanese letters that nobody typed."""
    if _JOINED.search(node.text):
        message = (
            "次の行に続く文章なので、行の切れ目に空白が入り、1つの段落になります。「項目: |」と書いて、文章を次の行から字下げして書くか、"
            "1行に書いてください。"
        )
        problems.append(Problem("Y039", message, place_of(node, file), Severity.WARNING))


def _read_whole(node: Node, kind: Whole, file: str, problems: list[Problem]) -> int | None:
    text = _scalar(node, file, problems, "数")
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text):
        wrong(node, file, problems, f"「{text[:40]}」は数ではありません。半角数字で書いてください。", "Y016")
        return None
    return int(text)


def _read_number(node: Node, kind: Number, file: str, problems: list[Problem]) -> float | None:
    text = _scalar(node, file, problems, "数")
    if text is None:
        return None
    value = float(text) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", text) else -1
    if not kind.least <= value <= kind.most or value % kind.step:
        message = f"「{text[:40]}」は使えません。{kind.least:g}から{kind.most:g}まで、{kind.step:g}きざみの数を半角で書いてください。"
        wrong(node, file, problems, message, "Y016")
        return None
    return value


def _read_day(node: Node, kind: Day, file: str, problems: list[Problem]) -> date | None:
    text = _scalar(node, file, problems, "日付")
    if text is None:
        return None
    match = _DATE.fullmatch(text)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
        message = f"「{text[:40]}」は日付として読めません。「2025-11-28」のように書いてください。"
    except ValueError:
        message = f"「{text}」という日はありません。"
    wrong(node, file, problems, message, "Y017")
    return None


def _read_switch(node: Node, kind: Switch, file: str, problems: list[Problem]) -> bool | None:
    text = _scalar(node, file, problems, "true（する）か false（しない）")
    if text is None:
        return None
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    wrong(node, file, problems, f"「{text[:40]}」は使えません。true（する）か false（しない）を書いてください。", "Y014")
    return None


SCALARS: dict[type, Any] = {Text: _read_text, Whole: _read_whole, Number: _read_number, Day: _read_day, Switch: _read_switch}
