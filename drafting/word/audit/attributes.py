"""All names that attributes of WordprocessingML have (ECMA-376 part 4, annex A): Word refuses a file with another one."""

from __future__ import annotations

ATTRIBUTES = frozenset(
    """
abstractNumId accent1 accent2 accent3 accent4 accent5 accent6 actualPg after afterAutospacing afterLines algIdExt
algIdExtSource algorithmName alignment all allStyles alternateStyleNames anchor anchorLock appName ascii asciiTheme
author before beforeAutospacing beforeLines bg1 bg2 bidi bottom bottomFromText caption chapNum chapSep chapStyle char
charSpace characterSet checkStyle clear clearFormatting code colFirst colLast color combine combineBrackets comments
conformance count countBy cryptAlgorithmClass cryptAlgorithmSid cryptAlgorithmType cryptProvider cryptProviderType
cryptProviderTypeExt cryptProviderTypeExtSource cryptSpinCount cs csb0 csb1 cstheme customMarkFollows customStyle
customStyles date decorated defLockedState defQFormat defSemiHidden defUIPriority defUnhideWhenUsed default
directFormattingOnNumbering directFormattingOnParagraphs directFormattingOnRuns directFormattingOnTables dirty
displacedByCustomXml display displayText distance dllVersion docLocation drawAspect dropCap durableId dxaOrig dyaOrig
eastAsia eastAsiaTheme ed edGrp edit element end endChars enforcement equalWidth evenHBand evenVBand fieldCodes fill
first firstColumn firstLine firstLineChars firstRow firstRowFirstColumn firstRowLastColumn fldCharType fldLock fmt
followedHyperlink font fontKey fontSz footer format formatting frame fullDate grammar gutter h hAnchor hAnsi
hAnsiTheme hRule hSpace hanging hangingChars hash hashValue header heading headingStyles hint history horzAnchor
hyperlink id ilvl initials inkAnnotations insDel instr lang lastColumn lastRow lastRowFirstColumn lastRowLastColumn
lastValue latentStyles leader left leftChars leftFromText legacy legacyIndent legacySpace line linePitch lineRule
lines locked lockedField manifestLocation markup multiLine name nlCheck noHBand noLabel noVBand null num numFmt numId
numPicBulletId numberingStyles oddHBand oddVBand offsetFrom orient original other percent pos prefixMappings progId
qFormat recommended relativeTo restart right rightChars rightFromText rsid rsidDel rsidP rsidR rsidRDefault rsidRPr
rsidSect rsidTr salt saltValue schema schemaReference semiHidden sep shadow shapeId shapeid solutionID space spelling
spinCount start startChars storeItemID styleId stylesInUse subsetted sz t1 t2 tableStyles tblpX tblpXSpec tblpY
tblpYSpec tentative tgtFrame themeColor themeFill themeFillShade themeFillTint themeShade themeTint tooltip top
top3HeadingStyles topFromText topLinePunct tplc type uiPriority unhideWhenUsed updateMode uri usb0 usb1 usb2 usb3
vAnchor vMerge vMergeOrig vSpace val value vendorID vert vertAnchor vertCompress visibleStyles w wrap x xAlign xpath y
yAlign zOrder
""".split()
)
