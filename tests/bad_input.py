"""The collection of bad input beside the project: its cases, as pytest wants them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafting.yamlfile import Mapping, Scalar, Sequence, parse

BAD_INPUT = Path(__file__).parents[2] / "shared/bad-input"


def plain(node: Any) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(child) for name, child in node.entries.items()} if isinstance(node, Mapping) else None


def cases(command: str, *groups: str) -> list[Any]:
    """The cases of the manifest for one command, of some groups or of all; none where the collection is not at hand."""
    path = BAD_INPUT / "manifest.yaml"
    if not path.exists():
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"{path} is not on this machine"))]
    found = plain(parse(path.read_text(encoding="utf-8"), "manifest"))["cases"]
    kept = [case for case in found if case["cmd"] == command and (not groups or case["group"] in groups)]
    assert kept
    return [pytest.param(case, id=f"{case['id']} {case['title'][:40]}") for case in kept]
