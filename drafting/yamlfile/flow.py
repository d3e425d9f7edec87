"""The items of a list written in `[ ]`: their text is taken out, put in or changed places, the
commas and whatever else stands between them stay."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from collections.abc import Sequence

from drafting.yamlfile.nodes import Sequence as SequenceNode
from drafting.yamlfile.text import quote_text

Span = tuple[int, int]


def _spans(node: SequenceNode) -> list[Span]:
    return [(item.mark.index, item.end.index) for item in node.items]


def without_item(text: str, node: SequenceNode, index: int) -> str:
    """The text with one item and one comma gone."""
    spans = _spans(node)
    if index + 1 < len(spans):
        start, end = spans[index][0], spans[index + 1][0]
    else:
        start, end = (spans[index - 1][1] if index else spans[index][0]), spans[index][1]
    return text[:start] + text[end:]


def reordered(text: str, node: SequenceNode, order: Sequence[int]) -> str:
    """The text with the items in another order, each in the place of another."""
    spans = _spans(node)
    pieces, end = [], 0
    for (start, stop), source in zip(spans, order, strict=True):
        pieces += [text[end:start], text[slice(*spans[source])]]
        end = stop
    return "".join([*pieces, text[end:]])


def with_item(text: str, node: SequenceNode, value: MappingType[str, str] | str) -> str:
    """The text with an item more behind the last one."""
    if isinstance(value, str):
        item = quote_text(value)
    else:
        item = "{" + ", ".join(f"{name}: {quote_text(text)}" for name, text in value.items()) + "}"
    at = _spans(node)[-1][1] if node.items else node.mark.index + 1
    return text[:at] + (", " if node.items else "") + item + text[at:]
