"""`drafting table`: every opinion, where it went, what the secretariat answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from drafting.checks.draft_names import check_sheet_names
from drafting.cli.destinations import Choice, named_targets
from drafting.cli.japanese_click import JapaneseChoice, JapaneseCommand
from drafting.cli.making import report_draft
from drafting.cli.overwrite import saved_by_others, tell_kept
from drafting.cli.terminal import Progress, report
from drafting.draft import Draft
from drafting.editions.edition import CANDIDATE, EDITIONS, Edition, printed
from drafting.files import read_bytes
from drafting.locations import places_of
from drafting.problems import InputError, Place, Problem, has_errors
from drafting.report import build_report
from drafting.tables import TABLES, Page, TableKind
from drafting.views import Sheet
from drafting.workspace import REFERENCE, TEMPLATES, Workspace, read_workspace, with_comments
from drafting.writing import write_files

FORMATS = ("docx", "md", "xlsx", "html")
_DEFAULT = ("docx", "xlsx")
_TABLE = "table.md.j2"


class Asked(NamedTuple):
    """The table that is asked for, and the edition of the report that it goes with."""

    chosen: TableKind
    edition: Edition


@click.command(cls=JapaneseCommand, name="table")
@click.option("-o", "output", metavar="ファイル", help="書き出し先。書かなければ outputs/ に、表の名前で置きます。")
@click.option("--format", "formats", metavar="docx,md,xlsx,html", help="書き出す形式。書かなければ docx,xlsx（-o に拡張子があればその形式）。")
@click.option("--kind", "kind", metavar="種類", default="意見対応", help=f"表の種類。{'、'.join(TABLES)}。書かなければ意見対応。")
@click.option("--edition", type=JapaneseChoice(list(EDITIONS)), metavar="版", default=Edition.WORKING.value,
              help="どの版の答申案に合わせるか（作業、庁内、照会、確定）。照会と確定は、候補を載せません。書かなければ作業。")  # fmt: skip
@click.pass_obj
def command(root: Path, output: str | None, formats: str | None, kind: str, edition: str) -> int:
    """意見対応表を作ります。

    委員と委員長の意見が、答申案のどこに反映されたか、事務局がどう答えたかの表です。行き先のない意見は「未対応」、
    responses のない回答は、直後の事務局の発言を「（候補）」として載せます。委員の氏名は載りません。
    html は、会議録と答申案を並べ、引用どうしをつないだ画面です（ブラウザーで開きます）。
    --kind 意見以外 は、意見ではないと見た発言の、事務局が確かめるための表です。
    --kind 照会意見 は、照会から戻ったコメントと、その対応の表です（inputs/comments.yaml から。意見者の氏名が載ります）。

    \b
    例: drafting table
        drafting table --edition 照会
        drafting table --format html -o outputs/対照.html
        drafting table --kind 照会意見
    """
    if kind not in TABLES:
        raise click.BadParameter(f"表の種類「{kind}」は選べません。使えるのは {'・'.join(TABLES)} です。")
    chosen, copy = TABLES[kind], EDITIONS[edition]
    if copy is not Edition.WORKING and chosen.finished is None:
        raise click.BadParameter(f"--edition は、{'・'.join(name for name, table in TABLES.items() if table.finished)}の表のときだけ使えます。")
    name = chosen.output if copy is Edition.WORKING else f"{chosen.output}（{copy.value}）"
    targets = named_targets(root, output, formats, Choice(root / "outputs" / name, FORMATS, _DEFAULT))
    _make(root, Asked(chosen, copy), targets)
    return 0


def _make(root: Path, asked: Asked, targets: Mapping[str, Path]) -> None:
    """The files, and what there is to say of them."""
    chosen = asked.chosen
    with Progress() as progress:
        progress.step("ファイルを読んでいます")
        workspace = read_workspace(root)
        if chosen.needs:
            workspace = _with_needed(root, workspace, chosen)
        if has_errors(workspace.problems):
            raise InputError(*workspace.problems)
        findings = list(workspace.problems)
        candidates = _candidates(workspace) if asked.edition is Edition.WORKING and chosen.finished else 0
        workspace = replace(workspace, recommendations=printed(workspace.recommendations, asked.edition))
        progress.step("表を作っています")
        outputs = _outputs(root, workspace, asked, targets, findings)
        kept = saved_by_others(outputs)
        write_files(outputs, backup=kept)
    report([*findings, *chosen.tells(workspace)])
    for path in outputs:
        click.echo(f"作りました: {path}")
    tell_kept(kept)
    if candidates:
        click.echo(f"候補が {candidates} 件あります。照会の版には載らないので、番号が違うことがあります。委員に配る表は「--edition 照会」で作ってください。")
    if chosen.needs:
        click.echo("意見者の氏名が載っています。渡す先に注意してください。")


def _candidates(workspace: Workspace) -> int:
    return sum(item.status == CANDIDATE for item in workspace.recommendations.items)


def _with_needed(root: Path, workspace: Workspace, chosen: TableKind) -> Workspace:
    """The workspace with the ledger of comments. Raises InputError R013 where there is none."""
    if not (root / chosen.needs).exists():
        message = f"{chosen.title}のもとになる照会意見の一覧がありません。「drafting review 戻った Word --apply」で、コメントから作られます。"
        raise InputError(Problem("R013", message, Place(chosen.needs)))
    return with_comments(root, workspace)


def _outputs(
    root: Path, workspace: Workspace, asked: Asked, targets: Mapping[str, Path], findings: list[Problem]
) -> dict[Path, bytes]:
    chosen, drafts = asked.chosen, list[Draft]()

    def draft() -> Draft:
        """The report, built once where anything asks for it."""
        if not drafts:
            drafts.append(report_draft(root, workspace, asked.edition))
        return drafts[0]

    found: dict[Path, bytes] = {}
    wants_sheets = set(targets) != {"html"} or chosen.page is Page.SHEETS
    sheets = chosen.sheets(workspace, lambda: places_of(draft().blocks)) if wants_sheets else ()
    if asked.edition is Edition.FINAL and chosen.finished:
        sheets = tuple(map(chosen.finished, sheets))
    if chosen.unnamed:
        findings.extend(check_sheet_names(sheets, workspace, str(next(iter(targets.values())))))
    for kind, path in targets.items():
        if kind == "html" and chosen.page is Page.SHEETS:
            from drafting.sheet_page import write_sheets

            found[path] = write_sheets(chosen.title, sheets).encode("utf-8")
        elif kind == "html":
            from drafting.page import write_page

            found[path] = write_page(workspace.recommendations, workspace.minutes, draft()).encode("utf-8")
        elif kind == "xlsx":
            from drafting.spreadsheet import write_spreadsheet

            found[path] = write_spreadsheet(chosen.title, sheets)
        else:
            found[path] = _document(kind, root, workspace, chosen.title, sheets, findings)
    return found


def _document(
    kind: str, root: Path, workspace: Workspace, title: str, sheets: tuple[Sheet, ...], findings: list[Problem]
) -> bytes:
    """The table as Markdown or Word, through its template."""
    from drafting.render import build_draft, read_template, run_template, write_markdown

    committee = replace(workspace.committee, parts_off=workspace.committee.parts_off | {"correspondence"})
    content = build_report(committee, workspace.recommendations, workspace.minutes)._replace(title=title, sheets=sheets)
    markdown, values = run_template(content, root / TEMPLATES, _TABLE, TEMPLATES)
    shown = f"{TEMPLATES}/{_TABLE}"
    draft = build_draft(markdown, values, committee.format, title, shown, read_template(root / shown, shown))
    if kind == "md":
        return write_markdown(draft).encode("utf-8")
    from drafting.word.writer import write_word

    data, problems = write_word(draft, read_bytes(root / REFERENCE, REFERENCE), committee.format)
    findings.extend(problems)
    return data
