"""Importers: the minutes of any city, as text, → `Minutes` (rows → layout → record)."""

from __future__ import annotations

from drafting.importers.assemble import Imported, import_minutes, import_rows
from drafting.importers.layouts import LAYOUTS
from drafting.importers.rows import Row

__all__ = ["LAYOUTS", "Imported", "Row", "import_minutes", "import_rows"]
