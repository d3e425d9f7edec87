"""`Minutes` → the YAML text that `import` writes; reading it gives equal minutes."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.model import AgendaItem, Meeting, Minutes, Narrative, Person, Utterance, Verdict
from drafting.yamlfile.text import block_text, quote_text

_HEAD = """\
# yaml-language-server: $schema=../schema/minutes.json
# 会議録（drafting import が作りました）
#   record には、元の会議録にあったことが順に、すべて入っています。
#   id（発言番号）は提言から引用されます。付け替えないでください。
#   text は公表されたままの言葉です。明らかな誤りは、text を直さず reading: に正しい読みを書いてください。
#   意見でない発言には opinion: 質問（ほかに 議事進行・感想・いいえ など）と書けます。意見の行き先を調べるときに外れます。
"""


def write_minutes(minutes: Minutes) -> str:
    """The YAML text of minutes; reading it gives equal minutes."""
    lines = [_HEAD, "meeting:\n", *_meeting_lines(minutes.meeting)]
    if minutes.source:
        source = minutes.source
        lines.append(f"source:\n  file: {quote_text(source.file)}\n  sha256: {source.sha256}\n")
        lines.append(f"  layout: {quote_text(source.layout)}\n")
        lines += [f"  last_id: {source.last_id}\n"] * bool(source.last_id)
    lines.append("record:\n" if minutes.record else "record: []\n")
    for entry in minutes.record:
        lines.extend(_entry_lines(entry))
    return "".join(lines)


def write_entry(entry: Narrative | Utterance) -> str:
    """An entry of the record as an item of a list: its dash in column 0, no line end behind it."""
    return "".join(_entry_lines(entry)).removesuffix("\n").removeprefix("  ").replace("\n  ", "\n")


def write_listed(value: Person | AgendaItem | str) -> str:
    """A person, an item of the agenda or a document of the head as an item of a list, on one line."""
    if isinstance(value, str):
        return f"- {quote_text(value)}"
    return "- " + _flow_record(_agenda_keys(value) if isinstance(value, AgendaItem) else _person_keys(value))


def _entry_lines(entry: Narrative | Utterance) -> Iterator[str]:
    return _narrative_lines(entry) if isinstance(entry, Narrative) else _utterance_lines(entry)


def _narrative_lines(entry: Narrative) -> Iterator[str]:
    text = block_text(entry.text + "\n", 4) if "\n" in entry.text else " " + quote_text(entry.text)
    yield f"  - narrative:{text}\n"
    if entry.line is not None:
        yield f"    line: {entry.line}\n"


def _utterance_lines(entry: Utterance) -> Iterator[str]:
    yield f"  - id: {entry.id}\n    speaker: {quote_text(entry.speaker)}\n    role: {quote_text(entry.role)}\n"
    if entry.agenda is not None:
        yield f"    agenda: {entry.agenda}\n"
    if entry.line is not None:
        yield f"    line: {entry.line}\n"
    yield f"    text:{block_text(entry.text + chr(10), 4)}\n"
    if entry.reading:
        yield f"    reading:{block_text(entry.reading + chr(10), 4)}\n"
    if entry.note:
        yield f"    note:{block_text(entry.note + chr(10), 4)}\n"
    yield from _verdict_lines(entry.opinion)


def _verdict_lines(verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    if len(verdicts) == 1 and not verdicts[0].quote:
        yield f"    opinion: {verdicts[0].kind}\n"
    elif verdicts:
        yield "    opinion:\n"
        for verdict in verdicts:
            yield f"      - {{quote: {quote_text(verdict.quote)}, kind: {verdict.kind}}}\n"


def _meeting_lines(meeting: Meeting) -> Iterator[str]:
    yield f'  id: "{meeting.id}"\n'
    yield from _text_lines({"title": meeting.title, "committee": meeting.committee})
    if meeting.session is not None:
        yield f"  session: {meeting.session}\n"
    if meeting.date:
        yield f"  date: {meeting.date.isoformat()}\n"
    yield from (f'  {key}: "{value}"\n' for key, value in (("start", meeting.start), ("end", meeting.end)) if value)
    yield from _text_lines(
        {"place": meeting.place_held, "public": meeting.public, "private_reason": meeting.private_reason}
    )
    if meeting.observers is not None:
        yield f"  observers: {meeting.observers}\n"
    yield from _text_lines({"office": meeting.office})
    for key in ("members", "absent", "secretariat", "others"):
        yield from _flow_list(key, [_person_keys(person) for person in getattr(meeting, key)])
    yield from _flow_list("agenda", [_agenda_keys(item) for item in meeting.agenda])
    if meeting.documents:
        yield "  documents:\n" + "".join(f"    - {quote_text(title)}\n" for title in meeting.documents)


def _text_lines(texts: dict[str, str]) -> Iterator[str]:
    return (f"  {key}: {quote_text(value)}\n" for key, value in texts.items() if value)


def _person_keys(person: Person) -> dict[str, str]:
    return {"name": person.name, "role": person.role, "title": person.title, "department": person.department}


def _agenda_keys(item: AgendaItem) -> dict[str, str]:
    return {"number": str(item.number), "title": item.title, "kind": item.kind}


def _flow_list(key: str, items: list[dict[str, str]]) -> Iterator[str]:
    if items:
        yield f"  {key}:\n"
    for item in items:
        yield f"    - {_flow_record(item)}\n"


def _flow_record(keys: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {quote_text(value)}" for name, value in keys.items() if value) + "}"
