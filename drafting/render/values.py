"""Values travel beside the Markdown, not through it.

A template prints a value as a short placeholder of private-use characters and the value
itself goes into a table; it is put back after the Markdown is parsed. So no text of a clerk
can be read as markup, and the address of a text reaches the output.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.patterns import lazy_pattern

_OPEN, _CLOSE, _ZERO = "\U000f0000", "\U000f0001", 0xF0010
RESERVED = lazy_pattern("[\U000f0000-\U000f001f]")
_PLACEHOLDER = lazy_pattern("\U000f0000([\U000f0010-\U000f001f]+)\U000f0001")
_TO_HEX = {_ZERO + digit: "0123456789abcdef"[digit] for digit in range(16)}
_FROM_HEX = {ord("0123456789abcdef"[digit]): _ZERO + digit for digit in range(16)}


class Ref(str):
    """The id of a block whose number is to be printed here (filter `ref`)."""


class Mark(str):
    """The id that the block holding it takes (filter `mark`)."""


class Values:
    """The table of one render: `put` gives a placeholder, `split` takes a text apart."""

    def __init__(self) -> None:
        self._values: list[str] = []
        self._seen = bytearray()  # 1 where the value of this index has been given back

    def put(self, value: str) -> str:
        """The placeholder that stands for `value`."""
        self._values.append(value)
        self._seen.append(0)
        return _OPEN + f"{len(self._values) - 1:x}".translate(_FROM_HEX) + _CLOSE

    def split(self, text: str) -> Iterator[tuple[str, str | None]]:
        """The pieces of a text in order: (template text, None) or ("", value)."""
        end = 0
        for match in _PLACEHOLDER.finditer(text):
            if match.start() > end:
                yield text[end : match.start()], None
            index = int(match[1].translate(_TO_HEX), 16)
            self._seen[index] = 1
            yield "", self._values[index]
            end = match.end()
        if end < len(text):
            yield text[end:], None

    def only(self, text: str) -> str | None:
        """The value if the text is one placeholder and nothing else."""
        match = _PLACEHOLDER.fullmatch(text)
        if match is None:
            return None
        index = int(match[1].translate(_TO_HEX), 16)
        self._seen[index] = 1
        return self._values[index]

    def unprinted(self) -> list[str]:
        """Values that a template printed and that no block shows: never empty but by a bug."""
        return [value for value, seen in zip(self._values, self._seen, strict=True) if value and not seen]
