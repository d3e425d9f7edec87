"""`dataclass` of the standard library for frozen values, at a quarter of what it costs at start.

The standard decorator compiles six functions for each class: 0.6 ms, and a build defines fifty classes before it
reads its first file. Here a class gets its own `__init__` only; how values compare, hash and print is the same
code for all. That nobody sets a field of a value is proved by mypy, which sees the standard decorator, and is not
asked again at run time. `fields` and `replace` of the standard library work as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen, slots):
        """A decorator that makes a class of values: equal and hashed by the fields with `compare`, printed by those with `repr`."""
        assert frozen and slots
        return _made


def _made(cls: type) -> type:
    made: type = dataclasses.dataclass(repr=False, eq=False, match_args=False, slots=True)(cls)
    fields = dataclasses.fields(made)
    compared = _getter([field.name for field in fields if field.compare])
    counted = _getter([field.name for field in fields if (field.compare if field.hash is None else field.hash)])

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is made else NotImplemented

    def hashed(self: object) -> int:
        return hash(counted(self))

    for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", _printed)):
        setattr(made, name, method)
    return made


def _getter(names: Sequence[str]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda value: ()


def _printed(self: object) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)  # type: ignore[arg-type]
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"
