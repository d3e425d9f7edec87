"""`drafting build`: the draft report in Word and Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from drafting.checks.draft_links import check_draft_links
from drafting.checks.references import check_references
from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.terminal import Progress, report
from drafting.draft import Contents, Draft, Finish, PageBreak, Picture, SectionBreak
from drafting.editions.edition import EDITIONS, Edition, printed
from drafting.files import read_bytes
from drafting.model import Format
from drafting.problems import (
    DraftingError,
    InputError,
    LimitError,
    Place,
    Problem,
    Severity,
    TemplateError,
    UnfinishedError,
    exit_code,
    has_errors,
)
from drafting.report import build_report
from drafting.workspace import REFERENCE, TEMPLATES, Workspace, read_workspace, with_comments
from drafting.writing import write_files

if TYPE_CHECKING:
    from drafting.issued import Issued

NAMES = {
    "report": "report", "報告書型": "report", "letter": "letter", "書簡型": "letter", "summary": "summary", "概要版": "summary",
}  # fmt: skip
OUTPUTS = {"report.md.j2": "", "letter.md.j2": "書簡型", "summary.md.j2": "概要版"}
SUFFIX = ".md.j2"
TODAY = ("今日", "today")


class _Order(NamedTuple):
    """What the clerk asked for; `findings` gathers what is met on the way."""

    root: Path
    template: str
    edition: Edition
    day: date | None
    findings: list[Problem]
    count_pages: bool
    since: Issued | None = None


class _Made(NamedTuple):
    """A draft, how the edition finishes it, the form of the workspace, the template's file name."""

    draft: Draft
    finish: Finish
    form: Format
    template: str
    marked: Draft | None = None


@click.command(cls=JapaneseCommand, name="build")
@click.option("-o", "output", metavar="ファイル", help="書き出し先。書かなければ outputs/答申案。")
@click.option("--format", "formats", metavar="docx,md", help="書き出す形式。書かなければ両方（-o に拡張子があればその形式）。")
@click.option("--template", metavar="ひな型", default="report", help="report（報告書型）、letter（書簡型）、summary（概要版）、または templates/ のファイル。")
@click.option("--edition", type=JapaneseChoice(list(EDITIONS)), metavar="版", default=Edition.WORKING.value,
              help="庁内（根拠をコメントで付ける）、照会（行番号を付け、変更を記録する）、確定。書かなければ作業用。")  # fmt: skip
@click.option("--pages", is_flag=True, help="LibreOffice があれば、目次の頁番号を数えて入れます。")
@click.option("--date", "day", metavar="日付", help="照会の版に載せる日付（2026-01-16 の形か、今日）。")
@click.option("--since", metavar="ビルド番号", help="その照会の後に変わった所を、Word の変更履歴で示します（照会の版）。番号は初めの数文字で足ります。")
@click.pass_obj
def command(
    root: Path,
    output: str | None,
    formats: str | None,
    template: str,
    edition: str,
    day: str | None,
    pages: bool,
    since: str | None,
) -> int:
    """答申案を作ります。

    inputs/ の会議録と提言から、templates/ のひな型で Word と Markdown を作り、outputs/ に置きます。
    ファイルに書き方の誤りがあれば何も書かずに知らせます。引用の食い違いは知らせたうえで作ります（終了コード1）。
    確定の版は、未入力・候補・引用の食い違いなどが1つでもあれば、その一覧を示して何も書きません（終了コード1）。

    \b
    例: drafting build
        drafting build --template letter -o outputs/鑑文.docx
        drafting build --edition 照会 --date 2026-01-16
        drafting build --edition 照会 --since 3f9a
    """
    if since is not None and EDITIONS[edition] is not Edition.REVIEW:
        raise click.BadParameter("--since は、--edition 照会 のときだけ使えます。")
    issued = _issued(root, since) if since is not None else None
    order = _Order(root, template, EDITIONS[edition], _day(day, EDITIONS[edition]), [], pages, issued)
    with Progress() as progress:
        made = _make_draft(order, progress)
        targets = _targets(order, output, formats, made.template)
        outputs: dict[Path, bytes] = {}
        if order.edition is Edition.REVIEW and "docx" in targets:
            made, outputs = _recorded(order, made, targets["docx"])
        outputs |= {path: _written(path, made, order, progress) for path in targets.values()}
        write_files(outputs)
    report(order.findings)
    for path in outputs:
        click.echo(f"作りました: {path}")
    return exit_code(order.findings)


