"""Lists of people in the head of the minutes: members, officers with their departments, others."""

from __future__ import annotations

import re

from drafting.importers.roles import CHAIR, MEMBER, VICE_CHAIR, role_of
from drafting.japanese import half_width_digits
from drafting.model import Person

_ORDER_REMARK = re.compile("[(（][^()（）]{0,40}(?:音順|順不同|敬称略)[^()（）]{0,40}[)）]")
_COUNT = re.compile("[○◎●・ \u3000]*[^0-9０-９・、，\\n]{0,60}([0-9０-９]{1,4})[名人](?:[ \u3000：:\\n]+|$)")
_HONORIFIC = re.compile(
    "(副委員長|委員長|副会長|会長|副座長|座長|副議長|議長|副部会長|部会長|副分科会長|分科会長|職務代理者?|委員|議員"
    "|氏|君|様)$"
)
_BETWEEN = re.compile("[・、，,;；／\\n]+|(?<=委員|会長|員長|座長|議長|議員)[ \u3000]+")
_MARKED_ROLES = {"◎": CHAIR, "○": VICE_CHAIR}
_TITLE = re.compile(
    "((?:(?:副|総括|統括|担当|専門|上席|主任)?(?:部長|次長|局長|室長|課長|所長|館長|係長|班長|園長|センター長|理事|参事|主幹"
    "|主査|主任|主事|技師|書記|課長補佐|室長補佐|局長補佐|補佐|職員|専門員|支援員))|副主幹|副主査|副参事)$"
)
_AFTER_TITLE = re.compile("(?<=長|理|事|幹|査|任|師|記|佐|員)[ \u3000\\n]+")
_COLON = re.compile("[：:]")


def _names(text: str) -> list[str]:
    return [name for piece in _BETWEEN.split(text) if (name := piece.strip(" \t\u3000"))]


def members(text: str) -> tuple[tuple[Person, ...], int | None]:
    """The members named in 「○…委員会委員6名 井上(あ)委員・…(五十音順)」 and the count in front.

    The honorific goes, hints that tell two of a name apart (「井上(あ)」) stay as written. ◎ and ○
    before a name mark the chair and the deputy (domain §1.2).
    """
    text = _ORDER_REMARK.sub("", text).strip(" \t\u3000\n")
    match = _COUNT.match(text)
    count = int(half_width_digits(match[1])) if match else None
    people = (_member(name) for name in _names(text[match.end() :] if match else text))
    return tuple(person for person in people if person.name), count


def _member(name: str) -> Person:
    mark, name = (name[0], name[1:].strip(" \u3000")) if name[0] in _MARKED_ROLES else ("", name)
    match = _HONORIFIC.search(name)
    honorific = match[1] if match and match.start() else ""
    role = role_of(honorific)
    if role not in (CHAIR, VICE_CHAIR):
        role = _MARKED_ROLES.get(mark, MEMBER)
    title = honorific if role in (CHAIR, VICE_CHAIR) and honorific not in (role, MEMBER) else ""
    return Person(name.removesuffix(honorific).rstrip(" \u3000"), role, title)


def officers(text: str) -> tuple[Person, ...]:
    """The officers in 「都市経営部：玉富次長 都市経営部 デジタル戦略課：橘課長・沖係長」, with departments.

    A department reaches from the blank behind the title before it to its colon.
    """
    pieces = _COLON.split(text.strip(" \t\u3000\n"))
    people: list[Person] = []
    department = ""
    for i, piece in enumerate(pieces):
        names, following = piece, ""
        if i + 1 < len(pieces):
            names, following = _cut_department(piece) if i else ("", piece)
        people += [_officer(name, department) for name in _names(names)]
        department = following.strip(" \t\u3000\n")
    return tuple(people)


def _cut_department(piece: str) -> tuple[str, str]:
    parts = _AFTER_TITLE.split(piece, maxsplit=1)
    if len(parts) == 1:
        parts = re.split("[ \u3000\n]+", piece, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (piece, "")


def _officer(name: str, department: str) -> Person:
    match = _TITLE.search(name)
    title = match[1] if match and match.start() else ""
    return Person(name.removesuffix(title).rstrip(" \u3000"), "", title, department)


def others(text: str) -> tuple[Person, ...]:
    """People of neither side, one a name, exactly as written."""
    return tuple(Person(name) for name in _names(text) if name not in ("なし", "無し", "-", "－"))
