"""Proof that nothing of the head is lost: each letter of a row is found again in what was made of it.

This looks only at the rows and at the meeting, not at how the meeting was read: a letter that a
reader forgot is told even if the reader has a fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from drafting.dates import find_dates, find_times
from drafting.importers.entries import Entry
from drafting.importers.fields import is_ceremony
from drafting.importers.offices import ROLES
from drafting.importers.people import ELSEWHERE, ORDER_REMARK
from drafting.importers.vocabulary import PEOPLE
from drafting.japanese import half_width_digits
from drafting.model import Meeting

# Words that say nothing beyond the field they stand in.
_KNOWN = {
    "when": "から|まで|より|ごろ|頃|開会|閉会|開始|終了|祝日?|曜日?|開催|日時|時間|時刻|分間",
    "start": "開会|開始|閉会|終了|散会|から|まで|時刻|時間", "end": "閉会|終了|散会", "session": "第|回|目",
    "public": "公開|非公開|一部|不可|可|会議は|とする|します|です|全部|する|しない|レ|ﾚ|[xXvV]|の会議|傍聴(?:者|人)?(?:数|可|不可|あり|なし)?|[人名]|理由",
    "observers": "名|人|傍聴者?人?数?|なし|無し?|いない|あり|有り?|の|は|おりません|いません|者",
    "people": "[^0-9\0、]{0,40}(?:委員会|審議会|協議会|懇談会|会議|部会)の?(?:委員)?(?:総数)?[0-9]+[名人]"
    f"|(?:委員会|審議会|協議会|懇談会|懇話会|会議|部会|町民|市民|区民|住民|公募|学識)(?=委員)|(?:{ROLES})|氏名?|君|様|さん|殿|先生|[0-9０-９]+[名人]中?|中|計|合計|総数|以上|ほか|他|[0-9]+番(?:委員)?|なし|無し?|該当(?:者)?|の|出席|欠席|敬称略|順不同|事務局|出|欠|同[課室部係局]?",
    "agenda": "日程第?|議題|案件|議案|議事|第|号|について[ 　]*$|[ア-ン](?=[ 　.．)）])|^[ア-ン]$|なし|特に|(?:諮問|報告|審議|協議)(?:事項|案件)?|次第|会議",
    "documents": "なし|無し?|資料", "title": "第|回|目", "where": "", "office": "", "private_reason": "なし|理由|無し?|[-－―]",
}  # fmt: skip
_NUMBERS = re.compile("[(（]?[0-9０-９①-⑳⑴-⒇一二三四五六七八九十]{1,3}[)）]?[.．、]?")


def unaccounted(entries: Sequence[Entry], meeting: Meeting) -> set[int]:
    """The indexes of the entries with a letter that is neither in the meeting nor a word that says nothing."""
    groups: dict[str, list[int]] = {}
    for i, entry in enumerate(entries):
        if entry.field != "extra":
            groups.setdefault(_group(entry.field), []).append(i)
    found: set[int] = set()
    for name, indexes in groups.items():
        if name == "people":
            found |= {i for i in indexes if _counts_nobody(entries[i], meeting)}
            indexes = [i for i in indexes if not (meeting.members and ELSEWHERE.fullmatch(entries[i].value))]
        if name == "public" and not meeting.public:
            # Its words are all known; which of them holds is not.
            found |= set(indexes)
            continue
        found |= set(_left(name, [(i, entries[i].value) for i in indexes], meeting))
    return found


def _counts_nobody(entry: Entry, meeting: Meeting) -> bool:
    """True for 「委員8名」 where no member's name is known: the number says more than the meeting does."""
    people = {"absent": meeting.absent, "secretariat": meeting.secretariat, "others": meeting.others}.get(entry.field, meeting.members)
    return not people and bool(re.search("[1-9１-９][0-9０-９]*[名人]", entry.value))


def _group(field: str) -> str:
    base = field.partition(":")[0]
    if base in PEOPLE:
        return "people"
    return {"start": "when", "end": "when", "committee": "title", "session": "title"}.get(base, base)


