"""From the workspace to the draft as its edition shows it: what every build does before it writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.draft_links import check_draft_links
from drafting.checks.pointers import Pointer, check_pointers, find_pointers
from drafting.checks.references import check_references
from drafting.cli.terminal import Progress
from drafting.draft import Draft, Finish, PageBreak, Picture, SectionBreak
from drafting.editions.edition import Edition, printed
from drafting.files import read_bytes
from drafting.model import Format, Recommendations
from drafting.problems import (
    DraftingError,
    InputError,
    LimitError,
    Place,
    Problem,
    Severity,
    TemplateError,
    UnfinishedError,
    did_you_mean,
    has_errors,
)
from drafting.report import build_report
from drafting.workspace import REFERENCE, TEMPLATES, Workspace, read_workspace, with_comments

if TYPE_CHECKING:
    from drafting.issued import Issued
    from drafting.views import Report

NAMES = {
    "report": "report", "報告書型": "report", "letter": "letter", "書簡型": "letter", "summary": "summary", "概要版": "summary",
}  # fmt: skip
SUFFIX = ".md.j2"


class Order(NamedTuple):
    """What the clerk asked for; `findings` gathers what is met on the way."""

    root: Path
    template: str
    edition: Edition
    day: date | None
    findings: list[Problem]
    count_pages: bool
    since: Issued | None = None


class Made(NamedTuple):
    """A draft, how the edition finishes it, the form of the workspace, the template's file name."""

    draft: Draft
    finish: Finish
    form: Format
    template: str
    marked: Draft | None = None


class _Again(NamedTuple):
    """What an edition looks at once more when the draft is there."""

    content: Report
    kept: Recommendations
    workspace: Workspace


class _Given(NamedTuple):
    """What the workspace gives the template, and what is kept of it then: minutes and report are half of all memory."""

    content: Report
    form: Format
    emblem: Picture | None
    again: _Again | None
    pointers: list[Pointer]


def make_draft(order: Order, progress: Progress) -> Made:
    """The draft as its edition shows it. The values and the Markdown are let go on return, before the
    outputs are written."""
    given = _read(order, progress)
    from drafting.render import build_draft, leftover_stars, misprints, read_template, run_template, unclosed_boxes

    folder, name, label = _find_template(order.root, order.template)
    shown = f"{label}/{name}" if label else name
    source = read_template(folder / name, shown) if (folder / name).is_file() else ""
    order.findings.extend(misprints(source, shown))
    markdown, values = run_template(given.content, folder, name, label)
    order.findings.extend(unclosed_boxes(markdown, source, shown))
    order.findings.extend(leftover_stars(markdown, source, shown))
    title, form, emblem, again, pointers = given.content.letter.title, given.form, given.emblem, given.again, given.pointers
    del given
    draft = build_draft(markdown, values, form, title, shown, source)
    if all(isinstance(block, PageBreak | SectionBreak) for block in draft.blocks):
        raise TemplateError(Problem("T027", "このひな型からは何も印刷されません。ひな型の中身を確かめてください。", Place(shown)))
    order.findings.extend(check_draft_links(draft, shown, source))
    order.findings.extend(check_pointers(pointers, draft))
    if again is None:
        return Made(draft, Finish(emblem=emblem), form, name)
    finished, added = _finished(order, draft, again, shown)
    return Made(finished, replace(added, emblem=emblem), form, name)


def _read(order: Order, progress: Progress) -> _Given:
    progress.step("ファイルを読んでいます")
    workspace = read_workspace(order.root)
    if order.edition is Edition.FINAL:
        workspace = with_comments(order.root, workspace)
    if has_errors(workspace.problems):
        raise InputError(*workspace.problems)
    order.findings.extend(workspace.problems)
    _check(order, workspace)
    progress.step("文章を組み立てています")
    form = workspace.committee.format
    kept = printed(workspace.recommendations, order.edition)
    content = build_report(workspace.committee, kept, workspace.minutes, order.edition.value)
    plain = order.edition is Edition.WORKING and not any(item.status == "候補" for item in kept.items)
    again = None if plain else _Again(content, kept, workspace)
    pointers = list(find_pointers(workspace.committee, kept))
    return _Given(content, form, read_emblem(order.root, workspace) if form.emblem else None, again, pointers)


def _finished(order: Order, draft: Draft, again: _Again, shown: str) -> tuple[Draft, Finish]:
    """The draft as its edition shows it, and what that adds. Raises UnfinishedError for what must not be handed out."""
    from drafting.checks.draft_names import check_draft_names, check_furniture_names
    from drafting.checks.final import check_printed
    from drafting.editions.finish import finish, finish_draft
    from drafting.word.furniture import furniture_texts

    if order.edition in (Edition.FINAL, Edition.REVIEW):
        _refuse(check_draft_names(draft, again.workspace, shown))
        running = furniture_texts(read_bytes(order.root / REFERENCE, REFERENCE), REFERENCE)
        _refuse(check_furniture_names(running, again.workspace, REFERENCE))
    if order.edition is Edition.FINAL:
        _refuse(check_printed(draft, shown))
    added = finish(order.edition, draft, again.content, again.workspace, order.day)
    return finish_draft(draft, order.edition, again.kept), added


