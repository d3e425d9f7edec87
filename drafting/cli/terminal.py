"""What goes to the terminal: findings to stderr, progress only where a person watches."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable
from types import TracebackType

import click

from drafting.problems import Problem, Severity

WAIT_SECONDS = 1.0
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def report(problems: Iterable[Problem]) -> None:
    """Print each problem on a line of stderr, in the colour of its gravity where the terminal has any."""
    watched = sys.stderr.isatty()
    lines = [click.style(str(problem), fg=_COLOURS[problem.severity]) if watched else str(problem) for problem in problems]
    if lines:
        click.echo("\n".join(lines), err=True)  # thousands of lines at once: one at a time costs more than finding them


class Progress:
    """Says what is being done, on a terminal, once the work has taken over a second."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._label = ""
        self._shown = False
        self._timer = threading.Timer(WAIT_SECONDS, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Progress:
        if self._watched:
            self._timer.start()
        return self

    def step(self, label: str) -> None:
        """The work now under way."""
        self._label = label
        if self._shown:
            self._write(label)

    def _show(self) -> None:
        self._shown = True
        self._write(self._label)

    def _write(self, label: str) -> None:
        sys.stderr.write(f"\r\x1b[2K{label} …" if label else "\r\x1b[2K")
        sys.stderr.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        if self._shown:
            self._write("")
