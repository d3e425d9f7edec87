"""The people whom the head of the minutes names: a label that is one of them is a speaker, with a role."""

from __future__ import annotations

import re

from drafting.importers.roles import CHAIR, EXPLAINER, MAYOR, MEMBER, SECRETARIAT, UNKNOWN, role_of
from drafting.model import Meeting, Person

_SUPERINTENDENT = re.compile("教育長(?:[(（][^()（）]*[)）])?$|教育長[ \u3000(（]")
_BOARD = re.compile("(?:[市町村区県都道府合]|^)教育委員会(?:の?会議)?$")
_HONORED = re.compile("(?:氏|さん|様|先生)$")
_BEHIND = re.compile("(?:[ \u3000]*(?:氏|さん|様|君|先生))$|[(（][^()（）]*[)）]$")
_BLANKS = re.compile("[ \u3000]+")
_CHAIR_OF_BODY = re.compile("([^()（）。、]+(?:協議会|連絡会|連合会)|[^()（）。、]*(?:連盟|協会|組合|商工会|振興会|婦人会|女性会|老人会|長寿会|育成会|クラブ|会議所|ＰＴＡ|PTA))[ \u3000]?(?:会長|委員長|議長)")
_SENDS = re.compile("(?:会|組合|協会|連盟|クラブ|ＰＴＡ|PTA|会社|病院|学校|大学|社協)$")
_LONGEST_SURNAME = 3
_SHORTEST_TITLE, _LONGEST_TITLE = 5, 120
_TITLE_SIGNS = re.compile("[ \t\u3000「」『』]")
_BEFORE_TITLE = re.compile(
    "^[ \t\u3000・○●■□◇◆]*(?:[〈＜《【［〔][^〈〉＜＞《》【】［］〔〕]{2,10}[〉＞》】］〕][ \u3000]*)?"
    "(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]|[ア-ン])(?:[)）.．、]|[ \u3000])[ \u3000]*|[①-⑳][)）.．、 \u3000]*)?"
)


class Names:
    """Names and surnames of one meeting with the roles behind them."""

    def __init__(self, meeting: Meeting | None = None) -> None:
        self._roles: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._offices: dict[str, str] = {}
        self._is_board = meeting is not None and bool(_BOARD.search(meeting.committee))
        self._committee = _BLANKS.sub("", meeting.committee) if meeting else ""
        self._is_joint_board = meeting is not None and "総合教育会議" in meeting.committee
        self._has_chair = meeting is not None and any(person.role == CHAIR for person in meeting.members)
        self._titles = frozenset(_TITLE_SIGNS.sub("", item.title) for item in meeting.agenda if len(item.title) >= _SHORTEST_TITLE) if meeting else frozenset()
        if meeting:
            self._offices = {person.department: role for people, role in ((meeting.others, EXPLAINER), (meeting.secretariat, SECRETARIAT)) for person in people if person.department}
            self._offices |= _bodies(meeting.members)
            self._add(meeting.members, MEMBER)
            self._add(meeting.secretariat, SECRETARIAT)
            self._add(meeting.others, EXPLAINER)

    def _add(self, people: tuple[Person, ...], otherwise: str) -> None:
        for person in people:
            role = person.role if person.role and person.role != UNKNOWN else otherwise
            titled = {form + _BLANKS.sub("", person.title) for form in _forms(person.name)} if person.title else set()
            if person.title and role_of(person.title) == UNKNOWN:
                # 「学長」 tells no role by itself, and whoever holds it in the head stands on one side.
                self._held[person.title] = role if self._held.get(person.title, role) == role else UNKNOWN
            for name in _forms(person.name) | titled:
                # Two people of one surname must not lend one another their role.
                known = self._roles.setdefault(name, role)
                if known != role:
                    self._roles[name] = UNKNOWN

    def is_item(self, text: str) -> bool:
        """True if a line is the title of an item of the agenda, whatever number is before it."""
        return bool(self._titles) and len(text) <= _LONGEST_TITLE and _TITLE_SIGNS.sub("", _BEFORE_TITLE.sub("", text, count=1)) in self._titles

    def holds(self, label: str) -> bool:
        """True if a clean label is a name or surname of the head."""
        return self._find(label) is not None

    def is_office(self, label: str) -> bool:
        """True if a clean label is the office of people on the city's side in the head, or the body of one member."""
        return label in self._offices

    def role(self, label: str) -> str:
        """The role that a clean label tells, else the one that the head gives to that name.

        A superintendent presides over the board of education (地方教育行政法第13条), or is a member where
        it has a chair, as all had until 2015, and of 総合教育会議 (第1条の4), where the mayor presides. A body's name tells of
        no office of the city where an honorific follows: 「運輸支局　旭川氏」 is whom the head names so. The chair of another body is no
        chair here.
        """
        told = role_of(label)
        if self._is_board and told == MAYOR and _SUPERINTENDENT.search(label):
            return MEMBER if self._has_chair else CHAIR
        if self._is_joint_board and told == MAYOR and _SUPERINTENDENT.search(label):
            return MEMBER
        if told == CHAIR and self._is_of_another_body(label):
            told = UNKNOWN
        if told != UNKNOWN and not (told == SECRETARIAT and _HONORED.search(label)):
            return told
        last = _BLANKS.split(label)[-1]
        return self._find(label) or (self._find(last) if last != label else None) or self._offices.get(label) or told

    def _is_of_another_body(self, label: str) -> bool:
        """True for 「商工会　会長」, who is one of the members, in minutes whose body is called otherwise."""
        body = _CHAIR_OF_BODY.fullmatch(label)
        return body is not None and bool(self._committee) and _BLANKS.sub("", body[1]) not in self._committee

    def _find(self, label: str) -> str | None:
        name = _BLANKS.sub("", _BEHIND.sub("", label))
        if name in self._held:
            return self._held[name]
        if len(name) < 1 or not self._roles:
            return None
        if name in self._roles:
            return self._roles[name]
        if 2 <= len(name) <= _LONGEST_SURNAME:
            return next((role for full, role in self._roles.items() if full.startswith(name) and len(full) > len(name)), None)
        return None


def _bodies(members: tuple[Person, ...]) -> dict[str, str]:
    """The bodies that one member each comes from, with that member's role: 「四つ木小ＰＴＡ　立石　真」 may speak as 四つ木小ＰＴＡ."""
    held = [person.department for person in members]
    return {person.department: person.role or MEMBER for person in members if _SENDS.search(person.department) and held.count(person.department) == 1}


def _forms(name: str) -> set[str]:
    """The whole name without blanks, and the surname where a blank tells it."""
    bare = _BEHIND.sub("", name).strip(" \u3000")
    pieces = _BLANKS.split(bare)
    forms = {"".join(pieces), _BLANKS.sub("", name)}
    if len(pieces) > 1:
        forms.add(pieces[0])
    return {form for form in forms if form}
