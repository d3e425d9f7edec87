"""The head of the minutes: rows before the record → `Meeting`, and what is not understood.

What is dropped, and why nothing is lost by it: the bare title (「会 議 録」), which every such
file has, rows that only point elsewhere (「審議等の概要 … 別紙のとおり」) to the record that follows,
and the lines of drawn tables. They say nothing of this meeting, and as narratives they would stand
in the report as if they were its sections. Everything else is a field of `Meeting`, a narrative or
a Problem; `accounting` proves it for each row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.dates import WrittenDate, find_dates, find_times
from drafting.importers.accounting import unaccounted
from drafting.importers.columns import are_column_heads
from drafting.importers.entries import Entry, collect
from drafting.importers.fields import committee_of
from drafting.importers.forms import with_whole_labels
from drafting.importers.grid import without_grids
from drafting.importers.headings import is_heading
from drafting.importers.label_keys import Part, head_field_of, key
from drafting.importers.markup import paragraphs
from drafting.importers.meeting import meeting_of, with_officers
from drafting.importers.record import unplaced
from drafting.importers.rows import Row, warning
from drafting.importers.titles import (
    adds_nothing,
    is_bare_title,
    is_column_header,
    is_form_number,
    is_named_title,
    is_pointer,
    is_title_word,
    may_name_meeting,
    names_meeting,
    says_no_more,
    with_whole_title,
)
from drafting.model import Meeting, Narrative
from drafting.problems import Problem

_FAR = 12
_ANSWERS = re.compile("(?:回答|提出|意見|募集|返送|返信|書面)[^0-9０-９]{0,6}(?:期限|期間|期日|締切|締め切り|〆切)")
_A_NAME = 5  # letters
_SHOWN = 80
_ORNAMENTS = " \t\u3000#＃■◆●◎○＊*＝=～~─━―-"
_SESSION = re.compile("第[ \u3000]*[0-9０-９〇一二三四五六七八九十百]{1,4}[ \u3000]*回")
_AT = re.compile("(?:から|より|に)?[、，]?[ \u3000]*([^、，。：:]{3,30}?)(?:において|にて|(?<=[室館所ー階校場堂園舎ザ号])で)[、，]")
_SESSION_ALONE = re.compile(f"[ \u3000]*(?:(?:令和|平成|昭和)[ \u3000]*(?:元|[0-9０-９]{{1,2}})[ \u3000]*年度?)?[ \u3000]*{_SESSION.pattern}[ \u3000]*(?:定例|臨時)?会?議?[ \u3000]*")
_ONLY_NUMBER = re.compile("第?[(（]?[0-9０-９①-⑳一二三四五六七八九十]{1,3}[)）.．、]?")
_USES = {
    "when": "date, start, end", "start": "start", "end": "end", "where": "place", "public": "public",
    "private_reason": "private_reason", "observers": "observers", "office": "office", "title": "title", "committee": "committee",
    "session": "session", "attendance": "members", "members": "members", "absent": "absent", "secretariat": "secretariat",
    "others": "others", "agenda": "agenda", "documents": "documents",
}  # fmt: skip


def read_head(rows: Sequence[Row], file: str, meeting_id: str | None) -> tuple[Meeting, list[Narrative], list[Problem]]:
    """The meeting, the narratives that stand in its head, and warnings.

    I013 a row not understood, I020 date and weekday disagree, I021 a count differs from the
    names, I022 a field that cannot be read wholly (it is among the narratives too), I027 the years
    of two calendars disagree, I028 an era that did not exist on that day.
    """
    source = without_grids(with_whole_title(rows), lambda cell: bool(head_field_of(Part.PARTICULARS)(key(cell))))
    rows = with_whole_labels([_numbered(row) for row in source], head_field_of(Part.PARTICULARS))
    entries, leftover = collect(rows)
    used = titles = _titles(rows, leftover, entries)
    named = any(entry.field in ("title", "committee") and entry.value for entry in entries)
    if not named:
        used = _without_running_heads(rows, titles)
        entries = [Entry("title", "", rows[index].text.strip(_ORNAMENTS), index) for index in used] + entries
    entries += _occasion(rows, [i for i in leftover if i not in titles], titles, entries)
    entries = with_officers([entry._replace(value=paragraphs(entry.value)) for entry in entries])
    meeting, problems = meeting_of(entries, rows, file, meeting_id)
    kept, told = _kept(rows, entries, leftover, [index for index in titles if named or index not in used], meeting, file)
    drop = set(used) if not named else {i for i in titles if i not in kept}
    narratives = [Narrative(source[i].text.strip(" \t"), source[i].line) for i in sorted(kept - drop)]
    return meeting, narratives, problems + told


def _numbered(row: Row) -> Row:
    """The row with a number in a cell of its own put before its label: 「5｜欠席委員」 → 「5 欠席委員」."""
    if len(row.cells) < 2 or not _ONLY_NUMBER.fullmatch(row.cells[0].strip()):
        return row
    first = Row((f"{row.cells[0].strip()} {row.cells[1].strip()}",), row.line)
    if not (len(row.cells) > 2 and head_field_of(Part.PARTICULARS)(key(row.cells[1]))) and not is_pointer(first):
        return row
    return Row((first.text, *row.cells[2:]), row.line)


def _titles(rows: Sequence[Row], leftover: Sequence[int], entries: Sequence[Entry]) -> list[int]:
    """The rows that name the meeting without a label: any that ends in 会議録, and those above all fields."""
    first = min((entry.row for entry in entries), default=len(rows))
    found: list[int] = []
    ended = False
    for index in leftover:
        text = rows[index].text.strip(_ORNAMENTS)
        if is_named_title(rows[index]) and not ended:
            found.append(index)
            ended = True
            continue
        if is_bare_title(rows[index]) or is_column_header(rows[index]) or is_title_word(rows[index]) or is_pointer(rows[index]):
            continue
        if names_meeting(text) and not ended:
            found.append(index)
            ended = True
        elif (index < first and may_name_meeting(text) and not ended) or (ended and index < first and names_meeting(text) and _says_more(text, rows[found[-1]].text.strip(_ORNAMENTS))):
            found.append(index)
    return found


def _says_more(title: str, other: str) -> bool:
    """True if a title says all that another does, and more: that one is the running head of its page."""
    return len(title) > len(other) and adds_nothing(other, (title,))


def _without_running_heads(rows: Sequence[Row], titles: Sequence[int]) -> list[int]:
    """The rows of the title without those above its last one that name the meeting as that one does."""
    texts = [rows[index].text.strip(_ORNAMENTS) for index in titles]
    repeated = (committee_of(text) for text in texts[:-1])
    return [index for index, name in zip(titles[:-1], repeated, strict=True) if len(name) < _A_NAME or name not in committee_of(texts[-1])] + list(titles[-1:])


def _occasion(rows: Sequence[Row], leftover: Sequence[int], titles: Sequence[int], entries: Sequence[Entry]) -> list[Entry]:
    """The session and the date in a line below the title, 「令和元年度　第２回（令和２年１月３０日）」, where nothing else tells them.

    「平成25年　第20回定例会」 tells the session wherever it stands. The row stays a narrative: it may say more.
    """
    first = min((entry.row for entry in entries if entry.field != "extra" and entry.row not in titles), default=len(rows))
    told = [rows[i].text for i in titles] + [entry.value for entry in entries if entry.field in ("title", "committee", "session")]
    for index in (i for i in leftover if titles and i > titles[0] and (i < first or _SESSION_ALONE.fullmatch(rows[i].text))):
        text = rows[index].text.strip(_ORNAMENTS)
        session, dates = _SESSION.search(text), [] if _ANSWERS.search(text) else find_dates(text)
        held = _held(text, dates[0], index) if dates else []
        tells = len(held) > 1 and dates[0].start == 0  # 「令和…、公民館において、第2回…を開催した。」
        if (not tells and ("。" in text or len(text) > _FAR * 5)) or not (session or dates):
            continue
        found = [Entry("extra", "", text, index)]
        if session and not any(map(_SESSION.search, told)):
            found.append(Entry("session", "", session[0], index))
        if dates and not any(entry.field == "when" and find_dates(entry.value) for entry in entries):
            found += held
        return found if len(found) > 1 else []
    return []


def _held(text: str, day: WrittenDate, index: int) -> list[Entry]:
    """The date of a line, with the times and the place of a sentence: 「…（火）午後6時から、公民館において、第2回…」."""
    times = [one for one in find_times(text) if one.start >= day.end]
    until = times[-1].end if times and times[0].start - day.end <= _FAR else day.end
    found = [Entry("when", "", text[day.start : until], index)]
    if place := _AT.match(text, until):
        found.append(Entry("where", "", place[1], index))
    return found


def _kept(
    rows: Sequence[Row], entries: Sequence[Entry], leftover: Sequence[int], titles: Sequence[int], meeting: Meeting, file: str
) -> tuple[set[int], list[Problem]]:
    """The rows that stay among the narratives, and what is said of them."""
    kept: set[int] = {entry.row for entry in entries if entry.field == "extra"}
    problems: list[Problem] = []
    for index in sorted(unaccounted(entries, meeting)):
        entry = entries[index]
        if entry.row not in kept:
            problems.append(_not_whole(entry, rows[entry.row], file))
        kept.add(entry.row)
    for index in leftover:
        row = rows[index]
        text = row.text.strip(" \t\u3000")
        if index in titles:
            if not adds_nothing(text, (meeting.title, meeting.committee)):
                kept.add(index)
            continue
        if is_bare_title(row) or is_column_header(row) or are_column_heads(row.text) or (is_pointer(row) and says_no_more(row) and not is_title_word(row)) or any(entry.row == index for entry in entries):
            continue
        kept.add(index)
        if not (is_title_word(row) or is_pointer(row) or is_form_number(text) or is_heading(text) or names_meeting(text) or any(text.endswith(item.title) for item in meeting.agenda)):
            problems.append(unplaced(text, file, row.line))
    return kept, problems


def _not_whole(entry: Entry, row: Row, file: str) -> Problem:
    label = key(entry.label) or "会議の項目"
    use = _USES.get(entry.field.partition(":")[0], "")
    message = (
        f"{label}「{entry.value[:_SHOWN]}」の全部は読み取れないので、地の文にも残しました。YAML の {use} を確かめてください。"
    )
    return warning("I022", message, file, row.line)
