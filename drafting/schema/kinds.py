"""The kinds of values that a YAML file may hold, as data: they read its nodes and make its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from drafting.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text, exactly as typed. `pattern` must match the whole; `choices` are all it may be.

    `meant` gives the choice that another word stands for, where no likeness of letters tells it.
    """

    choices: tuple[str, ...] = ()
    pattern: str = ""
    hint: str = ""
    meant: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from 0."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number between `least` and `most` in steps of `step`."""

    least: float
    most: float
    step: float = 0.5


@dataclass(frozen=True, slots=True)
class Day:
    """A date, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Switch:
    """true or false."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list, each item of one kind."""

    item: Kind


@dataclass(frozen=True, slots=True)
class TextOr:
    """A bare text that stands for the key `key` of the record, or the record itself."""

    key: str
    record: Record


@dataclass(frozen=True, slots=True)
class TextOrList:
    """A bare text, or a list: one word for the whole, or several for its parts."""

    text: Text
    items: ListOf


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: its kind, and what an editor shows of it."""

    name: str
    kind: Kind
    title: str = ""
    required: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Keys with their kinds. An unknown key is an error."""

    keys: tuple[Key, ...]
    by_name: dict[str, Key] = field(init=False, compare=False, repr=False)
    required: tuple[Key, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {key.name: key for key in self.keys})
        object.__setattr__(self, "required", tuple(key for key in self.keys if key.required))


Kind = Text | Whole | Number | Day | Switch | ListOf | TextOr | TextOrList | Record
