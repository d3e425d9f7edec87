"""The record of a review as one file: Markdown, a page that needs no network, or a draft for Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from drafting.draft import Block, Draft, Heading, Lined, Paragraph, Span
from drafting.patterns import lazy_pattern
from drafting.review.report import Line, Piece, Section

TITLE = "照会の結果"
_LINED = {"old": Lined.THROUGH, "new": Lined.UNDER}
_SIGNS = lazy_pattern(r"([\\`*_\[\]<>#|~&])")
_STYLE = (
    "body{font-family:sans-serif;line-height:1.7;max-width:50em;margin:2em auto;padding:0 1em}"
    "del{background:#fdd;color:#900}ins{background:#dfd;color:#060}.d1{margin-left:2em}p{margin:.3em 0}h2{margin-top:1.6em}"
)


def markdown_record(summaries: Iterable[str], sections: Sequence[Section]) -> str:
    """The record in Markdown: ~~what goes~~, **what comes**."""
    lines = [f"# {TITLE}", "", *(f"- {_plain(each)}" for each in summaries)]
    for section in sections:
        lines += ["", f"## {_plain(section.title)}", ""]
        lines += ["  " * line.depth + "- " + "".join(map(_markdown, line.pieces)) for line in section.lines]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", one_line(text))


def _markdown(piece: Piece) -> str:
    text = _plain(piece.text)
    return f"~~{text}~~" if piece.kind == "old" else f"**{text}**" if piece.kind == "new" else text


def html_record(summaries: Iterable[str], sections: Sequence[Section]) -> str:
    """The record as a page by itself."""
    body = [f"<h1>{TITLE}</h1>", *(f"<p>{escape(each)}</p>" for each in summaries)]
    for section in sections:
        body.append(f"<h2>{escape(section.title)}</h2>")
        body += [_html(line) for line in section.lines]
    head = f'<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>{TITLE}</title><style>{_STYLE}</style></head>'
    return f"{head}\n<body>\n" + "\n".join(body) + "\n</body></html>\n"


def _html(line: Line) -> str:
    tags = {"old": "del", "new": "ins", "label": "b"}
    pieces = (escape(one_line(piece.text)) for piece in line.pieces)
    marked = (
        f"<{tags[piece.kind]}>{text}</{tags[piece.kind]}>" if piece.kind in tags else text
        for piece, text in zip(line.pieces, pieces, strict=True)
    )
    return f'<p class="d{line.depth}">{"".join(marked)}</p>'


def record_draft(summaries: Iterable[str], sections: Sequence[Section]) -> Draft:
    """The record as blocks: a line through what goes, one under what comes."""
    blocks: list[Block] = [_heading(TITLE, 1), *(Paragraph((Span(one_line(each)),), bullet="・") for each in summaries)]
    for section in sections:
        blocks.append(_heading(section.title, 2))
        blocks += [Paragraph(tuple(map(_span, line.pieces)), indent=line.depth, bullet="" if line.depth else "・") for line in section.lines]
    return Draft(tuple(blocks), title=TITLE)


def _heading(text: str, level: int) -> Heading:
    return Heading((Span(one_line(text)),), level, style=("章題（番号なし）", "節題（番号なし）")[level - 1])


def _span(piece: Piece) -> Span:
    return Span(one_line(piece.text), strong=piece.kind == "label", lined=_LINED.get(piece.kind, ""))


def one_line(text: str) -> str:
    """The text with its line ends shown."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", " ⏎ ")
