"""Native numbering of headings: numbering.xml, and a count of what Word will print.

Word numbers the headings itself, so a clerk who adds one gets the right number. `Counter`
counts along (ECMA-376 17.9); where the draft prints another number than Word would, the
list is started anew from the number of the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from drafting.model import Format
from drafting.numbering import KANA, SCHEMES, Level, Scheme, number_text
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
_DIGITS = re.compile(r"\d+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Counter:
    """The lists of one document. `current` is the w:num in use for each scheme."""

    form: Format
    base: dict[str, int]
    next_id: int
    current: dict[str, int] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    restarts: list[tuple[int, str, dict[int, int]]] = field(default_factory=list)

    def count(self, scheme: Scheme, level: int, number: str) -> int:
        """The w:num that makes Word print `number` at `level` (from 0); 0 if the style does."""
        counts = self.counts.setdefault(scheme.name, [0] * len(scheme.levels))
        expected = counts[level] + 1
        if number != number_text(scheme.levels[level], expected, self.form.digits, self.form.paren):
            expected = _value(scheme.levels[level], number, self.form)
            starts = {above: counts[above] + 1 for above in range(level)} | {level: expected}
            self.restarts.append((self.next_id, scheme.name, starts))
            self.current[scheme.name] = self.next_id
            self.next_id += 1
        counts[level:] = [expected] + [0] * (len(counts) - level - 1)
        return self.current.get(scheme.name, 0)


def _value(level: Level, number: str, form: Format) -> int:
    """Which count prints as `number`. Raises DraftingError W901 if none does."""
    if level.form == "decimal":
        found = _DIGITS.search(number)
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


def finish_lists(root: Element, counter: Counter, ids: Mapping[str, str], sizes: Mapping[str, int]) -> bytes:
    """The numbering part with our lists in it.

    `ids` gives the w:styleId of a style name, `sizes` its size in half-points. A style
    belongs to one list only, so other lists lose their link to our heading styles.
    """
    abstracts = root.findall(w("abstractNum"))
    first = max((int(each.get(w("abstractNumId"))) for each in abstracts), default=0) + 1
    linked = {ids[name] for names in STYLES.values() for name in names if name in ids}
    for link in list(root.iter(w("pStyle"))):
        if link.get(w("val")) in linked:
            link.getparent().remove(link)
    parts = [_abstract(name, first + index, counter.form, ids, sizes) for index, name in enumerate(NSIDS)]
    numbers = {name: first + index for index, name in enumerate(NSIDS)}
    nums = [_num(counter.base[name], numbers[name], {}) for name in NSIDS]
    nums += [_num(num, numbers[name], starts) for num, name, starts in counter.restarts]
    ours = parse_xml(f"<w:numbering {NAMESPACES}>{''.join(parts + nums)}</w:numbering>".encode())
    # All w:abstractNum stand before all w:num, w:numIdMacAtCleanup last (17.9.17)
    old_nums = [each for each in root if each.tag != w("abstractNum")]
    root.extend(ours.findall(w("abstractNum")))
    root.extend([each for each in old_nums if each.tag == w("num")] + ours.findall(w("num")))
    root.extend([each for each in old_nums if each.tag == w("numIdMacAtCleanup")])
    return serialize(root)


def _num(identifier: int, abstract: int, starts: Mapping[int, int]) -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in sorted(starts.items())
    )
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _abstract(name: str, number: int, form: Format, ids: Mapping[str, str], sizes: Mapping[str, int]) -> str:
    scheme = SCHEMES.get(name)
    kind = "multilevel" if scheme and len(scheme.levels) > 1 else "singleLevel"
    levels = _levels(scheme, form, ids, sizes) if scheme else _BLANK_LEVEL
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{NSIDS[name]}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{"".join(levels)}</w:abstractNum>'
    )


_BLANK_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>'
)


def _levels(scheme: Scheme, form: Format, ids: Mapping[str, str], sizes: Mapping[str, int]) -> Iterator[str]:
    """w:lvl for each level: each starts a character further in, and hangs by its number."""
    body = sizes[""]
    for index, level in enumerate(scheme.levels):
        name = STYLES[scheme.name][index]
        form_name = _FORMS.get(level.form) or ("decimalFullWidth" if form.digits == "全角" else "decimal")
        sample = number_text(level, 1, form.digits, form.paren) + "\u3000"
        hang = round(columns(sample) * sizes.get(name, body) * 10)
        text = number_text(Level(level.text, "decimal"), 1, "半角", form.paren).replace("1", f"%{index + 1}")
        link = f'<w:pStyle w:val="{ids[name]}"/>' if name in ids else ""
        yield (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form_name}"/>{link}'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}\u3000"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{index * body * 10 + hang}" w:hanging="{hang}"/></w:pPr></w:lvl>'
        )
