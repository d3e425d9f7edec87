"""Jinja as a template may use it: plain values, few filters, limits of size; no methods, no ways out.

Autoescape is on only to tell what the template itself wrote (`Markup`: captured blocks and
macros) from values; such text may be printed and passed on, nothing else, because every
operation on it would mix it with unescaped values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from drafting.problems import did_you_mean
from drafting.render.values import Mark, Ref, Values

MAX_CHARACTERS = 50_000_000
MAX_ITEMS = 1_000_000
MAX_NUMBER = 10**30
MAX_MADE = 100_000_000  # characters of all texts that a render makes, of those it prints; an item of a list counts as four
FILTERS = ["abs", "batch", "count", "default", "first", "groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort", "string", "sum", "trim", "unique", "upper"]
_TEXT_FILTERS = frozenset(("lower", "replace", "string", "trim", "upper"))
_LIST_FILTERS = frozenset(("batch", "groupby", "list", "slice", "sort", "unique"))
_TESTS = ["defined", "undefined", "none", "number", "string", "mapping", "sequence", "iterable", "in", "eq", "ne", "lt", "le", "gt", "ge", "odd", "even", "divisibleby", "true", "false"]


class TooMuch(Exception):
    """The template ran longer, or made more text, than any report needs."""


class _Code(CodeGenerator):
    """Sends `a ~ b` to the environment, which knows template text from values."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        self.write("environment.concat_values((")
        for child in node.nodes:
            self.visit(child, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one render: `values` takes what the template prints, `names` are those it knows."""

    code_generator_class = _Code
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, loader: BaseLoader, values: Values, names: tuple[str, ...]) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=_undefined_type(names),
            finalize=_finalizer(values),
        )
        self._made = 0
        self.filters = {name: _guarded(self.filters[name], name, self) for name in FILTERS}
        self.filters.update(ref=lambda id: Ref(_plain(id)), mark=lambda id: Mark(_plain(id)))
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}

    def charge(self, made: Any) -> Any:
        """What was made, after it was counted. Raises TooMuch where one thing or all of them are too large."""
        if isinstance(made, (str, list, tuple)):
            size = len(made) if isinstance(made, str) else 4 * len(made)
            self._made += size
            if size > MAX_CHARACTERS or self._made > MAX_MADE:
                raise TooMuch
        return made

    def concat_values(self, parts: tuple[Any, ...]) -> Any:
        return self.charge("".join(str(_printable(part)) for part in parts))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        left, right = _plain(left), _plain(right)
        if operator == "**" and (abs(left) > 1000 or abs(right) > 100):
            raise TooMuch
        sizes = [len(side) if hasattr(side, "__len__") else abs(side) for side in (left, right)]
        most = MAX_ITEMS if isinstance(left, (list, tuple)) or isinstance(right, (list, tuple)) else MAX_CHARACTERS
        if not hasattr(left, "__len__") and not hasattr(right, "__len__"):
            most = MAX_NUMBER
        if operator == "*" and sizes[0] * sizes[1] > most:
            raise TooMuch
        if operator == "+" and hasattr(left, "__len__") and sum(sizes) > most:
            raise TooMuch
        if operator == "%" and isinstance(left, str):
            raise SecurityError("%")
        return self.charge(super().call_binop(context, operator, left, right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields of our own views, and the loop's own attributes: no methods of anything."""
        if callable(value) and not isinstance(value, Undefined):
            return type(obj).__module__ == "jinja2.runtime" and attr in ("cycle", "changed")
        return super().is_safe_attribute(obj, attr, value)


def _plain(value: Any) -> Any:
    if isinstance(value, Markup):
        raise SecurityError("Markup")
    return value


def _printable(value: Any) -> Any:
    """What may become part of a text: no template text, and no list, whose inside nobody limits."""
    if isinstance(value, (list, tuple, dict)):
        raise TypeError(f"unprintable:{type(value).__name__}")
    return _plain(value)


def _guarded(function: Callable[..., Any], name: str, environment: Sandbox) -> Callable[..., Any]:
    """A filter that refuses template text and results that are too large."""

    check = _printable if name in _TEXT_FILTERS else _plain

    def guarded(*arguments: Any, **options: Any) -> Any:
        for argument in (*arguments, *options.values()):
            check(argument)
            too_long = name in _LIST_FILTERS and isinstance(argument, str) and len(argument) > MAX_ITEMS
            if too_long or (isinstance(argument, int) and argument > MAX_ITEMS):
                raise TooMuch
        if name == "join":
            arguments, options = _joined(environment, *arguments, **options), {}
        elif name == "replace":
            _refuse_growth(*arguments[1:], **options)
        elif name == "sum" and not isinstance(options.get("start", (*arguments, 0, 0, 0)[3]), (int, float)):
            raise TypeError("sum of what are no numbers")
        return environment.charge(function(*arguments, **options))

    for mark in ("jinja_pass_arg",):
        if hasattr(function, mark):
            setattr(guarded, mark, getattr(function, mark))
    guarded.__name__ = name
    return guarded


def _joined(environment: Sandbox, context: Any, items: Any, d: str = "", attribute: Any = None) -> tuple[Any, ...]:
    """The arguments of a join, once it is known that the text will not be too long."""
    parts = [_printable(item) for item in (map(make_attrgetter(environment, attribute), items) if attribute else items)]
    if sum(len(str(part)) + len(str(d)) for part in parts) > MAX_CHARACTERS:
        raise TooMuch
    return (context, parts, d)


def _refuse_growth(text: object, old: object, new: object, count: object = None) -> None:
    """Raises TooMuch before a replacement makes a text too long."""
    if str(text).count(str(old)) * len(str(new)) > MAX_CHARACTERS:
        raise TooMuch


def _finalizer(values: Values) -> Callable[[Context, Any], Any]:
    printed = 0

    @pass_context  # marked so, Jinja does not call it while compiling
    def finalize(context: Context, value: Any) -> Any:
        nonlocal printed
        if isinstance(value, str) and not isinstance(value, Markup):
            printed += len(value)  # the page holds a placeholder, however long the value is
            if printed > MAX_MADE:
                raise TooMuch
        if isinstance(value, str):
            return value if isinstance(value, Markup) else Markup(values.put(value))
        if isinstance(value, Undefined):
            return str(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return Markup(values.put(str(value)))
        raise TypeError(f"unprintable:{type(value).__name__}")

    return finalize


def _undefined_type(names: tuple[str, ...]) -> type[StrictUndefined]:
    class Unknown(StrictUndefined):
        @property
        def _undefined_message(self) -> str:
            name, owner = self._undefined_name, self._undefined_obj
            if isinstance(owner, tuple) and hasattr(owner, "_fields"):
                known: tuple[str, ...] = owner._fields
            elif isinstance(owner, Mapping):
                known = tuple(map(str, owner))
            else:
                known = names if type(owner).__name__ == "_MissingType" else ()
            return f"「{name}」という値はありません。{did_you_mean(str(name), known)}"

    return Unknown
