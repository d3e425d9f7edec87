"""Random tests draw the same cases on every machine, so that a red run can be run again."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("stable", derandomize=True, deadline=None, max_examples=150)
settings.load_profile("stable")
