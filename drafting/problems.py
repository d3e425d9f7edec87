"""One form for every message that a user reads: where, how grave, which code, what to do.

Readers, importers and checks *return or yield* `Problem`s and go on; they raise a
`DraftingError` only when they cannot go on. The command line prints both the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from drafting.dataclass import dataclass


class Place(NamedTuple):
    """A place in a file: line and column count from 1, the column in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def within(self, text: str, index: int) -> Place:
        """The place of a letter of a text that begins here, one line of the file a line of the text."""
        row = text.count("\n", 0, index)
        return Place(self.file, self.line + row, self.column + index - (text.rfind("\n", 0, index) + 1))


class Severity(Enum):
    """How grave a problem is; the value is the word the user reads."""

    ERROR = "エラー"
    WARNING = "注意"
    INFO = "参考"  # a matter of style that may well be right as it stands


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `str()` gives the line that editors can jump to."""

    code: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.severity.value}[{self.code}]: {self.message}"


class DraftingError(Exception):
    """A command cannot go on. `exit_code` is what the process returns (design: exit codes)."""

    exit_code = 70

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems: tuple[Problem, ...] = problems


class InputError(DraftingError):
    """A file of the user cannot be read as what it should be."""

    exit_code = 3


class TemplateError(DraftingError):
    """A template is wrong."""

    exit_code = 4


class UnfinishedError(DraftingError):
    """A final edition is asked for while something is open."""

    exit_code = 1


class WriteError(DraftingError):
    """A result cannot be written; what stood there before is untouched."""

    exit_code = 5


class LimitError(DraftingError):
    """The input is larger or deeper than the tool accepts."""

    exit_code = 6


def exit_code(problems: Iterable[Problem]) -> int:
    """3 where a file is not what it should be, 1 where files contradict one another or Word would mend one, else 0."""
    errors = {problem.code[:2] for problem in problems if problem.severity is Severity.ERROR}
    if any(code[0] == "T" for code in errors):
        return 4
    unreadable = any(code[0] in "FYI" or code == "D0" for code in errors)
    return 3 if unreadable else int(bool(errors))


def has_errors(problems: Iterable[Problem]) -> bool:
    """True if any problem is an error, not only a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word most like `word`, or "" when none is alike."""
    from difflib import SequenceMatcher

    def likeness(candidate: str) -> float:
        return SequenceMatcher(None, word.lower(), candidate.lower()).ratio()

    best = max(known, key=likeness, default="")
    return best if best and likeness(best) >= 0.5 else ""


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """A Japanese sentence that names the nearest known word, or all of a few, or nothing."""
    if best := nearest(word, known):
        return f"「{best}」ではありませんか。"
    if 0 < len(known) <= 12:
        return f"使えるのは {'・'.join(known)} です。"
    return ""
