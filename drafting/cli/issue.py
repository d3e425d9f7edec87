"""Handing out a draft: the record of what was in it, never written over by another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from drafting.draft import Draft
from drafting.editions.edition import Edition
from drafting.editions.record import make_record
from drafting.files import read_bytes
from drafting.issued import FOLDER, HOLE, LOOKED_UP, Issued, issued_path, read_issued, write_issued
from drafting.model import Format
from drafting.problems import DraftingError, InputError, Place, Problem, WriteError
from drafting.word.reading.edges import edge_forms


def record(draft: Draft, form: Format, template: str, file: str, day: date | None, reference: bytes) -> Issued:
    """The record of a draft, but for the running heads and feet, which only the Word file has."""
    head = Issued("", Edition.REVIEW.value, template, draft.title, file, day.isoformat() if day else "", ())
    return make_record(draft, form, reference, head)


def record_file(root: Path, issued: Issued, word: bytes) -> dict[Path, bytes]:
    """The record of a Word file by its path; {} if it lies there already.

    Raises WriteError F043 where another record has this name: somebody has changed it by hand.
    """
    name = issued_path(issued.build)
    path = root / name
    if path.is_file():
        there = read_issued(read_bytes(path, name), name)
        if replace(there, edges=()) != issued:
            message = "同じ番号の照会の記録があり、中身が違います。手で直していれば元に戻すか、別の場所へ移してください。"
            raise WriteError(Problem("F043", message, Place(name)))
        if there.edges:
            return {}
    edges = tuple(dict.fromkeys(edge_forms(word, issued.file, HOLE, LOOKED_UP)))
    return {path: write_issued(replace(issued, edges=edges))}


def find_issued(root: Path, build: str) -> Issued:
    """The record whose build id is `build` or begins so.

    Raises InputError F044 where there is none or more than one, naming those there are, and as `read_issued`.
    """
    known = sorted(path.stem for path in (root / FOLDER).glob("*.json"))
    found = [one for one in known if one == build] or [one for one in known if build and one.startswith(build.lower())]
    if len(found) == 1:
        name = issued_path(found[0])
        return read_issued(read_bytes(root / name, name), name)
    what = f"「{build}」で始まる照会の記録が{len(found)}つあります" if found else f"照会の記録「{build}」がありません"
    there = [_with_file(root, one) for one in found or known]
    advice = f"次のどれかを指定してください: {'、'.join(there)}" if there else "先に drafting build --edition 照会 で照会の版を作ってください"
    raise InputError(Problem("F044", f"{what}。{advice}。", Place(FOLDER)))


def _with_file(root: Path, build: str) -> str:
    """A build id with the file that was handed out: a clerk knows that one."""
    name = issued_path(build)
    try:
        file = read_issued(read_bytes(root / name, name), name).file
    except DraftingError:
        return build
    return f"{build}（{Path(file).name}）"
