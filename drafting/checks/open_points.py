"""What is not known yet: the ○○ that the draft will show, and candidates not yet decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.checks.placeholders import doubtful_sign, sure_sign
from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import PLACEHOLDER
from drafting.model import Committee, Minutes, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, Severity
from drafting.workspace import COMMITTEE

# Two circles, or one where a date or a number misses a figure; a list may begin with one (○ 窓口)
_OPEN = lazy_pattern("[^、。「」（）()\\s○]{0,6}(?:○[ \u3000]*){2,}[^、。「」（）()\\s]{0,6}|[^、。\\s]{0,6}○(?=[年月日号回])[^、。「」\\s]{0,8}")
EXAMPLE = "（記入例）"  # what `init` writes where the clerk's words belong
_MARK = lazy_pattern(f"[○〇◯{EXAMPLE[0]}](?:(?<!{EXAMPLE[0]})|{EXAMPLE[1:]})")  # ○ or （記入例）: one of them is in whatever is open, but for the signs of `placeholders`
_EXAMPLE_TEXT = lazy_pattern(rf"(?<!\S){EXAMPLE}")  # not 申請書（記入例）, which is a form
_FIELDS = (
    ("letter", "date", "答申の日", "「2026-03-26」のように"),
    ("letter", "number", "答申の文書番号", "（番号がなければ「なし」と）"),
    ("letter", "addressee_name", "宛名の氏名（市長名）", ""),
    ("letter", "chair_name", "委員長の氏名", ""),
    ("consultation", "date", "諮問の日", "「2025-11-28」のように"),
    ("consultation", "number", "諮問の文書番号", "（番号がなければ「なし」と）"),
)


def check_open_points(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes] = ()
) -> Iterator[Problem]:
    """P001 a fact that is missing, P002 a ○○ or words of the example in a text, P003 a candidate (候補)."""
    yield from _missing(committee)
    yield from _meetings(committee, minutes)
    yield from check_marks(committee, recommendations)
    for item in recommendations.items:
        if item.status == "候補":
            message = f"{item.id} はまだ候補です。載せると決めたら status を「検討中」か「確定」にしてください。"
            yield Problem("P003", message, item.place, Severity.WARNING)


def check_marks(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """P002 for each ○○ and each word of the example (（記入例）) in what the report prints."""
    for text in report_texts(committee, recommendations):
        yield from _marked(text)
    for where, words, place in _facts(committee):
        if found := _open(words):
            yield Problem("P002", _message(where, found[0]), place if place.file else _file(committee), Severity.WARNING)


def check_examples(committee: Committee, recommendations: Recommendations) -> Iterator[Problem]:
    """Of `check_marks` the words of the example alone: they are in no copy that anybody wants to hand out."""
    return (problem for problem in check_marks(committee, recommendations) if EXAMPLE in problem.message)


def _file(committee: Committee) -> Place:
    return committee.place if committee.place.file else Place(COMMITTEE)


def _missing(committee: Committee) -> Iterator[Problem]:
    fields: tuple[tuple[str, str, str, str], ...] = _FIELDS
    if not committee.letter.addressee_title and not committee.city:
        fields = (*_FIELDS[:2], ("letter", "addressee_title", "宛名の職名（市長など）", "「甲市長」のように"), *_FIELDS[2:])
    for part, name, what, how in fields:
        if not getattr(getattr(committee, part), name):
            message = f"{what}が未入力です。答申案には○○と載ります。分かったら {part} の {name} に{how}書いてください。"
            yield Problem("P001", message, committee.places.get(part, _file(committee)), Severity.WARNING)


def _meetings(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """P001 for a meeting whose date or place neither its minutes nor committee.yaml say."""
    said = {each.session: each for each in committee.meetings}
    wanted = (("date", "開催日"), ("place_held", "開催場所"))
    for meeting in (one.meeting for one in minutes):
        more = said.get(meeting.session)
        for name, what in wanted if "schedule" not in committee.parts_off else ():
            if not getattr(meeting, name) and not (more and getattr(more, name)):
                label = f"第{meeting.session}回" if meeting.session else f"会議「{meeting.id}」"
                key = name.removesuffix("_held")
                message = f"{label}の{what}が未入力です。答申案には○○と載ります。分かったら meeting の {key} に書いてください。"
                yield Problem("P001", message, meeting.place, Severity.WARNING)


def _facts(committee: Committee) -> Iterator[tuple[str, str, Place]]:
    """What else of the file is printed, how a message names it, and where it stands if that is known."""
    def place(part: str, key: str) -> Place:
        return committee.places.get(f"{part}.{key}", committee.place)

    for key in ("name", "city"):
        yield f"committee の {key}", getattr(committee, key), place("committee", key)
    for part in ("letter", "consultation"):
        for key in ("title", "number", "basis", "items", "reason", "addressee_title", "addressee_name", "chair_name"):
            yield f"{part} の {key}", getattr(getattr(committee, part), key, ""), place(part, key)
    for each in committee.members:
        yield "委員名簿", f"{each.name}\n{each.affiliation}\n{each.category}\n{each.note}", each.place
    for meeting in committee.meetings:
        label = f"meetings の第{meeting.session}回" if meeting.session else "meetings"
        yield label, "\n".join((meeting.place_held, *meeting.agenda, meeting.note)), meeting.place


def example_in(words: str) -> re.Match[str] | None:
    """The mark of the words of the example, where a text begins with it."""
    return _EXAMPLE_TEXT.search(words) if EXAMPLE in words else None


def _open(words: str) -> re.Match[str] | None:
    """What is open in a line, with the words around it."""
    if found := example_in(words):
        return found
    if "○" not in words and not PLACEHOLDER.search(words):
        return sure_sign(words)
    return _OPEN.search(words) or PLACEHOLDER.search(words) or sure_sign(words)


def _marked(text: WrittenText) -> Iterator[Problem]:
    """One for each line that has something open: a date has three (令和○年○月○日)."""
    if not (_MARK.search(text.words) or sure_sign(text.words) or doubtful_sign(text.words)):
        return
    for line in re.finditer(".+", text.words):
        if found := _open(line[0]):
            code, message = "P002", _message(text.name, found[0])
        elif found := doubtful_sign(line[0]):
            code, message = "P007", f"{text.name}: 「{found[0]}」は、書きかけの印かもしれません。そのままで正しいか、確かめてください。"
        else:
            continue
        yield Problem(code, message, text.place.within(text.words, line.start() + found.start()), Severity.WARNING)


def _message(where: str, words: str) -> str:
    gap = " " if where[-1].isascii() else ""
    return f"{where}{gap}に「{words}」が残っています。分かったら書き直してください。"
