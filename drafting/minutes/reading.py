"""Minutes YAML → `Minutes`."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.minutes.schema import SCHEMA
from drafting.model import AgendaItem, Meeting, Minutes, Narrative, Person, Source, Utterance, Verdict
from drafting.problems import Problem
from drafting.schema import Item, read
from drafting.yamlfile import Node


def read_minutes(root: Node, file: str) -> tuple[Minutes | None, list[Problem]]:
    """The minutes and all problems of the file; None when there is no meeting to speak of."""
    problems: list[Problem] = []
    top = read(root, SCHEMA, file, problems)
    if top is None or not isinstance(top.get("meeting"), Item) or not top.get("meeting").get("id"):
        return None, problems
    meeting = _meeting(top.get("meeting"))
    record = tuple(_entries(top.items("record"), meeting.id, problems))
    source = top.get("source")
    return Minutes(meeting, record, _source(source) if source else None), problems


def _source(item: Item) -> Source:
    return Source(item.text("file"), item.text("sha256"), item.text("layout"), item.text("last_id"))


def _meeting(item: Item) -> Meeting:
    people = {key: tuple(map(_person, item.items(key))) for key in ("members", "absent", "secretariat", "others")}
    agenda = tuple(
        AgendaItem(entry.get("number", 0), entry.text("title"), entry.text("kind")) for entry in item.items("agenda")
    )
    return Meeting(
        id=item.text("id"),
        title=item.text("title"),
        committee=item.text("committee"),
        session=item.get("session"),
        date=item.get("date"),
        start=item.text("start"),
        end=item.text("end"),
        place_held=item.text("place"),
        public=item.text("public"),
        private_reason=item.text("private_reason"),
        observers=item.get("observers"),
        office=item.text("office"),
        agenda=agenda,
        documents=tuple(item.items("documents")),
        place=item.place_of("id"),
        **people,
    )


def _person(item: Item) -> Person:
    return Person(item.text("name"), item.text("role"), item.text("title"), item.text("department"))


def _entries(items: object, meeting: str, problems: list[Problem]) -> Iterator[Narrative | Utterance]:
    seen: dict[str, int] = {}
    for item in items:  # type: ignore[attr-defined]  # the schema says a list of items
        if "narrative" in item.values:
            yield Narrative(item.text("narrative"), item.get("line"), item.place)
            continue
        absent = [name for name in ("id", "speaker", "role", "text") if name not in item.values]
        if missing := [name for name in absent if not item.is_wrong(name)]:
            message = f"発言に「{'」「'.join(missing)}」がありません（発言でない記録なら narrative に書きます）。"
            problems.append(Problem("Y011", message, item.place))
        if absent:
            continue
        id = item.text("id")
        if id in seen:
            message = f"発言番号「{id}」が2つあります（1つ目は{seen[id]}行目）。番号は付け替えず、片方を見直してください。"
            problems.append(Problem("Y021", message, item.place_of("id")))
            continue
        seen[id] = item.place.line
        yield Utterance(
            id=id,
            meeting=meeting,
            speaker=item.text("speaker"),
            role=item.get("role"),
            text=item.text("text"),
            reading=item.text("reading"),
            agenda=item.get("agenda"),
            line=item.get("line"),
            note=item.text("note"),
            opinion=_verdicts(item),
            place=item.place,
            text_place=item.text_place("reading" if item.text("reading") else "text"),
        )


def _verdicts(item: Item) -> tuple[Verdict, ...]:
    given = item.get("opinion", ())
    if isinstance(given, str):
        return (Verdict(given, "", item.place_of("opinion")),) if given else ()
    return tuple(Verdict(each.get("kind", "いいえ"), each.text("quote"), each.place_of("quote")) for each in given if each.get("quote"))
