"""`drafting check`: what is wrong, where, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from drafting.checks.comments import check_comments
from drafting.checks.unread import told_unread, unread_files
from drafting.checks.whole import check_workspace
from drafting.cli.japanese_click import JapaneseCommand
from drafting.cli.starter import starter_templates
from drafting.cli.terminal import Progress, report
from drafting.comments import read_comments
from drafting.coverage import Traced, other_passages, trace_opinions
from drafting.files import read_bytes
from drafting.model import Committee, Recommendations
from drafting.problems import DraftingError, Problem, Severity, exit_code, has_errors
from drafting.workspace import (
    REFERENCE,
    Source,
    Workspace,
    read_style,
    read_workspace,
    read_yaml,
    reader_for,
    with_comments,
)


@click.command(cls=JapaneseCommand, name="check")
@click.argument("files", metavar="[ファイル…]", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="公用文の決まりのうち、安全に直せるものを「旧→新」で示します（書き換えません）。")
@click.option("--apply", "applied", is_flag=True, help="--fix で示したものを、YAML に書き入れます。")
@click.pass_obj
def command(root: Path, files: tuple[str, ...], fix: bool, applied: bool) -> int:
    """間違いを調べ、場所（ファイル:行:桁）と直し方を知らせます。--apply のほかは、何も書き換えません。

    ファイルを書かなければ、作業場所の全体（書き方、引用、意見の行き先、照会意見の対応、未入力の○○、委員の名前、
    公用文の決まり）を調べます。
    ファイルを書けば、そのファイルだけを調べます。Word のファイル（.docx）は、Word で開けない、または黙って直される
    ところがないかを調べます。エラーがあれば終了コードは 1 か 3、注意だけなら 0 です。

    \b
    例: drafting check
        drafting check inputs/recommendations.yaml
        drafting check 委員長修正.docx
        drafting check --fix --apply
    """
    if applied and not fix:
        raise click.UsageError("--apply は --fix と一緒に使います。")
    if fix:
        if files:
            raise click.UsageError("--fix は作業場所の全体を調べます。ファイルの名前は書きません。")
        from drafting.cli.fix import apply_corrections, show_corrections

        return apply_corrections(root) if applied else show_corrections(root)
    if files:
        found = [problem for name in files for problem in _check_file(root, name)]
        report(found)
    else:
        found = _check_all(root)
    click.echo(_summary(found))
    return exit_code(found)


def _check_all(root: Path) -> list[Problem]:
    """All that is wrong with a workspace, told."""
    with Progress() as progress:
        progress.step("ファイルを読んでいます")
        sources: dict[str, Source] = {}
        workspace = with_comments(root, read_workspace(root, sources))
        progress.step("引用と文章を調べています")
        traced = trace_opinions(workspace.recommendations, workspace.minutes)
        found = [
            *workspace.problems, *check_workspace(workspace, traced), *_pointers(root, workspace), *_emblem(root, workspace), *_reference(root),
            *_house_style(workspace, sources),
        ]  # fmt: skip
    report(found)
    _tell_others(traced)
    if unread := told_unread(unread_files(workspace.problems)):
        click.echo(unread)
    return found


def _summary(found: Sequence[Problem]) -> str:
    if not found:
        return "問題は見つかりませんでした。"
    errors, warnings, infos = (sum(one.severity is severity for one in found) for severity in Severity)
    return f"エラー {errors} 件、注意 {warnings} 件" + (f"、参考 {infos} 件。" if infos else "。")


def _tell_others(traced: Iterable[Traced]) -> None:
    """What was taken for no opinion is counted, never dropped in silence."""
    kinds = Counter(passage.act.kind for passage in other_passages(traced))
    if kinds:
        shares = "、".join(f"{kind} {count}" for kind, count in kinds.most_common())
        click.echo(f"意見ではないと見たところが {sum(kinds.values())} か所あります（{shares}）。「drafting table --kind 意見以外」の表で確かめられます。")


def _pointers(root: Path, workspace: Workspace) -> Iterable[Problem]:
    """Chapters and annexes that are not there; the report is built only where a text points to one."""
    from drafting.checks.pointers import check_pointers, find_pointers

    pointers = list(find_pointers(workspace.committee, workspace.recommendations))
    if not pointers or has_errors(workspace.problems):
        return ()
    from drafting.cli.making import report_draft

    try:
        return check_pointers(pointers, report_draft(root, workspace))
    except DraftingError:  # of a template: `build` tells it at its place
        return ()


def _emblem(root: Path, workspace: Workspace) -> Sequence[Problem]:
    """What is wrong with the city's emblem; it would stop every build."""
    if not workspace.committee.format.emblem:
        return ()
    from drafting.cli.making import read_emblem  # few workspaces have one

    try:
        read_emblem(root, workspace)
    except DraftingError as error:
        return error.problems
    return ()


def _reference(root: Path) -> Sequence[Problem]:
    """What is wrong with the city's reference.docx; it would stop every build."""
    if not (root / REFERENCE).is_file():
        return ()
    try:
        data = read_bytes(root / REFERENCE, REFERENCE)
        if data != (starter_templates() / Path(REFERENCE).name).read_bytes():
            from drafting.word.borrowed import borrow_look
            from drafting.word.package import read_package

            borrow_look(read_package(data, REFERENCE), data, REFERENCE)
    except DraftingError as error:
        return error.problems
    return ()


def _house_style(workspace: Workspace, sources: dict[str, Source]) -> Iterable[Problem]:
    from drafting.checks.house_style import check_style, exempt_words

    exempt = exempt_words(workspace.committee, workspace.minutes, workspace.style)
    return check_style(sources, workspace.style, exempt)


def _check_file(root: Path, name: str) -> Sequence[Problem]:
    path = Path(name)
    try:
        if name.endswith(".j2"):
            from drafting.render import lint_template

            return lint_template(path, name)
        if path.suffix.lower() in (".docx", ".docm", ".doc"):
            from drafting.word.audit import audit_word
            from drafting.word.package import MAX_INFLATED

            with Progress() as progress:
                progress.step(f"{name} を調べています")
                return list(audit_word(read_bytes(path, name, MAX_INFLATED), name))
        sources: dict[str, Source] = {}
        reader = reader_for(path, name)
        value, found = read_yaml(path, name, reader, sources)
        if reader is read_comments:
            return [*found, *check_comments(value)]
        if path.name == "house_style.yaml":
            return found
        alone = Workspace(Committee(), Recommendations((), ()), (), (), read_style(root, found))
        return [*found, *_house_style(alone, sources)]
    except DraftingError as error:
        if error.exit_code == 6:
            raise
        return error.problems
