"""Does what a meeting says of itself agree with the roll: who is in the chair, how many are members and how many came?"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.checks.variants import usual_letters
from drafting.japanese import half_width_digits
from drafting.model import Committee, Member, Minutes, Person
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

# Members who come or go, as a note of the roll says it
CHANGE = lazy_pattern("から|まで|以降|以前|より|[～〜~]|任期|就任|退任|辞任|辞職|離任|交[代替]|前任|後任|新任|解[任嘱]|委嘱|任命|選任|補欠|逝去|死去|途中")
_GUEST = lazy_pattern("オブザーバー?|アドバイザー?|参考人|関係者|関係機関|説明[員者]|事務局|幹事|傍聴|講師|書記|ゲスト")
_DEPUTY = lazy_pattern("代理|代わり|代読")
_HINT = lazy_pattern("[(（].*?[)）]")
_BLANKS = lazy_pattern("[ \u3000]")
_COUNTED = lazy_pattern(
    r"(?:(?<![一-鿿の])|(?<=本委員会の)|(?<=当委員会の))委員(?:の?総数|の?定数|数)?(?:は|が)?[、 ]?(\d{1,3})[名人](?:のうち|の内|中|に対し)[、 ]?(?:本日は?|現在|過半数の|半数以上の)?[、 ]?(\d{1,3})[名人]"
    r"(?:の委員)?(?:が|の|に)(?:[ごご御])?出席"
)


def is_deputy(person: Person) -> bool:
    """True for somebody who came in a member's place (代理): the roll does not know them."""
    return bool(_DEPUTY.search(f"{person.name} {person.role} {person.title}"))


def is_guest(person: Person) -> bool:
    """True for somebody who is there but is no member and stands for none."""
    return bool(_GUEST.search(person.role))


def bare_name(name: str) -> str:
    """A name without blanks, in everyday letters: 髙橋　由美 is 高橋由美."""
    return usual_letters(_BLANKS.sub("", name))


def check_attendance(committee: Committee, one: Minutes) -> Iterator[Problem]:
    """M013 another chair than the roll's, M014 numbers that were said and are not those of the roll and the head."""
    yield from _chair(committee, one)
    yield from _counted(committee, one)


def _chair(committee: Committee, one: Minutes) -> Iterator[Problem]:
    chairs = [member for member in committee.members if member.role == committee.chair]
    named = [person for person in one.meeting.members if person.role == committee.chair and not is_deputy(person)]
    if len(chairs) != 1 or len(named) != 1 or any(_tells_change(member) for member in committee.members):
        return
    name = bare_name(_HINT.sub("", named[0].name))
    others = [member for member in committee.members if member is not chairs[0] and bare_name(member.name).startswith(name)]
    if others and not bare_name(chairs[0].name).startswith(name):
        message = (
            f"この会議の{committee.chair}は「{named[0].name}」ですが、委員名簿では「{chairs[0].name}」です。どちらかの role を直してください"
            "（交代したのなら、名簿の note に「第2回から」のように書いてください）。"
        )
        yield Problem("M013", message, one.meeting.place, Severity.WARNING)


def _tells_change(member: Member) -> bool:
    return bool(CHANGE.search(member.note))


def _counted(committee: Committee, one: Minutes) -> Iterator[Problem]:
    """Somebody may come late, so fewer than the head lists are no fault; a seat that is not filled may be counted or not."""
    present, roll = sum(not is_guest(person) for person in one.meeting.members), len(committee.members)
    seats = {roll, present + len(one.meeting.absent), sum("○" not in member.name for member in committee.members)}
    for said in one.utterances:
        for found in _COUNTED.finditer(half_width_digits(said.text)):
            if int(found[1]) not in seats or int(found[2]) > present:
                message = (
                    f"「{found[0]}」とありますが、委員名簿は{roll}名、この会議の出席者（members）は{present}名、欠席者（absent）は{len(one.meeting.absent)}名です。"
                    "名簿か、出席者・欠席者を確かめてください。"
                )
                yield Problem("M014", message, said.place, Severity.WARNING)
