"""Native numbering of headings: numbering.xml, and a count of what Word will print.

Word numbers the headings itself, so a clerk who adds one gets the right number. `Counter`
counts along (ECMA-376 17.9); where the draft prints another number than Word would, the
list is started anew from the number of the draft.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.model import Format
from drafting.numbering import KANA, SCHEMES, Level, Scheme, is_enclosed, number_text
from drafting.patterns import lazy_pattern
from drafting.problems import DraftingError, Place, Problem
from drafting.word.document import NAMESPACES, XML_HEAD, Element, columns, parse_xml, serialize, w

# Word keeps w:nsid when a clerk saves the file: so our lists are found again and replaced.
NSIDS = {"heading": "44524601", "recommendation": "44524602", "blank": "44524603"}
# The list of a heading that shall have no number. (w:numId 0 says the same; openxml-audit refuses it.)
BLANK = "blank"
EMPTY = f"{XML_HEAD}<w:numbering {NAMESPACES}/>".encode()
STYLES = {
    "heading": tuple(f"heading {level}" for level in range(1, 7)),
    "recommendation": ("提言見出し",),
}
_FORMS = {"kana": "aiueoFullWidth", "letter": "lowerLetter"}
_DIGITS = lazy_pattern(r"\d+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENCLOSED = "decimalEnclosedParen"


StyleId = Callable[[str], str | None]


class Restart(NamedTuple):
    """A w:num beside the first: where its levels start, and how those look that differ."""

    num: int
    scheme: str
    starts: Mapping[int, int]
    looks: Mapping[int, int]


@dataclass
class Counter:
    """The lists of one document. `current` is the w:num in use for each scheme."""

    form: Format
    base: dict[str, int]
    next_id: int
    current: dict[str, int] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    looks: dict[str, dict[int, int]] = field(default_factory=dict)
    restarts: list[Restart] = field(default_factory=list)

    def count(self, scheme: Scheme, level: int, number: str) -> int:
        """The w:num that makes Word print `number` at `level` (from 0); 0 if the style does."""
        counts = self.counts.setdefault(scheme.name, [0] * len(scheme.levels))
        looks = self.looks.setdefault(scheme.name, {})
        value = counts[level] + 1
        given = number == number_text(scheme.levels[level], value, self.form.digits, self.form.paren)
        if not given:
            value = _value(scheme.levels[level], number, self.form)
        look = _look(scheme.levels[level], value, self.form)
        if not given or look != _look(scheme.levels[level], looks.get(level, 1), self.form):
            looks[level] = value
            starts = {above: counts[above] + 1 for above in range(level)} | {level: value}
            self.restarts.append(Restart(self.next_id, scheme.name, starts, dict(looks)))
            self.current[scheme.name] = self.next_id
            self.next_id += 1
        counts[level:] = [value] + [0] * (len(counts) - level - 1)
        return self.current.get(scheme.name, 0)


def _look(level: Level, value: int, form: Format) -> tuple[str, str]:
    """w:numFmt and the text around the number. Word has no format for "one digit wide, more narrow" nor
    for (21) after ⒇, so a list goes on with another look where the numbers change theirs."""
    if is_enclosed(level, value, form.paren):
        return _ENCLOSED, "{}"
    wide = form.digits == "全角" or (form.digits == "1桁全角" and value < 10)
    text = number_text(Level(level.text, "decimal"), 1, "半角", "半角" if form.paren == "半角" else "全角")
    return _FORMS.get(level.form) or ("decimalFullWidth" if wide else "decimal"), text.replace("1", "{}")


def _value(level: Level, number: str, form: Format) -> int:
    """Which count prints as `number`. Raises DraftingError W901 if none does."""
    if level.form == "decimal":
        found = _DIGITS.search(unicodedata.normalize("NFKC", number))
        value = int(found[0]) if found else 0
    else:
        glyphs = KANA if level.form == "kana" else _LETTERS
        body = [glyph for glyph in number if glyph in glyphs]
        value = glyphs.index(body[0]) + 1 + len(glyphs) * (len(body) - 1) if body else 0
    if value < 1 or number_text(level, value, form.digits, form.paren) != number:
        message = f"内部の誤り: 見出しの番号「{number}」を Word の番号にできません。開発者に知らせてください。"
        raise DraftingError(Problem("W901", message, Place("")))
    return value


def start_lists(numbering: bytes, form: Format) -> tuple[Element, Counter]:
    """The numbering part without our own lists of an earlier time, and a fresh counter."""
    root = parse_xml(numbering)
    ours = set(NSIDS.values())
    dropped = set()
    for abstract in root.findall(w("abstractNum")):
        nsid = abstract.find(w("nsid"))
        if nsid is not None and nsid.get(w("val")) in ours:
            dropped.add(abstract.get(w("abstractNumId")))
            root.remove(abstract)
    for num in root.findall(w("num")):
        if num.find(w("abstractNumId")).get(w("val")) in dropped:
            root.remove(num)
    first = max((int(num.get(w("numId"))) for num in root.findall(w("num"))), default=0) + 1
    base = {name: first + index for index, name in enumerate(NSIDS)}
    return root, Counter(form, base, first + len(base))


def finish_lists(root: Element, counter: Counter, ids: StyleId, sizes: Mapping[str, int]) -> bytes:
    """The numbering part with our lists in it.

    `ids` gives the w:styleId of a style name, `sizes` its size in half-points. A style
    belongs to one list only, so other lists lose their link to our heading styles.
    """
    abstracts = root.findall(w("abstractNum"))
    first = max((int(each.get(w("abstractNumId"))) for each in abstracts), default=0) + 1
    linked = {ids(name) for names in STYLES.values() for name in names} - {None}
    for link in list(root.iter(w("pStyle"))):
        if link.get(w("val")) in linked:
            link.getparent().remove(link)
    parts = [_abstract(name, first + index, counter.form, ids, sizes) for index, name in enumerate(NSIDS)]
    numbers = {name: first + index for index, name in enumerate(NSIDS)}
    nums = [_num(counter.base[name], numbers[name], "") for name in NSIDS]
    for each in counter.restarts:
        overrides = _overrides(each, counter.form, ids, sizes)
        nums.append(_num(each.num, numbers[each.scheme], overrides))
    ours = parse_xml(f"<w:numbering {NAMESPACES}>{''.join(parts + nums)}</w:numbering>".encode())
    # All w:abstractNum stand before all w:num, w:numIdMacAtCleanup last (17.9.17)
    old_nums = [each for each in root if each.tag != w("abstractNum")]
    root.extend(ours.findall(w("abstractNum")))
    root.extend([each for each in old_nums if each.tag == w("num")] + ours.findall(w("num")))
    root.extend([each for each in old_nums if each.tag == w("numIdMacAtCleanup")])
    return serialize(root)


def _num(identifier: int, abstract: int, overrides: str) -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _overrides(restart: Restart, form: Format, ids: StyleId, sizes: Mapping[str, int]) -> str:
    pieces = []
    for level in sorted({*restart.starts, *restart.looks}):
        start = f'<w:startOverride w:val="{restart.starts[level]}"/>' if level in restart.starts else ""
        value = restart.looks.get(level, 1)
        scheme = SCHEMES[restart.scheme]
        changed = _look(scheme.levels[level], value, form) != _look(scheme.levels[level], 1, form)
        look = _level(scheme, level, value, form, ids, sizes) if changed else ""
        if start or look:
            pieces.append(f'<w:lvlOverride w:ilvl="{level}">{start}{look}</w:lvlOverride>')
    return "".join(pieces)


def _abstract(name: str, number: int, form: Format, ids: StyleId, sizes: Mapping[str, int]) -> str:
    scheme = SCHEMES.get(name)
    kind = "multilevel" if scheme and len(scheme.levels) > 1 else "singleLevel"
    levels: Iterator[str] | str = _BLANK_LEVEL
    if scheme:
        levels = (_level(scheme, index, 1, form, ids, sizes) for index in range(len(scheme.levels)))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{NSIDS[name]}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{"".join(levels)}</w:abstractNum>'
    )


_BLANK_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>'
)


def _level(
    scheme: Scheme, index: int, value: int, form: Format, ids: StyleId, sizes: Mapping[str, int]
) -> str:
    """w:lvl as it looks from `value` on: it starts a character further in than the one above, and hangs by its number."""
    level, name, body = scheme.levels[index], STYLES[scheme.name][index], sizes[""]
    format_name, around = _look(level, value, form)
    sample = number_text(level, value, form.digits, form.paren) + "\u3000"
    hang = round(columns(sample) * sizes.get(name, body) * 10)
    link = f'<w:pStyle w:val="{identifier}"/>' if (identifier := ids(name)) else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{value}"/><w:numFmt w:val="{format_name}"/>{link}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{around.format(f"%{index + 1}")}\u3000"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{index * body * 10 + hang}" w:hanging="{hang}"/></w:pPr></w:lvl>'
    )
