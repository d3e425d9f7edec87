"""Is there anything in the minutes that the speakers should be asked about?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.model import Minutes
from drafting.problems import Problem, Severity
from drafting.slips import find_slips

_SHOWN = 50


def check_slips(minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """S001… a suspected slip of what was said, at its utterance."""
    for one in minutes:
        for slip in find_slips(one):
            words = slip.words if len(slip.words) <= _SHOWN else slip.words[:_SHOWN] + "…"
            cure = f"「{slip.proposal}」ではないか、" if slip.proposal and len(slip.proposal) <= _SHOWN else ""
            message = f"{slip.reference}「{words}」: {slip.suspicion}{cure}発言者に確かめ、誤りなら reading に正しい読みを書いてください。"
            yield Problem(slip.code, message, slip.place, Severity.WARNING)
