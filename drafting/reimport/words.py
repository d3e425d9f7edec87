"""Which words of a text were changed: clause by clause, as a clerk would read them out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_CLAUSE = re.compile(r"[^。、！？\n]*[。、！？\n]|[^。、！？\n]+")


def changed_words(old: str, new: str) -> list[tuple[str, str]]:
    """The clauses that differ, old and new, in order; "" where there is nothing on one side.

    What is equal at both ends of the texts is set aside first, so that a small change in a long
    speech costs no more than reading it.
    """
    before, after = _CLAUSE.findall(old), _CLAUSE.findall(new)
    head = tail = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    steps = SequenceMatcher(None, before, after).get_opcodes()
    return [
        ("".join(before[i:stop]).strip("\n"), "".join(after[j:end]).strip("\n"))
        for step, i, stop, j, end in steps
        if step != "equal"
    ]
