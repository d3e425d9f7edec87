"""Attributes: each value of its type, none missing, none out of its namespace."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.audit.finding import Finding, title
from drafting.word.audit.package import Package
from drafting.word.audit.types import is_of_type
from drafting.word.document import Element, W, w

_W = f"{{{W}}}"
_ON_OFF = """
keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct
topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid contextualSpacing mirrorIndents suppressOverlap b bCs i
iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden rtl cs specVanish oMath cantSplit
tblHeader hidden noWrap hideMark tcFitText formProt noEndnote titlePg rtlGutter bidiVisual isLgl autoRedefine semiHidden
unhideWhenUsed qFormat locked personal trackRevisions evenAndOddHeaders mirrorMargins updateFields removePersonalInformation
autoHyphenation
"""
# type → "element@attribute …"; "parent/element@attribute" where the parent decides.
_TABLE = {
    "half points": "sz@val szCs@val kern@val hps@val hpsRaise@val hpsBaseText@val",
    "signed half points": "position@val",
    "paragraph jc": "pPr/jc@val", "table jc": "tblPr/jc@val trPr/jc@val tblPrEx/jc@val", "level jc": "lvlJc@val",
    "color": """color@val shd@fill shd@color u@color top@color left@color bottom@color right@color between@color bar@color
                insideH@color insideV@color start@color end@color bdr@color""",
    "theme color": "color@themeColor shd@themeColor shd@themeFill u@themeColor",
    "border": """pBdr/top@val pBdr/left@val pBdr/bottom@val pBdr/right@val pBdr/between@val tblBorders/top@val tblBorders/left@val
                 tblBorders/bottom@val tblBorders/right@val tblBorders/insideH@val tblBorders/insideV@val tcBorders/top@val
                 tcBorders/left@val tcBorders/bottom@val tcBorders/right@val bdr@val""",
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
    "length": """pgSz@w pgSz@h pgMar@left pgMar@right pgMar@header pgMar@footer pgMar@gutter gridCol@w ind@firstLine ind@hanging
                 spacing@before spacing@after trHeight@val cols@space col@w col@space defaultTabStop@val lnNumType@distance""",
    "signed length": """pgMar@top pgMar@bottom ind@left ind@right ind@start ind@end spacing@line spacing@val tabs/tab@pos""",
    "count": """gridSpan@val gridBefore@val gridAfter@val pgNumType@start cols@num lnNumType@countBy lnNumType@start top@sz
                left@sz bottom@sz right@sz insideH@sz insideV@sz bdr@sz top@space left@space bottom@space right@space
                abstractNum@abstractNumId tblStyleRowBandSize@val tblStyleColBandSize@val uiPriority@val""",
    "number": """numId@val num@numId abstractNumId@val start@val startOverride@val bookmarkStart@id bookmarkEnd@id comment@id
                 commentReference@id commentRangeStart@id commentRangeEnd@id footnote@id endnote@id footnoteReference@id
                 endnoteReference@id ins@id del@id moveFrom@id moveTo@id rPrChange@id pPrChange@id sectPrChange@id tblPrChange@id
                 tcPrChange@id trPrChange@id tblPrExChange@id tblGridChange@id numberingChange@id cellIns@id cellDel@id
                 moveFromRangeStart@id moveFromRangeEnd@id moveToRangeStart@id moveToRangeEnd@id permStart@id permEnd@id
                 docGrid@linePitch docGrid@charSpace ind@firstLineChars ind@hangingChars ind@leftChars ind@rightChars
                 spacing@beforeLines spacing@afterLines lvlRestart@val sdtPr/id@val""",
    "level": "lvl@ilvl lvlOverride@ilvl numPr/ilvl@val", "outline": "outlineLvl@val", "percent": "w@val",
    "date": """ins@date del@date moveFrom@date moveTo@date rPrChange@date pPrChange@date sectPrChange@date tblPrChange@date
               tcPrChange@date trPrChange@date tblPrExChange@date numberingChange@date cellIns@date cellDel@date comment@date
               moveFromRangeStart@date moveToRangeStart@date""",
    "language": "lang@val lang@eastAsia lang@bidi themeFontLang@val themeFontLang@eastAsia",
    "hex 8": """p@rsidR p@rsidRPr p@rsidRDefault p@rsidP r@rsidR r@rsidRPr tr@rsidR tr@rsidTr nsid@val tmpl@val sectPr@rsidR""",
    "hex 4": "sym@char",
}  # fmt: skip
_REVISIONS = """
ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange tcPrChange trPrChange tblPrExChange numberingChange cellIns
cellDel cellMerge
"""
# element → attributes that it must have.
_NEEDED = {
    **{name: "id author" for name in _REVISIONS.split()},
    "bookmarkStart": "id name", "bookmarkEnd": "id", "comment": "id author", "commentReference": "id", "commentRangeStart": "id",
    "commentRangeEnd": "id", "footnoteReference": "id", "endnoteReference": "id", "footnote": "id", "endnote": "id",
    "moveFromRangeStart": "id author name", "moveToRangeStart": "id author name", "moveFromRangeEnd": "id", "moveToRangeEnd": "id",
    "permStart": "id", "permEnd": "id", "fldChar": "fldCharType", "fldSimple": "instr", "num": "numId", "abstractNum": "abstractNumId",
    "lvl": "ilvl", "lvlOverride": "ilvl", "style": "styleId", "headerReference": "type", "footerReference": "type",
    **{name: "val" for name in """
        pStyle rStyle tblStyle basedOn next link numId ilvl abstractNumId jc lvlJc sz szCs color highlight vertAlign em outlineLvl
        gridSpan numFmt multiLevelType suff lvlRestart startOverride shd rubyAlign position textAlignment
    """.split()},
}  # fmt: skip


def _by_attribute() -> dict[str, dict[str, str]]:
    """element, or parent/element → attribute → type."""
    found: dict[str, dict[str, str]] = {name: {"val": "on-off"} for name in _ON_OFF.split()}
    for kind, places in _TABLE.items():
        for place in places.split():
            name, attribute = place.split("@")
            found.setdefault(name, {})[attribute] = kind
    return found


_KINDS = _by_attribute()
_BY_PARENT = frozenset(name.split("/")[1] for name in _KINDS if "/" in name)


def value_findings(package: Package) -> Iterator[Finding]:
    """D106: attributes missing or without namespace. D107: values of the wrong type."""
    for part, elements in package.elements.items():
        for element in elements:
            tag = element.tag
            if tag.startswith(_W):
                yield from _findings(part, element, tag[len(_W) :])


def _findings(part: str, element: Element, name: str) -> Iterator[Finding]:
    attributes = element.attrib
    for needed in _NEEDED.get(name, "").split():
        if w(needed) not in attributes:
            yield Finding("D106", part, element, f"{title(name)}に {needed} がありません")
    if not attributes:
        return
    kinds = _KINDS.get(name, {})
    if name in _BY_PARENT:
        parent = element.getparent()
        own = _KINDS.get(f"{parent.tag.rsplit('}', 1)[-1]}/{name}", {}) if parent is not None else {}
        kinds = kinds | own
    for attribute, value in attributes.items():
        if attribute.startswith(_W):
            kind = kinds.get(attribute[len(_W) :])
            if kind and not is_of_type(value, kind):
                yield Finding("D107", part, element, f"{title(name)}の {attribute[len(_W) :]} の値「{value[:20]}」が正しくありません")
        elif not attribute.startswith("{"):
            yield Finding("D106", part, element, f"{title(name)}の {attribute} に名前空間がありません")
