"""The settings part (ECMA-376 17.15.1.78): change tracking on or off, and no traces of a writer.

Other settings are the reference's own.
"""

from __future__ import annotations

from drafting.patterns import lazy_pattern
from drafting.word.document import Element, parse_xml, serialize, w

# What stands before w:trackRevisions in w:settings
_BEFORE = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView",
)  # fmt: skip
# Whose template, which editing sessions, which mail merge: of the reference's writer, not of the draft
_TRACES = (
    "writeProtection", "trackRevisions", "rsids", "attachedTemplate", "saveThroughXslt", "docVars", "mailMerge", "documentProtection",
)  # fmt: skip
# Word would call each reviewer 作成者 and date none of his changes
_NAMELESS = ("removePersonalInformation", "removeDateAndTime")
_RSID_ATTRIBUTE = lazy_pattern(rb'\s+w:rsid(?:R|RPr|RDefault|P|Del|Sect|Tr)="[^"]*"')
_RSID_ELEMENT = lazy_pattern(rb"<w:rsid\b[^>]*/>")


def settings_xml(existing: bytes, tracked: bool) -> bytes:
    """The settings of the reference without its traces; with `tracked`, Word records each change."""
    root = parse_xml(existing)
    for name in (*_TRACES, *(_NAMELESS if tracked else ())):
        for each in root.findall(w(name)):
            root.remove(each)
    if tracked:
        root.insert(_place(root), root.makeelement(w("trackRevisions")))
    return serialize(root)


def _place(root: Element) -> int:
    before = {w(name) for name in _BEFORE}
    return max((index + 1 for index, each in enumerate(root) if each.tag in before), default=0)


def without_sessions(part: bytes) -> bytes:
    """A part without the marks of editing sessions (rsid) that Word leaves on what was typed."""
    return _RSID_ELEMENT.sub(b"", _RSID_ATTRIBUTE.sub(b"", part))
