"""Our `dataclass` behaves as that of the standard library does, but for what mypy proves."""

from __future__ import annotations

import dataclasses
from dataclasses import field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value."""

    name: str
    rows: tuple[int, ...] = ()
    place: str = field(default="", compare=False)
    seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    known: dict[str, int] = field(default_factory=dict, hash=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same, made by the standard library."""

    name: str
    rows: tuple[int, ...] = ()
    place: str = field(default="", compare=False)
    seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    known: dict[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Empty:
    """A value without fields."""


@dataclass(frozen=True, slots=True)
class OtherEmpty:
    """Another."""


_FIELDS = st.tuples(st.sampled_from("ab"), st.lists(st.integers(0, 1), max_size=2).map(tuple), st.sampled_from("xy"))


@given(_FIELDS, _FIELDS)
def test_two_values_are_equal_hashed_and_printed_as_the_standard_library_would(one: tuple[str, tuple[int, ...], str], other: tuple[str, tuple[int, ...], str]) -> None:
    assert (Ours(*one) == Ours(*other)) == (Theirs(*one) == Theirs(*other))
    assert (hash(Ours(*one)) == hash(Ours(*other))) == (hash(Theirs(*one)) == hash(Theirs(*other)))
    assert Ours(*one, known={"a": 1}) != Ours(*one) and hash(Ours(*one, known={"a": 1})) == hash(Ours(*one))
    assert repr(Ours(*one)) == repr(Theirs(*one)).replace("Theirs", "Ours")


def test_values_of_two_classes_are_never_equal() -> None:
    assert Ours("a") != Theirs("a")
    assert Empty() == Empty() != OtherEmpty()


def test_a_default_that_changes_belongs_to_one_value_only() -> None:
    one, other = Ours("a"), Ours("b")
    one.seen["a"] = 1
    assert other.seen == {}


def test_fields_and_replace_of_the_standard_library_work() -> None:
    assert [each.name for each in dataclasses.fields(Ours)] == ["name", "rows", "place", "seen", "known"]
    assert dataclasses.replace(Ours("a"), rows=(1,)) == Ours("a", (1,))


def test_a_value_takes_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        Ours("a").color = "red"  # type: ignore[attr-defined]
