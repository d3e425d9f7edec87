"""A template looked at before it is used: does it compile, are its names known, are braces half-width?"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateError as JinjaError

from drafting.problems import Place, Problem, Severity, did_you_mean
from drafting.render.sandbox import Sandbox
from drafting.render.template import Loader, read_template
from drafting.render.values import Values
from drafting.views import Report

_FULL_WIDTH_BRACES = re.compile("[｛{][｛％]|｛[%{]")


def lint_template(path: Path, name: str) -> list[Problem]:
    """All that can be told of a template without running it."""
    text = read_template(path, name)
    found = full_width_braces(text, name)
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


def full_width_braces(text: str, name: str) -> list[Problem]:
    """T017, a warning for each ｛｛ and ｛％: they are printed as they stand."""
    found = []
    for match in _FULL_WIDTH_BRACES.finditer(text):
        line, column = _position(text, match.start())
        message = "全角の「｛」はそのまま印刷されます。値を入れるなら半角の「{{ }}」で書いてください。"
        found.append(Problem("T017", message, Place(name, line, column), Severity.WARNING))
    return found


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
