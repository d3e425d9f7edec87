"""What is told of a file that was read: not one line a row where a hundred rows are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafting.problems import Problem

MOST = 10


def folded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems; of rows that were left as narratives (I013) the first ten, and then one that names the lines of all others."""
    found = list(problems)
    alike = [problem for problem in found if problem.code == "I013"]
    if len(alike) <= MOST + 1:
        yield from found
        return
    rest = alike[MOST:]
    hidden = {id(problem) for problem in rest[1:]}
    for problem in found:
        if problem is rest[0]:
            lines = _ranges([one.place.line for one in rest])
            message = f"ほかに {len(rest)} 行（{lines}行目）も、同じように地の文として残しました。会議録でないファイルを選んでいないか、確かめてください。"
            yield replace(problem, message=message)
        elif id(problem) not in hidden:
            yield problem


def _ranges(lines: Sequence[int]) -> str:
    """1、3〜5: every line, in order."""
    parts: list[list[int]] = []
    for line in sorted(set(lines)):
        if parts and line == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], line]
        else:
            parts.append([line])
    return "、".join("〜".join(map(str, part)) for part in parts)