def _issued(root: Path, build: str) -> Issued:
    from drafting.cli.issue import find_issued

    return find_issued(root, build)


def _day(text: str | None, edition: Edition) -> date | None:
    """The date of the review copy. Only the word 今日 looks at the clock: else the same inputs would
    give other bytes tomorrow."""
    if text is None:
        return None
    if edition is not Edition.REVIEW:
        raise click.BadParameter("--date は、--edition 照会 のときだけ使えます。")
    if text in TODAY:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"日付「{text}」が読めません。「2026-01-16」の形か「今日」と書いてください。") from None


def _make_draft(order: _Order, progress: Progress) -> _Made:
    """The draft as its edition shows it. The values and the Markdown are let go on return, before the
    outputs are written."""
    progress.step("ファイルを読んでいます")
    workspace = read_workspace(order.root)
    if order.edition is Edition.FINAL:
        workspace = with_comments(order.root, workspace)
    if has_errors(workspace.problems):
        raise InputError(*workspace.problems)
    order.findings.extend(workspace.problems)
    _check(order, workspace)
    progress.step("文章を組み立てています")
    from drafting.render import build_draft, full_width_braces, read_template, run_template

    folder, name, label = _template(order.root, order.template)
    shown = f"{label}/{name}" if label else name
    if (folder / name).is_file():
        order.findings.extend(full_width_braces(read_template(folder / name, shown), shown))
    form = workspace.committee.format
    kept = printed(workspace.recommendations, order.edition)
    content = build_report(workspace.committee, kept, workspace.minutes, order.edition.value)
    markdown, values = run_template(content, folder, name, label)
    draft = build_draft(markdown, values, form, content.letter.title, shown)
    if all(isinstance(block, PageBreak | SectionBreak) for block in draft.blocks):
        raise TemplateError(Problem("T027", "このひな型からは何も印刷されません。ひな型の中身を確かめてください。", Place(shown)))
    order.findings.extend(check_draft_links(draft, shown))
    emblem = _emblem(order.root, workspace) if form.emblem else None
    if order.edition is Edition.WORKING and not any(item.status == "候補" for item in kept.items):
        return _Made(draft, Finish(emblem=emblem), form, name)
    from drafting.checks.draft_names import check_draft_names, check_furniture_names
    from drafting.checks.final import check_printed
    from drafting.editions.finish import finish, finish_draft
    from drafting.word.package import furniture_texts

    if order.edition in (Edition.FINAL, Edition.REVIEW):
        _refuse(check_draft_names(draft, workspace, shown))
        running = furniture_texts(read_bytes(order.root / REFERENCE, REFERENCE), REFERENCE)
        _refuse(check_furniture_names(running, workspace, REFERENCE))
    if order.edition is Edition.FINAL:
        _refuse(check_printed(draft, shown))
    added = finish(order.edition, draft, content, workspace, order.day)
    return _Made(finish_draft(draft, order.edition, kept), replace(added, emblem=emblem), form, name)


def _emblem(root: Path, workspace: Workspace) -> Picture:
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


def _check(order: _Order, workspace: Workspace) -> None:
    """What the edition wants to be right. Raises UnfinishedError with all that is open in a final one."""
    if order.edition is Edition.FINAL:
        from drafting.checks.final import check_final

        found = list(check_final(workspace))
        if has_errors(found):
            raise UnfinishedError(*found)
        order.findings.extend(found)
        return
    if order.edition is Edition.REVIEW:
        order.findings.extend(_refuse_names(workspace))
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


def _recorded(order: _Order, made: _Made, target: Path) -> tuple[_Made, dict[Path, bytes]]:
    """The draft with its build id, and the record of it, unless that lies there already."""
    from drafting.cli.issue import record

    reference = read_bytes(order.root / REFERENCE, REFERENCE)
    build, files = record(order.root, made.draft, made.form, made.template, target.name, order.day, reference)
    made = made._replace(finish=replace(made.finish, build=build, day=order.day.isoformat() if order.day else ""))
    return (made if order.since is None else _marked(made, order.since, order)), files


