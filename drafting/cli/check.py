"""`drafting check`: what is wrong, where, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from drafting.checks import check_workspace
from drafting.cli.japanese_click import JapaneseCommand
from drafting.cli.terminal import Progress, report
from drafting.coverage import Traced, other_passages, trace_opinions
from drafting.problems import DraftingError, Problem, Severity
from drafting.workspace import read_workspace, read_yaml, reader_for


@click.command(cls=JapaneseCommand, name="check")
@click.argument("files", metavar="[ファイル…]", nargs=-1, type=click.Path())
@click.pass_obj
def command(root: Path, files: tuple[str, ...]) -> int:
    """間違いを調べ、場所（ファイル:行:桁）と直し方を知らせます。何も書き換えません。

    ファイルを書かなければ、作業場所の全体（書き方、引用、意見の行き先、未入力の○○、委員の名前）を調べます。
    ファイルを書けば、そのファイルだけを調べます。エラーがあれば終了コードは 1 か 3、注意だけなら 0 です。

    \b
    例: drafting check
        drafting check inputs/recommendations.yaml
    """
    traced: Sequence[Traced] = ()
    if files:
        found = [problem for name in files for problem in _check_file(name)]
    else:
        with Progress() as progress:
            progress.step("ファイルを読んでいます")
            workspace = read_workspace(root)
            progress.step("引用と文章を調べています")
            traced = trace_opinions(workspace.recommendations, workspace.minutes)
            found = [*workspace.problems, *check_workspace(workspace, traced)]
    report(found)
    _tell_others(traced)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    click.echo(f"エラー {errors} 件、注意 {len(found) - errors} 件。" if found else "問題は見つかりませんでした。")
    return exit_code(found)


def _tell_others(traced: Iterable[Traced]) -> None:
    """What was taken for no opinion is counted, never dropped in silence."""
    kinds = Counter(passage.act.kind for passage in other_passages(traced))
    if kinds:
        shares = "、".join(f"{kind} {count}" for kind, count in kinds.most_common())
        click.echo(f"意見ではないと見たところが {sum(kinds.values())} か所あります（{shares}）。「drafting table」の表で確かめられます。")


def exit_code(problems: Sequence[Problem]) -> int:
    """3 where a file is not what it should be, 1 where files contradict one another, else 0."""
    errors = {problem.code[0] for problem in problems if problem.severity is Severity.ERROR}
    if "T" in errors:
        return 4
    return 3 if errors & {"F", "Y", "D", "I"} else int(bool(errors))


def _check_file(name: str) -> Sequence[Problem]:
    path = Path(name)
    try:
        if name.endswith(".j2"):
            from drafting.render import lint_template

            return lint_template(path, name)
        return read_yaml(path, name, reader_for(path, name))[1]
    except DraftingError as error:
        if error.exit_code == 6:
            raise
        return error.problems
