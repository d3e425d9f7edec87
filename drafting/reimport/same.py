"""Are two minutes those of one meeting, and what was edited by hand in one of them?"""

from __future__ import annotations

from dataclasses import fields

from drafting.model import Meeting, Minutes, Narrative, Utterance
from drafting.reimport.align import Entry, align, likeness

ENOUGH = 0.5
TITLES = {
    "text": "発言", "speaker": "発言者", "role": "役割", "agenda": "議題", "reading": "読み替え", "note": "覚え書き",
    "title": "会議の名称", "committee": "委員会の名称", "session": "第何回", "date": "開催日", "start": "開始時刻", "end": "終了時刻",
    "place_held": "場所", "public": "公開の可否", "private_reason": "公開しなかった理由", "observers": "傍聴者数", "office": "担当課",
    "members": "出席委員", "absent": "欠席委員", "secretariat": "事務局職員", "others": "その他の出席者", "documents": "配布資料",
}  # fmt: skip


def is_same_meeting(old: Minutes, new: Minutes) -> bool:
    """True if `new` can be a corrected edition of `old`: no other committee, session or year, and
    either the very date or half of the words again."""
    one, other = old.meeting, new.meeting
    years = [meeting.date.year if meeting.date else None for meeting in (one, other)]
    known = ((one.committee, other.committee), (one.session, other.session), years)
    if any(was and now and was != now for was, now in known):
        return False
    dated = bool(one.committee and one.date) and (one.committee, one.date) == (other.committee, other.date)
    return dated or holds_the_words(old, new)


def holds_the_words(old: Minutes, new: Minutes) -> bool:
    """True if at least half of the old words are found again."""
    return likeness(old.record, new.record) >= ENOUGH


def hand_edits(imported: Minutes, edited: Minutes) -> list[str]:
    """What differs from the import, in a few Japanese words each; the ids themselves do not count."""
    found = [
        f"会議の{TITLES.get(one.name, one.name)}"
        for one in fields(Meeting)
        if one.compare and getattr(imported.meeting, one.name) != getattr(edited.meeting, one.name)
    ]
    pairs = align(imported.record, edited.record)
    for i, j in pairs:
        if names := _edited(imported.record[i], edited.record[j]):
            found.append(f"{_name(edited.record[j])}の{'・'.join(names)}")
    lost = set(range(len(imported.record))) - {i for i, _ in pairs}
    added = set(range(len(edited.record))) - {j for _, j in pairs}
    found += [f"{_name(imported.record[i])}がない" for i in sorted(lost)]
    return found + [f"{_name(edited.record[j])}が増えた" for j in sorted(added)]


def _edited(one: Entry, other: Entry) -> list[str]:
    names = ("speaker", "role", "agenda", "text", "reading", "note")
    return [TITLES[name] for name in names if getattr(one, name, None) != getattr(other, name, None)]


def _name(entry: Entry) -> str:
    if isinstance(entry, Utterance):
        return entry.id
    assert isinstance(entry, Narrative)
    return f"「{entry.text[:12]}」"
