"""`drafting check --fix`: the safe corrections of house style, shown or made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from drafting.checks.house_style import exempt_words
from drafting.checks.house_style.corrections import Correction, corrections
from drafting.editing import edit_file
from drafting.problems import InputError, Problem, has_errors
from drafting.workspace import Source, read_workspace
from drafting.yamlfile.edit import replace_words


def show_corrections(root: Path) -> int:
    """Print each safe correction with its place; nothing is written."""
    found = _corrections(root)
    for one in found:
        click.echo(f"{one.place}: {one.old} → {one.new}　[{one.code}]")
    click.echo(f"安全に直せるもの {len(found)} 件。書き入れるには --apply を付けます。" if found else "安全に直せるものはありません。")
    return 0


def apply_corrections(root: Path) -> int:
    """Make the safe corrections in the YAML files; each changed file keeps a backup."""
    found = _corrections(root)
    for name in dict.fromkeys(one.place.file for one in found):
        mine = [one.replacement for one in found if one.place.file == name]
        edit_file(root / name, name, lambda text, name=name, mine=mine: replace_words(text, mine, name))  # type: ignore[misc]
        click.echo(f"直しました: {name}（{len(mine)}か所）")
    if not found:
        click.echo("安全に直せるものはありません。")
    return 0


def _corrections(root: Path) -> Sequence[Correction]:
    sources: dict[str, Source] = {}
    workspace = read_workspace(root, sources)
    problems: Sequence[Problem] = workspace.problems
    if has_errors(problems):
        raise InputError(*problems)
    exempt = exempt_words(workspace.committee, workspace.minutes, workspace.style)
    return corrections(sources, workspace.style, exempt)
