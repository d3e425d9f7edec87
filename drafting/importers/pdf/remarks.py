"""What reviewers pinned on a page: comments, stamps, form fields."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

_LINKS = (2, 16)  # FPDF_ANNOT_LINK, FPDF_ANNOT_POPUP


def remarks_of(raw: Any, page: Any) -> Iterator[str]:
    """What stands in comments, stamps and form fields: PDFium does not count it as text of the page."""
    for i in range(max(raw.FPDFPage_GetAnnotCount(page), 0)):
        note = raw.FPDFPage_GetAnnot(page, i)
        if not note:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(note) not in _LINKS:
                words = (_annotation_text(raw, note, key) for key in (b"Contents", b"V"))
                yield next((text for text in words if text.strip()), "")
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _annotation_text(raw: Any, note: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")