def _marked(made: _Made, since: Issued, order: _Order) -> _Made:
    """What is made, with what changed since an issue; the record stays that of today's text."""
    from drafting.editions.since import mark_since
    from drafting.editions.since_problems import since_problems
    from drafting.issued import issued_path

    if since.template != made.template:
        message = f"この照会のひな型は「{since.template}」、今のひな型は「{made.template}」なので比べられません。--template で同じひな型を指定してください。"
        raise InputError(Problem("F045", message, Place(issued_path(since.build))))
    found = mark_since(made.draft, since)
    order.findings.extend(since_problems(found, since))
    return made._replace(marked=found.draft)


def _template(root: Path, template: str) -> tuple[Path, str, str]:
    """Folder, file name and the folder's name in messages."""
    path = Path(template)
    if template in NAMES or (len(path.parts) == 1 and not path.suffix):
        return root / TEMPLATES, NAMES.get(template, template) + SUFFIX, TEMPLATES
    if path.is_file() or len(path.parts) > 1:
        return path.parent, path.name, path.parent.as_posix()
    return root / TEMPLATES, template, TEMPLATES


def _targets(order: _Order, output: str | None, formats: str | None, template: str) -> dict[str, Path]:
    """Format → path of each output."""
    path = Path(output) if output else order.root / "outputs" / _output_name(order, template)
    named = path.suffix.lower().lstrip(".")
    kinds = formats.replace("，", ",").split(",") if formats else [named] if named in ("docx", "md") else ["docx", "md"]
    kinds = [kind.strip().lower() for kind in kinds]
    if unknown := [kind for kind in kinds if kind not in ("docx", "md")]:
        raise click.BadParameter(f"形式「{unknown[0]}」は選べません。使えるのは docx と md です。")
    stem = path.with_suffix("") if named in ("docx", "md") else path
    return {kind: stem.with_name(f"{stem.name}.{kind}") for kind in kinds}


def _output_name(order: _Order, template: str) -> str:
    """答申案, 答申案（書簡型・庁内）, 20260116_答申案（照会）, 答申: a copy that was handed out is not overwritten by a later one."""
    own = template not in OUTPUTS
    base = template.removesuffix(SUFFIX) if own else "答申" if order.edition is Edition.FINAL else "答申案"
    kind = "" if own else OUTPUTS[template]
    label = order.edition.value if order.edition is not Edition.WORKING and (own or order.edition is not Edition.FINAL) else ""
    inside = "・".join(filter(None, (kind, label)))
    day = f"{order.day:%Y%m%d}_" if order.day else ""
    return f"{day}{base}" + (f"（{inside}）" if inside else "")


def _written(path: Path, made: _Made, order: _Order, progress: Progress) -> bytes:
    if path.suffix == ".md":
        progress.step("Markdown を書いています")
        from drafting.render import write_markdown

        return write_markdown(made.draft, made.finish.remarks).encode("utf-8")
    progress.step("Word を書いています")
    from drafting.word.writer import write_word

    reference = read_bytes(order.root / REFERENCE, REFERENCE)
    data, problems = write_word(made.draft, reference, made.form, made.finish)
    order.findings.extend(problems)
    if order.count_pages and any(isinstance(block, Contents) for block in made.draft.blocks):
        progress.step("頁を数えています（LibreOffice）")
        if pages := _count_pages(data, made, order, path):
            data, _ = write_word(made.marked or made.draft, reference, made.form, made.finish, pages)
            return data
    if made.marked:
        data, _ = write_word(made.marked, reference, made.form, made.finish)
    return data


def _count_pages(data: bytes, made: _Made, order: _Order, path: Path) -> dict[str, int] | None:
    """The page of each heading; None, with a warning, where nobody could count."""
    from drafting.office import find_office, to_pdf
    from drafting.word.pages import read_pages

    pdf = to_pdf(data)
    pages = read_pages(pdf, made.draft) if pdf else None
    if pages is None:
        why = "LibreOffice が頁を数えられませんでした" if find_office() else "LibreOffice が見つかりません"
        message = f"{why}。目次の頁番号は見込みです。Word で開いて、目次を更新してください。"
        order.findings.append(Problem("W003", message, Place(str(path)), Severity.WARNING))
    return pages
