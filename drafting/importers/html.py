"""HTML → rows: the minutes of a web page, a row for each line that a reader of the page sees.

[x] paragraphs, headings, <br>, <pre>  [x] tables, merged cells, tables for layout  [x] definition lists
[x] bullets and numbers of lists  [x] ruby, check boxes, pictures with a text  [x] struck text (told)
[x] menus and frames of the site (told)  [ ] text that a script writes
"""

from __future__ import annotations

from drafting.importers.html_blocks import block_rows
from drafting.importers.html_page import find_minutes
from drafting.importers.html_tree import parse_html
from drafting.importers.rows import Row, is_blank, text_lines, warning
from drafting.importers.site import left_out, short
from drafting.problems import InputError, Place, Problem


def html_rows(text: str, file: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a web page, and what is not in them.

    A block or a piece between `<br>` is a row of one cell, a table row has its cells (several
    paragraphs in one joined by "\\n", merged ones filled up with ""), an entry of a definition
    list has two. `line` is the line in `text`. Warnings: I010 control characters, I060 the menus
    and frames of the site, I061 struck or hidden words. Raises InputError I001 (no text in it)
    or I003 (not a text).
    """
    lines, problems = text_lines(text, file)
    page = find_minutes(parse_html("\n".join(lines)))
    rows, struck = block_rows(page.main)
    if all(map(is_blank, rows)):
        message = "ページに文がありません。会議録の本文が入ったページを保存したものか確かめてください。"
        raise InputError(Problem("I001", message, Place(file, 1, 1)))
    if page.left_out:
        problems.append(left_out(page.left_out, file))
    for words, line in struck:
        message = f"取り消し線の引かれた文字「{short(words)}」は取り込みませんでした。要るものなら、YAML に書き足してください。"
        problems.append(warning("I061", message, file, line))
    return rows, problems
