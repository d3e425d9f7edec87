"""The look of our own reference.docx: every style, as a table.

Fonts stand on every style, since Word's own choice for Japanese text is another one; sizes
are whole half-points. Style names are what templates use; built-in styles have their English
name here and a Japanese one on a Japanese Word's screen ("heading 1" is 見出し 1).
"""

from __future__ import annotations

from typing import NamedTuple

from drafting.model import Format
from drafting.word.document import NAMESPACES, XML_HEAD
from drafting.word.letter import SENDER, SENDER_INDENT

_FORM = Format()
CHARACTER = round(_FORM.size * 20)  # twips
SIZE = round(_FORM.size * 2)  # half-points
TEXT_WIDTH = 8788
_BODY = "BodyText0"
_KEEP = "<w:keepNext/>"
_LEFT, _CENTER, _RIGHT = (f'<w:jc w:val="{side}"/>' for side in ("left", "center", "right"))
# Cover and contents have no line numbers in a review copy: nobody corrects them line by line
_QUIET = "<w:suppressLineNumbers/>"
_NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'


class Style(NamedTuple):
    """A paragraph style. `paragraph` is its w:pPr; `size` in half-points, 0 as the body."""

    name: str
    id: str
    paragraph: str = ""
    size: int = 0
    gothic: bool = False
    based: str = "Normal"
    next: str = ""
    rest: str = ""


def _space(before: int = 0, after: int = 0, line: int = 0, rule: str = "atLeast") -> str:
    pitch = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{pitch}/>'


