"""Which children an element may have, and in which order: ECMA-376 part 1, annex A (wml.xsd), as data.

`MODELS` gives for a parent: what comes first, in this order; what then may stand in any order;
what comes last. A child stands once, but for those in `REPEATED` and for the middle part.
Elements that have no model are not looked into.
"""

from __future__ import annotations

from typing import NamedTuple


class Model(NamedTuple):
    """The children of an element: `first` and `last` in order, `middle` in any order and number."""

    first: tuple[str, ...] = ()
    middle: frozenset[str] = frozenset()
    last: tuple[str, ...] = ()


def _model(first: str = "", middle: str = "", last: str = "") -> Model:
    return Model(tuple(first.split()), frozenset(middle.split()), tuple(last.split()))


_MARKS = """
proofErr permStart permEnd bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd
moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
ins del moveFrom moveTo contentPart sdt customXml
"""
_RUNS = f"r hyperlink fldSimple smartTag dir bdo subDoc {_MARKS}"
_BLOCKS = f"p tbl altChunk {_MARKS}"
_P_PR = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens
kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
rPr sectPr pPrChange
"""
_R_PR = """
ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
lang eastAsianLayout specVanish oMath rPrChange
"""
_RUN_CONTENT = """
br t delText instrText delInstrText noBreakHyphen softHyphen dayShort monthShort yearShort dayLong monthLong yearLong
annotationRef footnoteRef endnoteRef separator continuationSeparator sym pgNum cr tab object pict fldChar ruby
footnoteReference endnoteReference commentReference drawing ptab lastRenderedPageBreak contentPart
"""
_SECT_PR = """
headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt
vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
"""
_TBL_PR = """
tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd
tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange
"""
_TC_PR = """
cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel
cellMerge tcPrChange
"""
_TR_PR = "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
_EDGES = "top left start bottom right end"
_SETTINGS = """
writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape
printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts
saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles
stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle
evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields
hdrShapeDefaults footnotePr endnotePr compat docVars rsids uiCompat97To2003 attachedSchema themeFontLang clrSchemeMapping
doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType shapeDefaults
doNotEmbedSmartTags decimalSymbol listSeparator
"""
_COMPAT = """
useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance
balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn
spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack wpSpaceWidth showBreaksInFrames
subFontBySize suppressBottomSpacing suppressTopSpacing suppressSpacingAtTopOfPage suppressTopSpacingWP
suppressSpBfAfterPgBrk swapBordersFacingPages convMailMergeEsc truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics
doNotSuppressParagraphBorders wrapTrailSpaces footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow
forgetLastTabAlignment adjustLineHeightInTable autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing
layoutRawTableWidth layoutTableRowsApart useWord97LineBreakRules doNotBreakWrappedTables doNotSnapToGridInCell
selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct doNotUseEastAsianBreakRules
useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList doNotUseIndentAsNumberingTabStop
useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable doNotSuppressIndentation doNotAutofitConstrainedTables
autofitToFirstFixedWidthCell underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark
doNotVertAlignCellWithSp doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance
compatSetting
"""

MODELS: dict[str, Model] = {
    "document": _model("background body"), "body": _model("", _BLOCKS, "sectPr"),
    "p": _model("pPr", _RUNS), "r": _model("rPr", _RUN_CONTENT), "pPr": _model(_P_PR), "rPr": _model(_R_PR),
    "hyperlink": _model("", _RUNS), "fldSimple": _model("fldData", _RUNS), "dir": _model("", _RUNS), "bdo": _model("", _RUNS),
    "ins": _model("", _RUNS), "del": _model("", _RUNS), "moveFrom": _model("", _RUNS), "moveTo": _model("", _RUNS),
    "tbl": _model("", f"tr {_MARKS}"), "tr": _model("tblPrEx trPr", f"tc {_MARKS}"), "tc": _model("tcPr", _BLOCKS),
    "tblPr": _model(_TBL_PR), "tblGrid": _model("gridCol tblGridChange"), "trPr": _model("", _TR_PR, "ins del trPrChange"),
    "tblPrEx": _model("tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange"),
    "tcPr": _model(_TC_PR), "sectPr": _model(_SECT_PR), "cols": _model("col"), "tabs": _model("tab"),
    "pgBorders": _model("top left bottom right"), "pBdr": _model("top left bottom right between bar"),
    "tblBorders": _model(f"{_EDGES} insideH insideV"), "tblCellMar": _model(_EDGES), "tcMar": _model(_EDGES),
    "tcBorders": _model(f"{_EDGES} insideH insideV tl2br tr2bl"), "numPr": _model("ilvl numId numberingChange ins"),
    "pPrChange": _model("pPr"), "rPrChange": _model("rPr"), "sectPrChange": _model("sectPr"), "tblPrChange": _model("tblPr"),
    "tcPrChange": _model("tcPr"), "trPrChange": _model("trPr"), "tblPrExChange": _model("tblPrEx"), "tblGridChange": _model("tblGrid"),
    "sdt": _model("sdtPr sdtEndPr sdtContent", _MARKS), "ruby": _model("rubyPr rt rubyBase"),
    "rubyPr": _model("rubyAlign hps hpsRaise hpsBaseText lid dirty"), "rt": _model("", _RUNS), "rubyBase": _model("", _RUNS),
    "hdr": _model("", _BLOCKS), "ftr": _model("", _BLOCKS), "txbxContent": _model("", _BLOCKS),
    "footnotes": _model("footnote"), "footnote": _model("", _BLOCKS), "endnotes": _model("endnote"), "endnote": _model("", _BLOCKS),
    "comments": _model("comment"), "comment": _model("", _BLOCKS),
    "numbering": _model("numPicBullet abstractNum num numIdMacAtCleanup"), "num": _model("abstractNumId lvlOverride"),
    "abstractNum": _model("nsid multiLevelType tmpl name styleLink numStyleLink lvl"), "lvlOverride": _model("startOverride lvl"),
    "lvl": _model("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    "styles": _model("docDefaults latentStyles style"), "docDefaults": _model("rPrDefault pPrDefault"),
    "rPrDefault": _model("rPr"), "pPrDefault": _model("pPr"), "latentStyles": _model("lsdException"),
    "style": _model("""
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
        personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
    """),
    "tblStylePr": _model("pPr rPr tblPr trPr tcPr"), "settings": _model(_SETTINGS), "compat": _model(_COMPAT),
    "footnotePr": _model("pos numFmt numStart numRestart footnote"), "endnotePr": _model("pos numFmt numStart numRestart endnote"),
    "rsids": _model("rsidRoot rsid"),
    "fonts": _model("font"),
    "font": _model("altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic"),
}  # fmt: skip
# tblPr and tblGrid come before the rows, but marks of ranges may stand before them.
TABLE_HEAD = ("tblPr", "tblGrid")
MODELS["tbl"] = Model((), MODELS["tbl"].middle | set(TABLE_HEAD), ())
for _leaf in (_RUN_CONTENT + " bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr").split():
    if _leaf not in ("object", "pict", "fldChar", "ruby", "drawing", "contentPart"):
        MODELS[_leaf] = Model()

# What a reviewer's change is recorded by; all have ids from one row of numbers.
REVISIONS = (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    "tblPrExChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
)  # fmt: skip

REPEATED = frozenset({
    ("sectPr", "headerReference"), ("sectPr", "footerReference"), ("cols", "col"), ("tabs", "tab"), ("tblGrid", "gridCol"),
    ("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"), ("numbering", "numPicBullet"),
    ("numbering", "abstractNum"), ("numbering", "num"), ("abstractNum", "lvl"), ("num", "lvlOverride"), ("styles", "style"),
    ("latentStyles", "lsdException"), ("style", "tblStylePr"), ("settings", "activeWritingStyle"), ("settings", "attachedSchema"),
    ("settings", "smartTagType"), ("compat", "compatSetting"), ("footnotePr", "footnote"), ("endnotePr", "endnote"), ("rsids", "rsid"),
     ("fonts", "font"),
})  # fmt: skip

# LibreOffice writes them after a later one, and Word opens its files without a word: (parent, child, before it).
TOLERATED = frozenset({("pPr", "rPr", "pPrChange"), ("lvl", "numFmt", "pStyle"), ("lvlOverride", "startOverride", "lvl")})
# Where it begins so, in a table of contents and at a section break, it keeps no order after it: (parent, first child).
UNORDERED_AFTER = frozenset({("rPr", "webHidden"), ("pPr", "sectPr")})
# A section names its running heads and feet in any order (17.6.17); Word puts those of the first page behind all others.
SAME_PLACE = {"footerReference": "headerReference"}

# Children without which an element is not whole; of each group one must be there.
NEEDED: dict[str, tuple[str, ...]] = {
    "tbl": ("tblPr", "tblGrid"), "num": ("abstractNumId",), "ruby": ("rubyPr", "rt", "rubyBase"), "document": ("body",),
    "rubyPr": ("rubyAlign", "hps", "hpsRaise", "hpsBaseText", "lid"), "style": ("name",), "tabs": ("tab",),
}  # fmt: skip
