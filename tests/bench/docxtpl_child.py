"""The peer docxtpl: one render of the recommendations and their evidence, `python docxtpl_child.py TEMPLATE DATA OUTPUT`.

With `--template` as the only other argument it makes the template, with python-docx.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

_LINES = (
    ("{%p for theme in themes %}", ""),
    ("{{ theme.title }}", "Heading 1"),
    ("{%p for item in theme['items'] %}", ""),
    ("{{ item.title }}", "Heading 2"),
    ("{%p for paragraph in item.body %}", ""),
    ("{{ paragraph }}", ""),
    ("{%p endfor %}", ""),
    ("{%p for cite in item.cites %}", ""),
    ("「{{ cite.quote }}」（{{ cite.at }}）", "List Bullet"),
    ("{%p endfor %}", ""),
    ("{%p endfor %}", ""),
    ("{%p endfor %}", ""),
)


_ROWS = (
    ("番号", "提言", "会議での発言", "発言箇所"),
    ("{%tr for theme in themes %}",),
    ("{%tr for item in theme['items'] %}",),
    ("{%tr for cite in item.cites %}",),
    ("{{ item.id }}", "{{ item.title }}", "{{ cite.quote }}", "{{ cite.at }}"),
    ("{%tr endfor %}",),
    ("{%tr endfor %}",),
    ("{%tr endfor %}",),
)


def make_template(path: str) -> None:
    """Chapters, recommendations, quotations, and the table of evidence that our report has too."""
    from docx import Document

    document = Document()
    for text, style in _LINES:
        document.add_paragraph(text, style or None)
    table = document.add_table(len(_ROWS), 4)
    for row, texts in zip(table.rows, _ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    document.save(path)


def render(template: str, data: str, output: str) -> None:
    """Fill the template as its users do."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(json.loads(Path(data).read_text(encoding="utf-8")))
    document.save(output)


if __name__ == "__main__":
    if sys.argv[2:] == ["--template"]:
        make_template(sys.argv[1])
    else:
        render(*sys.argv[1:])
