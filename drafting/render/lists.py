"""The paragraphs and lists that a clerk types in a text: ・, （1）, (1), ア, （ア）, a, ①, 1., 一.

The text stays as typed, marker included; only indents are added, so that a wrapped line
hangs under its own text (公文書: 2行目以降は番号より1字下げ).
"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.draft import Anchor, Paragraph, Span
from drafting.japanese import display_width
from drafting.patterns import lazy_pattern

LIST_STYLE = "箇条"
_MARKERS = (
    ("bullet", lazy_pattern("[・●○◯■□◆◇※][ \u3000]*")),
    ("paren", lazy_pattern("[(（][0-9０-９]{1,2}[)）][ \u3000]*|[⑴-⒇][ \u3000]*")),
    ("circled", lazy_pattern("[①-⑳][ \u3000]*")),
    ("kana-paren", lazy_pattern("[(（][ア-ン][)）][ \u3000]*")),
    ("kana", lazy_pattern("[ア-ン][ \u3000]+")),
    ("latin-paren", lazy_pattern("[(（][a-zａ-ｚ][)）][ \u3000]*")),
    ("latin", lazy_pattern("[a-zａ-ｚ](?:[.．][ \u3000]+|．|\u3000+)")),
    ("roman", lazy_pattern("[ⅰ-ⅻⅠ-Ⅻ](?:[.．][ \u3000]*|[ \u3000]+)")),
    ("kanji", lazy_pattern("[一二三四五六七八九十]{1,3}\u3000+")),
    ("decimal", lazy_pattern("[0-9０-９]{1,2}(?:[.．][ \u3000]*|[ \u3000]+)(?=[^0-9０-９])")),
)


def typed_paragraphs(text: str, anchor: Anchor | None, style: str) -> Iterator[Paragraph]:
    """The paragraphs of a text: a line each, list lines indented by the order their kinds come in."""
    depth: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line:
            continue
        kind, width = _marker(line)
        if not kind:
            depth.clear()
            yield Paragraph((Span(line, anchor),), _body_style(line, style))
            continue
        if kind in depth:
            del depth[depth.index(kind) + 1 :]
        else:
            depth.append(kind)
        yield Paragraph((Span(line, anchor),), style or LIST_STYLE, indent=len(depth), hang=width)


def _body_style(line: str, style: str) -> str:
    """A line whose first blank is typed gets none from the style."""
    return "本文（字下げなし）" if not style and line[0] in " \u3000" else style


def _marker(line: str) -> tuple[str, int]:
    """The kind of the list marker at the head of a line and its width in full-width letters."""
    for kind, pattern in _MARKERS:
        if match := pattern.match(line):
            return kind, max(1, (display_width(match[0]) + 1) // 2)
    return "", 0
