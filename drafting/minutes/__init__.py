"""Minutes YAML ⇄ `Minutes`: what `import` writes and the secretariat corrects by hand."""

from drafting.minutes.reading import read_minutes
from drafting.minutes.schema import SCHEMA

__all__ = ["SCHEMA", "read_minutes"]
