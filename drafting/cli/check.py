"""`drafting check`: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from drafting.checks import check_workspace
from drafting.cli.japanese_click import JapaneseCommand
from drafting.cli.terminal import Progress, report
from drafting.files import read_bytes
from drafting.problems import DraftingError, Problem, Severity
from drafting.workspace import read_workspace, read_yaml, reader_for


@click.command(cls=JapaneseCommand, name="check")
@click.argument("files", metavar="[ファイル…]", nargs=-1, type=click.Path())
@click.pass_obj
def command(root: Path, files: tuple[str, ...]) -> int:
    """間違いを調べ、場所（ファイル:行:桁）と直し方を知らせます。何も書き換えません。

    ファイルを書かなければ、作業場所の全体（書き方、引用、未入力の○○、委員の名前）を調べます。
    ファイルを書けば、そのファイルだけを調べます。Word のファイル（.docx）は、Word で開けない、または黙って直される
    ところがないかを調べます。エラーがあれば終了コードは 1 か 3、注意だけなら 0 です。

    \b
    例: drafting check
        drafting check inputs/recommendations.yaml
        drafting check 委員長修正.docx
    """
    if files:
        found = [problem for name in files for problem in _check_file(name)]
    else:
        with Progress() as progress:
            progress.step("ファイルを読んでいます")
            workspace = read_workspace(root)
            progress.step("引用と文章を調べています")
            found = [*workspace.problems, *check_workspace(workspace)]
    report(found)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    click.echo(f"エラー {errors} 件、注意 {len(found) - errors} 件。" if found else "問題は見つかりませんでした。")
    return exit_code(found)


def exit_code(problems: Sequence[Problem]) -> int:
    """3 where a file is not what it should be, 1 where files contradict one another or Word would mend one, else 0."""
    errors = {problem.code[:2] for problem in problems if problem.severity is Severity.ERROR}
    if any(code[0] == "T" for code in errors):
        return 4
    unreadable = any(code[0] in "FYI" or code == "D0" for code in errors)
    return 3 if unreadable else int(bool(errors))


def _check_file(name: str) -> Sequence[Problem]:
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
        return read_yaml(path, name, reader_for(path, name))[1]
    except DraftingError as error:
        if error.exit_code == 6:
            raise
        return error.problems
