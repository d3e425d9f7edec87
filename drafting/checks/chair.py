"""Do the minutes call the chair as the report will?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafting.model import Committee, Minutes
from drafting.problems import Problem, Severity

_WORDS = ("部会長", "委員長", "会長", "座長")  # not 議長: in many committees the 会長 takes the chair as that


def check_chair(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M018 minutes in which the chair is always 会長 while `chair`, which signs the report, is 委員長."""
    labels = {said.speaker for one in minutes for said in one.utterances if said.role == "委員長"}
    called = Counter(word for label in labels if "副" not in label and (word := next(filter(label.endswith, _WORDS), "")))
    if called and committee.chair in _WORDS and committee.chair not in called:
        word = called.most_common(1)[0][0]
        message = f"会議録では「{word}」ですが、答申案には「{committee.chair}」と載ります。「{word}」なら、committee の chair に書いてください。"
        yield Problem("M018", message, committee.place, Severity.WARNING)
