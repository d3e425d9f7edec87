"""Sheets as one HTML page, to read and print from a folder: no network, no script. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from drafting.views import Sheet

_STYLE = """
body{margin:1.2em;font:15px/1.7 "BIZ UDPGothic","Yu Gothic UI",Meiryo,"Hiragino Sans","Noto Sans CJK JP",sans-serif;color:#222}
h1{font-size:1.3em}h2{font-size:1.1em}table{border-collapse:collapse;width:100%;font-size:.86em;table-layout:fixed}
td,th{border:1px solid #888;padding:.25em .45em;vertical-align:top;text-align:left;overflow-wrap:anywhere}th{background:#e4e4e0;position:sticky;top:0;text-align:center}
.number{text-align:right}.center{text-align:center}
@media print{@page{size:A4 landscape;margin:12mm}body{margin:0;font-size:10pt}th{position:static}thead{display:table-header-group}tr{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""


def write_sheets(title: str, sheets: Sequence[Sheet]) -> str:
    """The whole file."""
    return "".join(_page(title, sheets))


def _page(title: str, sheets: Sequence[Sheet]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8">'
    yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">'
    yield f'<meta name="viewport" content="width=device-width"><title>{_text(title)}</title><style>{_STYLE}</style></head><body>\n'
    yield f"<h1>{_text(title)}</h1>\n"
    for sheet in sheets:
        if sheet.title != title:
            yield f"<h2>{_text(sheet.title)}</h2>\n"
        yield f"<p>{_text(sheet.lead)}</p>\n"
        yield from _table(sheet) if sheet.rows else ("<p>該当するものはない。</p>\n",)
    yield "</body></html>\n"


def _table(sheet: Sheet) -> Iterator[str]:
    whole = sum(column.width for column in sheet.columns)
    yield "<table><thead><tr>"
    yield from (f'<th style="width:{100 * column.width / whole:.1f}%">{_text(column.name)}</th>' for column in sheet.columns)
    yield "</tr></thead><tbody>\n"
    for row in sheet.rows:
        cells = zip(sheet.columns, row, strict=True)
        yield "<tr>" + "".join(f'<td class="{column.align}">{_text(cell)}</td>' for column, cell in cells) + "</tr>\n"
    yield "</tbody></table>\n"


def _text(text: str) -> str:
    return escape(text, quote=True).replace("\n", "<br>")