def read_emblem(root: Path, workspace: Workspace) -> Picture:
    """The picture that `format.emblem` names. Raises InputError F014 at that line."""
    from drafting.word.pictures import MAX_BYTES, read_picture

    form = workspace.committee.format
    try:
        data = read_bytes(root / form.emblem, form.emblem, MAX_BYTES)
        return read_picture(data, f"{workspace.committee.city or workspace.committee.name}の市章")
    except DraftingError as error:
        what = "大きすぎます（5MBまで）。小さくして保存し直してください。" if isinstance(error, LimitError) else error.problems[0].message
        told = Problem(error.problems[0].code, f"市章の画像「{form.emblem}」: {what}", form.emblem_place)
        raise type(error)(told) from None
    except ValueError as error:
        message = f"市章の画像「{form.emblem}」: {error}PNG か JPEG で保存し直してください。"
        raise InputError(Problem("F014", message, form.emblem_place)) from None


def _check(order: Order, workspace: Workspace) -> None:
    """What the edition wants to be right. Raises UnfinishedError with all that is open in a final one."""
    if order.edition is Edition.FINAL:
        from drafting.checks.final import check_final

        found = list(check_final(workspace))
        if has_errors(found):
            raise UnfinishedError(*found)
        annex = NAMES.get(order.template) not in ("letter", "summary")  # those print no table of answers
        order.findings.extend(problem for problem in found if annex or problem.code != "P006")
        return
    if order.edition is Edition.REVIEW:
        from drafting.checks.open_points import check_examples

        order.findings.extend(_refuse_names(workspace))
        order.findings.extend(check_examples(workspace.committee, workspace.recommendations))
    references = check_references(workspace.recommendations, workspace.minutes)
    order.findings.extend(problem for problem in references if problem.severity is Severity.ERROR)


def _refuse_names(workspace: Workspace) -> list[Problem]:
    """What may be a name. Raises UnfinishedError if a member is named in what is handed out: that cannot be taken back."""
    from drafting.checks.names import check_names

    given = (workspace.committee, workspace.recommendations, workspace.minutes)
    found = list(check_names(*given, Severity.ERROR, workspace.style.allow))
    if has_errors(found):
        raise UnfinishedError(*found)
    return found


def _refuse(found: Iterable[Problem]) -> None:
    if problems := list(found):
        raise UnfinishedError(*problems)


def _find_template(root: Path, template: str) -> tuple[Path, str, str]:
    """Folder, file name and the folder's name in messages. Raises TemplateError T012 for a name that no template has."""
    path = Path(template)
    if template in NAMES or (len(path.parts) == 1 and not path.suffix):
        name = NAMES.get(template, template) + SUFFIX
        if not (root / TEMPLATES / name).is_file():
            raise TemplateError(Problem("T012", _no_template(root, template), Place(f"{TEMPLATES}/{name}")))
        return root / TEMPLATES, name, TEMPLATES
    if path.is_file() or len(path.parts) > 1:
        return path.parent, path.name, path.parent.as_posix()
    return root / TEMPLATES, template, TEMPLATES


def _no_template(root: Path, name: str) -> str:
    """What to do where there is no such template: copy ours again, or write another name."""
    if name in NAMES:
        return f"ひな型がありません。「drafting init 別のフォルダー」で作り、その templates の {NAMES[name]}{SUFFIX} を写してください。"
    own = [path.name.removesuffix(SUFFIX) for path in sorted((root / TEMPLATES).glob(f"*{SUFFIX}")) if path.is_file()]
    known = [*(name for name in NAMES if not name.isascii()), *(one for one in own if one not in (*NAMES, "table"))]
    return f"ひな型「{name}」がありません。{did_you_mean(name, known)}"


def report_draft(root: Path, workspace: Workspace, edition: Edition = Edition.WORKING) -> Draft:
    """The report as `drafting build` makes it, for the numbers of its chapters."""
    from drafting.render import build_draft, read_template, run_template

    name = NAMES["report"] + SUFFIX
    content = build_report(workspace.committee, printed(workspace.recommendations, edition), workspace.minutes, edition.value)
    markdown, values = run_template(content, root / TEMPLATES, name, TEMPLATES)
    shown = f"{TEMPLATES}/{name}"
    text = read_template(root / shown, shown)
    return build_draft(markdown, values, workspace.committee.format, content.letter.title, shown, text)
