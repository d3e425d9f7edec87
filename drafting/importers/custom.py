"""A layout that a city describes itself: `inputs/layouts/*.yaml`, patterns of plain words with places in braces.

    name: our-form
    title: 本市の会議録
    speech: ["■{発言者}■{発言}"]

A pattern is no regular expression: every sign stands for itself, a blank for any blanks, 「{発言者}」
for a label of up to 40 characters and any other place for whatever is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from drafting.importers.boundary import head_length
from drafting.importers.layout import Layout, Reading
from drafting.importers.names import Names
from drafting.importers.openings import BLANK, LONGEST_LABEL, Opening
from drafting.importers.prose import Speakers, Trust, prose_events
from drafting.importers.rows import Row, is_blank
from drafting.importers.unspoken import What
from drafting.model import ROLES
from drafting.problems import Problem
from drafting.schema import Item, Key, ListOf, Record, Text, read
from drafting.yamlfile import Node

SPEAKER, WORDS = "発言者", "発言"
_PLACE = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")
_PATTERNS = ListOf(Text())

SCHEMA = Record(
    (
        Key("name", Text(pattern=r"[A-Za-z0-9_-]{1,32}", hint="半角の英数字で「our-form」のように書いてください。"), "様式の名前", True, "--layout で指定する名前。"),
        Key("title", Text(), "様式の説明", True, "取り込んだときに表示します。"),
        Key("speech", _PATTERNS, "発言の始まり", True, "「■{発言者}■{発言}」のように書きます。発言者だけの行なら「■{発言者}■」。"),
        Key("heading", _PATTERNS, "見出し", False, "「◇{見出し}」のように書きます。"),
        Key("note", _PATTERNS, "注記", False, "発言の途中に入る注記。「※{注記}」のように書きます。"),
        Key("skip", _PATTERNS, "読み飛ばす行", False, "ページの飾りなど。何行読み飛ばしたかを知らせます。"),
        Key(
            "roles",
            ListOf(Record((Key("label", Text(), "発言者の書き方", True), Key("role", Text(choices=ROLES), "役割", True)))),
            "役割",
            False,
            "発言者の書き方から役割が分からないときに書きます。",
        ),
    )
)


def read_layout(root: Node, file: str) -> tuple[Layout | None, list[Problem]]:
    """The layout that a file describes and all problems of the file; None if it describes none.

    Y070: a pattern of `speech` without {発言者}.
    """
    problems: list[Problem] = []
    top: Item | None = read(root, SCHEMA, file, problems)
    if top is None or problems:
        return None, problems
    for pattern in top.items("speech"):
        if SPEAKER not in _PLACE.findall(pattern):
            message = f"発言の始まり「{pattern}」に、発言者の位置がありません。{{発言者}} と書いてください（例 「■{{発言者}}■{{発言}}」）。"
            return None, [Problem("Y070", message, top.place_of("speech"))]
    speech, heading, note, skip = (
        [_compiled(pattern) for pattern in top.items(key)] for key in ("speech", "heading", "note", "skip")
    )
    roles = {item.text("label"): item.text("role") for item in top.items("roles")}
    title = top.text("title")
    return Layout(top.text("name"), title, partial(_read, speech, heading, note, skip), roles), problems


def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as an expression with the groups `speaker` and `words`."""
    pieces = _PLACE.split(pattern.strip("\n"))
    made = ""
    for i, piece in enumerate(pieces):
        if i % 2 == 0:
            made += re.sub(r"(?:\\?[ \t\u3000])+", f"[{BLANK}]+", re.escape(piece))
        elif piece == SPEAKER and "(?P<speaker>" not in made:
            made += f"(?P<speaker>.{{1,{LONGEST_LABEL}}}?)"
        elif piece == WORDS and "(?P<words>" not in made:
            made += "(?P<words>.*)"
        else:
            made += ".*?"
    return re.compile(f"[{BLANK}]*{made}[{BLANK}]*", re.DOTALL)


Patterns = Sequence[re.Pattern[str]]


def _read(speech: Patterns, heading: Patterns, note: Patterns, skip: Patterns, rows: Sequence[Row], names: Names) -> Reading:
    def opener(text: str) -> Iterator[Opening]:
        for pattern in speech:
            if match := pattern.fullmatch(text):
                yield Opening(match["speaker"], match.groupdict().get("words") or "")

    speakers = Speakers(opener, Trust.ANY, rows, names)

    known = ((What.FURNITURE, skip), (What.HEADING, heading), (What.ASIDE, note))

    def told(text: str) -> What | None:
        return next((what for what, patterns in known if any(pattern.fullmatch(text) for pattern in patterns)), None)

    head = head_length(rows, speakers.opening)
    opened = frozenset(i for i in range(head, len(rows)) if not is_blank(rows[i]) and speakers.opening(rows[i]))
    return Reading(head, opened, partial(prose_events, speakers=speakers, told=told))
