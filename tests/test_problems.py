"""The one form of every message, and the nearest known word."""

from __future__ import annotations

import pytest

from drafting.problems import (
    DraftingError,
    InputError,
    LimitError,
    Place,
    Problem,
    Severity,
    TemplateError,
    WriteError,
    did_you_mean,
    has_errors,
    nearest,
)

WHERE = Place("inputs/recommendations.yaml", 11, 5)
SLIP = Problem("Y010", "知らない項目「theem」です。", WHERE)


def test_a_problem_is_one_line_that_an_editor_can_jump_to() -> None:
    assert str(SLIP) == "inputs/recommendations.yaml:11:5: エラー[Y010]: 知らない項目「theem」です。"


def test_a_warning_says_so() -> None:
    assert str(Problem("F011", "読みました。", Place("a.txt"), Severity.WARNING)) == "a.txt:1:1: 注意[F011]: 読みました。"


def test_an_error_carries_all_its_problems() -> None:
    error = InputError(SLIP, SLIP)
    assert error.problems == (SLIP, SLIP)
    assert str(error) == f"{SLIP}\n{SLIP}"


@pytest.mark.parametrize(
    ("kind", "code"),
    [(InputError, 3), (TemplateError, 4), (WriteError, 5), (LimitError, 6), (DraftingError, 70)],
)
def test_each_kind_of_error_has_its_exit_code(kind: type[DraftingError], code: int) -> None:
    assert kind(SLIP).exit_code == code


def test_warnings_alone_are_no_errors() -> None:
    warning = Problem("F011", "", WHERE, Severity.WARNING)
    assert not has_errors([warning])
    assert has_errors([warning, SLIP])


@pytest.mark.parametrize(
    ("word", "known", "best"),
    [
        ("theem", ("theme", "title"), "theme"),
        ("THEME", ("theme", "title"), "theme"),
        ("窓口の改善", ("窓口改善", "防災"), "窓口改善"),
        ("xyz", ("theme", "title"), ""),
        ("theme", (), ""),
    ],
)
def test_the_nearest_word_is_alike_or_none(word: str, known: tuple[str, ...], best: str) -> None:
    assert nearest(word, known) == best


@pytest.mark.parametrize(
    ("word", "known", "sentence"),
    [
        ("theem", ("theme",), "「theme」ではありませんか。"),
        ("公開", ("可", "一部", "非"), "使えるのは 可・一部・非 です。"),
        ("zzz", tuple(f"k{i}" for i in range(13)), ""),
        ("zzz", (), ""),
    ],
    ids=["near", "few", "many", "none"],
)
def test_a_slip_is_answered_with_the_nearest_word_or_the_few_there_are(
    word: str, known: tuple[str, ...], sentence: str
) -> None:
    assert did_you_mean(word, known) == sentence
