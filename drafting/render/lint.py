"""A template looked at before it is used: does it compile, are its names known, are braces half-width?"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateError as JinjaError

from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, Severity, did_you_mean
from drafting.render.sandbox import Sandbox
from drafting.render.template import Loader, read_template
from drafting.render.values import Values
from drafting.views import Report

_COMMENT = lazy_pattern(r"\{#.*?#\}", re.DOTALL)
_SIGNS = (
    (lazy_pattern("^ {0,3}([#＃]*＃)", re.MULTILINE), "見出しの「＃」が全角なので、そのまま印刷されます。半角の「# 」で書いてください。"),
    (
        lazy_pattern("^ {0,3}(#{1,6})(?=[^#＃ \\t\\n}])", re.MULTILINE),
        "「#」の後に半角の空白がないので、見出しにならず、そのまま印刷されます。「# 見出し」のように空けてください。",
    ),
    (
        lazy_pattern("^ {0,3}((?=[:：]*：)[:：]{3,})", re.MULTILINE),
        "囲みの「：」が全角なので、そのまま印刷されます。半角の「:::」で書いてください。",
    ),
)
_BOX = lazy_pattern(r" {0,3}(:{3,})[ \t]*(.*?)[ \t]*")
_FULL_WIDTH_BRACES = lazy_pattern("[｛{][｛％]|｛[%{]")


def lint_template(path: Path, name: str) -> list[Problem]:
    """All that can be told of a template without running it."""
    text = read_template(path, name)
    found = misprints(text, name)
    known = Report._fields
    environment = Sandbox(Loader(path.parent, ""), Values(), known)
    try:
        environment.compile(text, path.name, str(path))
        tree = environment.parse(text)
        # A name set in one branch and used in another is undeclared to Jinja, and right when it runs.
        assigned = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        unknown = meta.find_undeclared_variables(tree) - set(known) - assigned - {"range", "namespace"}
    except (JinjaError, RecursionError, MemoryError) as error:
        from drafting.render.errors import explain

        problem = explain(error, Place(path.name), path.parent, "", known)
        return [*found, Problem(problem.code, problem.message, problem.place._replace(file=name))]
    for word in sorted(unknown):
        at = re.search(rf"\{{[{{%][^}}%]*\b{re.escape(word)}\b", text)
        line, column = _position(text, at.start() if at else 0)
        message = f"「{word}」という値はありません。{did_you_mean(word, known)}"
        found.append(Problem("T011", message, Place(name, line, column)))
    return found


def misprints(text: str, name: str) -> list[Problem]:
    """T017, a warning for each ｛｛ and ｛％, and T018 for each sign of a heading or a box, that is printed as it stands."""
    text = _COMMENT.sub(lambda match: re.sub("[^\n]", " ", match[0]), text)
    braces = "全角の「｛」はそのまま印刷されます。値を入れるなら半角の「{{ }}」で書いてください。"
    found = [_warning("T017", braces, text, match.start(), name) for match in _FULL_WIDTH_BRACES.finditer(text)]
    for sign, message in _SIGNS:
        found += [_warning("T018", message, text, match.start(1), name) for match in sign.finditer(text)]
    return found


def unclosed_boxes(markdown: str, text: str, name: str) -> list[Problem]:
    """T019, a warning for each `:::` of what a template printed whose other half is missing: styles would run on.

    `text` is the template, where the place is looked for.
    """
    found: list[_Box] = []
    opened: list[_Box] = []
    counts: Counter[tuple[str, str]] = Counter()
    for line in markdown.split("\n"):
        match = _BOX.fullmatch(line) if ":::" in line else None
        if match is None:
            continue
        signs, box = match[1], match[2]
        if box:
            if opened and len(opened[-1].signs) <= len(signs):
                found.append(opened.pop())
            opened.append(_Box(signs, box, counts[signs, box]))
            counts[signs, box] += 1
        elif fits := [i for i, outer in enumerate(opened) if len(outer.signs) <= len(signs)]:
            del opened[fits[0] :]
        else:
            found.append(_Box(signs, "", 0))
    return list(dict.fromkeys(_half(half, counts[half.signs, half.name], text, name) for half in (*found, *opened)))


class _Box(NamedTuple):
    """A box that was opened, and how many like it were opened before."""

    signs: str
    name: str
    before: int


def _half(half: _Box, printed: int, text: str, name: str) -> Problem:
    """The problem at the line that opened the box; at the first like it where a loop prints one line several times."""
    signs, box, before = half
    if not box:
        message = f"「{signs}」が余っているか、始まりの「{signs} 名前」がありません。囲みの始まりと終わりを確かめてください。"
        return Problem("T019", message, Place(name), Severity.WARNING)
    like = [match.start() for match in re.finditer(rf"^ {{0,3}}{signs}[ \t]*{re.escape(box)}[ \t]*(?:$|{{)", text, re.MULTILINE)]
    at = like[before if len(like) == printed else 0] if like else 0
    message = (
        f"囲み「{signs} {box}」が閉じていません。終わりに「{signs}」の行を書いてください（中に囲みを入れるときは、外側の「:」を1つ増やします）。"
    )
    return _warning("T019", message, text, at, name)


def _warning(code: str, message: str, text: str, index: int, name: str) -> Problem:
    return Problem(code, message, Place(name, *_position(text, index)), Severity.WARNING)


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
