"""Tiny builders of Word files as other programs write them: hand-written XML in a package."""

from __future__ import annotations

from itertools import count
from xml.sax.saxutils import escape

from drafting.word.document import W
from drafting.word.package import write_package
from drafting.word.reading import Document, read_document

NS = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ids = count(1)


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(content: str, properties: str = "") -> str:
    """A run; `content` is text, or XML if it begins with "<"."""
    inner = content if content.startswith("<") else t(content)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _by(author: str, date: str) -> str:
    return f'w:id="{next(_ids)}" w:author="{author}" w:date="{date}"'


def mark(name: str, author: str = "審査 花子", date: str = "2025-12-01T09:00:00Z") -> str:
    """An empty element such as w:ins, for the properties of paragraphs, rows and cells."""
    return f"<w:{name} {_by(author, date)}/>"


def change(name: str, content: str, author: str = "審査 花子", date: str = "2025-12-01T09:00:00Z") -> str:
    inner = content if content.startswith("<") else r(content)
    return f"<w:{name} {_by(author, date)}>{inner}</w:{name}>"


def ins(content: str, **by: str) -> str:
    return change("ins", content, **by)


def dele(content: str, **by: str) -> str:
    return change("del", content if content.startswith("<") else r(f"<w:delText xml:space=\"preserve\">{escape(content)}</w:delText>"), **by)


def p(*content: str, mark: str = "", properties: str = "") -> str:
    """A paragraph; `mark` are the changes of its mark."""
    inner = properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    runs = "".join(each if each.startswith("<") else r(each) for each in content if each)
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{runs}</w:p>"


def tc(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(each if each.startswith("<") else p(each) for each in paragraphs)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(each if each.startswith("<") else tc(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(*paragraphs: str) -> str:
    """A run with a text box, twice, as Word writes it."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = f"<w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return r(f'<mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>')


def field(instruction: str, result: str | None, data: str = "") -> str:
    middle = "" if result is None else r('<w:fldChar w:fldCharType="separate"/>') + (r(result) if result else "")
    return (
        r(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>') + r(f"<w:instrText>{escape(instruction)}</w:instrText>")
        + middle + r('<w:fldChar w:fldCharType="end"/>')
    )  # fmt: skip


def part(tag: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {NS}>{content}</w:{tag}>'.encode()


def docx(*body: str, main: bytes = b"", **parts: bytes) -> bytes:
    """A package with a body and parts by the kind of their relationship: footnotes=…, header_1=…"""
    names = {f"word/{kind}.xml": kind.partition("_")[0] for kind in parts}
    rels = "".join(
        f'<Relationship Id="rId{i}" Type="{_RELS}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for i, (name, kind) in enumerate(names.items(), 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    types = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    return write_package({
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="word/document.xml"/></Relationships>'.encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{rels}</Relationships>'.encode(),
        "word/document.xml": main or part("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"),
    } | {name: parts[name.removeprefix("word/").removesuffix(".xml")] for name in names})  # fmt: skip


def read(*body: str, main: bytes = b"", **parts: bytes) -> Document:
    return read_document(docx(*body, main=main, **parts), "意見.docx")
