"""The known layouts, and which of them a file is written in.

[x] L01 speaker-table  [x] L02 L13 L14 L16 marked  [x] L03 sumitsuki  [x] L04 L05 paren  [x] L06 colon
[x] L07 close-paren  [x] L08 angle  [x] L09 bullets  [x] L10 topics  [x] L11 pairs  [x] L12 own-line
[x] L15 lost-column  (domain §5) and: square, blank, quoting, trailing
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from drafting.importers import listing, openings, table
from drafting.importers.boundary import head_length, words_above
from drafting.importers.layout import Layout, Reading
from drafting.importers.names import Names
from drafting.importers.openings import Opener, Opening
from drafting.importers.prose import Speakers, Trust, prose_events
from drafting.importers.record import Event
from drafting.importers.roles import clean_label, is_certain_speaker, is_speaker
from drafting.importers.rows import Row, first_line, is_blank, warning
from drafting.importers.trailing import labels_below, trailing_events
from drafting.problems import InputError, Place, Problem


def _prose(opener: Opener, trust: Trust) -> Callable[[Sequence[Row], Names], Reading]:
    """The reader of a layout in lines."""

    def read(rows: Sequence[Row], names: Names) -> Reading:
        speakers = Speakers(opener, trust, rows, names)
        head = head_length(rows, speakers.opening)
        opened = frozenset(i for i in range(head, len(rows)) if not is_blank(rows[i]) and speakers.opening(rows[i]))
        return Reading(head, opened, partial(prose_events, speakers=speakers))

    return read


def _list(
    head: Callable[[Sequence[Row]], int], score: Callable[[Sequence[Row]], int], events: Callable[[Sequence[Row]], Iterable[Event]]
) -> Callable[[Sequence[Row], Names], Reading]:
    """The reader of a layout without speakers."""

    def read(rows: Sequence[Row], names: Names) -> Reading:
        return Reading(head(rows), frozenset(range(score(rows))), events)

    return read


def _read_trailing(rows: Sequence[Row], names: Names) -> Reading:
    """As `_prose`, where the labels stand behind the words, or on lines of their own below them."""
    speakers = Speakers(openings.trailing, Trust.SIGNED, rows, names)
    below = labels_below(rows, speakers)
    head = words_above(rows, min([head_length(rows, speakers.opening), *below]))
    opened = {i for i in range(head, len(rows)) if not is_blank(rows[i]) and speakers.opening(rows[i])}
    return Reading(head, frozenset(opened.union(below)), partial(trailing_events, speakers=speakers), declared=bool(below))


def _read_bullets(rows: Sequence[Row], names: Names) -> Reading:
    """As `_list`, with the legend, which may stand in the head."""
    events = partial(listing.bullet_events, legend=listing.legend_of(rows))
    return Reading(listing.bullets_head(rows), frozenset(range(listing.bullets_score(rows))), events)


_OPENERS: dict[str, tuple[str, Opener, Trust]] = {
    "colon": ("発言者と「：」（例 委員長：…）", openings.colon, Trust.SIGNED),
    "sumitsuki": ("【】の中の発言者（例 【委員】）", openings.bracketed("【"), Trust.SIGNED),
    "angle": ("< > の中の発言者（例 ＜事務局＞）", openings.bracketed("<＜〈《≪"), Trust.SIGNED),
    "paren": ("（ ）の中の発言者（例 （会長）…）", openings.bracketed("(（"), Trust.SIGNED),
    "square": ("［ ］の中の発言者（例 ［委員］…）", openings.bracketed("[［〔{｛"), Trust.SIGNED),
    "marked": ("印と発言者（例 ○会長　…）", openings.marked, Trust.SIGNED),
    "close-paren": ("発言者と閉じ括弧（例 山本委員長）…）", openings.closing_bracket, Trust.ROLES),
    "quoting": ("発言者とかぎ括弧（例 委員長「…」）", openings.quoting, Trust.ROLES),
    "own-line": ("発言者だけの行（例 佐藤会長）", openings.alone, Trust.ROLES),
    "blank": ("発言者と空白（例 委員長　…）", openings.bare, Trust.ROLES),
}
# A second sign in the same file is believed only where it stands before a known role.
_PLAIN = (openings.alone, openings.colon)
_SECOND = ("colon", "sumitsuki", "angle", "paren", "square", "marked", "own-line")

_SPOKEN: tuple[Layout, ...] = (
    table.LAYOUT,
    *(Layout(name, title, _prose(opener, trust)) for name, (title, opener, trust) in _OPENERS.items()),
    Layout("trailing", "発言の後の発言者（例 …ではないか。（委員））", _read_trailing),
)
_PAIRS = Layout("pairs", "問と答（例 Q…A…、（意見）（回答））", _prose(openings.paired, Trust.ANY))
_UNSPOKEN: tuple[Layout, ...] = (
    Layout("lost-column", "発言者の欄が欠けた表", _list(listing.lost_column_head, listing.lost_column_score, listing.lost_column_events)),
    Layout("bullets", "発言者のない箇条書き（例 ・…）", _read_bullets),
    Layout("topics", "項目ごとの要旨（発言者なし）", _list(listing.topics_head, listing.topics_score, listing.topic_events)),
)
LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in (*_SPOKEN, _PAIRS, *_UNSPOKEN)}

_FEW, _MANY_ROWS = 3, 20
_UNSURE = 0.6
# A list without speakers must have four times the points; where speakers open a fifth of the rows it cannot.
_MORE, _CLEAR = 4, 5


class Recognised:
    """The layout taken for a file, its reading, and how sure that is (0 to 1)."""

    def __init__(self, layout: Layout, reading: Reading, sure: float) -> None:
        self.layout, self.reading, self.sure = layout, reading, sure


def recognise(rows: Sequence[Row], own: Mapping[str, Layout], names: Names) -> Recognised | None:
    """The layout that opens most speeches of the whole file; None if nobody speaks in any.

    A city's `own` layouts come first of those that fit alike. Layouts without speakers are taken
    only where none with speakers fits.
    """
    readings = {layout.name: layout.read(rows, names) for layout in (*own.values(), *_SPOKEN)}
    best = max(readings, key=lambda name: len(readings[name].opened) * (2 if readings[name].declared else 1))
    count = len(readings[best].opened)
    if count * _CLEAR < sum(not is_blank(row) for row in rows) and (found := _without_speakers(rows, names, count)):
        return found
    if not count:
        return None
    if not readings[best].declared and (pairs := _PAIRS.read(rows, names)).opened > readings[best].opened:
        # Every label is 問, 答 or the like, and 【意見】 beside them is one too.
        return Recognised(_PAIRS, pairs, 1.0)
    layout = own.get(best) or LAYOUTS[best]
    union = frozenset(chain.from_iterable(reading.opened for reading in readings.values()))
    sure = 1.0 if readings[best].declared else count / max(count, sum(i >= readings[best].head for i in union))
    return Recognised(layout, _with_second_signs(rows, best, readings, names), sure)


def _without_speakers(rows: Sequence[Row], names: Names, count: int) -> Recognised | None:
    """Pairs or a list without speakers, where it has many more points than the `count` that speakers open."""
    pairs = _PAIRS.read(rows, names)
    points = listing.bullets_score(rows) if not count else 0
    if len(pairs.opened) >= 2 and len(pairs.opened) > 2 * count and points <= 2 * len(pairs.opened):
        return Recognised(_PAIRS, pairs, 1.0)
    for layout in _UNSPOKEN:
        reading = layout.read(rows, names)
        if reading.opened and len(reading.opened) > _MORE * count and (count < 2 or layout.name != "topics"):
            return Recognised(layout, reading, 1.0)
    return None


def _with_second_signs(rows: Sequence[Row], best: str, readings: Mapping[str, Reading], names: Names) -> Reading:
    """The reading of the best layout, with the signs of others that open at least two more speeches."""
    first = readings[best]
    if best not in _OPENERS:
        return first
    more = [
        name
        for name in _SECOND
        if name != best and len({i for i in readings[name].opened if i > first.head and i not in first.opened}) >= 2
    ]
    if not more:
        return first
    _, opener, trust = _OPENERS[best]
    others = [_OPENERS[name][1] for name in more]

    def both(text: str) -> Iterator[Opening]:
        yield from opener(text)
        for other in others:
            believed = is_certain_speaker if other in _PLAIN else is_speaker
            yield from (found for found in other(text) if believed(clean_label(found.label)))

    return _prose(both, trust)(rows, names)


def told(found: Recognised, rows: Sequence[Row], file: str) -> list[Problem]:
    """A warning (I018) where the layout fits few rows only, or others fit as well."""
    count = len(found.reading.opened)
    filled = sum(not is_blank(row) for row in rows[found.reading.head :])
    if found.sure >= _UNSURE and (count >= _FEW or filled < _MANY_ROWS):
        return []
    message = (
        f"「{found.layout.title}」の書き方として読みましたが、合わない行が多くあります（確かさ {found.sure:.0%}、発言の始まり {count} 行）。"
        "結果を確かめ、違うときは --layout で書き方を指定してください。"
    )
    return [warning("I018", message, file, first_line(rows))]


def no_speaker(rows: Sequence[Row], file: str) -> InputError:
    """The error (I002) for a text in which nobody speaks."""
    forms = "、".join(f"{layout.title}＝{layout.name}" for layout in LAYOUTS.values())
    message = (
        "発言者が見つかりません。会議録かどうか、発言者の書き方を確かめてください。"
        f"書き方が分かっているときは --layout で指定できます（{forms}）。"
    )
    return InputError(Problem("I002", message, Place(file, first_line(rows), 1)))
