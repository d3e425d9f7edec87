"""The types of attribute values: ECMA-376 part 1, 17.18 and 22.9, as data."""

from __future__ import annotations

import re
from datetime import datetime

_UNIT = "(?:mm|cm|in|pt|pc|pi)"
_LENGTH = rf"[0-9]+(?:\.[0-9]+)?{_UNIT}"

_BORDERS = """
nil none single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap
thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap thickThinLargeGap
thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave outset inset
"""
_PATTERNS = """
nil clear solid horzStripe vertStripe reverseDiagStripe diagStripe horzCross diagCross thinHorzStripe thinVertStripe
thinReverseDiagStripe thinDiagStripe thinHorzCross thinDiagCross pct5 pct10 pct12 pct15 pct20 pct25 pct30 pct35 pct37 pct40
pct45 pct50 pct55 pct60 pct62 pct65 pct70 pct75 pct80 pct85 pct87 pct90 pct95
"""
_NUMBERS = """
decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital
japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle
decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen
decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional
taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified
chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2 vietnameseCounting russianLower russianUpper
none numberInDash hebrew1 hebrew2 arabicAlpha arabicAbjad hindiVowels hindiConsonants hindiNumbers hindiCounting thaiLetters
thaiNumbers thaiCounting bahtText dollarText custom
"""
_THEME_COLORS = """
dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink none background1 text1
background2 text2
"""
# Words that a value may be, one set a type. Border art (apples …) is for pages only, so any word passes there.
WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "on-off": "0 1 true false on off",
        "paragraph jc": "start center end both left right distribute mediumKashida numTab highKashida lowKashida thaiDistribute",
        "table jc": "start center end left right", "level jc": "start center end left right both distribute",
        "border": _BORDERS, "shading": _PATTERNS, "number format": _NUMBERS, "theme color": _THEME_COLORS,
        "underline": """single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash dashDotHeavy
                        dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none""",
        "highlight": """black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta darkRed darkYellow
                        darkGray lightGray none""",
        "vertical position": "baseline superscript subscript", "emphasis mark": "none dot comma circle underDot",
        "break": "page column textWrapping", "clear": "none left right all", "field mark": "begin separate end",
        "tab": "clear start center end decimal bar num left right", "leader": "none dot hyphen underscore heavy middleDot",
        "section": "nextPage nextColumn continuous evenPage oddPage", "orientation": "portrait landscape",
        "vertical align": "top center both bottom", "merge": "continue restart", "width unit": "nil pct dxa auto",
        "table layout": "fixed autofit", "height rule": "auto exact atLeast", "line rule": "auto exact atLeast",
        "text direction": "tb rl lr tbV rlV lrV btLr lrTb lrTbV tbLrV tbRl tbRlV", "header": "even default first",
        "text alignment": "top center baseline bottom auto", "grid": "default lines linesAndChars snapToChars",
        "style": "paragraph character table numbering", "multi-level": "singleLevel multilevel hybridMultilevel",
        "suffix": "tab space nothing", "ruby align": "center distributeLetter distributeSpace left right rightVertical",
        "note": "normal separator continuationSeparator continuationNotice", "proof": "spellStart spellEnd gramStart gramEnd",
        "restart": "continuous eachSect eachPage newPage newSection", "hint": "default eastAsia cs",
        "theme font": "majorEastAsia majorBidi majorAscii majorHAnsi minorEastAsia minorBidi minorAscii minorHAnsi",
        "spacing control": "doNotCompress compressPunctuation compressPunctuationAndJapaneseKana",
        "lock": "sdtLocked contentLocked unlocked sdtContentLocked", "note position": "pageBottom beneathText sectEnd docEnd",
        "editors": "none everyone administrators contributors editors owners current", "keep": "default preserve",
        "protection": "none readOnly comments trackedChanges forms",
    }.items()
}  # fmt: skip
# Two-letter colours and such are caught by the pattern.
PATTERNS: dict[str, re.Pattern[str]] = {
    "number": re.compile(r"[-+]?[0-9]{1,10}"),
    "count": re.compile(r"\+?[0-9]{1,10}"),
    "half points": re.compile(rf"[0-9]{{1,5}}|{_LENGTH}"),
    "kerning": re.compile("[0-9]{1,5}"),
    "signed half points": re.compile(rf"-?(?:[0-9]{{1,5}}|{_LENGTH})"),
    "length": re.compile(rf"[0-9]{{1,7}}|{_LENGTH}"),
    "signed length": re.compile(rf"-?(?:[0-9]{{1,7}}|{_LENGTH})"),
    "width": re.compile(rf"-?(?:[0-9]{{1,7}}|[0-9]+(?:\.[0-9]+)?%|{_LENGTH})"),
    "percent": re.compile(r"[0-9]{1,3}%?"),
    "color": re.compile("auto|[0-9A-Fa-f]{6}"),
    "hex 2": re.compile("[0-9A-Fa-f]{1,2}"),
    "hex 4": re.compile("[0-9A-Fa-f]{4}"),
    "hex 8": re.compile("[0-9A-Fa-f]{8}"),
    "language": re.compile("[A-Za-z0-9_.@-]{0,84}"),  # LibreOffice leaves them empty
    "level": re.compile("[0-8]"),
    "first number": re.compile("[0-9]{1,5}"),
    "columns": re.compile("[0-9]{1,2}"),
    "paper": re.compile(f"[0-9]{{1,5}}|{_LENGTH}"),
    "outline": re.compile("[0-9]"),
}
# The least and the most of a value without a unit (annex A and the limits that Word keeps).
RANGES: dict[str, tuple[int, int]] = {
    "half points": (2, 3277), "kerning": (0, 3277), "number": (-(2**31), 2**31 - 1), "count": (0, 2**31 - 1), "percent": (0, 600),
    "first number": (0, 32767), "columns": (1, 45), "paper": (1, 31680),
}  # fmt: skip
_NO_DATE = "0-00-00T00:00:00Z"  # so LibreOffice saves a comment that had no date
_DATE = re.compile(r"(-?[0-9]{4,})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")


def _is_date(value: str) -> bool:
    """True for an xsd:dateTime that is on the calendar, and for none."""
    if value == _NO_DATE:
        return True
    match = _DATE.fullmatch(value)
    if not match:
        return False
    try:
        datetime(*(int(part) for part in match.groups()[:6]))  # type: ignore[arg-type]  # six numbers, no zone
    except ValueError:
        return False
    return True


def is_of_type(value: str, kind: str) -> bool:
    """True if an attribute may have this value. `kind` is a key of WORDS or of PATTERNS, or "date"."""
    if kind == "date":
        return _is_date(value)
    if kind in WORDS:
        return value in WORDS[kind]
    value = value.strip()
    if PATTERNS[kind].fullmatch(value) is None:
        return False
    if kind in RANGES and value.lstrip("+-").isdecimal():
        least, most = RANGES[kind]
        return least <= int(value) <= most
    return True
