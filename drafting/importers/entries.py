"""The rows of the head → entries: which field a row speaks of, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.importers.continuation import are_people, continues, opens_with_role
from drafting.importers.headings import tells_of_item
from drafting.importers.inner_labels import GROUP, heads_members, inner_parts
from drafting.importers.label_keys import Part, head_field_of, key, unnumbered
from drafting.importers.label_lines import Found
from drafting.importers.labels import find_labels
from drafting.importers.listed import What, joined_person, words
from drafting.importers.open_field import BLANKS, LIST_LINE, SINGLE, OpenField, indent_of, is_sibling, numbering_of
from drafting.importers.roll import READINGS, columns_of, people_in
from drafting.importers.rows import Row, is_blank
from drafting.importers.titles import is_pointer
from drafting.importers.vocabulary import HEAD_WORDS, ORDERS, PEOPLE
from drafting.model import Person


class Entry(NamedTuple):
    """What a row says of a field; `row` is its index, `person` what a row of a roll gives."""

    field: str
    label: str
    value: str
    row: int
    person: Person | None = None
    column: int = 0  # of a roll printed in two columns of people


_VOTE = re.compile("[(（]?[0-9０-９①-⑳]{0,2}[)）.．、]?[ \u3000]*(?:承認|賛成|可決|了承|同意)[ \u3000：:]*[0-9０-９]{1,3}[ \u3000]*[名人票]")
_TITLE = 5
_PAPERS = frozenset(("次第", "会議次第", "議事次第", "式次第", "委員名簿", "出席者名簿", "審議会次第", "委員会次第"))
_AWAY = re.compile("([^、，,※\n]{2,40}?)[ \u3000]*(?:※[ \u3000]*欠席|[(（]欠席[)）])|※?((?:[^、，,※\n\u3000]{1,6}委員[、，・]?)+)は?欠席")
_ONE_AWAY = re.compile("[(（]([^()（）、。]{1,12}(?:委員|長|議員|氏))[はが](?:都合により)?欠席[)）]$")
_HOW = re.compile("(?<=[^ \u3000\n])[ \u3000]*※[ \u3000]*(?:Web|WEB|Ｗｅｂ|ＷＥＢ|Zoom|ＺＯＯＭ|ZOOM|オンライン|リモート|ウェブ)(?:会議)?(?:での?|による|にて)?(?:出席|参加)?(?=$|\n)")


@dataclass
class _State(OpenField):
    """The open field, and what has been read so far."""

    entries: list[Entry] = field(default_factory=list)
    leftover: list[int] = field(default_factory=list)


def collect(rows: Sequence[Row]) -> tuple[list[Entry], list[int]]:
    """The entries of the head in order, and the indexes of the rows that no field speaks of."""
    state = _State()
    for index, row in enumerate(rows):
        if is_blank(row):
            state.blank = True
            # The line under the head of a table in Markdown is blank.
            state.columns = state.columns if index and columns_of(rows[index - 1]) else None
            if state.name in SINGLE and state.lines:
                state.name = ""
            continue
        _take(row, index, state, rows)
        state.blank = False
    return state.entries, state.leftover


def _take(row: Row, index: int, state: _State, rows: Sequence[Row]) -> None:
    if columns := columns_of(row):
        state.columns, state.side = columns, state.name if state.name in PEOPLE else "members"
        state.inside = True
        if state.name not in PEOPLE:
            state.name, state.form = "members", ("", 0)
        return
    found = find_labels(row, Part.ATTENDANCE if state.inside else Part.PARTICULARS, head_field_of)
    if state.columns and found and found[0].field != "members" and len(row.cells) < len(state.columns.names):
        state.columns = None
    if _take_roll(row, index, state):
        return
    if (state.name.startswith("agenda") and tells_of_item(row.text)) or (found and _reopens(found[0], state)):
        _leave(index, state)
    elif found and not _is_item(found, row, state) and not _is_step(row, index, state, rows):
        _open(found, row, index, state)
    elif state.name and not (state.inside and _is_office(row, state)) and not _repeats_item(row, state) and continues(row, state):
        for part in inner_parts(Found(state.name, state.label, row.text.strip(BLANKS))):
            # 「（事務局）佐藤課長」 goes on with the list of those present, and opens another part of it.
            state.name, state.label = part.field, part.label
            _add(part.field, part.value, index, state)
        state.item_form = numbering_of(row.text)
    elif state.inside and _is_office(row, state):
        # 「教育委員会事務局」 above its people.
        state.name, state.label, state.alone, state.form, state.lines = "secretariat", "", True, ("", 0), 0
        _add("secretariat", row.text.strip(BLANKS), index, state)
    elif state.name not in PEOPLE and opens_with_role(row.text.strip(BLANKS)) and are_people(row):
        state.name, state.label, state.alone, state.form, state.lines = "members", "", False, ("", 0), 0
        _add("members", row.text.strip(BLANKS), index, state)
    elif state.order and state.form == ("", 0) and LIST_LINE.match(row.text.strip(BLANKS)) and state.name.startswith("agenda") and not is_pointer(row):
        _add("agenda", row.text.strip(BLANKS), index, state)
    elif state.order and is_sibling(row, state) and not is_pointer(row):
        # 「3 その他」 behind 「2 議事」: the 次第 goes on.
        state.name, state.label, state.form = "agenda", state.order, numbering_of(row.text)
        _add("agenda", row.text.strip(BLANKS), index, state)
    else:
        _leave(index, state)


def _leave(index: int, state: _State) -> None:
    """No field speaks of the row, and none is open below it."""
    state.name = state.order = ""
    state.leftover.append(index)


def _is_step(row: Row, index: int, state: _State, rows: Sequence[Row]) -> bool:
    """True for 「3 報告事項」 between 「2 挨拶」 and 「4 協議事項」 in a list of steps: nothing is listed below it."""
    form, number = numbering_of(row.text)
    behind = next((one for one in rows[index + 1 :] if not is_blank(one)), None)
    deeper = indent_of(row.text) > state.indent
    return bool(
        state.name.startswith("agenda") and number > 1 and deeper and state.item_form == (form, number - 1)
        and behind and (numbering_of(behind.text) == (form, number + 1) or indent_of(behind.text) <= state.indent)
    )  # fmt: skip


def _reopens(first: Found, state: _State) -> bool:
    """True for 「議題(1)　…」 that is an item read before, the heading of its part, and for 「議題(1)　承認8名」, what came of it."""
    if not first.field.startswith("agenda") or not first.value:
        return False
    if _VOTE.match(first.value):
        return True
    title = unnumbered("".join(first.value.split()))
    return len(title) >= _TITLE and any(title == unnumbered("".join(line.split())) for one in state.entries if one.field.startswith("agenda") for line in one.value.split("\n"))


def _repeats_item(row: Row, state: _State) -> bool:
    """True for an item of the agenda set off below it: the first heading of the record."""
    text = row.text.strip(BLANKS)
    return state.blank and state.name.startswith("agenda") and any(
        text in (line.strip(BLANKS) for line in entry.value.split("\n")) for entry in state.entries if entry.field == state.name
    )


def _is_office(row: Row, state: _State) -> bool:
    text = row.text.strip(BLANKS)
    office, colon, _ = text.partition("：")
    if colon and state.name in ("members", "absent", "attendance") and [one.what for one in words(office)] == [What.DEPARTMENT]:
        # 「図書館：館長　苗代」 below the members.
        return any(one.what is What.TITLE or (one.what is What.NAME and one.title) for one in words(text))
    return len(text) < 20 and bool(re.fullmatch("[^ \u3000]+(?:事務局|部局)", text))


def _take_roll(row: Row, index: int, state: _State) -> bool:
    """True if a row under 氏名｜所属｜出欠 was read as a person, or as two side by side."""
    if state.columns is None:
        return False
    read = people_in(row, state.columns, state.side)
    if not read:
        state.columns = None
    for column, one in enumerate(read):
        name = "absent" if one.is_absent else state.side if state.side != "attendance" else "members"
        state.entries.append(Entry(name, state.label, one.text, index, one.person, column))
        if reading := READINGS.search(one.text):
            # How a name is read is no field: the row stays among the narratives.
            state.entries.append(Entry("extra", state.label, reading[0], index))
    return bool(read)


def _open(found: Sequence[Found], row: Row, index: int, state: _State) -> None:
    first = found[0]
    if first.field.startswith("agenda"):
        if key(first.label) in ORDERS:
            state.order = first.label
        elif state.name.startswith("agenda") and state.lines and not state.order and not first.value:
            state.order = state.label
    elif not first.field.startswith("agenda"):
        state.order = ""
    for one in found:
        state.inside = one.field in PEOPLE
        state.name, state.label, state.lines, state.value = one.field, one.label, 0, ""
        if one.value:
            for part in inner_parts(one):
                state.name, state.label = part.field, part.label
                _add(part.field, joined_person(part.value) if part.field in PEOPLE else part.value, index, state)
        else:
            state.entries.append(Entry(one.field, one.label, "", index))
    state.alone, state.in_cells = not found[-1].value, len(row.cells) > 1
    state.form, state.item_form = numbering_of(row.text), ("", 0)
    state.indent = indent_of(row.text)


def _add(name: str, value: str, index: int, state: _State) -> None:
    if name in ("members", "attendance") and (match := _AWAY.fullmatch(value)):
        # One person of the list was not there: 「名張 翼（公募）※欠席」.
        name, value = "absent", match[1] or match[2]
    elif name in ("members", "attendance") and (match := _ONE_AWAY.search(value)):
        state.entries.append(Entry("absent", state.label, match[1], index))
        value = value[: match.start()]
    elif name in PEOPLE:
        if how := _HOW.search(value):
            # How somebody took part is no field: the row stays among the narratives.
            state.entries.append(Entry("extra", state.label, how[0], index))
        value = _HOW.sub("", value)
    state.entries.append(Entry(name, state.label, value, index))
    state.lines += 1
    state.value = value


def _is_item(found: Sequence[Found], row: Row, state: _State) -> bool:
    """True if a row looks like a label but is an item of the list that is open."""
    name = key(found[0].label)
    if state.name == "documents":
        # 「参考資料　名簿」 among papers is a paper, 「会議次第」 right below one too.
        return (name in _PAPERS and not found[0].value and not state.blank) or (name in ("参考資料", "資料") and bool(found[0].value) and state.lines > 0)
    if state.name == "absent" and name == "委員":
        return not numbering_of(row.text)[0]
    if state.name in ("members", "absent") and GROUP.match(row.text):
        return True
    if name == "議長" and state.inside:
        return True
    if state.name in ("attendance", "members") and heads_members(found[0]):
        return True
    if state.alone and not state.lines and state.name in SINGLE and name in HEAD_WORDS and not found[0].value:
        return True
    if not state.name.startswith("agenda") or not state.lines:
        return False
    form, number = numbering_of(row.text)
    last_form, last_number = state.item_form
    nested = found[0].field.startswith("agenda") and not found[0].value
    return bool(number) and form == last_form and number == last_number + 1 and form != state.form[0] and not nested
