"""Are the members of the roll those who were present or absent at each meeting?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.checks.attendance import CHANGE, bare_name, check_attendance, is_deputy, is_guest
from drafting.checks.variants import usual_letters
from drafting.model import Committee, Minutes
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_HINT = lazy_pattern("[(（](.*?)[)）]")
_BLANKS = lazy_pattern("[ \u3000]")
_NOBODY = lazy_pattern("[○〇◯●△]|欠員|空席|未定|未選任|選任中|選考中|調整中|募集|公募")


def check_roll(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M005 somebody at a meeting whom the roll does not know, or of the roll whom no list of a meeting names; M009 as `_twice`;
    M013 and M014 as `check_attendance`. Meetings whose head names no member say nothing.
    """
    yield from _twice(committee)
    for one in minutes:
        if committee.members and (one.meeting.members or one.meeting.absent):
            yield from _compared(committee, one)
            yield from check_attendance(committee, one)


def _compared(committee: Committee, one: Minutes) -> Iterator[Problem]:
    """A ○○ of the roll may be anybody, a deputy stands for one of it, and who comes or goes may have been nowhere."""
    known = [_BLANKS.sub("", member.name) for member in committee.members if "○" not in member.name]
    changing = {_BLANKS.sub("", member.name) for member in committee.members if CHANGE.search(member.note)}
    everybody = [(_BLANKS.sub("", person.name), is_deputy(person)) for person in (*one.meeting.members, *one.meeting.absent) if not is_guest(person)]
    people = [name for name, deputy in everybody if not deputy or any(_is_same(name, other) for other in known)]
    missing, strange = _match(known, [name for name in people if "○" not in name])
    missing = [name for name in missing if name not in changing]
    unnamed = sum("○" in name for name in people) + len(everybody) - len(people)
    if len(strange) > len(committee.members) - len(known):
        message = f"委員名簿にない人がいます（{'、'.join(strange)}）。名簿か、この会議の members・absent を直してください。"
        yield Problem("M005", message, one.meeting.place, Severity.WARNING)
    if len(missing) > unnamed:
        message = f"委員名簿の{'、'.join(missing)}が、この会議の出席者にも欠席者にもいません。欠席なら absent に書いてください。"
        yield Problem("M005", message, one.meeting.place, Severity.WARNING)


def _twice(committee: Committee) -> Iterator[Problem]:
    """M009 for a second chair, unless a note says how, and for a name that stands twice, unless it is of nobody yet."""
    chair, seen = None, set[str]()
    for member in committee.members:
        name = bare_name(member.name)
        if member.role == committee.chair:
            if chair and not (chair.note or member.note):
                message = f"委員名簿に{committee.chair}が2人います（{chair.name}と{member.name}）。role を確かめてください。"
                yield Problem("M009", message, member.place, Severity.WARNING)
            chair = chair or member
        if name in seen and not _NOBODY.search(name):
            message = f"委員名簿に「{member.name}」が2回あります。片方を直すか、消してください。"
            yield Problem("M009", message, member.place, Severity.WARNING)
        seen.add(name)


def _match(roll: Sequence[str], people: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names of each side that no name of the other stands for: minutes often have surnames only."""
    missing, strange = list(roll), []
    for name in sorted(people, key=len, reverse=True):
        found = next((other for other in missing if other == name), None) or next(
            (other for other in missing if _is_same(name, other)), None
        )
        if found:
            missing.remove(found)
        else:
            strange.append(name)
    return missing, strange


def _is_same(name: str, other: str) -> bool:
    """True if the names may be of one person: 森 and 森花子, 山本(あ) and 山本あきこ, 髙橋 and 高橋."""
    name, other = usual_letters(name), usual_letters(other)
    surname, hint = _HINT.sub("", name), _HINT.search(name)
    whole, other_hint = _HINT.sub("", other), _HINT.search(other)
    if hint and other_hint:
        return False
    if other_hint:
        return _is_same(other, name)
    if not hint:
        return whole.startswith(surname) or surname.startswith(whole)
    rest = whole.removeprefix(surname)
    # A hint in kana says nothing of a given name in other letters
    return whole.startswith(surname) and (not rest or rest.startswith(hint[1]) or _is_kana(hint[1]) != _is_kana(rest[0]))


def _is_kana(text: str) -> bool:
    return all("\u3041" <= letter <= "\u30ff" for letter in text)
