"""A draft becomes a Word file: the styles of the reference, the body written by us.

The body is joined from strings in one pass over the blocks, never built of elements. What
was written is read back and compared before anybody gets it.
"""

from __future__ import annotations

from itertools import zip_longest

from drafting.draft import Contents, Draft, Heading, Paragraph
from drafting.model import Format
from drafting.problems import DraftingError, Place, Problem, Severity
from drafting.word import footnotes, lists, parts, styles
from drafting.word.blocks import Body, write_blocks
from drafting.word.document import NAMESPACES, XML_HEAD, Element, parse_xml, serialize, w
from drafting.word.estimate import estimate_pages
from drafting.word.marks import Marks
from drafting.word.package import MAIN_PART, read_package, write_package
from drafting.word.section import make_sections
from drafting.word.texts import draft_texts, paragraph_texts

REFERENCE = "templates/reference.docx"


def write_word(draft: Draft, reference: bytes, form: Format) -> tuple[bytes, list[Problem]]:
    """The .docx of a draft and what was remarkable; the same arguments give the same bytes.

    `reference` is a .docx: styles, headers, paper and settings are its own, its body is not
    used. `form` changes its look only where it differs from `Format()` (see `styles`).
    W001 (warning): a style that the reference lacks; the block is in the body style.
    Raises InputError or LimitError for a reference that cannot be used, ValueError for
    characters that XML forbids, and DraftingError W900–W902 for faults of our own.
    """
    package = read_package(reference, REFERENCE)
    look = _styles(package, form)
    numbering, counter = lists.start_lists(_part(package, parts.NUMBERING, lists.EMPTY), form)
    styles.link_lists(look, counter.base)
    body = _start_body(package, draft, form, styles.read_styles(look), counter)
    styles.set_toc_tabs(look, body.sections.paper.width)
    content = write_blocks(body, draft)
    package[MAIN_PART] = f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>".encode()
    _compare(draft, body, package[MAIN_PART])
    known = body.styles
    parts.put_part(package, parts.STYLES, serialize(look))
    parts.put_part(package, parts.NUMBERING, lists.finish_lists(numbering, counter, known.paragraphs, known.sizes))
    _put_notes(package, draft, body)
    parts.put_part(package, parts.CORE, parts.core_properties(draft.title))
    parts.put_part(package, parts.APP, parts.app_properties())
    return write_package(package), [_missing_style(name) for name in body.missing]


def _styles(package: dict[str, bytes], form: Format) -> Element:
    root = parse_xml(_part(package, parts.STYLES, f"<w:styles {NAMESPACES}/>".encode()))
    styles.apply_format(root, form)
    return root


def _start_body(
    package: dict[str, bytes], draft: Draft, form: Format, known: styles.Styles, counter: lists.Counter
) -> Body:
    old_body = parse_xml(package[MAIN_PART]).find(w("body"))
    sections = make_sections(package, old_body, form, known.sizes[""], known.paragraph("footer"))
    targets = frozenset(block.id for block in draft.blocks if isinstance(block, Heading | Paragraph) and block.id)
    first_note = footnotes.first_free(_part(package, parts.FOOTNOTES, footnotes.EMPTY))
    listed = any(isinstance(block, Contents) for block in draft.blocks)
    pages = estimate_pages(draft, sections.papers) if listed else {}
    return Body(known, counter, sections, Marks(targets, first_note), pages, sections.paper)


def _part(package: dict[str, bytes], kind: parts.Kind, otherwise: bytes) -> bytes:
    name = parts.find_part(package, kind)
    return package.get(name, otherwise) if name else otherwise


def _put_notes(package: dict[str, bytes], draft: Draft, body: Body) -> None:
    """The footnotes part; a reference that has one gets its notes cleared even for a draft without."""
    if draft.notes or parts.find_part(package, parts.FOOTNOTES):
        existing = _part(package, parts.FOOTNOTES, footnotes.EMPTY)
        style = body.styles.paragraph("footnote text")
        content = footnotes.footnotes_xml(existing, draft.notes, body.marks, style)
        parts.put_part(package, parts.FOOTNOTES, content)


def _compare(draft: Draft, body: Body, document: bytes) -> None:
    """Stop if a text does not come back as it was given: a bug must not reach a mayor."""
    wanted = filter(None, draft_texts(draft, body.pages))
    found = filter(None, paragraph_texts(document))
    for index, (want, have) in enumerate(zip_longest(wanted, found), 1):
        if want != have:
            message = (
                f"内部の誤り: Word に書いた {index} 番目の段落が元の文と違います（元「{str(want)[:40]}」、"
                f"Word「{str(have)[:40]}」）。開発者に知らせてください。"
            )
            raise DraftingError(Problem("W900", message, Place("")))


def _missing_style(name: str) -> Problem:
    message = (
        f"スタイル「{name}」がないため、本文のスタイルで書きました。Word で {REFERENCE} を開き、"
        f"「{name}」という名前のスタイルを作って保存してください。"
    )
    return Problem("W001", message, Place(REFERENCE), Severity.WARNING)
