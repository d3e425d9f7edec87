"""Automatic numbers as text: what word/numbering.xml says and what Word would count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.patterns import lazy_pattern
from drafting.word.document import Element, w
from drafting.word.reading.numerals import numeral
from drafting.word.reading.symbols import PRIVATE, symbol
from drafting.word.reading.values import Numbering
from drafting.word.reading.xml import is_on, number, value

_PLACEHOLDER = lazy_pattern("%([1-9])")
_BULLET = "・"
# In a line of text a tab would look like the border of a column.
_SEPARATORS = {"space": " ", "nothing": ""}
_WIDE_BLANK = "\u3000"


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    separator: str
    restart: int
    legal: bool
    font: str


class _List(NamedTuple):
    """A w:num: lists that share `abstract` count on together; `starts` begin anew at its first use."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


Lists = dict[str, _List]


@dataclass
class Counters:
    """How far each list has counted: abstract list → level → number; and the lists used so far."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


def read_lists(root: Element | None) -> Lists:
    """The lists of word/numbering.xml by w:numId; none without the part."""
    if root is None:
        return {}
    abstracts = {each.get(w("abstractNumId"), ""): each for each in root.iter(w("abstractNum"))}
    by_style = {value(each, "styleLink"): id for id, each in abstracts.items() if value(each, "styleLink")}
    levels = {id: _levels(each) for id, each in abstracts.items()}
    lists: Lists = {}
    for each in root.iter(w("num")):
        abstract = value(each, "abstractNumId")
        if abstract in abstracts and (link := value(abstracts[abstract], "numStyleLink")):
            abstract = by_style.get(link, abstract)
        overrides = list(each.iter(w("lvlOverride")))
        own = {level: read for override in overrides for level, read in _levels(override).items()}
        starts = {
            number(override.get(w("ilvl"), "0")): number(value(override, "startOverride"), 1)
            for override in overrides
            if override.find(w("startOverride")) is not None
        }
        lists[each.get(w("numId"), "")] = _List(abstract, levels.get(abstract, {}) | own, starts)
    return lists


def _levels(parent: Element) -> dict[int, _Level]:
    return {number(each.get(w("ilvl"), "0")): _level(each) for each in parent.iter(w("lvl"))}


def _level(element: Element) -> _Level:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    return _Level(
        number(value(element, "start"), 0),
        value(element, "numFmt") or "decimal",
        value(element, "lvlText"),
        _SEPARATORS.get(value(element, "suff"), _WIDE_BLANK),
        number(value(element, "lvlRestart"), -1),
        is_on(element.find(w("isLgl"))) if element.find(w("isLgl")) is not None else False,
        "" if fonts is None else fonts.get(w("ascii"), ""),
    )


def next_numbering(counters: Counters, lists: Lists, list_id: str, level: int) -> Numbering | None:
    """Count one paragraph of a list and give its number; None for a list or level that is not there."""
    found = lists.get(list_id)
    if found is None or level not in found.levels:
        return None
    values = counters.values.setdefault(found.abstract, {})
    if list_id not in counters.used:
        counters.used.add(list_id)
        values.update({each: start - 1 for each, start in found.starts.items()})
    form = found.levels[level]
    values[level] = values.get(level, form.start - 1) + 1
    for deeper in [each for each in values if each > level]:
        if _restarts(found.levels.get(deeper), deeper, level):
            del values[deeper]
    for above in range(level):
        if above in found.levels:
            values.setdefault(above, found.levels[above].start)
    return Numbering(list_id, level, _label(found, form, values), form.separator)


def _restarts(form: _Level | None, deeper: int, level: int) -> bool:
    """w:lvlRestart (17.9.10): never for 0, else after a number of that level (from 1) or one above it."""
    if form is None or form.restart < 0:
        return True
    return form.restart != 0 and level < form.restart


def _label(found: _List, form: _Level, values: dict[int, int]) -> str:
    if form.form == "bullet":
        return "".join(_bullet(letter, form.font) for letter in form.text)

    def numbered(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        source = found.levels.get(level)
        if source is None:
            return ""
        return numeral(values.get(level, source.start), "decimal" if form.legal else source.form)

    return _PLACEHOLDER.sub(numbered, form.text)


def _bullet(letter: str, font: str) -> str:
    if PRIVATE.match(letter):
        return symbol(font, ord(letter)) or _BULLET
    return letter
