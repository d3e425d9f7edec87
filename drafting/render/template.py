"""Running a template of a folder over plain values, within limits of time and size (the sandbox is `sandbox`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.exceptions import TemplateError as JinjaError

from drafting.files import FORBIDDEN, decode, read_bytes
from drafting.problems import DraftingError, Place, Problem, TemplateError
from drafting.render.sandbox import MAX_CHARACTERS, Sandbox, TooMuch
from drafting.render.time_limit import time_limit
from drafting.render.values import RESERVED, Values
from drafting.views import Report

MAX_SECONDS = 60
MAX_LINES = 500_000  # many times those of the largest report; reading them would take minutes


def run_template(report: Report, folder: Path, name: str, label: str) -> tuple[str, Values]:
    """The Markdown with placeholders, and the table of values.

    `label` names the folder in messages ("templates"). Raises TemplateError with file, line
    and column.
    """
    values = Values()
    variables = report._asdict()
    environment = Sandbox(Loader(folder, label), values, tuple(variables))
    place = Place(f"{label}/{name}" if label else name)
    try:
        with time_limit(MAX_SECONDS):
            pieces, size, lines = list[str](), 0, 0
            for piece in environment.get_template(name).generate(variables):
                size += len(piece)
                lines += piece.count("\n")
                if size > MAX_CHARACTERS or lines > MAX_LINES:
                    raise TooMuch
                pieces.append(piece)
        return "".join(pieces), values
    except DraftingError:
        raise
    except (JinjaError, TooMuch, RecursionError, MemoryError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        from drafting.render.errors import explain

        raise TemplateError(explain(error, place, folder, label, tuple(variables))) from None


class Loader(BaseLoader):
    """Templates of one folder; a name cannot leave it."""

    def __init__(self, folder: Path, label: str) -> None:
        self._folder, self._label = folder, label

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = (self._folder / template).resolve()
        if not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            raise TemplateNotFound(template)
        return read_template(path, f"{self._label}/{template}" if self._label else template), str(path), lambda: True


def read_template(path: Path, name: str) -> str:
    """The text of a template file. Raises TemplateError unless it is UTF-8 free of control characters."""
    try:
        decoded = decode(read_bytes(path, name), name)
    except DraftingError as error:
        raise TemplateError(*error.problems) from None
    if decoded.encoding != "utf-8":
        raise TemplateError(Problem("T002", "ひな型は「UTF-8」で保存してください。", Place(name)))
    for pattern in (FORBIDDEN, RESERVED):
        if match := pattern.search(decoded.text):
            line = decoded.text.count("\n", 0, match.start())
            column = match.start() - (decoded.text.rfind("\n", 0, match.start()) + 1)
            message = f"ひな型に使えない文字（U+{ord(match[0]):04X}）があります。消してください。"
            raise TemplateError(Problem("T003", message, Place(name, line + 1, column + 1)))
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n")
