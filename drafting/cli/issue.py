"""Handing out a draft: the record of what was in it, never written over by another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafting.draft import Draft
from drafting.editions.edition import Edition
from drafting.editions.record import make_record
from drafting.issued import Issued, issued_path, write_issued
from drafting.model import Format
from drafting.problems import Place, Problem, WriteError


def record(
    root: Path, draft: Draft, form: Format, template: str, file: str, day: date | None, reference: bytes
) -> tuple[str, dict[Path, bytes]]:
    """The build id of a draft and its record by path; no file if the same record lies there.

    Raises WriteError F043 where another record has this name: somebody has changed it by hand.
    """
    head = Issued("", Edition.REVIEW.value, template, draft.title, file, day.isoformat() if day else "", ())
    issued = make_record(draft, form, reference, head)
    path = root / issued_path(issued.build)
    data = write_issued(issued)
    if not path.is_file():
        return issued.build, {path: data}
    if path.read_bytes() != data:
        message = "同じ番号の照会の記録があり、中身が違います。手で直していれば元に戻すか、別の場所へ移してください。"
        raise WriteError(Problem("F043", message, Place(issued_path(issued.build))))
    return issued.build, {}
