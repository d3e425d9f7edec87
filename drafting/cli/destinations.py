"""What -o and --format ask for → the files to write; what is not meant to be written over is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import click

from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, WriteError
from drafting.workspace import TEMPLATES
from drafting.writing import why_not

_KEPT = ("inputs", TEMPLATES, "outputs/issued")
_ENDING = lazy_pattern(r"\.[A-Za-z]{2,5}")


class Choice(NamedTuple):
    """What a command writes: where without -o, the formats it knows, those it makes when not asked."""

    default: Path
    formats: tuple[str, ...]
    usual: tuple[str, ...]


def named_targets(root: Path, output: str | None, formats: str | None, choice: Choice) -> dict[str, Path]:
    """Format → path of each output. Raises BadParameter, or WriteError for a name that no file can have."""
    path = Path(output) if output else choice.default
    named = path.suffix.lower().lstrip(".")
    ending = named if named in choice.formats else ""
    kinds = re.split("[,，、]", formats) if formats else [ending] if ending else list(choice.usual)
    kinds = [kind.strip().lower() for kind in kinds]
    if unknown := [kind for kind in kinds if kind not in choice.formats]:
        raise click.BadParameter(f"形式「{unknown[0]}」は選べません。使えるのは {_listed(choice)} です。")
    if output:
        check_destination(root, output)
        if not ending and _ENDING.fullmatch(path.suffix):
            raise click.BadParameter(f"「{path.suffix}」の形では書き出せません。名前の終わりを {_listed(choice, 'か')} にしてください。")
        if ending and ending not in kinds:
            raise click.BadParameter(f"-o の名前は「.{ending}」ですが、--format は「{formats}」です。どちらかを直してください。")
    stem = path.with_suffix("") if ending else path
    return {kind: stem.with_name(f"{stem.name}.{kind}") for kind in kinds}


def check_destination(root: Path, output: str) -> None:
    """Raises BadParameter for a folder, and for a place whose files are the clerk's own or the record of an issue."""
    path = Path(output)
    try:
        if output.endswith(("/", "\\")) or (path.is_dir() and not path.suffix):
            raise click.BadParameter(f"-o の「{output}」はフォルダーです。ファイルの名前まで書いてください（例: {path / '答申案.docx'}）。")
        for kept in _KEPT:
            if path.resolve().is_relative_to((root / kept).resolve()):
                raise click.BadParameter(f"「{kept}」のフォルダーには書き出せません。元のファイルを守るためです。outputs などを指定してください。")
    except OSError as error:
        raise WriteError(Problem("F030", why_not(error), Place(output))) from None


def _listed(choice: Choice, word: str = "と") -> str:
    return f" {word} ".join(choice.formats) if len(choice.formats) == 2 else "、".join(choice.formats)
