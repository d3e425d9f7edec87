"""`drafting check --fix`: the safe corrections of house style, shown or made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce
from pathlib import Path

import click

from drafting.checks.house_style import exempt_words
from drafting.checks.house_style.corrections import Correction, correct, make
from drafting.editing import edit_file
from drafting.problems import InputError, Problem, has_errors
from drafting.workspace import Source, read_workspace


def show_corrections(root: Path) -> int:
    """Print each safe correction with its place; nothing is written."""
    found = [one for _, mine in _rounds(root) for one in mine]
    for one in found:
        click.echo(f"{one.place}: {one.old} → {one.new}　[{one.code}]")
    click.echo(
        f"安全に直せるもの {len(found)} 件。書き入れるには --apply を付けます。"
        if found
        else "安全に直せるものはありません。"
    )
    return 0


def apply_corrections(root: Path) -> int:
    """Make the safe corrections in the YAML files; each changed file keeps a backup."""
    rounds = _rounds(root)
    for name in dict.fromkeys(name for name, _ in rounds):
        mine = [found for file, found in rounds if file == name]
        edit_file(root / name, name, partial(_made, mine, name))
        click.echo(f"直しました: {name}（{sum(map(len, mine))}か所）")
    if not rounds:
        click.echo("安全に直せるものはありません。")
    return 0


def _made(rounds: Sequence[Sequence[Correction]], name: str, text: str) -> str:
    return reduce(lambda now, found: make(now, found, name), rounds, text)


def _rounds(root: Path) -> Sequence[tuple[str, list[Correction]]]:
    sources: dict[str, Source] = {}
    workspace = read_workspace(root, sources)
    problems: Sequence[Problem] = workspace.problems
    if has_errors(problems):
        raise InputError(*problems)
    exempt = exempt_words(workspace.committee, workspace.minutes, workspace.style)
    return list(correct(sources, workspace.style, exempt))
