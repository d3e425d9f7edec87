"""Templates that would never end, or make more than anybody prints, are stopped."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from rendering import refusal, render, shown

import drafting.render.sandbox as sandbox_room
import drafting.render.template as template_room
from drafting.render.sandbox import TooMuch
from drafting.render.time_limit import time_limit

BOMBS = {
    "loops": "{% for i in range(9999) %}{% for j in range(9999) %}{% for k in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
    "doubled text": "{% set n = namespace(v='ab') %}{% for i in range(40) %}{% set n.v = n.v ~ n.v %}{% endfor %}{{ n.v }}",
    "doubled by plus": "{% set n = namespace(v='ab') %}{% for i in range(40) %}{% set n.v = n.v + n.v %}{% endfor %}{{ n.v }}",
    "doubled list": "{% set n = namespace(v=[1, 2]) %}{% for i in range(40) %}{% set n.v = n.v + n.v %}{% endfor %}{{ n.v|length }}",
    "power": "{{ (9**9**8)|string|length }}",
    "times": "{{ ('ab' * 10**9)|length }}",
    "filled": "{{ [1]|batch(1000000000, 0)|list|length }}",
    "joined by much": "{{ range(99999)|join('ab' * 99999)|length }}",
    "joined of attributes": "{{ range(99999)|join('ab' * 99999, attribute='real')|length }}",
    "replaced by much": "{{ ('a' * 99999)|replace('a', 'b' * 99999)|length }}",
    "lists kept": "{% set n = namespace(v=[]) %}{% for i in range(99999) %}{% set n.v = n.v + [range(99999)|list] %}{% endfor %}",
    "letters of a text": "{{ ('ab' * 9999999)|list|length }}",
    "a long value often": "{% set v = 'ab' * 999999 %}{% for i in range(99999) %}{{ v }}{% endfor %}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
}


# The limit may strike in a hook that a test tool has put into the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS.keys())
def test_a_template_that_would_never_end_is_stopped(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_SECONDS", 0.3)
    assert "エラー[T014]: 処理が終わりません" in refusal(tmp_path, source)


def test_more_lines_than_a_report_can_have_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_LINES", 19)
    source = "{% for i in range(10) %}\n- {{ i }}\n{% endfor %}\n"
    assert shown(render(tmp_path, source))[-1] == "9"
    assert "エラー[T014]" in refusal(tmp_path, source.replace("10", "20"))


def test_numbers_of_the_size_of_a_budget_are_multiplied_and_endless_ones_are_not(tmp_path: Path) -> None:
    assert shown(render(tmp_path, "{{ 12000 * 5000000 }}円")) == ["60000000000円"]
    squares = "{% set n = namespace(v=10) %}{% for i in range(40) %}{% set n.v = n.v * n.v %}{% endfor %}{{ n.v }}"
    assert "エラー[T014]" in refusal(tmp_path, squares)


def test_only_numbers_are_summed(tmp_path: Path) -> None:
    assert "エラー[T016]" in refusal(tmp_path, "{{ [[1], [2]]|sum(start=[])|length }}")
    assert shown(render(tmp_path, "{{ [1, 2]|sum }} {{ [1, 2]|sum(start=3) }}")) == ["3 6"]


@pytest.mark.parametrize("source", ["{{ (v ~ v)|length }}", "{{ [v, v]|join|length }}", "{{ v|replace('a', 'aa')|length }}", "{{ (v + v)|length }}"])
def test_a_text_beyond_the_limit_is_refused_even_if_it_is_not_printed(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (template_room, sandbox_room):
        monkeypatch.setattr(room, "MAX_CHARACTERS", 19)
    assert "エラー[T014]" in refusal(tmp_path, "{% set v = 'aaaaaaaaaa' %}" + source)
    assert shown(render(tmp_path, "{% set v = 'aaaaaa' %}" + source)) == ["12"]


def test_a_list_inside_lists_is_not_made_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_room, "MAX_SECONDS", 2)
    build = "{% set n = namespace(v=[1]) %}{% for i in range(40) %}{% set n.v = [n.v, n.v] %}{% endfor %}"
    for use in ("{{ n.v|string|length }}", "{{ n.v|join|length }}", "{{ (n.v ~ '')|length }}", "{{ n.v|upper }}"):
        assert "エラー[T015]" in refusal(tmp_path, build + use)


def test_a_time_limit_that_somebody_swallows_strikes_again_and_not_behind_the_block() -> None:
    with pytest.raises(TooMuch), time_limit(0.02):
        try:
            while True:
                pass
        except TooMuch:
            pass
        while True:
            pass
    with time_limit(0.05):
        pass
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        pass


def test_what_fails_because_somebody_swallowed_the_limit_is_told_as_the_limit() -> None:
    def swallow() -> None:
        end = time.monotonic() + 5
        try:
            while time.monotonic() < end:
                pass
        except TooMuch:
            raise LookupError("real") from None

    with pytest.raises(TooMuch), time_limit(0.05):
        swallow()
    with pytest.raises(LookupError), time_limit(5):
        raise LookupError("real")
