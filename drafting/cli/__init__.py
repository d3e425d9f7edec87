"""The command line: the only room that knows click, the clock and print."""

from drafting.cli.app import main

__all__ = ["main"]
