"""What is not known yet: the ○○ that the draft will show, and candidates not yet decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from drafting.checks.texts import WrittenText, report_texts
from drafting.model import Committee, Recommendations
from drafting.problems import Place, Problem, Severity
from drafting.workspace import COMMITTEE

# Two circles, or one where a date or a number misses a figure; a list may begin with one (○ 窓口)
_OPEN = re.compile("[^、。「」（）()\\s○]{0,6}(?:○[ \u3000]*){2,}[^、。「」（）()\\s]{0,6}|[^、。\\s]{0,6}○(?=[年月日号回])[^、。「」\\s]{0,8}")
_FIELDS = (
    ("letter", "date", "答申の日", "「2026-03-26」のように"),
    ("letter", "number", "答申の文書番号", "（番号がなければ「なし」と）"),
    ("letter", "addressee_name", "宛名の氏名（市長名）", ""),
    ("letter", "chair_name", "委員長の氏名", ""),
    ("consultation", "date", "諮問の日", "「2025-11-28」のように"),
    ("consultation", "number", "諮問の文書番号", "（番号がなければ「なし」と）"),
)


def check_open_points(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """P001 a fact that is missing, P002 a ○○ in a text, P003 a candidate (候補)."""
    at = committee.place if committee.place.file else Place(COMMITTEE)
    for part, name, what, how in _FIELDS:
        if not getattr(getattr(committee, part), name):
            message = f"{what}が未入力です。答申案には○○と載ります。分かったら {part} の {name} に{how}書いてください。"
            yield Problem("P001", message, at, Severity.WARNING)
    for text in report_texts(committee, recommendations):
        if "○" in text.words:
            yield from _marked(text)
    for name, values in (("letter", committee.letter), ("consultation", committee.consultation)):
        for field in fields(values):
            if found := _OPEN.search(str(getattr(values, field.name))):
                yield Problem("P002", _message(f"{name} の {field.name}", found[0]), at, Severity.WARNING)
    for member in committee.members:
        if "○○" in member.name:
            yield Problem("P002", _message("委員名簿", member.name), member.place if member.place.file else at, Severity.WARNING)
    for item in recommendations.items:
        if item.status == "候補":
            message = f"{item.id} はまだ候補です。載せると決めたら status を「検討中」か「確定」にしてください。"
            yield Problem("P003", message, item.place, Severity.WARNING)


def _marked(text: WrittenText) -> Iterator[Problem]:
    """One for each line that has something open: a date has three (令和○年○月○日)."""
    for line in re.finditer(".+", text.words):
        if found := _OPEN.search(line[0]):
            index = line.start() + found.start()
            yield Problem("P002", _message(text.name, found[0]), text.place.within(text.words, index), Severity.WARNING)


def _message(where: str, words: str) -> str:
    return f"{where}に「{words}」が残っています。分かったら書き直してください。"
