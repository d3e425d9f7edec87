"""What may not be told while a file has faults: findings that are only the shadow of what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafting.problems import Problem, Severity
from drafting.workspace import COMMENTS, COMMITTEE, MINUTES, RECOMMENDATIONS

# Faults that leave the item in the content, but for a speech; all others take something out of it
_KEPT = frozenset(("Y014", "Y020", "Y021", "Y022", "Y023"))
# Where a finding says that something is missing, it may stand in the part that was not read
_SHADOWS = {
    RECOMMENDATIONS: frozenset(("C010", "C101", "C102", "E003", "E004", "L003", "L004", "L010")),
    COMMITTEE: frozenset(("L003", "M003", "M005", "M013", "M014", "M016", "M017", "M018", "P001")),
    MINUTES: frozenset(("C002", "M002", "M003", "M005", "M007", "M013", "M014", "M016", "M017", "M018")),
    COMMENTS: frozenset(("R010", "R011", "R012")),
}
_NAMES = {RECOMMENDATIONS: "提言の一覧", COMMITTEE: "委員会の設定", MINUTES: "会議録", COMMENTS: "照会意見の一覧"}


def unread_files(problems: Iterable[Problem]) -> set[str]:
    """Those of the files of a workspace (all minutes are one) of which a fault kept a part from being read."""
    return {name for name in _SHADOWS for one in problems if one.severity is Severity.ERROR and _loses(one, name)}


def _loses(problem: Problem, name: str) -> bool:
    if name == MINUTES:
        return problem.place.file.startswith(f"{MINUTES}/")
    if name == COMMENTS:
        return problem.place.file == name
    return problem.place.file == name and problem.code not in _KEPT


def without_shadows(found: Iterable[Problem], unread: set[str]) -> Iterator[Problem]:
    """The findings that hold whatever the unread parts say."""
    silent = {code for name in unread for code in _SHADOWS[name]}
    return (problem for problem in found if problem.code not in silent and not (MINUTES in unread and _of_a_meeting(problem)))


def _of_a_meeting(problem: Problem) -> bool:
    """True for a date or place that the head of minutes does not say."""
    return problem.code == "P001" and problem.place.file.startswith(f"{MINUTES}/")


def told_unread(unread: set[str]) -> str:
    """A sentence that says what was not looked at, and why; "" where all was."""
    if not unread:
        return ""
    names = "と".join(name for file, name in _NAMES.items() if file in unread)
    return f"{names}に読めない所があるので、{_not_looked_at(unread)}は調べていません。先にエラーを直してください。"


def _not_looked_at(unread: set[str]) -> str:
    parts = {
        RECOMMENDATIONS: "意見の行き先と提言の番号", COMMITTEE: "未入力と名簿", MINUTES: "引用した発言があるか、会議の回と議題と出席者",
        COMMENTS: "意見への対応",
    }  # fmt: skip
    return "、".join(part for file, part in parts.items() if file in unread)
