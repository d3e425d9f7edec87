"""Whether a row without a label goes on with the field that is open."""

from __future__ import annotations

import re

from drafting.dates import find_dates, find_times
from drafting.importers.fields import is_ceremony
from drafting.importers.headings import is_break, numbered
from drafting.importers.listed import What, unspaced, without_seats, words
from drafting.importers.offices import ROLES
from drafting.importers.open_field import BLANKS, LIST_LINE, SINGLE, OpenField, indent_of, is_sibling, numbering_of
from drafting.importers.people import COUNT, NOBODY
from drafting.importers.rows import Row
from drafting.importers.titles import is_pointer
from drafting.importers.vocabulary import PEOPLE

_REMARK = re.compile("[(（][^()（）]{1,12}[)）]$")
_MOST_LINES = 4
_MOST_LIST_LINES = 200
_CLOCKS = frozenset(("when", "start", "end"))
_JOINERS = tuple("、，,・")
ROLE_START = re.compile(f"(?:[(（]?[0-9０-９]{{1,2}}[)）.．、]?[ \u3000]*)?[◎○〇●・ \u3000]*[(（【〔]?(?:{ROLES})[)）】〕]?(?:[ \t\u3000：:]|(?<=[)）】〕]))")
_NAME_LIKE = re.compile("[◎○〇●]?[一-龥々〆ヶ髙﨑𠮷ァ-ヴー]{1,5}(?:[ \t\u3000]+[一-龥々ぁ-んァ-ヴー]{1,5})?")

# 「(松尾町)」 above the members of that town.
_GROUP_HEAD = re.compile("[(（〔［\\[][^()（）〔〕［］\\[\\]0-9０-９、]{1,12}(?:町|村|市|区|県|会|団体|選出|関係|代表|公募|学識経験者|有識者)[)）〕］\\]]")


def continues(row: Row, state: OpenField) -> bool:
    """True if a row without a label goes on with the open field."""
    first = row.cells[0]
    text = row.text.strip(BLANKS)
    if len(row.cells) > 1 and not first.strip():
        return True
    if state.name in PEOPLE and NOBODY.fullmatch(state.value):
        return False
    if state.lines >= (_MOST_LINES if state.name in SINGLE else _MOST_LIST_LINES):
        return False
    if state.blank and state.name in PEOPLE and _opens_ceremony(text):
        return False
    if is_sibling(row, state) or (state.name not in SINGLE and is_pointer(row)):
        return False
    if _counts_anew_below_a_table(row, state):
        return False
    if state.name not in _CLOCKS and not state.name.startswith("agenda") and is_break(text):
        return False
    if state.name in PEOPLE:
        return _goes_on_with_people(row, text, state)
    if len(row.cells) > 1 and not LIST_LINE.match(text):
        return False
    indented = indent_of(first) > state.indent
    if not state.blank and not state.lines and state.alone:
        return "。" not in text or state.name in ("private_reason", "extra")
    if state.blank and state.alone and not state.lines:
        return "。" not in text
    if state.name in SINGLE:
        return not state.blank and (state.alone or indented or _is_open(state.value) or _belongs(text, state.name))
    if "。" in text.rstrip("。"):
        return False
    if state.blank:
        return bool(LIST_LINE.match(text)) and not (state.name == "documents" and _opens_ceremony(text))
    return bool(LIST_LINE.match(text)) or indented or state.alone or _is_open(state.value)


def _opens_ceremony(text: str) -> bool:
    """True for 「１　開　会（次長）」: the record begins, no list goes on."""
    found = numbered(text)
    return found is not None and is_ceremony(_REMARK.sub("", found[1]))


def _counts_anew_below_a_table(row: Row, state: OpenField) -> bool:
    """True for 「1　委員の意見」 below a table whose last row lists 「(1)…(2)…」: a heading of what follows."""
    if not state.in_cells or len(row.cells) > 1 or indent_of(row.text) > state.indent:
        return False
    form, number = numbering_of(row.text)
    above = numbering_of(state.value.rpartition("\n")[2])
    return number == 1 and above[1] > 0 and form != above[0]


def _is_open(value: str) -> bool:
    """True if a value was cut by the end of its line."""
    return value.endswith(_JOINERS) or len(re.findall("[(（]", value)) > len(re.findall("[)）]", value))


def _belongs(text: str, name: str) -> bool:
    if name in ("when", "start", "end"):
        return bool(find_dates(text) or find_times(text)) and len(text) < 40
    return text[:1] in "（(※" or (name == "public" and text[:1] in "■□☑☐☒レ●○")


def _goes_on_with_people(row: Row, text: str, state: OpenField) -> bool:
    if "。" in text or len(text) > 300:
        return False
    if _is_open(state.value) or NOBODY.fullmatch(text) or (COUNT.fullmatch(text) and state.lines):
        return True
    if state.lines and _GROUP_HEAD.fullmatch(text):
        return True
    first = row.cells[0]
    indented = indent_of(first) > state.indent
    if not state.blank and indented and len(row.cells) == 1:
        return True
    return are_people(row)


def opens_with_role(text: str) -> bool:
    """True for 「座　長　　青木」 and 「委員：青木」."""
    return bool(ROLE_START.match(text) or ROLE_START.match(unspaced(text)))


def are_people(row: Row) -> bool:
    """True if a row reads like a list of people: a role, a title, a mark or nothing but names."""
    text = without_seats(row.text.strip(BLANKS))
    found = list(words(text))
    close = next((i for i, one in enumerate(found) if one.what is What.CLOSE), 0)
    if found and found[0].what is What.OPEN and any(one.what is What.BODY for one in found[:close]):
        text = re.split("[)）〕］】\\]]", text, maxsplit=1)[-1].strip(" \u3000")  # 「（被保険者代表） 鯵坂 正」
    if opens_with_role(text) or any(word.what in (What.ROLE, What.TITLE) or (word.what is What.NAME and word.title) for word in found):
        return len(found) > 1 or any(word.stem and word.title for word in found)
    pieces = re.split("[、，,・]", text)
    return all(_NAME_LIKE.match(piece.strip(BLANKS)) and len(piece) <= 40 for piece in pieces) and all(
        word.what in (What.NAME, What.BODY, What.OPEN, What.CLOSE, What.CUT, What.DOT, What.DEPARTMENT) for word in found
    ) and not any(word.what is What.NAME and len(word.text) > 7 for word in found)
