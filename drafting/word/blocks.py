"""The blocks of a draft as body text of Word: one function a kind of block, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
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
from drafting.word.contents import toc_instruction, toc_names, toc_styles, write_contents
from drafting.word.document import NAMESPACES, XML_HEAD, columns, text_xml
from drafting.word.letter import SENDER, TITLES, sender_indent, title_margin
from drafting.word.marks import Marks, bookmark_end, bookmark_start, close, write_spans
from drafting.word.section import Paper, Sections
from drafting.word.styles import BODY, LIST, Styles
from drafting.word.table import BODY_STYLE, HEAD_STYLE, write_table
from drafting.word.tracked import mark_xml, revised

GRID = "Table Grid"
_LISTED = ("引用", LIST)
EMBLEM = "表紙市章"
# The outline level that these styles of reference.docx have of themselves
_LEVELS = {"提言見出し": 3, "章題（番号なし）": 1, "節題（番号なし）": 2}
_NO_LINE_NUMBER = "<w:suppressLineNumbers/>"
_SPACE_BEFORE_TABLE = '<w:spacing w:after="120"/>'
_SPACE_AFTER_TABLE = '<w:spacing w:line="160" w:lineRule="exact"/>'


@dataclass
class Body:
    """What writing the blocks carries along. `section` is the w:sectPr that the next break ends, `paper` its room."""

    styles: Styles
    counter: lists.Counter
    sections: Sections
    marks: Marks
    pages: Mapping[str, int]
    paper: Paper
    counted: bool = False
    emblem: str = ""
    section: str = ""
    new_page: bool = False
    toc: Mapping[str, str] = field(default_factory=dict)
    toc_styles: Mapping[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    written: BytesIO = field(default_factory=BytesIO)
    missing: list[str] = field(default_factory=list)
    looks: dict[tuple[str, int, int], tuple[str, str]] = field(default_factory=dict)
    sender: int | None = None


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
                properties = _properties(body, following, _style(body, EMBLEM))
                body.pieces.append(f"<w:p>{properties}{body.emblem}</w:p>")
        elif isinstance(block, PageBreak):
            body.new_page = True
        _settle(body)
    close(body.pieces, body.marks)
    body.pieces.append(f"{body.section}</w:body></w:document>")
    _settle(body, least=0)
    return body.written.getvalue()


def _settle(body: Body, least: int = 4096) -> None:
    """Write out the pieces that nothing changes any more, if they are many: as strings they take five times the room."""
    end = body.marks.slot if body.marks.open else len(body.pieces)
    if end > least:
        body.written.write("".join(body.pieces[:end]).encode())
        del body.pieces[:end]
        body.marks.slot -= end


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
        look = body.looks[key] = _style(body, name), _indent(body, indent, hang)
    size_ruby(body, name)
    style, rest = look
    if name in TITLES:
        rest = _title_indent(body, block, name) + rest
    if _leads(block, following):
        style += "<w:keepNext/>"
        rest = (_SPACE_BEFORE_TABLE if isinstance(following, Table) else "") + rest
    start, end = _block_marks(body, block.id)
    mark = mark_xml(block.mark, body.marks.revisions)
    body.pieces.append(f"<w:p>{_properties(body, following, style, rest + mark)}{start}")
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
    size_ruby(body, name)
    style = _style(body, name)
    number = indent = ""
    if scheme:
        num = body.counter.count(scheme, level, block.number)
        if not num and body.styles.paragraph(name) != (body.styles.paragraph(linked) or ""):
            num = body.counter.base[scheme.name]
        number = _number(num, level) if num else ""
    elif not block.style:
        number, indent = _number(body.counter.base[lists.BLANK], 0), _indent(body, block.level - 1, 0)
    own = _LEVELS.get(name) or (block.level if name == linked else 0)
    outline = "" if own == block.level else f'<w:outlineLvl w:val="{block.level - 1}"/>'
    start, end = _block_marks(body, block.id)
    rest = indent + outline + mark_xml(block.mark, body.marks.revisions)
    body.pieces.append(f"<w:p>{_properties(body, following, style, rest, number)}{start}")
    write_spans(body.pieces, block.spans, body.marks)
    body.pieces.append(f"{end}</w:p>")


def _number(num: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _write_table(body: Body, block: Table, following: Block | None) -> None:
    if body.new_page:
        _write_spacer(body, None)
    name = block.style or GRID
    style = body.styles.table(name)
    if style is None and block.style:
        _miss(body, name)
    size_ruby(body, BODY_STYLE)
    cells = _style(body, HEAD_STYLE), _style(body, BODY_STYLE)
    for _ in write_table(body.pieces, block, body.marks, body.paper, style, cells):
        _settle(body)
    # Word joins two tables that touch, and wants a paragraph after the last one
    if not isinstance(following, Heading | PageBreak):
        _write_spacer(body, following)


def _write_contents(body: Body, block: Contents, following: Block | None) -> None:
    if body.new_page:
        _write_spacer(body, None)
    deepest = max((min(entry.level, 3) for entry in block.entries), default=1)
    looks = tuple(f"<w:pPr>{_style(body, f'toc {level}')}</w:pPr>" for level in range(1, deepest + 1))
    # A section does not end in the paragraph where the field ends: LibreOffice then prints no page numbers in it
    ends_section = isinstance(following, SectionBreak)
    last = _properties(body, None if ends_section else following, "", _NO_LINE_NUMBER + _SPACE_AFTER_TABLE)
    instruction = toc_instruction(block, body.toc_styles)
    if not body.styles.has("heading 1"):  # 見出し 1 as a style of its own: listed by its outline level
        instruction += " \\u"
    dirty = "" if body.counted else ' w:dirty="true"'
    write_contents(body.pieces, block, (instruction, dirty), looks, body.toc, body.pages, last)
    if ends_section:
        _write_spacer(body, following)


def _write_spacer(body: Body, following: Block | None) -> None:
    """A paragraph without words: no line that a member could point at, so it has no number."""
    body.pieces.append(f"<w:p>{_properties(body, following, '', _NO_LINE_NUMBER + _SPACE_AFTER_TABLE)}</w:p>")


def _properties(body: Body, following: Block | None, style: str, rest: str = "", number: str = "") -> str:
    """w:pPr in the order of 17.3.1.26, with the page or section break that is due here."""
    page = "<w:pageBreakBefore/>" if body.new_page else ""
    body.new_page = False
    section = ""
    if isinstance(following, SectionBreak):
        section, body.section = body.section, body.sections.others[following.pages, following.orientation]
        body.paper = body.sections.papers[following.orientation]
    inner = f"{style}{page}{number}{rest}{section}"
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _indent(body: Body, indent: int, hang: int) -> str:
    """w:ind in characters, and in twips for readers that do not know characters (17.3.1.12)."""
    if not indent and not hang:
        return ""
    character = body.styles.sizes[""] * 10
    left = indent + hang
    hanging = f' w:hangingChars="{hang * 100}" w:hanging="{hang * character}"' if hang else ""
    return f'<w:ind w:leftChars="{left * 100}" w:left="{left * character}"{hanging}/>'


def _style(body: Body, name: str) -> str:
    """w:pStyle of a style by its name; the body style where the reference has none such."""
    identifier = body.styles.paragraph(name)
    if identifier is None:
        _miss(body, name)
        identifier = body.styles.paragraph(BODY)
    return f'<w:pStyle w:val="{identifier}"/>' if identifier else ""


def size_ruby(body: Body, name: str) -> None:
    """Readings, where there are any, go with the letters of this style."""
    if body.marks.ruby:
        body.marks.ruby = body.styles.size(name)


def _miss(body: Body, name: str) -> None:
    if name not in body.missing:
        body.missing.append(name)


def _block_marks(body: Body, identifier: str) -> tuple[str, str]:
    """The starts and ends of the bookmarks of a block with this id: for links, for the contents."""
    names = [names[identifier] for names in (body.marks.names, body.toc) if identifier in names]
    starts = [bookmark_start(name, body.marks) for name in names]
    return "".join(starts), "".join(bookmark_end(name, body.marks) for name in names)
