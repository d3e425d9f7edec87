"""Do the heads of the minutes agree with one another: sessions and dates in order, agenda known?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafting.model import Minutes
from drafting.problems import Problem, Severity


def check_meetings(minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M001 a later session with an earlier date, M002 an utterance under an unknown item."""
    dated = [one.meeting for one in minutes if one.meeting.session is not None and one.meeting.date]
    dated.sort(key=lambda meeting: meeting.session or 0)
    for before, after in pairwise(dated):
        if before.date and after.date and after.date < before.date:
            message = f"第{after.session}回の開催日が第{before.session}回より前です。日付か回を確かめてください。"
            yield Problem("M001", message, after.place, Severity.WARNING)
    for one in minutes:
        numbers = {item.number for item in one.meeting.agenda}
        for said in one.utterances:
            if said.agenda is not None and numbers and said.agenda not in numbers:
                message = f"議題 {said.agenda} は meeting の agenda にありません。番号を確かめてください。"
                yield Problem("M002", message, said.place, Severity.WARNING)
