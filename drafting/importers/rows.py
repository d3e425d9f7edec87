"""Rows: the narrow waist between file kinds and layouts.

Every reader (text here; Word, PDF and HTML beside it) turns its file into `Row`s, every layout
reads `Row`s. A row is one line of the source, or one row of a table in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from drafting.problems import InputError, Place, Problem, Severity

# Cc without TAB and LF (Unicode, general category). Everything else — 外字, IVS, zero-width — is the writer's text.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MAGIC = ("%PDF-", "PK\x03\x04", "{\\rtf", "\xd0\xcf\x11\xe0")
_SAMPLE = 4096
_MANY = 10
PAGE_BREAK = "\f"


class Row(NamedTuple):
    """One line: its cells (one, where the source has no table) and its line in the source.

    A cell of a table may hold several lines, "\n" between them. A row of PAGE_BREAK alone says
    that a page ends there. `bold` is what stands in bold letters at its start, where the reader knows,
    with "\\n" where the writer broke the line behind it; `whole` tells that the reader knows where the paragraph ends: here.
    """

    cells: tuple[str, ...]
    line: int
    bold: str = ""
    whole: bool = False

    @property
    def text(self) -> str:
        """The cells joined by TAB, as in the source, without the empty cells at the end."""
        return "\t".join(self.cells).rstrip("\t")


def is_blank(row: Row) -> bool:
    """True if no cell holds more than blanks."""
    return not any(cell.strip() for cell in row.cells)


def is_page_break(row: Row) -> bool:
    """True for the row that stands for the end of a page."""
    return row.cells == (PAGE_BREAK,)


def warning(code: str, message: str, file: str, line: int) -> Problem:
    """A Problem of severity WARNING at the start of a line."""
    return Problem(code, message, Place(file, line, 1), Severity.WARNING)


def text_rows(text: str, file: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a plain text, cells split at TABs, and what was removed from it (I010).

    Lines end at \\r\\n, \\n or \\r and nowhere else: U+000B, U+0085 and U+2028 occur inside the
    sentences of texts taken from PDF. A form feed at the start of a line is a page break and
    gives a row of PAGE_BREAK. Raises InputError I001 (nothing there) or I003 (not a text).
    """
    _refuse_what_is_no_text(text, file)
    # Encodings are decided elsewhere; a BOM that is still here would hide the first label.
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows: list[Row] = []
    problems: list[Problem] = []
    pages: list[int] = []
    for number, line in enumerate(lines, 1):
        if _CONTROL.search(line):
            if "\f" in line:
                pages.append(number)
            if line.startswith("\f"):
                rows.append(Row((PAGE_BREAK,), number))
            line, found = without_controls(line, file, number)
            problems += found
        rows.append(Row(tuple(line.split("\t")), number))
    if pages:
        message = f"改ページの記号を{len(pages)}か所で取り除きました。前後の文のつながりを確かめてください。"
        problems.append(warning("I010", message, file, pages[0]))
    return rows, problems


def text_lines(text: str, file: str) -> tuple[list[str], list[Problem]]:
    """The lines of a text that has marks of its own (HTML, Markdown), and the problems of `text_rows`."""
    rows, problems = text_rows(text, file)
    return ["\t".join(row.cells) for row in rows if not is_page_break(row)], problems


def _refuse_what_is_no_text(text: str, file: str) -> None:
    if not text.strip("\ufeff \t\r\n\f\u3000"):
        message = "中身がありません。会議録の本文が入ったファイルかどうか確かめてください。"
        raise InputError(Problem("I001", message, Place(file, 1, 1)))
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample)) - sample.count("\r") - sample.count("\f")
    if text.startswith(_MAGIC) or "\0" in text or controls > max(_MANY, len(sample) / 20):
        message = (
            "テキストではありません。Word や PDF のファイルは、もとの拡張子（.docx .pdf）のまま取り込むか、"
            "「テキスト形式」で保存し直してください。"
        )
        raise InputError(Problem("I003", message, Place(file, 1, 1)))


def without_controls(text: str, file: str, line: int) -> tuple[str, list[Problem]]:
    """The text without control characters, which no document can hold, and a warning (I010) that names them."""
    found = dict.fromkeys(f"U+{ord(c):04X}" for c in _CONTROL.findall(text) if c != "\f")
    text = _CONTROL.sub("", text)
    if not found:
        return text, []
    names = "、".join(found)
    message = f"目に見えない制御文字（{names}）を取り除きました。前後の文字が欠けていないか確かめてください。"
    return text, [warning("I010", message, file, line)]


def first_line(rows: Iterable[Row]) -> int:
    """The line of the first row that is not blank, or 1."""
    return next((row.line for row in rows if not is_blank(row)), 1)
