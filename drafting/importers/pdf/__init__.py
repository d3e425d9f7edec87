"""PDF → rows: pages as they were drawn become lines, cells, speeches in columns.

bytes → `container` (whole?) → `reading` (PDFium → `Page`) → `body` (`lines`, `grid`) → `margins` (heads, page
numbers) → `flow` (`columns`, `wrapping`) → rows; `doubts` says on the way what a page does not tell.

[x] ruled tables, rows cut by a page break  [x] two columns without rules  [x] hard-wrapped lines with their indents
[x] letter-spaced words, ruby, superscripts, radicals  [x] heads and page numbers  [x] pages laid sideways
[ ] scanned pages, vertical writing, two pages on a sheet: said to be so

Limits: `container.MAX_BYTES`, `container.MAX_INFLATED`, `reading.MAX_PAGES`, `placing.MAX_GLYPHS_A_PAGE`; work is linear in
the glyphs, so these bound the time too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing

from drafting.importers.pdf.body import Body, body_of
from drafting.importers.pdf.characters import without_radicals
from drafting.importers.pdf.container import check_container
from drafting.importers.pdf.doubts import Doubts
from drafting.importers.pdf.flow import rows_of
from drafting.importers.pdf.lines import Line
from drafting.importers.pdf.margins import without_margins
from drafting.importers.pdf.reading import Pages
from drafting.importers.rows import Row, warning
from drafting.problems import Problem

_SHOWN = 6


def pdf_rows(data: bytes, file: str, told: Callable[[int, int], None] | None = None) -> tuple[list[Row], list[Problem]]:
    """The rows of a PDF, and what was left out of them, changed or doubtful.

    A line is a row with one cell, its indent as full-width blanks; a row of a ruled table, or a
    speech beside its speaker, a row with several, wrapped lines joined. A speech cut by a page break goes on in a
    row whose first cell is empty. `("\\f",)` is a page break, `("",)` a blank line. `Row.line` counts the lines on the pages.
    `told(page, pages)` is called before each page. `file` is the name in the problems.

    Problems: I041 damaged parts, I044 pages without text, I046 letters that cannot be read, I047
    radicals, I048 heads and page numbers taken out, I049 what was not read, I051 recognised text,
    I053 ruby. Raises InputError I040–I043, I045, I050, LimitError I052.
    """
    problems = check_container(data, file)
    doubts = Doubts(file)
    radicals: Counter[str] = Counter()
    bodies: list[Body] = []
    with closing(Pages(data, file)) as pages:
        for number, page in enumerate(pages, 1):
            if told:
                told(number, pages.count)
            if isinstance(page, Problem):
                problems.append(page)
                continue
            page = page._replace(glyphs=without_radicals(page.glyphs, radicals))
            doubts.look(page)
            bodies.append(body_of(page))
    problems += doubts.problems()
    bodies, found = without_margins(bodies, file)
    problems += found + _changes(radicals, bodies, file)
    return rows_of(bodies), problems


def _changes(radicals: Counter[str], bodies: list[Body], file: str) -> list[Problem]:
    problems = []
    if radicals:
        shown = "、".join(list(radicals)[:_SHOWN]) + ("など" if len(radicals) > _SHOWN else "")
        message = f"漢字の代わりに入っていた部首の文字を、漢字に直しました（{shown}、{sum(radicals.values())}字）。"
        problems.append(warning("I047", message, file, 1))
    lines = [item for body in bodies for item in body.items if isinstance(item, Line)]
    in_cells = [line for body in bodies for item in body.items if not isinstance(item, Line) for cell in item.cells for line in cell.lines]
    if ruby := sum(line.ruby for line in [*lines, *in_cells]):
        message = f"ふりがなを{ruby}行で、言葉の後の（ ）に入れました。元の文字と見比べてください。"
        problems.append(warning("I053", message, file, 1))
    return problems
