"""The inside of a paragraph, heading or cell: Markdown's inline tokens → spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from markdown_it.token import Token

from drafting.draft import Anchor, Span, Spans
from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, TemplateError
from drafting.render.values import RESERVED, Mark, Ref, Values
from drafting.views import Where

# What any rule for the inside of a paragraph looks for; `parser.make_parser` says which rules there are
MARKUP = lazy_pattern(r"[\\\n`*_\[\]!&^]")
_ASCII_WORD = lazy_pattern(r"[!-~]")
_SOFT_BREAK = "\0"
_PLAIN = Span("")
PLACE = "\1"  # stands for the place of a recommendation until all numbers are known; no text can hold it


class OutputError(TemplateError):
    """What no draft can hold. Its places are lines of what the template printed."""


def refuse(template: str, code: str, message: str, token: Token | None = None, line: int = -1) -> NoReturn:
    """Raise OutputError for what no draft can hold, with the words near it; TemplateError where no line is known.

    `line` of the output counts from 0; without it the token tells.
    """
    words = f"（「{token.content.strip()[:30]}」のあたり）" if token and token.content.strip() else ""
    if line < 0 and token is not None and token.map:
        line = token.map[0]
    kind = TemplateError if line < 0 else OutputError
    raise kind(Problem(code, RESERVED.sub("", message + words), Place(template, max(line, 0) + 1)))


class Inline:
    """Turns inline tokens into spans, putting the values back and counting their placements."""

    def __init__(self, values: Values, template: str) -> None:
        self._values, self._template = values, template
        self._occurrences: dict[str, int] = {}

    def anchor(self, value: str) -> Anchor | None:
        """The placement of a text from YAML, counted by its address; None for other text."""
        address = getattr(value, "address", "")
        if not address:
            return None
        count = self._occurrences[address] = self._occurrences.get(address, 0) + 1
        return Anchor(address, count)

    def spans(self, token: Token, line_break: str) -> tuple[Spans, str]:
        """The spans of an inline token and the id it was marked with. Line ends of values
        become `line_break`."""
        spans: list[Span] = []
        ids = [""]
        strong = emphasis = 0
        line = token.map[0] if token.map else -1
        target = address = ""
        for child in token.children or []:
            kind = child.type
            if kind in ("text", "code_inline"):
                form = Span("", None, strong > 0, emphasis > 0, target)
                spans.extend(self._text(child.content, form, line_break, ids))
            elif kind in ("softbreak", "hardbreak"):
                spans.append(Span(_SOFT_BREAK if kind == "softbreak" else "\n"))
                line += line >= 0
            elif kind in ("strong_open", "strong_close"):
                strong += child.nesting
            elif kind in ("em_open", "em_close"):
                emphasis += child.nesting
            elif kind == "link_open":
                target, address = self._link(str(child.attrGet("href") or ""), child, line)
            elif kind == "link_close":
                if address:
                    spans.append(Span(f"（{address}）", None, strong > 0, emphasis > 0))
                target = address = ""
            elif kind == "footnote_ref":
                spans.append(Span("", note=int(child.meta["id"]) + 1))
            elif kind != "footnote_anchor":
                refuse(self._template, "T022", "画像や、この書き方は使えません。" if kind == "image" else f"この書き方（{kind}）は使えません。", child, line)
        return tuple(_join_lines(spans)), ids[0]

    def cell(self, cell: str | Token) -> Spans:
        """The spans of a cell of a table, which is a text without markup or an inline token."""
        if isinstance(cell, str):
            return tuple(self._text(cell, _PLAIN, "\n", [""]))
        return self.spans(cell, "\n")[0]

    def _link(self, href: str, token: Token, line: int) -> tuple[str, str]:
        """The id a link leads to, or the address to print behind its text: paper has no links."""
        href = "".join(text if value is None else value for text, value in self._values.split(href))
        if href.startswith("#"):
            return href[1:], ""
        if not re.match(r"(https?|mailto):", href):
            refuse(self._template, "T023", f"リンク先「{href[:40]}」は使えません。https:// か、文書の中の #名前 にしてください。", token, line)
        return "", href

    def _text(self, text: str, form: Span, line_break: str, ids: list[str]) -> Iterator[Span]:
        for literal, value in self._values.split(text):
            if value is None:
                yield form._replace(text=literal)
            elif isinstance(value, Mark):
                ids[0] = str(value)
            elif isinstance(value, Ref):
                yield form._replace(text="", target=str(value))
            elif isinstance(value, Where):
                yield form._replace(text=PLACE, target=str(value))
            elif value:
                lines = value.replace("\r\n", "\n").replace("\r", "\n")
                yield form._replace(text=lines.replace("\n", line_break), anchor=self.anchor(value))


def _join_lines(spans: Iterable[Span]) -> Iterator[Span]:
    """A line end of the template between Japanese letters joins them; between ASCII words it is a blank."""
    kept = [span for span in spans if span.text or span.note or span.target]
    for i, span in enumerate(kept):
        if span.text != _SOFT_BREAK:
            yield span
            continue
        before = kept[i - 1].text[-1:] if i else ""
        after = kept[i + 1].text[:1] if i + 1 < len(kept) else ""
        if _ASCII_WORD.match(before) and _ASCII_WORD.match(after):
            yield Span(" ")
