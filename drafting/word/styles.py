"""The styles of the reference file: found by name, fitted to the format, linked to the lists.

The reference carries a look of its own, and a city may replace it. So a field of `Format`
changes the styles only where it differs from `Format()`: with the default format the
fonts, sizes and margins of the reference stand as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from drafting.dataclass import dataclass
from drafting.model import Format
from drafting.patterns import lazy_pattern
from drafting.word.document import Element, w
from drafting.word.lists import STYLES

BODY = "本文"
LIST = "箇条"
# What Japanese programs call a built-in style, and other styles that will do for one of ours
OTHER_NAMES = {
    "normal": ("標準",), "title": ("表題",), "caption": ("図表番号",), "header": ("ヘッダー",), "footer": ("フッター",),
    "footnote text": ("脚注文字列", "Footnote"), "annotation text": ("コメント文字列", "Comment"), "table grid": ("表 (格子)",),
    BODY: ("Body Text", "本文インデント", "Body Text Indent"),
} | {f"heading {level}": (f"見出し {level}",) for level in range(1, 7)} | {
    f"toc {level}": (f"目次 {level}", f"Contents {level}") for level in (1, 2, 3)
}  # fmt: skip
HEADING_STYLES = frozenset(
    {name for names in STYLES.values() for name in names}
    | {"章題（番号なし）", "節題（番号なし）", "目次題", "表紙題名", "表紙案", "表（見出し）", "title", "caption", "toc heading"}
)
_DEFAULT = Format()
_TOC = lazy_pattern("(?:toc|目次|contents) *[1-9１-９]")
_STYLES_BEFORE_NUMBER = tuple(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_STYLES_BEFORE_GRID = (
    *_STYLES_BEFORE_NUMBER,
    *(w(name) for name in (
        "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    )),
)  # fmt: skip
# Indents in twips, and the attribute that holds the same in hundredths of a character (17.3.1.12)
_INDENTS = {"left": "leftChars", "right": "rightChars", "hanging": "hangingChars", "firstLine": "firstLineChars"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file: w:styleId by name as `_key` writes it, sizes in half-points ("" is the body)."""

    paragraphs: Mapping[str, str]
    tables: Mapping[str, str]
    sizes: Mapping[str, int]

    def paragraph(self, name: str) -> str | None:
        """The w:styleId of a paragraph style, or None. Any name of a built-in style will do."""
        return _found(self.paragraphs, name)

    def size(self, name: str) -> int:
        """The size of a paragraph style in half-points; the body's where the file has no such style."""
        return self.sizes.get(name.casefold(), self.sizes[""])

    def has(self, name: str) -> bool:
        """True if there is a paragraph style of this very name, not one that will do for it."""
        return _key(name) in self.paragraphs

    def table(self, name: str) -> str | None:
        """The w:styleId of a table style, or None."""
        return _found(self.tables, name)


def _key(name: str) -> str:
    """A name without what programs and people write differently: case, blanks, widths (見出し１ is 見出し 1)."""
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")


_ALIKE = {
    _key(name): [_key(each) for each in (built_in, *others)]
    for built_in, others in OTHER_NAMES.items()
    for name in (built_in, *(others if built_in != BODY else ()))
}


def _found(styles: Mapping[str, str], name: str) -> str | None:
    key = _key(name)
    return styles.get(key) or next((styles[each] for each in _ALIKE.get(key, ()) if each in styles), None)


def read_styles(root: Element) -> Styles:
    """What is in a styles part; an alias of a style counts as its name. `sizes` goes by name without case."""
    paragraphs: dict[str, str] = {}
    tables: dict[str, str] = {}
    sizes: dict[str, int] = {"": body_size(root)}
    for style in root.findall(w("style")):
        target = {"paragraph": paragraphs, "table": tables}.get(style.get(w("type")))
        if target is None:
            continue
        for name in names_of(style):
            target.setdefault(_key(name), style.get(w("styleId")))
            sizes[name] = _size(style) or sizes[""]
    for name, others in OTHER_NAMES.items():
        sizes.setdefault(name, next((sizes[each.casefold()] for each in others if each.casefold() in sizes), sizes[""]))
    return Styles(paragraphs, tables, sizes)


def body_size(root: Element) -> int:
    """The size of the body in half-points: of Normal, else of the defaults, else Word's 10 pt."""
    normal = [style for style in root.findall(w("style")) if "normal" in names_of(style)]
    defaults = root.findall(f"{w('docDefaults')}/{w('rPrDefault')}")
    return next((size for size in map(_size, normal + defaults) if size), 20)


def names_of(style: Element) -> list[str]:
    """The name of a style and its aliases, without case."""
    names = [style.find(w("name")).get(w("val"), "")]
    if (aliases := style.find(w("aliases"))) is not None:
        names += aliases.get(w("val"), "").split(",")
    return [name.strip().casefold() for name in names]


def _size(style: Element) -> int:
    size = style.find(f"{w('rPr')}/{w('sz')}")
    return int(size.get(w("val"))) if size is not None else 0


