"""Lists of people in the head of the minutes: members and others; `officers.py` reads those of the city."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from drafting.importers.listed import What, Word, committee_role, words
from drafting.importers.lone_names import with_lone_names
from drafting.importers.roles import MEMBER
from drafting.importers.spaced import GIVEN_ENDS
from drafting.importers.wrapped import whole_names
from drafting.japanese import half_width_digits
from drafting.model import Person

ORDER_REMARK = re.compile("[(（〔［\\[【]?[^()（）〔〕［］\\[\\]\\n、]{0,40}(?:音順|順不同|敬称略|敬称省略|職名略)[^()（）〔〕［］\\[\\]\\n]{0,40}[)）〕］\\]】]|※?[ 　]*(?:敬称略|順不同|(?:五十|50|５０)音順)[、・ 　]*(?:敬称略|順不同)?")
COUNT = re.compile("[○◎●・ \u3000]*(?:[^0-9０-９・、， \u3000（(\\n]{0,60}?(?:委員会|審議会|協議会|懇談会|会議|部会|委員|会員|議員|計|総?数|者))?[ \u3000]*(?:[0-9０-９]{1,4}[名人]中[、，]?[ \u3000]*)?([0-9０-９]{1,4})[名人](?!中)[ \u3000：:、。\\n]*")
_COUNTED = re.compile("[0-9０-９]{1,3}[ 　]*[名人]$")
_CROWD = re.compile("(?:[市町村区県]|住)民$|保護者$")
NOBODY = re.compile("[(（]?(?:な[ \u3000]*し|無し?|該当(?:者)?なし|いない|0[名人]|０[名人]|[-－―ー–]+)[)）]?[。]?")
# 「下表のとおり」, 「次頁、委員出席簿参照」: the names stand elsewhere.
ELSEWHERE = re.compile("(?:別紙|別添|別表|次頁|次ページ|次のページ|[上下次右左]表|下記|名簿|委員|出席者?|の|、|及び|[ \u3000])+(?:簿)?の?(?:とおり|通り|参照|を参照)。?(?:[ \u3000]*[(（][^()（）]*[)）])?")
# 「青木、森の各委員」: the word behind the last name is of all.
_THE_MEMBERS = re.compile("の各(?:委員|議員|氏|構成員)(?=$|[\n(（、。])")
REASON = re.compile("ため|により|都合|公務|欠席|遅刻|早退|途中|代理|オンライン|リモート|Ｗｅｂ|Web|WEB|ＷＥＢ|Zoom|退席|入室|から出席|まで出席|書面|傍聴")
_MARKS = "◎○〇◯●"


@dataclass
class Draft:
    """A person whose words are being collected."""

    names: list[str] = field(default_factory=list)
    title: str = ""
    department: str = ""
    mark: str = ""
    complete: bool = False

    @property
    def name(self) -> str:
        return "".join(self.names).strip(" \t\u3000\n")


def plain_list(text: str) -> tuple[str, int | None]:
    """A list without remarks on its order and without the count in front of it, and that count."""
    text = whole_names(_THE_MEMBERS.sub("", ORDER_REMARK.sub("", text)).strip(" \t\u3000\n"))
    if "\n" in text:
        text = "\n".join(line for line in text.split("\n") if not NOBODY.fullmatch(line.strip(" \t\u3000")) and not ELSEWHERE.fullmatch(line.strip(" \t\u3000")))
    match = COUNT.match(text)
    if not match:
        return text, None
    return text[match.end() :], int(half_width_digits(match[1]))


def members(text: str) -> tuple[tuple[Person, ...], int | None]:
    """The members named in 「○…委員会委員6名 山本(あ)委員・…(五十音順)」 and the count in front.

    The honorific goes, hints that tell two of a name apart (「山本(あ)」) stay as written. ◎ and ○
    before a name mark the chair and the deputy (domain §1.2). A member's affiliation is the `department`.
    """
    text, count = plain_list(text)
    if NOBODY.fullmatch(text) or ELSEWHERE.fullmatch(text):
        return (), count
    found: list[Draft] = []
    body = ""
    for line in text.split("\n"):
        drafts = _members_of(with_lone_names(list(words(line))), count if "\n" not in text else None)
        # A line with nothing but an affiliation is the heading of those below it.
        if len(drafts) == 1 and not drafts[0].name and drafts[0].department:
            body = drafts[0].department
            continue
        for draft in drafts:
            draft.department = draft.department or body
        found += drafts
    return tuple(person for draft in found if (person := _member(draft))), count


def _member(draft: Draft) -> Person | None:
    role, title = committee_role(draft.title, draft.mark)
    # 「委員8名」 counts people and names none.
    unnamed = not draft.name or _COUNTED.search(draft.name) or NOBODY.fullmatch(draft.name) or _CROWD.search(draft.name)
    return None if unnamed else Person(draft.name, role, title, draft.department)


def _members_of(line: Sequence[Word], count: int | None) -> list[Draft]:
    leading = before_names(line)
    drafts: list[Draft] = [Draft()]
    bracket: list[Word] | None = None
    for i, word in enumerate(line):
        if bracket is not None:
            if word.what is What.CLOSE:
                held = _roles_alone(bracket) if drafts[-1].complete and _ends_person(line[i + 1 : i + 2]) else []
                if held and What.ROLE not in leading:
                    drafts[-1].title = held[-1].title  # 「田中委員（会長）、森委員」
                else:
                    _in_brackets(bracket, drafts, leading)
                bracket = None
            else:
                bracket.append(word)
        elif word.what is What.OPEN:
            bracket = []
        else:
            _add_member_word(word, drafts, leading)
    if bracket:
        _in_brackets(bracket, drafts, leading)
    return [one for draft in drafts for one in _divided(draft, count)]


def before_names(line: Iterable[Word]) -> frozenset[What]:
    """The kinds of words that stand before the first name: 「会長　山田」 or 「山田会長」."""
    return frozenset(word.what for word in takewhile(lambda word: word.what is not What.NAME, line))


def _ends_person(behind: Sequence[Word]) -> bool:
    """True if no name stands right behind a bracket, whose role that might be."""
    return all(word.blank or word.what in (What.CUT, What.DOT, What.WIDE) for word in behind)


def _roles_alone(inside: Sequence[Word]) -> list[Word]:
    """The roles in a bracket that holds nothing else."""
    roles = [word for word in inside if word.what is What.ROLE]
    return roles if len(roles) == len([word for word in inside if word.what is not What.CUT and word.what is not What.DOT]) else []


def _in_brackets(inside: Sequence[Word], drafts: list[Draft], leading: frozenset[What]) -> None:
    """「（会長）山田」, 「山田（会長）」, 「山田（○○大学教授）」; a reason for absence is no affiliation."""
    text = "".join(word.blank + word.text for word in inside).strip()
    roles = [word for word in inside if word.what is What.ROLE]
    draft = drafts[-1]
    if _roles_alone(inside):
        if (draft.names and What.ROLE in leading) or (draft.complete and draft.title):
            drafts.append(draft := Draft())
        draft.title = roles[-1].title if roles[-1].title != "委員" or not draft.title else draft.title
        return
    if not draft.names and any(word.what is What.NAME and word.title for word in inside):
        # 「1名（北川委員）」
        for word in inside:
            _add_member_word(word, drafts, leading - {What.BODY})
        return
    if not text or REASON.search(text) or any(word.what is What.COUNT for word in inside):
        return
    if roles and draft.names:
        draft.title = draft.title or roles[0].title
        text = re.sub(f"{re.escape(roles[0].text)}[、・,， 　]*", "", text, count=1).strip("、・,， 　")
    if draft.names and draft.department:
        draft.department += " " + text
    else:
        draft.department = text
    draft.complete = bool(draft.names)


def _add_member_word(word: Word, drafts: list[Draft], leading: frozenset[What]) -> None:
    draft = drafts[-1]
    if word.what in (What.CUT, What.DOT):
        if draft.names:
            drafts.append(Draft())
        return
    if word.what is What.COUNT:
        return
    if word.what is What.ROLE:
        if What.ROLE in leading and draft.name:
            drafts.append(draft := Draft())
        draft.title = word.title
        draft.complete = draft.complete or bool(draft.names)
    elif word.what in (What.BODY, What.DEPARTMENT, What.TITLE):
        if draft.names and What.BODY in leading and draft.department:
            drafts.append(draft := Draft())
        draft.department = f"{draft.department} {word.text}".strip()
    else:
        _add_name(word, drafts)


def _add_name(word: Word, drafts: list[Draft]) -> None:
    draft = drafts[-1]
    if draft.complete or (draft.names and len(word.blank) > 1 and len(draft.names) > 1):
        drafts.append(draft := Draft())
    stem, mark = word.stem, ""
    while stem[:1] in _MARKS and stem:
        mark, stem = stem[0], stem[1:]
    if mark and draft.name:
        drafts.append(draft := Draft())
    draft.mark = draft.mark or mark
    if stem:
        draft.names.append((word.blank if draft.names else "") + stem)
    if word.title:
        # A city's officer among the members keeps the whole of what stands behind the name.
        if not (draft.title and word.title == MEMBER):  # 「委員長：砂田委員」
            draft.title = word.title
        draft.complete = True
        draft.department = draft.department or word.department


def _divided(draft: Draft, count: int | None) -> list[Draft]:
    """Several names with blanks between: surnames each, or pairs of surname and given name."""
    names = draft.names
    if len(names) == 2 and len(names[0]) > 3 and len(names[1].strip()) > 2:
        # 「久米恵子　剣持聡」: each is too long for half a name.
        return [_part(draft, 0, 1), _part(draft, 1, 2)]
    if len(names) < 3:
        return [draft]
    gaps = [sum(2 if c in "\u3000\t" else 1 for c in name if c in " \t\u3000") for name in names[1:]]
    if len(set(gaps)) > 1:
        # 「小泉 雅子　近藤 隆一」: the narrow gap is inside a name.
        starts = [0, *(i for i, gap in enumerate(gaps, 1) if gap > min(gaps)), len(names)]
        if all(end - start <= 2 for start, end in pairwise(starts)):
            return [_part(draft, start, end) for start, end in pairwise(starts)]
    if all(len(name.strip(" \u3000\t")) == 1 for name in names) and len(names) <= 5:
        draft.names = [re.sub("[ \u3000\t]", "", name) for name in names]
        return [draft]
    given = sum(name[-1] in GIVEN_ENDS for name in names[1::2])
    family = sum(name[-1] in GIVEN_ENDS for name in names[::2])
    pairs = len(names) % 2 == 0 and count != len(names) and (count == len(names) // 2 or (given * 2 >= len(names) // 2 and given > family))
    step = 2 if pairs else 1
    return [_part(draft, i, i + step) for i in range(0, len(names), step)]


def _part(draft: Draft, start: int, end: int) -> Draft:
    """One of several people under one title: it is of the first only, as 会長 is."""
    return Draft(draft.names[start:end], "" if start else draft.title, draft.department, "" if start else draft.mark)


def others(text: str) -> tuple[Person, ...]:
    """People of neither side, one a name, exactly as written."""
    text = re.sub("[ \u3000]*(?:ほか|他|外)?[ \u3000]*[0-9０-９]{1,3}[名人](?=$|[、\n])", "", ORDER_REMARK.sub("", text))
    names: Iterable[str] = (name.strip(" \t\u3000・") for name in re.split("[・、，,;；／\\n]+(?![^()（）]*[)）])", text))
    parts = (name.partition("\t") for name in names if name and not NOBODY.fullmatch(name))
    return tuple(Person(name.rstrip(" \u3000"), department=" ".join(body.split())) for name, _, body in parts)
