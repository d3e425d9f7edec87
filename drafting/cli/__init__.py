"""The command line: the only room that knows click, the clock and print."""

from drafting.cli.app import main, start

__all__ = ["main", "start"]
