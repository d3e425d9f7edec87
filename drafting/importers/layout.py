"""What a layout is: a name, and a function that reads rows as if they were written in it.

To add a layout: write its opener (`openings.py`) or its reader, name it in `layouts.py`, add its
tests. A city does the same for itself in a YAML file (`custom.py`). Nothing else changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from drafting.importers.names import Names
from drafting.importers.record import Event
from drafting.importers.rows import Row


class Reading(NamedTuple):
    """How a layout reads a file.

    `head` rows belong to the head; `opened` are the rows behind it that open a speech (none: the
    file is not written so); `events` tells what each of the rows behind the head is. `declared`
    says that the file itself names the form, as the heads of columns do.
    """

    head: int
    opened: frozenset[int]
    events: Callable[[Sequence[Row]], Iterable[Event]]
    declared: bool = False


class Layout(NamedTuple):
    """A way to write minutes. `name` is what `--layout` and the source say, `title` what users read;
    `roles` of labels that do not tell them."""

    name: str
    title: str
    read: Callable[[Sequence[Row], Names], Reading]
    roles: Mapping[str, str] = {}
