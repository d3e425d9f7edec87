"""Surnames that end as sections or towns do (小室, 伊集院, 深町), told by the plain surnames around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.listed import What, Word
from drafting.importers.offices import DEPARTMENT_STARTS

_APART = (What.CUT, What.DOT)
_LONGEST, _FEWEST = 3, 2
_OF_TOWN = re.compile("([一-龥々ヶ]{1,2}町)(委員|議員|会長|委員長|副会長|副委員長)")


def with_lone_names(line: Sequence[Word]) -> list[Word]:
    """The words of a list of members, those that stand alone among surnames made names.

    「早川、小室、野島」: a section of the city is no member. 「佐原委員、深町委員」: 深町 is a member as 佐原 is.
    """
    alone = [i for i in range(len(line)) if _is_alone(line, i)]
    plain = sum(line[i].what is What.NAME and line[i].stem == line[i].text for i in alone)
    titles = {line[i].title for i in alone if line[i].what is What.NAME and line[i].title}
    found = list(line)
    for i in alone:
        word = line[i]
        if word.what is What.DEPARTMENT and plain >= _FEWEST and len(word.text) <= _LONGEST and not DEPARTMENT_STARTS.match(word.text):
            found[i] = Word(What.NAME, word.text, word.text, blank=word.blank)
        elif word.what is What.NAME and not word.title and (match := _OF_TOWN.fullmatch(word.text)) and titles:
            found[i] = Word(What.NAME, word.text, match[1], match[2], blank=word.blank)
    return found


def _is_alone(line: Sequence[Word], i: int) -> bool:
    """True if nothing but a role stands beside a word between two signs."""
    before = i - 1 if i and line[i - 1].what is What.ROLE else i
    starts = before == 0 or line[before - 1].what in _APART
    return starts and (i == len(line) - 1 or line[i + 1].what in _APART)
