"""Minutes and a list of recommendations in, the committee's draft report out, and back again."""

__version__ = "0.1.0"
