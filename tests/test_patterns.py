"""`lazy_pattern`: what waits behaves as what is compiled, and all that wait can be compiled."""

from __future__ import annotations

import importlib
import pkgutil
import re

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


def test_every_pattern_that_waits_in_a_module_can_be_compiled() -> None:
    names = [found.name for found in pkgutil.walk_packages(drafting.__path__, "drafting.") if not found.name.endswith("__main__")]
    modules = [importlib.import_module(name) for name in names]
    waiting = [value for module in modules for value in vars(module).values() if type(value).__name__ == "_Waiting"]
    assert len(waiting) > 100
    assert all(isinstance(one.flags, int) for one in waiting)
