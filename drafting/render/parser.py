"""The Markdown of a template as markdown-it parses it for us: what is switched on, what no draft can hold."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from drafting.problems import Place, Problem, TemplateError
from drafting.render.inline import MARKUP
from drafting.render.tables import read_table
from drafting.render.values import RESERVED

_NOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_NOTE_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")


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
    texts = set(_NOTE_TEXT.findall(markdown))
    marks = set(_NOTE_MARK.findall(_NOTE_TEXT.sub("", markdown)))
    if any(RESERVED.search(label) for label in marks | texts):
        raise TemplateError(Problem("T028", "脚注の名前に {{ }} は使えません。本文の中に「^[脚注の文]」と書いてください。", Place(template)))
    if missing := sorted(marks - texts):
        raise TemplateError(Problem("T028", f"脚注「[^{missing[0]}]」の文がありません。「[^{missing[0]}]: …」の行を書いてください。", Place(template)))
    if unused := sorted(texts - marks):
        raise TemplateError(Problem("T028", f"脚注「[^{unused[0]}]」の印が本文にありません。印を書くか、脚注を消してください。", Place(template)))
