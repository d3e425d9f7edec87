"""Where what a new workspace is made of lies."""

from __future__ import annotations

from pathlib import Path

import drafting

_PACKAGE = Path(drafting.__file__).parent
INPUTS = _PACKAGE / "starter" / "inputs"


def starter_templates() -> Path:
    """The folder of our templates: beside the package in a checkout, in it when installed."""
    inside = _PACKAGE / "starter" / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"
