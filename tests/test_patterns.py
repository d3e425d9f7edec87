"""`lazy_pattern`: what waits behaves as what is compiled, and all that wait can be compiled."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import cast

import pytest

import drafting
from drafting.patterns import lazy_pattern


def test_a_pattern_that_waits_answers_as_a_compiled_one() -> None:
    waiting, compiled = lazy_pattern("(?P<year>[0-9]+)年", re.ASCII), re.compile("(?P<year>[0-9]+)年", re.ASCII)
    text = "令和7年から9年まで"
    assert [match.span() for match in waiting.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert waiting.sub("○年", text) == compiled.sub("○年", text)
    assert (waiting.pattern, waiting.flags, waiting.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_a_pattern_is_compiled_once_and_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    real = re.compile

    def counted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append((pattern, flags))
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    waiting = lazy_pattern("章")
    assert compiled == []
    assert waiting.search("第1章") and waiting.search("第2章") and waiting.fullmatch("章")
    assert compiled == [("章", 0)]


def modules() -> list[ModuleType]:
    names = [found.name for found in pkgutil.walk_packages(drafting.__path__, "drafting.") if not found.name.endswith("__main__")]
    return [importlib.import_module(name) for name in names]


def waits(value: object) -> bool:
    return type(value) is type(lazy_pattern(""))


def waiting_in(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns that a constant is, or holds as `_MARKERS` does."""
    if waits(value):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, tuple):
        for one in value:
            yield from waiting_in(one)


def test_every_pattern_that_waits_in_a_module_can_be_compiled() -> None:
    waiting = [one for module in modules() for value in vars(module).values() for one in waiting_in(value)]
    assert len(waiting) > 200
    assert all(isinstance(one.flags, int) for one in waiting)


def given_to_re(module: ModuleType) -> Iterator[str]:
    """The names of a module that stand first in a call of `re`: re.sub(NAME, …)."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args and isinstance(node.args[0], ast.Name):
            yield node.args[0].id


def test_no_pattern_that_waits_is_given_to_a_function_of_re_which_would_refuse_it() -> None:
    given = [(module.__name__, name) for module in modules() for name in given_to_re(module)]
    assert given
    assert [(name, used) for name, used in given if waits(vars(importlib.import_module(name)).get(used))] == []
