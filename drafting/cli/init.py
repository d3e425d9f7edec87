"""`drafting init`: a workspace that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.cli.japanese_click import JapaneseCommand
from drafting.cli.schema import schema_files
from drafting.cli.starter import INPUTS, starter_templates
from drafting.problems import Place, Problem, WriteError
from drafting.writing import write_files


def _starter_files() -> dict[str, bytes]:
    """What a new workspace holds."""
    found = {f"inputs/{path.name}": path for path in sorted(INPUTS.glob("*.yaml"))}
    found |= {f"templates/{path.name}": path for path in sorted(starter_templates().iterdir()) if path.suffix in (".j2", ".docx")}
    return {name: path.read_bytes() for name, path in found.items()} | schema_files()


@click.command(cls=JapaneseCommand, name="init")
@click.argument("folder", metavar="[フォルダー]", default=".")
@click.pass_obj
def command(base: Path, folder: str) -> None:
    """作業場所を作ります。

    委員会の設定（inputs/committee.yaml）、提言の一覧（inputs/recommendations.yaml）、ひな型（templates/）が
    記入例つきで入り、すぐに「drafting build」で答申案を作れます。今あるファイルは上書きしません。

    \b
    例: drafting init 評価委員会
    """
    root = base / folder
    files = _starter_files()
    there = [name for name in files if (root / name).exists()]
    if there:
        message = f"もうあります（ほか{len(there) - 1}件）。上書きしないので、別のフォルダーを指定してください。"
        raise WriteError(Problem("F031", message, Place(str(Path(folder) / there[0]))))
    if root.exists() and not root.is_dir():
        raise WriteError(Problem("F032", "同じ名前のファイルがあります。別の名前にしてください。", Place(folder)))
    write_files({root / name: data for name, data in files.items()})
    for name in ("inputs/minutes", "inputs/sources", "outputs"):
        (root / name).mkdir(parents=True, exist_ok=True)
    click.echo(f"作業場所を作りました: {root}")
    where = "" if folder == "." else f" -C {folder}"
    click.echo(f"次は「drafting{where} import 会議録のファイル」で会議録を取り込みます。")
