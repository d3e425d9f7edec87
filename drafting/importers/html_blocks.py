"""The blocks of a page → rows: paragraphs, lists, definition lists; tables are in `html_table`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.importers.html_inline import INLINE
from drafting.importers.html_page import text_of
from drafting.importers.html_table import is_for_layout, table_rows
from drafting.importers.html_tree import BLOCKS, NO_TEXT, Node
from drafting.importers.rows import Row

_SPACES = re.compile("[ \t\n\r\f]+")
# A blank that only the line ends of the file make between two full-width characters is none.
_WIDE = "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
_JOINT = re.compile(rf"(?<={_WIDE})[ \t]*[\n\r][ \t\n\r\f]*(?={_WIDE})")
_MARKED = re.compile(
    "[ \u3000]*(?:[○〇◎●◯◆◇■□▲△▼▽・•･※☆★→⇒\\-－ー―—*＊(（\\[［【〔<＜〈①-⑳㋐-㋾⑴-⒇]"
    "|[0-9０-９]{1,3}[.．、)）:： \u3000]|[ア-ンa-zａ-ｚ][.．、)）])"
)
_STRUCK = frozenset(("del", "s", "strike"))
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_AS_WRITTEN = frozenset(("pre", "listing", "xmp", "plaintext"))
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_NOTHING = " \t\r\n\f"


@dataclass(slots=True)
class _Line:
    """The rows so far, and the line that is being put together: its pieces, and the line it starts at.

    `marker` is the mark of a list item that has no text yet, `depth` how deep lists are nested;
    `as_written` is above 0 within <pre>, `in_bold` within <b>; the first `bold` pieces stand there.
    """

    rows: list[Row] = field(default_factory=list)
    struck: list[tuple[str, int]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    start: int = 0
    marker: str = ""
    depth: int = 0
    as_written: int = 0
    in_bold: int = 0
    bold: int = 0

    def add(self, text: str, line: int) -> None:
        if not self.start and (words := text.lstrip(_NOTHING)):
            self.start = line + text[: len(text) - len(words)].count("\n")
        if self.bold == len(self.pieces) and (self.in_bold or not text.strip(_NOTHING)):
            self.bold += 1
        self.pieces.append(text)

    def end(self) -> None:
        """End the line; one without text is none."""
        text = "".join(self.pieces) if self.as_written else _collapsed("".join(self.pieces))
        bold = _collapsed("".join(self.pieces[: self.bold]))
        self.pieces, self.bold = [], 0
        if text.strip(f"{_NOTHING}\u00a0"):
            mark = "" if _MARKED.match(text) else self.marker
            text = mark + text.replace("\u00a0", " ")
            self.rows.append(Row(tuple(text.split("\t")), self.start, "" if mark else bold, whole=True))
            self.marker = ""
        self.start = 0

    def end_at_break(self, line: int) -> None:
        """End the line where the writer ended it: an empty one is a blank row."""
        before = len(self.rows)
        self.end()
        if len(self.rows) == before:
            self.rows.append(Row(("",), line))
        else:
            # Pages made of a PDF break each line of its paper so.
            bold = self.rows[-1].bold
            self.rows[-1] = self.rows[-1]._replace(bold=f"{bold}\n" if bold else "", whole=False)


def block_rows(node: Node) -> tuple[list[Row], list[tuple[str, int]]]:
    """The rows of all that stands in a node, and its struck texts with their lines."""
    line = _Line()
    if node.tag in BLOCKS - {"table", "dl", "td", "th"}:
        _node(node, line)
    else:
        _children(node, line)
    line.end()
    return line.rows, line.struck


def cell_text(node: Node, struck: list[tuple[str, int]]) -> str:
    """The text of a table cell: its paragraphs and lines joined by "\n", cells of a table in it by TAB."""
    rows, found = block_rows(node)
    struck += found
    return "\n".join(row.text for row in rows).strip("\n")


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", _JOINT.sub("", text)).strip(" ")


def _children(node: Node, line: _Line) -> None:
    for child in node.children:
        if isinstance(child, Node):
            _node(child, line)
        elif line.as_written:
            first, *others = child[0].split("\n")
            line.add(first, child[1])
            for number, other in enumerate(others, child[1]):
                line.end_at_break(number)
                line.add(other, number + 1)
        else:
            line.add(*child)


def _node(node: Node, line: _Line) -> None:
    if node.tag in NO_TEXT or node.tag == "title":
        return
    if node.tag == "br":
        line.end_at_break(node.line)
    elif node.tag == "table" and not is_for_layout(node):
        line.end()
        line.rows += table_rows(node, cell_text, line.struck)
    elif node.tag == "dl":
        line.end()
        _definitions(node, line)
    elif node.tag in _STRUCK:
        if (words := text_of(node)).strip():
            line.struck.append((words, node.line))
    elif node.tag in INLINE:
        line.add(INLINE[node.tag](node), node.line)
    elif node.tag in BLOCKS:
        _block(node, line)
    elif node.tag in _BOLD:
        line.in_bold += 1
        _children(node, line)
        line.in_bold -= 1
    else:
        _children(node, line)


def _block(node: Node, line: _Line) -> None:
    line.end()
    written = node.tag in _AS_WRITTEN or "white-space:pre" in node.attributes.get("style", "").replace(" ", "")
    line.as_written += written
    line.in_bold += node.tag in _HEADINGS
    if node.tag in _LISTS:
        line.depth += 1
        _items(node, line)
        line.depth -= 1
    else:
        _children(node, line)
    line.end()
    line.as_written -= written
    line.in_bold -= node.tag in _HEADINGS


def _items(node: Node, line: _Line) -> None:
    """The items of a list, each with the bullet or number that a browser shows before it."""
    number = _start(node, "start", 1)
    style = node.attributes.get("style", "").replace(" ", "")
    plain = "list-style:none" in style or "list-style-type:none" in style
    for child in node.children:
        if not isinstance(child, Node) or child.tag != "li":
            _children(Node("", {}, node.line, [child]), line)
            continue
        number = _start(child, "value", number)
        mark = _number(number, node.attributes.get("type", "1")) if node.tag == "ol" else "・"
        line.end()
        line.marker = "" if plain else "\u3000" * (line.depth - 1) + mark
        _children(child, line)
        line.end()
        line.marker = ""
        number += 1


def _start(node: Node, name: str, default: int) -> int:
    digits = node.attributes.get(name, "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 6 else default


def _number(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in ("i", "I") and 1 <= number < 40:
        text, rest = "", number
        for value, sign in _ROMAN:
            text += sign * (rest // value)
            rest %= value
        return f"{text if kind == 'i' else text.upper()}. "
    return f"{number}. "


def _definitions(node: Node, line: _Line) -> None:
    """Rows (term, text): a speaker and the words; a second text of a term has "" before it."""
    term: Row | None = None
    for child in node.children:
        tag = child.tag if isinstance(child, Node) else ""
        if not isinstance(child, Node) and not child[0].strip():
            continue
        if term and tag != "dd":
            line.rows.append(term)
            term = None
        if isinstance(child, Node) and tag == "dt":
            term = Row((cell_text(child, line.struck), ""), child.line)
        elif isinstance(child, Node) and tag == "dd":
            words = cell_text(child, line.struck)
            if term or words:
                line.rows.append(Row((term.cells[0] if term else "", words), term.line if term else child.line))
            term = None
        elif isinstance(child, Node) and tag == "div":
            _definitions(child, line)
        else:
            _children(Node("", {}, node.line, [child]), line)
            line.end()
    if term:
        line.rows.append(term)
