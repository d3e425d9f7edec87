"""A draft becomes a Word file: the styles of the reference, the body written by us.

The body is joined from strings in one pass over the blocks, never built of elements. What
was written is read back and compared before anybody gets it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from drafting.draft import Contents, Draft, Finish, Heading, Orientation, Paragraph, SectionBreak, all_spans
from drafting.model import Format
from drafting.problems import DraftingError, Place, Problem, Severity
from drafting.word import footnotes, lists, parts, styles
from drafting.word.blocks import write_blocks
from drafting.word.body import Body
from drafting.word.borrowed import borrow_look
from drafting.word.cover import fit_cover
from drafting.word.document import NAMESPACES, block_name, parse_xml, serialize, w
from drafting.word.estimate import estimate_pages
from drafting.word.marks import Marks
from drafting.word.package import BUILD_PROPERTY, MAIN_PART, read_package, write_package
from drafting.word.section import grid_problems, make_sections, read_papers
from drafting.word.settings import settings_xml, without_sessions
from drafting.word.supplement import needed_styles, supply_styles
from drafting.word.texts import draft_texts, paragraph_texts
from drafting.word.tracked import Revisions

REFERENCE = "templates/reference.docx"
COMMITTEE = "inputs/committee.yaml"
_PLAIN = Finish()


def write_word(
    draft: Draft, reference: bytes, form: Format, finish: Finish = _PLAIN, pages: Mapping[str, int] | None = None
) -> tuple[bytes, list[Problem]]:
    """The .docx of a draft and what was remarkable; the same arguments give the same bytes.

    `reference` is a .docx: styles, headers, paper and settings are its own, its body is not
    used. `form` changes its look only where it differs from `Format()` (see `styles`);
    `finish` is what the edition adds and leaves out. `pages` are the pages of the headings by
    their ids; without them the contents hold an estimate and ask Word to count.
    W001 (warning): styles that the reference lacks; ours are supplied, others are in the body style.
    W002 (warning): a grid too close for its letters.
    Raises InputError or LimitError for a reference that cannot be used, ValueError for
    characters that XML forbids, and DraftingError W900–W902 for faults of our own.
    """
    package = read_package(reference, REFERENCE)
    borrow_look(package, reference, REFERENCE)
    look = parse_xml(_part(package, parts.STYLES, f"<w:styles {NAMESPACES}/>".encode()))
    supplied = supply_styles(look, styles.read_styles(look), needed_styles(draft, form, finish), form)
    styles.apply_format(look, form)
    papers = read_papers(parse_xml(package[MAIN_PART]).find(w("body")), form, styles.body_size(look))
    fit_cover(look, draft.blocks, papers[Orientation.PORTRAIT], finish.emblem)
    known = styles.read_styles(look)
    numbering, counter = lists.start_lists(_part(package, parts.NUMBERING, lists.EMPTY), form)
    styles.link_lists(look, known, counter.base)
    body = _start_body(package, draft, form, finish, known, counter)
    if pages is not None:
        body.pages, body.counted = pages, True
    styles.set_toc_tabs(look, body.sections.paper.width)
    package[MAIN_PART] = write_blocks(body, draft)
    _compare(draft, body, package[MAIN_PART])
    parts.put_part(package, parts.STYLES, serialize(look))
    parts.put_part(package, parts.NUMBERING, lists.finish_lists(numbering, counter, known.paragraph, known.sizes))
    _put_notes(package, draft, body)
    _put_properties(package, draft, finish)
    if finish.remarks:
        _put_comments(package, body, finish)
    if finish.clean:
        package = {name: without_sessions(part) if name.startswith("word/") else part for name, part in package.items()}
    return write_package(package), _remarkable(supplied, body, form)


def _remarkable(supplied: list[str], body: Body, form: Format) -> list[Problem]:
    """W001 styles that we supplied or went without, W002 a grid that is too close."""
    problems = [_supplied(supplied)] if supplied else []
    problems += [_missing_style(name) for name in body.missing]
    for message in grid_problems(body.sections.paper, form):
        advice = "committee.yaml の format を見直してください。"
        problems.append(Problem("W002", message + advice, Place(COMMITTEE), Severity.WARNING))
    return problems


def _put_properties(package: dict[str, bytes], draft: Draft, finish: Finish) -> None:
    settings = _part(package, parts.SETTINGS, f"<w:settings {NAMESPACES}/>".encode())
    parts.put_part(package, parts.SETTINGS, settings_xml(settings, finish.tracked))
    parts.put_part(package, parts.CORE, parts.core_properties(draft.title))
    parts.put_part(package, parts.APP, parts.app_properties())
    if finish.build:
        parts.put_part(package, parts.CUSTOM, parts.custom_properties({BUILD_PROPERTY: finish.build}))


def _put_comments(package: dict[str, bytes], body: Body, finish: Finish) -> None:
    from drafting.word.comments import comments_xml, extended_xml

    style = body.styles.paragraph("annotation text")
    parts.put_part(package, parts.COMMENTS, comments_xml(finish.remarks.values(), style))
    parts.put_part(package, parts.EXTENDED, extended_xml(len(finish.remarks)))


def _start_body(
    package: dict[str, bytes],
    draft: Draft,
    form: Format,
    finish: Finish,
    known: styles.Styles,
    counter: lists.Counter,
) -> Body:
    old_body = parse_xml(package[MAIN_PART]).find(w("body"))
    divided = any(isinstance(block, SectionBreak) for block in draft.blocks)
    papers = read_papers(old_body, form, known.sizes[""])
    listed = any(isinstance(block, Contents) for block in draft.blocks)
    pages, last = estimate_pages(draft, papers) if listed or "10" in form.page_number else ({}, 1)
    sections = make_sections(package, old_body, form, finish, known, last if divided else None)
    names = _block_names(draft, finish)
    emblem = ""
    if finish.emblem:
        from drafting.word.pictures import drawing_xml, media_kind

        relation = parts.put_part(package, media_kind(finish.emblem), finish.emblem.data)
        emblem = drawing_xml(finish.emblem, relation)
    remarks = {anchor: number for number, anchor in enumerate(finish.remarks)}
    first_note = footnotes.first_free(_part(package, parts.FOOTNOTES, footnotes.EMPTY))
    ruby = known.sizes[""] if form.ruby else 0
    marks = Marks(names, first_note, remarks, ruby, revisions=Revisions(finish.day))
    return Body(known, counter, sections, marks, pages, sections.paper, emblem=emblem)


def _block_names(draft: Draft, finish: Finish) -> dict[str, str]:
    """The bookmark of each block with an id. A clean file has them only where something refers to
    them, and named as Word names its own."""
    blocks = [block.id for block in draft.blocks if isinstance(block, Heading | Paragraph) and block.id]
    if not finish.clean:
        return {identifier: block_name(identifier) for identifier in blocks}
    wanted = {span.target for spans in all_spans(draft) for span in spans if span.target}
    return {identifier: f"_Ref{number:08d}" for number, identifier in enumerate(blocks, 1) if identifier in wanted}


def _part(package: dict[str, bytes], kind: parts.Kind, otherwise: bytes) -> bytes:
    name = parts.find_part(package, kind)
    return package.get(name, otherwise) if name else otherwise


def _put_notes(package: dict[str, bytes], draft: Draft, body: Body) -> None:
    """The footnotes part; a reference that has one gets its notes cleared even for a draft without."""
    if draft.notes or parts.find_part(package, parts.FOOTNOTES):
        existing = _part(package, parts.FOOTNOTES, footnotes.EMPTY)
        style = body.styles.paragraph("footnote text")
        body.size_ruby("footnote text")
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


def _supplied(names: list[str]) -> Problem:
    message = (
        f"スタイル{''.join(f'「{name}」' for name in names)}がないため、drafting の形で補いました。体裁を変えるときは、"
        f"Word で {REFERENCE} を開き、その名前のスタイルを作って保存してください。"
    )
    return Problem("W001", message, Place(REFERENCE), Severity.WARNING)


def _missing_style(name: str) -> Problem:
    message = (
        f"スタイル「{name}」がないため、本文のスタイルで書きました。Word で {REFERENCE} を開き、"
        f"「{name}」という名前のスタイルを作って保存してください。"
    )
    return Problem("W001", message, Place(REFERENCE), Severity.WARNING)
