"""Attributes: each value of its type, none missing, none out of its namespace."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafting.problems import Severity
from drafting.word.audit.attributes import ATTRIBUTES
from drafting.word.audit.finding import Finding, title
from drafting.word.audit.package import Package
from drafting.word.audit.schema import REVISIONS
from drafting.word.audit.types import is_of_type
from drafting.word.document import Element, W

_W = f"{{{W}}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_ON_OFF = """
keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct
topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid contextualSpacing mirrorIndents suppressOverlap b bCs i
iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden rtl cs specVanish oMath cantSplit
tblHeader hidden noWrap hideMark tcFitText formProt noEndnote titlePg rtlGutter bidiVisual isLgl autoRedefine semiHidden
unhideWhenUsed qFormat locked personal trackRevisions evenAndOddHeaders mirrorMargins updateFields removePersonalInformation
autoHyphenation
"""
_FLAGS = """
style@default style@customStyle fldChar@dirty fldChar@fldLock fldSimple@dirty fldSimple@fldLock hyperlink@history lvl@tentative
cols@equalWidth cols@sep footnoteReference@customMarkFollows endnoteReference@customMarkFollows spacing@beforeAutospacing
spacing@afterAutospacing tblLook@firstRow tblLook@lastRow tblLook@firstColumn tblLook@lastColumn tblLook@noHBand tblLook@noVBand
"""
_EDGES = ("top", "left", "bottom", "right", "start", "end", "between", "bar", "insideH", "insideV", "tl2br", "tr2bl")
# type → "element@attribute …"; "parent/element@attribute" where the parent decides.
_TABLE = {
    "half points": "sz@val szCs@val hps@val hpsBaseText@val", "kerning": "kern@val hpsRaise@val",
    "signed half points": "position@val",
    "paragraph jc": "pPr/jc@val", "table jc": "tblPr/jc@val trPr/jc@val tblPrEx/jc@val", "level jc": "lvlJc@val",
    "color": """color@val shd@fill shd@color u@color top@color left@color bottom@color right@color between@color bar@color
                insideH@color insideV@color start@color end@color bdr@color""",
    "theme color": "color@themeColor shd@themeColor shd@themeFill u@themeColor",
    "border": "bdr@val " + " ".join(f"{box}/{edge}@val" for box in ("pBdr", "tblBorders", "tcBorders") for edge in _EDGES),
    "shading": "shd@val", "number format": "numFmt@val pgNumType@fmt", "underline": "u@val", "highlight": "highlight@val",
    "vertical position": "vertAlign@val", "emphasis mark": "em@val", "break": "br@type", "clear": "br@clear",
    "field mark": "fldChar@fldCharType", "tab": "tabs/tab@val", "leader": "tabs/tab@leader", "section": "sectPr/type@val",
    "orientation": "pgSz@orient", "vertical align": "sectPr/vAlign@val tcPr/vAlign@val", "merge": "vMerge@val hMerge@val",
    "width unit": "tblW@type tblInd@type tcW@type wBefore@type wAfter@type tblCellSpacing@type",
    "width": "tblW@w tblInd@w tcW@w wBefore@w wAfter@w tblCellSpacing@w",
    "table layout": "tblLayout@type", "height rule": "trHeight@hRule framePr@hRule", "line rule": "spacing@lineRule",
    "text direction": "textDirection@val", "text alignment": "textAlignment@val", "header": "headerReference@type footerReference@type",
    "grid": "docGrid@type", "style": "style@type", "multi-level": "multiLevelType@val", "suffix": "suff@val",
    "ruby align": "rubyAlign@val", "note": "footnote@type endnote@type", "proof": "proofErr@type",
    "restart": "numRestart@val lnNumType@restart", "hint": "rFonts@hint", "spacing control": "characterSpacingControl@val",
    "theme font": "rFonts@asciiTheme rFonts@hAnsiTheme rFonts@eastAsiaTheme rFonts@cstheme", "lock": "lock@val",
    "note position": "pos@val", "protection": "documentProtection@edit",
    "paper": "pgSz@w pgSz@h", "first number": "start@val startOverride@val", "columns": "cols@num", "editors": "permStart@edGrp",
    "length": """pgMar@left pgMar@right pgMar@header pgMar@footer pgMar@gutter gridCol@w ind@firstLine ind@hanging
                 spacing@before spacing@after trHeight@val cols@space col@w col@space defaultTabStop@val lnNumType@distance""",
    "signed length": """pgMar@top pgMar@bottom ind@left ind@right ind@start ind@end spacing@line spacing@val tabs/tab@pos""",
    "count": """gridSpan@val gridBefore@val gridAfter@val pgNumType@start lnNumType@countBy lnNumType@start top@sz
                left@sz bottom@sz right@sz insideH@sz insideV@sz bdr@sz top@space left@space bottom@space right@space
                abstractNum@abstractNumId tblStyleRowBandSize@val tblStyleColBandSize@val uiPriority@val
                bookmarkStart@id bookmarkEnd@id ins@id del@id moveFrom@id moveTo@id rPrChange@id pPrChange@id sectPrChange@id
                tblPrChange@id tcPrChange@id trPrChange@id tblPrExChange@id tblGridChange@id numberingChange@id cellIns@id
                cellDel@id""",
    "number": """numId@val num@numId abstractNumId@val comment@id
                 commentReference@id commentRangeStart@id commentRangeEnd@id footnote@id endnote@id footnoteReference@id
                 endnoteReference@id moveFromRangeStart@id moveFromRangeEnd@id moveToRangeStart@id moveToRangeEnd@id permStart@id permEnd@id
                 docGrid@linePitch docGrid@charSpace ind@firstLineChars ind@hangingChars ind@leftChars ind@rightChars
                 spacing@beforeLines spacing@afterLines lvlRestart@val sdtPr/id@val""",
    "level": "lvl@ilvl lvlOverride@ilvl numPr/ilvl@val", "outline": "outlineLvl@val", "percent": "w@val zoom@percent",
    "date": """ins@date del@date moveFrom@date moveTo@date rPrChange@date pPrChange@date sectPrChange@date tblPrChange@date
               tcPrChange@date trPrChange@date tblPrExChange@date numberingChange@date cellIns@date cellDel@date comment@date
               moveFromRangeStart@date moveToRangeStart@date""",
    "language": "lang@val lang@eastAsia lang@bidi themeFontLang@val themeFontLang@eastAsia",
    "hex 8": """p@rsidR p@rsidRPr p@rsidRDefault p@rsidP r@rsidR r@rsidRPr tr@rsidR tr@rsidTr nsid@val tmpl@val sectPr@rsidR""",
    "hex 4": "sym@char tblLook@val", "on-off": _FLAGS,
}  # fmt: skip
_NEED_VAL = """
pStyle rStyle tblStyle basedOn next link numId ilvl abstractNumId jc lvlJc sz szCs color highlight vertAlign em outlineLvl
gridSpan gridBefore gridAfter numFmt multiLevelType suff lvlRestart startOverride shd rubyAlign position textAlignment
textDirection vAlign kern hps hpsBaseText hpsRaise lid styleLink numStyleLink nsid tmpl uiPriority effect fitText bdr
characterSpacingControl decimalSymbol listSeparator defaultTabStop defaultTableStyle clickAndTypeStyle
"""
# element, or parent/element → attributes that it must have.
_NEEDED: dict[str, str] = {
    **dict.fromkeys(set(REVISIONS) - {"tblGridChange"}, "id author"), "tblGridChange": "id",
    "bookmarkStart": "id name", "bookmarkEnd": "id", "comment": "id author", "commentReference": "id", "commentRangeStart": "id",
    "commentRangeEnd": "id", "footnoteReference": "id", "endnoteReference": "id", "footnote": "id", "endnote": "id",
    "moveFromRangeStart": "id author date name", "moveToRangeStart": "id author date name", "moveFromRangeEnd": "id", "moveToRangeEnd": "id",
    "permStart": "id", "permEnd": "id", "fldChar": "fldCharType", "fldSimple": "instr", "num": "numId", "abstractNum": "abstractNumId",
    "lvl": "ilvl", "lvlOverride": "ilvl", "style": "styleId", "headerReference": "type", "footerReference": "type",
    "tblStylePr": "type", "proofErr": "type", "font": "name", "compatSetting": "name uri val", "tabs/tab": "val pos", "lvl/start": "val", "sym": "char",
    **{f"{box}/{edge}": "val" for box in ("pBdr", "tblBorders", "tcBorders", "pgBorders") for edge in _EDGES},
    **dict.fromkeys(_NEED_VAL.split(), "val"),
}  # fmt: skip


def _by_attribute() -> dict[str, dict[str, str]]:
    """element, or parent/element → attribute → type."""
    found: dict[str, dict[str, str]] = {name: {"val": "on-off"} for name in _ON_OFF.split()}
    for kind, places in _TABLE.items():
        for place in places.split():
            name, attribute = place.split("@")
            found.setdefault(name, {})[attribute] = kind
    return found


def _is_mark(value: str) -> bool:
    """True for the mark of a paragraph: eight digits, from 1 and below 2³¹ (MS-DOCX 2.2.4.3)."""
    return is_of_type(value, "hex 8") and 0 < int(value, 16) < 2**31


_OTHERS: dict[str, Callable[[str], bool]] = {
    f"{_W14}paraId": _is_mark, f"{_W14}textId": _is_mark, "{http://www.w3.org/XML/1998/namespace}space": lambda value: is_of_type(value, "keep"),
}  # fmt: skip
_KINDS = _by_attribute()
_BY_PARENT = frozenset(name.split("/")[1] for name in (*_KINDS, *_NEEDED) if "/" in name)


def value_findings(package: Package) -> Iterator[Finding]:
    """D106: attributes missing or without namespace. D107: values of the wrong type."""
    for part, elements in package.elements.items():
        for element in elements:
            tag = element.tag
            if tag.startswith(_W):
                yield from _findings(part, element, tag[len(_W) :])


def _findings(part: str, element: Element, name: str) -> Iterator[Finding]:
    attributes = element.attrib
    kinds, needed = _KINDS.get(name, {}), _NEEDED.get(name, "")
    if name in _BY_PARENT and (parent := element.getparent()) is not None:
        own = f"{parent.tag.rsplit('}', 1)[-1]}/{name}"
        kinds, needed = kinds | _KINDS.get(own, {}), _NEEDED.get(own, needed)
    for attribute in needed.split():
        if _W + attribute not in attributes:
            yield Finding("D106", part, element, f"{title(name)}に {attribute} がありません")
    for attribute, value in attributes.items():
        if attribute.startswith(_W):
            own = attribute[len(_W) :]
            if (kind := kinds.get(own)) and not is_of_type(value, kind):
                yield Finding("D107", part, element, f"{title(name)}の {own} の値「{value[:20]}」が正しくありません")
            elif own not in ATTRIBUTES:
                yield Finding("D106", part, element, f"{title(name)}に、あるはずのない {own} があります")
            elif own == "author" and not value.strip():
                yield Finding("D106", part, element, f"{title(name)}の author が空です（だれのものか分かりません）", Severity.WARNING)
        elif attribute in _OTHERS and not _OTHERS[attribute](value):
            own = attribute.rsplit("}", 1)[-1]
            yield Finding("D107", part, element, f"{title(name)}の {own} の値「{value[:20]}」が正しくありません")
        elif not attribute.startswith("{"):
            yield Finding("D106", part, element, f"{title(name)}の {attribute} に名前空間がありません")