def _indent(**characters: float) -> str:
    """w:ind: left, right, hanging, firstLine in characters; both units, for all readers."""
    pairs = (f'w:{name}Chars="{c * 100:.0f}" w:{name}="{c * CHARACTER:.0f}"' for name, c in characters.items())
    return f"<w:ind {' '.join(pairs)}/>"


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def _number(num: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _box(side: str, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="auto"/>'


_FLUSH = f"{_NO_NUMBER}{_indent(left=0, firstLine=0)}"
_HEADING_LOOKS = ((480, 240, 28), (360, 120, 24), (240, 60, 22), (120, 0, 22), (60, 0, 22), (60, 0, 22))
_NORMAL = (
    '<w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    f'{_space(line=360)}<w:jc w:val="both"/>'
)
_FRAME = f"<w:pBdr>{_box('top', 6)}{_box('left', 6)}{_box('bottom', 6)}{_box('right', 6)}</w:pBdr>"
_TINT = "EDEDED"
# Edges in the colour of the band: shading alone ends right below the letters
_BAND = "<w:pBdr>" + "".join(
    f'<w:{side} w:val="single" w:sz="24" w:space="0" w:color="{_TINT}"/>' for side in ("top", "bottom")
) + f'</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/>'
_FOOT_TABS = (
    f'<w:tabs><w:tab w:val="center" w:pos="{TEXT_WIDTH // 2}"/><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
)
_TOC_TABS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def _heading(level: int) -> Style:
    before, after, size = _HEADING_LOOKS[level - 1]
    look = f"{_KEEP}<w:keepLines/>{_number(1, level - 1)}{_space(before, after)}{_LEFT}{_outline(level)}"
    rest = '<w:uiPriority w:val="9"/><w:qFormat/>'
    return Style(f"heading {level}", f"Heading{level}", look, size, True, next=_BODY, rest=rest)


def _toc(level: int) -> Style:
    room = _indent(left=level + 2, hanging=3)
    look = f"{_QUIET}{_TOC_TABS}{_space(120 if level == 1 else 0)}{room}{_LEFT}"
    return Style(f"toc {level}", f"TOC{level}", look, rest='<w:uiPriority w:val="39"/>')


_OWN = "<w:qFormat/>"
PARAGRAPH_STYLES = (
    *map(_heading, range(1, 7)),
    Style("本文", _BODY, _indent(firstLine=1), rest=_OWN),
    Style("本文（字下げなし）", "BodyText1", rest=_OWN),
    Style(
        "提言見出し", "Recommendation",
        f"{_KEEP}<w:keepLines/>{_number(2, 0)}{_BAND}{_space(300, 120, 240, 'auto')}{_LEFT}{_outline(3)}",
        SIZE, True, next=_BODY, rest=_OWN,
    ),
    Style("章題（番号なし）", "Chapter0", _FLUSH, 28, True, "Heading1", _BODY, _OWN),
    Style("節題（番号なし）", "Section0", _FLUSH, 24, True, "Heading2", _BODY, _OWN),
    Style("目次題", "ContentsTitle", f"{_KEEP}{_QUIET}{_space(0, 360)}{_CENTER}", 28, True, rest=_OWN),
    Style("表紙題名", "CoverTitle", f"{_QUIET}{_space(3600, 0, 720)}<w:contextualSpacing/>{_CENTER}", 46, True, rest=_OWN),
    Style("表紙案", "CoverDraft", f"{_QUIET}{_space(480)}{_CENTER}", 40, True, rest=_OWN),
    Style("表紙市章", "CoverEmblem", f"{_QUIET}{_space(400)}{_CENTER}", rest=_OWN),
    Style("表紙日付", "CoverDate", f"{_QUIET}{_space(4400)}{_CENTER}", 32, rest=_OWN),
    Style("表紙名称", "CoverName", f"{_QUIET}{_space(480, 0, 480)}{_CENTER}", 32, rest=_OWN),
    Style("文書番号", "LetterNumber", f"{_KEEP}{_indent(right=1)}{_RIGHT}", rest=_OWN),
    Style("日付", "LetterDate", f"{_KEEP}{_indent(right=1)}{_RIGHT}", rest=_OWN),
    Style("宛名", "Addressee", f"{_KEEP}{_space(360)}{_indent(left=1)}{_LEFT}", rest=_OWN),
    Style(SENDER, "Sender", f"{_KEEP}{_space(360)}{_indent(left=SENDER_INDENT)}<w:contextualSpacing/>{_LEFT}", rest=_OWN),
    Style("件名", "Subject", f"{_KEEP}{_space(720, 540)}{_indent(left=3, right=3)}<w:contextualSpacing/>{_CENTER}", 24, rest=_OWN),
    Style("記", "Below", f"{_KEEP}{_space(540, 360)}{_CENTER}", rest=_OWN),
    Style("箇条", "ListItem", rest=_OWN),
    Style("引用", "Quotation", f"{_space(60, 60)}{_indent(left=2, right=2)}", rest=_OWN),
    Style("注記", "Remark", f"{_space(0, 0, 290)}{_indent(left=1, hanging=1)}{_LEFT}", 18, rest=_OWN),
    Style("表（見出し）", "TableHead", f"{_KEEP}{_space(20, 60, 290)}{_CENTER}", 20, True, rest=_OWN),
    Style("表（本文）", "TableBody", f"{_space(20, 60, 290)}{_LEFT}", 20, rest=_OWN),
    Style("右寄せ", "RightSide", f"{_space(0, 60)}{_RIGHT}", rest=_OWN),
    Style("枠囲み", "Frame", f"{_FRAME}{_space(200, 200)}{_indent(left=1, right=1)}<w:contextualSpacing/>", rest=_OWN),
    Style("Title", "Title", f"{_KEEP}{_space(240, 240)}{_CENTER}", 32, True, rest=_OWN),
    Style("caption", "Caption", f"{_KEEP}{_space(240, 60)}{_LEFT}", 20, True, rest=_OWN),
    *map(_toc, (1, 2, 3)),
    Style("header", "Header", f'{_FOOT_TABS}<w:snapToGrid w:val="0"/>', 18, rest='<w:uiPriority w:val="99"/>'),
    Style("footer", "Footer", f'{_FOOT_TABS}<w:snapToGrid w:val="0"/>', 20, rest='<w:uiPriority w:val="99"/>'),
    Style("annotation text", "CommentText", f"{_space(0, 0, 240)}{_LEFT}", 20, rest='<w:uiPriority w:val="99"/>'),
    Style("footnote text", "FootnoteText", f"{_space(0, 0, 290)}{_indent(left=2, hanging=2)}{_LEFT}", 18,
          rest='<w:uiPriority w:val="99"/>'),
)  # fmt: skip


def _fonts(gothic: bool) -> str:
    font = _FORM.heading_font if gothic else _FORM.font
    slots = " ".join(f'w:{slot}="{font}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts w:hint="eastAsia" {slots}/>'


def _paragraph_style(style: Style) -> str:
    size = style.size or SIZE
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    look = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    return (
        f'<w:style w:type="paragraph"{"" if style.rest != _OWN or style.name in ("Title", "caption") else _CUSTOM}'
        f' w:styleId="{style.id}"><w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>{following}'
        f"{style.rest}{look}<w:rPr>{_fonts(style.gothic)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_CUSTOM = ' w:customStyle="1"'


def _character_style(name: str, identifier: str, look: str) -> str:
    head = f'<w:style w:type="character" w:styleId="{identifier}"><w:name w:val="{name}"/>'
    return f'{head}<w:uiPriority w:val="99"/><w:rPr>{_fonts(False)}{look}</w:rPr></w:style>'


_CELLS = '<w:tblCellMar><w:left w:w="99" w:type="dxa"/><w:right w:w="99" w:type="dxa"/></w:tblCellMar>'
_GRID = "".join(_box(side, 0) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_FIXED_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELLS}</w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f'<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>{_GRID}</w:tblBorders></w:tblPr></w:style>'
)


def styles_xml() -> bytes:
    """The styles part (ECMA-376 17.7)."""
    sizes = f'<w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>'
    language = '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
    return "".join(
        (
            f"{XML_HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(False)}{sizes}{language}",
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
            '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"',
            ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>',
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
            f"<w:pPr>{_NORMAL}</w:pPr><w:rPr>{_fonts(False)}{sizes}{language}</w:rPr></w:style>",
            _FIXED_STYLES,
            _character_style("footnote reference", "FootnoteReference", '<w:vertAlign w:val="superscript"/>'),
            # Word puts it on contents entries, which must stay black
            _character_style("Hyperlink", "Hyperlink", '<w:color w:val="auto"/><w:u w:val="none"/>'),
            *map(_paragraph_style, PARAGRAPH_STYLES),
            "</w:styles>",
        )
    ).encode()
