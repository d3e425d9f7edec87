"""The styles of the reference file: found by name, fitted to the format, linked to the lists.

The reference carries a look of its own, and a city may replace it. So a field of `Format`
changes the styles only where it differs from `Format()`: with the default format the
fonts, sizes and margins of the reference stand as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.model import Format
from drafting.word.document import Element, w
from drafting.word.lists import STYLES

BODY = "本文"
# What Japanese Word shows for a built-in style (the file always holds the English name)
SHOWN_NAMES = {
    "標準": "normal", "表題": "title", "図表番号": "caption", "ヘッダー": "header", "フッター": "footer",
    "脚注文字列": "footnote text", "表 (格子)": "table grid", "副題": "subtitle",
} | {f"見出し {level}": f"heading {level}" for level in range(1, 7)}  # fmt: skip
HEADING_STYLES = frozenset(
    {name for names in STYLES.values() for name in names}
    | {"章題（番号なし）", "節題（番号なし）", "目次題", "表紙題名", "表（見出し）", "title", "caption", "toc heading"}
)
_DEFAULT = Format()
_STYLES_BEFORE_NUMBER = tuple(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
# Indents in twips, and the attribute that holds the same in hundredths of a character (17.3.1.12)
_INDENTS = {"left": "leftChars", "right": "rightChars", "hanging": "hangingChars", "firstLine": "firstLineChars"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file: w:styleId by name without case, sizes in half-points ("" is the body)."""

    paragraphs: Mapping[str, str]
    tables: Mapping[str, str]
    sizes: Mapping[str, int]

    def paragraph(self, name: str) -> str | None:
        """The w:styleId of a paragraph style, or None. Both names of a built-in style will do."""
        key = name.casefold()
        return self.paragraphs.get(SHOWN_NAMES.get(name, key)) or self.paragraphs.get(key)

    def table(self, name: str) -> str | None:
        """The w:styleId of a table style, or None."""
        return self.tables.get(SHOWN_NAMES.get(name, name.casefold()))


def read_styles(root: Element) -> Styles:
    """What is in a styles part; an alias of a style counts as its name."""
    paragraphs: dict[str, str] = {}
    tables: dict[str, str] = {}
    sizes: dict[str, int] = {"": body_size(root)}
    for style in root.findall(w("style")):
        target = {"paragraph": paragraphs, "table": tables}.get(style.get(w("type")))
        if target is None:
            continue
        for name in _names(style):
            target.setdefault(name, style.get(w("styleId")))
            sizes[name] = _size(style) or sizes[""]
    return Styles(paragraphs, tables, sizes)


def body_size(root: Element) -> int:
    """The size of the body in half-points: of Normal, else of the defaults, else Word's 10 pt."""
    normal = [style for style in root.findall(w("style")) if "normal" in _names(style)]
    defaults = root.findall(f"{w('docDefaults')}/{w('rPrDefault')}")
    return next((size for size in map(_size, normal + defaults) if size), 20)


def _names(style: Element) -> list[str]:
    names = [style.find(w("name")).get(w("val"))]
    if (aliases := style.find(w("aliases"))) is not None:
        names += aliases.get(w("val")).split(",")
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
            _set_fonts(style, form, HEADING_STYLES.intersection(_names(style)))
        for fonts in root.findall(f"{w('docDefaults')}//{w('rFonts')}"):
            _set_font(fonts, form.font, form.latin_font)
    if form.size != _DEFAULT.size:
        _scale(root, form.size * 2 / body_size(root))


def _set_fonts(style: Element, form: Format, heading: frozenset[str]) -> None:
    font, default = (form.heading_font, _DEFAULT.heading_font) if heading else (form.font, _DEFAULT.font)
    for fonts in style.findall(f"{w('rPr')}/{w('rFonts')}"):
        changed = font != default
        _set_font(fonts, font if changed else fonts.get(w("eastAsia"), font), form.latin_font)


def _set_font(fonts: Element, font: str, latin: str) -> None:
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(w(f"{slot}Theme"), None)
        fonts.set(w(slot), font if slot == "eastAsia" else latin or font)


def _scale(root: Element, ratio: float) -> None:
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


def link_lists(root: Element, base: Mapping[str, int]) -> None:
    """Give each heading style its list and level, in place of what it had."""
    by_name = {name: style for style in root.findall(w("style")) for name in _names(style)}
    for scheme, names in STYLES.items():
        for level, name in enumerate(names):
            if name in by_name:
                _link(by_name[name], base[scheme], level)


def _link(style: Element, num: int, level: int) -> None:
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


def set_toc_tabs(root: Element, width: int) -> None:
    """Move the right tab of the contents' styles to the right edge of the text (twips)."""
    for style in root.findall(w("style")):
        if any(name.startswith("toc ") for name in _names(style)):
            for tab in style.findall(f"{w('pPr')}/{w('tabs')}/{w('tab')}"):
                if tab.get(w("val")) == "right":
                    tab.set(w("pos"), str(width))
