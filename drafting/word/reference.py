"""Our own reference.docx, made from nothing: `python -m drafting.word.reference PATH`.

No default template of a library stands behind it: theirs lack Japanese fonts and A4 paper,
and fail validation. A city may replace the file with its own; the writer needs the style
names of `reference_styles`, and gets along without.
"""

from __future__ import annotations

import sys
from pathlib import Path

from drafting.model import Format
from drafting.word import footnotes, lists, parts
from drafting.word.document import NAMESPACES, XML_HEAD, parse_xml
from drafting.word.margins import footer_xml
from drafting.word.package import write_package
from drafting.word.reference_styles import PARAGRAPH_STYLES, styles_xml
from drafting.word.section import default_section
from drafting.word.styles import read_styles
from drafting.word.theme import theme_xml

# What Word sets in Japanese files (17.15.3), and the layout rules of Word 2013 and later
_COMPATIBILITY = (
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
_SETTINGS = (
    f'{XML_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="880"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    f'{_COMPATIBILITY}<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
# Word falls back to a font of the same kind when one of these is not there
_FONTS = (("ＭＳ 明朝", "MS Mincho", "roman"), ("ＭＳ ゴシック", "MS Gothic", "modern"))


def build_reference() -> bytes:
    """The reference file: all our styles, lists, paper, footer and settings; the same bytes each time."""
    package = parts.empty_parts()
    for kind, content in (
        (parts.STYLES, styles_xml()),
        (parts.SETTINGS, _SETTINGS.encode()),
        (parts.FONTS, _font_table()),
        (parts.THEME, theme_xml(Format().font, Format().heading_font)),
        (parts.NUMBERING, _numbering()),
        (parts.FOOTNOTES, footnotes.EMPTY),
        (parts.CORE, parts.core_properties("")),
        (parts.APP, parts.app_properties()),
    ):
        parts.put_part(package, kind, content)
    footer = parts.put_part(package, parts.FOOTER, footer_xml(Format().page_number, "Footer"))
    parts.put_part(package, parts.DOCUMENT, _document(footer))
    return write_package(package)


def _numbering() -> bytes:
    known = read_styles(parse_xml(styles_xml()))
    root, counter = lists.start_lists(lists.EMPTY, Format())
    return lists.finish_lists(root, counter, known.paragraph, known.sizes)


def _font_table() -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="80"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="fixed"/></w:font>'
        for name, other, family in _FONTS
    )
    return f"{XML_HEAD}<w:fonts {NAMESPACES}>{fonts}</w:fonts>".encode()


def _document(footer: str) -> bytes:
    """A body that shows each style by its name, for the clerk who opens the file to change one."""
    samples = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr><w:r><w:t>{style.name}</w:t></w:r></w:p>'
        for style in PARAGRAPH_STYLES
    )
    section = f'<w:footerReference w:type="default" r:id="{footer}"/>{default_section(Format().margins)}'
    body = f"<w:body>{samples}<w:sectPr>{section}</w:sectPr></w:body>"
    return f"{XML_HEAD}<w:document {NAMESPACES}>{body}</w:document>".encode()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(build_reference())
