"""Blocks → Markdown (CommonMark with tables and footnotes): the one place that escapes.

What a reader of the plain text sees is the text itself: only what Markdown would take for
markup gets a backslash, and numbers are printed as Word would print them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafting.draft import Anchor, Block, Contents, Draft, Heading, Paragraph, Spans, Table
from drafting.patterns import lazy_pattern

_INLINE = lazy_pattern(r"[\\`*_\[\]<&]|!(?=\[)|~(?=~)")
_LINE_START = lazy_pattern(r"[#>=|]|[-:](?=[-:| \t]|$)|\+(?=[ \t]|$)|```|~~~")  # ":-|" would make a table
_ORDERED = lazy_pattern(r"(\d{1,9})([.)])(?=[ \t]|$)")
_EDGE = lazy_pattern(r"^[^\S\x85]+|[^\S\x85]+$")  # no reference names U+0085
_CLOSING = lazy_pattern(r"(?<=[ \t])#+$")  # of a heading, as in "# C #"


def write_markdown(draft: Draft, remarks: Mapping[Anchor, tuple[str, ...]] | None = None) -> str:
    """The Markdown text of a draft, ending with a line end. Each of `remarks` is a block quote
    behind the block that it belongs to."""
    pieces: list[str] = []
    listed = False
    for block in draft.blocks:
        text = _block(block)
        if not text:
            continue
        in_list = isinstance(block, Paragraph) and bool(block.bullet)
        pieces.append(("" if not pieces else "\n" if listed and in_list else "\n\n") + text)
        listed = in_list
        if remarks and (lines := list(_remarks(block, remarks))):
            quoted = _formatted(lines, "  " if in_list else "")
            pieces.append(f"\n\n{quoted}")
    for number, note in enumerate(draft.notes, 1):
        pieces.append(f"\n\n[^{number}]: " + _unended(inline_markdown(note)).replace("\\\n", "\\\n    "))
    return "".join(pieces) + "\n"


def _remarks(block: Block, remarks: Mapping[Anchor, tuple[str, ...]]) -> Iterator[str]:
    cells = [block.spans] if isinstance(block, Heading | Paragraph) else []
    if isinstance(block, Table):
        cells = [cell for row in (block.head, *block.rows) for cell in row]
    anchors = dict.fromkeys(span.anchor for spans in cells for span in spans if span.anchor)
    for anchor in anchors:
        yield from remarks.get(anchor, ())


def _formatted(lines: list[str], indent: str) -> str:
    """A block quote of a line each, in a list item if `indent` says so."""
    texts = (escape(line).replace("\\\n", f"\\\n{indent}> ") for line in lines)
    return f"\\\n{indent}> ".join(f"{indent}> {text}" if not number else text for number, text in enumerate(texts))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        text = _CLOSING.sub(r"\\\g<0>", inline_markdown(block.spans).replace("\\\n", ""))
        return "#" * block.level + " " + _numbered(block.number, text)
    if isinstance(block, Paragraph):
        text = _unended(inline_markdown(block.spans))
        if not block.bullet:
            return text
        marker = "- " if block.bullet == "・" else "- " + block.bullet
        return "  " * (block.indent - 1) + marker + text
    if isinstance(block, Table):
        return "\n".join(_table(block))
    if isinstance(block, Contents):
        return "\n".join(_contents(block))
    return ""


def _unended(text: str) -> str:
    """Without line breaks at the end: no paragraph can end with one, and nobody would see it."""
    while text.endswith("\\\n"):
        text = text[:-2]
    return text


def _numbered(number: str, text: str) -> str:
    return f"{number}\u3000{text}" if number else text


def _contents(block: Contents) -> Iterator[str]:
    top = min((entry.level for entry in block.entries), default=1)
    for entry in block.entries:
        yield "  " * (entry.level - top) + "- " + _numbered(entry.number, escape(entry.text))


def _table(block: Table) -> Iterator[str]:
    rules = {"left": "---", "center": ":---:", "right": "---:"}
    yield "| " + " | ".join(map(_cell, block.head)) + " |"
    yield "| " + " | ".join(rules.get(align, "---") for align in block.aligns) + " |"
    for row in block.rows:
        yield "| " + " | ".join(map(_cell, row)) + " |"


def _cell(spans: Spans) -> str:
    return inline_markdown(spans).replace("|", "\\|").replace("\\\n", "<br>")


def inline_markdown(spans: Spans) -> str:
    """Spans as Markdown: runs of one format are joined first, so that no marker is doubled."""
    pieces: list[tuple[str, str]] = []
    for span in spans:
        if span.note:
            pieces.append(("note", f"[^{span.note}]"))
            continue
        if not span.text:
            continue
        form = ("**" if span.strong else "") + ("*" if span.emphasis else "")
        if pieces and pieces[-1][0] == form:
            pieces[-1] = (form, pieces[-1][1] + span.text)
        else:
            pieces.append((form, span.text))
    text = "".join(part if form == "note" else _formed(form, part) for form, part in pieces)
    return _line_edges(text)


def _formed(form: str, text: str) -> str:
    """Text between its markers; a marker beside punctuation is not one (CommonMark 6.2), so none is set."""
    escaped = _INLINE.sub(r"\\\g<0>", text)
    if not form or not text or not text[0].isalnum() or not text[-1].isalnum():
        return escaped
    return form + escaped + form[::-1]


def escape(text: str) -> str:
    """A text that Markdown reads back as itself."""
    return _line_edges(_INLINE.sub(r"\\\g<0>", text))


def _line_edges(text: str) -> str:
    return "\\\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if not line:
        return ""
    line = _EDGE.sub(lambda match: "".join(f"&#{ord(c)};" for c in match[0]), line)
    if match := _ORDERED.match(line):
        return f"{match[1]}\\{line[match.end(1):]}"
    return "\\" + line if _LINE_START.match(line) else line
