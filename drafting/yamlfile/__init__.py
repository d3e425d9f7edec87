"""YAML files of the workspace: the only room that knows a YAML parser."""

from drafting.yamlfile.edit import Edit, set_values
from drafting.yamlfile.items import add_item, delete_item, move_item
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, parse, place_of
from drafting.yamlfile.text import block_text, quote_text
from drafting.yamlfile.typed import scan_typing

__all__ = [
    "Edit",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "add_item",
    "block_text",
    "delete_item",
    "move_item",
    "parse",
    "place_of",
    "quote_text",
    "scan_typing",
    "set_values",
]
