"""Is a document as drafting wrote it? Programs that save one put their name and the time into its properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from drafting.word.parts import APP, CORE, app_properties


def is_own(data: bytes) -> bool:
    """True for a Word file of ours that no other program has saved since."""
    properties = undated_properties(data)
    return properties.get(APP.name) == app_properties() and b"modified" not in properties.get(CORE.name, b"modified")


def undated_properties(data: bytes) -> Mapping[str, bytes]:
    """The parts with the properties of a document that was zipped without dates, as ours are; none of another one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(entry.date_time != (1980, 1, 1, 0, 0, 0) for entry in archive.infolist()):
                return {}
            return {name: archive.read(name) for name in (APP.name, CORE.name) if name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError):
        return {}
