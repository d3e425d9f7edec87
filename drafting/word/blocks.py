"""The blocks of a draft as body text of Word: one function a kind of block, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from math import ceil

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
    Table,
    Tracked,
)
from drafting.numbering import SCHEMES
from drafting.word import lists
from drafting.word.body import NO_LINE_NUMBER, SPACE_AFTER_TABLE, Body
from drafting.word.contents import toc_instruction, toc_names, toc_styles, write_contents
from drafting.word.document import NAMESPACES, XML_HEAD, columns, text_xml
from drafting.word.letter import SENDER, TITLES, sender_indent, title_margin
from drafting.word.marks import close, write_spans
from drafting.word.styles import BODY, LIST
from drafting.word.table import BODY_STYLE, HEAD_STYLE, write_table
from drafting.word.tracked import mark_xml, revised

GRID = "Table Grid"
_LISTED = ("引用", LIST)
EMBLEM = "表紙市章"
# The outline level that these styles of reference.docx have of themselves
_LEVELS = {"提言見出し": 3, "章題（番号なし）": 1, "節題（番号なし）": 2}
_SPACE_BEFORE_TABLE = '<w:spacing w:after="120"/>'


def write_blocks(body: Body, draft: Draft) -> bytes:
    """The main part, whole, in UTF-8. Names of styles that the reference lacks gather in `body.missing`."""
    orientation, blocks = _tidy_breaks(draft.blocks)
    covered = any(isinstance(block, SectionBreak) and block.pages is Pages.FROM_ONE for block in blocks)
    body.section = body.sections.cover if covered else body.sections.others[Pages.FROM_ONE, orientation]
    body.paper = body.sections.papers[orientation]
    body.toc, body.toc_styles = toc_names(blocks), toc_styles(blocks)
    body.sender = sender_indent(blocks, body.sections.paper.line)
    body.pieces.append(f"{XML_HEAD}<w:document {NAMESPACES}><w:body>")
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            _write_paragraph(body, block, following)
        elif isinstance(block, Heading):
            _write_heading(body, block, following)
        elif isinstance(block, Table):
            _write_table(body, block, following)
        elif isinstance(block, Contents):
            _write_contents(body, block, following)
        elif isinstance(block, Emblem):
            if body.emblem:
                properties = body.properties(following, body.style(EMBLEM))
                body.pieces.append(f"<w:p>{properties}{body.emblem}</w:p>")
        elif isinstance(block, PageBreak):
            body.new_page = True
        body.settle()
    close(body.pieces, body.marks)
    body.pieces.append(f"{body.section}</w:body></w:document>")
    body.settle(least=0)
    return body.written.getvalue()


def _tidy_breaks(blocks: Iterable[Block]) -> tuple[Orientation, list[Block]]:
    """How the first page lies, and the blocks with one break between two others at most, and none at either end."""
    result: list[Block] = []
    first = lies = Orientation.PORTRAIT
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, PageBreak | SectionBreak):
            waiting.append(block)
            continue
        turns = [each for each in waiting if isinstance(each, SectionBreak)]
        turned = turns[-1].orientation if turns else lies
        anew = any(each.pages is Pages.FROM_ONE for each in turns)
        if not result:
            first = turned
        elif anew or turned is not lies:
            result.append(SectionBreak(Pages.FROM_ONE if anew else Pages.ON, turned))
        elif waiting:
            result.append(PageBreak())
        lies, waiting = turned, []
        result.append(block)
    return first, result


def _write_paragraph(body: Body, block: Paragraph, following: Block | None) -> None:
    name = block.style or (LIST if block.bullet or block.hang else BODY)
    hang = block.hang or ceil(columns(block.bullet))
    key = (name, block.indent, hang)
    look = body.looks.get(key)
    if look is None:
        indent = body.sender if name == SENDER and body.sender is not None else block.indent
        look = body.looks[key] = body.style(name), body.indent(indent, hang)
    body.size_ruby(name)
    style, rest = look
    if name in TITLES:
        rest = _title_indent(body, block, name) + rest
    if _leads(block, following):
        style += "<w:keepNext/>"
        rest = (_SPACE_BEFORE_TABLE if isinstance(following, Table) else "") + rest
    start, end = body.block_marks(block.id)
    mark = mark_xml(block.mark, body.marks.revisions)
    body.pieces.append(f"<w:p>{body.properties(following, style, rest + mark)}{start}")
    if block.bullet:
        new = all(span.tracked == Tracked.INSERTED for span in block.spans)
        tracked = Tracked.INSERTED if block.spans and new else ""
        body.pieces.append(revised(f"<w:r>{text_xml(block.bullet)}</w:r>", tracked, body.marks.revisions))
    write_spans(body.pieces, block.spans, body.marks)
    body.pieces.append(f"{end}</w:p>")


def _title_indent(body: Body, block: Paragraph, name: str) -> str:
    character = body.styles.size(name) * 10
    text = "".join(span.text for span in block.spans if span.tracked != Tracked.DELETED)
    margin = title_margin(text, body.paper.width / character)
    if margin is None:
        return ""
    side = round(margin * character)
    return f'<w:ind w:leftChars="0" w:left="{side}" w:rightChars="0" w:right="{side}"/>'


def _leads(block: Paragraph, following: Block | None) -> bool:
    """True for words that introduce a table, a list or quotations: they stay on the page of what they introduce."""
    if block.bullet or block.hang or block.style in _LISTED:
        return False
    listed = isinstance(following, Paragraph) and (following.bullet or following.hang or following.style in _LISTED)
    return bool(listed) or isinstance(following, Table)


def _write_heading(body: Body, block: Heading, following: Block | None) -> None:
    scheme = SCHEMES[block.scheme] if block.scheme and block.number else None
    level = min(block.level, len(scheme.levels) if scheme else block.level) - 1
    linked = lists.STYLES[scheme.name][level] if scheme else f"heading {block.level}"
    name = block.style or linked
    body.size_ruby(name)
    style = body.style(name)
    number = indent = ""
    if scheme:
        num = body.counter.count(scheme, level, block.number)
        if not num and body.styles.paragraph(name) != (body.styles.paragraph(linked) or ""):
            num = body.counter.base[scheme.name]
        number = _number(num, level) if num else ""
    elif not block.style:
        number, indent = _number(body.counter.base[lists.BLANK], 0), body.indent(block.level - 1, 0)
    own = _LEVELS.get(name) or (block.level if name == linked else 0)
    outline = "" if own == block.level else f'<w:outlineLvl w:val="{block.level - 1}"/>'
    start, end = body.block_marks(block.id)
    rest = indent + outline + mark_xml(block.mark, body.marks.revisions)
    body.pieces.append(f"<w:p>{body.properties(following, style, rest, number)}{start}")
    write_spans(body.pieces, block.spans, body.marks)
    body.pieces.append(f"{end}</w:p>")


def _number(num: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _write_table(body: Body, block: Table, following: Block | None) -> None:
    if body.new_page:
        body.spacer(None)
    name = block.style or GRID
    style = body.styles.table(name)
    if style is None and block.style:
        body.miss(name)
    body.size_ruby(BODY_STYLE)
    cells = body.style(HEAD_STYLE), body.style(BODY_STYLE)
    for _ in write_table(body.pieces, block, body.marks, body.paper, style, cells):
        body.settle()
    # Word joins two tables that touch, and wants a paragraph after the last one
    if not isinstance(following, Heading | PageBreak):
        body.spacer(following)


def _write_contents(body: Body, block: Contents, following: Block | None) -> None:
    if body.new_page:
        body.spacer(None)
    deepest = max((min(entry.level, 3) for entry in block.entries), default=1)
    looks = tuple(f"<w:pPr>{body.style(f'toc {level}')}</w:pPr>" for level in range(1, deepest + 1))
    # A section does not end in the paragraph where the field ends: LibreOffice then prints no page numbers in it
    ends_section = isinstance(following, SectionBreak)
    last = body.properties(None if ends_section else following, "", NO_LINE_NUMBER + SPACE_AFTER_TABLE)
    instruction = toc_instruction(block, body.toc_styles)
    if not body.styles.has("heading 1"):  # 見出し 1 as a style of its own: listed by its outline level
        instruction += " \\u"
    dirty = "" if body.counted else ' w:dirty="true"'
    write_contents(body.pieces, block, (instruction, dirty), looks, body.toc, body.pages, last)
    if ends_section:
        body.spacer(following)


