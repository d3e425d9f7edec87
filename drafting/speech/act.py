"""What a sentence may do."""

from __future__ import annotations

from typing import NamedTuple

OPINION, REMARK, STATEMENT = "意見", "指摘", "説明"
QUESTION, PROCEDURE, THANKS, PRAISE, PREFACE = "質問", "議事進行", "了解・謝意", "感想", "前置き"
LEADERS = frozenset(("委員長", "副委員長"))


class Act(NamedTuple):
    """What a sentence does, and the words that tell."""

    kind: str
    reason: str
