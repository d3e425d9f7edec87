"""Minutes YAML ⇄ `Minutes`: what `import` writes and the secretariat corrects by hand."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.model import (
    ROLES,
    VERDICTS,
    AgendaItem,
    Meeting,
    Minutes,
    Narrative,
    Person,
    Source,
    Utterance,
    Verdict,
)
from drafting.problems import Problem
from drafting.schema import Day, Item, Key, ListOf, Record, Text, TextOr, TextOrList, Whole, read
from drafting.yamlfile import Node, block_text, quote_text

_TIME = Text(pattern=r"([01]?\d|2[0-4]):[0-5]\d", hint="「10:00」のように半角で書いてください。")

_PERSON = TextOr(
    "name",
    Record(
        (
            Key("name", Text(), "氏名", True),
            Key("role", Text(), "役割"),
            Key("title", Text(), "職名"),
            Key("department", Text(), "所属"),
        )
    ),
)
_AGENDA = Record(
    (
        Key("number", Whole(), "番号", True),
        Key("title", Text(), "議題", True),
        Key("kind", Text(), "種類", False, "諮問・報告など。"),
    )
)
_MEETING = Record(
    (
        Key("id", Text(pattern=r"[A-Za-z0-9_]{1,16}", hint="半角の英数字で「1」のように書いてください。"), "会議の記号", True, "発言の引用の頭に付きます（1-U016 の 1）。"),
        Key("title", Text(), "会議の名称"),
        Key("committee", Text(), "委員会の名称"),
        Key("session", Whole(), "第何回"),
        Key("date", Day(), "開催日", False, "2025-11-28 の形。"),
        Key("start", _TIME, "開始時刻"),
        Key("end", _TIME, "終了時刻"),
        Key("place", Text(), "場所"),
        Key("public", Text(choices=("可", "不可", "一部不可")), "公開の可否"),
        Key("private_reason", Text(), "公開しなかった理由"),
        Key("observers", Whole(), "傍聴者数"),
        Key("office", Text(), "担当課"),
        Key("members", ListOf(_PERSON), "出席委員"),
        Key("absent", ListOf(_PERSON), "欠席委員"),
        Key("secretariat", ListOf(_PERSON), "事務局職員"),
        Key("others", ListOf(_PERSON), "その他の出席者"),
        Key("agenda", ListOf(_AGENDA), "議題"),
        Key("documents", ListOf(Text()), "配布資料"),
    )
)
_SOURCE = Record(
    (
        Key("file", Text(), "元のファイル", True),
        Key("sha256", Text(), "元のファイルの指紋", True),
        Key("layout", Text(), "様式", True),
        Key("last_id", Text(pattern=r"U\d+", hint="「U001」の形で書いてください。"), "使った最後の発言番号", False, "訂正版を取り込むと書かれます。"),
    )
)
_VERDICT = TextOr(
    "quote",
    Record(
        (
            Key("quote", Text(), "言葉", True, "発言の中の言葉を、一字一句そのまま。"),
            Key("kind", Text(choices=VERDICTS), "判断", False, "書かなければ「いいえ」。"),
        )
    ),
)
_ENTRY = Record(
    (
        Key("narrative", Text(), "発言でない記録", False, "＜開会＞や見出し、注記。"),
        Key("id", Text(pattern=r"U\d+", hint="「U001」の形で書いてください。"), "発言番号", False, "付け替えないでください。"),
        Key("speaker", Text(), "発言者", False, "会議録に書かれたまま。"),
        Key("role", Text(choices=ROLES), "役割"),
        Key("agenda", Whole(), "議題の番号"),
        Key("line", Whole(), "元のファイルの行"),
        Key("text", Text(), "発言", False, "公表されたまま。直すときは reading に書きます。"),
        Key("reading", Text(), "読み替え", False, "明らかな誤りを直した読み。"),
        Key("note", Text(), "覚え書き", False, "事務局の覚え書き。答申案には載りません。"),
        Key("opinion", TextOrList(Text(choices=VERDICTS), ListOf(_VERDICT)), "意見かどうか", False, "発言の全体なら1語、一部なら言葉の並び。書かなければ文末から見分けます。"),
    )
)
SCHEMA = Record(
    (
        Key("meeting", _MEETING, "会議", True),
        Key("source", _SOURCE, "元のファイル"),
        Key("record", ListOf(_ENTRY), "記録", True, "元の会議録の順。"),
    )
)


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
        missing = [name for name in ("id", "speaker", "role", "text") if name not in item.values]
        if missing:
            message = f"発言に「{'」「'.join(missing)}」がありません（発言でない記録なら narrative に書きます）。"
            problems.append(Problem("Y011", message, item.place))
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
