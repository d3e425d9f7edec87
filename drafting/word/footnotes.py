"""Native footnotes (ECMA-376 17.11)."""

from __future__ import annotations

from drafting.draft import Spans
from drafting.word.document import NAMESPACES, XML_HEAD, parse_xml, serialize, w
from drafting.word.marks import Marks, close, write_spans

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
EMPTY = f"{XML_HEAD}<w:footnotes {NAMESPACES}>{_SEPARATORS}</w:footnotes>".encode()
_MARK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
_GAP = "<w:r><w:tab/></w:r>"  # to where the other lines of the note begin


def footnotes_xml(existing: bytes, notes: tuple[Spans, ...], marks: Marks, style: str | None) -> bytes:
    """The footnotes part: the separators of the reference and the notes of the draft.

    The id of note n is n - 1 + `marks.first_note`; `style` is the w:styleId of their text.
    """
    root = parse_xml(existing)
    for note in root.findall(w("footnote")):
        if note.get(w("type")) in (None, "normal"):
            root.remove(note)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    pieces = [f"<w:footnotes {NAMESPACES}>"]
    for number, spans in enumerate(notes, marks.first_note):
        pieces.append(f'<w:footnote w:id="{number}"><w:p>{look}{_MARK}{_GAP}')
        write_spans(pieces, spans, marks)
        close(pieces, marks)
        pieces.append("</w:p></w:footnote>")
    pieces.append("</w:footnotes>")
    root.extend(list(parse_xml("".join(pieces).encode())))
    return serialize(root)


def first_free(existing: bytes) -> int:
    """The first id that no separator of the reference has."""
    kept = [each for each in parse_xml(existing) if each.get(w("type")) not in (None, "normal")]
    return max((int(each.get(w("id"))) for each in kept), default=0) + 1
