"""`drafting build`: the draft report in Word and Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.checks import check_references
from drafting.checks.draft_links import check_draft_links
from drafting.cli.check import exit_code
from drafting.cli.japanese_click import JapaneseCommand
from drafting.cli.terminal import Progress, report
from drafting.draft import Draft
from drafting.files import read_bytes
from drafting.model import Format
from drafting.problems import InputError, Problem, Severity, has_errors
from drafting.report import build_report
from drafting.workspace import REFERENCE, TEMPLATES, read_workspace
from drafting.writing import write_files

NAMES = {"report": "report", "報告書型": "report", "letter": "letter", "書簡型": "letter"}
OUTPUTS = {"report.md.j2": "答申案", "letter.md.j2": "答申案（書簡型）"}
SUFFIX = ".md.j2"


@click.command(cls=JapaneseCommand, name="build")
@click.option("-o", "output", metavar="ファイル", help="書き出し先。書かなければ outputs/答申案。")
@click.option("--format", "formats", metavar="docx,md", help="書き出す形式。書かなければ両方（-o に拡張子があればその形式）。")
@click.option("--template", metavar="ひな型", default="report", help="report（報告書型）、letter（書簡型）、または templates/ のファイル。")
@click.pass_obj
def command(root: Path, output: str | None, formats: str | None, template: str) -> int:
    """答申案を作ります。

    inputs/ の会議録と提言から、templates/ のひな型で Word と Markdown を作り、outputs/ に置きます。
    ファイルに書き方の誤りがあれば何も書かずに知らせます。引用の食い違いは知らせたうえで作ります（終了コード1）。

    \b
    例: drafting build
        drafting build --template letter -o outputs/鑑文.docx
    """
    findings: list[Problem] = []
    with Progress() as progress:
        draft, form, name = _make_draft(root, template, findings, progress)
        targets = _targets(root, output, formats, name)
        outputs = {path: _written(kind, draft, root, form, progress, findings) for kind, path in targets.items()}
        write_files(outputs)
    report(findings)
    for path in outputs:
        click.echo(f"作りました: {path}")
    return exit_code(findings)


def _make_draft(root: Path, template: str, findings: list[Problem], progress: Progress) -> tuple[Draft, Format, str]:
    """The draft, its form and the template's file name. What is found on the way is added to
    `findings`; the values and the Markdown are let go on return, before the outputs are written."""
    progress.step("ファイルを読んでいます")
    workspace = read_workspace(root)
    if has_errors(workspace.problems):
        raise InputError(*workspace.problems)
    findings += workspace.problems
    references = check_references(workspace.recommendations, workspace.minutes)
    findings += (problem for problem in references if problem.severity is Severity.ERROR)
    progress.step("文章を組み立てています")
    from drafting.render import build_draft, full_width_braces, read_template, run_template

    folder, name, label = _template(root, template)
    shown = f"{label}/{name}" if label else name
    if (folder / name).is_file():
        findings += full_width_braces(read_template(folder / name, shown), shown)
    form = workspace.committee.format
    content = build_report(workspace.committee, workspace.recommendations, workspace.minutes)
    markdown, values = run_template(content, folder, name, label)
    draft = build_draft(markdown, values, form, content.letter.title, shown)
    findings += check_draft_links(draft, shown)
    return draft, form, name


def _template(root: Path, template: str) -> tuple[Path, str, str]:
    """Folder, file name and the folder's name in messages."""
    path = Path(template)
    if template in NAMES or (len(path.parts) == 1 and not path.suffix):
        return root / TEMPLATES, NAMES.get(template, template) + SUFFIX, TEMPLATES
    if path.is_file() or len(path.parts) > 1:
        return path.parent, path.name, path.parent.as_posix()
    return root / TEMPLATES, template, TEMPLATES


def _targets(root: Path, output: str | None, formats: str | None, template: str) -> dict[str, Path]:
    """Format → path of each output."""
    path = Path(output) if output else root / "outputs" / OUTPUTS.get(template, template.removesuffix(SUFFIX))
    named = path.suffix.lower().lstrip(".")
    kinds = formats.replace("，", ",").split(",") if formats else [named] if named in ("docx", "md") else ["docx", "md"]
    kinds = [kind.strip().lower() for kind in kinds]
    if unknown := [kind for kind in kinds if kind not in ("docx", "md")]:
        raise click.BadParameter(f"形式「{unknown[0]}」は選べません。使えるのは docx と md です。")
    stem = path.with_suffix("") if named in ("docx", "md") else path
    return {kind: stem.with_name(f"{stem.name}.{kind}") for kind in kinds}


def _written(kind: str, draft: Draft, root: Path, form: Format, progress: Progress, findings: list[Problem]) -> bytes:
    if kind == "md":
        progress.step("Markdown を書いています")
        from drafting.render import write_markdown

        return write_markdown(draft).encode("utf-8")
    progress.step("Word を書いています")
    from drafting.word.writer import write_word

    data, problems = write_word(draft, read_bytes(root / REFERENCE, REFERENCE), form)
    findings.extend(problems)
    return data
