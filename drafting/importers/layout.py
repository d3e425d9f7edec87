"""What a layout is: a name, two questions and a reader. One module a layout.

To add a layout: write a module with a `LAYOUT`, name it in `layouts.py`, add its tests. Nothing
else changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from drafting.importers.record import Event
from drafting.importers.rows import Row


class Layout(NamedTuple):
    """A way to write minutes.

    `name` is what `--layout` and the source say, `title` what users read. `head_length` says
    how many rows belong to the head; `score` how well the rows after it fit (0 not at all, 1
    all of them); `events` what each of them is. All three are linear and keep no state.
    """

    name: str
    title: str
    head_length: Callable[[Sequence[Row]], int]
    score: Callable[[Sequence[Row]], float]
    events: Callable[[Sequence[Row]], Iterable[Event]]
