"""What is not known yet: the ○○ that the draft will show, and candidates not yet decided."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.model import Committee, Recommendations
from drafting.problems import Place, Problem, Severity
from drafting.workspace import COMMITTEE

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
    for key in ("introduction", "principles", "closing"):
        if "○○" in getattr(committee.texts, key):
            yield _marked(at, f"texts の {key}")
    for member in committee.members:
        if "○○" in member.name:
            yield _marked(at, "委員名簿")
    for item in recommendations.items:
        if "○○" in item.title + item.body:
            yield _marked(item.place, item.id)
        if item.status == "候補":
            message = f"{item.id} はまだ候補です。載せると決めたら status を「検討中」か「確定」にしてください。"
            yield Problem("P003", message, item.place, Severity.WARNING)


def _marked(place: Place, where: str) -> Problem:
    return Problem("P002", f"{where}に「○○」が残っています。分かったら書き直してください。", place, Severity.WARNING)
