"""Markdown with placeholders → blocks: parse the template's structure, put the values back, number.

markdown-it sees only what the template wrote. A container `::: 名前` gives its paragraphs the
Word style of that name; five names are instructions: 目次, 市章, 改ページ, 改節, and 横向き (landscape),
which holds what is to lie on such pages. A heading may end with its style, `# はじめに {章題（番号なし）}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from drafting.draft import (
    Block,
    Contents,
    Draft,
    Emblem,
    Heading,
    Orientation,
    PageBreak,
    Pages,
    Paragraph,
    SectionBreak,
    Span,
    Spans,
)
from drafting.locations import locations
from drafting.model import Format
from drafting.numbering import HEADINGS, RECOMMENDATIONS, number_text
from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, TemplateError
from drafting.render.cells import table_block
from drafting.render.inline import Inline, OutputError, refuse
from drafting.render.lists import LIST_STYLE, typed_paragraphs
from drafting.render.parser import check_footnotes, make_parser
from drafting.render.printed import in_template
from drafting.render.resolve import Known, numbered, resolve
from drafting.render.values import Mark, Ref, Values
from drafting.views import Where

RECOMMENDATION_STYLE = "提言見出し"
LANDSCAPE = ("横向き", "landscape")
_HEADING_STYLE = lazy_pattern(r"\s*\{([^{}]+)\}$")


def build_draft(markdown: str, values: Values, form: Format, title: str, template: str, text: str = "") -> Draft:
    """The draft a template's output stands for. Raises TemplateError for what no draft can hold.

    `template` is the file as messages call it, `text` what it holds, where the lines that printed a fault are looked for.
    """
    try:
        return _build(markdown, values, form, title, template)
    except OutputError as error:
        raise TemplateError(*(in_template(problem, markdown, text) for problem in error.problems)) from None


def _build(markdown: str, values: Values, form: Format, title: str, template: str) -> Draft:
    try:
        builder = _Builder(values, form, template, markdown.split("\n"))
        builder.walk(make_parser().parse(markdown))
    except RecursionError:
        raise TemplateError(Problem("T020", "入れ子が深すぎます。", Place(template))) from None
    known = Known(builder.numbers, locations(builder.blocks), template, builder.marked)
    blocks = resolve(builder.blocks, known)
    check_footnotes(markdown, template)
    if lost := values.unprinted():
        message = f"値「{lost[0][:30]}」が文書に現れません。表の欄の数や、リンク先などに値を書いていないか確かめてください。"
        raise TemplateError(Problem("T025", message, Place(template)))
    return Draft(blocks, tuple(numbered(spans, known) for spans in builder.notes), title)


@dataclass
class _Builder:
    """What one walk over the tokens gathers."""

    values: Values
    form: Format
    template: str
    lines: list[str]
    blocks: list[Block] = field(default_factory=list)
    notes: list[Spans] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    styles: list[str] = field(default_factory=list)
    closing: list[SectionBreak | None] = field(default_factory=list)
    lists: list[list[int | None]] = field(default_factory=list)
    _counts: list[int] = field(default_factory=lambda: [0] * 7)
    _bullet: str = ""

    def __post_init__(self) -> None:
        self.inline = Inline(self.values, self.template)

    def walk(self, tokens: Sequence[Token]) -> None:
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if token.type == "footnote_block_open":
                end = next(j for j in range(i, len(tokens)) if tokens[j].type == "footnote_block_close")
                self._footnotes(tokens[i:end])
                i = end
            elif step := _STEPS.get(token.type):
                step(self, tokens, i)
            elif token.type not in _SILENT:
                refuse(self.template, "T021", f"{_FORBIDDEN.get(token.type, f'この書き方（{token.type}）')}は使えません。", token)
            i += 1

    def container(self, tokens: Sequence[Token], i: int) -> None:
        name = tokens[i].info.strip().strip(":").strip()
        instructions: dict[str, Block] = {"改ページ": PageBreak(), "改節": SectionBreak(), "目次": Contents(()), "市章": Emblem()}
        special = instructions.get(name)
        if special:
            self.blocks.append(special)
        lies = name in LANDSCAPE
        if lies:
            self.blocks.append(SectionBreak(Pages.ON, Orientation.LANDSCAPE))
        self.closing.append(SectionBreak(Pages.ON) if lies else None)
        self.styles.append("" if special or lies else name)

    def end_container(self, tokens: Sequence[Token], i: int) -> None:
        self.styles.pop()
        if closing := self.closing.pop():
            self.blocks.append(closing)

    def heading(self, tokens: Sequence[Token], i: int) -> None:
        level, inline = int(tokens[i].tag[1]), tokens[i + 1]
        style = ""
        last = inline.children[-1] if inline.children else None
        if last and last.type == "text" and (match := _HEADING_STYLE.search(last.content)):
            style = match[1].strip()
            last.content = last.content[: match.start()]
        spans, id = self.inline.spans(inline, "")
        number, scheme = self._count(level, style)
        self._take(id, tokens[i])
        if id:
            self.numbers[id] = self._full_number(level, number, scheme)
        self.blocks.append(Heading(spans, level, number, scheme, style, id or f"h{len(self.blocks)}"))

    def _count(self, level: int, style: str) -> tuple[str, str]:
        digits, paren = self.form.digits, self.form.paren
        if style == RECOMMENDATION_STYLE:
            self._counts[0] += 1
            return number_text(RECOMMENDATIONS.levels[0], self._counts[0], digits, paren), RECOMMENDATIONS.name
        if style:
            return "", ""
        self._counts[level] += 1
        self._counts[level + 1 :] = [0] * (6 - level)
        return number_text(HEADINGS.levels[level - 1], self._counts[level], digits, paren), HEADINGS.name

    def _full_number(self, level: int, number: str, scheme: str) -> str:
        """How a cross-reference names it: 提言3, 第5, 第5の1, 第5の1(2)."""
        if scheme != HEADINGS.name:
            return number
        above = [
            number_text(HEADINGS.levels[n - 1], self._counts[n], self.form.digits, self.form.paren)
            for n in range(1, level)
            if self._counts[n]
        ]
        if above and self._counts[1]:
            above[0] += "の"
        return "".join([*above, number])

    def paragraph(self, tokens: Sequence[Token], i: int) -> None:
        inline = tokens[i + 1]
        style = next((name for name in reversed(self.styles) if name), "")
        children = inline.children or []
        value = self.values.only(children[0].content) if len(children) == 1 else None
        if value is not None and not isinstance(value, (Ref, Mark, Where)) and not self.lists:
            self.blocks.extend(typed_paragraphs(value, self.inline.anchor(value), style))
            return
        spans, id = self.inline.spans(inline, "\n")
        if not spans and not id:
            return
        self._take(id, tokens[i])
        bullet, self._bullet = self._bullet, ""
        depth = len(self.lists)
        if depth and not bullet:  # the item goes on under its own text
            depth, style = depth + 1, style or LIST_STYLE
        self.blocks.append(Paragraph(spans, style, indent=depth, bullet=bullet, id=id))

    def _take(self, id: str, token: Token) -> None:
        """Note that a block has this id. One that is there already is refused: which of the two should a reference name?"""
        if id in self.marked:
            message = f"mark の名前「{id}」が2か所にあります。番号を載せたい見出しだけに mark を書いてください。"
            refuse(self.template, "T029", message, token)
        if id:
            self.marked.add(id)

    def list_open(self, tokens: Sequence[Token], i: int) -> None:
        ordered = tokens[i].type == "ordered_list_open"
        self.lists.append([int(tokens[i].attrGet("start") or 1) if ordered else None])

    def list_close(self, tokens: Sequence[Token], i: int) -> None:
        self.lists.pop()

    def list_item(self, tokens: Sequence[Token], i: int) -> None:
        count = self.lists[-1][0]
        if count is None:
            self._bullet = "・"
        else:
            level = HEADINGS.levels[min(2 + len(self.lists) - 1, 5)]
            self._bullet = number_text(level, count, self.form.digits, self.form.paren) + "\u3000"
            self.lists[-1][0] = count + 1

    def table(self, tokens: Sequence[Token], i: int) -> None:
        style = next((name for name in reversed(self.styles) if name), "")
        self.blocks.append(table_block(tokens[i], self.lines, self.inline, style, self.template))

    def _footnotes(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "footnote_open":
                self.notes.append(())
            elif token.type == "inline":
                spans = self.inline.spans(token, "\n")[0]
                self.notes[-1] = (*self.notes[-1], *([Span("\n")] if self.notes[-1] else []), *spans)


_FORBIDDEN = {"hr": "区切り線（---）", "blockquote_open": "引用（>）", "fence": "コード（```）"}
_STEPS = {
    "container_style_open": _Builder.container,
    "container_style_close": _Builder.end_container,
    "heading_open": _Builder.heading,
    "paragraph_open": _Builder.paragraph,
    "table": _Builder.table,
    "bullet_list_open": _Builder.list_open,
    "ordered_list_open": _Builder.list_open,
    "bullet_list_close": _Builder.list_close,
    "ordered_list_close": _Builder.list_close,
    "list_item_open": _Builder.list_item,
}
_SILENT = frozenset(("heading_close", "paragraph_close", "list_item_close", "inline"))
