"""Lists of the city's officers in the head of the minutes, with their titles and departments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from drafting.importers.listed import What, Word, words
from drafting.importers.people import NOBODY, Draft, plain_list
from drafting.model import Person

_MORE = frozenset(("外", "ほか", "他"))  # 「小川課長　外」: and others
_AND_MORE = re.compile("(?<=[^ \u3000\n])[ \u3000]*(?:ほか|外|他)[ \u3000]*[0-9０-９]{1,3}[名人](?=$|[\n、，,）)])")
_SAME = frozenset(("同", "同課", "同室", "同部", "同局", "同係"))


def officers(text: str) -> tuple[Person, ...]:
    """The officers in 「総務部：沢渡次長 総務部 文書課：白石課長・小川係長」, with departments.

    Read in every order: 「企画部長　山田」, 「山田企画部長」, 「企画課：課長 山田」, 「（企画部）山田部長」, 「山田（企画課長）」.
    """
    text, _ = plain_list(_AND_MORE.sub("", text))
    if NOBODY.fullmatch(text):
        return ()
    return tuple(Person(draft.name, "", draft.title, draft.department) for draft in _officers(list(words(text))) if draft.name and draft.name not in _MORE)


@dataclass
class _Office:
    """Where the reader of officers is: the department in force, the title before a name, the last kinds of words.

    `leading` are the kinds of words before the first plain name: with a title, titles stand before their names.
    """

    leading: frozenset[What]
    heading: str = ""
    department: str = ""
    title: str = ""
    title_department: str = ""
    before: What = What.CUT
    opened_behind_name: bool = False
    drafts: list[Draft] = field(default_factory=list)


def _officers(line: Sequence[Word]) -> list[Draft]:
    state = _Office(frozenset(word.what for word in takewhile(lambda word: not _is_plain_name(word), line)))
    for i, word in enumerate(line):
        following = line[i + 1] if i + 1 < len(line) else Word(What.CUT, "\n")
        word = _as_officer_word(word, following, state.leading)
        if word.what is What.OPEN:
            state.opened_behind_name = state.before is What.NAME
        elif word.what in (What.DEPARTMENT, What.BODY):
            _add_department(word, following, state)
        elif word.what is What.TITLE:
            _add_title(word, state)
        elif word.what is What.NAME and not (state.before is What.OPEN and state.opened_behind_name and not word.title):
            # 「稲葉（記録）」 tells what 稲葉 does.
            _add_officer(word, state)
        elif word.what is What.CUT and word.text not in "：:":
            if word.text == "\n" and state.before is What.DEPARTMENT and not state.title:
                # A department on a line of its own stands above all below it.
                state.heading, state.department = state.department, ""
            state.title = state.title_department = ""
        state.before = word.what
    return state.drafts


def _as_officer_word(word: Word, following: Word, leading: frozenset[What]) -> Word:
    """The word with what its neighbour tells: 「魚沼課長 山田」 is a title, 「改革チームＡ：」 a department."""
    colon = following.what is What.CUT and following.text in "：:"
    if word.what is What.NAME and not word.title and colon:
        return word._replace(what=What.DEPARTMENT)
    plain_name = _is_plain_name(following) and bool(following.blank)
    if word.what is What.NAME and word.title and plain_name and (What.TITLE in leading or word.department or len(word.stem) > 2):
        return word._replace(what=What.TITLE, department=word.stem + (word.department or word.title.partition("長")[0]))
    return word


def _add_department(word: Word, following: Word, state: _Office) -> None:
    last = state.drafts[-1] if state.drafts else None
    if last and state.opened_behind_name and state.before is What.OPEN and following.what is What.CLOSE and not last.department:
        last.department = word.text
        return
    if word.text in _SAME and last:
        state.department = last.department
    else:
        state.department = f"{state.department} {word.text}" if state.before is What.DEPARTMENT else word.text
    state.title = state.title_department = ""


def _own_department(word: Word, state: _Office) -> str:
    if word.department == "同":
        return state.drafts[-1].department if state.drafts else state.department
    if not word.department:
        return ""
    return f"{state.department} {word.department}" if state.before is What.DEPARTMENT else f"{state.heading} {word.department}".strip()


def _add_title(word: Word, state: _Office) -> None:
    last = state.drafts[-1] if state.drafts else None
    own = _own_department(word, state)
    in_bracket = state.before is What.OPEN and state.opened_behind_name
    if last and not last.title and (in_bracket or (state.before is What.NAME and What.TITLE not in state.leading)):
        last.title, last.department, last.complete = word.title, own or last.department, True
    else:
        state.title, state.title_department = word.title, own


def _add_officer(word: Word, state: _Office) -> None:
    last = state.drafts[-1] if state.drafts else None
    joins = last and state.before is What.NAME and not last.complete and 0 < len(word.blank) < 3 and len(last.names) < 2
    if last and joins:
        last.names.append(word.blank + word.stem)
    else:
        last = Draft([word.stem], state.title, state.title_department or f"{state.heading} {state.department}".strip())
        state.drafts.append(last)
    if word.title:
        last.title, last.complete = word.title, True
        last.department = _own_department(word, state) or last.department


def _is_plain_name(word: Word) -> bool:
    return word.what is What.NAME and not word.title