def _left(name: str, values: Sequence[tuple[int, str]], meeting: Meeting) -> Iterator[int]:
    """The indexes of those values of one field in which something is left over."""
    text = "\n".join(value for _, value in values)
    text = "\n".join(_without_dates(value, meeting) for value in text.split("\n")) if name == "when" else text
    owners = [index for index, value in values for _ in value.split("\n")]
    if name == "people":
        text = ORDER_REMARK.sub(lambda match: "\n" * match[0].count("\n"), text)
    squeezed = half_width_digits(re.sub("[ \t\u3000]", "", text))
    squeezed = _take(squeezed, _pool(name, meeting))
    if name == "people":
        for word in _repeated(meeting):
            # The end of a line may stand within a title.
            squeezed = re.sub("\n?".join(map(re.escape, word)), lambda match: re.sub("[^\n]+", "\0", match[0]), squeezed)
    for owner, line in zip(owners, squeezed.split("\n"), strict=True):
        if _says_something(line.replace("\0", " ").strip(), name):
            yield owner


def _pool(name: str, meeting: Meeting) -> list[str]:
    """The words of the meeting that may have come from the rows of a field, in order."""
    people = (*meeting.members, *meeting.absent, *meeting.secretariat, *meeting.others)
    pools: dict[str, Iterable[str]] = {
        "title": (meeting.title, meeting.committee, str(meeting.session or "")), "where": (meeting.place_held,),
        "when": (meeting.place_held,),
        "public": (meeting.private_reason, "" if meeting.observers is None else str(meeting.observers)), "private_reason": (meeting.private_reason,),
        "observers": (str(meeting.observers) if meeting.observers is not None else "",),
        "office": (meeting.office,),
        "people": (person.name for person in people),
        "agenda": (word for item in meeting.agenda for word in (item.title, item.kind)),
        "documents": meeting.documents,
    }  # fmt: skip
    if name == "people" and meeting.office:
        pools["people"] = (*pools["people"], meeting.office)
    return [squeezed for word in pools.get(name, ()) if (squeezed := half_width_digits(re.sub(r"\s", "", word)))]


def _repeated(meeting: Meeting) -> list[str]:
    """The words beside names, which stand once for many people: departments and titles, the longest first."""
    found: set[str] = set()
    for person in (*meeting.members, *meeting.absent, *meeting.secretariat, *meeting.others):
        # 「企画部長」 is department 企画部 and title 部長.
        if person.department and person.title.startswith(person.department[-1]):
            found.add(person.department + person.title[1:])
        found |= {person.department, person.title, *person.department.split()}
        for unit in person.department.split():
            if person.title.startswith(unit[-1]):
                found.add(unit + person.title[1:])
    squeezed = {half_width_digits(re.sub(r"\s", "", word)) for word in found if not re.fullmatch(ROLES, word)}
    return sorted(squeezed - {""}, key=lambda word: (-len(word), word))


def _take(text: str, pool: Sequence[str]) -> str:
    """The text with the words of the pool struck out ("\\0"), each where it stands next; line ends stay."""
    flat = text.replace("\n", "")
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    at = 0
    taken = [False] * len(flat)
    rest = flat
    for word in pool:
        place = rest.find(word, at)
        place = rest.find(word) if place < 0 else place
        if place < 0:
            continue
        taken[place : place + len(word)] = [True] * len(word)
        rest = rest[:place] + "\0" * len(word) + rest[place + len(word) :]
        at = place + len(word)
    letters = [c if not gone else "\0" for c, gone in zip(flat, taken, strict=True)]
    for place in breaks:
        letters.insert(place, "\n")
    return "".join(letters)


def _without_dates(text: str, meeting: Meeting) -> str:
    """The text without the date of the meeting and the times of its start and end."""
    letters = list(text)
    for one in find_dates(text):
        if one.day == meeting.date:
            letters[one.start : one.end] = " " * (one.end - one.start)
    rest = "".join(letters)
    for time in find_times(rest):
        if time.time in (meeting.start, meeting.end):
            letters[time.start : time.end] = " " * (time.end - time.start)
    return "".join(letters)


def _says_something(rest: str, name: str) -> bool:
    """True if letters or figures are left that are no known word of the field."""
    rest = re.sub("<[^<>]*>", "", rest)
    if known := _KNOWN.get(name):
        rest = re.sub(known, "", rest)
    if name in ("agenda", "people", "documents", "title"):
        rest = _NUMBERS.sub("", rest)
    if name == "agenda":
        rest = " ".join(word for word in rest.split() if not is_ceremony(word))
    return any(unicodedata.category(c)[0] in "LN" for c in rest)
