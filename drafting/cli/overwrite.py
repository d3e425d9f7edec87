"""What an output takes the place of: a file that somebody has saved is kept beside it (.bak)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from drafting.writing import BACKUP_SUFFIX


def saved_by_others(outputs: Mapping[Path, bytes]) -> list[Path]:
    """The paths where something else lies than what we would write and than what we have written.

    Word and Excel say in a file's properties that they saved it, so their backup is never followed by a file of ours.
    A text does not tell who wrote it: every other text counts, and its backup is that of the last run only.
    """
    return [path for path, new in outputs.items() if path.is_file() and _is_of_others(path, new)]


def tell_kept(paths: Iterable[Path]) -> None:
    """Say which documents were kept. Texts are kept at each run, and that is not told."""
    for path in paths:
        if path.suffix.lower() in _OWN:
            click.echo(f"前にあった {path.name} は、drafting の後に保存されたものなので、{path.name}{BACKUP_SUFFIX} に残しました。")


def _is_of_others(path: Path, new: bytes) -> bool:
    try:
        old = path.read_bytes()
    except OSError:
        return True
    is_own = _OWN.get(path.suffix.lower())
    return old != new and not (is_own is not None and is_own(old))


def _is_own_word(data: bytes) -> bool:
    from drafting.word.own import is_own

    return is_own(data)


def _is_own_spreadsheet(data: bytes) -> bool:
    """Excel sets the day of the last change; ours is the one that `spreadsheet` gives all files."""
    from drafting.spreadsheet import CREATED
    from drafting.word.own import undated_properties

    said = f'<dcterms:modified xsi:type="dcterms:W3CDTF">{CREATED.isoformat()}Z<'.encode()
    return any(said in part for part in undated_properties(data).values())


_OWN = {".docx": _is_own_word, ".xlsx": _is_own_spreadsheet}
