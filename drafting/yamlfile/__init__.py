"""YAML files of the workspace: the only room that knows a YAML parser.

Reading is here; `yamlfile.text` makes YAML of a text, `yamlfile.edit` and `yamlfile.items` are for edits.
"""

from drafting.yamlfile.composer import parse
from drafting.yamlfile.nodes import Mapping, Node, Scalar, Sequence, place_of
from drafting.yamlfile.typed import scan_typing

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse", "place_of", "scan_typing"]
