"""Marks around the words of every speech of a file: they belong to its layout, not to what was said."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.japanese import is_wrapped

_BULLETS = "・･•-－"


def without_marks(texts: Sequence[str]) -> list[str]:
    """The texts of all speeches without 「」 around (nearly) each, and without 「・」 before each that is one point."""
    return _without_bullets(_without_quotation_marks(texts))


def _without_quotation_marks(texts: Sequence[str]) -> list[str]:
    quoted = sum(map(is_wrapped, texts))
    if quoted < 2 or quoted * 10 < len(texts) * 9:
        return list(texts)
    return [text[1:-1] if is_wrapped(text) else text for text in texts]


def _without_bullets(texts: list[str]) -> list[str]:
    spoken = [text for text in texts if text.strip()]
    mark = spoken[0][:1] if spoken else ""
    if len(spoken) < 2 or mark not in _BULLETS or any(text[:1] != mark or f"\n{mark}" in text for text in spoken):
        return texts
    return [text[1:].lstrip(" \u3000") for text in texts]
