"""The known layouts, and which of them a file is written in."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.importers import colon, table
from drafting.importers.layout import Layout
from drafting.importers.rows import Row, first_line, warning
from drafting.problems import InputError, Place, Problem

LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in (table.LAYOUT, colon.LAYOUT)}


_TOO_LITTLE, _LITTLE = 0.02, 0.1


def recognise(rows: Sequence[Row], file: str) -> tuple[Layout, list[Problem]]:
    """The layout that fits the whole file best; the first in `LAYOUTS` of two that fit alike.

    With it a warning (I018) where it fits few rows only. Raises InputError I002 when none finds a speaker.
    """
    scores = {name: layout.score(rows[layout.head_length(rows) :]) for name, layout in LAYOUTS.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _TOO_LITTLE:
        raise no_speaker(rows, file)
    if scores[best] >= _LITTLE:
        return LAYOUTS[best], []
    message = (
        f"「{LAYOUTS[best].title}」の書き方として読みましたが、合わない行が多くあります。"
        "結果を確かめ、違うときは --layout で書き方を指定してください。"
    )
    return LAYOUTS[best], [warning("I018", message, file, first_line(rows))]


def no_speaker(rows: Sequence[Row], file: str) -> InputError:
    """The error (I002) for a text in which nobody speaks."""
    forms = "、".join(f"{layout.title}＝{layout.name}" for layout in LAYOUTS.values())
    message = (
        "発言者が見つかりません。会議録かどうか、発言者の書き方を確かめてください。"
        f"書き方が分かっているときは --layout で指定できます（{forms}）。"
    )
    return InputError(Problem("I002", message, Place(file, first_line(rows), 1)))
