"""The table of contents (目次): a TOC field (ECMA-376 17.16.5.68) with its entries in it.

The page numbers in it are estimates (`estimate`) unless a layout engine has counted them
(`pages`). With estimates the field is marked dirty: Word then asks, on opening, whether to
renew the fields. There is no way to make it do so unasked (w:updateFields asks the same); with
counted pages there is nothing to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafting.draft import Contents, ContentsEntry, Heading
from drafting.word.document import FIELD_END, escape, field_xml, text_xml
from drafting.word.lists import STYLES


def toc_name(index: int) -> str:
    """The bookmark of the heading that the contents list as its `index`-th, as Word names it."""
    return f"_Toc{index:08d}"


def toc_names(blocks: Iterable[object]) -> dict[str, str]:
    """The contents' bookmark for the id of each heading that is listed."""
    listed = {entry.id for block in blocks if isinstance(block, Contents) for entry in block.entries}
    found = [block.id for block in blocks if isinstance(block, Heading) and block.id in listed and block.id]
    return {identifier: toc_name(index) for index, identifier in enumerate(found, 1)}


def toc_styles(blocks: Iterable[object]) -> dict[str, str]:
    """The style of each heading with an id, by that id, where it is not "heading N"."""
    headings = [block for block in blocks if isinstance(block, Heading) and block.id]
    return {
        block.id: block.style or STYLES[block.scheme][0]
        for block in headings
        if block.style or block.scheme == "recommendation"
    }


def entry_text(entry: ContentsEntry, page: str) -> str:
    """What an entry prints: number, title, tab, page."""
    title = entry.text.replace("\n", "\u3000")
    return f"{entry.number}\u3000{title}\t{page}" if entry.number else f"{title}\t{page}"


def toc_instruction(contents: Contents, styles: Mapping[str, str]) -> str:
    """The field's instruction: heading levels as deep as listed, and the other styles listed.

    `styles` gives the style name of a heading (by its id) that is not "heading N".
    """
    levels = [entry.level for entry in contents.entries if entry.id not in styles]
    extra = {styles[entry.id]: entry.level for entry in contents.entries if entry.id in styles}
    deep = f'\\o "1-{max(levels)}" ' if levels else ""
    by_style = ",".join(f"{name},{level}" for name, level in extra.items())
    return f"TOC {deep}\\h \\z" + (f' \\t "{by_style}"' if by_style else "")


def write_contents(
    pieces: list[str],
    contents: Contents,
    field: tuple[str, str],
    styles: tuple[str, ...],
    names: Mapping[str, str],
    pages: Mapping[str, int],
    last: str,
) -> None:
    """Append the paragraphs of the list. `field` is its instruction and what else its beginning says
    (w:dirty), `styles` are the w:pPr of its levels, `last` of its end.

    The end of the field has a paragraph of its own: Word replaces the others when it renews
    the list, and a section break must not be lost with them.
    """
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"{field[1]}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(field[0])} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for entry in contents.entries:
        name = names.get(entry.id, "")
        page = str(pages.get(entry.id, ""))
        text, _, _ = entry_text(entry, "").rpartition("\t")
        runs = f"<w:r>{text_xml(text)}</w:r><w:r><w:tab/></w:r>"
        if name:
            number = field_xml(f"PAGEREF {name} \\h", page)
            runs = f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}{number}</w:hyperlink>'
        pieces.append(f"<w:p>{styles[min(entry.level, len(styles)) - 1]}{begin}{runs}</w:p>")
        begin = ""
    pieces.append(f"<w:p>{last}{begin}{FIELD_END}</w:p>")
