"""How `drafting review` shows what it found: on the terminal, and as a record in a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from drafting.cli.destinations import check_destination
from drafting.cli.review_files import Yaml
from drafting.cli.terminal import report
from drafting.committee import read_committee
from drafting.draft import Draft
from drafting.files import read_bytes
from drafting.model import Format
from drafting.problems import Problem
from drafting.review.record import html_record, markdown_record, one_line, record_draft
from drafting.review.report import Line, Piece, Section
from drafting.workspace import COMMITTEE, REFERENCE
from drafting.yamlfile import parse

_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}")}


def show(summaries: Sequence[str], found: Sequence[Section], warnings: Sequence[Problem]) -> None:
    """Print all there is to say; warnings go to stderr."""
    for line in summaries:
        click.echo(line)
    for section in found:
        click.echo(f"\n{click.style(section.title, bold=True)}")
        for one in section.lines:
            click.echo("  " * (one.depth + 1) + shown(one))
    for problem in warnings:
        click.echo(str(problem), err=True)


def shown(line: Line) -> str:
    """A line for the terminal, what goes and what comes marked."""
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    """Coloured on a terminal, with marks anywhere else."""
    text = one_line(piece.text)
    if piece.kind not in _MARKS:
        return text
    if sys.stdout.isatty():
        return click.style(text, fg="red" if piece.kind == "old" else "green", strikethrough=piece.kind == "old")
    before, behind = _MARKS[piece.kind]
    return f"{before}{text}{behind}"


def record_file(
    root: Path, yaml: Yaml, target: tuple[str | None, str | None], summaries: list[str], found: Sequence[Section]
) -> dict[Path, bytes]:
    """The record by its path; none where neither a name nor a form was asked for. Raises BadParameter for an unknown form."""
    output, form = target
    if not (output or form):
        return {}
    if output:
        check_destination(root, output)
    path = Path(output) if output else root / "outputs" / f"照会の結果.{form}"
    kind = form or path.suffix.lower().lstrip(".")
    if kind not in ("md", "docx", "html"):
        raise click.BadParameter("記録の形式が分かりません。-o の名前を .md、.docx、.html で終わらせるか、--format を付けてください。")
    if kind == "docx":
        data = _word_record(root, yaml, record_draft(summaries, found))
    else:
        writer = markdown_record if kind == "md" else html_record
        data = writer(summaries, found).encode("utf-8")
    return {path: data}


def _word_record(root: Path, yaml: Yaml, draft: Draft) -> bytes:
    from drafting.word.writer import write_word

    form = Format()
    if COMMITTEE in yaml.decoded:
        form = read_committee(parse(yaml.decoded[COMMITTEE].text, COMMITTEE), COMMITTEE)[0].format
    data, problems = write_word(draft, read_bytes(root / REFERENCE, REFERENCE), form)
    report(problems)
    return data
