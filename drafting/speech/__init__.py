"""What a sentence of a meeting does: it asks, leads the meeting, thanks, praises, points out, or wants something.

Told by rules from how the sentence ends (the mood of a Japanese sentence stands at its end), never
by its subject. A question that proposes something (「…してはどうか」) is an opinion. Where two
readings are possible the sentence counts as an opinion: losing one is worse than asking once more.
"""

from __future__ import annotations

from drafting.speech.act import LEADERS, OPINION, PRAISE, PREFACE, PROCEDURE, QUESTION, REMARK, STATEMENT, THANKS, Act
from drafting.speech.asking import may_ask, proposal_act, question_act
from drafting.speech.endings import TAIL, bare
from drafting.speech.leading import chair_act
from drafting.speech.phrases import formula_act, preface_act
from drafting.speech.points import starts_point, states_fact
from drafting.speech.telling import other_act
from drafting.speech.wishes import stated_wish_act, wish_act

__all__ = [
    "LEADERS", "OPINION", "PRAISE", "PREFACE", "PROCEDURE", "QUESTION", "REMARK", "STATEMENT", "THANKS", "Act",
    "classify", "starts_point", "states_fact",
]  # fmt: skip


def classify(sentence: str, role: str) -> Act:
    """What a sentence does and which of its words say so. `role` is the speaker's (委員長, 委員 …)."""
    text = bare(sentence)
    tail = text[-TAIL:]
    asking = may_ask(tail)  # few do, and the patterns of those that do are dear
    return (
        formula_act(text)
        or (chair_act(text) if role in LEADERS else None)
        or preface_act(text)
        or (proposal_act(tail) if asking else None)
        or stated_wish_act(text)
        or (question_act(text, tail) if asking else None)
        or wish_act(text)
        or other_act(text, tail, sentence)
    )
