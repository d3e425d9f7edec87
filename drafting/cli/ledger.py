"""The ledger of comments beside the YAML files: what a review adds to it, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from drafting.comments import Comment
from drafting.comments.extend import Extended, extend_ledger
from drafting.editing import encode_as
from drafting.files import Decoded, check_characters, decode, read_bytes
from drafting.problems import InputError, has_errors
from drafting.workspace import COMMENTS
from drafting.yamlfile import scan_typing


class Ledger(NamedTuple):
    """The ledger as it lies there (`data` None where there is none), and what it becomes."""

    data: bytes | None
    decoded: Decoded
    extended: Extended


def file_label(root: Path, path: Path) -> str:
    """What a reviewer's file is called in the ledger: as it lies in the workspace, elsewhere with its folder only."""
    whole = path.resolve()
    if whole.is_relative_to(root.resolve()):
        return whole.relative_to(root.resolve()).as_posix()
    return "/".join(whole.parts[-2:])


def read_ledger(root: Path, files: Sequence[Sequence[Comment]]) -> Ledger:
    """The ledger and what the comments of the files add to it. Raises InputError where it has a fault, WriteError
    where it is written in a way that cannot be added to."""
    path = root / COMMENTS
    data = read_bytes(path, COMMENTS) if path.exists() else None
    decoded = decode(data, COMMENTS) if data is not None else Decoded("", "utf-8", b"")
    found = [*check_characters(decoded.text, COMMENTS), *scan_typing(decoded.text, COMMENTS)]
    if has_errors(found):
        raise InputError(*found)
    return Ledger(data, decoded, extend_ledger(decoded.text, files, COMMENTS))


def as_it_is(ledger: Ledger) -> Ledger:
    """The ledger without what is new."""
    return ledger._replace(extended=ledger.extended._replace(text=ledger.decoded.text, added=()))


def ledger_bytes(ledger: Ledger) -> bytes:
    """The new ledger in the encoding of the old one. Raises WriteError (F037) for a letter that it does not have."""
    return encode_as(ledger.decoded, ledger.extended.text, COMMENTS)


def count_new(ledger: Ledger) -> int:
    """How many comments are new, answers among them."""
    return sum(1 + len(one.replies) for one in ledger.extended.added)


def tell_plan(ledger: Ledger) -> str:
    """What --apply would do; "" without a comment."""
    new, known = count_new(ledger), ledger.extended.known
    if new:
        return f"--apply を付けると、コメント {new}件を {COMMENTS} に書き足します。{_others(known)}"
    return f"コメント {known}件は、もう {COMMENTS} に入っています。" if known else ""


def tell_done(ledger: Ledger) -> str:
    """What --apply did; "" without a comment."""
    new, added = count_new(ledger), ledger.extended.added
    if not new:
        return tell_plan(ledger)
    numbers = added[0].id if len(added) == 1 else f"{added[0].id}〜{added[-1].id}"
    told = f"コメント {new}件を書き足しました: {COMMENTS}（{numbers}）。response（対応）と reason（理由）を書いてください。"
    return told + _others(ledger.extended.known)


def _others(known: int) -> str:
    return f"ほかの {known}件は、もう入っているか、ほかの Word にあるものと同じです。" if known else ""