def apply_format(root: Element, form: Format) -> None:
    """Change fonts and sizes in a styles part where `form` differs from the default format."""
    if (form.font, form.heading_font, form.latin_font) != (
        _DEFAULT.font, _DEFAULT.heading_font, _DEFAULT.latin_font,
    ):  # fmt: skip
        for style in root.findall(w("style")):
            _set_fonts(style, form, HEADING_STYLES.intersection(names_of(style)))
        for fonts in root.findall(f"{w('docDefaults')}//{w('rFonts')}"):
            _set_font(fonts, form.font, form.latin_font)
    if form.size != _DEFAULT.size:
        scale(root, form.size * 2 / body_size(root))
    if form.lines:
        _leave_to_grid(root)


def _set_fonts(style: Element, form: Format, heading: frozenset[str]) -> None:
    font, default = (form.heading_font, _DEFAULT.heading_font) if heading else (form.font, _DEFAULT.font)
    for fonts in style.findall(f"{w('rPr')}/{w('rFonts')}"):
        changed = font != default
        _set_font(fonts, font if changed else fonts.get(w("eastAsia"), font), form.latin_font)


def _set_font(fonts: Element, font: str, latin: str) -> None:
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(w(f"{slot}Theme"), None)
        fonts.set(w(slot), font if slot == "eastAsia" else latin or font)


def scale(root: Element, ratio: float) -> None:
    """Sizes, indents given in characters, and fixed line pitches, all times `ratio`."""
    for name in ("sz", "szCs"):
        for size in root.iter(w(name)):
            if size.getparent().tag == w("rPr"):
                size.set(w("val"), str(max(2, round(int(size.get(w("val"))) * ratio))))
    for indent in root.iter(w("ind")):
        for twips, characters in _INDENTS.items():
            if indent.get(w(characters)) and indent.get(w(twips)):
                indent.set(w(twips), str(round(int(indent.get(w(twips))) * ratio)))
    for spacing in root.iter(w("spacing")):
        if spacing.get(w("lineRule")) in ("atLeast", "exact"):
            spacing.set(w("line"), str(round(int(spacing.get(w("line"))) * ratio)))


def _leave_to_grid(root: Element) -> None:
    """Let the document grid set the lines of body text, and of nothing else.

    A body line of 18 pt would take two grid lines of 17.5 pt; letters of another size would be
    spread over the cells of the body's.
    """
    body = body_size(root)
    for style in root.findall(w("style")):
        properties = style.find(w("pPr"))
        if properties is None:
            continue
        own = _size(style) or body
        spacing = properties.find(w("spacing"))
        if own != body:
            _off_grid(properties)
            if spacing is not None and spacing.get(w("line")) is None:
                spacing.set(w("line"), str(max(own, body) * 15))
                spacing.set(w("lineRule"), "atLeast")
        elif spacing is not None and spacing.get(w("lineRule")) == "atLeast":
            del spacing.attrib[w("line")], spacing.attrib[w("lineRule")]


def _off_grid(properties: Element) -> None:
    for old in properties.findall(w("snapToGrid")):
        properties.remove(old)
    place = sum(1 for each in properties if each.tag in _STYLES_BEFORE_GRID)
    properties.insert(place, properties.makeelement(w("snapToGrid"), {w("val"): "0"}))


def link_lists(root: Element, known: Styles, base: Mapping[str, int]) -> None:
    """Give each heading style its list and level, in place of what it had."""
    by_id = {style.get(w("styleId")): style for style in root.findall(w("style"))}
    for scheme, names in STYLES.items():
        for level, name in enumerate(names):
            if identifier := known.paragraph(name):
                _link(by_id[identifier], scheme, base[scheme], level)


def _link(style: Element, scheme: str, num: int, level: int) -> None:
    properties = style.find(w("pPr"))
    if properties is None:
        properties = style.makeelement(w("pPr"))
        before = style.find(w("rPr"))
        style.append(properties) if before is None else before.addprevious(properties)
    for old in properties.findall(w("numPr")):
        properties.remove(old)
    number = properties.makeelement(w("numPr"))
    number.append(number.makeelement(w("ilvl"), {w("val"): str(level)}))
    number.append(number.makeelement(w("numId"), {w("val"): str(num)}))
    place = sum(1 for each in properties if each.tag in _STYLES_BEFORE_NUMBER)
    properties.insert(place, number)
    if scheme == "heading" and properties.find(w("outlineLvl")) is None:
        properties.append(properties.makeelement(w("outlineLvl"), {w("val"): str(level)}))


def set_toc_tabs(root: Element, width: int) -> None:
    """Move the right tab of the contents' styles to the right edge of the text (twips)."""
    for style in root.findall(w("style")):
        if any(_TOC.match(name) for name in names_of(style)):
            for tab in style.findall(f"{w('pPr')}/{w('tabs')}/{w('tab')}"):
                if tab.get(w("val")) == "right":
                    tab.set(w("pos"), str(width))
