"""A file as received → rows, whatever kind of file it is: told by its bytes first, by its name second."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafting.files import decode
from drafting.importers.rows import Row, text_rows
from drafting.problems import InputError, Place, Problem

Told = Callable[[int, int], None]
_HTML = (".html", ".htm", ".xhtml")
_INDENT = re.compile("^\u3000+", re.MULTILINE)
_MARKDOWN = (".md", ".markdown")
# A text with two such headings was written in Markdown, whatever it is called.
_HEADINGS, _FEWEST_HEADINGS = re.compile("^#{1,6} [^#\\s]", re.MULTILINE), 2


def source_rows(data: bytes, file: str, told: Told | None = None) -> tuple[list[Row], list[Problem]]:
    """The rows of a file and what a clerk should know of the reading.

    `told(page, pages)` hears of the progress of a long one. Raises InputError or LimitError for
    what cannot be read: damaged, protected, empty, of another kind.
    """
    name = file.lower()
    if data.startswith(b"%PDF-") or name.endswith(".pdf"):
        from drafting.importers.pdf import pdf_rows

        return _without_indents(pdf_rows(data, file, told))
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or name.endswith((".docx", ".doc")):
        from drafting.importers.word import word_rows

        return _without_indents(word_rows(data, file))
    if data.startswith(b"{\\rtf"):
        message = "リッチテキスト（.rtf）は読めません。Word で開き、「Word 文書 (*.docx)」として保存し直してください。"
        raise InputError(Problem("I003", message, Place(file)))
    decoded = decode(data, file)
    rows, problems = _text(decoded.text, file, name)
    return rows, [*decoded.problems, *problems]


def _without_indents(read: tuple[list[Row], list[Problem]]) -> tuple[list[Row], list[Problem]]:
    """The rows with the indents of paragraphs in the cells of tables taken off: they are of the page's look."""
    rows, problems = read
    return [Row(tuple(_INDENT.sub("", cell) for cell in row.cells), row.line) if len(row.cells) > 1 else row for row in rows], problems


def _text(text: str, file: str, name: str) -> tuple[list[Row], list[Problem]]:
    start = text[:1000].lstrip("\ufeff \t\r\n").lower()
    if name.endswith(_HTML) or start.startswith(("<!doctype html", "<html", "<?xml")):
        from drafting.importers.html import html_rows

        return _without_indents(html_rows(text, file))
    if name.endswith(_MARKDOWN) or len(_HEADINGS.findall(text)) >= _FEWEST_HEADINGS:
        from drafting.importers.markdown import markdown_rows

        return markdown_rows(text, file)
    return text_rows(text, file)
