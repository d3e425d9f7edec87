"""The Markdown of a template as markdown-it parses it for us: what is switched on, what no draft can hold."""

from __future__ import annotations

import re
from typing import NoReturn

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from drafting.patterns import lazy_pattern
from drafting.render.inline import MARKUP, refuse
from drafting.render.tables import read_table
from drafting.render.values import RESERVED

_NOTE_TEXT = lazy_pattern(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_NOTE_MARK = lazy_pattern(r"(?<!\\)\[\^([^\]\s]+)\]")


def make_parser() -> MarkdownIt:
    """A parser of CommonMark with tables, containers and footnotes; without what a draft cannot hold."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).enable("table")
    parser.disable(["code", "lheading", "html_block", "html_inline", "autolink", "reference"])
    container_plugin(parser, "style", validate=lambda *_: True)
    footnote_plugin(parser, inline=True, move_to_end=True)
    parser.block.ruler.at("table", read_table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.at("inline", _read_inline)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # judged where it is used
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # keeps placeholders
    return parser


def _read_inline(state: StateCore) -> None:
    """markdown-it's rule `inline`, but it is not asked where there is no markup: most cells and paragraphs are one value."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if MARKUP.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children = [Token("text", "", 0, content=token.content)] if token.content else []


def check_footnotes(markdown: str, template: str) -> None:
    """Refuse a mark of a footnote without its text, which would be printed as it stands, and a text without a mark,
    which would be lost."""
    texts = _first_places(_NOTE_TEXT, markdown)
    # Letters for letters, so that the places stay
    body = _NOTE_TEXT.sub(lambda match: " " * len(match[0]), markdown)
    marks = _first_places(_NOTE_MARK, body)
    for label in marks | texts:
        if RESERVED.search(label):
            _refuse_note(template, "脚注の名前に {{ }} は使えません。本文の中に「^[脚注の文]」と書いてください。", markdown, (marks | texts)[label])
    for label in sorted(marks.keys() - texts):
        _refuse_note(template, f"脚注「[^{label}]」の文がありません。「[^{label}]: …」の行を書いてください。", markdown, marks[label])
    for label in sorted(texts.keys() - marks):
        _refuse_note(template, f"脚注「[^{label}]」の印が本文にありません。印を書くか、脚注を消してください。", markdown, texts[label])


def _first_places(sign: re.Pattern[str], text: str) -> dict[str, int]:
    return {match[1]: match.start() for match in reversed(list(sign.finditer(text)))}


def _refuse_note(template: str, message: str, markdown: str, at: int) -> NoReturn:
    refuse(template, "T028", message, line=markdown.count("\n", 0, at))
