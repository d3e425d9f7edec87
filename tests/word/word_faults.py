"""Smallest Word files with one fault each, by name, and sound ones beside them: what the tables of `test_word_faults` are made of."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from drafting.word.document import XML_HEAD, R, W
from drafting.word.package import write_package

_DRAW = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{_DRAW}/wordprocessingDrawing" xmlns:a="{_DRAW}/main" xmlns:pic="{_DRAW}/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_ROOTS = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Char"><w:name w:val="Char"/></w:style>'
)


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff\0\0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def package(body: str, *, section: str = "<w:sectPr/>", media: bytes = b"", extra: str = "", **parts: str) -> dict[str, bytes]:
    """The parts of a file: `body` is XML of the body; each of `parts` (styles=, footnotes= …) the XML in the root of that part.

    Part n in the order given has the relationship "rId" + n, "styles" is the first, a picture is "rIdPicture". `extra` are more relationships.
    """
    parts = {"styles": STYLES, **parts}
    files = {"word/document.xml": f"<w:document {_OPEN}><w:body>{body}{section}</w:body></w:document>"}
    relations, types = extra, f'<Override PartName="/word/document.xml" ContentType="{_WORDML}document.main+xml"/>'
    for number, (name, content) in enumerate(parts.items(), 1):
        root = _ROOTS.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {_OPEN}>{content}</w:{root}>"
        relations += f'<Relationship Id="rId{number}" Type="{R}/{name}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORDML}{name}+xml"/>'
    relations += f'<Relationship Id="rIdPicture" Type="{R}/image" Target="media/a.png"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>'
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png"}
    defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items())
    files["[Content_Types].xml"] = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{types}</Types>'
    return {name: (XML_HEAD + text).encode() for name, text in files.items()} | {"word/media/a.png": media or png()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    return write_package(parts)


def p(inner: str = "", properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str = "x", properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


def mark(kind: str, attributes: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{attributes}/></w:r>'


def code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'


def field(instruction: str) -> str:
    return mark("begin") + code(f" {instruction} ") + mark("separate") + r("1") + mark("end")


def bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/>{r()}<w:bookmarkEnd w:id="1"/>'


def link(attributes: str) -> str:
    return f"<w:hyperlink {attributes}>{r()}</w:hyperlink>"


def table(*rows: str, columns: int = 2, properties: str = "") -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{p()}"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(properties: str = "", inner: str = p(r())) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


EXTENT, DOC_PR = '<wp:extent cx="100" cy="100"/>', '<wp:docPr id="1" name="図"/>'
BLIP, PICTURE_URI = '<a:blip r:embed="rIdPicture"/>', f"{_DRAW}/picture"
NAMES = '<pic:nvPicPr><pic:cNvPr id="1" name="図"/><pic:cNvPicPr/></pic:nvPicPr>'
SHAPE = "<pic:spPr/>"
PLACE = (
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:align>top</wp:align></wp:positionV>'
)
ANCHORED = 'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'


def fill(blip: str = BLIP) -> str:
    return f"<pic:blipFill>{blip}</pic:blipFill>"


def graphic(picture: str = NAMES + fill() + SHAPE) -> str:
    return f'<a:graphic><a:graphicData uri="{PICTURE_URI}"><pic:pic>{picture}</pic:pic></a:graphicData></a:graphic>'


def drawing(inner: str) -> str:
    return p(f"<w:r><w:drawing>{inner}</w:drawing></w:r>")


def inline(*, extent: str = EXTENT, properties: str = DOC_PR, shown: str = graphic()) -> str:
    return drawing(f"<wp:inline>{extent}{properties}{shown}</wp:inline>")


def anchored(
    *, point: str = '<wp:simplePos x="0" y="0"/>', place: str = PLACE, wrap: str = "<wp:wrapNone/>", extent: str = EXTENT, attributes: str = ANCHORED
) -> str:
    return drawing(f"<wp:anchor {attributes}>{point}{place}{extent}{wrap}{DOC_PR}{graphic()}</wp:anchor>")
