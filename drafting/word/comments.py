"""Comments (ECMA-376 17.13.4): who says what beside which text.

Author and initials are the office, never a person; there is no date, since no clock runs
here (w:date is optional). `commentsExtended` ([MS-DOCX] 2.5.1) is what Word keeps replies and
"resolved" in: with it there, a reply joins our comment at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafting.word.document import NAMESPACES, XML_HEAD, text_xml

AUTHOR, INITIALS = "事務局", "事"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MORE = f'xmlns:w14="{_W14}" xmlns:w15="{_W15}" xmlns:mc="{_MC}" mc:Ignorable="w14 w15"'
# Paragraph ids lie below 0x80000000; these are far from those that Word makes up
_FIRST_ID = 0x0D400001
_MARK = "<w:r><w:annotationRef/></w:r>"


def comments_xml(remarks: Iterable[tuple[str, ...]], style: str | None) -> bytes:
    """The comments part: one comment for the lines of each remark, numbered from 0.

    `style` is the w:styleId of their text.
    """
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    pieces = [f"{XML_HEAD}<w:comments {NAMESPACES} {_MORE}>"]
    for number, lines in enumerate(remarks):
        pieces.append(f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">')
        for index, line in enumerate(lines):
            identifier = f' w14:paraId="{_paragraph_id(number)}"' if index == len(lines) - 1 else ""
            pieces.append(f"<w:p{identifier}>{look}{'' if index else _MARK}<w:r>{text_xml(line)}</w:r></w:p>")
        pieces.append("</w:comment>")
    pieces.append("</w:comments>")
    return "".join(pieces).encode()


def extended_xml(count: int) -> bytes:
    """The part that names the last paragraph of each comment, and that none is resolved."""
    entries = "".join(f'<w15:commentEx w15:paraId="{_paragraph_id(number)}" w15:done="0"/>' for number in range(count))
    return f"{XML_HEAD}<w15:commentsEx {_MORE}>{entries}</w15:commentsEx>".encode()


def _paragraph_id(number: int) -> str:
    return f"{_FIRST_ID + number:08X}"
