"""The schemas of the YAML files as JSON Schema (draft 2020-12), so that an editor completes and explains.

An editor resolves scalars by YAML 1.2 before it validates: a text may arrive as a number or a
boolean (010, true), which our own reader takes as typed. So a text is any scalar here.
"""

from __future__ import annotations

from typing import Any

from drafting.schema import Day, Key, Kind, ListOf, Number, Record, Switch, Text, TextOr, TextOrList, Whole


def json_schema(kind: Kind, title: str) -> dict[str, Any]:
    """The JSON Schema of a whole file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | _schema(kind)


def _schema(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Text):
        return _text(kind)
    if isinstance(kind, Whole):
        return {"type": "integer", "minimum": 0}
    if isinstance(kind, Number):
        return {"type": "number", "minimum": kind.least, "maximum": kind.most, "multipleOf": kind.step}
    if isinstance(kind, Day):
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if isinstance(kind, Switch):
        return {"enum": [True, False, "はい", "いいえ", "する", "しない", "yes", "no", "on", "off"]}
    if isinstance(kind, ListOf):
        return {"type": "array", "items": _schema(kind.item)}
    if isinstance(kind, TextOr):
        bare = _schema(kind.record.by_name[kind.key].kind)
        return {"anyOf": [bare, _schema(kind.record)]}
    if isinstance(kind, TextOrList):
        return {"anyOf": [_schema(kind.text), _schema(kind.items)]}
    return _record(kind)


def _text(kind: Text) -> dict[str, Any]:
    if kind.choices:
        return {"enum": list(kind.choices)}
    if kind.pattern:
        return {"type": ["string", "number"], "pattern": f"^(?:{kind.pattern})$"}
    return {"type": ["string", "number", "boolean"]}


def _record(kind: Record) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _property(key) for key in kind.keys},
    }
    if required := [key.name for key in kind.keys if key.required]:
        found["required"] = required
    return found


def _property(key: Key) -> dict[str, Any]:
    schema = _schema(key.kind)
    if not key.required:
        schema = {"anyOf": [schema, {"type": "null"}]}
    elif isinstance(key.kind, Text) and not key.kind.choices:
        schema["minLength"] = 1
    told = {"title": key.title} if key.title else {}
    if key.description:
        told["description"] = key.description
    return told | schema
