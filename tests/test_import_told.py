"""What is told of rows that nobody said: every line, but not one message each."""

from __future__ import annotations

from drafting.cli.import_told import folded
from drafting.problems import Place, Problem, Severity


def told(*lines: int, code: str = "I013") -> list[Problem]:
    return [Problem(code, f"{line}の行", Place("会議録.txt", line), Severity.WARNING) for line in lines]


def test_a_few_are_told_one_by_one() -> None:
    found = [*told(*range(1, 12)), *told(5, code="I017")]
    assert list(folded(found)) == found


def test_of_many_the_first_are_told_and_the_lines_of_all_others_in_one() -> None:
    found = [*told(*range(1, 11)), *told(20, code="I017"), *told(21, 22, 23, 30, 40, 41)]
    lines = [str(problem) for problem in folded(found)]
    assert len(lines) == 12
    assert lines[-1].startswith("会議録.txt:21:1: 注意[I013]: ほかに 6 行（21〜23、30、40〜41行目）も、同じように地の文として残しました。")
