"""Importers: the minutes of any city, whatever kind of file, → `Minutes` (rows → layout → record)."""

from __future__ import annotations

from drafting.importers.assemble import Imported, import_minutes, import_rows
from drafting.importers.layout import Layout
from drafting.importers.layouts import LAYOUTS
from drafting.importers.rows import Row
from drafting.importers.sources import source_rows

__all__ = ["LAYOUTS", "Imported", "Layout", "Row", "import_minutes", "import_rows", "source_rows"]
