"""YAML files of the workspace: the only room that knows a YAML parser.

Reading and writing are here; edits are in `yamlfile.edit` and `yamlfile.items`, which only
editing needs.
"""

from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, parse, place_of
from drafting.yamlfile.text import block_text, quote_text
from drafting.yamlfile.typed import scan_typing

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "block_text", "parse", "place_of", "quote_text", "scan_typing"]
