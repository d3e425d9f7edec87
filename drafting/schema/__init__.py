"""What the YAML files may hold, said once as data. Nothing here knows which files there are."""

from drafting.schema.item import Item
from drafting.schema.kinds import Day, Key, Kind, ListOf, Number, Record, Switch, Text, TextOr, TextOrList, Whole
from drafting.schema.reading import read, report_doubled_ids

__all__ = ["Day", "Item", "Key", "Kind", "ListOf", "Number", "Record", "Switch", "Text", "TextOr", "TextOrList", "Whole", "read", "report_doubled_ids"]
