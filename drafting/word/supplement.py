"""Styles that a draft needs and a city's own reference lacks: made from our definitions, in its fonts and sizes."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from drafting.draft import Contents, Draft, Finish, Heading, Paragraph, Table
from drafting.model import Format
from drafting.word.blocks import EMBLEM
from drafting.word.document import Element, parse_xml, w
from drafting.word.lists import STYLES
from drafting.word.styles import BODY, LIST, Styles, body_size, names_of, scale
from drafting.word.table import BODY_STYLE, HEAD_STYLE


def needed_styles(draft: Draft, form: Format, finish: Finish) -> list[str]:
    """The names of the paragraph styles that the draft is written in, each once."""
    extra = ["footnote text"] * bool(draft.notes) + ["header"] * bool(finish.sign)
    extra += ["annotation text"] * bool(finish.remarks) + ["footer"] * (form.page_number not in ("", "なし"))
    extra += [EMBLEM] * bool(finish.emblem)
    return list(dict.fromkeys((*_of_blocks(draft), *extra)))


def _of_blocks(draft: Draft) -> Iterator[str]:
    for block in draft.blocks:
        if isinstance(block, Paragraph):
            yield block.style or (LIST if block.bullet or block.hang else BODY)
        elif isinstance(block, Heading):
            names = STYLES.get(block.scheme) or STYLES["heading"]
            yield block.style or names[min(block.level, len(names)) - 1]
        elif isinstance(block, Table):
            yield from (HEAD_STYLE, BODY_STYLE)
        elif isinstance(block, Contents):
            deepest = max((min(entry.level, 3) for entry in block.entries), default=1)
            yield from (f"toc {level}" for level in range(1, deepest + 1))


def supply_styles(root: Element, known: Styles, names: Iterable[str], form: Format) -> list[str]:
    """Add to a styles part those of `names` that it lacks and we define; the names added."""
    lacking = [name for name in names if known.paragraph(name) is None]
    if not lacking:
        return []
    from drafting.word.reference_styles import SIZE, styles_xml

    ours = {name: style for style in parse_xml(styles_xml()) if style.tag == w("style") for name in names_of(style)}
    added = [name for name in lacking if name.casefold() in ours]
    taken = {style.get(w("styleId")) for style in root.findall(w("style"))}
    for name in added:
        style = _fitted(ours[name.casefold()], known, taken, form, body_size(root) / SIZE)
        taken.add(style.get(w("styleId")))
        root.append(style)
    return added


def _fitted(ours: Element, known: Styles, taken: set[str], form: Format, ratio: float) -> Element:
    """Our style for another file: its body font and size, its names of styles."""
    style = copy.deepcopy(ours)
    identifier = style.get(w("styleId"))
    while identifier in taken:
        identifier += "0"
    style.set(w("styleId"), identifier)
    normal = known.paragraph("normal")
    for link in (w("basedOn"), w("next")):
        if (each := style.find(link)) is None:
            continue
        if link == w("basedOn") and normal:
            each.set(w("val"), _base(each.get(w("val")), known) or normal)
        else:
            style.remove(each)
    for fonts in style.findall(f"{w('rPr')}/{w('rFonts')}"):
        if fonts.get(w("eastAsia")) != form.heading_font:
            fonts.getparent().remove(fonts)
    scale(style, ratio)
    return style


def _base(identifier: str, known: Styles) -> str | None:
    """What one of our styles is based on, as the other file has it: 章題 goes on from heading 1."""
    return known.paragraph(f"heading {identifier[-1]}") if identifier.startswith("Heading") else None
